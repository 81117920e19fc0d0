import Model
import Screen
import Wording

/// Puts a handover into rows as wide as the screen: what is the matter with it, then its lines by severity, then what is
/// deliberately not handed over.
struct HandoverRows {
    private let state: AppState
    private let page: HandoverPage
    private let width: Int
    private(set) var hourWidth = 0
    private(set) var lines: [WatchLine] = []
    private(set) var keys: [String: HandoverItem.Key] = [:]
    private(set) var heads: [String] = []
    private var toSayBack: Set<String>
    private let changed: Set<String>
    private let settled: Set<String>

    init(of page: HandoverPage, for state: AppState) {
        self.page = page
        self.state = state
        // Where one listens nothing is broken.
        width = state.isSpoken ? 1_000_000 : max(20, state.width - 2)
        toSayBack = Set(page.unsaid.map(\.text))
        settled = Set(page.check?.settled ?? [])
        if let check = page.check {
            changed = Set(check.changed.map(\.key.text))
        } else if page.isHolder, let last = page.watch.handover.lastEdit {
            changed = Set(page.draft.lines.filter { $0.item.basis > last && !$0.key.isOwn }.map(\.key.text))
        } else {
            changed = []
        }
        let hours = (page.draft.lines + page.draft.leftOut).map { SafeText(hour(of: $0.item).text).width }
        hourWidth = state.isSpoken ? 0 : hours.max() ?? 0
    }

    private var now: Instant { state.now }
    private var watch: Shift { page.watch }
    private func text(_ message: Message) -> String { state.catalogue.text(message) }
    private func time(_ instant: Instant) -> String { state.face.moment(instant, now: now) }

    mutating func build() {
        addStanding()
        addCheck()
        for severity in HandoverSeverity.allCases {
            let some = page.draft.lines.filter { $0.severity == severity }
            if some.isEmpty { continue }
            addHeading(heading(of: severity, some.count), severity == .critical ? .urgent : .heading)
            for line in some { add(line) }
        }
        if let rest = watch.offer?.written?.rest, rest > 0, page.showsOffer {
            addRow("rest", "\(rest) more stable lines are handed over as the log has them", .dim)
        }
        guard !page.draft.leftOut.isEmpty else { return }
        addHeading("DELIBERATELY NOT HANDED OVER \(page.draft.leftOut.count)", .heading)
        for line in page.draft.leftOut { add(line) }
    }

    private func heading(of severity: HandoverSeverity, _ count: Int) -> Message {
        switch severity {
        case .critical: watch.offer == nil ? "CRITICAL \(count)" : "CRITICAL \(count), to be said back"
        case .watch: "TO BE WATCHED \(count)"
        case .stable: "STABLE \(count)"
        }
    }

    // MARK: Rows

    private mutating func addHeading(_ message: Message, _ role: Role) {
        lines.append(
            WatchLine(
                id: "= \(lines.count)", subject: nil, cells: [CellText(text(message), role)], sentence: message))
    }

    /// A row of its own over the whole width, broken where it is longer.
    private mutating func addRow(_ id: String, _ message: Message, _ role: Role) {
        for (place, piece) in SafeText(text(message)).wrapped(to: width).enumerated() {
            let id = place == 0 ? "- \(id)" : "- \(id) ~\(place)"
            lines.append(
                WatchLine(id: id, subject: nil, cells: [CellText(piece.plain, role)], sentence: .verbatim(piece.plain)))
        }
    }

    /// Below the words of a line.
    private mutating func addTail(_ key: HandoverItem.Key, _ message: Message, _ role: Role) {
        for piece in SafeText(text(message)).wrapped(to: wordsWidth - indent.count) {
            let id = "\(key.text) ~\(lines.count)"
            keys[id] = key
            lines.append(
                WatchLine(
                    id: id, subject: key.subject, cells: [.empty, CellText(indent + piece.plain, role)],
                    sentence: .verbatim(piece.plain)))
        }
    }

    /// What belongs to a line stands a little further in, so that each begins where one sees it without colours.
    private var indent: String { state.isSpoken ? "" : "  " }
    private var wordsWidth: Int { hourWidth == 0 ? width : max(12, width - hourWidth - 1) }

    private mutating func addHead(
        _ key: HandoverItem.Key, id: String, _ item: HandoverItem?, _ words: String, _ role: Role
    ) {
        let hour = item.map { self.hour(of: $0) } ?? CellHour()
        var words = words
        if hourWidth == 0 || !isWide, !hour.late.isEmpty { words = text("\(words), \(hour.late)") }
        if hourWidth == 0, !hour.text.isEmpty { words = "\(hour.text): \(words)" }
        keys[id] = key
        heads.append(id)
        for (place, piece) in SafeText(words).wrapped(to: wordsWidth - indent.count).enumerated() {
            let rowID = place == 0 ? id : "\(id) ~\(lines.count)"
            keys[rowID] = key
            lines.append(
                WatchLine(
                    id: rowID, subject: key.subject,
                    cells: [
                        CellText(place == 0 ? hour.text : "", hour.isLate ? .warning : .key),
                        CellText((place == 0 ? "" : indent) + piece.plain, role),
                    ], sentence: .verbatim(piece.plain)))
        }
    }

    private struct CellHour {
        var text = ""
        /// How long still, or since when, where the column has no room for it.
        var late = ""
        var isLate = false
    }

    private var isWide: Bool { width >= 98 && !state.isSpoken }

    /// `08:20 in 28min`, `07:50 LATE 12min`, in a narrow window the hour alone; empty without an hour.
    private func hour(of item: HandoverItem) -> CellHour {
        guard let due = item.due else { return CellHour() }
        let isLate = due < now
        let long = isLate ? text("LATE \(state.face.age(now - due))") : state.face.convention.ahead(due - now)
        return CellHour(text: isWide ? "\(time(due)) \(long)" : time(due), late: isWide ? "" : long, isLate: isLate)
    }

    // MARK: Lines

    private mutating func add(_ line: HandoverDraft.Line) {
        let key = line.key
        let isHidden = state.withholdsRecords(of: key.subject)
        let isSettled = settled.contains(key.text)
        var words = text(state.words(of: line, at: isSettled ? watch.offer?.at : nil))
        if changed.contains(key.text) { words = text("\(words) (changed)") }
        let isOver = line.leftOut != nil || isSettled
        let role: Role = isOver ? .dim : line.item.isBreakGlass ? .urgent : .text
        addHead(key, id: key.text, isSettled ? nil : line.item, words, role)
        if let reason = line.leftOut {
            addTail(key, "because: \(reason)", .dim)
            return addSaidBack(line)
        }
        if isSettled { addTail(key, state.settledWords(of: key, page), .good) }
        guard !isHidden else { return addSaidBack(line) }
        if let note = line.note, !key.isOwn { addTail(key, "note: \(note)", .info) }
        for pair in line.ifThen { addTail(key, "if \(pair.condition), then \(pair.action)", .info) }
        if let usual = line.lowered {
            addTail(
                key, "\(usual.message) for the log; \(watch.started.officer) calls it \(line.severity.message)",
                .warning)
        }
        if line.isInherited { addTail(key, "as in the handover before", .dim) }
        if let reason = line.leftOutBefore { addTail(key, "left out in the handover before, because: \(reason)", .dim) }
        let agreed = page.showsOffer ? [] : state.agreed(for: line)
        if page.isHolder, line.ifThen.isEmpty, !agreed.isEmpty {
            let strokes = state.keyNames(of: "if-then").first ?? ":if-then"
            addTail(
                key,
                .plural(
                    agreed.count, one: "%1 case is agreed beforehand; %2 puts it here",
                    other: "%1 cases are agreed beforehand; %2 puts them here", .text(strokes)), .dim)
        }
        addSaidBack(line)
        for question in watch.handover.questions where question.asked.item == key.text { add(question, key) }
    }

    private mutating func addSaidBack(_ line: HandoverDraft.Line) {
        let isCritical = watch.offer?.written?.critical.contains { $0.item == line.key.text } ?? false
        let besides = page.check.map { $0.grown + $0.hushed } ?? []
        guard isCritical || besides.contains(where: { $0.key == line.key }) else { return }
        let counted = watch.handover.said(line.key.text)
        let said = watch.handover.saidBack[line.key.text]
        let isHidden = state.withholdsRecords(of: line.key.subject)
        if !toSayBack.contains(line.key.text), let counted {
            let (by, at) = (state.shownName(counted.by), time(counted.at))
            return addTail(line.key, isHidden ? "> \(by) \(at)" : "> \(by) \(at): \(counted.text)", .good)
        }
        if settled.contains(line.key.text) { return }
        if let said, !isHidden {
            let (by, at) = (state.shownName(said.by), time(said.at))
            // Whoever it was offered to before says nothing for the one it is offered to now.
            addTail(
                line.key,
                counted == nil
                    ? "> in an offer before, \(by) \(at): \(said.text)"
                    : "> before the change, \(by) \(at): \(said.text)", .dim)
        }
        if page.isForMe {
            addTail(line.key, "> not said back yet; Enter: in your words", .warning)
        } else {
            addTail(line.key, "> not said back yet", .warning)
        }
    }

    private mutating func add(_ question: Handover.Question, _ key: HandoverItem.Key) {
        let asked: Message = "? \(state.shownName(question.by)) \(time(question.at)): \(question.asked.text)"
        addTail(key, asked, question.answer == nil ? .warning : .dim)
        guard let answer = question.answer else { return }
        addTail(key, "answer, \(state.shownName(answer.by)) \(time(answer.at)): \(answer.text)", .dim)
    }

    // MARK: How it stands

    private mutating func addStanding() {
        let handover = watch.handover
        if let offer = watch.offer {
            let all = page.sayable
            let said = all - page.unsaid.count
            let ago = state.face.age(max(now - offer.at, .zero))
            if page.isForMe {
                let stroke = state.keyNames(of: "take-watch").first ?? ":take-watch"
                addRow(
                    "standing",
                    "\(watch.started.officer) offers you the watch since \(time(offer.at)), \(ago): \(said) of \(all) critical lines said back; then \(stroke) takes it",
                    .title)
            } else {
                addRow(
                    "standing",
                    "Offered to \(offer.to) \(time(offer.at)), \(ago) ago: \(said) of \(all) critical lines said back",
                    .title)
            }
            addRisks(offer)
        } else if let refused = handover.refused {
            addRow(
                "standing", "\(state.shownName(refused.by)) REFUSED it \(time(refused.at)): \(refused.reason)", .urgent)
        } else if page.isHolder {
            let stroke = state.keyNames(of: "offer-watch").first ?? ":offer-watch"
            addRow("standing", "Not offered yet; it follows the log until \(stroke) offers it", .dim)
        } else {
            addRow("standing", "Not offered to anybody yet; this is what the log makes of it", .dim)
        }
        if state.handoverSource?.isComplete == false {
            addRow("part", "More is open than can be listed here; the most urgent of it stands below", .urgent)
        }
        if let reservation = page.reservation {
            addRow("reservation", "The watch was taken with this reservation: \(reservation)", .warning)
        }
        if handover.isOutdated, watch.offer != nil {
            addRow("outdated", "Lines were changed after the offer; it is to be offered again", .warning)
        }
        if page.check == nil, !changed.isEmpty {
            addRow(
                "changed",
                .plural(
                    changed.count, one: "Since you last wrote here %1 line changed",
                    other: "Since you last wrote here %1 lines changed"), .warning)
        }
        for question in handover.questions {
            // What is asked about a line stands below it, too; what waits is told at once.
            guard question.asked.item == nil || question.answer == nil else { continue }
            addOverall(question)
        }
    }

    private mutating func addOverall(_ question: Handover.Question) {
        let about = question.asked.item.flatMap { HandoverItem.Key($0) }
        let by = state.shownName(question.by)
        let lead: Message =
            about.map { "\(by) asks about \($0.subject.short) (\(time(question.at)))" }
            ?? "\(by) asks (\(time(question.at)))"
        let isHidden = about.map { state.withholdsRecords(of: $0.subject) } ?? false
        let asked: Message = isHidden ? lead : "\(lead): \(question.asked.text)"
        guard let answer = question.answer else {
            let stroke = state.keyNames(of: "answer-question").first ?? ":answer-question"
            return addRow(
                "question \(question.entry)", page.isHolder ? "\(asked) (\(stroke) answers)" : asked, .urgent)
        }
        addRow("question \(question.entry)", asked, .dim)
        addRow(
            "answer \(question.entry)", "answer, \(state.shownName(answer.by)) \(time(answer.at)): \(answer.text)", .dim
        )
    }

    private mutating func addRisks(_ offer: Handover.Offer) {
        for (place, risk) in state.risksSinceOffer(of: watch).enumerated() {
            addRow(
                "new risk \(place)", "Dangerous since the offer: \(risk.message(state.face, now: now))", .urgent)
        }
        guard let written = offer.written, !written.risks.isEmpty else { return }
        for (place, risk) in written.risks.enumerated() {
            let words: Message = "Dangerous moment: \(risk.message(state.face, now: now))"
            let isOver = page.risksOver.contains(risk)
            addRow("risk \(place)", isOver ? "\(words) (over)" : words, isOver ? .dim : .warning)
        }
        if let second = written.secondPerson {
            let isKnown = state.handoverSource?.knowsPerson(second) ?? true
            addRow(
                "second",
                isKnown ? "Second person: \(second)" : "Second person: \(second) (this name is not known here)", .text)
        }
        if let reason = written.riskReason { addRow("alone", "Without a second person, because: \(reason)", .text) }
    }

    // MARK: What it leaves out, and what came since

    private mutating func addCheck() {
        guard let check = page.check, !check.isClean else { return }
        add(
            check.omitted,
            .plural(
                check.omitted.count, one: "The handover leaves out %1 thing that is open:",
                other: "The handover leaves out %1 things that are open:"), "omitted", .urgent)
        add(
            check.added,
            .plural(
                check.added.count, one: "%1 thing came up since the offer:",
                other: "%1 things came up since the offer:"), "added", .warning)
        if !check.rewritten.isEmpty {
            addRow("rewritten", "Written by \(watch.started.officer) since the offer, and not part of it:", .warning)
            for line in check.rewritten { addRewritten(line) }
        }
        if !check.changed.isEmpty {
            let names = check.changed.map(\.key.subject.text).unique.joined(separator: ", ")
            addRow("changed", "Changed since the offer: \(names)", .warning)
            for item in check.changed {
                for (place, words) in state.moveWords(of: item, page).enumerated() {
                    addRow("changed \(item.key.text) \(place)", words, .text)
                }
            }
        }
        if !check.settled.isEmpty {
            let names = check.settled.compactMap { HandoverItem.Key($0)?.subject.short }.unique.joined(separator: ", ")
            addRow("settled", "Settled since the offer: \(names)", .dim)
        }
    }

    private mutating func add(_ items: [HandoverItem], _ lead: Message, _ word: String, _ role: Role) {
        guard !items.isEmpty else { return }
        addRow(word, lead, role)
        // For the one who writes it anew they stand among the lines below.
        if !page.showsOffer, word == "added" {
            return addRow(
                "\(word) names", .verbatim(items.map(\.key.subject.short).unique.joined(separator: ", ")), role)
        }
        for item in items {
            let words = text("\(item.severity.message): \(state.words(of: item))")
            addHead(item.key, id: "\(item.key.text) !\(word)", item, words, .text)
            if page.draft[item.key] == nil { addSaidBack(HandoverDraft.Line(item)) }
        }
    }

    /// A line as the officer has it now; what the offer says of it stands among the others.
    private mutating func addRewritten(_ line: HandoverDraft.Line) {
        let words = text("\(line.severity.message): \(state.words(of: line))")
        addHead(line.key, id: line.key.text + " !rewritten", line.item, words, .text)
        guard !state.withholdsRecords(of: line.key.subject) else { return }
        if let reason = line.leftOut { return addTail(line.key, "because: \(reason)", .dim) }
        if let note = line.note, !line.key.isOwn { addTail(line.key, "note: \(note)", .info) }
        for pair in line.ifThen { addTail(line.key, "if \(pair.condition), then \(pair.action)", .info) }
    }
}

extension [String] {
    /// Each once, in their order.
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
