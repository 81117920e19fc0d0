import EventLog
import Exchange
import Model
import Settings

/// Says what becomes of a message that was read: asks the register, applies the rules, and writes the proposals.
struct MessageJudge {
    let isExerciseLog: Bool
    /// What the Centre calls itself as a sender.
    let centre: String
    let isHere: (SubjectName) -> Bool

    /// In whose name a program writes.
    static let actor = "import"

    enum Outcome {
        case entries([Proposal])
        /// The same bytes are in the log already, under another partner's name.
        case repeated(SubjectName)
        case hold(HoldReason, detail: String?)
    }

    /// - Parameter raw: SHA-256 of the bytes.
    func judge(
        _ message: IncomingMessage, bytes: [UInt8], raw: Digest, from partner: PartnerFacts,
        _ register: MessageRegister, _ names: SpoolDigest.Names
    ) throws -> Outcome {
        let identity = MessageDraft.identity(message)
        guard identity.utf8.count <= MessageDraft.identityLimit else {
            return .hold(.tooComplex, detail: "sender and number: \(identity.utf8.count) bytes")
        }
        guard partner.settings.senders.isEmpty || partner.settings.senders.contains(message.sender) else {
            return .hold(.notTheirs, detail: "sender: \"\(message.sender)\"")
        }
        let namesakes = try register.messages(sender: message.sender, number: message.number)
        if let same = namesakes.first(where: { $0.raw == raw.hex }) { return .repeated(same.subject) }
        let found = try found(message, partner, register)
        let draft = MessageDraft(message, channel: partner.channel, raw: raw.hex, places: PlaceLookup.gazetteer)
        let question = IntakeQuestion(
            message.questionAct, message.questionStatus, kind: message.kind.flatMap { MessageKind(rawValue: $0) },
            party: partner.settings.party, found: found.map(\.found),
            refersToSomething: !message.references.isEmpty || message.ourNumber != nil,
            refersToItself: isAboutItself(message),
            isThereWithOtherTime: try found.isEmpty && isThereWithOtherTime(message, register),
            namesake: namesake(message, namesakes), isExerciseLog: isExerciseLog,
            usualKind: draft.seizure == nil ? partner.kind : .seizureReport)
        switch question.decision {
        case .hold(let reason): return .hold(reason, detail: detail(reason, message))
        case .raise(let kind):
            return .entries([raising(message, draft, kind, bytes, partner, names)])
        case .file(let kind, let threads):
            return .entries(filing(message, draft, kind, on: threads, bytes, partner, names))
        }
    }

    private func detail(_ reason: HoldReason, _ message: IncomingMessage) -> String? {
        switch reason {
        case .referenceMissing, .referenceOtherTime, .referenceToItself:
            let names = message.references.map(MessageDraft.reference) + [message.ourNumber].compactMap { $0 }
            return "references: " + names.prefix(5).joined(separator: " ")
        case .otherRealm, .test, .system, .draft: return "status: \(message.status.rawValue)"
        case .conflicting: return "number: \"\(message.number)\""
        case .notTheirs: return "sender: \"\(message.sender)\""
        default: return nil
        }
    }

    // MARK: What it refers to

    private func found(
        _ message: IncomingMessage, _ partner: PartnerFacts, _ register: MessageRegister
    ) throws -> [(found: IntakeQuestion.Found, row: MessageRegister.Row?)] {
        var found: [(IntakeQuestion.Found, MessageRegister.Row?)] = []
        func add(_ rows: [MessageRegister.Row]) throws {
            for row in rows {
                let originator = try register.originator(of: row.subject) ?? row.party
                found.append(
                    (
                        .init(
                            subject: row.subject, party: row.party, direction: row.direction, originator: originator,
                            isOfSameSender: row.identity.map { $0.hasPrefix("\(message.sender),") } ?? true),
                        row
                    ))
            }
        }
        for reference in message.references { try add(rows(reference, message, partner, register)) }
        if let ours = message.ourNumber {
            let rows = try register.messages(number: ours, party: partner.settings.party)
                .filter { $0.direction == .sent }
            try add(rows)
            if rows.isEmpty, let name = SubjectName(ours), name.area == .alerts, isHere(name) {
                let originator = try register.originator(of: name) ?? ""
                found.append(
                    (.init(subject: name, party: originator, direction: .sent, originator: originator), nil))
            }
        }
        return found
    }

    private func rows(
        _ reference: IncomingMessage.Reference, _ message: IncomingMessage, _ partner: PartnerFacts,
        _ register: MessageRegister
    ) throws -> [MessageRegister.Row] {
        func isSameTime(_ row: MessageRegister.Row) -> Bool {
            guard let said = reference.sent?.instant, let sent = row.sent else { return true }
            return said == sent
        }
        let known = try register.messages(number: reference.number, party: partner.settings.party)
        // Only who got a message of ours answers it.
        let ours = known.filter { $0.direction == .sent && $0.party == partner.settings.party }
        if let sender = reference.sender {
            let rows = try register.messages(sender: sender, number: reference.number).filter(isSameTime)
            guard rows.isEmpty, sender.lowercased() == centre.lowercased() else { return rows }
            // A message names the second in which it was sent.
            return ours.filter { row in
                guard let said = reference.sent?.instant, let sent = row.sent else { return true }
                return said.milliseconds / 1_000 == sent.milliseconds / 1_000
            }
        }
        let own = try register.messages(sender: message.sender, number: reference.number)
        if !own.isEmpty { return own }
        if !ours.isEmpty { return ours }
        return known.filter { $0.party == partner.settings.party }
    }

    /// Every message that it names is itself.
    private func isAboutItself(_ message: IncomingMessage) -> Bool {
        !message.references.isEmpty
            && message.references.allSatisfy { reference in
                reference.number == message.number && (reference.sender ?? message.sender) == message.sender
                    && reference.sent.map { $0.instant == message.sent.instant } ?? true
            }
    }

    private func isThereWithOtherTime(_ message: IncomingMessage, _ register: MessageRegister) throws -> Bool {
        for reference in message.references where reference.sent != nil {
            let sender = reference.sender ?? message.sender
            if try !register.messages(sender: sender, number: reference.number).isEmpty { return true }
        }
        return false
    }

    private func namesake(_ message: IncomingMessage, _ rows: [MessageRegister.Row]) -> IntakeQuestion.Namesake? {
        guard let row = rows.last(where: { $0.direction == .received }) else { return nil }
        let isReferredTo = message.references.contains { reference in
            reference.number == message.number && (reference.sender ?? message.sender) == message.sender
                && reference.sent.map { $0.instant == row.sent } ?? true
        }
        return .init(
            hasSameTime: rows.contains { $0.sent == nil || $0.sent == message.sent.instant }, isReferredTo: isReferredTo
        )
    }

    // MARK: What is written

    /// The proposal that begins a thread.
    func raising(
        _ message: IncomingMessage, _ draft: MessageDraft, _ kind: MessageKind, _ bytes: [UInt8],
        _ partner: PartnerFacts, _ names: SpoolDigest.Names, actor: String = actor
    ) -> Proposal {
        let (payloads, sealed) = payloads(draft, bytes)
        let raised = AlertRaised(
            priority: priority(message, draft, partner), message: kind, headline: draft.headline,
            source: partner.settings.party, place: draft.particulars(sealedIn: nil).place, substance: draft.substance,
            quantity: draft.quantity, due: draft.due, payloads: payloads.map(\.hash.hex), head: draft.head,
            particulars: draft.particulars(sealedIn: sealed))
        return Proposal(
            .new(.alerts), .alert(.raised(raised)), id: names.main, at: draft.happened,
            precision: draft.precision, actor: actor,
            payloads: payloads)
    }

    /// The proposals that add a message to threads that are there.
    func filing(
        _ message: IncomingMessage, _ draft: MessageDraft, _ kind: MessageKind,
        on threads: [IntakeDecision.Thread], _ bytes: [UInt8], _ partner: PartnerFacts, _ names: SpoolDigest.Names,
        actor: String = actor
    ) -> [Proposal] {
        let (payloads, sealed) = payloads(draft, bytes)
        return threads.enumerated().map { place, thread in
            let filed = MessageFiled(
                .received, kind, party: partner.settings.party,
                text: MessageLines(draft.text).words.isEmpty
                    ? [draft.headline, draft.text].filter { !$0.isEmpty }.joined(separator: "\n") : draft.text,
                head: draft.head,
                due: draft.due, headline: thread.isSuperseded ? draft.headline : nil,
                priority: thread.isSuperseded ? priority(message, draft, partner) : nil,
                particulars: draft.particulars(sealedIn: sealed), payloads: payloads.map(\.hash.hex))
            return Proposal(
                .existing(thread.subject), .alert(.messageFiled(filed)), id: names.thread(place), actor: actor,
                payloads: place == 0 ? payloads : [])
        }
    }

    /// The bytes themselves, and what identifies living persons.
    private func payloads(_ draft: MessageDraft, _ bytes: [UInt8]) -> (payloads: [Payload], sealed: Digest?) {
        let raw = Payload(data: bytes)
        guard let personal = draft.personal else { return ([raw], nil) }
        let sealed = Payload(data: personal.bytes)
        return ([raw, sealed], sealed.hash)
    }

    /// Of a seizure, what was seized counts as it does however we learn of it: its urgency is always over.
    private func priority(_ message: IncomingMessage, _ draft: MessageDraft, _ partner: PartnerFacts) -> Int {
        let isSaid = message.priority != nil || message.urgency != nil || message.severity != nil
        let said = isSaid ? message.effectivePriority : partner.settings.priority
        guard message.priority == nil, let seizure = draft.seizure else { return said }
        return isSaid ? min(said, seizure) : seizure
    }
}

/// What the rules have to know of a partner.
struct PartnerFacts {
    let name: String
    let settings: PartnerSettings

    var channel: Channel { Channel(rawValue: settings.channel) ?? .spool }
    var kind: MessageKind { MessageKind(rawValue: settings.kind) ?? .warning }
}

extension IncomingMessage {
    fileprivate var questionAct: IntakeQuestion.Act {
        switch act {
        case .alert: .alert
        case .update: .update
        case .cancel: .cancel
        case .acknowledgement: .acknowledgement
        case .error: .error
        }
    }

    fileprivate var questionStatus: IntakeQuestion.Status {
        switch status {
        case .actual: .actual
        case .exercise: .exercise
        case .system: .system
        case .test: .test
        case .draft: .draft
        }
    }
}
