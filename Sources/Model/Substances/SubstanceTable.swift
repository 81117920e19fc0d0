/// The registry as text: `code | group | control | CAS | HS | marks`, then the names of each language, the usual one first.
///
/// `N1+4` is Schedule I and IV of 1961, `N*` a plant of 1961, `P2` Schedule II of 1971, `T1` Table I of 1988, `-` in none of
/// these, `?` not stated. `en+` is a further line of names.
enum SubstanceTable {
    static let parts = [opioids, stimulants, others, cannabinoids, sedatives, precursors]

    struct Flaw: Error, Equatable {
        let line: String
    }

    /// - Throws: the first line that is not as it should be. What ships has none; a test reads it.
    static func read(_ text: String) throws(Flaw) -> [Substance] {
        var substances: [Substance] = []
        var head: [String] = []
        var names: [TextLanguage: [String]] = [:]
        for line in text.split(separator: "\n").map(String.init) + ["|"] {
            guard line.contains("|") else {
                let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
                guard !head.isEmpty, parts.count == 2, let language = TextLanguage(rawValue: String(parts[0].prefix(2)))
                else { throw Flaw(line: line) }
                names[language, default: []] += parts[1].split(separator: ";").map { String($0).trimmingBlanks }
                continue
            }
            if !head.isEmpty {
                guard let substance = substance(head, names) else { throw Flaw(line: head.joined(separator: "|")) }
                substances.append(substance)
            }
            head = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingBlanks }
            names = [:]
        }
        return substances
    }

    private static func substance(_ head: [String], _ names: [TextLanguage: [String]]) -> Substance? {
        guard head.count >= 3, names[.en] != nil, let group = Substance.Group(rawValue: head[1]),
            let control = controls[head[2]]
        else { return nil }
        func column(_ place: Int) -> String? { head[safe: place].flatMap { $0.isEmpty ? nil : $0 } }
        let words = (column(5) ?? "").split(separator: " ").map(String.init)
        let marks = words.compactMap { Substance.Mark(rawValue: $0) }
        guard marks.count == words.count else { return nil }
        return Substance(
            code: head[0], group: group, control: control, cas: column(3), hs: column(4), names: names,
            marks: Set(marks))
    }

    private static let controls: [String: Substance.Control] = [
        "N1": .narcotic(schedule: 1, alsoFour: false), "N2": .narcotic(schedule: 2, alsoFour: false),
        "N3": .narcotic(schedule: 3, alsoFour: false), "N1+4": .narcotic(schedule: 1, alsoFour: true), "N*": .plant1961,
        "P1": .psychotropic(schedule: 1), "P2": .psychotropic(schedule: 2), "P3": .psychotropic(schedule: 3),
        "P4": .psychotropic(schedule: 4), "T1": .precursor(table: 1), "T2": .precursor(table: 2), "-": .notListed,
        "?": .notStated,
    ]
}
