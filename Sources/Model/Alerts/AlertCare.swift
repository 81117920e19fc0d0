/// How urgent it is now. A higher priority takes every acknowledgement and shelf away: it has to be looked at again.
package struct AlertPrioritySet: EventBody {
    package static let kind = "alertPrioritySet"
    /// 1 (now, wakes people) to 4 (for information).
    package var priority: Int
    package var reason: String

    package init(priority: Int, reason: String) {
        self.priority = priority
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        priority = Int(try body.integer("priority", in: 1...4))
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("priority", Int64(priority))
        body.text("reason", reason)
    }
}

/// Somebody is asked to be the officer in charge; who has it keeps it until the other one accepts.
package struct AlertOffered: EventBody {
    package static let kind = "alertOffered"
    /// The stable id of an officer, or a name where officers have no ids.
    package var to: String

    package init(to: String) { self.to = to }
    package init(reading body: BodyReader) throws(BodyFault) { to = try body.text("to") }
    package func write(to body: inout BodyWriter) { body.text("to", to) }
}

/// The writer is the officer in charge from here on, on an offer or of their own accord.
package struct AlertTaken: EventBody {
    package static let kind = "alertTaken"

    package init() {}
    package init(reading body: BodyReader) throws(BodyFault) {}
    package func write(to body: inout BodyWriter) {}
}

/// The one it was offered to does not take it.
package struct AlertDeclined: EventBody {
    package static let kind = "alertDeclined"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}

/// At this hour somebody looks at it again, whatever happens before.
package struct AlertFollowUpSet: EventBody {
    package static let kind = "alertFollowUpSet"
    package var at: Instant
    package var text: String
    /// Only for the writer's own console.
    package var isOwn: Bool

    package init(at: Instant, text: String, isOwn: Bool = false) {
        self.at = at
        self.text = text
        self.isOwn = isOwn
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        at = try body.instant("due")
        text = try body.text("text")
        isOwn = try body.optionalInteger("own", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.instant("due", at)
        body.text("text", text)
        body.integer("own", isOwn ? 1 : nil)
    }
}

/// It was looked at; the follow-up of that entry is done.
package struct AlertFollowUpDone: EventBody {
    package static let kind = "alertFollowUpDone"
    /// The number of the entry that set it.
    package var entry: Int64

    package init(entry: Int64) { self.entry = entry }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry_number", in: 0...JSON.largestInteger)
    }

    package func write(to body: inout BodyWriter) { body.integer("entry_number", entry) }
}

/// What came of an attempt to reach somebody.
package enum CallOutcome: String, CaseIterable, Sendable {
    case answered
    case noAnswer = "no_answer"
    case busy
    case wrongNumber = "wrong_number"
    /// They were called back on the number that is filed, not on the one that called.
    case calledBack = "called_back"
}

/// One attempt to reach somebody about it: a rung of the ladder, or a duty unit.
package struct AlertCallTried: EventBody {
    package static let kind = "alertCallTried"
    package var party: String
    package var outcome: CallOutcome
    package var note: String?

    package init(party: String, outcome: CallOutcome, note: String? = nil) {
        self.party = party
        self.outcome = outcome
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        party = try body.text("party")
        outcome = try body.code("outcome", CallOutcome.self)
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("party", party)
        body.text("outcome", outcome.rawValue)
        body.text("note", note)
    }
}
