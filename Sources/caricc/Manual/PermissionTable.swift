import Model
import Wording

/// Who may do what, by kind of record and role, as `Permission` and the standing rules have it; the manual prints it.
struct PermissionTable {
    /// What somebody may do with a kind of record.
    struct Mark: OptionSet, Hashable {
        let rawValue: Int
        /// Writes it, alone.
        static let writes = Mark(rawValue: 1)
        /// Proposes it; it holds when a second person approves.
        static let proposes = Mark(rawValue: 2)
        /// Is the second person who approves or countersigns what somebody else began.
        static let agrees = Mark(rawValue: 4)
        /// Decided by what it is about: a proposal, an approval, a second signature.
        static let follows = Mark(rawValue: 8)

        var letters: String {
            let known: [(Mark, String)] = [(.writes, "w"), (.proposes, "p"), (.agrees, "a"), (.follows, "*")]
            let text = known.filter { contains($0.0) }.map(\.1).joined()
            return text.isEmpty ? "." : text
        }
    }

    struct Row {
        let kind: String
        /// By role.
        let marks: [OfficerRole: Mark]
        /// What the desk's key signs by itself, without a person.
        let desk: Mark
        let action: String
    }

    let rows: [Row]

    init(rules: Rules = .standard) {
        rows = Event.knownKinds.map { kind in
            Row(
                kind: kind,
                marks: Dictionary(uniqueKeysWithValues: OfficerRole.allCases.map { ($0, Self.mark($0, kind, rules)) }),
                desk: Self.deskMark(kind), action: Self.action(kind))
        }
    }

    private static let twoPersons = Set(FourEyesEvent.kinds.map(\.name)).subtracting(Permission.automatic)

    static func mark(_ role: OfficerRole, _ kind: String, _ rules: Rules) -> Mark {
        if twoPersons.contains(kind) { return .follows }
        if Permission.automatic.contains(kind) { return [] }
        let rule = rules.rule(for: kind)
        var mark: Mark = []
        if Permission.mayWrite(role, kind) { mark.insert(rule?.mode == .before ? .proposes : .writes) }
        if let rule, rule.approvers.contains(role) { mark.insert(.agrees) }
        return mark
    }

    private static func deskMark(_ kind: String) -> Mark {
        if Permission.automatic.contains(kind) { return .follows }
        let isOfExercises = ExerciseEvent.kinds.contains { $0.name == kind }
        return Permission.desk.contains(kind) || isOfExercises ? .writes : []
    }

    private static func action(_ kind: String) -> String {
        // Not by telephone alone: the table is about every approval.
        kind == ActionApproved.kind ? "approving a proposal" : Catalogue.english.text(Message.action(kind))
    }

    static let heading = "record" + String(repeating: " ", count: 18) + "d  s  t  o  K  what is done"

    /// One line for each row below the heading.
    var lines: [String] {
        rows.map { row in
            let marks = OfficerRole.allCases.map { row.marks[$0] ?? [] } + [row.desk]
            return (Self.padded(row.kind, 24) + marks.map { Self.padded($0.letters, 3) }.joined() + row.action)
        }
    }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(1, columns - text.count))
    }

    // MARK: What takes two

    static let ruleHeading = "record" + String(repeating: " ", count: 18) + "when    within     phone  by whom"

    static func ruleLines(_ rules: Rules = .standard) -> [String] {
        rules.actions.filter { $0.value.mode != .alone }.sorted { $0.key < $1.key }.map { kind, rule in
            padded(kind, 24) + padded(rule.mode.rawValue, 8) + padded("\(rule.minutes) min", 11)
                + padded(rule.byTelephone ? "yes" : "no", 7)
                + rule.approvers.map { $0.rawValue.replacing("_", with: "-") }.joined(separator: ", ")
        }
    }
}
