/// Events by which an officer says how two subjects belong together. A program proposes, a person decides.
package enum LinkEvent: AreaEvent {
    case linked(SubjectLinked)
    case unlinked(SubjectUnlinked)
    case joined(SubjectJoined)
    case parted(SubjectParted)
    case toldApart(SubjectToldApart)

    package static let kinds: [EventKind<LinkEvent>] = [
        EventKind(SubjectLinked.self) { .linked($0) }, EventKind(SubjectUnlinked.self) { .unlinked($0) },
        EventKind(SubjectJoined.self) { .joined($0) }, EventKind(SubjectParted.self) { .parted($0) },
        EventKind(SubjectToldApart.self) { .toldApart($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .linked(let body): body
        case .unlinked(let body): body
        case .joined(let body): body
        case .parted(let body): body
        case .toldApart(let body): body
        }
    }
}

/// It has to do with another subject.
package struct SubjectLinked: EventBody {
    package static let kind = "subjectLinked"
    package var to: SubjectName
    /// What they share, as the officer saw it.
    package var why: String

    package init(to: SubjectName, why: String) {
        self.to = to
        self.why = why
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        to = try body.subject("to")
        why = try body.text("why")
    }

    package func write(to body: inout BodyWriter) {
        body.text("to", to.text)
        body.text("why", why)
    }
}

package struct SubjectUnlinked: EventBody {
    package static let kind = "subjectUnlinked"
    package var from: SubjectName
    package var reason: String

    package init(from: SubjectName, reason: String) {
        self.from = from
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        from = try body.subject("from")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("from", from.text)
        body.text("reason", reason)
    }
}

/// It is the same seizure as another subject, which goes on for both; nothing of this one is lost.
package struct SubjectJoined: EventBody {
    package static let kind = "subjectJoined"
    package var into: SubjectName
    package var why: String

    package init(into: SubjectName, why: String) {
        self.into = into
        self.why = why
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        into = try body.subject("into")
        why = try body.text("why")
    }

    package func write(to body: inout BodyWriter) {
        body.text("into", into.text)
        body.text("why", why)
    }
}

/// It was not the same after all, and goes on by itself.
package struct SubjectParted: EventBody {
    package static let kind = "subjectParted"
    package var from: SubjectName
    package var reason: String

    package init(from: SubjectName, reason: String) {
        self.from = from
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        from = try body.subject("from")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("from", from.text)
        body.text("reason", reason)
    }
}

/// It looks like another subject and is not the same; it is not proposed again.
package struct SubjectToldApart: EventBody {
    package static let kind = "subjectToldApart"
    package var from: SubjectName
    package var reason: String?

    package init(from: SubjectName, reason: String? = nil) {
        self.from = from
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        from = try body.subject("from")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("from", from.text)
        body.text("reason", reason)
    }
}
