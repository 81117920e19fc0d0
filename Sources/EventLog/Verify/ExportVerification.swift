import Foundation
import Model

/// The entries of an export: bundles beside the leaves in tiles of level 0.
struct ExportSource: RecordSource {
    let folder: ExportFolder
    let total: Int64
    var hasIDs: Bool { false }

    func reader() throws -> any RecordReader { ExportReader(folder: folder, total: total) }
}

private final class ExportReader: RecordReader {
    private let folder: ExportFolder
    private let total: Int64

    init(folder: ExportFolder, total: Int64) {
        self.folder = folder
        self.total = total
    }

    func read(_ range: Range<Int64>, _ body: (Record) -> Void) -> Set<Int64> {
        var number = range.lowerBound / Int64(TileShape.width)
        while number * Int64(TileShape.width) < range.upperBound {
            hand(bundle: number, range, body)
            number += 1
        }
        return []
    }

    private func hand(bundle number: Int64, _ range: Range<Int64>, _ body: (Record) -> Void) {
        let width = ExportFolder.width(level: 0, number: number, size: total)
        let path = folder.bundle(number: number, width: width)
        guard let bundle = ExportFolder.contents(path, limit: ExportFolder.bundleLimit) else { return }
        let tile = ExportFolder.contents(folder.tile(level: 0, number: number, width: width), limit: 8_192) ?? []
        let first = number * Int64(TileShape.width)
        bundle.withUnsafeBytes { bytes in
            for (place, entry) in ExportFolder.split(bundle, width: width).entries.enumerated() {
                let index = first + Int64(place)
                guard range.contains(index) else { continue }
                let leaf = tile.count == width * 32 ? Digest(tile[place * 32..<place * 32 + 32]) : nil
                body(Record(index: index, id: nil, bytes: UnsafeRawBufferPointer(rebasing: bytes[entry]), leaf: leaf))
            }
        }
    }
}

/// The verification of an export folder, with the verdicts of a log's.
struct ExportVerification {
    let folder: ExportFolder
    let request: Verifier.Request

    init(path: String, request: Verifier.Request) {
        folder = ExportFolder(path: LogFolder(path).path)
        self.request = request
    }

    /// Nil when it was stopped.
    func run() -> VerifyReport? {
        guard let bytes = ExportFolder.contents(folder.checkpoint, limit: 1 << 20), let note = SignedNote(bytes),
            let checkpoint = Checkpoint(text: note.text), let identity = LogIdentity(origin: checkpoint.origin)
        else { return .notALog("checkpoint") }
        // What is cut off at the end makes it short; the widths of tiles are those of the signed size.
        let total = available(checkpoint.size)
        guard let founding = founding(identity, size: checkpoint.size) else { return .notALog("founding entry") }
        var report = VerifyReport(verdict: .notALog(reason: ""))
        report.origin = checkpoint.origin
        report.size = total
        report.checkedSignatures = request.signatures
        report.counts.checkpoints = 1
        var findings = founding.findings
        if let key = request.deskKey, key != founding.key {
            findings.append(VerifyFinding(index: 0, fault: .foundingKey))
        }
        if keyFile(founding.identity.origin) != founding.key {
            findings.append(VerifyFinding(index: 0, fault: .foundingKey))
        }

        let source = ExportSource(folder: folder, total: checkpoint.size)
        guard let authority = request.authority(founding, source, total: total) else { return nil }
        findings += authority.findings
        var roots = RootCheck(founding: founding, witnesses: request.witnesses, total: total)
        roots.officers = authority.keys.map(\.cosigning)
        collectClaims(&roots, note, checkpoint, &report)
        let outcome = ChainWalk(
            rules: EntryRules(
                identity: identity, key: founding.key, authority: authority, checksSignatures: request.signatures),
            source: source, start: TreeEdge(), total: total,
            sizes: roots.sizes + request.known.compactMap { if case .phrase(_, let size) = $0 { size } else { nil } },
            workers: request.workers, progress: request.progress
        ).run()
        if outcome.isCancelled { return nil }
        roots.conclude(outcome.roots, found: outcome.findings)
        roots.conclude(phrases: request.known, checkpoints: [checkpoint], roots: outcome.roots)
        findings += outcome.findings + roots.findings
        // What is said twice is compared once the entries themselves hold.
        if total == checkpoint.size, outcome.findings.isEmpty {
            findings += ExportText(folder: folder, size: total).findings()
            findings += keyFileFindings(authority)
        }
        report.counts.entries = total
        report.root = outcome.edge.root
        report.unusable = roots.unusable
        report.witnessedTo = roots.witnessedTo
        report.conclude(findings + repeated(outcome.ids))
        return report
    }

    private func collectClaims(
        _ roots: inout RootCheck, _ note: SignedNote, _ checkpoint: Checkpoint, _ report: inout VerifyReport
    ) {
        if note.isSigned(by: roots.founding.key) {
            roots.claim(size: checkpoint.size, root: checkpoint.root, fault: .checkpointRoot(size: checkpoint.size))
        } else {
            roots.find(0, .checkpointNotSigned(size: checkpoint.size))
        }
        let others = note.signatures.filter { $0.name != roots.founding.key.name }
        report.counts.cosignatures = others.count
        report.counts.cosignaturesUnchecked = roots.take(others.map { $0 }, of: checkpoint)
        for word in request.known { roots.take(word, checkpoints: [checkpoint]) }
    }

    private func repeated(_ ids: [NumberedID]) -> [VerifyFinding] {
        let sorted = ids.sorted()
        return zip(sorted, sorted.dropFirst()).filter { $0.id == $1.id }.map {
            VerifyFinding(index: $1.index, fault: .idRepeated)
        }
    }

    /// How many entries there are before the first one of an end that is missing as a whole.
    private func available(_ size: Int64) -> Int64 {
        var number = (size - 1) / Int64(TileShape.width)
        while size > 0, number >= 0 {
            let width = ExportFolder.width(level: 0, number: number, size: size)
            if let bundle = ExportFolder.contents(
                folder.bundle(number: number, width: width), limit: ExportFolder.bundleLimit)
            {
                let (entries, isWhole) = ExportFolder.split(bundle, width: width)
                return number * Int64(TileShape.width) + Int64(isWhole ? entries.count : width)
            }
            number -= 1
        }
        return 0
    }

    private func founding(_ identity: LogIdentity, size: Int64) -> Founding? {
        let width = ExportFolder.width(level: 0, number: 0, size: size)
        let path = folder.bundle(number: 0, width: width)
        if let bundle = ExportFolder.contents(path, limit: ExportFolder.bundleLimit),
            let first = ExportFolder.split(bundle, width: width).entries.first,
            var founding = Founding(entry: Array(bundle[first]))
        {
            if founding.identity != identity {
                founding.findings.append(VerifyFinding(index: 0, fault: .originDiffers))
            }
            return founding
        }
        return keyFile(identity.origin).map { Founding(identity: identity, key: $0) }
    }

    /// Files that do not have the keys of an officer as the entries name them.
    private func keyFileFindings(_ authority: Authority) -> [VerifyFinding] {
        Dictionary(grouping: authority.keys, by: \.name).compactMap { name, keys in
            let bytes = ExportFolder.contents(folder.key(name), limit: 1 << 20) ?? []
            let expected = keys.map { $0.text + "\n" }.joined()
            return bytes.elementsEqual(expected.utf8) ? nil : VerifyFinding(index: 0, fault: .foundingKey)
        }
    }

    /// The key in the export that has the log's name; nil when there is none.
    private func keyFile(_ name: String) -> VerifierKey? {
        guard let bytes = ExportFolder.contents(folder.key(name), limit: 4_096) else { return nil }
        return try? VerifierKey(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines))
    }
}

/// What an export says twice: the text for people, and the tiles above the leaves.
struct ExportText {
    let folder: ExportFolder
    let size: Int64

    func findings() -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        if let index = textDifference() { findings.append(VerifyFinding(index: index, fault: .textDiffers)) }
        return findings + tileFindings()
    }

    /// The first entry that `entries.txt` does not have as the bundles do; nil when all are the same.
    private func textDifference() -> Int64? {
        guard let file = FileHandle(forReadingAtPath: folder.entries) else { return 0 }
        defer { try? file.close() }
        var number: Int64 = 0
        while case let width = ExportFolder.width(level: 0, number: number, size: size), width > 0 {
            let first = number * Int64(TileShape.width)
            let path = folder.bundle(number: number, width: width)
            guard let bundle = ExportFolder.contents(path, limit: ExportFolder.bundleLimit) else { return first }
            let (entries, isWhole) = ExportFolder.split(bundle, width: width)
            guard isWhole else { return first }
            let expected = entries.map { bundle[$0] + [0x0A] }
            let count = expected.reduce(0) { $0 + $1.count }
            let found = (try? file.read(upToCount: count)).flatMap { $0 } ?? Data()
            if found.count != count || !found.elementsEqual(expected.joined()) {
                return first + Int64(place(found, expected))
            }
            number += 1
        }
        let rest = (try? file.read(upToCount: 1)).flatMap { $0 } ?? Data()
        return rest.isEmpty ? nil : max(0, size - 1)
    }

    private func place(_ found: Data, _ expected: [ArraySlice<UInt8>]) -> Int {
        var offset = found.startIndex
        for (place, entry) in expected.enumerated() {
            let end = offset + entry.count
            guard end <= found.endIndex, found[offset..<end].elementsEqual(entry) else { return place }
            offset = end
        }
        return 0
    }

    /// Tiles above the leaves that are not what the tiles below them add up to.
    private func tileFindings() -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        var level = 1
        var below = roots(level: 0)
        while !below.isEmpty {
            var number: Int64 = 0
            var above: [Digest] = []
            while case let width = ExportFolder.width(level: level, number: number, size: size), width > 0 {
                let start = Int(number) * TileShape.width
                let expected = Array(below[min(start, below.count)..<min(start + width, below.count)])
                let path = folder.tile(level: level, number: number, width: width)
                if ExportFolder.contents(path, limit: 8_192) != expected.flatMap(\.bytes) {
                    let first = min(size - 1, number << Int64(8 * (level + 1)))
                    findings.append(
                        VerifyFinding(index: first, fault: .tileDiffers(String(path.dropFirst(folder.path.count + 1)))))
                }
                if width == TileShape.width { above.append(TileShape.root(of: expected)) }
                number += 1
            }
            below = above
            level += 1
        }
        return findings
    }

    /// The roots of the full tiles of a level.
    private func roots(level: Int) -> [Digest] {
        var roots: [Digest] = []
        while ExportFolder.width(level: level, number: Int64(roots.count), size: size) == TileShape.width {
            let path = folder.tile(level: level, number: Int64(roots.count), width: TileShape.width)
            let bytes = ExportFolder.contents(path, limit: 8_192) ?? []
            guard bytes.count == 8_192 else {
                roots.append(.zero)
                continue
            }
            roots.append(
                TileShape.root(of: stride(from: 0, to: 8_192, by: 32).compactMap { Digest(bytes[$0..<$0 + 32]) }))
        }
        return roots
    }
}
