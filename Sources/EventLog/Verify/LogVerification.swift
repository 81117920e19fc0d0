import GRDB
import Glibc
import Model

/// The verification of a log folder.
struct LogVerification {
    let folder: LogFolder
    let request: Verifier.Request

    /// What the database says beside its entries, read at the beginning.
    private struct Facts {
        var application: Int32 = 0
        var meta: [String: String] = [:]
        var checkpoints: [CheckpointRow] = []
        var cosignatures: [Int64: [String]] = [:]
        var total: Int64 = 0
        var firstEntry: [UInt8]?
        var schemaDifference: String?
    }

    init(path: String, request: Verifier.Request) {
        folder = LogFolder(path)
        self.request = request
    }

    /// Nil when it was stopped.
    func run() -> VerifyReport? {
        // The head first: a log in use may only have grown by the time it is counted.
        let head = (try? HeadFile(path: folder.head, writable: false))?.read()
        let queue: DatabaseQueue
        var facts: Facts
        do {
            queue = try Connection.reader(path: folder.database)
            facts = try queue.inDatabase { try readFacts($0) }
        } catch let LogFault.notALog(_, reason) {
            return .notALog(reason)
        } catch {
            return .notALog(String(describing: LogStore.fault(from: error, path: folder.path)))
        }
        facts.total = max(facts.total, 0)
        guard let founding = founding(facts) else { return .notALog("founding entry") }
        do {
            facts.schemaDifference = try queue.inDatabase {
                try LogSchema.firstDifference($0, origin: founding.identity.origin)
            }
        } catch {
            facts.schemaDifference = "unreadable"
        }
        return verify(queue, facts, founding, head)
    }

    private func verify(_ queue: DatabaseQueue, _ facts: Facts, _ founding: Founding, _ head: Head?) -> VerifyReport? {
        var report = VerifyReport(verdict: .notALog(reason: ""))
        report.origin = founding.identity.origin
        report.size = facts.total
        report.checkedSignatures = request.signatures
        var findings = founding.findings + plainFindings(facts, founding)
        let remembered = LastVerified.read(folder, origin: report.origin)
        let start = startingPoint(remembered, total: facts.total, queue, &findings)
        report.from = start?.edge.size ?? 0

        let source = DatabaseSource(path: folder.database)
        guard let authority = request.authority(founding, source, total: facts.total) else { return nil }
        findings += authority.findings
        var roots = RootCheck(founding: founding, witnesses: request.witnesses, total: facts.total)
        roots.officers = authority.keys.map(\.cosigning)
        let checkpoints = collectClaims(&roots, facts, head, remembered, from: report.from, &report)
        let phraseSizes = request.known.compactMap { if case .phrase(_, let size) = $0 { size } else { nil } }
        let walk = ChainWalk(
            rules: EntryRules(
                identity: founding.identity, key: founding.key, authority: authority,
                checksSignatures: request.signatures),
            source: source, start: start?.edge ?? TreeEdge(), total: facts.total,
            sizes: roots.sizes + phraseSizes, workers: request.workers, progress: request.progress)
        let outcome = walk.run()
        if outcome.isCancelled { return nil }
        if let failure = outcome.failure { return .notALog(failure) }
        if head == nil { findings.append(VerifyFinding(index: facts.total, fault: .headUnreadable)) }
        roots.conclude(outcome.roots, found: outcome.findings)
        roots.conclude(phrases: request.known, checkpoints: checkpoints, roots: outcome.roots)
        findings += outcome.findings + roots.findings
        findings += StoreCheck(queue: queue, total: facts.total).findings(
            outcome, isFull: report.from == 0, &report)
        report.counts.entries = facts.total - report.from
        report.root = outcome.edge.root
        report.unusable = roots.unusable
        report.witnessedTo = roots.witnessedTo
        report.conclude(findings)
        remember(outcome, report, remembered)
        return report
    }

    // MARK: What is there

    private func readFacts(_ db: Database) throws -> Facts {
        var facts = Facts()
        facts.application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard [LogSchema.liveApplicationID, LogSchema.exerciseApplicationID].contains(facts.application) else {
            throw LogFault.notALog(path: folder.path, reason: "application_id")
        }
        guard try Int.fetchOne(db, sql: "PRAGMA user_version") == LogSchema.version else {
            throw LogFault.notALog(path: folder.path, reason: "user_version")
        }
        for row in try Row.fetchAll(db, sql: "SELECT key, value FROM meta") {
            facts.meta[String(decoding: row.bytes(0), as: UTF8.self)] = String(decoding: row.bytes(1), as: UTF8.self)
        }
        // Checkpoints before the count: none of them can then be newer than it.
        facts.checkpoints = try CheckpointRow.fetch(db, "ORDER BY size")
        for row in try Row.fetchAll(db, sql: "SELECT size, line FROM cosignature") {
            guard let size = Int64.fromDatabaseValue(row[0]) else { continue }
            facts.cosignatures[size, default: []].append(String(decoding: row.bytes(1), as: UTF8.self))
        }
        facts.total = try total(db)
        let first = try? Row.fetchOne(db, sql: "SELECT bytes, leaf FROM entry WHERE idx = 0")
        facts.firstEntry = first.flatMap { $0 }.map { $0.bytes(0) }
        return facts
    }

    /// How many entries there are, counted to the last one; a stray number far beyond the rest does not count.
    private func total(_ db: Database) throws -> Int64 {
        let count = (try? Int64.fetchOne(db, sql: "SELECT count(*) FROM entry")) ?? 0
        let last = try Row.fetchAll(db, sql: "SELECT idx FROM entry ORDER BY idx DESC LIMIT 100")
        let numbers = last.compactMap { Int64.fromDatabaseValue($0[0]) }
        return (numbers.first { $0 < max(count, 1) * 2 + 1_000 } ?? -1) + 1
    }

    private func founding(_ facts: Facts) -> Founding? {
        if let bytes = facts.firstEntry, let founding = Founding(entry: bytes) { return founding }
        // Entry 0 is damaged: the rest can still be checked against what the log says of itself.
        guard let origin = facts.meta["origin"], let identity = LogIdentity(origin: origin),
            let text = facts.meta["desk_key"], let key = try? VerifierKey(text)
        else { return nil }
        return Founding(identity: identity, key: key)
    }

    private func plainFindings(_ facts: Facts, _ founding: Founding) -> [VerifyFinding] {
        var faults: [VerifyFinding.Fault] = []
        if let object = facts.schemaDifference { faults.append(.schema(object)) }
        if facts.meta["origin"] != founding.identity.origin { faults.append(.meta("origin")) }
        if facts.meta["desk_key"] != founding.key.text { faults.append(.meta("desk_key")) }
        if founding.identity.isExercise != (facts.application == LogSchema.exerciseApplicationID) {
            faults.append(.meta("application_id"))
        }
        if let key = request.deskKey, key != founding.key { faults.append(.foundingKey) }
        if facts.total == 0 { faults.append(.missing) }
        return faults.map { VerifyFinding(index: 0, fault: $0) }
    }

    // MARK: Where to begin, and what to compare

    /// The point to begin at; nil for the first entry.
    private func startingPoint(
        _ remembered: LastVerified?, total: Int64, _ queue: DatabaseQueue, _ findings: inout [VerifyFinding]
    ) -> LastVerified? {
        guard request.mode == .sinceLastVerified, request.known.isEmpty, let remembered, remembered.edge.size <= total,
            remembered.checkedSignatures || !request.signatures
        else { return nil }
        let last = remembered.edge.size - 1
        let row = try? queue.inDatabase { try LogStore.rows($0, from: last, limit: 1) }.first
        guard let row, row.index == last, row.isSound, row.leaf == remembered.lastLeaf else { return nil }
        return remembered
    }

    private func collectClaims(
        _ roots: inout RootCheck, _ facts: Facts, _ head: Head?, _ remembered: LastVerified?, from: Int64,
        _ report: inout VerifyReport
    ) -> [Checkpoint] {
        for row in facts.checkpoints where row.size > from || from == 0 {
            let lines = facts.cosignatures[row.size] ?? []
            report.counts.checkpoints += 1
            report.counts.cosignatures += lines.count
            report.counts.cosignaturesUnchecked += roots.take(row, cosignatures: lines)
        }
        let sizes = Set(facts.checkpoints.map(\.size))
        for size in facts.cosignatures.keys.sorted() where !sizes.contains(size) {
            roots.find(min(max(size - 1, 0), facts.total), .cosignature(size: size))
        }
        let checkpoints = facts.checkpoints.compactMap { $0.checkpoint(origin: report.origin) }
        for word in request.known { roots.take(word, checkpoints: checkpoints) }
        for size in roots.signedOutside.sorted() where !sizes.contains(size) && size <= facts.total {
            roots.find(max(0, size - 1), .checkpointMissing(size: size))
        }
        if let head { roots.claim(size: head.size, root: head.edge.root, fault: .headRoot(size: head.size)) }
        if let remembered {
            let size = remembered.edge.size
            roots.claim(size: size, root: remembered.edge.root, fault: .verifiedBefore(size: size))
        }
        return checkpoints
    }

    private func remember(_ outcome: ChainWalk.Outcome, _ report: VerifyReport, _ earlier: LastVerified?) {
        guard report.isWhole, let lastLeaf = outcome.lastLeaf, access(folder.path, W_OK) == 0 else { return }
        // A point with all signatures checked is not given up for one without.
        if let earlier, earlier.checkedSignatures, !request.signatures { return }
        LastVerified(
            origin: report.origin, edge: outcome.edge, lastLeaf: lastLeaf, checkedSignatures: request.signatures
        ).write(folder)
    }
}
