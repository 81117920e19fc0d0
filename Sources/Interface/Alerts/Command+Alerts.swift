import Model
import Wording

extension Command {
    /// What is done with alerts beyond acknowledging, shelving and closing them.
    static let alertActs: [Command] = [
        Command(
            "ack-until", "Ack until", "Acknowledge the alert until an hour of your choice; then it asks again",
            group: .act, argument: .text, unless: Obstacles.unacknowledged
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            let presets = state.presets(["15m", "30m", "1h", "2h", "4h", "08:00", "12h"], within: nil)
            return state.ask(.acknowledge(alert, presets: presets), answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "priority", "Priority",
            "Change how urgent the alert is, with a reason; a higher priority asks everybody anew",
            group: .act, argument: .text, unless: Obstacles.openAlert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.setPriority(alert)
            let (first, reason) = argument.headAndRest
            if let priority = Int(first), (1...4).contains(priority), case .choice(let all, _) = form.fields[0].kind {
                form.fields[0].kind = .choice(all, selected: priority - 1)
                form.fields[1].input = TextField(reason)
                return reason.isEmpty ? state.ask(form, answers: []) : state.submit(form)
            }
            return state.ask(form, answers: [])
        },
        Command(
            "reply", "Reply", "Write to whoever sent it what was done, or the answer: this pays what is owed",
            group: .act, argument: .text, unless: Obstacles.alert
        ) { state, argument in state.askReply(argument, as: nil) },
        Command(
            "feedback", "Feedback", "Tell whoever sent it what was done on it", group: .act, argument: .text,
            unless: Obstacles.alert
        ) { state, argument in state.askReply(argument, as: .feedback) },
        Command(
            "answer", "Answer", "Answer the request that it is", group: .act, argument: .text, unless: Obstacles.alert
        ) { state, argument in state.askReply(argument, as: .answer) },
        Command(
            "tell", "Told", "Write down who was told about it, what and by which way", group: .act, argument: .text,
            unless: Obstacles.alert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.tell(alert)
            let (whom, what) = argument.headAndRest
            guard !whom.isEmpty else { return state.ask(form, answers: []) }
            form.fields[0].input = TextField(whom)
            if !what.isEmpty { form.fields[1].input = TextField(what) }
            return state.submit(form)
        },
        Command(
            "ask", "Ask", "Ask a State or a service about it, with an hour by which they answer", group: .act,
            argument: .text, unless: Obstacles.alert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.ask(alert)
            let (whom, question) = argument.headAndRest
            form.fields[0].input = TextField(whom)
            form.fields[1].input = TextField(question)
            return whom.isEmpty || question.isEmpty ? state.ask(form, answers: []) : state.submit(form)
        },
        Command(
            "file", "Message", "Put any message into the thread: which way, its kind, numbers and deadline",
            group: .act,
            argument: .text, unless: Obstacles.alert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.file(alert)
            form.fields[3].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "detail", "More", "Write down what else is known: things, numbers, place, road, concealment", group: .act,
            argument: .text, unless: Obstacles.alert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.detail(alert)
            guard !argument.isEmpty else { return state.ask(form, answers: []) }
            form.fields[7].input = TextField(argument)
            return state.submit(form)
        },
        Command(
            "laboratory", "Laboratory", "Write down what a laboratory found, beside the first report", group: .act,
            argument: .text, unless: Obstacles.alert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form = Form.laboratory(alert)
            if !argument.isEmpty { form.fields[0].input = TextField(argument) }
            return state.ask(form, answers: [])
        },
        Command(
            "charge", "In charge", "Take the alert over, offer it to another officer, or decline it", group: .act,
            argument: .text, unless: Obstacles.openAlert
        ) { state, argument in state.askCharge(argument) },
        Command(
            "follow-up", "Look again", "Set an hour to look at it again, for the watch or only for yourself",
            group: .act,
            argument: .text, unless: Obstacles.openAlert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            let (at, text) = argument.headAndRest
            return state.ask(.followUp(alert), answers: at.isEmpty ? [] : text.isEmpty ? [at] : [at, text, ""])
        },
        Command(
            "done", "Done", "What was to be looked at again is done", group: .act, argument: .subject,
            unless: Obstacles.followUp
        ) { state, _ in
            guard let alert = state.selectedAlert, let next = alert.followUps(for: state.ownOfficer).first else {
                return []
            }
            return state.append(
                Draft(.existing(alert.name), .alert(.followUpDone(AlertFollowUpDone(entry: next.entry)))))
        },
        Command(
            "call", "Call", "Whom to call about it, with numbers; one key writes down what came of it", group: .act,
            argument: .text, unless: Obstacles.callable
        ) { state, argument in state.call(argument) },
        Command(
            "unfold", "Unfold", "Show every alert of a row that stands for several, or fold them again", group: .look,
            unless: Obstacles.fold
        ) { state, _ in state.toggleFold() },
    ]
}

extension AppState {
    mutating func askReply(_ argument: String, as kind: MessageKind?) -> [Effect] {
        guard let alert = selectedAlert else { return [] }
        var form = Form.reply(alert, as: kind)
        guard !argument.isEmpty else { return ask(form, answers: []) }
        form.fields[0].input = TextField(argument)
        return submit(form)
    }

    mutating func askCharge(_ argument: String) -> [Effect] {
        guard let alert = selectedAlert else { return [] }
        var form = Form.charge(alert, officer: officer)
        let (verb, rest) = argument.headAndRest
        guard let place = ["take", "offer", "decline"].firstIndex(of: verb),
            case .choice(let all, _) = form.fields[0].kind
        else { return askCharge(form, isOffered: alert.offer?.to == officer) }
        form.fields[0].kind = .choice(all, selected: place)
        if place > 0 { form.fields[place].input = TextField(rest) }
        return submit(form)
    }

    /// Whoever is asked to take it does so with one key more; nothing else has to be answered.
    private mutating func askCharge(_ form: Form, isOffered: Bool) -> [Effect] {
        let effects = ask(form, answers: [])
        if isOffered, case .form(var form) = overlay {
            form.focus = form.fields.count - 1
            overlay = .form(form)
        }
        return effects
    }

    /// On alerts some keys do what an alert needs in place of what they do elsewhere.
    static let onAlerts: [String: String] = [
        "order": "charge", "note": "detail", "heard": "file", "arrange": "tell", "follow": "follow-up", "phone": "new",
        "sign-order": "laboratory",
    ]

    /// Whether the keys of alerts hold: on their list, and on the page of one.
    var isOnAlerts: Bool {
        switch screen {
        case .alerts: true
        case .subject(let name): name.area == .alerts
        default: false
        }
    }

    /// What the keys of other commands do on this screen.
    var localKeys: [String: String] {
        if isOnAlerts { return AppState.onAlerts }
        if isInDirectory { return AppState.onDirectory }
        if screen == .watch { return AppState.onWatch }
        if screen == .handover { return handoverKeys }
        if isOnDeliveries { return screen == .board ? AppState.onDeliveryRows : AppState.onDeliveries }
        return AppState.elsewhere
    }

    /// What a key's command means on this screen.
    func commandHere(_ name: String) -> String { localKeys[name] ?? name }
}

extension Obstacles {
    static func followUp(_ state: AppState) -> Message? {
        if let reason = openAlert(state) { return reason }
        return state.selectedAlert?.followUps(for: state.ownOfficer).isEmpty == false
            ? nil : "There is nothing to be looked at again."
    }

    static func fold(_ state: AppState) -> Message? {
        state.foldUnderCursor == nil && state.unfolded.isEmpty ? "No row stands for several alerts." : nil
    }
}

extension String {
    /// The first word and what follows it.
    var headAndRest: (String, String) {
        let parts = split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1].trimmingBlanks : "")
    }
}
