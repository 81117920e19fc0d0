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
    /// What the officer wrote since: lines of their own, and lines that read otherwise than in it.
    package private(set) var rewritten: [HandoverDraft.Line] = []
    /// Critical by the log, and not among what it has to be said back: came up since, or became critical.
    package private(set) var grown: [HandoverItem] = []
    /// Critical by the log, and deliberately left out: whoever takes the watch says that they know of it.
    package private(set) var hushed: [HandoverItem] = []
    /// What had been due at another instant, by the text of the key.
    package private(set) var dueBefore: [String: Instant] = [:]

    package var isClean: Bool {
        omitted.isEmpty && added.isEmpty && changed.isEmpty && settled.isEmpty && rewritten.isEmpty && grown.isEmpty
    }
    package var isComplete: Bool { omitted.isEmpty }

    /// - Parameters:
    ///   - written: what was handed over
    ///   - board: as of now, complete
    ///   - watch: the one that is handed over
    package init(_ written: HandoverWritten, _ board: Board, of watch: Shift, at now: Instant) {
        let draft = HandoverDraft(board, for: watch, at: now, until: written.horizon)
        let mentioned = Dictionary(written.lines.map { ($0.item, $0) }) { first, _ in first }
        let spared = Set(written.leftOut.map(\.item))
        let toSayBack = Set(written.critical.map(\.item))
        // Nobody can compare lines that may not be read; that the subject is mentioned is known.
        let pointers = (written.lines.map(\.item) + written.leftOut.map(\.item)).compactMap { HandoverItem.Key($0) }
            .filter(\.isPointer)
        let pointed = Set(pointers.map(\.subject))
        var rest = written.rest
        var open: Set<String> = []
        for line in draft.lines + draft.leftOut {
            if pointed.contains(line.key.subject) {
                open.formUnion(pointers.filter { $0.subject == line.key.subject }.map(\.text))
                continue
            }
            let texts = [line.key.text, line.item.oldKey].compactMap { $0 }
            open.formUnion(texts)
            let told = texts.lazy.compactMap { mentioned[$0] }.first
            let isSpared = texts.contains { spared.contains($0) }
            if watch.handover.isEdited(line.key.text, since: written.size), !line.isSaid(by: told, isSpared: isSpared) {
                rewritten.append(line)
            }
            if line.item.severity == .critical, !line.key.isOwn, !texts.contains(where: { toSayBack.contains($0) }) {
                if isSpared { hushed.append(line.item) } else { grown.append(line.item) }
            }
            if let told {
                if line.item.basis > told.basis, !line.key.isOwn {
                    changed.append(line.item)
                    if let due = told.due, due != line.item.due { dueBefore[line.key.text] = due }
                }
            } else if isSpared || (line.key.isOwn && watch.handover.isEdited(line.key.text, since: written.size)) {
                // What was written since is told as such.
                continue
            } else if line.item.last >= written.size {
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

    /// What settled a line since, out of the newest entries of the log; nil where they do not tell.
    package static func settling(_ item: String, since size: Int64, in entries: [Entry]) -> Entry? {
        guard let key = HandoverItem.Key(item) else { return nil }
        return entries.last { $0.index >= size && $0.subject == key.subject && $0.moves(key.topic) }
    }

    /// What happened to a line since, out of the newest entries of the log: those that moved this very thing, in their order.
    package static func moves(of item: HandoverItem, since size: Int64, in entries: [Entry]) -> [Entry] {
        entries.filter { entry in
            entry.index >= size && entry.subject == item.key.subject && entry.moves(item.key.topic)
        }
    }
}

extension HandoverDraft.Line {
    /// Whether the offer says the same of it.
    fileprivate func isSaid(by told: HandoverWritten.Line?, isSpared: Bool) -> Bool {
        if leftOut != nil { return isSpared }
        guard let told, !isSpared else { return false }
        return told.severity == severity && told.note == note && told.ifThen == ifThen
    }
}

extension Entry {
    /// Whether it says something new about a line of a handover.
    fileprivate func moves(_ topic: String) -> Bool {
        switch event {
        case .delivery(let event):
            event.movedTopics.contains { moved in
                topic == moved || topic.hasPrefix(moved + " ")
                    || (moved.hasPrefix("steps ") && topic.hasPrefix("step " + moved.dropFirst(6)))
            }
        case .alert(let event):
            switch topic.split(separator: " ").first ?? "" {
            case "result", "reply": if case .messageFiled = event { true } else { false }
            case "alert": true
            default: false
            }
        case .shift: false
        default: true
        }
    }
}

extension Board {
    /// What has to be said back before the offer that stands may be accepted, as everything stands at `now`: its own
    /// critical lines, again where something moved them after that, what became critical since, and what is critical and left out.
    /// What is settled by then is nobody's worry any more.
    ///
    /// The board must be complete; of one that is not nothing counts as settled.
    package func unsaid(of watch: Shift, at now: Instant) -> [HandoverItem.Key] {
        guard let written = watch.offer?.written else { return [] }
        let check = HandoverCheck(written, self, of: watch, at: now)
        let settled = isComplete ? Set(check.settled) : []
        let told = watch.handover.toSayBack.filter { !settled.contains($0.item) }.compactMap(\.key)
        func isUnsaid(_ item: HandoverItem) -> Bool {
            let texts = [item.key.text, item.oldKey].compactMap { $0 }
            return texts.compactMap { watch.handover.said($0) }.allSatisfy { $0.entry < item.basis }
        }
        let critical = Set(written.critical.map(\.item))
        let moved = check.changed.filter { item in
            critical.contains(item.key.text) || item.oldKey.map { critical.contains($0) } ?? false
        }
        let more = (moved + check.grown + check.hushed).filter { isUnsaid($0) }.map(\.key)
        return told + more.filter { !told.contains($0) }
    }

    /// Why the offer of a watch may not be accepted as everything stands at `now`.
    package func refusal(accepting watch: Shift, at now: Instant) -> Refusal? {
        let unsaid = unsaid(of: watch, at: now)
        return unsaid.isEmpty ? nil : .notSaidBack(watch.name, lines: unsaid.map(\.text))
    }
}
