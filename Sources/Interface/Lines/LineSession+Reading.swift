import Model
import Screen
import Wording

extension LineSession {
    /// Mode and time, what needs somebody, and the figures.
    mutating func sayWhereWeAre() {
        say(state.modeSentence)
        if let who = state.sessionSentence { say(who) }
        if let obstacle = state.shownObstacle { say(obstacle) }
        sayNow(limit: 1)
        say(state.figuresSentence)
    }

    mutating func sayNow(limit: Int) {
        let needs = state.shownNeeds
        guard !needs.isEmpty else {
            say(
                "NOW. \(state.words(of: .quiet(until: state.board.agenda(at: state.now, for: state.ownOfficer).first)))"
            )
            return
        }
        for need in needs.prefix(limit) { say(state.needSentence(need)) }
        if needs.count > limit { say("and \(needs.count - limit, one: "%1 more need", other: "%1 more needs").") }
    }

    /// The screen as it stands: its name, then its lists.
    mutating func readScreen() {
        listed = []
        rest = []
        if state.mode != .live || before.mode != state.mode { say(state.modeSentence) }
        if let filter = state.filters[state.screen], !filter.isEmpty { say("Only rows with: \(filter)") }
        switch state.screen {
        case .board:
            if before.mode == state.mode { say(state.modeSentence) }
            sayNow(limit: 2)
            for panel in [PanelID.deliveries, .alerts] { readList(panel, title: true, limit: 5) }
            let due = state.items(of: .agenda).count
            say("NEXT has \(due, one: "%1 row", other: "%1 rows"); “next” reads them.")
        case .alerts:
            readList(.alerts, title: true)
            if state.panels.contains(.shelved) { readList(.shelved, title: true) }
        case .state: for line in state.stateSentences { say(line) }
        case .health: for line in state.healthSentences { say(line) }
        case .pastHandover: for line in state.pastSentences { say(line) }
        case .figures: for line in state.figuresSentences { say(line) }
        case .deliveries: readList(.deliveries, title: true)
        case .log: readList(.records, title: true)
        case .watch:
            for panel in [PanelID.duty, .onCall, .inForce, .orders] { readList(panel, title: true, limit: 5) }
            readList(.watchLog, title: true)
        case .officers: readList(.officers, title: true)
        case .handover: readList(.handover, title: true)
        case .directory: readList(.states, title: true)
        case .directoryState:
            readList(.stateEntries, title: true)
            readList(.lacking, title: true, limit: 5)
        case .directoryEntry: for line in state.entrySentences { say(line) }
        case .subject(let name):
            // The records are the rows of a page; what stands above them is read as a whole.
            state.focus[state.screen] = .timeline
            for line in state.pageLines(of: name) { say(line) }
            readList(.timeline, title: true, limit: 5)
        }
    }

    /// A list with its rows numbered on from the list before it. What is left is read by `more`.
    mutating func readList(_ panel: PanelID, title hasTitle: Bool, limit: Int = LineSession.pageRows) {
        let items = panel == .records ? state.items(of: panel).reversed() : state.items(of: panel)
        if hasTitle {
            say(state.titleSentence(of: panel))
        }
        guard !items.isEmpty else {
            say(state.emptyText(of: panel))
            return
        }
        if panel == .agenda { listed = [] }
        var lines: [String] = []
        for item in items {
            listed.append(Listed(panel: panel, id: item.id, subject: state.row(item).subject))
            lines.append(state.catalogue.text("\(listed.count). \(state.sentence(of: item))"))
        }
        for line in lines.prefix(limit) { say(.verbatim(line)) }
        if lines.count > limit {
            say("\(lines.count - limit, one: "%1 more row", other: "%1 more rows"); “more” reads on.")
        }
        rest = Array(lines.dropFirst(limit)) + (hasTitle ? [] : rest)
    }

    mutating func sayMore() {
        guard !rest.isEmpty else {
            say("There is no more.")
            return
        }
        for line in rest.prefix(LineSession.pageRows) { say(.verbatim(line)) }
        rest = Array(rest.dropFirst(LineSession.pageRows))
        if !rest.isEmpty { say("\(rest.count, one: "%1 more row", other: "%1 more rows"); “more” reads on.") }
    }

    /// The current row in one sentence.
    mutating func readRow() {
        guard let item = state.currentItem else {
            say(state.emptyText(of: state.focusedPanel))
            return
        }
        let row = Listed(panel: state.focusedPanel, id: item.id, subject: state.row(item).subject)
        if let number = listed.firstIndex(of: row) {
            say("\(number + 1). \(state.sentence(of: item))")
        } else {
            say(state.sentence(of: item))
        }
    }

    /// The page field by field, or everything that is known of the current row.
    mutating func readEverything() {
        guard !state.conceals else {
            say(state.obstacleOfConcealing)
            return
        }
        guard !state.isVisitor else {
            say(state.visitorSentence)
            return
        }
        if case .subject(let name) = state.screen {
            listed = []
            for line in state.pageLines(of: name) { say(line) }
            readList(.timeline, title: true, limit: 20)
            return
        }
        guard let item = state.currentItem else {
            say(state.emptyText(of: state.focusedPanel))
            return
        }
        switch item {
        case .entry(let entry, _, _):
            say(state.sentence(of: item))
            say("Written by: \(entry.actor)")
            say("Subject: \(entry.subject.text)")
        case .delivery(let delivery): for line in state.pageLines(of: delivery.name) { say(line) }
        case .alert(let alert): for line in state.pageLines(of: alert.name) { say(line) }
        case .fold(let fold): for name in fold.all { for line in state.pageLines(of: name) { say(line) } }
        case .fact, .run, .officer: say(state.sentence(of: item))
        case .line(let line):
            say(state.sentence(of: item))
            if let subject = line.subject { for line in state.pageLines(of: subject) { say(line) } }
        case .agenda(let item):
            say(state.sentence(of: .agenda(item)))
            for line in state.pageLines(of: item.subject) { say(line) }
        }
    }

    /// Which screen, which row.
    mutating func sayPlace() {
        say(state.modeSentence)
        say("Screen: \(state.screenName)")
        let items = state.items(of: state.focusedPanel)
        let title = state.title(of: state.focusedPanel).leads.first ?? .verbatim("")
        guard let cursor = state.lists[state.focusedPanel]?.cursor, items.indices.contains(cursor) else {
            say("\(title): \(state.emptyText(of: state.focusedPanel))")
            return
        }
        say("\(title): row \(cursor + 1) of \(items.count)")
        say(state.sentence(of: items[cursor]))
    }

    mutating func sayHelp(_ word: String) {
        guard word.isEmpty else { return sayHelp(on: word) }
        say("A number makes that row the current one. Enter says what is new.")
        for own in LineWord.allCases { say("\(state.catalogue.text(own.message)): \(own.help)") }
        let able = Command.all.filter { $0.unavailable(in: state) == nil && $0.speaks }
        say("Here and now: \(able.map { state.spelling(of: $0) }.joined(separator: ", ")).")
        say("“help ack” says what “ack” does. A beginning is enough where only one word begins so.")
    }

    private mutating func sayHelp(on word: String) {
        switch state.meaning(of: word) {
        case .word(let own): say("\(own.rawValue): \(own.help)")
        case .command(let name):
            guard let command = Command.named(name) else { return }
            say("\(name): \(command.help)")
            if let reason = command.unavailable(in: state) { say("Not now: \(reason)") }
        case .row: say("A number makes that row the current one. Enter says what is new.")
        case .several(let names): say("“\(word)” may be \(names.joined(separator: ", ")).")
        case .unknown(let nearest):
            say(
                nearest.map { "There is no word “\(word)”; the nearest is “\($0)”." }
                    ?? "There is no word “\(word)”; “help” lists them.")
        }
    }
}
