import Model
import Screen
import Wording

extension AppState {
    func draw(_ page: ApprovalPage, on canvas: inout Canvas) {
        let lines = approvalLines(of: page, width: layout.overlay.width - 4)
        let keys = approvalKeys(of: page).flatMap { text($0).wrapped(to: layout.overlay.width - 4) }
        let inside = frame(approvalTitle(of: page), rows: lines.count + keys.count, on: &canvas)
        let rows = max(1, inside.height - keys.count)
        let first = min(page.first, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(line, row: inside.row + row, column: inside.column, width: inside.width)
        }
        if lines.count > rows {
            let place = text("lines \(first + 1)–\(first + rows) of \(lines.count)")
            canvas.put(
                " " + place + " ", row: inside.row + inside.height, column: inside.column, width: inside.width - 1,
                role: .dim)
            canvas.scrollBar(
                row: inside.row, column: inside.column + inside.width, height: rows, first: first, total: lines.count)
        }
        for (line, piece) in keys.enumerated() where rows + line < inside.height {
            canvas.put(piece, row: inside.row + rows + line, column: inside.column, width: inside.width, role: .key)
        }
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }

    func approvalTitle(of page: ApprovalPage) -> Message {
        guard let waiting = waiting(page.index) else { return "#\(Int(page.index)) no longer waits" }
        return waiting.isProposal
            ? "#\(Int(page.index)) waits for an approval" : "#\(Int(page.index)) waits for a second signature"
    }

    /// The verbs that the one who sits here has, then the others with why not.
    private func approvalKeys(of page: ApprovalPage) -> [Message] {
        guard let waiting = waiting(page.index) else { return ["Esc goes back"] }
        guard examined?.entry.index == page.index else { return ["loading"] }
        let mine = verbs(for: waiting).filter { obstacle(to: $0, waiting) == nil }
        var lines: [Message] = mine.map { "\(String($0.letter))  \($0.message)" }
        if mine.isEmpty, let first = verbs(for: waiting).first, let reason = obstacle(to: first, waiting) {
            lines.append(reason)
        }
        return lines + ["Esc goes back"]
    }

    func verbs(for waiting: Waiting) -> [ApprovalVerb] {
        waiting.isProposal ? [.approve, .decline, .telephone] : [.countersign, .refuse]
    }

    /// The facts of what waits, each with its value.
    func approvalFacts(of page: ApprovalPage) -> [Fact] {
        guard let examined, examined.entry.index == page.index else {
            return [Fact("Record", catalogue.text("loading"))].compactMap { $0 }
        }
        let waiting = waiting(page.index)
        var facts: [Fact?] = [Fact("About", page.subject.text)]
        let proposal = examined.proposal ?? examined.entry
        if case .fourEyes(.proposed(let proposed)) = proposal.event {
            facts += [
                Fact("What", catalogue.text(Message.action(proposed.event.kind)), .warning),
                Fact("It will say", catalogue.text(words(of: Draft(.existing(page.subject), proposed.event)))),
                Fact("Proposed by", person(proposal.actor, proposal.role)),
                Fact("Proposed at", moment(proposal.learnt)), Fact("Stands until", moment(proposed.until)),
                Fact("Because", proposed.reason),
            ]
            if let approved = telephoned(examined.entry) { facts += approved }
            facts.append(Fact("Will be written", "\(proposed.event.kind) v\(proposed.event.version)"))
            facts += fields(of: proposed.event.body)
        } else {
            let entry = examined.entry
            facts += [
                Fact("What", catalogue.text(Message.action(entry.kind)), .warning),
                Fact("It says", catalogue.text(entry.message(face, now: now))),
                Fact("Written by", person(entry.actor, entry.role)), Fact("Learnt", moment(entry.learnt)),
                Fact("Happened", entry.lateness == nil ? nil : moment(entry.at)),
                Fact("Owed until", waiting.map { moment($0.until) }),
                Fact("Was written", "\(entry.kind) v\(entry.version)"),
            ]
            facts += fields(of: entry.body)
        }
        if case .signature(let owed)? = waiting?.matter, let refusal = owed.refusal {
            facts.append(Fact("Refused by", "\(refusal.officer): \(refusal.reason)", .urgent))
        }
        facts.append(Fact("Hash", examined.hashWords, .key))
        return facts.compactMap { $0 }
    }

    private func approvalLines(of page: ApprovalPage, width: Int) -> [[Segment]] {
        let facts = approvalFacts(of: page)
        let widest = facts.map { text($0.label).width }.max() ?? 0
        let labelWidth = min(max(10, widest), width / 3)
        return facts.flatMap { fact in
            SafeText(fact.value).wrapped(to: width - labelWidth - 1).enumerated().map { line, piece in
                [
                    Segment(line == 0 ? text(fact.label).plain : "", .label, width: labelWidth),
                    Segment(piece.plain, fact.role),
                ]
            }
        }
    }

    /// What the one who proposed wrote about the telephone call.
    private func telephoned(_ entry: Entry) -> [Fact?]? {
        guard case .fourEyes(.approved(let approved)) = entry.event, let telephone = approved.telephone else {
            return nil
        }
        return [
            Fact("Said yes", person(telephone.by, nil), .warning), Fact("Said at", moment(telephone.at)),
            Fact("Number", telephone.number),
        ]
    }

    /// Every field of a body as it will stand in the log, by the names that it has there.
    private func fields(of body: JSONObject) -> [Fact?] {
        body.members.map { member in Fact(.verbatim(member.key), written(member.value), .text) }
    }

    /// A value as it is written; a text without its quotes, an instant with the time that it means.
    private func written(_ value: JSON) -> String {
        if let text = value.string { return text.isEmpty ? "\"\"" : text }
        let written = CanonicalJSON.text(of: value)
        guard let number = value.integer, number > 1_000_000_000_000 else { return written }
        return "\(written) (\(moment(Instant(milliseconds: number))))"
    }

    private func person(_ id: String, _ role: OfficerRole?) -> String {
        let name = officer(named: id).map { "\($0.shownName) (\(id))" } ?? id
        return role.map { "\(name), \(catalogue.text($0.message))" } ?? name
    }

    private func moment(_ instant: Instant) -> String {
        "\(face.moment(instant, now: now)) \(face.offsetText(instant))"
    }

    // MARK: Keys

    mutating func take(_ key: Key, in page: ApprovalPage) -> [Effect] {
        var page = page
        let rows = max(1, layout.overlayRows - 4)
        let lines = approvalLines(of: page, width: layout.overlay.width - 4).count
        let letters = ApprovalVerb.allCases.map { Key.character($0.letter) }
        let key = listKey(key, own: letters + [.character("q"), .character("L")])
        if let step = key.rows(page: rows, count: lines, wheel: 3) {
            page.first = min(max(0, page.first + step), max(0, lines - 1))
            overlay = .approval(page)
            return []
        }
        switch key {
        case .escape, .character("q"):
            overlay = nil
            return []
        default: break
        }
        if let verb = ApprovalVerb.allCases.first(where: { key == .character($0.letter) }) { return decide(verb, "") }
        // The lock and the suspension are at hand wherever one is.
        guard let name = keymap.command(for: key, after: nil), ["lock", "repaint", "suspend"].contains(name) else {
            return []
        }
        return run(name)
    }
}

extension ApprovalVerb {
    /// On the page of what waits.
    var letter: Character {
        switch self {
        case .approve: "a"
        case .decline: "d"
        case .telephone: "t"
        case .countersign: "c"
        case .refuse: "r"
        }
    }

    var message: Message {
        switch self {
        case .approve: "approve it: it takes effect"
        case .decline: "decline it, with a reason"
        case .telephone: "write down an approval by telephone"
        case .countersign: "countersign it: you stand for it, too"
        case .refuse: "refuse the signature, with a reason"
        }
    }
}
