import Model
import Wording

/// What an officer says of two subjects.
package enum Bonding: String, CaseIterable, Sendable {
    case link, unlink, join, part, apart

    /// The kind of the event that it makes.
    var kind: String {
        switch self {
        case .link: SubjectLinked.kind
        case .unlink: SubjectUnlinked.kind
        case .join: SubjectJoined.kind
        case .part: SubjectParted.kind
        case .apart: SubjectToldApart.kind
        }
    }

    /// On which subject it is written, and which one it names: what is taken back stands where it was said.
    func subjects(_ name: SubjectName, _ other: SubjectName, _ links: Links?) -> (SubjectName, SubjectName) {
        guard self == .unlink, let links, !links.linked.contains(where: { $0.name == other }) else {
            return (name, other)
        }
        return (other, name)
    }

    /// An alert goes on rather than a record, and the older one rather than the younger.
    func direction(_ name: SubjectName, _ other: SubjectName, _ links: Links?) -> (SubjectName, SubjectName) {
        if self == .part { return links?.joined?.name == other ? (name, other) : (other, name) }
        return Bonding.joining(name, other)
    }

    /// Which of two is joined into which.
    package static func joining(_ name: SubjectName, _ other: SubjectName) -> (from: SubjectName, into: SubjectName) {
        if name.area != other.area { return name.area == .alerts ? (other, name) : (name, other) }
        return (name.year, name.number) > (other.year, other.number) ? (name, other) : (other, name)
    }

    package func event(_ other: SubjectName, because: String) -> LinkEvent {
        switch self {
        case .link: .linked(SubjectLinked(to: other, why: because))
        case .unlink: .unlinked(SubjectUnlinked(from: other, reason: because))
        case .join: .joined(SubjectJoined(into: other, why: because))
        case .part: .parted(SubjectParted(from: other, reason: because))
        case .apart: .toldApart(SubjectToldApart(from: other, reason: because.isEmpty ? nil : because))
        }
    }
}

extension Bonding {
    var sentence: Message {
        switch self {
        case .link: "They have to do with each other: link them"
        case .unlink: "Take the link back"
        case .join: "It is the same seizure: join them"
        case .part: "It was not the same after all: part them"
        case .apart: "Not the same: tell them apart"
        }
    }
}

extension Form {
    static func bond(_ bonding: Bonding, _ name: SubjectName, _ other: SubjectName, because reasons: String) -> Form {
        let title: Message =
            switch bonding {
            case .link: "Link \(name.text) with \(other.text)"
            case .unlink: "\(name.text) and \(other.text) are no longer linked"
            case .join: "\(name.text) is the same seizure as \(other.text), which goes on for both"
            case .part: "\(name.text) is not the same as \(other.text) after all"
            case .apart: "\(name.text) is not the same as \(other.text): not to be proposed again"
            }
        let isSaid = bonding == .link || bonding == .join
        return Form(
            .bond(bonding, name, other), title: title,
            fields: [
                Field(
                    "Because", isSaid ? reasons : "",
                    hint: bonding == .apart ? "may stay empty" : "the reason is kept")
            ])
    }

    func bond(_ bonding: Bonding, _ name: SubjectName, _ other: SubjectName) throws(FormFault) -> Draft {
        let because = bonding == .apart ? fields[0].optionalText ?? "" : try required(0)
        return Draft(.existing(name), .link(bonding.event(other, because: because)))
    }
}

extension Command {
    /// How subjects belong together.
    static let bonds: [Command] = [
        Command(
            "related", "Related", "Show what may be the same seizure, and what else has something in common with it",
            group: .look, argument: .none, unless: Obstacles.subject
        ) { state, _ in
            guard let name = state.selectedSubject else { return [] }
            var effects = state.matchLoads(of: name)
            if state.matches[name] == nil, effects.isEmpty {
                state.notice = AppState.Notice(message: "Nothing can be compared with this.", isError: true)
                return []
            }
            effects += state.open(PickList(.matches(name)))
            return effects
        },
        Command(
            "link", "Link", "Write down that the subject has to do with another one: name it, and why", group: .act,
            argument: .text, unless: Obstacles.bonding
        ) { state, argument in state.bond(.link, argument) },
        Command(
            "unlink", "Unlink", "Take back that two subjects have to do with each other", group: .act, argument: .text,
            unless: Obstacles.bonding
        ) { state, argument in state.bond(.unlink, argument) },
        Command(
            "join", "Join", "Write down that two reports are of one seizure; the older one goes on for both",
            group: .act, argument: .text, unless: Obstacles.bonding
        ) { state, argument in state.bond(.join, argument) },
        Command(
            "part", "Part", "Part what was joined: it was not the same seizure", group: .act, argument: .text,
            unless: Obstacles.bonding
        ) { state, argument in state.bond(.part, argument) },
        Command(
            "apart", "Apart", "Write down that two are not the same, so that it is not proposed again", group: .act,
            argument: .text, unless: Obstacles.bonding
        ) { state, argument in state.bond(.apart, argument) },
    ]
}

extension Obstacles {
    static func bonding(_ state: AppState) -> Message? {
        if let reason = reading(state) ?? subject(state) { return reason }
        guard let name = state.selectedSubject, [.alerts, .seizures, .deliveries].contains(name.area) else {
            return "Only alerts, deliveries and seizure records are linked."
        }
        return nil
    }
}

extension AppState {
    /// Asks about the subject that is named; without one, shows which there are.
    mutating func bond(_ bonding: Bonding, _ argument: String) -> [Effect] {
        guard let subject = selectedSubject else { return [] }
        let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
        guard let word = parts.first else { return matchLoads(of: subject) + open(PickList(.matches(subject))) }
        guard let other = otherSubject(named: word) else {
            notice = Notice(message: "“\(word)” names no subject; try AL-2026-0001 or 0001.", isError: true)
            return []
        }
        return ask(bonding, subject, other, because: parts.count > 1 ? parts[1].trimmingBlanks : nil)
    }

    /// A subject by its whole name, or by the number that a list prints.
    func otherSubject(named word: String) -> SubjectName? {
        if let name = SubjectName(word.uppercased()) { return name }
        if case .success(let name)? = subject(named: word) { return name }
        let found = matches.values.flatMap(\.list).map(\.name).filter { $0.short == word }
        return Set(found).count == 1 ? found.first : nil
    }
}
