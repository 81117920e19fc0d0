import CSystem
import Glibc
import Model

/// Checks a log, or an export of one, without changing it and without believing it.
package enum Verifier {
    package enum Mode: Sendable {
        case full
        /// Only what came after the point that this machine verified before; everything where there is no such point,
        /// or where words from outside are to be compared.
        case sinceLastVerified
    }

    /// What is asked of a verification.
    struct Request: Sendable {
        var mode = Mode.full
        var known: [OutsideWord] = []
        var witnesses: [WitnessKey] = []
        var deskKey: VerifierKey?
        var signatures = true
        var workers = 2
        var progress: @Sendable (Progress) -> Bool = { _ in true }

        /// Who might sign what; nil when the work was stopped.
        func authority(_ founding: Founding, _ source: some RecordSource, total: Int64) -> Authority? {
            var authority = Authority(founding: founding)
            guard authority.isGoverned, let reader = try? source.reader() else { return authority }
            let isDone = authority.walk(reader, total: total) { progress(Progress(done: 0, total: total)) }
            return isDone ? authority : nil
        }
    }

    /// Verifies the log or the export in the folder `path`; needs no permission to write.
    ///
    /// A log may be in use meanwhile: what was there at the beginning is checked. When all of it holds, the point is
    /// kept in `LogFolder.lastVerified`, where that can be written.
    ///
    /// - Parameters:
    ///   - known: what is kept outside; without it nobody can tell a log that was rewritten with its own key.
    ///   - witnesses: keys whose cosignatures count as words from outside.
    ///   - deskKey: the desk's key from the founding sheet, to be compared with the founding entry.
    ///   - signatures: also check every entry's signature, which takes most of the time.
    ///   - progress: called by the threads that work, one at a time; returning false stops the work.
    /// - Returns: nil when it was stopped.
    package static func verify(
        path: String, mode: Mode = .full, known: [OutsideWord] = [], witnesses: [WitnessKey] = [],
        deskKey: VerifierKey? = nil, signatures: Bool = true, workers: Int = 2,
        progress: @escaping @Sendable (Progress) -> Bool = { _ in true }
    ) -> VerifyReport? {
        let start = caricc_boot_milliseconds()
        let request = Request(
            mode: mode, known: known, witnesses: witnesses, deskKey: deskKey, signatures: signatures, workers: workers,
            progress: progress)
        var report: VerifyReport?
        if isFile(path + "/log.sqlite") {
            report = LogVerification(path: path, request: request).run()
        } else if isFile(path + "/checkpoint") {
            report = ExportVerification(path: path, request: request).run()
        } else {
            report = .notALog("no log.sqlite and no checkpoint")
        }
        report?.milliseconds = caricc_boot_milliseconds() - start
        return report
    }

    private static func isFile(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }
}

/// The founding entry and what follows from it: whose log this is, and who may sign.
struct Founding {
    let identity: LogIdentity
    let key: VerifierKey
    /// Nil where entry 0 is damaged and the rest is checked against what the log says of itself.
    private(set) var entry: Entry?
    var findings: [VerifyFinding] = []

    /// Nil when entry 0 does not name a log and its key.
    init?(entry bytes: [UInt8]) {
        guard let entry = StoredEntry(index: 0, bytes: bytes, leaf: .zero).entry,
            case .logKeeping(.founded(let founded)) = entry.event,
            let identity = LogIdentity(origin: entry.origin), let key = try? VerifierKey(founded.deskKey)
        else { return nil }
        self.init(identity: identity, key: key)
        self.entry = entry
        let agrees =
            founded.centre == identity.centre && founded.desk == identity.desk
            && founded.isExercise == identity.isExercise && key.name == identity.origin
        if !agrees { findings.append(VerifyFinding(index: 0, fault: .meta("founding"))) }
    }

    init(identity: LogIdentity, key: VerifierKey) {
        self.identity = identity
        self.key = key
    }

    /// Why these custodians could not have founded a log: they are two persons, who can both appoint others.
    var refusal: Refusal? {
        guard let entry, case .logKeeping(.founded(let founded)) = entry.event else { return nil }
        return LogStore.refusal(ofCustodians: founded.custodians.map(\.enrolled), identity)
    }
}

/// Compares roots that somebody signed or remembers with the roots that were computed.
struct RootCheck {
    let founding: Founding
    let witnesses: [WitnessKey]
    let total: Int64
    /// Officers of this log as cosigners: their lines are checked, and are no word from outside.
    var officers: [WitnessKey] = []
    private(set) var findings: [VerifyFinding] = []
    private(set) var unusable: [OutsideWord] = []
    /// Sizes that a signature or an outside word confirms.
    private(set) var confirmed: [Int64] = []
    private(set) var witnessedTo: Int64?
    /// Sizes of outside notes that the desk itself signed.
    private(set) var signedOutside: Set<Int64> = []
    /// Entries with findings of their own, in order.
    private var faulty: [Int64] = []
    private var claims: [(size: Int64, root: Digest, fault: VerifyFinding.Fault, isOutside: Bool)] = []

    init(founding: Founding, witnesses: [WitnessKey], total: Int64) {
        self.founding = founding
        self.witnesses = witnesses
        self.total = total
    }

    /// The sizes whose roots `conclude` needs.
    var sizes: [Int64] { claims.map(\.size).filter { $0 > 0 && $0 <= total } }

    mutating func claim(size: Int64, root: Digest, fault: VerifyFinding.Fault, isOutside: Bool = false) {
        claims.append((size, root, fault, isOutside))
    }

    mutating func find(_ index: Int64, _ fault: VerifyFinding.Fault) {
        findings.append(VerifyFinding(index: max(0, min(index, total)), fault: fault))
    }

    /// Checks one checkpoint of the log and its cosignature lines; returns how many lines are of keys not given.
    mutating func take(_ row: CheckpointRow, cosignatures: [String]) -> Int {
        guard let checkpoint = row.checkpoint(origin: founding.identity.origin), let note = SignedNote(row.note) else {
            find(row.size - 1, .checkpointMalformed(size: row.size))
            return 0
        }
        guard note.isSigned(by: founding.key) else {
            find(row.size - 1, .checkpointNotSigned(size: row.size))
            return 0
        }
        claim(size: row.size, root: checkpoint.root, fault: .checkpointRoot(size: row.size))
        return take(cosignatures.map { Cosignature.signature(line: $0) }, of: checkpoint)
    }

    mutating func take(_ signatures: [SignedNote.Signature?], of checkpoint: Checkpoint) -> Int {
        var unchecked = 0
        for signature in signatures {
            guard let signature, signature.name != founding.key.name else {
                find(checkpoint.size - 1, .cosignature(size: checkpoint.size))
                continue
            }
            func isItsKey(_ key: WitnessKey) -> Bool { key.name == signature.name && key.hash == signature.keyHash }
            guard let key = witnesses.first(where: isItsKey) else {
                guard let officer = officers.first(where: isItsKey) else {
                    unchecked += 1
                    continue
                }
                if officer.time(of: signature, over: checkpoint.text) == nil {
                    find(checkpoint.size - 1, .cosignature(size: checkpoint.size))
                }
                continue
            }
            if key.time(of: signature, over: checkpoint.text) == nil {
                find(checkpoint.size - 1, .cosignature(size: checkpoint.size))
            } else {
                claim(
                    size: checkpoint.size, root: checkpoint.root, fault: .fork(size: checkpoint.size), isOutside: true)
            }
        }
        return unchecked
    }

    /// Takes what is kept outside. `checkpoints` are those of the log, which phrases stand for.
    mutating func take(_ word: OutsideWord, checkpoints: [Checkpoint]) {
        switch word {
        case .root(let size, let root): claim(size: size, root: root, fault: .fork(size: size), isOutside: true)
        case .note(let bytes): take(note: bytes, word)
        case .phrase(let phrase, _):
            guard let found = checkpoints.last(where: { $0.phrase == phrase }) else { return }
            claim(size: found.size, root: found.root, fault: .fork(size: found.size), isOutside: true)
        }
    }

    private mutating func take(note bytes: [UInt8], _ word: OutsideWord) {
        guard let note = SignedNote(bytes), let checkpoint = Checkpoint(text: note.text),
            checkpoint.origin == founding.identity.origin
        else {
            unusable.append(word)
            return
        }
        let isWitnessed = note.signatures.contains { signature in
            witnesses.contains { $0.time(of: signature, over: note.text) != nil }
        }
        let isOwn = note.isSigned(by: founding.key)
        if isOwn { signedOutside.insert(checkpoint.size) }
        if isOwn || isWitnessed {
            claim(size: checkpoint.size, root: checkpoint.root, fault: .fork(size: checkpoint.size), isOutside: true)
        } else if note.signatures.contains(where: { $0.name == founding.key.name && $0.keyHash != founding.key.hash }) {
            // The same origin under another desk key: one of the two was not founded as the sheet says.
            find(0, .foundingKey)
        } else {
            unusable.append(word)
        }
    }

    /// Compares every claim with the computed roots.
    ///
    /// - Parameter found: what the entries themselves show; a root that does not hold is put down to the first of them.
    mutating func conclude(_ roots: [Int64: Digest], found: [VerifyFinding]) {
        faulty = found.map(\.index).sorted()
        let sound = claims.filter { roots[$0.size] == $0.root }
        confirmed = sound.map(\.size).sorted()
        witnessedTo = sound.filter(\.isOutside).map(\.size).max()
        if let longest = claims.map(\.size).max(), longest > total { find(total, .short(by: longest - total)) }
        for claim in claims where claim.size > 0 && claim.size <= total {
            if let root = roots[claim.size], root != claim.root {
                find(place(ofRoot: claim.size), claim.fault)
            }
        }
    }

    /// The first entry that a wrong root for `size` may come from.
    private func place(ofRoot size: Int64) -> Int64 {
        let confirmedBefore = confirmed.last { $0 < size } ?? 0
        return faulty.first { $0 >= confirmedBefore && $0 < size } ?? confirmedBefore
    }

    /// A phrase that was not of any checkpoint is compared with the root of its size, or counts as unknown.
    mutating func conclude(phrases: [OutsideWord], checkpoints: [Checkpoint], roots: [Int64: Digest]) {
        for case .phrase(let phrase, let size) in phrases where !checkpoints.contains(where: { $0.phrase == phrase }) {
            if let size, size > total {
                find(total, .short(by: size - total))
            } else if let size, let root = roots[size] {
                let checkpoint = Checkpoint(origin: founding.identity.origin, size: size, root: root)
                if checkpoint.phrase == phrase {
                    witnessedTo = max(witnessedTo ?? 0, size)
                } else {
                    find(place(ofRoot: size), .fork(size: size))
                }
            } else {
                find(witnessedTo ?? 0, .phraseUnknown(phrase))
            }
        }
    }
}
