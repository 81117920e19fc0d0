/// Events that let one person do what another has approved; on the subject that they are about.
package enum FourEyesEvent: AreaEvent {
    case proposed(ActionProposed)
    case approved(ActionApproved)
    case declined(ActionDeclined)
    case countersignatureAsked(CountersignatureAsked)
    case countersigned(EntryCountersigned)
    case countersignatureRefused(CountersignatureRefused)

    package static let kinds: [EventKind<FourEyesEvent>] = [
        EventKind(ActionProposed.self) { .proposed($0) }, EventKind(ActionApproved.self) { .approved($0) },
        EventKind(ActionDeclined.self) { .declined($0) },
        EventKind(CountersignatureAsked.self) { .countersignatureAsked($0) },
        EventKind(EntryCountersigned.self) { .countersigned($0) },
        EventKind(CountersignatureRefused.self) { .countersignatureRefused($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .proposed(let body): body
        case .approved(let body): body
        case .declined(let body): body
        case .countersignatureAsked(let body): body
        case .countersigned(let body): body
        case .countersignatureRefused(let body): body
        }
    }
}

/// What somebody wants to do and may not do alone: the event word for word, and until when the proposal stands.
package struct ActionProposed: EventBody {
    package static let kind = "actionProposed"
    package var event: Event
    package var until: Instant
    package var reason: String?

    package init(_ event: Event, until: Instant, reason: String? = nil) {
        self.event = event
        self.until = until
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        let kind = try body.text("kind")
        let version = try body.integer("version", in: 1...1_000)
        guard let object = try body.optionalObject("event") else { throw .missing(key: "event") }
        guard !FourEyesEvent.kinds.contains(where: { $0.name == kind }), kind != EntryWithdrawn.kind else {
            throw .outOfRange(key: "kind")
        }
        event = try Event(kind: kind, version: version, body: object)
        until = try body.instant("until")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("kind", event.kind)
        body.integer("version", event.version)
        body.object("event", event.body)
        body.instant("until", until)
        body.text("reason", reason)
    }
}

/// A second person agrees, and with this entry what was proposed takes effect.
package struct ActionApproved: EventBody {
    package static let kind = "actionApproved"
    /// Where the proposal stands in the log.
    package var entry: Int64
    /// Its leaf hash: exactly these bytes were approved.
    package var proposal: Digest
    /// Set when the approval was given by telephone and the one who proposed writes it down.
    package var telephone: Telephone?

    /// An approval that was heard, not signed; the one who gave it countersigns later.
    package struct Telephone: Equatable, Sendable {
        /// The officer id of the one who said yes.
        package var by: String
        package var at: Instant
        package var number: String?

        package init(by: String, at: Instant, number: String? = nil) {
            self.by = by
            self.at = at
            self.number = number
        }
    }

    package init(entry: Int64, proposal: Digest, telephone: Telephone? = nil) {
        self.entry = entry
        self.proposal = proposal
        self.telephone = telephone
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry", in: 0...JSON.largestInteger)
        proposal = try body.digest("proposal")
        guard let by = try body.optionalText("told_by") else { return }
        telephone = Telephone(by: by, at: try body.instant("told_at"), number: try body.optionalText("number"))
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry", entry)
        body.text("proposal", proposal.hex)
        body.text("told_by", telephone?.by)
        body.instant("told_at", telephone?.at)
        body.text("number", telephone?.number)
    }
}

/// A second person does not agree; the proposal is over.
package struct ActionDeclined: EventBody {
    package static let kind = "actionDeclined"
    package var entry: Int64
    package var reason: String

    package init(entry: Int64, reason: String) {
        self.entry = entry
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry", in: 0...JSON.largestInteger)
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry", entry)
        body.text("reason", reason)
    }
}

/// An entry was saved at once and owes a second person's signature; the log adds this itself, after that entry.
package struct CountersignatureAsked: EventBody {
    package static let kind = "countersignatureAsked"
    package var entry: Int64
    /// The kind of that entry, so that it can be named without looking it up.
    package var of: String
    package var until: Instant
    /// The officer id of the one who must sign; nil for anybody who may approve it.
    package var from: String?

    package init(entry: Int64, of: String, until: Instant, from: String? = nil) {
        self.entry = entry
        self.of = of
        self.until = until
        self.from = from
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry", in: 0...JSON.largestInteger)
        of = try body.text("of")
        until = try body.instant("until")
        from = try body.optionalText("from")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry", entry)
        body.text("of", of)
        body.instant("until", until)
        body.text("from", from)
    }
}

/// A second person has seen the entry and stands for it, too.
package struct EntryCountersigned: EventBody {
    package static let kind = "entryCountersigned"
    package var entry: Int64
    /// Its leaf hash.
    package var leaf: Digest

    package init(entry: Int64, leaf: Digest) {
        self.entry = entry
        self.leaf = leaf
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry", in: 0...JSON.largestInteger)
        leaf = try body.digest("leaf")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry", entry)
        body.text("leaf", leaf.hex)
    }
}

/// A second person has seen the entry and does not stand for it; it stays what it is, with this beside it.
package struct CountersignatureRefused: EventBody {
    package static let kind = "countersignatureRefused"
    package var entry: Int64
    package var reason: String

    package init(entry: Int64, reason: String) {
        self.entry = entry
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry", in: 0...JSON.largestInteger)
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry", entry)
        body.text("reason", reason)
    }
}

extension Event {
    /// The version that its entry bears.
    package var version: Int64 { if case .unknown(let event) = self { event.version } else { Event.version } }
}

extension BodyReader {
    package func digest(_ key: String) throws(BodyFault) -> Digest {
        guard let digest = Digest(hex: try text(key)) else { throw .wrongType(key: key) }
        return digest
    }
}
