/// What may go wrong on the road, and what was agreed for it.

package enum ExceptionKind: String, CaseIterable, Sendable {
    case delayed
    /// The load or the vehicle stands where it should not.
    case stopped
    case deviated
    case contactLost = "contact_lost"
    case compromised
    case danger
    case seizedEarly = "seized_early"
    /// A State says: stop.
    case stopReported = "stop_reported"
    /// It is where no consent holds, or is about to be.
    case uncovered
    case lossOfControl = "loss_of_control"
    /// Somebody tries to divide, unload or get rid of it.
    case unloading
    /// A seal or a tracker was touched.
    case tampering
    case weapons
    case destinationReached = "destination_reached"
    case timeLimit = "time_limit"

    /// Whether somebody has to be called at once.
    package var isGrave: Bool {
        switch self {
        case .delayed, .stopped, .destinationReached: false
        default: true
        }
    }
}

/// The delivery is not as planned. A fact that somebody reported; it is accepted in any state.
package struct ExceptionEntered: EventBody {
    package static let kind = "exceptionEntered"
    package var exception: ExceptionKind
    /// Who says so: "UZB, Colonel Nazarov".
    package var from: String
    package var text: String
    package var leg: Int?
    /// They were called back on the number that is filed.
    package var isCalledBack: Bool

    package init(
        _ exception: ExceptionKind, from: String, text: String, leg: Int? = nil, isCalledBack: Bool = false
    ) {
        self.exception = exception
        self.from = from
        self.text = text
        self.leg = leg
        self.isCalledBack = isCalledBack
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        exception = try body.code("exception", ExceptionKind.self)
        from = try body.text("from")
        text = try body.text("text")
        leg = try body.optionalInteger("leg", in: 1...99).map { Int($0) }
        isCalledBack = try body.optionalInteger("called_back", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.text("exception", exception.rawValue)
        body.text("from", from)
        body.text("text", text)
        body.integer("leg", leg.map { Int64($0) })
        body.integer("called_back", isCalledBack ? 1 : nil)
    }
}

/// It is as planned again, or what was to be done was done.
package struct ExceptionEnded: EventBody {
    package static let kind = "exceptionEnded"
    /// The number of the entry with which it began.
    package var entry: Int64
    package var text: String

    package init(entry: Int64, text: String) {
        self.entry = entry
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry_number", in: 0...JSON.largestInteger)
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry_number", entry)
        body.text("text", text)
    }
}

/// What is done in a situation, as the States agreed before it comes: who decides, what, whom to tell.
package struct InterventionAgreed: EventBody {
    package static let kind = "interventionAgreed"
    /// Nil for every leg.
    package var leg: Int?
    package var situation: ExceptionKind
    /// Whose decision it is: the State on whose soil it happens.
    package var decides: String
    /// What is done, one step a text, in order.
    package var steps: [String]
    package var tell: [String]

    package init(leg: Int? = nil, situation: ExceptionKind, decides: String, steps: [String], tell: [String] = []) {
        self.leg = leg
        self.situation = situation
        self.decides = decides
        self.steps = steps
        self.tell = tell
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        leg = try body.optionalInteger("leg", in: 1...99).map { Int($0) }
        situation = try body.code("situation", ExceptionKind.self)
        decides = try body.text("decides")
        steps = try body.texts("steps")
        tell = try body.texts("tell")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("leg", leg.map { Int64($0) })
        body.text("situation", situation.rawValue)
        body.text("decides", decides)
        body.texts("steps", steps)
        body.texts("tell", tell)
    }
}

/// A step of what was agreed for this situation is done.
package struct InterventionStepDone: EventBody {
    package static let kind = "interventionStepDone"
    /// The number of the entry with which the exception began.
    package var entry: Int64
    /// Counted from 1.
    package var step: Int
    package var note: String?

    package init(entry: Int64, step: Int, note: String? = nil) {
        self.entry = entry
        self.step = step
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry_number", in: 0...JSON.largestInteger)
        step = Int(try body.integer("step", in: 1...99))
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry_number", entry)
        body.integer("step", Int64(step))
        body.text("note", note)
    }
}

/// One attempt to reach somebody about a delivery.
package struct DeliveryCallTried: EventBody {
    package static let kind = "deliveryCallTried"
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

/// A State, or somebody for it, says: stop. Saved in one step; the second signature comes later, and nothing waits for it.
package struct StopReported: EventBody {
    package static let kind = "stopReported"
    /// Who says so: "UZB, Colonel Nazarov".
    package var from: String
    package var text: String
    package var leg: Int?
    /// They were called back on the number that is filed.
    package var isCalledBack: Bool

    package init(from: String, text: String, leg: Int? = nil, isCalledBack: Bool = false) {
        self.from = from
        self.text = text
        self.leg = leg
        self.isCalledBack = isCalledBack
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        from = try body.text("from")
        text = try body.text("text")
        leg = try body.optionalInteger("leg", in: 1...99).map { Int($0) }
        isCalledBack = try body.optionalInteger("called_back", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.text("from", from)
        body.text("text", text)
        body.integer("leg", leg.map { Int64($0) })
        body.integer("called_back", isCalledBack ? 1 : nil)
    }
}

/// Somebody was told of an exception.
package struct PartyTold: EventBody {
    package static let kind = "partyTold"
    /// The number of the entry with which the exception began.
    package var entry: Int64
    /// "KAZ", "KAZ desk", "the responsible officer".
    package var party: String
    package var note: String?

    package init(entry: Int64, party: String, note: String? = nil) {
        self.entry = entry
        self.party = party
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        entry = try body.integer("entry_number", in: 0...JSON.largestInteger)
        party = try body.text("party")
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("entry_number", entry)
        body.text("party", party)
        body.text("note", note)
    }
}
