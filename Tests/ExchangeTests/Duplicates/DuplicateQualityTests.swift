import Model
import Testing

@testable import Exchange

/// How well one seizure is recognised in two reports: real rows, told a second time with the mistakes that people make.
///
/// The weights were set by hand with these figures in sight: they say what is lost by a change, and are no held-back evidence.
struct DuplicateQualityTests {
    /// The same report in everything that is compared: nobody could tell two such apart.
    private func isRepetition(_ a: SeizureAccount, _ b: SeizureAccount) -> Bool {
        a.at == b.at && a.state == b.state && a.place == b.place && a.items == b.items
    }

    private struct Figures {
        var asked = 0
        var found = 0
        var proposed = 0
        var right = 0
        var firstFive = 0

        mutating func add(_ other: Figures) {
            asked += other.asked
            found += other.found
            proposed += other.proposed
            right += other.right
            firstFive += other.firstFive
        }

        var recall: Double { Double(found) / Double(max(1, asked)) }
        var precision: Double { Double(right) / Double(max(1, proposed)) }

        var text: String {
            "recall \(Int(recall * 1000)) ‰, precision \(Int(precision * 1000)) ‰, among the first five \(firstFive * 1000 / max(1, asked)) ‰ of \(asked)"
        }
    }

    @Test("The row that a retelling came from is proposed, and little else; all three ways of asking in one sum")
    func recognition() throws {
        guard let rows = try ReturnOfSeizures() else { return print(TestMaterial.absence) }
        var dice = SeededChance(seed: 20_261_121)
        let heldBack = rows.accounts.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        var said = Figures()
        var unsaid = Figures()
        for change in Retelling.Change.allCases {
            let figures = retold(change, of: heldBack, times: 150, among: rows, withState: true, &dice)
            print("Retold with \(change.rawValue): \(figures.text)")
            said.add(figures)
            guard change != .noPlace else { continue }
            unsaid.add(retold(change, of: heldBack, times: 60, among: rows, withState: false, &dice))
        }
        let (asked, proposed) = hardNegatives(among: rows, times: 3_000, &dice)
        print("Retold in all ways: \(said.text)")
        print("Retold without the State: \(unsaid.text)")
        print("Same day, State and substance, another place: \(proposed) of \(asked) proposed.")
        var all = said
        all.add(unsaid)
        all.proposed += proposed
        print("In all, with those that are not the same: \(all.text)")
        #expect(said.recall >= 0.9 && said.precision >= 0.6)
        #expect(unsaid.recall >= 0.85 && unsaid.precision >= 0.5)
        #expect(proposed * 100 <= asked * 2)
        #expect(all.recall >= 0.9 && all.precision >= 0.6)
    }

    private func retold(
        _ change: Retelling.Change, of sources: [SeizureAccount], times: Int, among rows: ReturnOfSeizures,
        withState: Bool, _ dice: inout SeededChance
    ) -> Figures {
        var figures = Figures()
        for _ in 0..<times {
            guard let source = sources.randomElement(using: &dice), withState || source.place != nil,
                var told = Retelling.retell(source, change, &dice)
            else { continue }
            if !withState { told.state = nil }
            let proposed = rows.candidates(of: told).map { ($0, Likeness(told, $0)) }.filter { $0.1.isProposed }
                .sorted { ($1.1.score, $0.0.name) < ($0.1.score, $1.0.name) }
            let right = proposed.filter { isRepetition($0.0, source) }
            figures.asked += 1
            figures.found += right.isEmpty ? 0 : 1
            figures.firstFive += proposed.prefix(5).contains { isRepetition($0.0, source) } ? 1 : 0
            figures.proposed += proposed.count
            figures.right += right.count
        }
        return figures
    }

    /// Two seizures of one day, State and substance at two places.
    private func hardNegatives(
        among rows: ReturnOfSeizures, times: Int, _ dice: inout SeededChance
    ) -> (asked: Int, proposed: Int) {
        var (asked, proposed) = (0, 0)
        while asked < times {
            guard let account = rows.accounts.randomElement(using: &dice) else { break }
            let others = rows.candidates(of: account).filter {
                $0.at == account.at && $0.items.first?.substance == account.items.first?.substance
                    && $0.place != account.place && $0.place != nil && account.place != nil
            }
            guard let other = others.randomElement(using: &dice) else { continue }
            asked += 1
            if Likeness(account, other).isProposed { proposed += 1 }
        }
        return (asked, proposed)
    }

    private struct Press {
        let event: String
        let account: SeizureAccount
    }

    private func press() throws -> [Press] {
        guard TestMaterial.hasSeizures else { return [] }
        var reader = CSVReader(try SafeFile.read(TestMaterial.folder + "/seizures/press-reports.csv"))
        var header: [String] = []
        var events: [String: SeizureAccount] = [:]
        while let outcome = reader.next() {
            guard case .row(let row) = outcome else { continue }
            let fields = row.fields.map { reader.text(of: $0) }
            guard !header.isEmpty else {
                header = fields
                continue
            }
            let value = { (name: String) in header.firstIndex(of: name).map { fields[$0] } ?? "" }
            guard let name = SubjectName("AL-2026-\(1_000 + events.count)"), let day = day(value("date")) else {
                continue
            }
            let event = value("event")
            let item = SeizureAccount.Item(
                substance: SubstanceKey(name: value("drug")), name: value("drug"),
                quantity: value("qty_g").isEmpty
                    ? nil
                    : Quantity(amount: value("qty_g"), unit: value("unit_kind").hasPrefix("mass") ? "g" : "tablet"))
            if events[event] == nil {
                events[event] = SeizureAccount(
                    name: name, at: day, state: StateKey.code(value("country")), place: value("place"))
            }
            events[event]?.items.append(item)
        }
        return events.sorted { $0.key < $1.key }.map { Press(event: $0.key, account: $0.value) }
    }

    /// Of a date that has no year, 2022; nil where not even the month is there.
    private func day(_ text: String) -> Instant? {
        let text = text.hasPrefix("--") ? "2022-" + text.dropFirst(2) : text
        let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return Civil(year: parts[0], month: parts[1], day: parts[2]).instant(offsetSeconds: 0)
    }

    @Test("What several newspapers make of one event is one seizure, and two events of one article are two")
    func pressReports() throws {
        let press = try press()
        guard !press.isEmpty else { return print(TestMaterial.absence) }
        var (asked, found, wrong, pairs) = (0, 0, 0, 0)
        for report in press where report.account.items.contains(where: { $0.quantity?.micrograms != nil }) {
            for retold in outlets(report.account) {
                asked += 1
                let likeness = Likeness(report.account, retold)
                if likeness.isProposed {
                    found += 1
                } else {
                    print("Missed \(report.event): \(likeness.score) \(likeness.reasons)")
                }
                for other in press where other.event != report.event {
                    pairs += 1
                    let likeness = Likeness(other.account, retold)
                    if likeness.isProposed {
                        wrong += 1
                        print("Wrong \(report.event) \(other.event): \(likeness.score) \(likeness.reasons)")
                    }
                }
            }
        }
        print("Press: \(found) of \(asked) retellings proposed, \(wrong) of \(pairs) pairs of two events.")
        #expect(found * 100 >= asked * 85)
        #expect(wrong * 100 <= pairs)
    }

    /// A second outlet: only the whole amount; only the main item, a day later, in Cyrillic; a village left out.
    private func outlets(_ account: SeizureAccount) -> [SeizureAccount] {
        guard let name = SubjectName("AL-2026-0001") else { return [] }
        var whole = SeizureAccount(name: name, at: account.at, state: account.state, place: account.place)
        let sum = account.items.compactMap { $0.quantity?.micrograms }.reduce(0, +)
        whole.items = [
            .init(
                substance: SubstanceKey(name: "drugs"), name: "drugs",
                quantity: Quantity(amount: ExactDecimal(sum, scale: 9).normalised.text, unit: "kg"))
        ]
        var main = SeizureAccount(name: name, at: account.at + .days(1), state: account.state)
        main.place = account.place.flatMap { $0.split(separator: ",").first.map(String.init) }
        main.items = account.items.filter { $0.quantity?.micrograms != nil }.prefix(2).map { $0 }
        var short = main
        short.at = account.at
        short.place = account.place.flatMap { $0.split(separator: ",").last.map(String.init) }
        return [whole, main, short]
    }
}
