import EventLog
import Exchange
import Model
import Settings

/// Decides about files one by one, and writes what was decided in appends of many.
///
/// Ids come from the bytes: what an append before a crash has written is found, never doubled.
final class SpoolIntake {
    let store: LogStore
    private let register: MessageRegister
    private(set) var waiting = WaitingMessages()
    private let parser = SpoolParser()
    private let judge: MessageJudge
    private let partners: [String: PartnerFacts]
    /// How far the log was read for what others wrote.
    private var seen: Int64 = 0
    /// What this run wrote, to tell a repetition from what a run before it left behind.
    private var written: Set<EventID> = []
    /// What was done, for the status.
    private(set) var tally = Tally()

    struct Tally: Equatable {
        var taken = 0
        var held = 0
        var repeated = 0
        var rows = 0
        var released = 0
    }

    /// What a look at a file came to.
    enum Look {
        case item(SpoolItem)
        /// It is to be looked at again later.
        case later
        case gone
    }

    /// How many rows go into one append.
    static let rowLimit = 500

    init(_ store: LogStore, partners: [PartnerFacts]) throws {
        self.store = store
        self.partners = Dictionary(partners.map { ($0.name, $0) }) { first, _ in first }
        judge = MessageJudge(isExerciseLog: store.identity.isExercise) { name in
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

    // MARK: Looking

    /// Reads a file and decides, without writing anything.
    func look(_ name: FileName, of partner: SpoolPartner) throws -> Look {
        guard let stamp = partner.new.stamp(of: name), let arrival = partner.new.arrival(of: name) else { return .gone }
        let contents: SafeFile.Contents
        do throws(SafeFile.Fault) {
            contents = try partner.new.read(name, limitBytes: MessageGate.defaultLimitBytes)
        } catch {
            if error == .notThere { return .gone }
            if error == .changedWhileRead, partner.isTriedAgain(name) { return .later }
            return .item(try unreadable(name, stamp, partner, error))
        }
        let hash = SpoolDigest.of(contents.bytes)
        let names = SpoolDigest.Names(partner: partner.name, content: hash)
        var item = SpoolItem(partner: partner, name: name, stamp: stamp, hash: hash, isHeld: false)
        item.byteCount = contents.bytes.count
        item.keys = [MessageRegister.hash(hash.hex)]
        if let known = try store.find(names.main), let entry = try store.entry(known) {
            try noteRepetition(&item, of: entry, names, arrival)
            return .item(item)
        }
        if let known = try store.find(names.held), let entry = try store.entry(known) {
            item.isHeld = try isOpen(entry.subject)
            tally.repeated += 1
            return .item(item)
        }
        try decide(&item, contents.bytes, names, partner.facts)
        return .item(item)
    }

    private func isOpen(_ name: SubjectName) throws -> Bool {
        guard case .held(let message)? = try store.history(of: name).subject else { return false }
        return message.outcome == nil
    }

    /// The bytes are in the log. Either a run before this one ended between writing and moving, or they came a second time.
    private func noteRepetition(
        _ item: inout SpoolItem, of entry: Entry, _ names: SpoolDigest.Names, _ arrival: Instant
    ) throws {
        let isLeftOver = arrival <= entry.recorded && !written.contains(names.main)
        guard !isLeftOver, entry.subject.area == .alerts else { return }
        tally.repeated += 1
        guard try store.find(names.again) == nil, let hash = item.hash else { return }
        let repeated = MessageRepeated(
            partner: item.partner.name, file: SpoolItem.legible(item.name), raw: hash.hex)
        item.proposals = [
            Proposal(
                .existing(entry.subject), .alert(.repeated(repeated)), id: names.again, actor: MessageJudge.actor)
        ]
    }

    private func unreadable(
        _ name: FileName, _ stamp: FileStamp, _ partner: SpoolPartner, _ fault: SafeFile.Fault
    ) throws -> SpoolItem {
        guard let reason = fault.holdReason else { throw SpoolFolder.Fault.folder(fault, path: partner.path) }
        let names = SpoolDigest.Names(partner: partner.name, unread: name.bytes, stamp: "\(stamp)")
        var item = SpoolItem(partner: partner, name: name, stamp: stamp, hash: nil, isHeld: true)
        guard try store.find(names.held) == nil else { return item }
        let held = MessageHeld(
            partner: partner.name, file: SpoolItem.legible(name), reason: reason, detail: fault.code)
        item.proposals = [
            Proposal(.new(.intake), .intake(.held(held)), id: names.held, actor: MessageJudge.actor)
        ]
        return item
    }

    private func decide(
        _ item: inout SpoolItem, _ bytes: [UInt8], _ names: SpoolDigest.Names, _ partner: PartnerFacts
    ) throws {
        switch try parser.read(bytes, for: partner) {
        case .refused(let refusal): hold(&item, bytes, names, refusal.holdReason, refusal.place, nil)
        case .items(let items, _): item.rows = rows(items, partner)
        case .message(let message):
            item.keys.formUnion(message.registerKeys)
            guard let hash = item.hash else { return }
            switch try judge.judge(message, bytes: bytes, raw: hash, from: partner, register, names) {
            case .entries(let proposals): item.proposals = proposals
            case .repeated: tally.repeated += 1
            case .hold(let reason, let detail): hold(&item, bytes, names, reason, detail, message)
            }
        }
    }

    private func hold(
        _ item: inout SpoolItem, _ bytes: [UInt8], _ names: SpoolDigest.Names, _ reason: HoldReason,
        _ detail: String?, _ message: IncomingMessage?
    ) {
        let payload = Payload(data: bytes)
        var references = message.map { $0.references.map(MessageDraft.reference) } ?? []
        if let ours = message?.ourNumber { references.append(ours) }
        let held = MessageHeld(
            partner: item.partner.name, file: SpoolItem.legible(item.name), reason: reason,
            detail: detail.map { SpoolItem.legible(String($0.prefix(300))) }, raw: item.hash?.hex,
            bytes: Int64(bytes.count),
            identity: message.map(MessageDraft.identity).flatMap {
                $0.utf8.count <= MessageDraft.identityLimit ? $0 : nil
            },
            refersTo: references.filter { $0.utf8.count <= MessageDraft.identityLimit }.prefix(40).map { $0 },
            payloads: [payload.hash.hex])
        item.isHeld = true
        item.rows = []
        item.proposals = [
            Proposal(
                .new(.intake), .intake(.held(held)), id: names.held, actor: MessageJudge.actor, payloads: [payload])
        ]
    }

    /// Rows become records, and alerts where the partner's settings say so.
    private func rows(_ items: [ImportItem], _ partner: PartnerFacts) -> [Proposal] {
        var batch = ImportBatch()
        for item in items {
            _ = batch.add(item, actor: MessageJudge.actor)
            if partner.settings.raisesAlerts,
                let alert = SeizureTable.raised(from: item, digest: { SpoolDigest.of($0) })
            {
                _ = batch.add(alert, actor: MessageJudge.actor)
            }
        }
        return batch.proposals
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
        for item in items {
            if item.isHeld {
                tally.held += item.proposals.isEmpty ? 0 : 1
            } else if !item.proposals.isEmpty {
                tally.taken += 1
            }
            written.formUnion(item.proposals.map(\.id))
        }
        try catchUp()
        try releaseAll()
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
        case .items(let items, _): proposals = rows(items, partner)
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

extension IncomingMessage {
    /// Under which names it will be found, and for which it asks.
    fileprivate var registerKeys: Set<UInt64> {
        var names = [number, MessageRegister.name(sender: sender, number: number)]
        if let ourNumber { names.append(ourNumber) }
        for reference in references {
            names.append(reference.number)
            if let sender = reference.sender {
                names.append(MessageRegister.name(sender: sender, number: reference.number))
            }
        }
        return Set(names.map(MessageRegister.hash))
    }
}
