import Model
import Wording

extension Command {
    /// What makes an entry in the log.
    static let actions: [Command] = [
        Command(
            "ack", "Ack", "Acknowledge the alert: you have seen it and it is yours to act on", group: .act,
            argument: .subject, unless: Obstacles.unacknowledged
        ) { state, _ in
            guard let alert = state.selectedAlert else { return [] }
            return state.append(
                Draft(
                    .existing(alert.name),
                    .alert(
                        .acknowledged(
                            AlertAcknowledged(until: alert.triage.acknowledgementLasts.map { state.now + $0 }))),
                    expecting: alert.trail.last))
        },
        Command(
            "shelve", "Shelve", "Put the alert aside for a stated time, with a reason; it returns by itself",
            group: .act, argument: .text, unless: Obstacles.openAlert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            let presets = state.presets(["15m", "1h", "2h", "08:00"], within: alert.triage.shelfLimit)
            return state.ask(.shelve(alert, presets: presets), answers: argument.splitOnce)
        },
        Command(
            "unshelve", "Unshelve", "Take the alert off the shelf before its time", group: .act,
            unless: Obstacles.shelved
        ) { state, _ in
            guard let alert = state.selectedAlert else { return [] }
            return state.append(
                Draft(.existing(alert.name), .alert(.unshelved(AlertUnshelved())), expecting: alert.trail.last))
        },
        Command(
            "close", "Close", "Close the alert with its outcome", group: .act, argument: .disposition,
            unless: Obstacles.openAlert
        ) { state, argument in
            guard let alert = state.selectedAlert else { return [] }
            var form =
                alert.thread.debt.flatMap { alert.thread.cancelled == nil ? Form.closeOwing(alert, $0) : nil }
                ?? Form.close(alert)
            let (outcome, remark) = argument.splitPair
            if let place = Disposition.allCases.firstIndex(where: { $0.rawValue == outcome }),
                case .choice(let choices, _) = form.fields[0].kind
            {
                form.fields[0].kind = .choice(choices, selected: place)
                form.fields[1].input = TextField(remark)
                return state.submit(form)
            }
            return state.ask(form, answers: [])
        },
        Command(
            "heard", "Heard", "They were heard where it is, saved at once; once more adds the words of the call",
            group: .act, argument: .text, unless: Obstacles.runningDelivery
        ) { state, argument in state.hear(argument) },
        Command(
            "report", "Report", "Write down a report about the delivery: who told, what, and when it happened",
            group: .act, argument: .subject, unless: Obstacles.runningDelivery
        ) { state, _ in state.askReport() },
        Command(
            "note", "Note", "Write a note on the subject, or into the log of the watch", group: .act, argument: .text,
            unless: Obstacles.notable
        ) { state, argument in
            guard let name = state.selectedSubject ?? state.board.watch?.name else { return [] }
            return state.ask(.note(name), answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "watch-note", "Watch note", "Write a line into the log of the watch", group: .act, argument: .text,
            unless: Obstacles.watch
        ) { state, argument in
            guard let watch = state.board.watch else { return [] }
            return state.ask(.note(watch.name), answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "new", "New", "Write down a new alert, as from a telephone call", group: .act, argument: .text,
            unless: Obstacles.reading
        ) { state, argument in
            var form = Form.raiseAlert()
            form.fields[0].input = TextField(argument)
            if !argument.isEmpty { state.understand(&form) }
            return state.ask(form, answers: [])
        },
        Command(
            "new-delivery", "New delivery", "Open a controlled delivery that a State asks for or reports", group: .act,
            unless: Obstacles.reading
        ) { state, _ in
            state.ask(.openDelivery(), answers: [])
        },
        Command(
            "plan-leg", "Plan leg", "Plan one State's part of the road, or plan it anew", group: .act,
            argument: .subject,
            unless: Obstacles.runningDelivery
        ) { state, _ in
            guard let delivery = state.selectedDelivery else { return [] }
            return state.ask(.planLeg(delivery), answers: [])
        },
        Command(
            "end-delivery", "End", "Write down how and where the delivery ended", group: .act, argument: .subject,
            unless: Obstacles.runningDelivery
        ) { state, _ in
            guard let delivery = state.selectedDelivery else { return [] }
            return state.ask(.endDelivery(delivery), answers: [])
        },
        Command(
            "withdraw", "Withdraw",
            "Withdraw your last entry, or the one under the cursor, with a reason; it stays readable", group: .act,
            argument: .text, unless: Obstacles.reading
        ) { state, argument in
            let (first, rest) = argument.splitPair
            let named = first.hasPrefix("#") ? Int64(first.dropFirst()) : nil
            guard
                let (index, name) = named.flatMap({ state.ownEntry($0) })
                    ?? (named == nil ? state.withdrawalTarget : nil)
            else {
                let reason: Message =
                    named == nil
                    ? "There is no entry of yours to withdraw."
                    : "\(first) is not a record of yours that is on the screen."
                state.notice = AppState.Notice(message: reason, isError: true)
                return []
            }
            if let refusal = state.refusal(withdrawing: index) {
                return state.say(refusal.message(state.face), isError: true)
            }
            // Always asked: the form shows what will be struck through.
            var form = Form.withdraw(index, of: name, saying: state.words(ofEntry: index))
            form.fields[0].input = TextField(named == nil ? argument : rest)
            return state.ask(form, answers: [])
        },
    ]
}

extension String {
    /// The first word and the rest, as answers of a form; empty for an empty line.
    fileprivate var splitOnce: [String] {
        let (first, rest) = splitPair
        return first.isEmpty ? [] : rest.isEmpty ? [first] : [first, rest]
    }

    fileprivate var splitPair: (String, String) {
        let parts = split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1].trimmingBlanks : "")
    }
}
