/// What a written handover leaves out, and what has changed since it was written.
package struct HandoverCheck: Equatable, Sendable {
    /// Was open when it was written and stands neither in it nor among what is deliberately left out.
    package private(set) var omitted: [HandoverItem] = []
    /// Came up since.
    package private(set) var added: [HandoverItem] = []
    /// Stands in it, and the log says more about it since.
    package private(set) var changed: [HandoverItem] = []
    /// Stands in it and is settled since, by the text of the key.
    package private(set) var settled: [String] = []

    package var isClean: Bool { omitted.isEmpty && added.isEmpty && changed.isEmpty && settled.isEmpty }
    package var isComplete: Bool { omitted.isEmpty }

    /// - Parameters:
    ///   - written: what was handed over
    ///   - board: as of now, complete
    ///   - watch: the one that is handed over
    package init(_ written: HandoverWritten, _ board: Board, of watch: Shift, at now: Instant) {
        let draft = HandoverDraft(board, for: watch, at: now, until: written.horizon)
        let mentioned = Dictionary(written.lines.map { ($0.item, $0) }) { first, _ in first }
        let spared = Set(written.leftOut.map(\.item))
        var rest = written.rest
        var open: Set<String> = []
        for line in draft.lines + draft.leftOut {
            let text = line.key.text
            open.insert(text)
            if let told = mentioned[text] {
                if line.item.basis > told.basis { changed.append(line.item) }
            } else if spared.contains(text) {
                continue
            } else if line.item.basis >= written.size {
                added.append(line.item)
            } else if rest > 0, line.severity == .stable {
                // Handed over as the log has it.
                rest -= 1
            } else {
                omitted.append(line.item)
            }
        }
        settled = written.lines.map(\.item).filter { !open.contains($0) }
    }
}
