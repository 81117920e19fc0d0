import Keyboards
import Model
import Wording

/// The answers of a delivery's form, found by what they are about.
struct DeliveryAnswers {
    let form: Form
    let times: FormTimes

    func required(_ slot: Form.Slot) throws(FormFault) -> String { try form.required(form.place(of: slot)) }
    func text(_ slot: Form.Slot) -> String? { form.field(slot)?.optionalText }
    func choice(_ slot: Form.Slot) -> Int { form.field(slot)?.choice ?? 0 }
    func isYes(_ slot: Form.Slot) -> Bool { choice(slot) == 1 }

    /// Texts that are parted by semicolons.
    func list(_ slot: Form.Slot) -> [String] {
        (text(slot) ?? "").split(whereSeparator: { ";；".contains($0) }).map { String($0).trimmingBlanks }
            .filter { !$0.isEmpty }
    }

    /// Codes of States, in capitals.
    func states(_ slot: Form.Slot) -> [String] {
        (text(slot) ?? "").split(whereSeparator: { ",;，； ".contains($0) }).map { $0.uppercased() }
    }

    /// Parties that are told: States by their codes, which blanks may part, and desks or services as they are named.
    func parties(_ slot: Form.Slot) -> [String] {
        (text(slot) ?? "").split(whereSeparator: { ",;，；".contains($0) }).flatMap { part in
            let words = String(part).trimmingBlanks.split(separator: " ").map(String.init)
            let codes = words.map { $0.uppercased().stateCode.isEmpty ? nil : $0.uppercased() }
            return codes.contains(nil) ? [words.joined(separator: " ")] : codes.compactMap { $0 }
        }.filter { !$0.isEmpty }
    }

    /// A State's code in capitals, also where its name was typed; other names as they are typed.
    func state(_ slot: Form.Slot) throws(FormFault) -> String {
        let text = try required(slot)
        return PhoneLine.state(text) ?? (text.uppercased().stateCode.isEmpty ? text : text.uppercased())
    }

    func time(_ slot: Form.Slot, _ leaning: FormTimes.Leaning) throws(FormFault) -> Instant {
        try times.required(form.place(of: slot), leaning: leaning)
    }

    func optionalTime(_ slot: Form.Slot, _ leaning: FormTimes.Leaning) throws(FormFault) -> Instant? {
        guard form.field(slot) != nil else { return nil }
        return try times.optional(form.place(of: slot), leaning: leaning)
    }

    func number(_ slot: Form.Slot, in range: ClosedRange<Int>) throws(FormFault) -> Int? {
        guard form.field(slot) != nil else { return nil }
        return try form.number(form.place(of: slot), in: range)
    }

    /// An amount with its unit; letters that another layout typed in the place of digits are never read as digits.
    func quantity(_ slot: Form.Slot) throws(FormFault) -> Quantity? {
        guard let text = text(slot), let field = form.field(slot) else { return nil }
        let place = form.place(of: slot)
        if !text.contains(where: \.isNumber), let other = KeyboardLayout.digits(in: text, on: KeyboardLayout.all) {
            let layout = other.layout.code.uppercased()
            throw FormFault(
                message:
                    "\(field.label): “\(text)” was typed on the \(layout) layout and is NOT TAKEN; type digits on the keypad, or change the layout.",
                field: place)
        }
        let amounts = AmountReader().read(text).amounts
        guard amounts.count == 1, let amount = amounts.first, let unit = amount.unit, unit.dimension == .mass,
            amount.quantity.micrograms != nil
        else {
            throw FormFault(message: "\(field.label): a weight with its unit is wanted, such as 38.4 kg.", field: place)
        }
        if let other = amount.otherQuantity {
            throw FormFault(
                message:
                    "\(field.label): “\(text)” may be \(amount.quantity.amount) or \(other.amount) \(amount.unitTyped); type it with a decimal point or without a comma.",
                field: place)
        }
        return amount.quantity
    }

    func grams(_ slot: Form.Slot) throws(FormFault) -> Int64? {
        try quantity(slot).flatMap { $0.micrograms.map { ($0 + 500_000) / 1_000_000 } }
    }
}

extension Form {
    /// The events that the answers of a form about a delivery make.
    func drafts(of purpose: DeliveryPurpose, _ times: FormTimes) throws(FormFault) -> [Draft] {
        let answers = DeliveryAnswers(form: self, times: times)
        let at = field(.when) == nil ? nil : try times.past(place(of: .when))
        if let ticked = purpose.ticked {
            return [Draft(.existing(purpose.name), .delivery(ticked.saying(answers.text(.note))), at: at)]
        }
        var events = [try event(purpose, answers)].compactMap { $0 }
        // What goes over a border is on the next leg from then on.
        if purpose.fact == .accepted, let leg = try answers.number(.leg, in: 1...99), leg != purpose.leg {
            let place = try answers.required(.place)
            let report = ReportReceived(
                from: try answers.required(.party), text: answers.text(.note) ?? ReportReceived.alone, place: place,
                leg: leg)
            events.insert(.reportReceived(report), at: 0)
        }
        // Two events of one append are about the delivery as it was: only the first one is compared with it.
        return events.enumerated().map { place, event in
            Draft(.existing(purpose.name), .delivery(event), at: at, expecting: place == 0 ? expecting : nil)
        }
    }

    private func event(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        if let event = try custody(purpose, a) { return event }
        if let event = try exception(purpose, a) { return event }
        if let event = try consent(purpose, a) { return event }
        if let event = try plan(purpose, a) { return event }
        return try evidence(purpose, a)
    }

    private func custody(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        switch purpose.fact {
        case .released:
            .released(
                CustodyReleased(
                    party: try a.required(.party), place: try a.required(.place), seal: a.text(.seal),
                    grossGrams: try a.grams(.weight), officer: a.text(.officer), note: a.text(.note)))
        case .accepted:
            .accepted(
                CustodyAccepted(
                    party: try a.required(.party), place: try a.required(.place), seal: a.text(.seal),
                    grossGrams: try a.grams(.weight), officer: a.text(.officer), note: a.text(.note)))
        case .eyesOn:
            .eyesOn(EyesOn(party: try a.required(.party), place: a.text(.place), isTracker: a.isYes(.tracker)))
        case .eyesLost: .eyesLost(EyesLost(party: try a.required(.party), reason: try a.required(.reason)))
        case .limit:
            .limitAgreed(
                CustodyLimitAgreed(minutes: try a.number(.minutes, in: 1...1_440) ?? 30))
        default: nil
        }
    }

    private func exception(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        switch purpose.fact {
        case .stop:
            .stopReported(
                StopReported(
                    from: try statement(a), text: a.text(.text) ?? "stop", leg: purpose.leg,
                    isCalledBack: a.isYes(.calledBack)))
        case .exception:
            .exceptionEntered(
                ExceptionEntered(
                    ExceptionKind.allCases.filter { $0 != .stopReported }[a.choice(.exception)],
                    from: try a.required(.from), text: try a.required(.text), leg: try a.number(.leg, in: 1...99),
                    isCalledBack: a.isYes(.calledBack)))
        case .exceptionOver:
            .exceptionEnded(
                ExceptionEnded(entry: purpose.entries[a.choice(.about)], text: try a.required(.text)))
        case .explain:
            .doubtSettled(
                DoubtSettled(
                    entry: purpose.entries[a.choice(.about)], from: try a.required(.from), text: try a.required(.text)))
        case .decision:
            .decided(
                DeliveryDecided(
                    text: try a.required(.text), reason: try a.required(.reason), options: a.list(.options),
                    decidedBy: try a.required(.from), knownTo: purpose.knownTo))
        case .intervention:
            .interventionAgreed(
                InterventionAgreed(
                    leg: try a.number(.leg, in: 1...99), situation: ExceptionKind.allCases[a.choice(.exception)],
                    decides: try a.required(.decides), steps: a.list(.steps), tell: a.parties(.tell)))
        default: nil
        }
    }

    /// Whose stop it is: without a State nobody would know whose decision it was.
    private func statement(_ a: DeliveryAnswers) throws(FormFault) -> String {
        let from = try a.required(.from)
        if OpenWords.state(in: from) != nil { return from }
        let head = from.prefix { $0.isLetter }
        let state = head.uppercased()
        // "uzb" is a State; "Col. Nazarov" is no Colombian.
        if head.allSatisfy(\.isLowercase), OpenWords.state(in: state) != nil {
            return state + from.dropFirst(head.count)
        }
        let field = place(of: .from)
        throw FormFault(
            message: "\(fields[field].label): of which State? Write it in front, such as UZB, Col. Nazarov.",
            field: field)
    }

    private func consent(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        switch purpose.fact {
        case .consent:
            let method = a.choice(.method)
            if a.choice(.form) == 0, a.text(.paperBy) != nil {
                let field = place(of: .paperBy)
                throw FormFault(
                    message:
                        "\(fields[field].label): a written consent waits for no paper; choose “by word of mouth”, or empty this.",
                    field: field)
            }
            return .consentGiven(
                ConsentGiven(
                    state: try a.state(.state), authority: try a.required(.authority), number: a.text(.number),
                    form: a.choice(.form) == 0 ? .written : .oral, from: try a.time(.since, .nearest),
                    until: try a.times.window(from: place(of: .since), until: place(of: .until)), entry: a.text(.entry),
                    exit: a.text(.exit),
                    method: method == 0 ? nil : DeliveryMethod.allCases[method - 1], conditions: a.list(.conditions),
                    paperBy: try a.optionalTime(.paperBy, .deadline), replaces: a.text(.replaces)))
        case .consentRefused:
            return .consentRefused(
                ConsentRefused(
                    state: try a.state(.state), authority: try a.required(.authority), number: a.text(.number),
                    reason: a.text(.reason)))
        case .consentWithdrawn:
            return .consentWithdrawn(
                ConsentWithdrawn(
                    state: try a.state(.state), authority: try a.required(.authority), number: a.text(.number),
                    from: try a.optionalTime(.since, .nearest) ?? a.times.now, reason: a.text(.reason)))
        case .paper:
            return .paperReceived(ConsentPaperReceived(state: try a.state(.state), number: try a.required(.number)))
        case .confirmed:
            return .requestAcknowledged(
                RequestAcknowledged(state: try a.state(.state), by: try a.required(.from), number: a.text(.number)))
        default: return nil
        }
    }

    private func plan(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        switch purpose.fact {
        case .check:
            return .checked(DeliveryChecked(text: try a.required(.text), isClear: !a.isYes(.clear)))
        case .plan:
            return .planAgreed(
                PlanAgreed(
                    states: a.states(.states), version: try a.number(.version, in: 1...999) ?? 1,
                    text: try a.required(.text)))
        case .startDecided:
            return .startDecided(
                StartDecided(
                    goes: a.isYes(.goes), decidedBy: try a.required(.from), number: a.text(.number),
                    text: a.text(.text)))
        case .announce:
            return .startAnnounced(StartAnnounced(states: a.states(.states), reason: a.text(.reason)))
        case .prepared:
            return .prepared(
                DeliveryPrepared(
                    by: try a.required(.party), place: a.text(.place),
                    method: DeliveryMethod.allCases[a.choice(.method)], text: try a.required(.text),
                    seal: a.text(.seal), grossGrams: try a.grams(.weight), tracker: a.text(.tracker)))
        case .checklist:
            return .checklistAdopted(
                ChecklistAdopted(
                    procedure: try a.required(.procedure), version: try a.number(.version, in: 1...999) ?? 1,
                    items: try steps(a)))
        case .debrief: return .debriefHeld(DebriefHeld(text: try a.required(.text), lessons: a.list(.lessons)))
        default: return nil
        }
    }

    private func steps(_ a: DeliveryAnswers) throws(FormFault) -> [ChecklistAdopted.Item] {
        var items: [ChecklistAdopted.Item] = []
        for text in a.list(.steps) {
            do throws(TimeEntryFault) {
                items.append(try ChecklistAdopted.Item(typed: text))
            } catch {
                throw FormFault(
                    message: "\(a.form.fields[place(of: .steps)].label): \(error.message)",
                    field: place(of: .steps))
            }
        }
        return items
    }

    private func evidence(_ purpose: DeliveryPurpose, _ a: DeliveryAnswers) throws(FormFault) -> DeliveryEvent? {
        switch purpose.fact {
        case .exhibit:
            var item = ExhibitRegistered.item(typed: try a.required(.thing))
            if a.choice(.sort) > 0 { item.kind = SeizedItem.Kind.allCases[a.choice(.sort) - 1] }
            return .exhibitRegistered(
                ExhibitRegistered(
                    exhibit: try a.required(.exhibit), item: item, state: try a.state(.state), place: a.text(.place),
                    seal: a.text(.seal)))
        case .weigh:
            _ = try a.required(.weight)
            let weighing = Weighing.allCases[a.choice(.weighing)]
            let purity = weighing == .pure ? a.text(.weight).flatMap { Quantity.percent($0) } : nil
            guard let quantity = try purity == nil ? a.quantity(.weight) : purity else { return nil }
            return .exhibitWeighed(
                ExhibitWeighed(
                    exhibit: try a.required(.exhibit), weighing: weighing, quantity: quantity,
                    by: try a.required(.from), note: a.text(.note)))
        case .reseal:
            return .exhibitResealed(
                ExhibitResealed(
                    exhibit: try a.required(.exhibit), oldSeal: try a.required(.oldSeal),
                    newSeal: try a.required(.seal), reason: try a.required(.reason)))
        case .sample:
            return .exhibitRecorded(
                ExhibitRecorded(
                    exhibit: try a.required(.exhibit), sort: ExhibitRecorded.Sort.allCases[a.choice(.sort)],
                    reference: try a.required(.number), result: a.text(.result)))
        case .formal:
            return .formalRequestSent(
                FormalRequestSent(
                    matter: FormalMatter.allCases[a.choice(.matter)], from: try a.state(.from), to: try a.state(.to),
                    number: try a.required(.number), due: try a.optionalTime(.due, .deadline)))
        case .formalAnswer:
            return .formalRequestAnswered(
                FormalRequestAnswered(
                    number: try a.required(.number), isGranted: a.isYes(.goes), text: try a.required(.text)))
        case .investigation:
            return .investigationNoted(
                InvestigationNoted(
                    sort: InvestigationNoted.Sort.allCases[a.choice(.sort)], state: try a.state(.state),
                    authority: a.text(.authority), number: a.text(.number), text: a.text(.text)))
        default: return nil
        }
    }
}
