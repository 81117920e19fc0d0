import EventLog
import Exchange
import Foundation
import Model

/// Rows of a CSV file parsed, signed, committed, indexed and certified, through the library and through the program.
struct ImportMeasurement {
    let bench: Workbench
    private static let runs = 3

    func rows() throws -> [BudgetRow] {
        var (library, program) = (Samples(), Samples())
        var count = 0
        var busy = Samples()
        for _ in 0..<ImportMeasurement.runs {
            library.add(
                try bench.scratch("import") { path in
                    let time = ProcessFigures.own
                    let (duration, rows) = try throughLibrary(path)
                    busy.add(ProcessFigures.own - time)
                    count = rows
                    return duration
                })
            program.add(try bench.scratch("import") { try throughProgram($0) })
        }
        let rate = Double(count) / library.median.seconds
        let programRate = Double(count) / program.median.seconds
        let rows = "\(Decimal.grouped(Int64(count))) rows"
        return [
            row(
                "bulk import of CSV rows: parse, sign, commit, index, certify", rate,
                "\(rows), \(busy.median.text) of processor time"),
            row("the same through `caricc import`, with its start", programRate, rows),
        ]
    }

    private func row(_ quantity: String, _ rate: Double, _ peer: String) -> BudgetRow {
        BudgetRow(
            quantity, budget: "≥ 20,000 rows/s",
            measured: "\(Decimal.grouped(Int64(rate))) rows/s, median of \(ImportMeasurement.runs)",
            met: rate >= 20_000,
            peer: peer)
    }

    private func found(_ path: String) throws {
        let identity = try LogIdentity(centre: "CARICC", desk: "BENCH", isExercise: false, epoch: "2026")
        try LogStore.found(path, identity: identity, actor: LogMaker.actor, moment: .now())
    }

    private func throughLibrary(_ path: String) throws -> (Duration, rows: Int) {
        try found(path)
        let store = try LogStore(opening: path)
        defer { store.close() }
        let start = ContinuousClock.now
        var table = try bench.source.table(copy: 1)
        var batch = ImportBatch()
        var rows = 0
        func commit() throws {
            let saved = try store.append(batch.proposals, moment: .now())
            batch.committed(as: saved.map(\.subject))
        }
        while let outcome = table.next() {
            guard case .item(let item) = outcome, batch.add(item, actor: LogMaker.actor) else { continue }
            rows += 1
            if batch.proposals.count == 5_000 { try commit() }
        }
        if !batch.isEmpty { try commit() }
        try store.checkpoint()
        return (ContinuousClock.now - start, rows)
    }

    private func throughProgram(_ path: String) throws -> Duration {
        try found(path)
        let file = path + ".csv"
        try Data(bench.source.bytes).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        let start = ContinuousClock.now
        let process = Process()
        process.executableURL = URL(fileURLWithPath: bench.program)
        process.arguments = ["import", "--log", path, "--officer", LogMaker.actor, file]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let duration = ContinuousClock.now - start
        guard process.terminationStatus <= 1 else {
            throw PseudoTerminal.Failure(description: "caricc import: exit \(process.terminationStatus)")
        }
        return duration
    }
}
