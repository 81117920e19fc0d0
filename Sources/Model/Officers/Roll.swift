/// Who may sign what, as the log itself says up to one entry.
///
/// Folded from the founding entry and the entries about officers and rules; nothing else changes it. The store asks it
/// before an entry is signed, the verifier after the fact, in the same words.
package struct Roll: Equatable, Sendable {
    /// The persons whose keys the founding entry names; none in a log whose entries the desk signs.
    package private(set) var custodians: [Custodian] = []
    private(set) var isExercise = false
    /// The key that programs sign with; it is nobody's own.
    private(set) var deskKey = ""
    package private(set) var officers: [String: Officer] = [:]
    package private(set) var rules = Rules.standard
    /// Set as soon as there are two persons who can approve; it never goes back, so that nobody gets rid of the second
    /// by revoking them.
    package private(set) var hasSecondPerson = false
    private(set) var ids: [SubjectName: String] = [:]
    /// Subjects that are only proposed so far, with what was proposed.
    private var proposed: [SubjectName: FourEyes] = [:]

    package init() {}

    /// A log in which officers sign with their own keys.
    package var isGoverned: Bool { !custodians.isEmpty }

    /// Whether one person still acts for two, because nobody else could approve.
    package var isSingle: Bool { isGoverned && !hasSecondPerson }

    /// The officer whose key this is, whether it is still valid or not.
    package func holder(of key: String) -> Officer? { officers.values.first { $0.keys.contains { $0.text == key } } }

    /// The supervisors by appointment who can sign: without two of them nothing can be decided any more.
    var supervisorsWithKeys: [Officer] {
        officers.values.filter { $0.isActive && $0.roles.contains(.supervisor) && $0.key != nil }
    }

    package func officer(named name: SubjectName) -> Officer? { ids[name].flatMap { officers[$0] } }

    /// The rule that holds for a kind of event here and now; nil when one person may do it.
    package func rule(for kind: String) -> ActionRule? {
        guard isGoverned, let rule = rules.rule(for: kind) else { return nil }
        return isSingle && rule.mode == .before ? nil : rule
    }

    /// Takes an entry that was accepted; those about other things change nothing.
    package mutating func apply(_ entry: Entry) {
        switch entry.event {
        case .logKeeping(.founded(let founded)) where entry.index == 0:
            custodians = founded.custodians
            isExercise = founded.isExercise
            deskKey = founded.deskKey
        case .officer(let event): apply(event, entry)
        case .rules(.set(let set)): rules = set.rules
        case .fourEyes(let event) where entry.subject.area == .officers || entry.subject.area == .rules:
            apply(event, entry)
        case .logKeeping(.withdrawn(let withdrawn)):
            proposed[entry.subject]?.withdraw(withdrawn.index)
            if let id = ids[entry.subject] { officers[id]?.trail.fourEyes.withdraw(withdrawn.index) }
        default: break
        }
        let approvers = officers.values.filter { $0.isActive && $0.roles.contains(.supervisor) }
        if approvers.count > 1 { hasSecondPerson = true }
    }

    private mutating func apply(_ event: OfficerEvent, _ entry: Entry) {
        if case .enrolled(let enrolled) = event {
            guard officers[enrolled.officer] == nil else { return }
            officers[enrolled.officer] = Officer(entry, enrolled)
            ids[entry.subject] = enrolled.officer
        } else if let id = ids[entry.subject] {
            officers[id]?.apply(event, entry)
        }
    }

    private mutating func apply(_ event: FourEyesEvent, _ entry: Entry) {
        var fourEyes =
            ids[entry.subject].flatMap { officers[$0]?.trail.fourEyes } ?? proposed[entry.subject] ?? FourEyes()
        let action = fourEyes.apply(event, entry)
        if let id = ids[entry.subject] {
            officers[id]?.trail.fourEyes = fourEyes
        } else {
            proposed[entry.subject] = fourEyes
        }
        guard let action else { return }
        let carried = action.carried(by: entry)
        switch carried.event {
        case .officer(let event): apply(event, carried)
        case .rules(.set(let set)): rules = set.rules
        default: break
        }
    }
}

/// A person whom the founding entry names, with their key and its signature.
package struct Custodian: Equatable, Sendable {
    package var enrolled: OfficerEnrolled

    package init(_ enrolled: OfficerEnrolled) { self.enrolled = enrolled }
}
