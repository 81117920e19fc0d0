/// How well one watch was kept and given to the next officer, for supervisors: a pure function of the log.
package struct HandoverFigures: Equatable, Sendable {
    package let watch: SubjectName
    /// The name and the id of the one who had it.
    package let officer: String
    package let officerID: String
    /// The name of the one who had the next watch; nil where nobody had.
    package let takenBy: String?
    package let from: Instant
    package let until: Instant
    package let way: HandoverPast.Way

    /// What was open when it was offered, and how much of that was handed over or deliberately left out; nil where
    /// nothing was written.
    package let open: Int?
    package let mentioned: Int?
    /// Missing in an earlier offer of this watch, and there in the last one.
    package let foundInTime: Int
    /// Open when it was offered, and missing; as hindsight has it.
    package let omitted: Int
    /// Entries about what was open, of before the end, that were written down after it.
    package let learntLater: Int

    package let drafting: Span?
    package let answering: Span?
    package let critical: Int
    package let saidBack: Int
    package let questions: Int
    package let answered: Int

    /// Alerts that were raised in this turn.
    package let alerts: Int
    /// How long each of them waited to be acknowledged in this turn, the shortest first.
    package let acknowledged: [Span]
    /// What was open when it ended and past its hour.
    package let overdue: Int
    /// What people wrote in this turn, and how much of that was written a minute or more after it happened.
    package let entries: Int
    package let late: Int
    /// Watches that were taken and roles that were had in an emergency.
    package let breakGlass: Int

    /// - Parameters:
    ///   - offers: the board at each offer of the watch, by the offer's entry
    ///   - ended: the board directly before the watch ended
    ///   - entries: of the log, from the first one of the watch to its end
    ///   - programs: who writes without being a person
    package init(
        _ past: HandoverPast, _ hindsight: HandoverHindsight, offers: [Int64: Board], ended: Board, entries: [Entry],
        programs: Set<String> = []
    ) {
        let handover = past.watch.handover
        watch = past.name
        officer = past.watch.started.officer
        officerID = past.watch.officerID
        takenBy = past.ended.relievedBy
        from = past.watch.from
        until = past.endedAt
        way = past.way
        let counted = HandoverFigures.open(past, offers)
        open = counted?.open
        mentioned = counted?.mentioned
        foundInTime = HandoverFigures.foundInTime(past, offers)
        omitted = hindsight.omitted.count
        learntLater = hindsight.learntLater.count
        drafting = past.drafting
        answering = past.answering
        critical = past.critical
        saidBack = past.saidBack
        questions = handover.questions.count
        answered = handover.questions.count - handover.openQuestions.count
        overdue = HandoverDraft(ended, for: ended.shifts[past.name] ?? past.watch, at: past.endedAt).overdue(
            at: past.endedAt)
        let kept = AlarmTally.kept(entries.filter { $0.index <= past.end })
        let tally = AlarmTally(kept)
        alerts = tally.raised.count
        acknowledged = tally.raised.compactMap { alert in alert.acknowledged.map { $0.at - alert.at } }.sorted()
        // Returns tell of months that are long past, and what a program writes nobody could write sooner.
        let own = kept.filter { $0.subject.area.isNews && $0.subject.area != .seizures && !programs.contains($0.actor) }
        self.entries = own.count
        late = own.count { $0.lateness != nil }
        let emergencies = kept.count { $0.kind == BreakGlassOpened.kind }
        breakGlass = emergencies + (past.way == .taken ? 1 : 0)
    }

    private static func open(_ past: HandoverPast, _ boards: [Int64: Board]) -> (open: Int, mentioned: Int)? {
        guard let offer = past.offer, let written = offer.written, let board = boards[offer.entry] else { return nil }
        let watch = board.shifts[past.name] ?? past.watch
        let draft = HandoverDraft(board, for: watch, at: offer.at, until: written.horizon)
        let omitted = HandoverCheck(written, board, of: watch, at: offer.at).omitted.count
        let all = draft.lines.count + draft.leftOut.count
        return (all, all - omitted)
    }

    private static func foundInTime(_ past: HandoverPast, _ boards: [Int64: Board]) -> Int {
        guard let offer = past.offer, let written = offer.written else { return 0 }
        let told = Set(written.lines.map(\.item) + written.leftOut.map(\.item))
        var found: Set<String> = []
        for earlier in past.watch.handover.offers where earlier.entry < offer.entry {
            guard let first = earlier.written, let board = boards[earlier.entry] else { continue }
            let check = HandoverCheck(first, board, of: board.shifts[past.name] ?? past.watch, at: earlier.at)
            found.formUnion(check.omitted.map(\.key.text).filter { told.contains($0) })
        }
        return found.count
    }

    /// By nearest rank; nil where none was acknowledged.
    package var median: Span? { AlarmTally.rank(acknowledged, percent: 50) }
    package var ninetieth: Span? { AlarmTally.rank(acknowledged, percent: 90) }
}

extension HandoverFigures {
    /// The turns of one officer together.
    package struct Sum: Equatable, Sendable {
        package let officer: String
        package let officerID: String
        package let turns: Int
        package let open: Int
        package let mentioned: Int
        package let foundInTime: Int
        package let omitted: Int
        package let learntLater: Int
        /// By nearest rank, of the turns that were offered.
        package let drafting: Span?
        package let answering: Span?
        package let critical: Int
        package let saidBack: Int
        package let questions: Int
        package let answered: Int
        package let alerts: Int
        package let acknowledged: Int
        package let median: Span?
        package let ninetieth: Span?
        package let overdue: Int
        package let entries: Int
        package let late: Int
        package let breakGlass: Int

        init(_ turns: [HandoverFigures]) {
            func sum(_ figure: (HandoverFigures) -> Int) -> Int { turns.reduce(0) { $0 + figure($1) } }
            officer = turns.last?.officer ?? ""
            officerID = turns.last?.officerID ?? ""
            self.turns = turns.count
            open = sum { $0.open ?? 0 }
            mentioned = sum { $0.mentioned ?? 0 }
            foundInTime = sum(\.foundInTime)
            omitted = sum(\.omitted)
            learntLater = sum(\.learntLater)
            drafting = AlarmTally.rank(turns.compactMap(\.drafting).sorted(), percent: 50)
            answering = AlarmTally.rank(turns.compactMap(\.answering).sorted(), percent: 50)
            critical = sum(\.critical)
            saidBack = sum(\.saidBack)
            questions = sum(\.questions)
            answered = sum(\.answered)
            alerts = sum(\.alerts)
            let spans = turns.flatMap(\.acknowledged).sorted()
            acknowledged = spans.count
            median = AlarmTally.rank(spans, percent: 50)
            ninetieth = AlarmTally.rank(spans, percent: 90)
            overdue = sum(\.overdue)
            entries = sum(\.entries)
            late = sum(\.late)
            breakGlass = sum(\.breakGlass)
        }
    }

    /// One sum for each officer, by name; an officer whose name was written in two ways is one.
    package static func byOfficer(_ turns: [HandoverFigures]) -> [Sum] {
        Dictionary(grouping: turns, by: \.officerID).values.map { Sum($0.sorted { $0.from < $1.from }) }
            .sorted { ($0.officer, $0.officerID) < ($1.officer, $1.officerID) }
    }
}
