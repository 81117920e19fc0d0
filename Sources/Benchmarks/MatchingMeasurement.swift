import EventLog
import Exchange
import Foundation
import GRDB
import Model

/// A new report against the largest log: what is likely the same seizure, and what is related, ranked; beside SQLite's full text
/// search (FTS5) over the same texts, asked in the usual way.
struct MatchingMeasurement {
    let bench: Workbench
    private static let asked = 400

    private struct Figures {
        var time = Samples()
        var found = 0
    }

    func rows() throws -> [BudgetRow] {
        let log = bench.largest
        let store = try LogStore(opening: log.path, access: .reading)
        let questions = try questions()
        let text = "\(bench.folder)/matching-\(log.entries).fts"
        let peer = try TextSearch(path: text, store: store, bench.say)
        var (ours, theirs) = (Figures(), Figures())
        // One question before the clock runs: statements are prepared and the first pages are read.
        if let first = questions.first { _ = try (store.matches(for: first.account), peer.ask(first)) }
        for question in questions {
            let start = ContinuousClock.now
            let matches = try store.matches(for: question.account)
            ours.time.add(ContinuousClock.now - start)
            if matches.list.prefix(5).contains(where: { question.isAnswered(by: $0.account) }) { ours.found += 1 }
            let asked = ContinuousClock.now
            let texts = try peer.ask(question)
            theirs.time.add(ContinuousClock.now - asked)
            if texts.contains(where: { $0.contains(question.marker) }) { theirs.found += 1 }
        }
        let share = { (figures: Figures) in
            "source row among the first 5: \(Decimal.text(Double(figures.found) * 100 / Double(max(1, questions.count)), places: 1)) %"
        }
        let ratio = theirs.time.median.seconds / max(ours.time.median.seconds, 1e-9)
        return [
            BudgetRow(
                "a new report matched against \(Decimal.grouped(Int64(log.entries))) records: likely the same, related, ranked",
                budget: "p99 ≤ 16 ms",
                measured:
                    "\(ours.time.median.text) median, \(ours.time.p99.text) p99, \(ours.time.worst.text) worst of \(ours.time.count); "
                    + share(ours),
                met: ours.time.p99 <= .milliseconds(16),
                peer:
                    "SQLite FTS5 (bm25): \(theirs.time.median.text) median, \(theirs.time.p99.text) p99, \(theirs.time.worst.text) worst; "
                    + share(theirs) + "; \(Decimal.text(ratio, places: 1)) times our median")
        ]
    }

    struct Question {
        let account: SeizureAccount
        let source: SeizureReported
        let day: String

        /// The same report in everything that a reader could compare.
        func isAnswered(by other: SeizureAccount) -> Bool {
            other.items.first?.quantity == source.quantity && other.items.first?.name == source.drug
                && (other.place ?? "") == source.place.trimmingBlanks
                && Civil(other.at, offsetSeconds: 0).dayText == day
        }

        /// What the text of the source row contains.
        var marker: String { TextSearch.text(of: source, day: day) }
    }

    /// Rows told anew: a letter of the place is wrong, the day is one off, or the unit is another.
    private func questions() throws -> [Question] {
        var table = try bench.source.table(copy: 1)
        var reports: [(SeizureReported, Instant)] = []
        while let outcome = table.next() {
            guard case .item(let item) = outcome, case .seizure(.reported(let report)) = item.event,
                report.place.count >= 5, case .amount = report.quantity.answer
            else { continue }
            reports.append((report, item.at))
        }
        guard let name = SubjectName("AL-2026-9999") else { return [] }
        var questions: [Question] = []
        let step = max(1, reports.count / MatchingMeasurement.asked)
        for (number, (report, at)) in reports.enumerated() where number.isMultiple(of: step) {
            var told = SeizureAccount(
                name: name, at: at, state: StateKey.code(report.country) ?? report.country, place: report.place,
                items: [
                    .init(substance: SubstanceKey(name: report.drug), name: report.drug, quantity: report.quantity)
                ])
            switch number / step % 3 {
            case 0:
                var letters = Array(report.place)
                letters.remove(at: letters.count / 2)
                told.place = String(letters)
            case 1: told.at = at + .days(1)
            default:
                guard case .amount(let amount) = report.quantity.answer, report.quantity.knownUnit?.unit == .kilogram
                else { break }
                let grams = Quantity(amount: amount.timesTen(to: 3).normalised.text, unit: "g")
                told.items = [.init(substance: SubstanceKey(name: report.drug), name: report.drug, quantity: grams)]
            }
            questions.append(
                Question(account: told, source: report, day: Civil(at, offsetSeconds: 0).dayText))
        }
        return questions
    }
}

/// A full-text index over the same reports, as a program without marks would ask it.
struct TextSearch {
    private let queue: DatabaseQueue

    /// Made once for a log and kept beside it.
    init(path: String, store: LogStore, _ say: (String) -> Void) throws {
        let isThere = FileManager.default.fileExists(atPath: path)
        queue = try DatabaseQueue(path: path)
        let size = try store.size()
        if isThere, try queue.read({ try Int64.fetchOne($0, sql: "SELECT value FROM made") }) == size { return }
        say("Making the full-text index of the peer")
        try queue.write { db in
            try db.execute(sql: "DROP TABLE IF EXISTS report; DROP TABLE IF EXISTS made")
            try db.execute(
                sql: "CREATE VIRTUAL TABLE report USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
            var next: Int64 = 0
            while next < size {
                for entry in try store.entries(from: next, limit: 5_000) {
                    guard case .seizure(.reported(let report)) = entry.event else { continue }
                    let words = TextSearch.text(of: report, day: Civil(entry.at, offsetSeconds: 0).dayText)
                    try db.cachedStatement(sql: "INSERT INTO report (rowid, words) VALUES (?, ?)").execute(arguments: [
                        entry.index, words,
                    ])
                }
                next += 5_000
            }
            try db.execute(sql: "INSERT INTO report (report) VALUES ('optimize')")
            try db.execute(sql: "CREATE TABLE made (value INTEGER)")
            try db.execute(sql: "INSERT INTO made VALUES (?)", arguments: [size])
        }
    }

    static func text(of report: SeizureReported, day: String) -> String {
        [report.country, report.place, report.drug, report.quantity.amount, report.quantity.unit, day]
            .map(\.trimmingBlanks).joined(separator: " | ")
    }

    /// The best five by bm25 among those with the State's first word, the day and the substance, or the place and the substance.
    func ask(_ question: MatchingMeasurement.Question) throws -> [String] {
        let account = question.account
        let quoted = { (text: String) in
            text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map { "\"\($0)\"" }.joined(separator: " ")
        }
        let drug = quoted(account.items.first?.name ?? "")
        let day = quoted(Civil(account.at, offsetSeconds: 0).dayText)
        let amount = quoted(account.items.first?.quantity?.amount ?? "")
        var parts = ["(\(day) AND \(drug))"]
        if let place = account.place, !quoted(place).isEmpty { parts.append("(\(quoted(place)) AND \(drug))") }
        if !amount.isEmpty { parts.append("(\(drug) AND (\(amount)))") }
        let match = parts.joined(separator: " OR ")
        return try queue.read { db in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT words FROM report WHERE report MATCH ? ORDER BY bm25(report) LIMIT 5"),
                arguments: [match])
        }
    }
}

extension Civil {
    fileprivate var dayText: String {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
