/// How a subject belongs together with others, as officers said.
package struct Links: Equatable, Sendable {
    package struct Bond: Equatable, Sendable {
        package let name: SubjectName
        package let why: String
        package let by: String
        package let at: Instant
    }

    /// In the order in which they were made.
    package private(set) var linked: [Bond] = []
    /// The subject that goes on for both; nil while this one stands for itself.
    package private(set) var joined: Bond?
    package private(set) var apart: Set<SubjectName> = []

    mutating func apply(_ event: LinkEvent, _ entry: Entry) {
        switch event {
        case .linked(let body):
            linked.removeAll { $0.name == body.to }
            linked.append(Bond(name: body.to, why: body.why, by: entry.actor, at: entry.learnt))
        case .unlinked(let body): linked.removeAll { $0.name == body.from }
        case .joined(let body):
            joined = Bond(name: body.into, why: body.why, by: entry.actor, at: entry.learnt)
            apart.remove(body.into)
        case .parted(let body):
            joined = nil
            apart.insert(body.from)
        case .toldApart(let body): apart.insert(body.from)
        }
    }

    /// Why `event` may not follow on the subject `name`; nil when it may.
    func refusal(of event: LinkEvent, on name: SubjectName) -> Refusal? {
        switch event {
        case .linked(let body):
            if body.to == name { return .notWithItself(name) }
            if linked.contains(where: { $0.name == body.to }) { return .alreadyLinked(name, body.to) }
            return body.why.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .unlinked(let body):
            if !linked.contains(where: { $0.name == body.from }) { return .notLinked(name, body.from) }
            return body.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .joined(let body):
            if body.into == name { return .notWithItself(name) }
            if let joined { return .alreadyLinked(name, joined.name) }
            return body.why.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .parted(let body):
            if joined?.name != body.from { return .notLinked(name, body.from) }
            return body.reason.trimmingBlanks.isEmpty ? .reasonMissing : nil
        case .toldApart(let body): return body.from == name ? .notWithItself(name) : nil
        }
    }
}
