import CSystem
import Model

/// Who might sign what at every place of a log, folded from its own entries before they are checked one by one.
///
/// What a log says about officers, rules and acts of two persons depends on what stands before it; so this is read in
/// order, once, while everything else is checked on several threads.
struct Authority: Sendable {
    /// The roll behind the entry that changed it, in order of entries; the first stands for the founding entry.
    private(set) var rolls: [(after: Int64, roll: Roll)] = []
    /// Every key that the log ever names for an officer.
    private(set) var keys: [VerifierKey] = []
    private(set) var findings: [VerifyFinding] = []
    /// Entries that were judged here, in order, and are not judged again.
    private(set) var judged: Set<Int64> = []

    private var clock = BoardClock()
    private var waiting: [SubjectName: FourEyes] = [:]
    private var leaves: [Int64: Digest] = [:]
    /// An entry that owes a second signature, which the next one must ask for.
    private var demand: (index: Int64, asked: CountersignatureAsked)?
    private let identity: LogIdentity

    init(founding: Founding) {
        identity = founding.identity
        var roll = Roll()
        if let entry = founding.entry { roll.apply(entry) }
        rolls = [(0, roll)]
        keys = custodians
    }

    var isGoverned: Bool { rolls[0].roll.isGoverned }

    /// The keys of the custodians, in the order of their signatures below the founding entry.
    var custodians: [VerifierKey] { rolls[0].roll.custodians.compactMap { try? VerifierKey($0.enrolled.key) } }

    /// What held when the entry at `index` was written.
    func roll(before index: Int64) -> Roll {
        let place = rolls.partitioningIndex { $0.after >= index }
        return rolls[max(0, place - 1)].roll
    }

    /// The roll as the log ends.
    private var last: Roll { rolls[rolls.count - 1].roll }

    /// Reads what matters of all entries; false when it was stopped.
    mutating func walk(_ reader: any RecordReader, total: Int64, goesOn: () -> Bool) -> Bool {
        guard isGoverned else { return true }
        var next: Int64 = 1
        while next < total {
            guard goesOn() else { return false }
            let end = min(total, next + 4_096)
            _ = reader.read(next..<end) { record in
                if demand != nil || concernsAuthority(record.bytes) { take(record) }
            }
            next = end
        }
        if let demand { find(demand.index, .signatureMissing(of: "countersignature")) }
        return true
    }

    private mutating func find(_ index: Int64, _ refusal: Refusal) {
        findings.append(VerifyFinding(index: index, fault: .authority(refusal)))
    }

    private mutating func take(_ record: Record) {
        let bytes = Array(record.bytes)
        let stored = StoredEntry(index: record.index, bytes: bytes, leaf: record.leaf ?? .zero)
        guard stored.isSound, var entry = stored.entry, entry.index == record.index else { return }
        if entry.subject.area == .exercises, case .exercise(let event) = entry.event {
            clock.follow(event, recorded: entry.recorded)
        }
        entry.learnt = clock.time(at: entry.recorded)
        judged.insert(entry.index)
        leaves[entry.index] = stored.leaf
        meetDemand(entry)
        let signer = SignedNote(bytes)?.signatures.first.map { signature -> Signer in
            let key = keys.first { $0.name == signature.name && $0.hash == signature.keyHash }
            return key.map { .officer(key: $0.text) } ?? .desk
        }
        let fourEyes = waiting[entry.subject] ?? FourEyes()
        let refusal =
            entry.event.keyRefusal(in: identity)
            ?? last.refusal(
                AuthorityQuestion(
                    event: entry.event, subject: entry.subject, index: entry.index, actor: entry.actor,
                    role: entry.role, signer: signer ?? .desk, now: entry.learnt, fourEyes: fourEyes,
                    leaf: { [leaves] in leaves[$0] }))
            ?? shape(of: entry, fourEyes)
        if let refusal {
            find(entry.index, refusal)
            return
        }
        fold(entry)
    }

    /// What no role allows: a proposal that waits twice, a withdrawal of what two persons decided.
    private func shape(of entry: Entry, _ fourEyes: FourEyes) -> Refusal? {
        guard case .logKeeping(.withdrawn(let withdrawal)) = entry.event, leaves[withdrawal.index] != nil,
            fourEyes.pending(withdrawal.index) == nil, decided.contains(withdrawal.index)
        else { return nil }
        return .twoPersonsDecided(withdrawal.index)
    }

    private var decided: Set<Int64> = []

    private mutating func fold(_ entry: Entry) {
        switch entry.event {
        case .fourEyes(let event):
            decided.insert(entry.index)
            _ = waiting[entry.subject, default: FourEyes()].apply(event, entry)
        case .officer, .rules: decided.insert(entry.index)
        case .logKeeping(.withdrawn(let withdrawal)):
            if decided.contains(withdrawal.index) { decided.insert(entry.index) }
            waiting[entry.subject]?.withdraw(withdrawal.index)
        default: break
        }
        var roll = last
        roll.apply(entry)
        if roll != last {
            rolls.append((entry.index, roll))
            let texts = roll.officers.values.flatMap(\.keys).map(\.text)
            keys = custodians + texts.compactMap { try? VerifierKey($0) }
        }
        demand = roll.demand(after: entry).map { (entry.index, $0) }
    }

    /// Behind what owes a second signature stands the entry that asks for it.
    private mutating func meetDemand(_ entry: Entry) {
        guard let demand else { return }
        self.demand = nil
        guard case .fourEyes(.countersignatureAsked(let asked)) = entry.event, asked == demand.asked else {
            find(demand.index, .signatureMissing(of: "countersignature"))
            return
        }
    }

    /// Whether an entry's kind is one that changes who may do what, or that needs two persons.
    private func concernsAuthority(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        let mark = Authority.mark
        while true {
            let buffer = UnsafeRawBufferPointer(rebasing: rest)
            let found = caricc_find(buffer.baseAddress, Int64(buffer.count), mark, Int64(mark.count))
            guard found >= 0 else { return false }
            rest = rest[(rest.startIndex + Int(found) + mark.count)...]
            // A body may have a member of this name, too; it is read as the kind only where it is one.
            guard let end = rest.prefix(40).firstIndex(of: UInt8(ascii: "\"")) else { continue }
            let kind = String(decoding: rest[..<end], as: UTF8.self)
            if Authority.kinds.contains(kind) || last.rules.actions[kind] != nil { return true }
        }
    }

    private static let mark = Array(",\"kind\":\"".utf8)

    private static let kinds: Set<String> = Set(
        OfficerEvent.kinds.map(\.name) + RulesEvent.kinds.map(\.name) + FourEyesEvent.kinds.map(\.name)
            + ExerciseEvent.kinds.map(\.name) + [EntryWithdrawn.kind])
}
