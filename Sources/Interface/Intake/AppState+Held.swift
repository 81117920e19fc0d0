import Model
import Screen
import Wording

/// Messages that could not be taken in, and what waits in the folders of partners.
extension AppState {
    /// What is held, the longest first: of the board, and what was asked for beside it.
    var heldMessages: [HeldMessage] {
        guard liveBoard == nil, !heldBeyond.isEmpty else { return board.heldMessages }
        return heldBeyond.merging(board.held) { _, new in new }.values.sorted {
            ($0.since, $0.name) < ($1.since, $1.name)
        }
    }

    func heldMessage(_ name: SubjectName) -> HeldMessage? {
        board.held[name] ?? (liveBoard == nil ? heldBeyond[name] : nil)
    }

    /// How many are held, whether they are loaded or not.
    var heldCount: Int { max(heldMessages.count, board.tally[.intake, .attention]) }

    /// Opens the list, and asks for those that the board does not have.
    mutating func openHeld() -> [Effect] {
        guard !board.held.isEmpty else { return say("Nothing is held.") }
        let wanted: [Effect] = heldCount > heldMessages.count ? [.loadHeld(limit: AppState.heldLimit)] : []
        return open(PickList(.held)) + wanted
    }

    /// More than that nobody reads in a list; what is settled makes room for the next.
    private static let heldLimit = 2_000

    var heldItems: [PickItem] {
        let messages = heldMessages
        // Partners and files are as wide as they need to be, and leave half of the row to the reason.
        let partner = min(max(6, messages.map { $0.held.partner.count }.max() ?? 0), 12) + 1
        let file = max(18, layout.overlay.width / 2 - 16 - partner)
        return messages.map { message in
            let held = message.held
            let reason = catalogue.text(held.reason.message)
            return PickItem(
                id: message.name.text,
                segments: [
                    Segment(message.name.short, .field, width: 6), Segment(face.age(now - message.since), width: 6),
                    Segment(held.partner, .key, width: partner), Segment(held.file, width: file),
                    Segment(reason, .dim),
                ], names: [message.name.text, held.partner], words: [held.file, reason],
                hint: held.detail.map { "\(held.file): \(held.reason.message) (\($0))" }
                    ?? "\(held.file): \(held.reason.message)",
                nameColumns: 0..<6)
        }
    }

    /// The page of a held message: the text of the file, made safe, and below it its record.
    mutating func showHeld(_ id: String) -> [Effect] {
        guard let name = SubjectName(id), let message = heldMessage(name) else { return [] }
        heldShown = name
        overlay = .raw
        log.raw = nil
        log.rawFirst = 0
        notice = Notice(
            message:
                "\(name.text): :take-in raises an alert of it, :release files it on one, :discard puts it aside with a reason.",
            isError: false)
        return [.loadRaw(message.trail.first)]
    }

    /// The held message that is meant, and what was typed behind its name: the one that was named, else the one that was
    /// shown last, else the only one.
    private func heldMeant(_ argument: String) -> (HeldMessage, rest: String)? {
        let words = argument.split(separator: " ", maxSplits: 1).map(String.init)
        if let word = words.first {
            let named = heldMessages.filter { message in
                message.name.text.lowercased() == word.lowercased() || message.name.short == word
            }
            if named.count == 1 { return (named[0], words.count > 1 ? words[1] : "") }
        }
        if let message = heldShown.flatMap({ heldMessage($0) }) { return (message, argument) }
        return board.held.count == 1 ? board.heldMessages.first.map { ($0, argument) } : nil
    }

    /// The held message that is meant; says so where that is not clear.
    mutating func heldNamed(_ argument: String) -> SubjectName? {
        if let (message, _) = heldMeant(argument) { return message.name }
        _ = settleHeld(argument) { Form.discard($0) }
        return nil
    }

    mutating func settleHeld(_ argument: String, _ form: (HeldMessage) -> Form) -> [Effect] {
        guard let (message, rest) = heldMeant(argument) else {
            notice = Notice(
                message: board.held.isEmpty
                    ? "Nothing is held." : "Say which one, such as IN-2026-0001; :held lists them.",
                isError: !board.held.isEmpty)
            return []
        }
        return ask(form(message), answers: rest.isEmpty ? [] : [rest])
    }

    /// What waits in the folders of partners, for the line of figures; nil where nothing does and all is well.
    var backlogWord: (Message, Role)? {
        guard let backlog, !isVisitor else { return nil }
        let age = face.age(max(real - backlog.at, .zero))
        if backlog.isStale { return ("SPOOL STALE for \(age)", .error) }
        if backlog.isInTrouble { return ("SPOOL CANNOT WRITE, \(grouped: backlog.waiting) wait", .error) }
        guard backlog.waiting > 0 else { return nil }
        if let partner = backlog.overQuota.first {
            return ("\(grouped: backlog.waiting) files wait, \(partner) OVER QUOTA", .warning)
        }
        return ("\(grouped: backlog.waiting) files wait (\(age))", .text)
    }
}

extension Form {
    /// - Parameter message: as the board has it.
    static func release(_ message: HeldMessage) -> Form {
        Form(
            .release(message.name, message.held), title: "File \(message.name.text) on an alert",
            expecting: message.trail.last,
            fields: [
                Field("Alert", hint: "such as AL-2026-0001; raise one first where there is none"),
                Field("From", message.held.partner.uppercased(), hint: "State code, or the service"),
                Field("Text", hint: "what it says, in one line; the message itself stays beside it"),
            ])
    }

    static func discard(_ message: HeldMessage) -> Form {
        Form(
            .discard(message.name), title: "Put \(message.name.text) aside", expecting: message.trail.last,
            fields: [Field("Because", hint: "the reason is kept, and so is the message")])
    }

    func releasing(_ name: SubjectName, _ held: MessageHeld) throws(FormFault) -> [Draft] {
        guard let alert = SubjectName(try required(0).uppercased()), alert.area == .alerts else {
            throw FormFault(message: "This is no alert; write it as AL-2026-0001.", field: 0)
        }
        let text = try required(2)
        let filed = MessageFiled(
            .received, .information, party: try required(1), text: text,
            head: MessageHead(channel: .spool, identity: held.identity, refersTo: held.refersTo, raw: held.raw),
            payloads: held.payloads)
        return [
            Draft(.existing(alert), .alert(.messageFiled(filed))),
            Draft(.existing(name), .intake(.released(HeldReleased(to: alert, note: text))), expecting: expecting),
        ]
    }

    func discarding(_ name: SubjectName) throws(FormFault) -> Draft {
        Draft(.existing(name), .intake(.discarded(HeldDiscarded(reason: try required(0)))), expecting: expecting)
    }
}
