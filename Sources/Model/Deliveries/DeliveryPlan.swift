/// The plan that the States agreed, the decision to start, what was prepared, and what comes after the road.

/// Before anything is asked: is it somebody else's, and is there time?
package struct DeliveryChecked: EventBody {
    package static let kind = "deliveryChecked"
    /// What was looked at: "no other operation on this plate".
    package var text: String
    /// Whether anything stands against it.
    package var isClear: Bool

    package init(text: String, isClear: Bool) {
        self.text = text
        self.isClear = isClear
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        isClear = try body.integer("clear", in: 0...1) == 1
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.integer("clear", isClear ? 1 : 0)
    }
}

/// The joint plan is agreed between these States.
package struct PlanAgreed: EventBody {
    package static let kind = "planAgreed"
    package var states: [String]
    package var version: Int
    package var text: String

    package init(states: [String], version: Int, text: String) {
        self.states = states
        self.version = version
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        states = try body.texts("states")
        version = Int(try body.integer("version", in: 1...999))
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.texts("states", states)
        body.integer("version", Int64(version))
        body.text("text", text)
    }
}

/// Somebody with the power to do so decided that it goes, or that it does not. It is a State's decision.
package struct StartDecided: EventBody {
    package static let kind = "startDecided"
    package var goes: Bool
    /// Whose decision: "TJK, Prosecutor General".
    package var decidedBy: String
    package var number: String?
    package var text: String?

    package init(goes: Bool, decidedBy: String, number: String? = nil, text: String? = nil) {
        self.goes = goes
        self.decidedBy = decidedBy
        self.number = number
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        goes = try body.integer("goes", in: 0...1) == 1
        decidedBy = try body.text("decided_by")
        number = try body.optionalText("number")
        text = try body.optionalText("text")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("goes", goes ? 1 : 0)
        body.text("decided_by", decidedBy)
        body.text("number", number)
        body.text("text", text)
    }
}

/// The Centre tells every State on the road that it begins. Our own step: it is refused while a State has not consented.
package struct StartAnnounced: EventBody {
    package static let kind = "startAnnounced"
    package var states: [String]
    /// Why it is announced although not everything is covered, and on whose word.
    package var reason: String?

    package init(states: [String], reason: String? = nil) {
        self.states = states
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        states = try body.texts("states")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.texts("states", states)
        body.text("reason", reason)
    }
}

/// Inspected, weighed, sampled, sealed, and made ready, by the State that has it.
package struct DeliveryPrepared: EventBody {
    package static let kind = "deliveryPrepared"
    package var by: String
    package var place: String?
    package var method: DeliveryMethod
    /// What was left in, what was taken out, where it is kept.
    package var text: String
    package var seal: String?
    package var grossGrams: Int64?
    package var tracker: String?

    package init(
        by: String, place: String? = nil, method: DeliveryMethod, text: String, seal: String? = nil,
        grossGrams: Int64? = nil, tracker: String? = nil
    ) {
        self.by = by
        self.place = place
        self.method = method
        self.text = text
        self.seal = seal
        self.grossGrams = grossGrams
        self.tracker = tracker
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        by = try body.text("prepared_by")
        place = try body.optionalText("place")
        method = try body.code("method", DeliveryMethod.self)
        text = try body.text("text")
        seal = try body.optionalText("seal")
        grossGrams = try body.optionalInteger("gross_grams", in: 0...JSON.largestInteger)
        tracker = try body.optionalText("tracker_name")
    }

    package func write(to body: inout BodyWriter) {
        body.text("prepared_by", by)
        body.text("place", place)
        body.text("method", method.rawValue)
        body.text("text", text)
        body.text("seal", seal)
        body.integer("gross_grams", grossGrams)
        body.text("tracker_name", tracker)
    }
}

/// What is asked of a State in due form, so that a court can use it.
package enum FormalMatter: String, CaseIterable, Sendable {
    case evidence
    case charges
    case extradition
}

package struct FormalRequestSent: EventBody {
    package static let kind = "formalRequestSent"
    package var matter: FormalMatter
    package var from: String
    package var to: String
    package var number: String
    package var due: Instant?

    package init(matter: FormalMatter, from: String, to: String, number: String, due: Instant? = nil) {
        self.matter = matter
        self.from = from
        self.to = to
        self.number = number
        self.due = due
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        matter = try body.code("matter", FormalMatter.self)
        from = try body.text("from_state")
        to = try body.text("to_state")
        number = try body.text("number")
        due = try body.optionalInstant("due")
    }

    package func write(to body: inout BodyWriter) {
        body.text("matter", matter.rawValue)
        body.text("from_state", from)
        body.text("to_state", to)
        body.text("number", number)
        body.instant("due", due)
    }
}

package struct FormalRequestAnswered: EventBody {
    package static let kind = "formalRequestAnswered"
    package var number: String
    package var isGranted: Bool
    package var text: String

    package init(number: String, isGranted: Bool, text: String) {
        self.number = number
        self.isGranted = isGranted
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        number = try body.text("number")
        isGranted = try body.integer("granted", in: 0...1) == 1
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.text("number", number)
        body.integer("granted", isGranted ? 1 : 0)
        body.text("text", text)
    }
}

/// The de-brief: what is to be done otherwise next time, and whose task it is.
package struct DebriefHeld: EventBody {
    package static let kind = "debriefHeld"
    package var text: String
    package var lessons: [String]

    package init(text: String, lessons: [String] = []) {
        self.text = text
        self.lessons = lessons
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        lessons = try body.texts("lessons")
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.texts("lessons", lessons)
    }
}
