import EventLog
import Interface
import Model
import Wording

/// Something that waits for a second person, with exactly what will be done, read from the log as it stands.
struct Waiting {
    enum Matter {
        case proposal(PendingAction)
        case signature(OwedSignature)
    }

    let subject: SubjectName
    let matter: Matter
    /// The entry that is to be approved or signed, as it stands in the log.
    let entry: Entry
    let leaf: Digest
    /// What was approved, where the entry is an approval by telephone.
    let approved: Entry?

    /// - Throws: `.damaged` when the bytes are not those that were hashed
    init(_ matter: Matter, _ subject: SubjectName, in store: LogStore) throws {
        let index =
            switch matter {
            case .proposal(let action): action.index
            case .signature(let owed): owed.index
            }
        self.matter = matter
        self.subject = subject
        (entry, leaf) = try Waiting.sound(index, in: store)
        if case .fourEyes(.approved(let approval)) = entry.event {
            let (proposal, hash) = try Waiting.sound(approval.entry, in: store)
            guard hash == approval.proposal else { throw LogFault.refused(.entryDiffers(approval.entry), position: 0) }
            approved = proposal
        } else {
            approved = nil
        }
    }

    private static func sound(_ index: Int64, in store: LogStore) throws -> (Entry, Digest) {
        guard let stored = try store.storedEntry(index) else { throw LogFault.noSuchEntry(index) }
        guard stored.isSound, let entry = try store.entry(index) else { throw LogFault.damaged(index: index) }
        return (entry, stored.leaf)
    }

    /// Everything that waits, soonest first.
    static func all(in store: LogStore) throws -> [Waiting] {
        try store.board().unsettled.values.flatMap { trail in
            try trail.fourEyes.pending.map { try Waiting(.proposal($0), trail.name, in: store) }
                + trail.fourEyes.owed.map { try Waiting(.signature($0), trail.name, in: store) }
        }.sorted { ($0.until, $0.entry.index) < ($1.until, $1.entry.index) }
    }

    /// The proposal with this number; refused where none waits there.
    static func proposal(_ index: Int64, in store: LogStore) throws -> Waiting {
        guard let entry = try store.entry(index) else { throw LogFault.noSuchEntry(index) }
        let eyes = try store.history(of: entry.subject).subject?.trail.fourEyes
        guard let action = eyes?.pending(index) else { throw LogFault.refused(.noSuchProposal(index), position: 0) }
        return try Waiting(.proposal(action), entry.subject, in: store)
    }

    /// The second signature that this entry owes; refused where it owes none.
    static func signature(_ index: Int64, in store: LogStore) throws -> Waiting {
        guard let entry = try store.entry(index) else { throw LogFault.noSuchEntry(index) }
        let eyes = try store.history(of: entry.subject).subject?.trail.fourEyes
        guard let owed = eyes?.owed.first(where: { $0.index == index }) else {
            throw LogFault.refused(.nothingToCountersign(index), position: 0)
        }
        return try Waiting(.signature(owed), entry.subject, in: store)
    }

    var until: Instant {
        switch matter {
        case .proposal(let action): action.until
        case .signature(let owed): owed.until
        }
    }

    // MARK: Words

    func page(_ roll: Roll, _ face: ClockFace, now: Instant) -> [Message] {
        let who = person(entry.actor, roll)
        let role = entry.role?.message ?? "--"
        var lines: [Message] = []
        switch matter {
        case .proposal(let action):
            lines.append(
                "#\(entry.index) \(subject.text) proposed by \(who) as \(role), \(face.stamp(action.proposedAt)); stands until \(face.stamp(until))"
            )
            lines += content(of: action.event, of: entry, face, now: now)
            if let reason = action.reason { lines.append("  reason: \(reason)") }
        case .signature(let owed):
            lines.append(
                "#\(entry.index) \(subject.text) written by \(who) as \(role), \(face.stamp(entry.learnt)); a second signature is owed until \(face.stamp(until))"
            )
            if let from = owed.from { lines.append("  only \(person(from, roll)) can sign it") }
            if let refusal = owed.refusal {
                lines.append("  \(refusal.officer) DOES NOT STAND FOR IT: \(refusal.reason)")
            }
            lines += content(of: entry.event, of: entry, face, now: now)
            if let approved, case .fourEyes(.proposed(let proposed)) = approved.event {
                lines += content(of: proposed.event, of: approved, face, now: now)
            }
        }
        lines.append("  hash: \(Fingerprint.text(of: leaf))")
        return lines
    }

    /// What is done, in words and word for word.
    private func content(of event: Event, of entry: Entry, _ face: ClockFace, now: Instant) -> [Message] {
        var carried = entry
        carried.kind = event.kind
        carried.version = event.version
        carried.body = event.body
        var lines: [Message] = [
            "  what is done: \(Message.action(event.kind)) (\(event.kind))", "  \(carried.message(face, now: now))",
            "  word for word: \(CanonicalJSON.text(of: .object(event.body)))",
        ]
        if let key = event.newKey { lines.append("  fingerprint of the key: \(Fingerprint.text(of: key))") }
        return lines
    }

    private func person(_ id: String, _ roll: Roll) -> String {
        roll.officers[id].map { "\($0.shownName) (\(id))" } ?? id
    }

    var json: JSONObject {
        var object = JSONObject()
        object["idx"] = .integer(entry.index)
        object["subject"] = .string(subject.text)
        object["by"] = .string(entry.actor)
        object["role"] = entry.role.map { .string($0.rawValue) } ?? .null
        object["until"] = .string(ISO8601.text(until))
        object["leaf"] = .string(leaf.hex)
        switch matter {
        case .proposal(let action):
            object["waits_for"] = .string("approval")
            object["kind"] = .string(action.event.kind)
            object["body"] = .object(action.event.body)
        case .signature(let owed):
            object["waits_for"] = .string("countersignature")
            object["kind"] = .string(entry.kind)
            object["body"] = .object(entry.body)
            object["from"] = owed.from.map { .string($0) } ?? .null
        }
        return object
    }
}

extension Event {
    /// The officer's key that it brings.
    fileprivate var newKey: VerifierKey? {
        guard case .officer(let event) = self else { return nil }
        switch event {
        case .enrolled(let enrolled): return try? VerifierKey(enrolled.key)
        case .keyReplaced(let replaced): return try? VerifierKey(replaced.key)
        case .keyEnrolled(let enrolled): return try? VerifierKey(enrolled.key)
        case .keyRevoked(let revoked): return try? VerifierKey(revoked.key)
        default: return nil
        }
    }
}
