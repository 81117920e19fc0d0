import Keyboards
import Model
import Wording

/// Why answers do not make an event, in one sentence.
struct FormFault: Error, Equatable {
    let message: Message
    let field: Int
}

extension Form {
    /// The events that the answers make, saved together or not at all; the last one is what it is about.
    func drafts(zone: Zone, now: Instant) throws(FormFault) -> [Draft] {
        let times = FormTimes(form: self, entry: TimeEntry(zone: zone, now: now), now: now)
        switch purpose {
        case .watch(let purpose): return try drafts(of: purpose, times)
        case .alert(let purpose): return try drafts(of: purpose, times)
        case .directory(let purpose): return try drafts(of: purpose, times)
        case .delivery(let purpose): return try drafts(of: purpose, times)
        case .rolling: return try rollingDrafts(times)
        case .like(let name, let plan): return try likeDrafts(name, plan, times)
        // What it says depends on what the board knows: the state reads it.
        case .phone, .handover, .paper: return []
        case .raiseAlert: return [try raisedAlert(times)]
        case .shelveAlert(let name):
            let until = try times.required(0, leaning: .deadline)
            let reason = try required(1)
            return [
                Draft(
                    .existing(name), .alert(.shelved(AlertShelved(until: until, reason: reason))), expecting: expecting)
            ]
        case .closeAlert(let name):
            let closed = AlertClosed(disposition: Disposition.allCases[fields[0].choice], note: fields[1].optionalText)
            return [Draft(.existing(name), .alert(.closed(closed)), expecting: expecting)]
        case .note(let name):
            let (note, parts) = Form.note(try required(0), on: name).withoutPersonalNumbers
            return [Draft(.existing(name), note, parts: parts)]
        case .heard(let name, let alone): return try heard(name, alone, times)
        case .openDelivery:
            let opened = DeliveryOpened(
                priority: fields[4].choice + 1, goods: try required(0),
                method: DeliveryMethod.allCases[fields[3].choice],
                conveyance: fields[2].optionalText, initiator: try required(1).uppercased())
            return [Draft(.new(.deliveries), .delivery(.opened(opened)))]
        case .planLeg(let name): return [try plannedLeg(name, times)]
        case .endDelivery(let name):
            let ended = DeliveryEnded(
                outcome: DeliveryOutcome.allCases[fields[0].choice], place: fields[1].optionalText,
                note: fields[3].optionalText)
            return [
                Draft(.existing(name), .delivery(.ended(ended)), at: try times.past(2), expecting: expecting)
            ]
        case .withdraw(let index, let name):
            return [
                Draft(
                    .existing(name), .logKeeping(.withdrawn(EntryWithdrawn(index: index, reason: try required(0)))))
            ]
        case .handling(let name): return [try handled(name)]
        case .consult(let name, let code, let officer):
            let consulted = RecordConsulted(record: name, code: code, reason: try required(0))
            return [Draft(.existing(officer), .officer(.consulted(consulted)))]
        case .sendRequest(let name): return [try request(about: name, times)]
        case .transferEvidence(let name): return [try transfer(of: name, times)]
        case .closeDelivery(let name): return [try closing(of: name)]
        case .deliveryDetail(let name): return [try deliveryDetail(name)]
        case .bond(let bonding, let name, let other): return [try bond(bonding, name, other)]
        case .release(let name, let held): return try releasing(name, held)
        case .raiseHeld(let name, let draft): return try raisedOfHeld(name, draft, times)
        case .discard(let name): return [try discarding(name)]
        case .decline(let index, let name): return [try declining(index, of: name)]
        case .refuseSignature(let index, let name): return [try refusing(index, of: name)]
        case .telephone(let index, let name, let leaf, let who):
            return [try approving(index, of: name, leaf, who: who, times)]
        }
    }

    func required(_ field: Int) throws(FormFault) -> String {
        guard let text = fields[field].optionalText else {
            throw FormFault(message: "\(fields[field].label) is still empty.", field: field)
        }
        return text
    }

    func number(_ field: Int, in range: ClosedRange<Int>) throws(FormFault) -> Int? {
        guard let text = fields[field].optionalText else { return nil }
        if let other = KeyboardLayout.digits(in: text, on: KeyboardLayout.all) {
            let layout = other.layout.code.uppercased()
            throw FormFault(
                message:
                    "\(fields[field].label): “\(text)” was typed on the \(layout) layout and is NOT TAKEN; type digits on the keypad, or change the layout.",
                field: field)
        }
        guard let number = Int(text), range.contains(number) else {
            throw FormFault(
                message:
                    "\(fields[field].label): a whole number from \(range.lowerBound) to \(range.upperBound) is wanted.",
                field: field)
        }
        return number
    }

    private func raisedAlert(_ times: FormTimes) throws(FormFault) -> Draft {
        let line = AlertLine(try required(0))
        let items = fields[7].optionalText.map { SeizedLine($0, keepsUnknown: true).items } ?? []
        let personal = line.identifiers.compactMap { found in
            found.kind.isPersonal ? SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state) : nil
        }
        let source = try required(1)
        let particulars = Particulars(
            items: items,
            identifiers: line.identifiers.compactMap { IdentifierMention($0.kind, typed: $0.typed, state: $0.state) },
            place: fields[4].optionalText)
        let raised = AlertRaised(
            priority: fields[2].choice + 1, message: MessageKind.allCases[fields[3].choice], headline: line.headline,
            source: source.uppercased().stateCode.isEmpty ? source : source.uppercased(), place: fields[4].optionalText,
            due: try times.optional(6, leaning: .deadline),
            particulars: items.isEmpty && line.identifiers.isEmpty ? Particulars() : particulars)
        return Draft(
            .new(.alerts), .alert(.raised(raised)), at: try times.past(5),
            parts: personal.isEmpty ? [] : [.identifiers(personal)])
    }

    private func plannedLeg(_ name: SubjectName, _ times: FormTimes) throws(FormFault) -> Draft {
        let method = fields[10].choice
        let leg = LegPlanned(
            number: try number(0, in: 1...99) ?? 1, state: try required(1).uppercased(), entry: try required(2),
            exit: try required(3),
            from: try times.required(4, leaning: .begin), until: try times.window(from: 4, until: 5),
            reportEvery: try times.minutes(6, in: 1...10_080), quietUntil: try times.optional(7, leaning: .deadline),
            lead: fields[8].optionalText, notice: try times.minutes(9, in: 0...10_080).map { .minutes(Int64($0)) },
            method: method == 0 ? nil : DeliveryMethod.allCases[method - 1])
        return Draft(.existing(name), .delivery(.legPlanned(leg)), expecting: expecting)
    }

    private static func note(_ text: String, on name: SubjectName) -> Event {
        switch name.area {
        case .deliveries: .delivery(.noted(DeliveryNoted(text: text)))
        case .shifts: .shift(.noted(ShiftNoted(text: text)))
        default: .alert(.noted(AlertNoted(text: text)))
        }
    }
}

/// Reads the answers of a form that are times.
struct FormTimes {
    enum Leaning: Equatable { case nearest, past, deadline, begin }

    let form: Form
    let entry: TimeEntry
    let now: Instant

    func optional(_ field: Int, leaning: Leaning) throws(FormFault) -> Instant? {
        guard let text = form.fields[field].optionalText else { return nil }
        do throws(TimeEntryFault) {
            return try entry.read(text, leaning).get()
        } catch {
            throw FormFault(message: error.message, field: field)
        }
    }

    /// Minutes as a number, or a length with its unit: "60", "1h".
    func minutes(_ field: Int, in range: ClosedRange<Int>) throws(FormFault) -> Int? {
        if let text = form.fields[field].optionalText, Int(text) == nil, text.contains(where: \.isLetter),
            let length = try? entry.span(text)
        {
            let minutes = Int(length.milliseconds / 60_000)
            if range.contains(minutes) { return minutes }
        }
        return try form.number(field, in: range)
    }

    func required(_ field: Int, leaning: Leaning) throws(FormFault) -> Instant {
        guard let instant = try optional(field, leaning: leaning) else {
            throw FormFault(message: "\(form.fields[field].label) is still empty.", field: field)
        }
        return instant
    }

    /// The end of a window whose beginning another field has.
    func window(from begin: Int, until end: Int) throws(FormFault) -> Instant {
        let begins = try required(begin, leaning: form.fields[begin].isPlanned ? .begin : .nearest)
        let text = try form.required(end)
        do throws(TimeEntryFault) {
            return try entry.ends(text, after: begins)
        } catch {
            throw FormFault(message: error.message, field: end)
        }
    }

    /// When it happened: never in the future, because a report cannot be.
    func past(_ field: Int) throws(FormFault) -> Instant? {
        try optional(field, leaning: .past)
    }
}

extension Form.Field {
    /// Whether a time alone is read forward in it.
    fileprivate var isPlanned: Bool { if case .time(.begin) = kind { true } else { false } }
}
