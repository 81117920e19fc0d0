import Model
import Wording

extension Command {
    /// What the one who has the watch writes into the handover, and the one who is to take it says to it.
    static let handoverActs: [Command] = [
        Command(
            "offer-watch", "Offer", "Offer the watch to the officer who is to take it, with the handover", group: .act,
            argument: .text, unless: Obstacles.othersWatch
        ) { state, argument in state.offerWatch(argument) },
        Command(
            "take-now", "Take now", "Take the watch before everything is said back; the reason is shown everywhere",
            group: .act, unless: Obstacles.ownWatch
        ) { state, _ in state.ask(state.takingForm, answers: []) },
        Command(
            "refuse-watch", "Not take", "Do not take the watch that is offered to you, with the reason", group: .act,
            argument: .text, unless: Obstacles.notOffered
        ) { state, argument in
            guard let watch = state.board.watch else { return [] }
            return state.ask(.refuseWatch(watch), answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "say-back", "Say back", "Say in your own words what you understood of a line of the handover", group: .act,
            argument: .text, unless: Obstacles.unsaidLine
        ) { state, argument in
            guard let page = state.handoverPage, let line = state.selectedForSayingBack else { return [] }
            let form = Form.sayBack(line, proposals: state.proposals(for: line), of: page.watch.name)
            return state.ask(form, answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "ask-before", "Ask", "Ask the one who has the watch about a line, before you take it", group: .act,
            argument: .text, unless: Obstacles.notOffered
        ) { state, argument in
            guard let watch = state.board.watch else { return [] }
            let form = Form.askBefore(state.selectedHandoverKey, of: watch.name)
            return state.ask(form, answers: argument.isEmpty ? [] : [argument])
        },
        Command(
            "answer-question", "Answer", "Answer what the next officer asks about the handover", group: .act,
            argument: .text, unless: Obstacles.noQuestion
        ) { state, argument in
            guard let watch = state.board.watch, let question = state.questionToAnswer else { return [] }
            let form = Form.answer(question, by: state.shownName(question.by), of: watch.name)
            return state.ask(form, answers: argument.isEmpty ? [] : [argument])
        },
    ]

    /// What is changed in the lines; a line is the one under the cursor.
    static let handoverLines: [Command] = [
        Command(
            "severity", "Severity", "Set how much a line of the handover wants the next officer", group: .act,
            unless: Obstacles.fixedLine
        ) { state, _ in state.editLine { .severity($0, of: $1) } },
        Command(
            "line-note", "Note", "Write a note to a line of the handover", group: .act,
            unless: Obstacles.ownHandoverLine
        ) { state, _ in state.editLine { .lineNote($0, of: $1) } },
        Command(
            "if-then", "If … then", "Write what is to be done if something happens, as agreed beforehand or by you",
            group: .act, unless: Obstacles.ownHandoverLine
        ) { state, _ in
            let agreed = state.selectedHandoverLine.map { state.agreed(for: $0) } ?? []
            return state.editLine { .ifThen($0, agreed: agreed, of: $1) }
        },
        Command(
            "leave-out", "Leave out", "Do not hand a line over, with the reason; on one that is left out, put it back",
            group: .act, unless: Obstacles.fixedLine
        ) { state, _ in state.leaveOut() },
        Command(
            "own-line", "Own line", "Add a line of your own to the handover", group: .act, argument: .text,
            unless: Obstacles.writesHandover
        ) { state, argument in
            guard let watch = state.board.watch else { return [] }
            var form = Form.ownLine(of: watch.name)
            form.fields[0].input = TextField(argument)
            return state.ask(form, answers: [])
        },
        Command(
            "sooner", "Move up", "Move a line of the handover up among its like", group: .act,
            unless: Obstacles.fixedLine
        ) { state, _ in state.moveLine(by: -1) },
        Command(
            "later", "Move down", "Move a line of the handover down among its like", group: .act,
            unless: Obstacles.fixedLine
        ) { state, _ in state.moveLine(by: 1) },
        Command(
            "line-subject", "Its page", "Open what a line of the handover is about", group: .act,
            unless: Obstacles.handoverLine
        ) { state, _ in state.openLineSubject() },
    ]

    static let handover = Command(
        "handover", "Handover", "The handover of the watch: what is open, what was offered, what was said back",
        group: .show
    ) { state, _ in state.openHandover() }
}

extension AppState {
    /// For the one who has the watch, on the screen of the handover.
    static let onOwnHandover: [String: String] = [
        "note": "line-note", "priority": "severity", "arrange": "if-then", "end-arrangement": "leave-out",
        "order": "own-line", "phone": "new",
    ]
    /// For the one to whom it is offered.
    static let onOfferedHandover: [String: String] = [
        "note": "say-back", "ask": "ask-before", "ack": "take-watch", "end-arrangement": "refuse-watch",
        "order": "line-subject", "phone": "new",
    ]
    /// On the screen of the watch.
    static let onWatch: [String: String] = ["phone": "new", "health": "handover"]

    var handoverKeys: [String: String] {
        guard let page = handoverPage else { return AppState.elsewhere }
        if page.isHolder { return AppState.onOwnHandover }
        return page.watch.offer == nil ? AppState.elsewhere : AppState.onOfferedHandover
    }

    var handoverFooter: [String] {
        guard let page = handoverPage, !isReadOnly, mode == .live else {
            return ["help", "open", "back", "find", "command", "zone"]
        }
        if page.isHolder {
            return [
                "help", "offer-watch", "line-note", "if-then", "severity", "leave-out", "own-line",
                "answer-question", "open", "sooner", "later", "back", "command",
            ]
        }
        guard page.watch.offer != nil else { return ["help", "open", "back", "command", "zone"] }
        return ["help", "open", "ask-before", "take-watch", "refuse-watch", "line-subject", "back", "command", "zone"]
    }

    fileprivate mutating func editLine(_ form: (HandoverDraft.Line, SubjectName) -> Form) -> [Effect] {
        guard let page = handoverPage, let line = selectedHandoverLine else { return [] }
        return ask(form(line, page.watch.name), answers: [])
    }

    fileprivate mutating func leaveOut() -> [Effect] {
        guard let page = handoverPage, let line = selectedHandoverLine else { return [] }
        guard line.leftOut != nil else { return ask(.leaveOut(line, of: page.watch.name), answers: []) }
        var set = standing(line.key)
        set.leftOut = nil
        return append(Draft(.existing(page.watch.name), .shift(.itemSet(set))))
    }

    /// Up or down among the lines of its severity, which get places as far as they need any.
    fileprivate mutating func moveLine(by step: Int) -> [Effect] {
        guard let page = handoverPage, let line = selectedHandoverLine, line.leftOut == nil else { return [] }
        var group = page.current.lines.filter { $0.severity == line.severity && !$0.item.isBreakGlass }
        guard let place = group.firstIndex(where: { $0.key == line.key }), group.indices.contains(place + step) else {
            return say("It stands at the end of its like already.")
        }
        group.swapAt(place, place + step)
        let placed = group.lastIndex { $0.place != nil } ?? 0
        let last = max(placed, place, place + step)
        let drafts: [Draft] = group.prefix(last + 1).enumerated().compactMap { index, line in
            guard line.place != index + 1 else { return nil }
            var set = standing(line.key)
            set.place = index + 1
            return Draft(.existing(page.watch.name), .shift(.itemSet(set)))
        }
        return append(drafts)
    }

    // MARK: Offer and take

    /// What would be offered now, from the whole board; nil while it is not here.
    var handoverToOffer: HandoverWritten? {
        guard let source = handoverSource, let watch = board.watch else { return nil }
        let risks = source.handoverRisks(at: now, offsetSeconds: Zone.centre(of: source).offset(at: now))
        return HandoverDraft(source, for: watch, at: now).written(risks: risks)
    }

    mutating func offerWatch(_ to: String) -> [Effect] {
        guard let watch = board.watch else { return [] }
        guard let written = handoverToOffer else {
            let effects = openHandover()
            return effects + say("Everything that is open is being read for the handover; offer it when it is here.")
        }
        let next = to.isEmpty ? board.nextOnWatch(at: now)?.officer ?? watch.handover.offers.last?.to ?? "" : to
        return ask(.offerWatch(watch, to: next, written), answers: [])
    }

    /// Takes the watch; of one that is offered only what was said back, else the page says what is missing.
    mutating func takeWatch() -> [Effect] {
        guard let watch = board.watch, isForMe(watch), watch.offer?.written != nil else {
            return ask(takingForm, answers: [])
        }
        let lines = unsaid(of: watch)
        let isOutdated = watch.handover.isOutdated
        if lines.isEmpty, !isOutdated, watch.handover.openQuestions.isEmpty { return ask(takingForm, answers: []) }
        let effects = screen == .handover ? [] : openHandover()
        if isOutdated {
            return effects
                + say(
                    "\(watch.started.officer) changed lines after the offer; ask for it to be offered again. :take-now takes the watch all the same, with a reason.",
                    isError: true)
        }
        if let first = lines.first {
            selectHandoverLine(first.text)
            return effects
                + say(
                    .plural(
                        lines.count,
                        one:
                            "%1 critical line is not said back: Enter says it. :take-now takes the watch all the same, with a reason.",
                        other:
                            "%1 critical lines are not said back: Enter says the next one. :take-now takes the watch all the same, with a reason."
                    ), isError: true)
        }
        return effects
            + say(
                "A question is not answered yet. :take-now takes the watch all the same, with a reason.", isError: true)
    }

    /// After one line was said back the cursor goes on to the next.
    mutating func goOnSayingBack(after form: Form) {
        guard case .handover(.sayBack(_, let key)) = form.purpose, screen == .handover, let watch = board.watch,
            let next = unsaid(of: watch).first(where: { $0 != key })
        else { return }
        selectHandoverLine(next.text)
    }
}

extension Obstacles {
    /// Only on its screen: a line is the one under the cursor.
    static func handoverLine(_ state: AppState) -> Message? {
        if state.screen != .handover { return "This is done on the screen of the handover: :handover." }
        return state.selectedHandoverKey == nil ? "No line of the handover is selected." : nil
    }

    static func writesHandover(_ state: AppState) -> Message? {
        if let reason = watch(state) { return reason }
        guard let watch = state.board.watch, !watch.isHeld(by: state.officer) else { return nil }
        return "\(watch.started.officer) has the watch, and alone writes its handover."
    }

    static func ownHandoverLine(_ state: AppState) -> Message? {
        writesHandover(state) ?? handoverLine(state)
            ?? (state.selectedHandoverLine == nil ? "This line is settled; there is nothing to write to it." : nil)
    }

    /// What was taken in an emergency stays the first line of the next handover.
    static func fixedLine(_ state: AppState) -> Message? {
        if let reason = ownHandoverLine(state) { return reason }
        return state.selectedHandoverLine?.item.isBreakGlass == true
            ? "What was taken in an emergency stays the first line of the handover." : nil
    }

    static func notOffered(_ state: AppState) -> Message? {
        if let reason = watch(state) { return reason }
        guard let watch = state.board.watch else { return nil }
        if watch.isHeld(by: state.officer) { return "You have the watch yourself." }
        return watch.offer == nil ? "The watch is not offered to anybody." : nil
    }

    static func unsaidLine(_ state: AppState) -> Message? {
        notOffered(state) ?? handoverLine(state)
            ?? (state.selectedForSayingBack == nil ? "Only critical lines are said back." : nil)
    }

    static func noQuestion(_ state: AppState) -> Message? {
        if let reason = watch(state) { return reason }
        guard let watch = state.board.watch else { return nil }
        if !watch.isHeld(by: state.officer) { return "\(watch.started.officer) has the watch, and answers." }
        return state.questionToAnswer == nil ? "Nobody asks anything about the handover." : nil
    }
}
