import Model
import Wording

/// A console at which nobody sits who may read more shows what is open in counts, States, priorities and times.
///
/// Everything that is drawn or said of the log goes through the few functions here while `conceals` holds.
extension AppState {
    /// Whether headlines, names, places and words are hidden.
    package var conceals: Bool {
        switch session {
        case .desk, .open: false
        case .signedOff, .locked: true
        }
    }

    /// The state without what no concealed screen needs, so that nothing of it can be drawn by mistake.
    var concealed: AppState {
        var state = self
        state.recent = []
        state.histories = [:]
        state.matches = [:]
        state.log = LogWindow()
        state.clipboard = ""
        state.examined = nil
        (state.handoverBoard, state.handoverThen, state.handoverPage) = (nil, nil, nil)
        (state.filters, state.flipped, state.marking) = ([:], [:], [])
        state.looks.subset = nil
        return state
    }

    /// Why a command is not to be had at a console where nobody is signed on; nil when it is.
    func obstacleOfConcealing(to command: Command) -> Message? {
        conceals && !Command.whileConcealed.contains(command.name) ? obstacleOfConcealing : nil
    }

    var obstacleOfConcealing: Message {
        if session.isLocked {
            return "The console is locked and details are hidden; \(keyNames(of: "lock").first ?? ":lock") unlocks it."
        }
        return "Nobody is signed on here and details are hidden; :sign-on begins."
    }

    /// What a cell shows.
    func cell(_ column: Column, of item: PanelItem) -> CellText {
        if !conceals {
            if let name = withheldSubject(of: item) { return pointerCell(column, item, name) }
            return withheldCell(column, item) ?? column.cell(self, item)
        }
        switch item {
        case .delivery(let delivery): return concealedCell(column, item, of: delivery)
        case .alert(let alert): return concealedCell(column, item, of: alert)
        case .fold(let fold): return concealedCell(column, item, of: fold.first)
        case .agenda(let agenda):
            if column.id == "what" { return CellText(catalogue.text(agenda.matter.openMessage)) }
            return ["when", "number"].contains(column.id) ? column.cell(self, item) : .empty
        case .entry, .run, .fact, .officer, .line: return .empty
        }
    }

    /// What a row is about, where this reader may not even see it in a list.
    private func withheldSubject(of item: PanelItem) -> SubjectName? {
        let name: SubjectName? =
            switch item {
            case .delivery(let delivery): delivery.name
            case .alert(let alert): alert.name
            case .fold(let fold): fold.first.name
            case .agenda(let agenda): agenda.subject
            case .entry(let entry, _, _): entry.subject
            case .run(let run): run.first.subject
            case .fact, .officer, .line: nil
            }
        return name.flatMap { withholds($0) ? $0 : nil }
    }

    /// The row of what is withheld is a pointer: that there is something, how urgent, and whom to call.
    private func pointerCell(_ column: Column, _ item: PanelItem, _ name: SubjectName) -> CellText {
        let isEntry = if case .entry = item { true } else { false }
        switch column.id {
        case "priority", "when": return column.cell(self, item)
        case "number" where isEntry, "learnt" where isEntry: return column.cell(self, item)
        case "number", "subject": return CellText(shownNumber(name), .dim)
        case "what", "where": return CellText(catalogue.text(withheldWords(of: name)), .dim)
        default: return .empty
        }
    }

    /// What is said in the place of words that may be read once the reading is written down; nil where nothing is withheld.
    private func withheldCell(_ column: Column, _ item: PanelItem) -> CellText? {
        guard case .entry(let entry, _, _) = item, ["what", "where", "found"].contains(column.id),
            withholdsRecords(of: entry.subject)
        else { return nil }
        return column.id == "found" ? .empty : CellText(catalogue.text(withheldWords(of: entry.subject)), .dim)
    }

    private func concealedCell(_ column: Column, _ item: PanelItem, of delivery: Delivery) -> CellText {
        switch column.id {
        case "priority", "number", "heard", "due", "standing": column.cell(self, item)
        case "state": CellText((delivery.currentLeg?.state ?? delivery.opened.initiator).stateCode)
        case "where": CellText(catalogue.text(legCount(of: delivery)))
        default: .empty
        }
    }

    private func concealedCell(_ column: Column, _ item: PanelItem, of alert: Alert) -> CellText {
        switch column.id {
        case "mark", "priority", "number", "age", "near", "standing": column.cell(self, item)
        case "what":
            CellText(
                [alert.raised.source.stateCode, catalogue.text(alert.raised.message.message)].filter { !$0.isEmpty }
                    .joined(separator: " "))
        default: .empty
        }
    }

    private func legCount(of delivery: Delivery) -> Message {
        guard let leg = delivery.currentLeg, delivery.legs.count > 1,
            let place = delivery.legs.firstIndex(where: { $0.number == leg.number })
        else { return .verbatim("") }
        return "leg \(place + 1) of \(delivery.legs.count)"
    }

    /// The sentence of a need, as much of it as may be read.
    func words(of headline: Headline) -> Message {
        if conceals { return headline.openMessage(face, now: now) }
        if case .quiet(let item?) = headline, withholds(item.subject) {
            let next = board.agenda(at: now, for: ownOfficer).first { !withholds($0.subject) }
            return Headline.quiet(until: next).message(face, now: now)
        }
        guard let name = headline.subject, withholds(name) else { return headline.message(face, now: now) }
        return "somebody who may read it is needed. \(withheldWords(of: name))"
    }

    /// A row in words, for the plain mode.
    func concealedSentence(of item: PanelItem) -> Message {
        let kind: Message?
        let list: ListKind
        switch item {
        case .alert, .fold: (kind, list) = ("alert", .alerts)
        case .delivery: (kind, list) = ("delivery", .deliveries)
        case .agenda: (kind, list) = (nil, .agenda)
        case .entry, .run, .fact, .officer, .line: return "details are hidden"
        }
        let cells = chosenColumns(of: list).filter { $0.id != "mark" }.map { cell($0, of: item).longest }.filter {
            !$0.isEmpty && $0 != Convention.noData
        }
        let text = cells.joined(separator: ", ")
        return kind.map { "\($0) \(text)" } ?? .verbatim(text)
    }
}

extension ListKind {
    /// The columns of which something may be read while details are hidden.
    fileprivate static let open: [ListKind: [String]] = [
        .deliveries: ["priority", "number", "where", "state", "heard", "due", "standing"],
        .alerts: ["mark", "priority", "number", "age", "what", "near", "standing"],
        .agenda: ["when", "number", "what"],
    ]

    var openColumns: [String] { ListKind.open[self] ?? [] }
}

extension Command {
    /// What can be done while details are hidden: it moves, tells the time, and brings somebody to the console. A command
    /// that does not stand here is stopped.
    static let whileConcealed: Set<String> = [
        "down", "up", "page-down", "page-up", "top", "bottom", "panel", "panel-back", "back", "board",
        "zone", "theme", "language", "mute", "unmute", "help", "menu", "command", "lock", "sign-on", "sign-off",
        "visitor", "repaint", "suspend", "quit",
    ]
}

extension String {
    /// The text where it is the code of a State (ISO 3166-1, three letters); else nothing.
    var stateCode: String {
        utf8.count == 3 && utf8.allSatisfy { (0x41...0x5A).contains($0) } ? self : ""
    }
}
