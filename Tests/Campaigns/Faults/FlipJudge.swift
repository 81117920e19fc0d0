import EventLog
import Glibc
import Model

/// Holds what the log says of a damaged file against every row of the undamaged one.
struct FlipJudge {
    enum Finding: String, CaseIterable {
        case harmless = "harmless and called whole"
        case named = "named as damage"
        case refused = "refused as not a log"
        case short = "short and called short"
    }

    let log: String
    /// The undamaged log.
    let files: [String: [UInt8]]
    let pristine: RowImage
    /// How many entries the head says.
    let head: Int64
    private let stored: [StoredEntry]

    init(_ log: String) throws {
        self.log = log
        files = PlainBytes.folder(log).filter { !$0.key.hasSuffix("-shm") }
        let store = try LogStore(opening: log, access: .reading)
        stored = try store.storedEntries(from: 0, limit: .max)
        head = try store.status().headSize ?? 0
        pristine = try RowImage(log + "/log.sqlite")
        guard pristine.entries.count == stored.count, Int64(stored.count) >= head else {
            throw Violation("the undamaged log cannot be read")
        }
    }

    static func text(_ counts: [Finding: Int]) -> String {
        Finding.allCases.compactMap { finding in counts[finding].map { "\(finding.rawValue) \($0)" } }
            .joined(separator: ", ")
    }

    /// After one flip in the database: named when any row reads otherwise, whole when none does.
    func flipped(_ files: [String: [UInt8]], signatures: Bool) throws -> Finding {
        try PlainBytes.replace(log, by: files)
        let image = Result { try RowImage(log + "/log.sqlite") }
        let report = try verdict(signatures: signatures)
        let differences: [String]
        switch image {
        case .success(let image): differences = image.differences(from: pristine)
        case .failure(let error): differences = ["\(error)"]
        }
        if differences.isEmpty, !report.isWhole, RowImage.isFree(ofComplaints: log + "/log.sqlite") {
            throw Violation("false alarm: no row is hit, the verifier says \(report.verdict)")
        }
        if !differences.isEmpty, report.isWhole {
            throw Violation("the verifier says whole, and this reads otherwise: \(differences.joined(separator: ", "))")
        }
        try serve(for: report)
        if case .notALog = report.verdict { return .refused }
        return report.isWhole ? .harmless : .named
    }

    /// After a fault in the write-ahead log: short by exactly what is gone, or whole.
    func shortened(_ files: [String: [UInt8]]) throws -> (Finding, Int64) {
        try PlainBytes.replace(log, by: files)
        let rows = try RowImage(log + "/log.sqlite")
        guard rows.isPrefix(of: pristine) else { throw Violation("SQLite hands out rows that never were") }
        let missing = head - Int64(rows.entries.count)
        let report = try verdict(signatures: false)
        try serve(for: report)
        guard missing > 0 else {
            guard report.isWhole else { throw Violation("nothing is gone and the verifier says \(report.verdict)") }
            return (.harmless, 0)
        }
        guard report.verdict == .short(by: missing) else {
            throw Violation("\(missing) entries are gone and the verifier says \(report.verdict)")
        }
        let store = try LogStore(opening: log)
        guard store.obstacle == .short(by: missing, head: head) else {
            throw Violation("\(missing) entries are gone and the log opens with \(String(describing: store.obstacle))")
        }
        var script = AlertScript(seed: 1)
        let moment = MachineMoment.now()
        let answer = Result { try store.append([script.next(at: moment.wall)], moment: moment) }
        guard case .failure(LogFault.short) = answer else {
            throw Violation("a log that is short by \(missing) answers an append with \(answer)")
        }
        return (.short, missing)
    }

    private func verdict(signatures: Bool) throws -> VerifyReport {
        guard let report = Verifier.verify(path: log, signatures: signatures) else {
            throw Violation("the verifier stopped")
        }
        // Neither the point verified before nor a first look may change the second one.
        unlink(log + "/verified")
        return report
    }

    /// Whatever the damage: what is served as sound is what was written, and a board is the fold of sound entries.
    private func serve(for report: VerifyReport) throws {
        guard let store = try? LogStore(opening: log, access: .reading) else { return }
        var next: Int64 = 0
        while let rows = try? store.storedEntries(from: next, limit: 500), let last = rows.last {
            for row in rows where row.isSound { try compare(row) }
            guard last.index >= next else { break }
            next = last.index + 1
        }
        for index in stride(from: Int64(0), to: Int64(stored.count), by: 97) {
            guard let entry = try? store.entry(index) else { continue }
            guard entry == stored[Int(index)].entry else {
                throw Violation("entry \(index) is served with other words")
            }
            if let place = try? store.find(entry.id), place != index {
                throw Violation("\(entry.id) stands at #\(index) and is found at #\(place)")
            }
        }
        _ = try? store.board()
        if let size = try? store.size() { _ = try? store.foldedBoard(to: min(size, Int64(stored.count))) }
    }

    private func compare(_ row: StoredEntry) throws {
        guard stored.indices.contains(Int(clamping: row.index)), stored[Int(row.index)] == row else {
            // Bytes that hash to their leaf and still are not what was written: the entry says itself that it is another.
            guard let entry = row.entry, entry.index != row.index else {
                throw Violation("a wrong entry \(row.index) is served as sound")
            }
            return
        }
    }
}
