import EventLog
import Interface
import Model
import Wording

/// A handover as it is shown: as it was offered, else as the log drafts it now.
struct HandoverPicture {
    let watch: Shift
    /// The offer that stands, or that was accepted.
    let offer: Handover.Offer?
    let draft: HandoverDraft
    /// What the offer leaves out, and what changed since; nil while nothing is offered, and once it is accepted.
    let check: HandoverCheck?
    let risks: [HandoverRisk]
    /// The board as of `now`.
    let board: Board
    /// The instant that it is told for.
    let now: Instant
    /// What happened to the lines that changed since the offer, by key.
    var moves: [String: [Entry]] = [:]
    /// The lines of the offer that are settled since, or were before it was accepted, by key; with what settled them.
    private(set) var settled: [String: Entry?] = [:]
    /// What came up between the offer and its acceptance, or now.
    private(set) var cameUp: [HandoverDraft.Line] = []
    /// Who took the watch; nil while it runs.
    var taker: String?
    /// Who has not signed the handover by which this watch was taken.
    var unsigned: [HandoverRelief.Person] = []

    /// The watch that runs.
    ///
    /// - Parameter board: with everything that is open
    init(_ watch: Shift, _ store: LogStore, _ board: Board, at now: Instant) throws {
        self.watch = watch
        self.board = board
        self.now = now
        offer = watch.offer
        if let offer, let written = offer.written {
            let then = try store.wholeBoard(at: written.size)
            draft = HandoverDraft(written, then, for: watch, at: offer.at)
            let check = HandoverCheck(written, board, of: watch, at: now)
            self.check = check
            // What became dangerous since is told to both before it is accepted.
            let since = board.risksSinceOffer(
                of: watch, at: now, offsetSeconds: Zone.centre(of: board).offset(at: now))
            risks = written.risks + since
            try take(check, written, before: .max, store)
        } else {
            draft = HandoverDraft(board, for: watch, at: now)
            check = nil
            risks = board.handoverRisks(at: now, offsetSeconds: Zone.centre(of: board).offset(at: now))
        }
        if let before = watch.started.relieves, let relief = try store.relief(of: before) {
            unsigned = try store.certificate(of: relief)?.missing ?? []
        }
    }

    /// What is to be said back before the offer can be accepted.
    var unsaid: [HandoverItem.Key] { watch.endedAt == nil ? board.unsaid(of: watch, at: now) : [] }

    /// A watch that was given, as it was then.
    init(_ relief: HandoverRelief, _ store: LogStore) throws {
        watch = relief.old
        now = relief.taken
        board = try store.wholeBoard(at: relief.last + 1)
        offer = relief.offer
        check = nil
        if let offer, let written = offer.written {
            let then = try store.wholeBoard(at: written.size)
            draft = HandoverDraft(written, then, for: watch, at: offer.at)
            risks = written.risks
            if let accepted = watch.handover.accepted {
                let last = try store.wholeBoard(at: accepted.entry)
                let check = HandoverCheck(written, last, of: last.shifts[watch.name] ?? watch, at: accepted.at)
                try take(check, written, before: accepted.entry, store)
            }
        } else {
            draft = HandoverDraft(board, for: watch, at: now)
            risks = board.handoverRisks(at: now, offsetSeconds: Zone.centre(of: board).offset(at: now))
        }
        taker = relief.incoming.officer
    }

    /// What the log said between the offer and its acceptance, or now.
    ///
    /// - Parameter end: of the entries that count, the one after the last
    private mutating func take(_ check: HandoverCheck, _ written: HandoverWritten, before end: Int64, _ store: LogStore)
        throws
    {
        func entries(_ name: SubjectName) throws -> [Entry] {
            try store.history(of: name).entries.filter { $0.index < end }
        }
        for item in check.changed {
            moves[item.key.text] = HandoverCheck.moves(
                of: item, since: written.size, in: try entries(item.key.subject))
        }
        for item in check.settled {
            let known = try HandoverItem.Key(item).map { try entries($0.subject) } ?? []
            let settling = HandoverCheck.settling(item, since: written.size, in: known)
            settled.updateValue(settling ?? known.last { $0.index >= written.size }, forKey: item)
        }
        // What was said back belongs to the handover, whether it stood in the offer or not.
        cameUp = (check.added + check.omitted.filter { watch.handover.said($0.key.text) != nil }).map {
            HandoverDraft.Line($0)
        }
    }

    /// What happened to a line between the offer and its acceptance, or now.
    func changes(of line: HandoverDraft.Line, _ face: ClockFace) -> [Message] {
        (moves[line.key.text] ?? []).suffix(3).map { entry in
            "since the offer, \(face.moment(entry.learnt, now: now)): \(entry.message(face, now: now))"
        }
    }

    /// All lines in the order of their numbers, which begin at 1.
    var lines: [HandoverDraft.Line] { draft.lines + draft.leftOut }

    /// The line that was named by its number or by its key.
    func key(_ typed: String) throws -> HandoverItem.Key {
        if let number = Int(typed) {
            guard lines.indices.contains(number - 1) else {
                throw CommandFault.misread("There is no line \(number); “caricc handover show” numbers them")
            }
            return lines[number - 1].key
        }
        guard let key = HandoverItem.Key(typed) else {
            throw CommandFault.misread(
                "“\(typed)” is no line; type its number or its key, such as “CD-2026-014 consent UZB”")
        }
        return key
    }

    func words(of line: HandoverDraft.Line, _ face: ClockFace) -> Message {
        if line.key.isPointer { return line.key.pointerMessage }
        if case .own = line.item.matter { return .verbatim(line.note ?? line.key.text) }
        return line.item.message(face, now: now)
    }

    /// What a key is about, of the offer or of what came up since.
    func words(of key: HandoverItem.Key, _ face: ClockFace) -> Message {
        let line = (lines + cameUp).first { $0.key == key } ?? check?.grown.first { $0.key == key }.map { .init($0) }
        return line.map { words(of: $0, face) } ?? .verbatim(key.text)
    }

    /// What belongs to a line and stands below it: the note, if and then, and what was said back.
    func details(of line: HandoverDraft.Line, _ face: ClockFace) -> [Message] {
        words(to: line, face) + readBack(of: line, face)
    }

    /// What was said back of a line by the one who is to take the watch, or took it.
    func readBack(of line: HandoverDraft.Line, _ face: ClockFace) -> [Message] {
        var said = watch.handover.said(line.key.text)
        // Whoever took the watch without having been offered it answers for nobody else's words.
        if let taker, said?.by != taker { said = nil }
        guard unsaid.contains(line.key) else {
            guard let said else { return [] }
            return ["\(said.by) said back \(face.moment(said.at, now: now)): \(said.text)"]
        }
        var words: [Message] = []
        if let said {
            words.append("before the change, \(said.by) said \(face.moment(said.at, now: now)): \(said.text)")
        } else if taker == nil, let said = watch.handover.saidBack[line.key.text] {
            words.append("in an offer before, \(said.by) said \(face.moment(said.at, now: now)): \(said.text)")
        }
        return words + ["to be said back"]
    }

    /// The second person, marked where nobody here knows the name.
    func secondPerson(_ name: String) -> Message {
        board.knowsPerson(name) ? "second person: \(name)" : "second person: \(name) (this name is not known here)"
    }

    /// What the one who gives the watch says of a line.
    func words(to line: HandoverDraft.Line, _ face: ClockFace) -> [Message] {
        var details: [Message] = []
        if let note = line.note, line.item.matter != .own { details.append("note: \(note)") }
        details += line.ifThen.map { "if \($0.condition): \($0.action)" }
        if let reason = line.leftOut { details.append("not handed over: \(reason)") }
        if let how = settled[line.key.text] {
            let words: Message? = how.map { entry in
                let time = face.moment(entry.learnt, now: now)
                return "settled \(time) by #\(Int(entry.index)): \(entry.message(face, now: now))"
            }
            details.append(words ?? "settled since it was offered")
        }
        if let usual = line.lowered {
            details.append(
                "\(usual.message) for the log; \(watch.started.officer) calls it \(line.severity.message)")
        }
        if line.isInherited { details.append("as in the handover before") }
        if let reason = line.leftOutBefore {
            details.append("left out in the handover before, because: \(reason)")
        }
        return details
    }
}

extension HandoverPicture {
    /// What the handover is, in one line.
    func head(_ face: ClockFace) -> Message {
        let name = watch.name.text
        guard let offer else {
            guard let refused = watch.handover.refused else {
                return "\(name)  \(watch.started.officer): draft, not offered yet"
            }
            return
                "\(name)  \(watch.started.officer): REFUSED by \(refused.by) \(face.stamp(refused.at)): \(refused.reason)"
        }
        return "\(name)  \(watch.started.officer): offered to \(offer.to) \(face.stamp(offer.at))"
    }

    func checkLines(_ face: ClockFace) -> [Message] {
        guard let check else { return [] }
        func named(_ items: [HandoverItem]) -> [Message] {
            items.map { "   \($0.key.text)  \($0.message(face, now: now))" }
        }
        var lines: [Message] = []
        if !check.omitted.isEmpty {
            lines.append(
                .plural(
                    check.omitted.count, one: "The handover leaves out %1 thing that is open:",
                    other: "The handover leaves out %1 things that are open:"))
            lines += named(check.omitted)
        }
        if !check.added.isEmpty { lines += ["New since it was offered:"] + named(check.added) }
        if !check.rewritten.isEmpty {
            lines.append("Written by \(watch.started.officer) since the offer, and not part of it:")
            for line in check.rewritten {
                lines.append("   \(line.key.text)  \(line.severity.message): \(words(of: line, face))")
                lines += details(of: line, face).map { "      \($0)" }
            }
        }
        if watch.handover.isOutdated {
            lines.append("Lines were changed after the offer; it is to be offered again")
        }
        let grown = check.grown.filter { unsaid.contains($0.key) }
        if !grown.isEmpty { lines += ["Critical since it was offered, and to be said back:"] + named(grown) }
        if !check.changed.isEmpty {
            lines.append("Changed since it was offered:")
            for item in check.changed { lines += moved(item, face) }
        }
        if !check.settled.isEmpty {
            lines.append("Settled since: \(check.settled.joined(separator: ", "))")
        }
        return lines
    }

    /// What happened to a line since the offer, and its hour where that is another one.
    private func moved(_ item: HandoverItem, _ face: ClockFace) -> [Message] {
        var lines: [Message] = (moves[item.key.text] ?? []).suffix(3).map { entry in
            "   \(item.key.text)  \(face.moment(entry.learnt, now: now)): \(entry.message(face, now: now))"
        }
        if let before = check?.dueBefore[item.key.text], let due = item.due {
            lines.append(
                "   \(item.key.text)  due \(face.moment(before, now: now)) → \(face.moment(due, now: now))")
        }
        return lines.isEmpty ? ["   \(item.key.text)  \(item.message(face, now: now))"] : lines
    }

    /// - Parameter zone: of the hours in its sentences
    func object(in zone: Zone = .utc) -> JSONObject {
        let english = Catalogue.english.clockFace(in: zone)
        var object = JSONObject()
        object["watch"] = .string(watch.name.text)
        object["officer"] = .string(watch.started.officer)
        object["offered"] = .bool(offer != nil)
        if let offer {
            object["offered_to"] = .string(offer.to)
            object["offered_at"] = .string(ISO8601.text(offer.at))
            object["offer"] = .integer(offer.entry)
        }
        object["lines"] = .array(draft.lines.enumerated().map { .object(json($1, number: $0 + 1, english)) })
        object["left_out"] = .array(
            draft.leftOut.enumerated().map { .object(json($1, number: $0 + draft.lines.count + 1, english)) })
        // Of the hours in all sentences of this answer.
        object["zone"] = .string(english.offsetText(now))
        object["risks"] = .array(
            risks.map { .string(Catalogue.english.text($0.message(english, now: now))) })
        object["to_say_back"] = .array(unsaid.map { .string($0.text) })
        if let refused = watch.handover.refused {
            var one = JSONObject()
            one["by"] = .string(refused.by)
            one["at"] = .string(ISO8601.text(refused.at))
            one["reason"] = .string(refused.reason)
            object["refused"] = .object(one)
        }
        if !unsigned.isEmpty { object["unsigned"] = .array(unsigned.map { .string($0.officer) }) }
        if let reservation = board.relieved?.handover.accepted?.reservation, watch.endedAt == nil {
            object["taken_with_reservation"] = .string(reservation)
        }
        object["questions"] = .array(
            watch.handover.questions.map { question in
                var one = JSONObject()
                one["entry"] = .integer(question.entry)
                one["by"] = .string(question.by)
                one["text"] = .string(question.asked.text)
                if let answer = question.answer { one["answer"] = .string(answer.text) }
                return .object(one)
            })
        if let check {
            var found = JSONObject()
            found["omitted"] = .array(check.omitted.map { .string($0.key.text) })
            found["added"] = .array(check.added.map { .string($0.key.text) })
            found["changed"] = .array(check.changed.map { .string($0.key.text) })
            found["rewritten"] = .array(check.rewritten.map { .string($0.key.text) })
            found["grown"] = .array(check.grown.map { .string($0.key.text) })
            found["settled"] = .array(check.settled.map { .string($0) })
            object["check"] = .object(found)
        }
        return object
    }

    private func json(_ line: HandoverDraft.Line, number: Int, _ face: ClockFace) -> JSONObject {
        var object = JSONObject()
        object["number"] = .integer(Int64(number))
        object["item"] = .string(line.key.text)
        object["severity"] = .string(line.severity.rawValue)
        object["words"] = .string(Catalogue.english.text(words(of: line, face)))
        if let due = line.item.due { object["due"] = .string(ISO8601.text(due)) }
        if let usual = line.lowered { object["usual_severity"] = .string(usual.rawValue) }
        if let note = line.note { object["note"] = .string(note) }
        if !line.ifThen.isEmpty {
            object["if_then"] = .array(
                line.ifThen.map { pair in
                    var one = JSONObject()
                    one["if"] = .string(pair.condition)
                    one["then"] = .string(pair.action)
                    return .object(one)
                })
        }
        if let reason = line.leftOut { object["left_out"] = .string(reason) }
        if let said = watch.handover.said(line.key.text), taker == nil || said.by == taker {
            object["said_back"] = .string(said.text)
            object["said_back_by"] = .string(said.by)
        }
        return object
    }
}
