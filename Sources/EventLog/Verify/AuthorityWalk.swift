import CSystem
import Model

/// Who might sign what at every place of a log, folded from its own entries before they are checked one by one.
///
/// What a log says about officers, rules and acts of two persons depends on what stands before it; so this is read in
/// order, once, while everything else is checked on several threads.
struct Authority: Sendable {
    /// What held from behind an entry on.
    private struct Stage: Sendable {
        let after: Int64
        let roll: Roll
        let clock: BoardClock
    }

    private struct Withdrawal {
        let index: Int64
        let target: Int64
        let actor: String
        let subject: SubjectName
    }

    /// The first stands for the founding entry.
    private var stages: [Stage]
    /// Every key that the log ever names for an officer.
    private(set) var keys: [VerifierKey]
    private(set) var findings: [VerifyFinding] = []
    /// Entries that were judged here, and are not judged again.
    private(set) var judged: Set<Int64> = []

    private var fold: AuthorityFold
    private var clock = BoardClock()
    private var withdrawals: [Withdrawal] = []
    private let desk: VerifierKey

    init(founding: Founding) {
        desk = founding.key
        fold = AuthorityFold(identity: founding.identity)
        if let entry = founding.entry { fold.found(entry) }
        stages = [Stage(after: 0, roll: fold.roll, clock: clock)]
        keys = fold.roll.custodians.compactMap { try? VerifierKey($0.enrolled.key) }
        if let refusal = founding.refusal { find(0, refusal) }
    }

    var isGoverned: Bool { fold.roll.isGoverned }

    /// The keys of the custodians, in the order of their signatures below the founding entry.
    var custodians: [VerifierKey] { fold.roll.custodians.compactMap { try? VerifierKey($0.enrolled.key) } }

    /// What held when the entry at `index` was written.
    func roll(before index: Int64) -> Roll { stage(before: index).roll }

    /// What the board's clock showed then.
    func learnt(_ recorded: Instant, at index: Int64) -> Instant { stage(before: index).clock.time(at: recorded) }

    private func stage(before index: Int64) -> Stage {
        stages[max(0, stages.partitioningIndex { $0.after >= index } - 1)]
    }

    /// Reads what matters of all entries; false when it was stopped.
    mutating func walk(_ reader: any RecordReader, total: Int64, goesOn: () -> Bool) -> Bool {
        guard isGoverned else { return true }
        var next: Int64 = 1
        while next < total {
            guard goesOn() else { return false }
            let end = min(total, next + 4_096)
            _ = reader.read(next..<end) { record in
                if let demand = fold.demand, demand.index + 1 < record.index { fold.passUnreadable() }
                if fold.demand != nil || concernsAuthority(record.bytes) { take(record) }
            }
            judgeWithdrawals(reader)
            next = end
        }
        if let demand = fold.demand, demand.index == total - 1 { owe(demand) }
        return true
    }

    private mutating func find(_ index: Int64, _ refusal: Refusal) {
        findings.append(VerifyFinding(index: index, fault: .authority(refusal)))
    }

    private mutating func owe(_ demand: AuthorityFold.Demand) {
        find(demand.index, .signatureMissing(of: "countersignature"))
    }

    private mutating func take(_ record: Record) {
        let bytes = Array(record.bytes)
        let stored = StoredEntry(index: record.index, bytes: bytes, leaf: record.leaf ?? .zero)
        guard stored.isSound, var entry = stored.entry, entry.index == record.index else {
            return fold.passUnreadable()
        }
        let before = clock
        if fold.identity.isExercise, entry.subject.area == .exercises, case .exercise(let event) = entry.event {
            clock.follow(event, recorded: entry.recorded)
        }
        entry.learnt = clock.time(at: entry.recorded)
        if let demand = fold.demand, !demand.isMet(by: entry) { owe(demand) }
        // Whose signature it claims to be; whether it is, is checked with all others.
        guard let signer = stored.signer(desk: desk, roll: fold.roll, checksSignature: false) else {
            return fold.passUnreadable()
        }
        judged.insert(entry.index)
        if let refusal = fold.take(entry, leaf: stored.leaf, signer: signer) {
            clock = before
            return find(entry.index, refusal)
        }
        if case .logKeeping(.withdrawn(let body)) = entry.event {
            withdrawals.append(
                Withdrawal(index: entry.index, target: body.index, actor: entry.actor, subject: entry.subject))
        }
        guard entry.event.changesAuthority, fold.roll != stages[stages.count - 1].roll || clock != before else {
            return
        }
        stages.append(Stage(after: entry.index, roll: fold.roll, clock: clock))
        let known = Set(keys.map(\.text))
        let texts = fold.roll.officers.values.flatMap(\.keys).map(\.text)
        keys += texts.filter { !known.contains($0) }.compactMap { try? VerifierKey($0) }
    }

    /// Only the author takes an entry back, and on its own subject.
    private mutating func judgeWithdrawals(_ reader: any RecordReader) {
        for withdrawal in withdrawals {
            var target: Entry?
            _ = reader.read(withdrawal.target..<withdrawal.target + 1) { record in
                target = StoredEntry(index: record.index, bytes: Array(record.bytes), leaf: .zero).entry
            }
            if withdrawal.target >= withdrawal.index {
                find(withdrawal.index, .notOfThisSubject(withdrawal.target))
            } else if let target, target.subject != withdrawal.subject {
                find(withdrawal.index, .notOfThisSubject(withdrawal.target))
            } else if let target, target.actor != withdrawal.actor {
                find(withdrawal.index, .notTheAuthor(withdrawal.target, author: target.actor))
            }
        }
        withdrawals = []
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
            if Authority.kinds.contains(kind) || fold.roll.rules.actions[kind] != nil { return true }
        }
    }

    private static let mark = Array(",\"kind\":\"".utf8)

    private static let kinds: Set<String> = Set(
        OfficerEvent.kinds.map(\.name) + RulesEvent.kinds.map(\.name) + FourEyesEvent.kinds.map(\.name)
            + ExerciseEvent.kinds.map(\.name) + [EntryWithdrawn.kind])
}

extension AuthorityFold.Demand {
    /// Behind what owes a second signature stands the entry that asks for it, by the same hand.
    func isMet(by entry: Entry) -> Bool {
        guard case .fourEyes(.countersignatureAsked(let asked)) = entry.event else { return false }
        return asked == self.asked && entry.subject == self.entry.subject && entry.actor == self.entry.actor
            && entry.role == self.entry.role && entry.index == index + 1
    }
}
