import EventLog
import Exchange
import Model
import Settings

/// Decides about files one by one, and writes what was decided in appends of many.
///
/// Ids come from the bytes: what an append before a crash has written is found, never doubled.
final class SpoolIntake {
    let store: LogStore
    let register: MessageRegister
    private(set) var waiting = WaitingMessages()
    let parser: SpoolParser
    let judge: MessageJudge
    private let partners: [String: PartnerFacts]
    /// How far the log was read for what others wrote.
    private var seen: Int64 = 0
    /// What this run wrote, to tell a repetition from what a run before it left behind.
    var written: Set<EventID> = []
    /// What was done, for the status.
    var tally = Tally()

    struct Tally: Equatable {
        var taken = 0
        var held = 0
        var repeated = 0
        var rows = 0
        var released = 0
    }

    /// How many rows go into one append.
    static let rowLimit = 500

    init(_ store: LogStore, partners: [PartnerFacts], parser: SpoolParser = SpoolParser()) throws {
        self.store = store
        self.parser = parser
        self.partners = Dictionary(partners.map { ($0.name, $0) }) { first, _ in first }
        judge = MessageJudge(isExerciseLog: store.identity.isExercise, centre: store.identity.centre) { name in
            (try? store.history(of: name).entries.isEmpty) == false
        }
        register = MessageRegister(log: store)
        seen = try store.size()
        for name in try store.openSubjects(in: .intake) {
            guard case .held(let message)? = try store.history(of: name).subject else { continue }
            waiting.add(name, message.held)
        }
        // What was written between the two looks is read, too, which changes nothing.
        try catchUp()
        try releaseAll()
    }

    /// Rows become records, and alerts where the partner's settings say so.
    func rows(_ items: [ImportItem], _ partner: PartnerFacts) -> [Proposal] {
        var batch = ImportBatch()
        for item in items where !isOurs(item) {
            _ = batch.add(item, actor: MessageJudge.actor)
            if partner.settings.raisesAlerts,
                let alert = SeizureTable.raised(from: item, digest: { SpoolDigest.of($0) })
            {
                _ = batch.add(alert, actor: MessageJudge.actor)
            }
        }
        return batch.proposals
    }

    /// Whether this log gave it out itself, and it came back.
    private func isOurs(_ item: ImportItem) -> Bool {
        guard let record = item.record,
            let own = (try? store.history(of: record.name))?.subject.flatMap({ OutgoingRecord($0) })
        else { return false }
        return record.repeats(own)
    }

    /// Whether records of an exercise came to a live log, or live ones to an exercise.
    func areOfOtherRealm(_ items: [ImportItem]) -> Bool {
        items.contains { item in item.record.map { $0.isExercise != store.identity.isExercise } ?? false }
    }

    // MARK: Writing

    /// Writes everything of these files in one append; a file that the log refuses is held instead, and the others go in.
    func write(_ items: [SpoolItem]) throws -> [SpoolItem] {
        var items = items
        while true {
            let proposals = items.flatMap(\.proposals)
            do {
                if !proposals.isEmpty { _ = try store.append(proposals, moment: .now()) }
                break
            } catch {
                guard let place = SpoolIntake.blamed(error, items) else { throw error }
                try holdRefused(&items[place], error)
            }
        }
        try catchUp()
        try releaseAll()
        // Only now: whatever failed so far is found in the log by its id, and is no repetition.
        for item in items {
            tally.repeated += item.isRepeated ? 1 : 0
            if item.isHeld {
                tally.held += item.proposals.isEmpty ? 0 : 1
            } else if !item.proposals.isEmpty {
                tally.taken += 1
            }
            written.formUnion(item.proposals.map(\.id))
        }
        return items
    }

    /// Writes the rows of a table or of lines of events, piece by piece; ids make a second attempt harmless.
    func writeRows(_ item: SpoolItem) throws -> SpoolItem {
        // Lines may found subjects for each other, and so go in together or not at all.
        let isTable = item.rows.allSatisfy { if case .new = $0.target { true } else { false } }
        let step = isTable ? SpoolIntake.rowLimit : item.rows.count
        for start in stride(from: 0, to: item.rows.count, by: max(step, 1)) {
            let piece = Array(item.rows[start..<min(start + step, item.rows.count)])
            do {
                _ = try store.append(piece, moment: .now())
            } catch {
                guard SpoolIntake.isRefusal(error) else { throw error }
                var held = item
                try holdRefused(&held, error)
                return try write([held])[0]
            }
            tally.rows += piece.count
        }
        tally.taken += 1
        try catchUp()
        try releaseAll()
        var item = item
        item.rows = []
        return item
    }

    private static func isRefusal(_ fault: any Error) -> Bool {
        switch fault as? LogFault {
        case .refused, .body, .moved, .payloadMismatch: true
        default: false
        }
    }

    /// Which file an append was refused for; nil where none is to blame.
    private static func blamed(_ fault: any Error, _ items: [SpoolItem]) -> Int? {
        switch fault as? LogFault {
        case .refused(_, let position):
            var count = 0
            for (place, item) in items.enumerated() {
                count += item.proposals.count
                if position < count, !item.isRefused { return place }
            }
            return nil
        // It says nothing of which entry it was: the largest is tried without.
        case .body, .moved, .payloadMismatch:
            return items.indices.filter { !items[$0].isRefused && !items[$0].proposals.isEmpty }
                .max { items[$0].byteCount < items[$1].byteCount }
        default: return nil
        }
    }

    private func holdRefused(_ item: inout SpoolItem, _ fault: any Error) throws {
        guard let hash = item.hash,
            let contents = try? item.partner.new.read(item.name, limitBytes: MessageGate.defaultLimitBytes),
            SpoolDigest.of(contents.bytes) == hash
        else { throw fault }
        let names = SpoolDigest.Names(partner: item.partner.name, content: hash)
        hold(&item, contents.bytes, names, .other, SpoolIntake.code(fault), nil)
        item.isRefused = true
    }

    /// Why the log refused it, without a language.
    private static func code(_ fault: any Error) -> String {
        switch fault as? LogFault {
        case .refused(let refusal, _): String("\(refusal)".prefix(200))
        case .body(let fault): String("\(fault)".prefix(200))
        default: "refused"
        }
    }

    // MARK: What others wrote, and what waited for it

    private var arrived: [UInt64] = []

    /// Reads what came into the log since it was read last, and sees to it that the index can be asked for it.
    func catchUp() throws {
        if !store.isIndexCurrent { try store.updateIndex() }
        while true {
            let entries = try store.entries(from: seen, limit: 1_000)
            let size = try store.size()
            for entry in entries {
                arrived += MessageRegister.keys(entry)
                switch entry.event {
                case .intake(.held(let held)): waiting.add(entry.subject, held)
                case .intake: waiting.remove(entry.subject)
                default: break
                }
            }
            seen = min(seen + 1_000, size)
            if seen >= size { return }
        }
    }

    /// The same, and files what waited for something that came.
    func catchUpAndRelease() throws {
        try catchUp()
        try releaseAll()
    }

    /// Files held messages whose reference has come, until none is left.
    private func releaseAll() throws {
        if arrived.isEmpty, !isFirstRelease { return }
        while isFirstRelease || !arrived.isEmpty {
            let candidates = isFirstRelease ? waiting.all : waiting.waiting(for: arrived)
            isFirstRelease = false
            arrived = []
            for name in candidates { try release(name, note: "the message came that it speaks of") }
        }
    }

    private var isFirstRelease = true

    /// Takes a held message in after all, in the name of the program; false where its reason still holds.
    @discardableResult
    func release(_ name: SubjectName, note: String) throws -> Bool {
        guard case .held(let message)? = try store.history(of: name).subject, message.outcome == nil,
            let partner = partners[message.held.partner], let bytes = try bytes(of: message.held)
        else { return false }
        let hash = SpoolDigest.of(bytes)
        let names = SpoolDigest.Names(partner: message.held.partner, content: hash)
        var proposals: [Proposal]
        switch try parser.read(bytes, for: partner) {
        case .items(let items, _):
            guard !areOfOtherRealm(items) else { return false }
            proposals = rows(items, partner)
        case .message(let message):
            guard
                case .entries(let entries) = try judge.judge(
                    message, bytes: bytes, raw: hash, from: partner, register, names)
            else { return false }
            proposals = entries
        case .refused: return false
        }
        // A new thread has no name yet: it begins first, and the release that names it follows.
        let saved = try isNew(proposals) ? store.append(proposals, moment: .now()) : []
        let to = saved.first?.subject ?? proposals.first.flatMap(SpoolIntake.subject)
        let released = Proposal(
            .existing(name), .intake(.released(HeldReleased(to: to?.area == .alerts ? to : nil, note: note))),
            id: names.released, actor: MessageJudge.actor)
        proposals = saved.isEmpty ? proposals + [released] : [released]
        do {
            _ = try store.append(proposals, moment: .now())
        } catch {
            guard SpoolIntake.isRefusal(error) else { throw error }
            return false
        }
        tally.released += 1
        try catchUp()
        return true
    }

    private func isNew(_ proposals: [Proposal]) -> Bool {
        proposals.contains { if case .new = $0.target { true } else { false } }
    }

    private static func subject(_ proposal: Proposal) -> SubjectName? {
        if case .existing(let name) = proposal.target { name } else { nil }
    }

    /// The bytes of a held message, where they are kept and have not been erased.
    func bytes(of held: MessageHeld) throws -> [UInt8]? {
        guard let payload = held.payloads.first.flatMap({ Digest(hex: $0) }) else { return nil }
        return try store.payload(payload)
    }
}

extension SpoolPartner {
    var facts: PartnerFacts { PartnerFacts(name: name, settings: settings) }
}
