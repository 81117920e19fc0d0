/// What may go wrong on the road.
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

    /// Whether somebody has to be called at once.
    package var isGrave: Bool { self != .delayed && self != .stopped }
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

/// What is not as planned, and what was agreed for it.
package struct Exceptions: Equatable, Sendable {
    package struct Open: Equatable, Sendable {
        package let entered: ExceptionEntered
        package let entry: Int64
        package let at: Instant
        package let learnt: Instant
        package fileprivate(set) var done: [Int: Done] = [:]
    }

    package struct Done: Equatable, Sendable {
        package let by: String
        package let at: Instant
        package let note: String?
    }

    package struct Call: Equatable, Sendable {
        package let party: String
        package let outcome: CallOutcome
        package let note: String?
        package let by: String
        package let at: Instant
    }

    package private(set) var open: [Open] = []
    /// What was, with the instant at which it ended.
    package private(set) var past: [(Open, endedAt: Instant)] {
        get { ended.map { ($0.exception, $0.at) } }
        set { ended = newValue.map { Ended(exception: $0.0, at: $0.endedAt) } }
    }
    private var ended: [Ended] = []
    package private(set) var agreed: [InterventionAgreed] = []
    package private(set) var calls: [Call] = []

    private struct Ended: Equatable, Sendable {
        let exception: Open
        let at: Instant
    }

    mutating func enter(_ body: ExceptionEntered, _ entry: Entry) {
        open.append(Open(entered: body, entry: entry.index, at: entry.at, learnt: entry.learnt))
    }

    mutating func end(_ body: ExceptionEnded, _ entry: Entry) {
        guard let place = open.firstIndex(where: { $0.entry == body.entry }) else { return }
        ended.append(Ended(exception: open.remove(at: place), at: entry.at))
    }

    mutating func agree(_ body: InterventionAgreed) {
        agreed.removeAll { $0.leg == body.leg && $0.situation == body.situation }
        agreed.append(body)
    }

    mutating func tick(_ body: InterventionStepDone, _ entry: Entry) {
        guard let place = open.firstIndex(where: { $0.entry == body.entry }) else { return }
        open[place].done[body.step] = Done(by: entry.actor, at: entry.at, note: body.note)
    }

    mutating func call(_ body: DeliveryCallTried, _ entry: Entry) {
        calls.append(
            Call(party: body.party, outcome: body.outcome, note: body.note, by: entry.actor, at: entry.at))
    }

    /// What was agreed for a situation on a leg: for this leg, else for every one.
    package func agreed(for situation: ExceptionKind, leg: Int?) -> InterventionAgreed? {
        agreed.last { $0.situation == situation && $0.leg == leg && leg != nil }
            ?? agreed.last { $0.situation == situation && $0.leg == nil }
    }
}
