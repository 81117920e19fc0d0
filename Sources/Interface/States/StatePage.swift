import Model
import Screen
import Wording

/// Everything that is open with one State, both ways: for the moment when its desk is on the telephone.
extension AppState {
    /// `:state UZB`, or without an argument the State of what is under the cursor.
    mutating func openState(_ argument: String) -> [Effect] {
        let word = argument.trimmingBlanks
        let code = StateKey.code(word) ?? StateKey.code(word.uppercased()) ?? (word.isEmpty ? stateHere : nil)
        guard let code else {
            return say(
                word.isEmpty
                    ? "Say which State: :state UZB." : "“\(word)” is no State; give three letters such as UZB.",
                isError: true)
        }
        if case .state(let shown) = screen, shown != code { screens.removeLast() }
        return open(.state(code))
    }

    /// Of the delivery or the alert that is selected.
    private var stateHere: String? {
        if let delivery = selectedDelivery {
            return delivery.currentLeg?.state ?? StateKey.code(delivery.opened.initiator)
        }
        return selectedAlert.flatMap { StateKey.code($0.thread.originator) ?? $0.particulars.state }
    }

    func stateView(_ state: String) -> StateView {
        StateView(board, state, at: now, kilometres, hides: { self.withholds($0) })
    }

    /// The rows below the heading of the desk: a section each, and beside each row the subject that it is about.
    private func stateRows(of view: StateView) -> [(subject: SubjectName?, segments: [Segment])] {
        let state = view.state
        let width = max(20, self.width - 2)
        var rows: [(SubjectName?, [Segment])] = lines(of: deskFacts(state, view), width: width).map { (nil, $0) }
        func band<Matter>(
            _ heading: Message, _ items: [StateView.Item<Matter>], _ words: (StateView.Item<Matter>) -> (Message, Role)
        ) {
            rows.append((nil, [Segment(catalogue.text(heading), .heading)]))
            if items.isEmpty { rows.append((nil, [Segment("  " + catalogue.text("nothing now"), .dim)])) }
            for item in items {
                let (message, role) = words(item)
                let name = item.subject.short
                for (line, piece) in SafeText(catalogue.text(message)).wrapped(to: max(8, width - 8)).enumerated() {
                    rows.append(
                        (
                            item.subject,
                            [Segment(line == 0 ? "  \(name)" : "", .label, width: 8), Segment(piece.plain, role)]
                        )
                    )
                }
            }
        }
        band("WE WAIT FOR THEM", view.weWait) { (awaitedWords($0), isLate($0.due) ? .warning : .text) }
        band("ASK NOW", view.askNow) { (questionWords($0), .urgent) }
        band("THEY WAIT FOR US", view.theyWait) { (owedWords($0), isLate($0.due) ? .urgent : .text) }
        band("TELL THEM", view.tellThem) { (newsWords($0), .warning) }
        rows.append((nil, [Segment(catalogue.text("THEIR RULES"), .heading)]))
        for line in rulesLines(state, width: width) { rows.append((nil, line)) }
        return rows
    }

    private func isLate(_ due: Instant?) -> Bool { due.map { $0 < now } ?? false }

    var stateLines: [[Segment]] {
        guard case .state(let state) = screen, !conceals else { return [] }
        return stateRows(of: stateView(state)).map(\.segments)
    }

    /// The subject of the row under the cursor.
    var stateSubject: SubjectName? {
        guard case .state(let state) = screen, !conceals, let cursor = lists[.state]?.cursor else { return nil }
        let rows = stateRows(of: stateView(state))
        return rows.indices.contains(cursor) ? rows[cursor].subject : nil
    }

    var stateTitle: PanelTitle {
        guard case .state(let state) = screen else { return PanelTitle(leads: [""], .verbatim("")) }
        let spoke = stateView(state).lastSpoke.map { face.moment($0, now: now) }
        return PanelTitle(
            leads: ["\(state), everything open, both ways", .verbatim(state)],
            spoke.map { "last spoke \($0)" } ?? "not spoken tonight")
    }

    /// The lines of the page in words, for the plain mode.
    var stateSentences: [Message] {
        guard case .state(let state) = screen, !conceals else { return [] }
        return sentences(of: stateView(state))
    }

    /// The same for the shell.
    package func sentences(of view: StateView) -> [Message] {
        var page = self
        page.width = 1_000_000
        return page.stateRows(of: view).map { row in
            .verbatim(row.segments.map(\.text).filter { !$0.isEmpty }.joined(separator: " "))
        }
    }

    private func deskFacts(_ state: String, _ view: StateView) -> [Fact?] {
        let desk = board.directory.desk(of: state)
        let there = desk?.zone.flatMap { Zone.named($0) }.map { catalogue.clockFace(in: $0).zonedTime(now) }
        let checked: Message =
            desk?.item.verified.map { "checked \(face.age(max(now - $0.at, .zero))) ago" } ?? "UNVERIFIED"
        let words = desk.map { desk in
            [desk.name, desk.number, desk.languages, catalogue.text(checked)].compactMap { $0 }.joined(separator: "  ")
        }
        return [
            Fact("Their desk", words ?? catalogue.text("no number is filed"), words == nil ? .warning : .text),
            Fact("There", there),
        ]
    }

    private func rulesLines(_ state: String, width: Int) -> [[Segment]] {
        let requirements = board.directory.requirements(state, at: now)
        let notice = board.directory.notice(state)
        guard notice != nil || !requirements.isEmpty else {
            return lines(of: [Fact("Rules", catalogue.text("none filed, UNVERIFIED"), .warning)], width: width)
        }
        var facts: [Fact?] = [
            Fact("Notice", notice.map { face.age(.minutes(Int64($0)), .wide) } ?? catalogue.text("not known"))
        ]
        facts += requirements.filter { $0.field != .noticeMinutes }.map { requirement in
            let isOld = requirement.isUnverified(at: now)
            let age = requirement.verified.map { catalogue.text("\(face.age(max(now - $0.at, .zero))) old") }
            let words = [isOld ? catalogue.text("UNVERIFIED") : nil, age].compactMap { $0 }.joined(separator: ", ")
            let what = "\(catalogue.text(requirement.field.message)): \(requirement.text)"
            return Fact("Requires", "\(what)  \(words)", isOld ? .warning : .text)
        }
        return lines(of: facts, width: width)
    }
}

extension AppState {
    /// `due 08:00, in 3h47`, `LATE 12min`; empty without an hour.
    private func until(_ due: Instant?) -> Message {
        guard let due else { return .verbatim("") }
        return due > now
            ? "due \(face.moment(due, now: now)), \(face.convention.ahead(due - now))"
            : "due \(face.moment(due, now: now)), LATE \(face.age(now - due))"
    }

    private func clauses(_ messages: Message...) -> Message {
        .verbatim(messages.map { catalogue.text($0) }.filter { !$0.isEmpty }.joined(separator: ", "))
    }

    private func moment(_ instant: Instant) -> String { face.moment(instant, now: now) }

    func awaitedWords(_ item: StateView.Item<StateView.Awaited>) -> Message {
        let asked: Message = item.since.map { "asked \(moment($0))" } ?? .verbatim("")
        switch item.matter {
        case .consent(let confirmed):
            let got: Message = confirmed.map { "got it \(moment($0))" } ?? "NOT CONFIRMED"
            return clauses("consent", asked, got, until(item.due))
        case .report(let every):
            return clauses(every.map { "report every \($0) min" } ?? "report", until(item.due))
        case .paper: return clauses("paper of the oral consent", until(item.due))
        case .formal(let matter, let number): return clauses("\(matter.message) \(number)", asked, until(item.due))
        case .reply(let kind): return clauses("answer to our \(kind.message)", asked, until(item.due))
        }
    }

    func questionWords(_ item: StateView.Item<StateView.Question>) -> Message {
        switch item.matter {
        case .moreTime(let missing):
            return item.due.map { due in
                due > now
                    ? "more time, \(face.age(missing)) UNCOVERED, ask by \(moment(due))"
                    : "more time, \(face.age(missing)) UNCOVERED, ask now"
            } ?? "more time, \(face.age(missing)) UNCOVERED, notice not known: ask now"
        case .consent(let cover):
            let comes: Message = item.due.map { "comes in \(moment($0))" } ?? .verbatim("")
            return clauses("consent: \(cover.word(face.convention))", comes)
        case .confirmation(let asked): return "have they got our request of \(moment(asked))?"
        case .report: return clauses("where is it? report", until(item.due))
        case .ourLoad(let alert): return "is the seizure \(alert.text) our load?"
        case .exception(let kind, let since): return "what do they know? \(kind.message) since \(moment(since))"
        case .seal(let released, let accepted):
            return "why? SEAL DIFFERS: let go with \(released), taken over with \(accepted)"
        case .weight(let released, let accepted):
            let (before, after) = (Quantity.kilogramsText(grams: released), Quantity.kilogramsText(grams: accepted))
            return "why? WEIGHT DIFFERS: \(before) kg let go, \(after) kg taken over"
        case .whoHolds(let since): return "who holds it? Nobody since \(moment(since))"
        }
    }

    func owedWords(_ item: StateView.Item<StateView.Owed>) -> Message {
        guard case .debt(let debt, let kind) = item.matter else { return .verbatim("") }
        let since: Message = item.since.map { "of \(moment($0))" } ?? .verbatim("")
        return clauses(
            .verbatim("\(catalogue.text(debt.message)) (\(catalogue.text(kind.message)))"), since, until(item.due))
    }

    func newsWords(_ item: StateView.Item<StateView.News>) -> Message {
        switch item.matter {
        case .exception(let kind, let since): "\(kind.message) since \(moment(since))"
        case .later(let slip, let entry):
            item.due.map { "it comes \(face.age(slip)) later to \(entry), about \(moment($0))" }
                ?? "it comes \(face.age(slip)) later to \(entry)"
        case .start: "the start is decided"
        }
    }
}
