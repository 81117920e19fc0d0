/// Events about the watch.
package enum ShiftEvent: AreaEvent {
    case started(ShiftStarted)
    case offered(ShiftOffered)
    case noted(ShiftNoted)
    case decided(DecisionRecorded)
    case takingSeen(ShiftTakingSeen)
    case ended(ShiftEnded)
    case itemSet(HandoverItemSet)
    case saidBack(HandoverSaidBack)
    case asked(HandoverAsked)
    case answered(HandoverAnswered)
    case refused(HandoverRefused)
    case paperRow(PaperRowEntered)

    package static let kinds: [EventKind<ShiftEvent>] = [
        EventKind(ShiftStarted.self) { .started($0) }, EventKind(ShiftOffered.self) { .offered($0) },
        EventKind(ShiftNoted.self) { .noted($0) }, EventKind(DecisionRecorded.self) { .decided($0) },
        EventKind(ShiftTakingSeen.self) { .takingSeen($0) }, EventKind(ShiftEnded.self) { .ended($0) },
        EventKind(HandoverItemSet.self) { .itemSet($0) }, EventKind(HandoverSaidBack.self) { .saidBack($0) },
        EventKind(HandoverAsked.self) { .asked($0) }, EventKind(HandoverAnswered.self) { .answered($0) },
        EventKind(HandoverRefused.self) { .refused($0) },
        EventKind(PaperRowEntered.self) { .paperRow($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .started(let body): body
        case .offered(let body): body
        case .noted(let body): body
        case .decided(let body): body
        case .takingSeen(let body): body
        case .ended(let body): body
        case .itemSet(let body): body
        case .saidBack(let body): body
        case .asked(let body): body
        case .answered(let body): body
        case .refused(let body): body
        case .paperRow(let body): body
        }
    }
}

package struct ShiftStarted: EventBody {
    package static let kind = "shiftStarted"
    /// The officer's name as it is to be shown.
    package var officer: String
    /// The id that the officer's entries bear as `actor`; nil in entries of older programs.
    package var officerID: String?
    package var until: Instant
    package var relief: String?
    /// The watch that ends with this one's beginning.
    package var relieves: SubjectName?
    /// Why it is taken although nobody offered it, or before it was accepted; nil when it was, or when nobody had it.
    package var reason: String?
    /// It was offered to this officer, who takes it while so many lines are not said back; nil where it was not.
    package var unsaid: Int?

    package init(
        officer: String, officerID: String? = nil, until: Instant, relief: String? = nil,
        relieves: SubjectName? = nil, reason: String? = nil, unsaid: Int? = nil
    ) {
        self.unsaid = unsaid
        self.officer = officer
        self.officerID = officerID
        self.until = until
        self.relief = relief
        self.relieves = relieves
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        officer = try body.text("officer")
        officerID = try body.optionalText("officer_id")
        until = try body.instant("until")
        relief = try body.optionalText("relief")
        relieves = try body.optionalName("relieves")
        reason = try body.optionalText("reason")
        unsaid = try body.optionalInteger("unsaid", in: 0...1_000_000).map(Int.init)
    }

    package func write(to body: inout BodyWriter) {
        body.text("officer", officer)
        body.text("officer_id", officerID)
        body.instant("until", until)
        body.text("relief", relief)
        body.text("relieves", relieves?.text)
        body.text("reason", reason)
        body.integer("unsaid", unsaid.map(Int64.init))
    }
}

/// The one who has the watch is ready to give it to somebody, with all that is open; until that person takes it, nothing
/// changes.
package struct ShiftOffered: EventBody {
    package static let kind = "shiftOffered"
    /// The officer's id, or the name as it stands in the roster.
    package var to: String
    /// What is handed over; nil in entries of older programs.
    package var handover: HandoverWritten?

    package init(to: String, handover: HandoverWritten? = nil) {
        self.to = to
        self.handover = handover
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        to = try body.text("to")
        handover = try body.optionalReader("handover").map { (written) throws(BodyFault) in
            try HandoverWritten(reading: written)
        }
    }

    package func write(to body: inout BodyWriter) {
        body.text("to", to)
        body.object("handover", handover?.object)
    }
}

/// One line in the log of the watch.
package struct ShiftNoted: EventBody {
    package static let kind = "shiftNoted"
    package var text: String
    /// The number of the writer's own note that this one replaces; that one is withdrawn in the same append.
    package var corrects: Int64?
    /// Where the words as they were typed lie, when a number of a living person was taken out of them.
    package var payloads: [String]

    package init(text: String, corrects: Int64? = nil, payloads: [String] = []) {
        self.text = text
        self.corrects = corrects
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        corrects = try body.optionalInteger("corrects", in: 0...JSON.largestInteger)
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.integer("corrects", corrects)
        body.texts("payloads", payloads)
    }
}

/// Somebody else knows that the watch was taken without an offer.
package struct ShiftTakingSeen: EventBody {
    package static let kind = "shiftTakingSeen"
    package var note: String?

    package init(note: String? = nil) { self.note = note }
    package init(reading body: BodyReader) throws(BodyFault) { note = try body.optionalText("note") }
    package func write(to body: inout BodyWriter) { body.text("note", note) }
}

package struct ShiftEnded: EventBody {
    package static let kind = "shiftEnded"
    package var note: String?
    /// Who has the watch from this moment on, by the name to be shown; nil when nobody has it.
    package var relievedBy: String?
    /// The entry that offered it; nil when it ends without having been offered.
    package var offer: Int64?
    /// What the one who takes it does not answer for; nil when it is taken as it is.
    package var reservation: String?
    /// Who is asked to take the watch, where it ends and nobody has it.
    package var asked: String?
    /// What has become dangerous since the watch was offered, and is answered for by the one who accepts.
    package var risks: [HandoverRisk]
    /// The second person who was there at the acceptance, by name.
    package var secondPerson: String?
    /// Why it was accepted without one.
    package var riskReason: String?

    package init(
        note: String? = nil, relievedBy: String? = nil, offer: Int64? = nil, reservation: String? = nil,
        asked: String? = nil, risks: [HandoverRisk] = [], secondPerson: String? = nil, riskReason: String? = nil
    ) {
        self.asked = asked
        self.risks = risks
        self.secondPerson = secondPerson
        self.riskReason = riskReason
        self.note = note
        self.relievedBy = relievedBy
        self.offer = offer
        self.reservation = reservation
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        note = try body.optionalText("note")
        relievedBy = try body.optionalText("relieved_by")
        offer = try body.optionalInteger("offer", in: 0...JSON.largestInteger)
        reservation = try body.optionalText("reservation")
        asked = try body.optionalText("asked")
        risks = []
        for risk in try body.objects("risks") { risks.append(try HandoverRisk(reading: risk)) }
        secondPerson = try body.optionalText("second_person")
        riskReason = try body.optionalText("risk_reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("note", note)
        body.text("relieved_by", relievedBy)
        body.integer("offer", offer)
        body.text("reservation", reservation)
        body.text("asked", asked)
        if !risks.isEmpty { body.objects("risks", risks.map(\.object)) }
        body.text("second_person", secondPerson)
        body.text("risk_reason", riskReason)
    }
}
