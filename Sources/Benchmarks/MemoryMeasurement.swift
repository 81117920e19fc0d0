import Foundation

/// What the board holds in memory ten seconds after its start.
struct MemoryMeasurement {
    let bench: Workbench

    func rows() throws -> [BudgetRow] {
        let log = bench.largest
        let console = try bench.console(on: log.path)
        _ = try console.wait(for: try FirstFrame.texts(of: log.path))
        console.drain(for: .seconds(10))
        let memory = ProcessFigures(process: console.process).memory
        console.end()
        return [
            BudgetRow(
                "resident memory 10 s after the start, \(Decimal.grouped(Int64(log.entries))) entries",
                budget: "≤ 100 MB",
                measured:
                    "\(Decimal.text(memory.now, places: 0)) MB, at most \(Decimal.text(memory.most, places: 0)) MB",
                met: memory.now > 0 && memory.now <= 100, peer: try lnav())
        ]
    }

    private func lnav() throws -> String {
        guard let arguments = Lnav.arguments else { return "lnav: not installed" }
        let file = try Lnav(bench: bench).file()
        let terminal = try PseudoTerminal(arguments + [file], columns: 80, rows: 24)
        terminal.drain(for: .seconds(10))
        let memory = ProcessFigures(process: terminal.process).memory
        terminal.end()
        return "lnav \(Decimal.text(memory.now, places: 0)) MB"
    }
}
