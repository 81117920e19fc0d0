import Model
import Wording

extension Form {
    /// The events that the answers of a form about the watch make.
    func drafts(of purpose: WatchPurpose, _ times: FormTimes) throws(FormFault) -> [Draft] {
        switch purpose {
        case .start(let officer):
            let started = ShiftStarted(
                officer: try required(0), officerID: officer, until: try times.required(1, leaning: .deadline),
                relief: fields[2].optionalText)
            return [Draft(.new(.shifts), .shift(.started(started)))]
        case .takeOver(let watch, let officer): return try takenOver(watch, officer, times)
        case .offer(let name, let written): return [try offered(name, written)]
        case .confirmTaking(let name):
            return [Draft(.existing(name), .shift(.takingSeen(ShiftTakingSeen(note: fields[0].optionalText))))]
        case .end(let name):
            let ended = ShiftEnded(note: try required(0), asked: try required(1))
            return [Draft(.existing(name), .shift(.ended(ended)), expecting: expecting)]
        case .decide(let name, let knownTo):
            return [Draft(.existing(name), .shift(.decided(try decision(knownTo: knownTo))))]
        case .correct(let index, let name, let event):
            guard let note = event.corrected(to: try required(0), at: index) else { return [] }
            let reason = fields[1].optionalText ?? "corrected"
            return [
                Draft(.existing(name), .logKeeping(.withdrawn(EntryWithdrawn(index: index, reason: reason)))),
                Draft(.existing(name), note),
            ]
        case .verbalOrder, .arrange, .extend, .endArrangement: return [try arrangement(purpose, times)]
        case .issueOrder, .signOrder, .endOrder: return try standingOrder(purpose, times)
        case .putOnCall, .endOnCall: return [try onCall(purpose, times)]
        }
    }

    /// A dangerous moment asks for a second person or a reason.
    private func offered(_ name: SubjectName, _ written: HandoverWritten) throws(FormFault) -> Draft {
        var written = written
        if !written.risks.isEmpty {
            written.secondPerson = fields[1].optionalText
            written.riskReason = fields[2].optionalText
        }
        let offered = ShiftOffered(to: try required(0), handover: written)
        return Draft(.existing(name), .shift(.offered(offered)), expecting: expecting)
    }

    private func takenOver(_ watch: Shift, _ officer: String, _ times: FormTimes) throws(FormFault) -> [Draft] {
        let until = try times.required(1, leaning: .deadline)
        let relief = WatchRelief(
            of: watch, by: officer, named: try required(0), until: until, next: fields[2].optionalText,
            reason: try required(4),
            note: fields[3].optionalText)
        return relief.events.map { Draft($0.target, $0.event, expecting: $0.expecting) }
    }

    private func decision(knownTo: Int64) throws(FormFault) -> DecisionRecorded {
        DecisionRecorded(
            text: try required(0), reason: try required(1),
            options: fields[2].text.split(separator: ";").map { String($0).trimmingBlanks }.filter { !$0.isEmpty },
            decidedBy: try required(3), about: try subject(4), knownTo: knownTo, concerns: fields[5].optionalText)
    }

    /// The name of a subject that was typed; nil for an empty answer.
    private func subject(_ field: Int) throws(FormFault) -> SubjectName? {
        guard let text = fields[field].optionalText else { return nil }
        guard let name = SubjectName(text.uppercased()), name.area != .unknown else {
            throw FormFault(
                message: "\(fields[field].label): “\(text)” is not the name of a subject, such as CD-2026-014.",
                field: field)
        }
        return name
    }

    private func arrangement(_ purpose: WatchPurpose, _ times: FormTimes) throws(FormFault) -> Draft {
        switch purpose {
        case .extend(let name):
            let extended = ArrangementExtended(
                until: try times.required(0, leaning: .deadline), reason: try required(1))
            return Draft(.existing(name), .arrangement(.extended(extended)), expecting: expecting)
        case .endArrangement(let name):
            let ended = ArrangementEnded(isCarriedOut: fields[0].choice == 1, note: fields[1].optionalText)
            return Draft(.existing(name), .arrangement(.ended(ended)), expecting: expecting)
        case .verbalOrder:
            let made = ArrangementMade(
                type: .verbalOrder, text: try required(0), orderedBy: try required(1),
                until: try times.optional(2, leaning: .deadline))
            return Draft(.new(.arrangements), .arrangement(.made(made)))
        default:
            let types = ArrangementType.allCases.filter { $0 != .verbalOrder }
            let made = ArrangementMade(
                type: types[fields[0].choice], text: try required(1), orderedBy: try required(2),
                until: try times.optional(3, leaning: .deadline))
            return Draft(.new(.arrangements), .arrangement(.made(made)))
        }
    }

    private func standingOrder(_ purpose: WatchPurpose, _ times: FormTimes) throws(FormFault) -> [Draft] {
        switch purpose {
        case .signOrder(let name):
            guard fields[0].choice == 1 else {
                throw FormFault(message: "Choose “read and understood” to sign, or leave with Esc.", field: 0)
            }
            return [Draft(.existing(name), .order(.read(StandingOrderRead())))]
        case .endOrder(let name):
            let ended = StandingOrderEnded(reason: try required(0))
            return [Draft(.existing(name), .order(.ended(ended)), expecting: expecting)]
        default:
            let old = try subject(4)
            let issued = StandingOrderIssued(
                title: try required(0), text: try required(1),
                from: try times.optional(2, leaning: .nearest) ?? times.now,
                until: try times.optional(3, leaning: .deadline), replaces: old)
            let ending = old.map {
                Draft(.existing($0), .order(.ended(StandingOrderEnded(reason: issued.title))))
            }
            return [ending, Draft(.new(.orders), .order(.issued(issued)))].compactMap { $0 }
        }
    }

    private func onCall(_ purpose: WatchPurpose, _ times: FormTimes) throws(FormFault) -> Draft {
        if case .endOnCall(let name) = purpose {
            let ended = OnCallEnded(note: fields[0].optionalText)
            return Draft(.existing(name), .onCall(.ended(ended)), expecting: expecting)
        }
        if let zone = fields[7].optionalText, Zone.named(zone) == nil {
            throw FormFault(message: "“\(zone)” is not a zone; try Almaty, UTC or +05.", field: 7)
        }
        let terms = OnCallSet(
            person: try required(0), duty: OnCallDuty.allCases[fields[1].choice],
            state: fields[2].optionalText?.uppercased(), from: times.now,
            until: try times.optional(4, leaning: .deadline), wakeFor: fields[3].choice,
            languages: fields[6].text.split(whereSeparator: { " ,;".contains($0) }).map { $0.lowercased() },
            zone: fields[7].optionalText.flatMap { Zone.named($0)?.name })
        return Draft(.new(.onCall), .onCall(.set(terms)), parts: fields[5].optionalText.map { [.contact($0)] } ?? [])
    }
}
