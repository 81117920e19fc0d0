/// An event that somebody wants in the log, before it has a number.
package struct Proposal: Equatable, Sendable {
    package enum Target: Equatable, Sendable {
        /// A new subject of this area; the log gives it its name.
        case new(Area)
        case existing(SubjectName)
        /// The subject that the n-th proposal of the same append was given, counted from 0.
        case sameAs(Int)
    }

    package var target: Target
    package var event: Event
    package var id: EventID
    /// When it happened; nil for now.
    package var at: Instant?
    package var precision: Precision
    package var actor: String
    /// The last entry of the subject that the writer had seen; nil when that does not matter.
    package var expecting: Int64?
    /// The place of an earlier proposal of the same append, whose subject this event speaks of; it has no name before.
    package var naming: Int?
    /// Personal data or raw messages, kept beside the entry and erasable; the body names them by hash.
    package var payloads: [Payload]

    package init(
        _ target: Target, _ event: Event, id: EventID, at: Instant? = nil, precision: Precision = .millisecond,
        actor: String,
        expecting: Int64? = nil, naming: Int? = nil, payloads: [Payload] = []
    ) {
        self.target = target
        self.event = event
        self.id = id
        self.at = at
        self.precision = precision
        self.actor = actor
        self.expecting = expecting
        self.naming = naming
        self.payloads = payloads
    }
}

/// Data that must be erasable without breaking a proof: its hash covers a random salt that goes with it.
package struct Payload: Equatable, Sendable {
    package let hash: Digest
    package let salt: [UInt8]
    package let data: [UInt8]

    package init(hash: Digest, salt: [UInt8], data: [UInt8]) {
        self.hash = hash
        self.salt = salt
        self.data = data
    }
}

extension Event {
    /// The same with the name of a subject of the same append, where it speaks of one.
    package func naming(_ name: SubjectName) -> Event {
        guard case .intake(.released(var body)) = self else { return self }
        body.to = name
        return .intake(.released(body))
    }
}
