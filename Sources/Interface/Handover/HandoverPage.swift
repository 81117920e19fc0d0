import Model
import Screen
import Wording

/// What the screen of the handover stands on, gathered once for each input, so that drawing only reads.
struct HandoverPage: Sendable {
    let watch: Shift
    /// As it was offered, for both officers alike; as the log makes it now where nothing stands offered, and for the
    /// one who has the watch and changed lines after the offer.
    let draft: HandoverDraft
    /// As the log and the officer make it now: what the one who has the watch goes on writing to.
    let current: HandoverDraft
    /// Whether `draft` is the offer.
    let showsOffer: Bool
    /// What the offer that stands leaves out, and what the log says since.
    let check: HandoverCheck?
    /// Whether the one who sits here has the watch.
    let isHolder: Bool
    /// Whether the watch is offered to the one who sits here.
    let isForMe: Bool
    /// What is still to be said back, as everything stands now.
    let unsaid: [HandoverItem.Key]
    /// Among the lines of the offer, and what became critical since.
    let sayable: Int
    /// What happened to the lines that changed since the offer, as far as the newest records tell.
    let moves: [String: [Entry]]
    /// Risks of the offer that are no more.
    let risksOver: [HandoverRisk]
    /// What settled lines of the offer, by the text of the key.
    let settlings: [String: Entry]
    /// With which the watch was taken; nil where there is none.
    let reservation: String?
    var rows: [WatchLine] = []
    /// Which line a row belongs to, by the row's id.
    var keys: [String: HandoverItem.Key] = [:]
    /// Rows on which the cursor stops.
    var heads: [String] = []
    /// Columns for the hours in front of the words.
    var hourWidth = 0

    /// Offered, and read by the one who does not have the watch.
    var isOffered: Bool { watch.offer?.written != nil && !isHolder }
}

extension AppState {
    /// The board with everything that is open; nil while only a part of it is here.
    var handoverSource: Board? { board.isComplete ? board : handoverBoard }

    /// Gathers the page anew; nil where there is nothing to hand over, or not all of it is here.
    mutating func settleHandover() {
        guard screen == .handover, !conceals, !isVeiling, var page = makeHandoverPage() else {
            handoverPage = nil
            return
        }
        // Which keys hold here depends on it, and rows name them.
        handoverPage = page
        var rows = HandoverRows(of: page, for: self)
        rows.build()
        (page.rows, page.keys, page.heads) = (rows.lines, rows.keys, rows.heads)
        page.hourWidth = rows.hourWidth
        handoverPage = page
    }

    func makeHandoverPage() -> HandoverPage? {
        guard let source = handoverSource, let watch = board.watch else { return nil }
        let isHolder = watch.isHeld(by: officer)
        let written = watch.offer?.written
        let current = HandoverDraft(source, for: watch, at: now)
        let shown = isHolder && watch.handover.isOutdated ? nil : written
        let then = handoverThen?.size == written?.size ? handoverThen : nil
        let draft = shown.map { HandoverDraft($0, source, for: watch, at: now, then: then) } ?? current
        let check = written.map { HandoverCheck($0, source, of: watch, at: now) }
        let unsaid = source.unsaid(of: watch, at: now)
        var moves: [String: [Entry]] = [:]
        for item in check?.changed ?? [] {
            moves[item.key.text] = HandoverCheck.moves(of: item, since: written?.size ?? 0, in: recent)
        }
        var settlings: [String: Entry] = [:]
        for item in check?.settled ?? [] {
            let size = written?.size ?? 0
            // Where no record moved this very thing, the newest one of its subject settled it.
            settlings[item] =
                HandoverCheck.settling(item, since: size, in: recent)
                ?? recent.last { $0.index >= size && $0.subject == HandoverItem.Key(item)?.subject }
        }
        let settled = Set(check?.settled ?? [])
        let critical = written?.critical.filter { !settled.contains($0.item) } ?? []
        return HandoverPage(
            watch: watch, draft: draft, current: current, showsOffer: shown != nil, check: check, isHolder: isHolder,
            isForMe: !isHolder && isForMe(watch), unsaid: unsaid,
            sayable: critical.count + (check.map { $0.grown.count + $0.hushed.count } ?? 0), moves: moves,
            risksOver: written.map { source.risksOver($0, at: now) } ?? [], settlings: settlings,
            reservation: source.relieved?.handover.accepted?.reservation)
    }

    /// Whether everything was said back and answered, so that the offer can be accepted.
    func isReadyToAccept(_ watch: Shift) -> Bool {
        watch.offer?.written != nil && !watch.handover.isOutdated && watch.handover.openQuestions.isEmpty
            && unsaid(of: watch).isEmpty
    }

    /// What is to be said back before the watch can be accepted.
    func unsaid(of watch: Shift) -> [HandoverItem.Key] {
        handoverSource?.unsaid(of: watch, at: now) ?? watch.handover.toSayBack.compactMap(\.key)
    }

    /// The whole board is asked for where only its windows are here, and anew once the log has moved.
    mutating func wantedHandover() -> [Effect] {
        guard !isFrozen, board.watch != nil else { return [] }
        var wanted: [Effect] = []
        if !board.isComplete, !isHandoverAsked, (handoverBoard?.size ?? -1) < board.size {
            isHandoverAsked = true
            wanted.append(.loadHandover)
        }
        // What is settled since the offer keeps the words that it had.
        if let size = board.watch?.offer?.written?.size, handoverThen?.size != size, handoverThenAsked != size,
            handoverPage?.check?.settled.isEmpty == false
        {
            handoverThenAsked = size
            wanted.append(.loadOffered(size))
        }
        return wanted
    }

    mutating func takeHandover(_ whole: Board) {
        isHandoverAsked = false
        // An answer from before a look into the past, or from within it.
        guard mode == .live || whole.size == board.size else { return }
        handoverBoard = whole
    }

    /// Whether the watch is offered to the one who sits here. Where nobody has a key of their own the offer names a person
    /// of the plan of turns, and whoever takes it says with the form that it is them.
    func isForMe(_ watch: Shift) -> Bool {
        guard let offer = watch.offer, !isReadOnly else { return false }
        if watch.isOffered(to: officer, named: ownName) { return true }
        guard session == .desk else { return false }
        return !board.officers.values.contains { $0.isActive && [$0.id, $0.shownName].contains(offer.to) }
    }

    mutating func openHandover() -> [Effect] {
        isHandoverAsked = false
        let effects = open(.handover)
        if lists[.handover]?.anchor == nil {
            settleHandover()
            if let first = handoverPage?.heads.first { selectHandoverLine(first) }
        }
        return effects
    }

    /// Who it is, by the name that the watch or the enrolment has.
    func shownName(_ officer: String) -> String { board.officers[officer]?.shownName ?? officer }

    // MARK: The panel

    var handoverItems: [PanelItem] { handoverPage?.rows.map { .line($0) } ?? [] }

    func handoverTable(_ items: [PanelItem]) -> PanelTable {
        let hours = handoverPage?.hourWidth ?? 0
        let lines = items.compactMap { item in if case .line(let line) = item { line } else { nil } }
        return PanelTable(
            headings: [],
            rows: lines.map { line in
                let cells = line.cells
                guard cells.count > 1, hours > 0 else {
                    return PanelTable.Row(segments: cells.suffix(1).map { Segment($0.longest, $0.role) })
                }
                return PanelTable.Row(segments: [
                    Segment(cells[0].longest, cells[0].role, width: hours), Segment(cells[1].longest, cells[1].role),
                ])
            })
    }

    var handoverTitle: PanelTitle {
        let times: Message = "times \(face.offsetText(now))"
        guard let page = handoverPage else { return PanelTitle(leads: ["HANDOVER"], times) }
        let counts = HandoverSeverity.allCases.map { severity in page.draft.lines.count { $0.severity == severity } }
        let all: Message = "\(counts[0]) critical, \(counts[1]) to be watched, \(counts[2]) stable"
        let holder = page.watch.started.officer
        let lead: Message = "HANDOVER of \(holder)"
        let offered: Message = page.watch.offer.map { "\(lead), offered to \($0.to)" } ?? lead
        return PanelTitle(
            leads: [offered, lead, "HANDOVER"], "\(all); \(times)", "\(counts[0]) critical; \(times)", times)
    }

    var handoverEmptyText: Message {
        board.watch == nil ? "nobody has the watch; :take-watch takes it" : "loading"
    }

    /// From line to line; what stands below the one under the cursor comes into sight with it.
    mutating func moveAlongHandover(by step: Int) -> [Effect] {
        guard let page = handoverPage, !page.rows.isEmpty else { return [] }
        let ids = page.rows.map(\.id)
        let height = listHeight(of: .handover)
        let heads = Set(page.heads)
        let cursor = lists[.handover]?.cursor ?? 0
        let ahead = step > 0 ? Array(ids.indices.dropFirst(cursor + 1)) : ids.indices.prefix(cursor).reversed()
        guard let next = ahead.first(where: { heads.contains(ids[$0]) }) else {
            lists[.handover, default: ListState()].move(by: step, of: ids, height: height)
            return []
        }
        let end = ids.indices.dropFirst(next + 1).first { heads.contains(ids[$0]) } ?? ids.count
        let last = min(end - 1, next + height - 1)
        lists[.handover, default: ListState()].select(ids[last], of: ids, height: height)
        lists[.handover, default: ListState()].select(ids[next], of: ids, height: height)
        return []
    }

    // MARK: The line under the cursor

    var selectedHandoverKey: HandoverItem.Key? {
        guard screen == .handover, let anchor = lists[.handover]?.anchor else { return nil }
        return handoverPage?.keys[anchor]
    }

    /// As the officer has it now, offered or not.
    var selectedHandoverLine: HandoverDraft.Line? {
        selectedHandoverKey.flatMap { handoverPage?.current[$0] }
    }

    /// The line under the cursor that is to be said back, said already or not.
    var selectedForSayingBack: HandoverDraft.Line? {
        guard let page = handoverPage, page.isOffered, let key = selectedHandoverKey else { return nil }
        if page.watch.offer?.written?.critical.contains(where: { $0.item == key.text }) == true {
            return page.check?.settled.contains(key.text) == true ? nil : page.draft[key]
        }
        return page.check.flatMap { check in (check.grown + check.hushed).first { $0.key == key } }.map {
            page.draft[key] ?? HandoverDraft.Line($0)
        }
    }

    /// The question under the cursor, else the first that waits.
    var questionToAnswer: Handover.Question? {
        guard let watch = board.watch else { return nil }
        let open = watch.handover.openQuestions
        let key = selectedHandoverKey?.text
        return open.first { key != nil && $0.asked.item == key } ?? open.first
    }

    mutating func selectHandoverLine(_ text: String) {
        settleHandover()
        guard let page = handoverPage else { return }
        let ids = page.rows.map(\.id)
        // What came up since has a row of its own.
        let id =
            ["", " !added", " !omitted", " !rewritten"].map { text + $0 }.first { ids.contains($0) } ?? text
        lists[.handover, default: ListState()].select(id, of: ids, height: listHeight(of: .handover))
    }

    /// Enter on what is about the handover: its line in NEXT and on the screen of the watch, and the lines of its page.
    mutating func openHandoverSelection() -> [Effect]? {
        if focusedPanel == .agenda, case .agenda(let item)? = currentItem, case .handover = item.matter {
            return openHandover()
        }
        if focusedPanel == .duty, lists[.duty]?.anchor?.hasSuffix(" offer") == true { return openHandover() }
        guard screen == .handover else { return nil }
        guard let page = handoverPage else { return [] }
        guard let key = selectedHandoverKey else {
            // Above the lines it begins with the first one that is to be said back, and goes on to what comes after that.
            guard page.isForMe else { return say("Nothing is opened here; the cursor keys go to the lines.") }
            guard let first = page.unsaid.first else { return takeWatch() }
            selectHandoverLine(first.text)
            return selectedForSayingBack == nil ? [] : run("say-back")
        }
        if selectedForSayingBack != nil, page.unsaid.contains(key) { return run("say-back") }
        if key.isOwn { return page.isHolder ? run("line-note") : [] }
        if let question = questionToAnswer, question.asked.item == key.text, page.isHolder {
            return run("answer-question")
        }
        return openLineSubject()
    }

    mutating func openLineSubject() -> [Effect] {
        guard let key = selectedHandoverKey else { return [] }
        return open(.subject(key.subject))
    }
}

extension Shift {
    /// Whether this person has the watch: the one in whose name it runs, or who wrote it down.
    func isHeld(by officer: String) -> Bool { [officerID, startedBy].contains(officer) }
}
