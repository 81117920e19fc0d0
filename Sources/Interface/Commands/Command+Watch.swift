import Model
import Wording

extension Command {
    /// What is written about the watch.
    static let watchActs: [Command] = [
        Command(
            "take-watch", "Take watch", "Take the watch: from nobody, or from the one who has it, in one step",
            group: .act, unless: Obstacles.ownWatch
        ) { state, _ in state.takeWatch() },
        Command(
            "confirm-watch", "Confirm", "Confirm that you know the watch was taken without an offer", group: .act,
            unless: Obstacles.nothingTaken
        ) { state, _ in
            guard let watch = state.board.watch else { return [] }
            return state.ask(.confirmTaking(watch), answers: [])
        },
        Command("end-watch", "End watch", "End the watch without relief", group: .act, unless: Obstacles.watch) {
            state, _ in
            guard let watch = state.board.watch else { return [] }
            return state.ask(.endWatch(watch), answers: [])
        },
        Command(
            "decide", "Decide", "Write a decision into the log of the watch: what, why, instead of what, who decided",
            group: .act, argument: .text, unless: Obstacles.watch
        ) { state, argument in
            guard let watch = state.board.watch else { return [] }
            let about = state.selectedSubject.flatMap { [.alerts, .deliveries].contains($0.area) ? $0 : nil }
            var form = Form.decide(watch, about: about, by: state.ownName, knownTo: max(0, state.board.size - 1))
            form.fields[0].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "correct", "Correct", "Put a new text in the place of your own note; the old one stays, struck through",
            group: .act, argument: .text, unless: Obstacles.reading
        ) { state, argument in
            guard let (index, entry) = state.correctionTarget else {
                state.notice = AppState.Notice(message: "There is no note of yours to correct.", isError: true)
                return []
            }
            var form = Form.correct(index, on: entry.subject, entry.event)
            if !argument.isEmpty { form.fields[0].input = TextField(argument) }
            return state.ask(form, answers: [])
        },
    ]

    /// What holds for a while, and who can be called.
    static let watchArrangements: [Command] = [
        Command(
            "order", "Order", "Write down an order that was given by word of mouth; it stays open until carried out",
            group: .act, argument: .text, unless: Obstacles.reading
        ) { state, argument in
            var form = Form.verbalOrder()
            form.fields[0].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "arrange", "Arrange", "Write down what holds for a while: a phone forwarded, a filter off, a channel down",
            group: .act, argument: .text, unless: Obstacles.reading
        ) { state, argument in
            var form = Form.arrange(by: state.ownName)
            form.fields[1].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "extend", "Extend", "Give an arrangement or an order more time", group: .act,
            unless: Obstacles.arrangement
        ) { state, _ in state.selectedArrangement.map { state.ask(.extend($0), answers: []) } ?? [] },
        Command(
            "end-arrangement", "Ended", "Write that an arrangement no longer holds, or that an order was carried out",
            group: .act, unless: Obstacles.arrangement
        ) { state, _ in state.selectedArrangement.map { state.ask(.endArrangement($0), answers: []) } ?? [] },
        Command(
            "sign-order", "Sign", "Sign that you have read a standing order", group: .act, unless: Obstacles.unreadOrder
        ) { state, _ in state.orderToSign.map { state.ask(.signOrder($0), answers: []) } ?? [] },
        Command(
            "issue-order", "Issue", "Issue a standing order, or put one in the place of an old one", group: .act,
            argument: .text, unless: Obstacles.reading
        ) { state, argument in
            var form = Form.issueOrder()
            form.fields[0].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "end-order", "End order", "End a standing order", group: .act, unless: Obstacles.order
        ) { state, _ in state.selectedOrder.map { state.ask(.endOrder($0), answers: []) } ?? [] },
        Command(
            "on-call", "On call", "Put somebody on call, and write down for what they may be woken", group: .act,
            argument: .text, unless: Obstacles.reading
        ) { state, argument in
            var form = Form.putOnCall()
            form.fields[0].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "off-call", "Off call", "Take somebody off call", group: .act, unless: Obstacles.personOnCall
        ) { state, _ in state.selectedOnCall.map { state.ask(.endOnCall($0), answers: []) } ?? [] },
    ]
}

extension AppState {
    /// The name of the one who sits here, as it is enrolled or as the watch bears it; else the id.
    var ownName: String {
        if let enrolled = board.officers[officer]?.shownName { return enrolled }
        if let watch = board.watch, watch.officerID == officer { return watch.started.officer }
        return officer
    }

    /// The form that takes the watch, with what the plan of turns says.
    var takingForm: Form {
        let turn = board.roster?.turn(at: now)
        let until = turn.map { face.moment($0.until, now: now) } ?? "08:00"
        let next = (turn.flatMap { board.roster?.next(after: $0.until - .milliseconds(1)) })?.officer ?? ""
        guard let watch = board.watch else {
            return .startWatch(officer: officer, name: ownName, until: until, next: next)
        }
        if isForMe(watch), isReadyToAccept(watch) {
            let name = watch.isOffered(to: officer, named: ownName) ? ownName : watch.offer?.to ?? ownName
            return .acceptWatch(
                watch, officer: officer, name: name, until: until, next: next, risks: risksSinceOffer(of: watch))
        }
        return .takeOver(watch, officer: officer, name: ownName, until: until, next: next)
    }

    /// The arrangement that a command acts on: the selected one, or the only one.
    var selectedArrangement: TemporaryArrangement? {
        if let name = selectedSubject, name.area == .arrangements {
            return board.arrangements[name].flatMap { $0.isInForce ? $0 : nil }
        }
        return board.arrangements.count == 1 ? board.arrangements.values.first : nil
    }

    var selectedOrder: StandingOrder? {
        if let name = selectedSubject, name.area == .orders { return board.orders[name] }
        return board.orders.count == 1 ? board.orders.values.first : nil
    }

    /// The selected order, or the oldest one that is not signed here.
    var orderToSign: StandingOrder? {
        if let name = selectedSubject, name.area == .orders {
            return board.orders[name].flatMap { $0.isRead(by: officer) ? nil : $0 }
        }
        return board.ordersToRead(by: officer, at: now).first
    }

    var selectedOnCall: OnCall? {
        if let name = selectedSubject, name.area == .onCall { return board.onCall[name] }
        return nil
    }

    /// The note that `correct` is about: the own one under the cursor, else the last one written here.
    var correctionTarget: (Int64, Entry)? {
        for index in [selectedEntry, ownEntries.last].compactMap({ $0 }) {
            guard let entry = knownEntry(index), entry.actor == officer, entry.event.noteText != nil,
                histories[entry.subject]?.withdrawn.contains(index) != true
            else { continue }
            return (index, entry)
        }
        return nil
    }
}

extension Obstacles {
    static func ownWatch(_ state: AppState) -> Message? {
        if let reason = reading(state) { return reason }
        return state.board.watch?.officerID == state.officer ? "You have the watch yourself." : nil
    }

    static func othersWatch(_ state: AppState) -> Message? {
        if let reason = watch(state) { return reason }
        guard let watch = state.board.watch, ![watch.officerID, watch.startedBy].contains(state.officer) else {
            return nil
        }
        return "\(watch.started.officer) has the watch, and alone may offer it."
    }

    static func nothingTaken(_ state: AppState) -> Message? {
        if let reason = watch(state) { return reason }
        guard let watch = state.board.watch, watch.isTakingUnseen else {
            return "No watch was taken without an offer."
        }
        return [watch.officerID, watch.startedBy].contains(state.officer)
            ? "You took the watch yourself; somebody else must confirm it." : nil
    }

    static func arrangement(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.selectedArrangement == nil
                ? "No arrangement is selected; they stand on the screen of the watch." : nil)
    }

    static func order(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.selectedOrder == nil
                ? "No standing order is selected; they stand on the screen of the watch." : nil)
    }

    static func unreadOrder(_ state: AppState) -> Message? {
        reading(state) ?? (state.orderToSign == nil ? "There is no standing order that you have not signed." : nil)
    }

    static func personOnCall(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.selectedOnCall == nil
                ? "Nobody on call is selected; they stand on the screen of the watch." : nil)
    }
}
