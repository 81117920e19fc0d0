/// What a handover did not say, seen from later: what was open then, and what had happened then and was learnt afterwards.
package struct HandoverHindsight: Equatable, Sendable {
    /// Open when it was offered, and neither handed over nor deliberately left out; as it stood when the watch ended. All that
    /// was open then, where nothing was written.
    package let omitted: [HandoverItem]
    /// Came up between the offer and the end of the watch.
    package let cameUp: [HandoverItem]
    /// Happened before the watch ended on what was open then, and was written down later; in the order of the log.
    package let learntLater: [Entry]
    /// So much was open that not all of it could be looked at.
    package let isPartial: Bool

    /// - Parameters:
    ///   - offered: the board at the offer; nil where nothing was written
    ///   - ended: the board directly before the watch ended
    ///   - later: the histories of `subjects(on: ended)`, as they are known now
    package init(_ past: HandoverPast, offered: Board?, ended: Board, later: [SubjectHistory]) {
        learntLater = HandoverHindsight.learntLater(past, later)
        isPartial = !ended.isComplete || offered?.isComplete == false
        let watch = ended.shifts[past.name] ?? past.watch
        guard let written = past.written, let offer = past.offer else {
            // Nothing was handed over: all that was open was left to be found.
            omitted = HandoverDraft(ended, for: watch, at: past.endedAt).lines.map(\.item)
            cameUp = []
            return
        }
        let check = HandoverCheck(written, ended, of: watch, at: past.endedAt)
        // What was open already and has moved since was left out all the same.
        guard let offered else {
            omitted = check.omitted
            cameUp = check.added
            return
        }
        // Counted at the offer, as the figures count; told as it stood in the end, where it was open still.
        let before = HandoverCheck(written, offered, of: offered.shifts[past.name] ?? watch, at: offer.at).omitted
        let known = Set(before.map(\.key))
        let now = check.omitted + check.added
        let standing = Dictionary(now.map { ($0.key, $0) }) { first, _ in first }
        omitted = before.map { standing[$0.key] ?? $0 }
        cameUp = now.filter { !known.contains($0.key) }
    }

    /// What was open and may have had news that nobody knew yet.
    package static func subjects(on board: Board) -> [SubjectName] {
        let running = board.deliveries.values.filter { $0.end == nil }.map(\.name)
        let alerts = board.alerts.values.filter { !$0.isOver }.map(\.name)
        let arrangements = board.arrangements.values.filter(\.isInForce).map(\.name)
        return (running + alerts + arrangements).sorted() + board.shifts.keys.sorted()
    }

    private static func learntLater(_ past: HandoverPast, _ later: [SubjectHistory]) -> [Entry] {
        later.flatMap { history in
            history.entries.filter { entry in
                entry.index > past.end && entry.at < past.endedAt && entry.lateness != nil
                    && entry.kind != EntryWithdrawn.kind && !history.withdrawn.contains(entry.index)
            }
        }.sorted { $0.index < $1.index }
    }
}
