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

    /// The watch that runs.
    ///
    /// - Parameter board: with everything that is open
    init(_ watch: Shift, _ store: LogStore, _ board: Board, at now: Instant, in zone: Zone) throws {
        self.watch = watch
        self.board = board
        self.now = now
        offer = watch.offer
        if let offer, let written = offer.written {
            let then = try store.wholeBoard(at: written.size)
            draft = HandoverDraft(written, then, for: watch, at: offer.at)
            check = HandoverCheck(written, board, of: watch, at: now)
            risks = written.risks
        } else {
            draft = HandoverDraft(board, for: watch, at: now)
            check = nil
            risks = board.handoverRisks(at: now, offsetSeconds: zone.offset(at: now))
        }
    }

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
        } else {
            draft = HandoverDraft(board, for: watch, at: now)
            risks = []
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
        if case .own = line.item.matter { return .verbatim(line.note ?? line.key.text) }
        return line.item.message(face, now: now)
    }

    /// What belongs to a line and stands below it: the note, if and then, and what was said back.
    func details(of line: HandoverDraft.Line, _ face: ClockFace) -> [Message] {
        var details: [Message] = []
        if let note = line.note, line.item.matter != .own { details.append("note: \(note)") }
        details += line.ifThen.map { "if \($0.condition): \($0.action)" }
        if let reason = line.leftOut { details.append("not handed over: \(reason)") }
        if let said = watch.handover.saidBack[line.key.text] {
            details.append("\(said.by) said back \(face.moment(said.at, now: now)): \(said.text)")
        } else if offer != nil, line.severity == .critical, watch.endedAt == nil {
            details.append("to be said back")
        }
        return details
    }
}

extension HandoverPicture {
    /// What the handover is, in one line.
    func head(_ face: ClockFace) -> Message {
        let name = watch.name.text
        guard let offer else { return "\(name)  \(watch.started.officer): draft, not offered yet" }
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
        if !check.changed.isEmpty { lines += ["Changed since it was offered:"] + named(check.changed) }
        if !check.settled.isEmpty {
            lines.append("Settled since: \(check.settled.joined(separator: ", "))")
        }
        return lines
    }

    var object: JSONObject {
        var object = JSONObject()
        object["watch"] = .string(watch.name.text)
        object["officer"] = .string(watch.started.officer)
        object["offered"] = .bool(offer != nil)
        if let offer {
            object["offered_to"] = .string(offer.to)
            object["offered_at"] = .string(ISO8601.text(offer.at))
            object["offer"] = .integer(offer.entry)
        }
        object["lines"] = .array(draft.lines.enumerated().map { .object(json($1, number: $0 + 1)) })
        object["left_out"] = .array(
            draft.leftOut.enumerated().map { .object(json($1, number: $0 + draft.lines.count + 1)) })
        let english = Catalogue.english.clockFace(in: .utc)
        object["risks"] = .array(
            risks.map { .string(Catalogue.english.text($0.message(english, now: now))) })
        object["to_say_back"] = .array(watch.handover.toSayBack.map { .string($0.item) })
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
            found["settled"] = .array(check.settled.map { .string($0) })
            object["check"] = .object(found)
        }
        return object
    }

    private func json(_ line: HandoverDraft.Line, number: Int) -> JSONObject {
        var object = JSONObject()
        object["number"] = .integer(Int64(number))
        object["item"] = .string(line.key.text)
        object["severity"] = .string(line.severity.rawValue)
        object["words"] = .string(Catalogue.english.text(words(of: line, Catalogue.english.clockFace(in: .utc))))
        if let due = line.item.due { object["due"] = .string(ISO8601.text(due)) }
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
        if let said = watch.handover.saidBack[line.key.text] {
            object["said_back"] = .string(said.text)
            object["said_back_by"] = .string(said.by)
        }
        return object
    }
}
