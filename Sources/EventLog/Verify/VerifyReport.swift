import Model

/// What a verification found, in full.
package struct VerifyReport: Equatable, Sendable {
    /// The answer in one word. Never "ok" by default: `whole` means that everything asked for was checked and held.
    package enum Verdict: Equatable, Sendable {
        /// Everything holds up to `to`; `witnessedTo` is how far a key or a memory from outside says the same.
        case whole(to: Int64, witnessedTo: Int64?)
        /// The log ends before a size that its head, a checkpoint or somebody outside remembers.
        case short(by: Int64)
        /// The bytes of entry `at` do not hash to their leaf, or cannot be read.
        case damaged(at: Int64)
        /// Bytes hash to their leaf, but chain, signature, number, origin or root does not hold from `at` on.
        case altered(at: Int64, VerifyFinding.Fault)
        /// Another root for the size `at` is signed, or was kept outside.
        case forked(at: Int64)
        /// Not a log of ours, or of a newer format.
        case notALog(reason: String)

        package var exitCode: Int32 {
            switch self {
            case .whole: 0
            case .short: 10
            case .damaged: 11
            case .altered, .forked: 12
            case .notALog: 13
            }
        }
    }

    package struct Counts: Equatable, Sendable {
        package var entries: Int64 = 0
        package var checkpoints = 0
        package var cosignatures = 0
        /// Cosignature lines of keys that were not given, so that nothing is known about them.
        package var cosignaturesUnchecked = 0
        package var payloads = 0
        package var payloadsErased = 0

        package init() {}
    }

    package internal(set) var verdict: Verdict
    /// In order of place; at most `VerifyReport.findingLimit` of them.
    package internal(set) var findings: [VerifyFinding] = []
    /// How many there were.
    package internal(set) var findingCount = 0
    package internal(set) var counts = Counts()
    package internal(set) var origin = ""
    /// Where the check began: 0, or the point verified before.
    package internal(set) var from: Int64 = 0
    package internal(set) var size: Int64 = 0
    /// The root over all entries; nil when nothing could be computed.
    package internal(set) var root: Digest?
    /// Entries before this number are sound.
    package internal(set) var soundSize: Int64 = 0
    package internal(set) var witnessedTo: Int64?
    package internal(set) var checkedSignatures = false
    /// Words from outside that say nothing about this log: of another log, or signed by nobody known.
    package internal(set) var unusable: [OutsideWord] = []
    package internal(set) var milliseconds: Int64 = 0

    package static let findingLimit = 1_000

    package var isWhole: Bool { verdict.exitCode == 0 }
    package var isWitnessed: Bool { isWhole && witnessedTo != nil }

    static func notALog(_ reason: String) -> VerifyReport { VerifyReport(verdict: .notALog(reason: reason)) }

    init(verdict: Verdict) { self.verdict = verdict }

    /// Puts the findings in order and draws the verdict from the first of them.
    mutating func conclude(_ found: [VerifyFinding]) {
        findingCount = found.count
        let ordered = found.sorted { ($0.index, $0.fault.rank) < ($1.index, $1.fault.rank) }
        findings = Array(ordered.prefix(VerifyReport.findingLimit))
        guard let first = ordered.first else {
            soundSize = size
            verdict = .whole(to: size, witnessedTo: witnessedTo)
            return
        }
        soundSize = min(size, first.index)
        verdict = first.verdict
    }
}

/// One thing that does not hold, and where the sound part ends because of it.
package struct VerifyFinding: Equatable, Sendable {
    /// The entry concerned; for what concerns a root, the first entry that no root confirms.
    package let index: Int64
    package let fault: Fault

    package init(index: Int64, fault: Fault) {
        self.index = index
        self.fault = fault
    }

    package enum Fault: Equatable, Sendable {
        case bytesDamaged
        case missing
        case unreadable
        /// The index over ids, or a tile, does not say what the entries say.
        case idIndexDiffers
        case tileDiffers(String)
        case payloadDamaged(Digest)
        case headUnreadable

        case schema(String)
        case meta(String)
        case foundingKey
        case noteMalformed
        case numberDiffers
        case originDiffers
        case chainBroken
        case recordedFell
        case idDiffers
        case idRepeated
        case notSigned
        /// Whoever signed it might not write this there: another's name, a role, a key that ended, one person for two.
        case authority(Refusal)
        case headRoot(size: Int64)
        case checkpointMalformed(size: Int64)
        case checkpointNotSigned(size: Int64)
        case checkpointRoot(size: Int64)
        /// The desk signed a checkpoint of this size, as a note from outside shows, and the log no longer has it.
        case checkpointMissing(size: Int64)
        case cosignature(size: Int64)
        case payloadErasure(Digest)
        case textDiffers
        /// A control phrase from outside that is of no checkpoint of this log.
        case phraseUnknown(PhraseCode)
        /// The point that this machine verified before has another root now.
        case verifiedBefore(size: Int64)

        case fork(size: Int64)
        case short(by: Int64)

        /// Which of two findings at one place names it: what an entry itself shows, before what only a root shows.
        var rank: Int {
            switch self {
            case .bytesDamaged, .missing, .unreadable, .idIndexDiffers, .tileDiffers, .payloadDamaged, .headUnreadable:
                0
            case .fork: 2
            case .headRoot, .checkpointRoot, .checkpointMissing, .cosignature, .phraseUnknown, .verifiedBefore: 3
            case .short: 4
            default: 1
            }
        }
    }

    var verdict: VerifyReport.Verdict {
        switch fault {
        case .short(let count): .short(by: count)
        case .fork(let size): .forked(at: size)
        default: fault.rank == 0 ? .damaged(at: index) : .altered(at: index, fault)
        }
    }
}

/// What somebody outside keeps of a log: on paper, on another machine, or in a witness's file.
package enum OutsideWord: Hashable, Sendable {
    /// A checkpoint's signed note.
    case note([UInt8])
    /// A control phrase, with the size where it was written down with it.
    case phrase(PhraseCode, size: Int64?)
    /// Size and root from a handover sheet.
    case root(size: Int64, Digest)
}
