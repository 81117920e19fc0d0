import Model
import Screen
import Wording

extension Command {
    /// What was handed over, how well, and what was written on paper meanwhile.
    static let handoversPast: [Command] = [
        Command(
            "paper-row", "Paper row",
            "Bring rows of the paper sheet into the log: row, time, words; Enter opens the next row",
            group: .act, argument: .text, unless: Obstacles.paper
        ) { state, argument in state.openPaper(argument) },
        Command(
            "handovers", "Handovers", "Every handover that was, the last one first; words search in them", group: .show,
            argument: .text, unless: Obstacles.unveiled
        ) { state, argument in state.openHandovers(argument) },
        Command(
            "figures", "Figures", "How well watches were kept and given on, by officer and by turn, for supervisors",
            group: .show, argument: .text, unless: Obstacles.figures
        ) { state, argument in state.openFigures(argument) },
    ]
}

extension Obstacles {
    /// A sheet may be of a watch that is over.
    static func paper(_ state: AppState) -> Message? {
        reading(state)
            ?? (state.shownWatch == nil ? "There is no watch yet, and so no sheet; :take-watch starts one." : nil)
    }

    static func unveiled(_ state: AppState) -> Message? {
        state.isVisitor ? "A handover is not for visitors." : nil
    }

    static func figures(_ state: AppState) -> Message? {
        if let reason = unveiled(state) { return reason }
        // Without officers' keys nobody has a role.
        guard state.roll.isGoverned else { return nil }
        return state.session.seat?.role == .supervisor
            ? nil : "The figures of officers are for supervisors; sign on as one."
    }
}

extension AppState {
    mutating func openHandovers(_ words: String) -> [Effect] {
        handovers = nil
        handoverWords = words
        overlay = .pick(PickList(.handovers))
        return [.loadHandovers(words: words)]
    }

    /// The watches that are over, as rows to choose from; typing searches in what was written, too.
    var pastItems: [PickItem] {
        guard let handovers else { return [] }
        return handovers.map { past in
            let names = [past.name.text, past.watch.started.officer, past.ended.relievedBy ?? ""]
            return PickItem(
                id: past.name.text,
                segments: [
                    Segment(catalogue.text(past.message(face, now: now)), past.way == .accepted ? .text : .warning)
                ],
                names: names.filter { !$0.isEmpty }, words: past.words)
        }
    }

    mutating func chooseHandover(_ id: String) -> [Effect] {
        guard let name = SubjectName(id) else { return [] }
        overlay = nil
        pastPage = nil
        return open(.pastHandover(name)) + [.loadPast(name)]
    }

    /// What the log says of alerts and watches that are over, and of the one that is given on.
    mutating func takePast(_ input: Input) -> [Effect] {
        switch input {
        case .health(let figures): health = figures
        case .handovers(let found): handovers = found
        case .past(let page):
            pastPage = page
            lists[.pastPage] = nil
        case .handoverFigures(let turns, let from, let until):
            figures = ShownFigures(turns: turns, from: from, until: until)
        case .handoverBoard(let whole): takeHandover(whole)
        case .offeredBoard(let then): handoverThen = then
        case .certificate(let certificate, let phrase, let isAsked):
            return take(certificate, phrase, isAsked: isAsked)
        default: break
        }
        return []
    }
}
