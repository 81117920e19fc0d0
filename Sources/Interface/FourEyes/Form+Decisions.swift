import Model
import Wording

extension Form {
    static func sendRequest(_ delivery: Delivery) -> Form {
        Form(
            .sendRequest(delivery.name), title: "Request about \(delivery.name.text)", expecting: delivery.trail.last,
            fields: [
                Field("To", delivery.uncoveredState ?? "", hint: "State code, such as TJK"),
                Field("Channel", hint: "I-24/7, CENcomm, mail, telephone"),
                Field("Our number", hint: "may stay empty"), Field("Text", hint: "exactly as it goes out"),
                Field(
                    "Confirm by", hint: "when they are to say that they have it; empty for in an hour", time: .deadline),
                Field("Answer by", hint: "empty for none; 06:00, 2h", time: .deadline),
                Field("In place of", hint: "our number of the request that it replaces; may stay empty"),
                Field("Version", hint: "may stay empty"),
                Field("Their number", hint: "where it answers theirs; may stay empty"),
                Field("Language", hint: "in which it goes out, in two letters, such as ru; may stay empty"),
                Field("When", hint: "empty for now; 0406, 04:06", time: .past),
            ])
    }

    static func transferEvidence(_ delivery: Delivery) -> Form {
        let exhibit = delivery.exhibits.last
        return Form(
            .transferEvidence(delivery.name), title: "Evidence of \(delivery.name.text) changes hands",
            expecting: delivery.trail.last,
            fields: [
                Field("Exhibit", exhibit?.registered.exhibit ?? "", hint: "its number or mark"),
                Field("Handed over by", exhibit?.holder ?? ""), Field("Taken by"),
                Field("Seal", hint: "may stay empty"), Field("When", hint: "empty for now; 0406, 04:06", time: .past),
            ])
    }

    static func closeDelivery(_ delivery: Delivery) -> Form {
        Form(
            .closeDelivery(delivery.name), title: "Close the file of \(delivery.name.text)",
            expecting: delivery.trail.last,
            fields: [
                Field("Summary", hint: "what came of it, in one line"),
                Field("Because", hint: "only where something of it is missing: why it is closed all the same"),
            ])
    }

    static func decline(_ waiting: Waiting) -> Form {
        Form(
            .decline(waiting.index, waiting.subject), title: "Decline #\(Int(waiting.index)): \(waiting.message)",
            fields: [Field("Because", hint: "the reason is kept")])
    }

    static func refuseSignature(_ waiting: Waiting) -> Form {
        Form(
            .refuseSignature(waiting.index, waiting.subject),
            title: "Do not stand for #\(Int(waiting.index)): \(waiting.message)",
            fields: [Field("Because", hint: "the reason is kept, and every console rings")])
    }

    static func telephone(_ waiting: Waiting, leaf: Digest, who: [Officer]) -> Form {
        Form(
            .telephone(waiting.index, waiting.subject, leaf: leaf, who: who.map(\.id)),
            title: "Approval of #\(Int(waiting.index)) by telephone",
            fields: [
                Field("Who said yes", choices: who.map { .verbatim("\($0.shownName) (\($0.id))") }),
                Field("When", hint: "empty for now; 0406, 04:06", time: .past),
                Field("Number", hint: "the one that was called; may stay empty"),
            ])
    }

    /// The kind of the event that the answers make, where a second person may be needed for it.
    var kind: String? {
        switch purpose {
        case .sendRequest: RequestSent.kind
        case .transferEvidence: EvidenceTransferred.kind
        case .closeDelivery: DeliveryClosed.kind
        case .deliveryDetail: DeliveryDetailed.kind
        case .endDelivery: DeliveryEnded.kind
        case .closeAlert: AlertClosed.kind
        case .raiseAlert, .raiseHeld: AlertRaised.kind
        case .shelveAlert: AlertShelved.kind
        case .heard: ReportReceived.kind
        case .openDelivery: DeliveryOpened.kind
        case .planLeg: LegPlanned.kind
        case .handling: HandlingSet.kind
        case .bond(let bonding, _, _): bonding.kind
        case .release: MessageFiled.kind
        case .discard: HeldDiscarded.kind
        case .alert(let purpose): purpose.kind
        case .directory(let purpose): purpose.kind
        case .delivery(let purpose): purpose.fact.kind
        case .phone: ReportReceived.kind
        case .paper: PaperRowEntered.kind
        case .rolling: DeliveryOpened.kind
        case .like: LegPlanned.kind
        case .note, .withdraw, .decline, .refuseSignature, .telephone, .consult, .watch, .handover: nil
        }
    }

    func request(about name: SubjectName, _ times: FormTimes) throws(FormFault) -> Draft {
        let sent = RequestSent(
            state: try required(0).uppercased(), channel: try required(1), number: fields[2].optionalText,
            text: try required(3), version: try number(7, in: 1...999), supersedes: fields[6].optionalText,
            theirNumber: fields[8].optionalText, language: fields[9].optionalText?.lowercased(),
            confirmBy: try times.optional(4, leaning: .deadline), answerBy: try times.optional(5, leaning: .deadline))
        return Draft(
            .existing(name), .delivery(.requestSent(sent)), at: try times.past(10), expecting: expecting)
    }

    func transfer(of name: SubjectName, _ times: FormTimes) throws(FormFault) -> Draft {
        let moved = EvidenceTransferred(
            exhibit: try required(0), from: try required(1), to: try required(2), seal: fields[3].optionalText)
        return Draft(
            .existing(name), .delivery(.evidenceTransferred(moved)), at: try times.past(4), expecting: expecting)
    }

    func closing(of name: SubjectName) throws(FormFault) -> Draft {
        let closed = DeliveryClosed(summary: try required(0), reason: fields[1].optionalText)
        return Draft(.existing(name), .delivery(.closed(closed)), expecting: expecting)
    }

    func declining(_ index: Int64, of name: SubjectName) throws(FormFault) -> Draft {
        Draft(.existing(name), .fourEyes(.declined(ActionDeclined(entry: index, reason: try required(0)))))
    }

    func refusing(_ index: Int64, of name: SubjectName) throws(FormFault) -> Draft {
        let refused = CountersignatureRefused(entry: index, reason: try required(0))
        return Draft(.existing(name), .fourEyes(.countersignatureRefused(refused)))
    }

    func approving(
        _ index: Int64, of name: SubjectName, _ leaf: Digest, who: [String], _ times: FormTimes
    ) throws(FormFault) -> Draft {
        let call = ActionApproved.Telephone(
            by: who[fields[0].choice], at: try times.past(1) ?? times.now, number: fields[2].optionalText)
        return Draft(
            .existing(name), .fourEyes(.approved(ActionApproved(entry: index, proposal: leaf, telephone: call))))
    }
}
