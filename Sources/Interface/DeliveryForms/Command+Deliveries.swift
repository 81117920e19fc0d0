import Model
import Wording

extension Command {
    private typealias Run = @Sendable (inout AppState, String) -> [Effect]

    /// Opens the form of a fact; what follows the word is its first answer that is still empty.
    private static func form(_ fact: DeliveryFact) -> Run {
        { state, argument in
            guard let delivery = state.selectedDelivery, var form = state.form(for: fact, of: delivery) else {
                return []
            }
            guard !argument.isEmpty else { return state.ask(form, answers: []) }
            let place =
                fact == .stop
                ? form.place(of: .from)
                : form.fields.firstIndex { field in
                    if case .text = field.kind { field.isEmpty } else { false }
                } ?? 0
            form.fields[place].input = TextField(argument)
            // What is complete with that is saved at once; else the rest is asked.
            let isComplete = (try? state.readDrafts(of: form)) != nil
            return isComplete ? state.submit(form) : state.ask(form, keeping: true)
        }
    }

    private static func stands(_ fact: DeliveryFact) -> @Sendable (AppState) -> Message? {
        { state in
            if let reason = Obstacles.delivery(state) { return reason }
            return state.selectedDelivery.flatMap { state.obstacle(to: fact, of: $0) }
        }
    }

    /// What is entered about a delivery, beside what `actions` and `acts` have.
    static let deliveryActs: [Command] = deliveryLists + deliveryRoad + deliveryPlans + deliveryEvidence

    private static let deliveryLists: [Command] = [
        Command(
            "phone", "Phone", "Write down in one line what is said on the telephone: time, State, number, words",
            group: .act, argument: .text, unless: Obstacles.reading
        ) { state, argument in state.openPhone(argument) },
        Command(
            "fact", "Fact", "Everything that can be written down about the delivery, what is likeliest first",
            group: .act, argument: .text, unless: Obstacles.delivery
        ) { state, _ in
            guard let name = state.selectedDelivery?.name else { return [] }
            return state.open(PickList(.facts(name)))
        },
        Command(
            "next-state", "Next state", "What the State has most likely done next, as a form that is filled in",
            group: .act, argument: .text, unless: Obstacles.nextState
        ) { state, _ in
            guard let delivery = state.selectedDelivery, let fact = delivery.nextState else { return [] }
            return state.run(fact.rawValue, delivery.name.text)
        },
        Command(
            "rolling", "On the road",
            "Open a delivery that is on the road already: one form, marked without cover at once",
            group: .act, unless: Obstacles.reading
        ) { state, _ in state.ask(.rolling(), answers: []) },
        Command(
            "like", "Like", "Take over the plan of an earlier delivery: legs, what was agreed, limit, procedures",
            group: .act, argument: .text, unless: Obstacles.runningDelivery
        ) { state, argument in state.planLike(argument) },
        Command(
            "step", "Step", "Tick a step of what was agreed, or of a procedure that the delivery follows", group: .act,
            argument: .text, unless: stands(.step)
        ) { state, _ in
            guard let name = state.selectedDelivery?.name else { return [] }
            return state.open(PickList(.steps(name, onlyTelling: false)))
        },
        Command(
            "told", "Told of it", "Tick who was told of what is not as planned", group: .act, argument: .text,
            unless: stands(.told)
        ) { state, _ in
            guard let name = state.selectedDelivery?.name else { return [] }
            return state.open(PickList(.steps(name, onlyTelling: true)))
        },
        Command(
            "exception", "Exception", "Choose what is not as planned, and who says so", group: .act, argument: .text,
            unless: stands(.exception)
        ) { state, _ in
            guard let name = state.selectedDelivery?.name else { return [] }
            return state.open(PickList(.exceptions(name)))
        },
    ]

    private static let deliveryRoad: [Command] = [
        Command(
            "stop", "Stop reported", "A State says stop: who says so; Enter saves, the second officer signs later",
            group: .act, argument: .text, unless: stands(.stop), run: form(.stop)),
        Command(
            "border", "Border", "One side let the load go, or the other took it over, whichever comes next",
            group: .act, argument: .text, unless: stands(.released)
        ) { state, argument in
            guard let delivery = state.selectedDelivery else { return [] }
            // Who rolls without anybody having told who took it over is let go next, all the same.
            let custody = delivery.custody
            let isHeld = custody.openGap == nil && (custody.holder != nil || delivery.isOnTheRoad)
            return form(isHeld ? .released : .accepted)(&state, argument)
        },
        Command(
            "released", "Released", "One side let the load go: who, where, seal, weight", group: .act, argument: .text,
            unless: stands(.released), run: form(.released)),
        Command(
            "accepted", "Accepted", "One side took the load over: who, where, seal, weight", group: .act,
            argument: .text, unless: stands(.accepted), run: form(.accepted)),
        Command(
            "eyes-on", "Eyes on", "Who sees the load, a team or a tracker", group: .act, argument: .text,
            unless: stands(.eyesOn), run: form(.eyesOn)),
        Command(
            "eyes-lost", "Eyes lost", "Who sees the load no longer, and why", group: .act, argument: .text,
            unless: stands(.eyesLost), run: form(.eyesLost)),
        Command(
            "exception-over", "As planned", "What was not as planned is over", group: .act, argument: .text,
            unless: stands(.exceptionOver), run: form(.exceptionOver)),
        Command(
            "decision", "Decision", "A decision about the delivery: options, reason, decider, and what was known",
            group: .act, argument: .text, unless: stands(.decision), run: form(.decision)),
        Command(
            "explain", "Explain", "Why a seal, a weight or an exhibit did not match, and who says so", group: .act,
            argument: .text, unless: stands(.explain), run: form(.explain)),
    ]

    private static let deliveryPlans: [Command] = [
        Command(
            "check", "Check", "What was looked at before anything is asked, and whether it stands against it",
            group: .act, argument: .text, unless: stands(.check), run: form(.check)),
        Command(
            "confirmed", "Confirmed", "A State confirms that it has our request", group: .act, argument: .text,
            unless: stands(.confirmed), run: form(.confirmed)),
        Command(
            "consent", "Consent", "A State consents: authority, hours, crossings, method, conditions", group: .act,
            argument: .text, unless: stands(.consent), run: form(.consent)),
        Command(
            "consent-refused", "Refused", "A State refuses its consent", group: .act, argument: .text,
            unless: stands(.consentRefused), run: form(.consentRefused)),
        Command(
            "consent-withdrawn", "Taken back", "A State takes its consent back", group: .act, argument: .text,
            unless: stands(.consentWithdrawn), run: form(.consentWithdrawn)),
        Command(
            "paper", "Paper", "The paper of a consent by word of mouth is in", group: .act, argument: .text,
            unless: stands(.paper), run: form(.paper)),
        Command(
            "plan", "Plan", "The States agreed on the joint plan", group: .act, argument: .text, unless: stands(.plan),
            run: form(.plan)),
        Command(
            "intervention", "Intervention",
            "What the States agreed to do in a situation: who decides, steps, whom to tell",
            group: .act, argument: .text, unless: stands(.intervention), run: form(.intervention)),
        Command(
            "limit", "Limit", "How long nobody may hold the load at one border, as it was agreed", group: .act,
            argument: .text, unless: stands(.limit), run: form(.limit)),
        Command(
            "checklist", "Procedure", "Take a procedure over, with its steps and their hours", group: .act,
            argument: .text, unless: stands(.checklist), run: form(.checklist)),
        Command(
            "prepared", "Prepared", "The load was inspected, sealed and made ready", group: .act, argument: .text,
            unless: stands(.prepared), run: form(.prepared)),
        Command(
            "start-decided", "Start", "A State decided that it starts, or that it does not", group: .act,
            argument: .text, unless: stands(.startDecided), run: form(.startDecided)),
        Command(
            "announce", "Announce", "Every State on the road was told that it begins", group: .act, argument: .text,
            unless: stands(.announce), run: form(.announce)),
    ]

    private static let deliveryEvidence: [Command] = [
        Command(
            "exhibit", "Exhibit", "Register an exhibit: label, what it is, State, seal", group: .act, argument: .text,
            unless: stands(.exhibit), run: form(.exhibit)),
        Command(
            "weigh", "Weigh", "A weight of an exhibit: gross or net, by whom", group: .act, argument: .text,
            unless: stands(.weigh), run: form(.weigh)),
        Command(
            "reseal", "Reseal", "An exhibit got a new seal", group: .act, argument: .text, unless: stands(.reseal),
            run: form(.reseal)),
        Command(
            "sample", "Sample", "A sample, a test, a photograph or the store of an exhibit", group: .act,
            argument: .text, unless: stands(.sample), run: form(.sample)),
        Command(
            "formal", "Formal request", "A formal request to a State: evidence, charges, extradition", group: .act,
            argument: .text, unless: stands(.formal), run: form(.formal)),
        Command(
            "formal-answer", "Formal answer", "The answer to a formal request", group: .act, argument: .text,
            unless: stands(.formalAnswer), run: form(.formalAnswer)),
        Command(
            "investigation", "Investigation", "Another inquiry that belongs to it: parallel, joint, back-tracking",
            group: .act, argument: .text, unless: stands(.investigation), run: form(.investigation)),
        Command(
            "debrief", "De-brief", "The de-brief: what was found, and what is to be done otherwise next time",
            group: .act, argument: .text, unless: stands(.debrief), run: form(.debrief)),
    ]
}

extension AppState {
    /// Why a fact cannot be written down about a delivery now, in one sentence; nil when it can.
    func obstacle(to fact: DeliveryFact, of delivery: Delivery) -> Message? {
        if delivery.closedAt != nil, fact == .close { return "The file of this delivery is closed." }
        if delivery.end != nil, !fact.isAfterTheEnd { return "This delivery has ended." }
        switch fact {
        case .exceptionOver: return delivery.exceptions.open.isEmpty ? "Everything is as planned." : nil
        case .step:
            return stepItems(of: delivery.name, onlyTelling: false).isEmpty ? "No step is open." : nil
        case .told: return stepItems(of: delivery.name, onlyTelling: true).isEmpty ? "Nobody has to be told." : nil
        case .explain: return delivery.openDoubts.isEmpty ? "Nothing is in doubt." : nil
        case .paper: return delivery.consents.papersOwed.isEmpty ? "No paper is owed." : nil
        case .consentWithdrawn: return delivery.consents.all.isEmpty ? "No State has consented yet." : nil
        case .confirmed: return delivery.requests.sent.isEmpty ? "No request was sent." : nil
        case .weigh, .reseal, .sample: return delivery.exhibits.isEmpty ? "No exhibit is registered." : nil
        case .formalAnswer:
            return delivery.formalRequests.contains { $0.answered == nil } ? nil : "No formal request is open."
        case .close: return delivery.end == nil ? "This delivery has not ended." : nil
        default: return nil
        }
    }

    /// `:like CD-2026-014` with the hour at which it begins, where one is given.
    mutating func planLike(_ argument: String) -> [Effect] {
        guard let delivery = selectedDelivery else { return [] }
        let (word, start) = argument.headAndRest
        guard case .success(let name)? = subject(named: word), let old = self.delivery(name), name != delivery.name,
            !old.legs.isEmpty
        else {
            notice = Notice(
                message: "Whose plan? Name a delivery with legs that is on the board or was opened: :like CD-2026-014",
                isError: true)
            return []
        }
        let form = Form.like(delivery, old, start: start)
        return start.isEmpty ? ask(form, answers: []) : submit(form)
    }

    /// Opens a form as it is, without an older draft over what was just typed.
    mutating func ask(_ form: Form, keeping _: Bool) -> [Effect] {
        var form = form
        form.focus = form.fields.firstIndex { if case .choice = $0.kind { false } else { $0.isEmpty } } ?? 0
        overlay = .form(form)
        return []
    }

    /// The events that the answers make; the phone line is read with what the board knows.
    func readDrafts(of form: Form) throws(FormFault) -> [Draft] {
        if case .phone = form.purpose { return try phoneDrafts(form) }
        if form.paperSheet != nil { return try paperDrafts(form) }
        if case .handover(let purpose) = form.purpose { return try handoverDrafts(form, purpose) }
        let drafts = try form.drafts(zone: zone, now: now)
        try checkCrossings(of: form, drafts)
        return oneRecord(drafts).map { draft in
            var draft = draft
            draft.event = draft.event.located(in: places)
            return draft
        }
    }

    /// A crossing that is known has to touch the State whose leg, consent or acceptance names it.
    private func checkCrossings(of form: Form, _ drafts: [Draft]) throws(FormFault) {
        for draft in drafts {
            guard case .delivery(let event) = draft.event, let named = event.crossingsNamed else { continue }
            for typed in named.crossings {
                guard let joined = places.statesJoined(at: typed, besides: named.state, directory) else { continue }
                let field = form.fields.firstIndex { $0.text == typed.trimmingBlanks } ?? 0
                throw FormFault(
                    message:
                        "\(form.fields[field].label): \(typed) joins \(joined.first) and \(joined.second), not \(named.state); name a crossing of \(named.state), or the State it belongs to",
                    field: field)
            }
        }
    }

    /// A hand-over at a crossing of another border than those of the plan.
    private func placeOffTheRoad(in form: Form) -> Message? {
        guard case .delivery(let purpose) = form.purpose, [.accepted, .released].contains(purpose.fact),
            let typed = form.field(.place)?.text, let delivery = delivery(purpose.name),
            places.isOff(typed, road: delivery.legs.flatMap { [$0.entry, $0.exit] }, directory)
        else { return nil }
        return "“\(typed)” is a crossing that is NOT ON THE ROAD as planned: kept as typed, ask where it is"
    }

    /// What is doubtful in the answers so far, and is saved all the same: a plate, a crossing that nobody knows, borders that
    /// do not meet.
    func doubts(in form: Form) -> Message? {
        exhibitReading(in: form) ?? legMissing(in: form) ?? crossingsApart(in: form) ?? plateDoubt(in: form)
            ?? placeOffTheRoad(in: form)
            ?? crossingUnknown(in: form)
    }

    private func plateDoubt(in form: Form) -> Message? {
        let texts: [String]
        switch form.purpose {
        case .openDelivery: texts = [form.fields[2].text]
        case .heard: texts = [form.fields[1].text]
        case .deliveryDetail: texts = form.fields.map(\.text)
        default: return nil
        }
        return texts.lazy.flatMap { PlateDoubt.find(in: $0) }.first?.message
    }

    private func crossingUnknown(in form: Form) -> Message? {
        let fields: [Form.Field?]
        switch form.purpose {
        case .planLeg: fields = [form.fields[2], form.fields[3]]
        case .delivery(let purpose) where purpose.fact == .consent: fields = [form.field(.entry), form.field(.exit)]
        default: return nil
        }
        // Not while it is being typed.
        let typed = fields.compactMap { $0 }.filter { $0.label != form.fields[form.focus].label }.map(\.text)
        return typed.first { places.isUnknown($0, directory) }.map {
            "“\($0)” is no crossing or place that is known here: kept as typed, not checked"
        }
    }

    /// Where a planned leg and its neighbours do not meet at one crossing; nil for other forms.
    private func crossingsApart(in form: Form) -> Message? {
        guard case .planLeg(let name) = form.purpose, !places.isEmpty, let delivery = delivery(name),
            let number = Int(form.fields[0].text), !form.fields[2].isEmpty || !form.fields[3].isEmpty
        else { return nil }
        let state = form.fields[1].text.uppercased()
        let (entry, exit) = (form.fields[2].text, form.fields[3].text)
        if let before = delivery.legs.last(where: { $0.number < number }), before.state != state,
            places.areApart(exit: before.exit, entry: entry, directory)
        {
            let words: Message =
                "Leg \(before.number) leaves at \(before.exit) and leg \(number) comes in at \(entry): these are not one crossing"
            return words
        }
        if let next = delivery.legs.first(where: { $0.number > number }), next.state != state,
            places.areApart(exit: exit, entry: next.entry, directory)
        {
            let words: Message =
                "Leg \(number) leaves at \(exit) and leg \(next.number) comes in at \(next.entry): these are not one crossing"
            return words
        }
        return nil
    }

    /// On deliveries some keys do what a delivery needs in place of what they do elsewhere.
    static let onDeliveries: [String: String] = [
        "note": "fact", "close": "next-state", "arrange": "next-state", "raw": "border", "decide": "decision",
        "order": "eyes-on", "end-arrangement": "exception", "shelve": "step", "unshelve": "told",
        "ask": "send-request", "ack-until": "consent", "priority": "paper", "reply": "confirmed",
    ]

    /// On the board most keys stay those of the watch, also while a delivery is under the cursor.
    static let onDeliveryRows: [String: String] = ["note": "fact", "close": "next-state", "raw": "border"]

    /// Where no delivery is under the cursor, what is told on the telephone is a new alert.
    static let elsewhere: [String: String] = ["phone": "new"]

    /// Whether the keys of deliveries hold: on their list, on the page of one, and on the board where one is under the
    /// cursor.
    var isOnDeliveries: Bool {
        switch screen {
        case .deliveries: true
        case .subject(let name): name.area == .deliveries
        case .board: selectedSubject?.area == .deliveries
        default: false
        }
    }
}

extension Obstacles {
    static func nextState(_ state: AppState) -> Message? {
        if let reason = delivery(state) { return reason }
        guard let delivery = state.selectedDelivery, let next = delivery.nextState else {
            return "Nothing is awaited of a State."
        }
        return state.obstacle(to: next, of: delivery)
    }

    /// For calls, which are about alerts and about deliveries.
    static func callable(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.selectedAlert == nil && state.selectedDelivery == nil
                ? "No alert and no delivery is selected." : nil)
    }
}

extension DeliveryEvent {
    /// The crossings that it names, and the State that they have to touch.
    fileprivate var crossingsNamed: (state: String, crossings: [String])? {
        switch self {
        case .legPlanned(let leg): (leg.state, [leg.entry, leg.exit])
        case .consentGiven(let given): (given.state, [given.entry, given.exit].compactMap { $0 })
        default: nil
        }
    }
}
