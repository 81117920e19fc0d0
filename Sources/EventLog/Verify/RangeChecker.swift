import Model

/// What the entries of one log must say, and how much of it is checked.
struct EntryRules: Sendable {
    let origin: [UInt8]
    let desk: [UInt8]
    let key: VerifierKey
    let checksSignatures: Bool
    let authority: Authority

    init(identity: LogIdentity, key: VerifierKey, authority: Authority, checksSignatures: Bool) {
        self.authority = authority
        origin = Array(identity.origin.utf8)
        desk = Array(identity.desk.utf8)
        self.key = key
        self.checksSignatures = checksSignatures
    }
}

/// What came of one range: findings, ids, and its part of the tree.
struct RangeResult: Sendable {
    let range: Range<Int64>
    var findings: [VerifyFinding] = []
    /// The ids as the signed lines say them.
    var ids: [NumberedID] = []
    /// The leaf hashes; given up once `subtree` says enough.
    var leaves: [Digest] = []
    /// The hash over the whole range where it is one perfect subtree.
    var subtree: Digest?
}

struct NumberedID: Sendable, Comparable {
    let id: IDWords
    let index: Int64

    static func < (a: NumberedID, b: NumberedID) -> Bool { a.id != b.id ? a.id < b.id : a.index < b.index }
}

/// Checks entries one range at a time: bytes, line, number, origin, link to the next one, and the signature.
final class RangeChecker {
    private let rules: EntryRules
    private let reader: any RecordReader
    private let signature: EntrySignature

    /// The entry before the one in hand, for the link between them.
    private struct Last {
        var index: Int64
        /// Nil when it is missing; any leaf that the next entry names is then taken for it.
        var leaf: Digest?
        /// What the bytes hash to, where that is not the leaf.
        var computed: Digest?
        var recorded: Int64?
    }

    init(rules: EntryRules, source: any RecordSource) throws {
        self.rules = rules
        reader = try source.reader()
        signature = EntrySignature(
            desk: rules.key, custodians: rules.authority.custodians, officers: rules.authority.keys)
    }

    /// Checks `range` and the link from its last entry to the one behind it.
    ///
    /// - Parameter linksFromBefore: also check the link from the entry before the range to its first one.
    func check(_ range: Range<Int64>, total: Int64, linksFromBefore: Bool) -> RangeResult {
        var result = RangeResult(range: range)
        result.leaves.reserveCapacity(range.count)
        result.ids.reserveCapacity(range.count)
        var last: Last?
        var expected = range.lowerBound - (linksFromBefore ? 1 : 0)
        let end = min(range.upperBound + 1, total)
        let unreadable = reader.read(expected..<end) { record in
            guard record.index >= expected else { return }
            while expected < record.index {
                self.pass(expected, &last, &result)
                expected += 1
            }
            self.take(record, &last, &result)
            expected += 1
        }
        while expected < end {
            pass(expected, &last, &result)
            expected += 1
        }
        for index in unreadable where range.contains(index) {
            result.findings.removeAll { $0.index == index && $0.fault == .missing }
            result.findings.append(VerifyFinding(index: index, fault: .unreadable))
        }
        return result
    }

    /// Steps over an entry that is not there.
    private func pass(_ index: Int64, _ last: inout Last?, _ result: inout RangeResult) {
        last = Last(index: index, leaf: nil, computed: nil, recorded: nil)
        guard result.range.contains(index) else { return }
        result.findings.append(VerifyFinding(index: index, fault: .missing))
        result.leaves.append(.zero)
    }

    private func take(_ record: Record, _ last: inout Last?, _ result: inout RangeResult) {
        let isInside = result.range.contains(record.index)
        let computed = Hashing.leaf(buffer: record.bytes)
        let isSound = computed == record.leaf
        let leaf = record.leaf ?? computed
        let line = EntryLine(record.bytes)
        var now = Last(index: record.index, leaf: leaf, computed: isSound ? nil : computed, recorded: line?.recorded)
        if isSound, let line { link(last, to: line, at: record.index, &result) }
        defer { last = now }
        guard isInside else { return }
        result.leaves.append(leaf)
        guard isSound else {
            now.recorded = nil
            result.findings.append(VerifyFinding(index: record.index, fault: .bytesDamaged))
            return
        }
        guard let line else {
            result.findings.append(VerifyFinding(index: record.index, fault: .noteMalformed))
            return
        }
        result.ids.append(NumberedID(id: line.id, index: record.index))
        for fault in faults(of: record, line) {
            result.findings.append(VerifyFinding(index: record.index, fault: fault))
        }
    }

    /// What a sound entry says that it may not say.
    private func faults(of record: Record, _ line: EntryLine) -> [VerifyFinding.Fault] {
        var faults: [VerifyFinding.Fault] = []
        if line.index != record.index { faults.append(.numberDiffers) }
        if !record.bytes[line.origin].elementsEqual(rules.origin) || !record.bytes[line.desk].elementsEqual(rules.desk)
        {
            faults.append(.originDiffers)
        }
        if let id = record.id, id != line.id { faults.append(.idDiffers) }
        if record.index == 0, line.previous != .zero { faults.append(.chainBroken) }
        do throws(EntrySignature.Flaw) {
            let signer = try signature.signer(
                of: record.bytes, lineLength: line.length, isFounding: record.index == 0,
                checksSignature: rules.checksSignatures)
            if let refusal = refusal(of: record, line, signer) { faults.append(.authority(refusal)) }
        } catch {
            faults.append(error == .malformed ? .noteMalformed : .notSigned)
        }
        return faults
    }

    /// Whether the one who signed might write this, by what the log says up to here.
    private func refusal(of record: Record, _ line: EntryLine, _ signer: Signer) -> Refusal? {
        let authority = rules.authority
        guard authority.isGoverned else {
            return signer == .desk && line.role == nil ? nil : .officersHaveNoKeys
        }
        guard record.index > 0, !authority.judged.contains(record.index) else { return nil }
        if signer == .desk, line.role == nil, line.area.isNews, Permission.desk.contains(text(line.kind, record)) {
            let roll = authority.roll(before: record.index)
            return roll.officers[text(line.actor, record)].map { .signatureMissing(of: $0.id) }
        }
        guard let entry = StoredEntry(index: record.index, bytes: Array(record.bytes), leaf: .zero).entry else {
            return nil
        }
        return authority.roll(before: record.index).refusal(
            AuthorityQuestion(
                event: entry.event, subject: entry.subject, index: entry.index, actor: entry.actor, role: entry.role,
                signer: signer, now: authority.learnt(entry.recorded, at: entry.index), fourEyes: FourEyes(),
                leaf: { _ in nil }))
    }

    private func text(_ range: Range<Int>, _ record: Record) -> String {
        String(decoding: record.bytes[range], as: UTF8.self)
    }

    /// Checks that `line` names the entry before it.
    ///
    /// Where that one is damaged or missing, the hash that this signed line names stands for it in the tree, so that
    /// one bad entry does not hide whether the rest still has the signed root.
    private func link(_ last: Last?, to line: EntryLine, at index: Int64, _ result: inout RangeResult) {
        guard let last, last.index == index - 1 else { return }
        let belongs =
            result.range.contains(last.index) || result.range.contains(index) && index == result.range.lowerBound
        guard belongs else { return }
        let position = Int(last.index - result.range.lowerBound)
        let stands = last.leaf == nil || line.previous == last.leaf || line.previous == last.computed
        if last.leaf == nil || last.computed != nil, stands, result.leaves.indices.contains(position) {
            result.leaves[position] = line.previous
        }
        if !stands { result.findings.append(VerifyFinding(index: index, fault: .chainBroken)) }
        if let before = last.recorded, line.recorded < before {
            result.findings.append(VerifyFinding(index: index, fault: .recordedFell))
        }
    }
}
