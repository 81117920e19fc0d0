import Foundation
import Model
import TestSupport
import Testing

@testable import EventLog

@Suite struct ExportTests {
    static let size = 600
    private static let original = SharedLog(entries: size)

    private func export(_ folder: TemporaryFolder) throws -> ExportFolder {
        let store = try LogStore(opening: try Self.original.log().path)
        try store.export(to: folder.path + "/export")
        return ExportFolder(path: folder.path + "/export")
    }

    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Outside/verify_export.py").path

    /// What the program in Python says: its exit status and its output.
    private func outside(_ folder: ExportFolder, _ arguments: [String] = []) throws -> (status: Int32, output: String) {
        try LogFixture.run(["python3", Self.script, folder.path] + arguments)
    }

    @Test func aStrangersProgramFindsTheExportWhole() throws {
        let folder = try TemporaryFolder()
        let export = try export(folder)
        let report = try LogFixture.verify(export.path)
        #expect(report.verdict == .whole(to: Int64(Self.size), witnessedTo: nil))
        #expect(report.root == (try LogFixture.verify(try Self.original.log().path, signatures: false)).root)
        let stranger = try outside(export)
        #expect(stranger.status == 0, "\(stranger.output)")
        #expect(stranger.output.hasPrefix("WHOLE to \(Self.size)"))
        // With the founding sheet's key, and a note of an earlier checkpoint, kept outside.
        let store = try LogStore(opening: try Self.original.log().path, access: .reading)
        let note = folder.path + "/note"
        try Data(try #require(try store.checkpointNote(size: 250))).write(to: URL(fileURLWithPath: note))
        let known = try outside(export, ["--key", store.deskKey.text, "--known", note, "--no-signatures"])
        #expect(known.status == 0, "\(known.output)")
        let wrong = try SigningKey(name: store.deskKey.name).verifier.text
        #expect(try outside(export, ["--key", wrong, "--no-signatures"]).status == 12)
    }

    /// The commands that the README gives must work as they stand.
    @Test func theReadmeWorks() throws {
        let folder = try TemporaryFolder()
        let export = try export(folder)
        let readme = try String(contentsOfFile: export.readme, encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "--- check.py"))
        let end = try #require(lines.firstIndex(of: "--- end"))
        let program = lines[(start + 1)..<end].joined(separator: "\n")
        try program.write(toFile: folder.path + "/check.py", atomically: true, encoding: .utf8)
        let outcome = try LogFixture.run(["python3", folder.path + "/check.py"], in: export.path)
        let checkpoint = try String(contentsOfFile: export.checkpoint, encoding: .utf8).split(separator: "\n")
        #expect(outcome.output == "\(checkpoint[1]) \(checkpoint[2])\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("1. ") })
        let shell = lines[(first + 1)...].prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
        let signature = try LogFixture.run(["bash", "-ec", shell], in: export.path)
        #expect(signature.status == 0 && signature.output.contains("Verified Successfully"), "\(signature.output)")
    }

    /// One entry with openssl and sha256sum alone, as the README says it.
    private func checkOneEntry(_ export: ExportFolder, _ number: Int64) throws -> String {
        let readme = try String(contentsOfFile: export.readme, encoding: .utf8)
        let lines = readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("3. ") })
        let shell = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.map {
            $0.hasPrefix("    n=") ? "n=\(number)" : $0
        }
        return try LogFixture.run(["bash", "-c", shell.joined(separator: "\n") + "\necho \"$name\""], in: export.path)
            .output
    }

    @Test func oneOfficersEntryIsCheckedByOpenSSLAlone() throws {
        let folder = try TemporaryFolder()
        let log = try OfficerForgeryTests.makeLog(folder)
        let saved = try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty)
        let new = try log.makeKey(for: Forgery.duty)
        let replaced = OfficerKeyReplaced(key: new.verifier.text, reason: "yearly")
        try log.write(
            .existing(try log.subject(of: Forgery.duty)), .officer(.keyReplaced(replaced)), by: Forgery.duty)
        log.hold(new, of: Forgery.duty, as: .dutyOfficer)
        let later = try log.write(.new(.alerts), Forgery.raised, by: Forgery.duty)
        try log.store.export(to: folder.path + "/export")
        let export = ExportFolder(path: folder.path + "/export")
        let keys = try String(contentsOfFile: export.key("CARICC/live/a.orazov"), encoding: .utf8)
        #expect(keys.split(separator: "\n").count == 2)
        for (index, name) in [
            (0, "CARICC/live/s.karimova"), (1, "CARICC/A/live/2026"), (saved.index, "CARICC/live/a.orazov"),
            (later.index, "CARICC/live/a.orazov"),
        ] {
            let output = try checkOneEntry(export, index)
            #expect(output.contains("Verified Successfully"), "\(index): \(output)")
            #expect(output.contains(try log.store.leaf(index).hex) && output.hasSuffix("\(name)\n"), "\(output)")
        }
        // One letter of the text, and it no longer holds.
        let text = try String(contentsOfFile: export.entries, encoding: .utf8)
        try text.replacingOccurrences(of: "heroin", with: "heroim").write(
            toFile: export.entries, atomically: true, encoding: .utf8)
        #expect(try checkOneEntry(export, saved.index).contains("Verification Failure"))
        // A key file that says something else is found by both.
        try text.write(toFile: export.entries, atomically: true, encoding: .utf8)
        #expect(try LogFixture.verify(export.path).isWhole)
        let other = try log.makeKey(for: Forgery.duty).verifier.text
        try (keys + other + "\n").write(
            toFile: export.key("CARICC/live/a.orazov"), atomically: true, encoding: .utf8)
        #expect(try LogFixture.verify(export.path).verdict == .altered(at: 0, .foundingKey))
        #expect(try outside(export).output.hasPrefix("ALTERED at 0: key file"))
    }

    @Test func anExportIsWholeOrAbsent() throws {
        let folder = try TemporaryFolder()
        let target = try export(folder)
        let store = try LogStore(opening: try Self.original.log().path)
        #expect(throws: LogFault.alreadyExists(target.path)) { try store.export(to: target.path) }
        #expect(throws: (any Error).self) {
            try store.export(to: folder.path + "/stopped") { $0.done < 300 }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["export"])
    }

    struct Mutation: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Int32
        let apply: @Sendable (ExportFolder) throws -> Void
    }

    static func flip(_ path: String, byte: Int) throws { try LogFixture.flip(path, byte: byte, bit: 2) }

    static func truncate(_ path: String, by count: Int) throws {
        let data = try #require(FileManager.default.contents(atPath: path))
        try Data(data.dropLast(count)).write(to: URL(fileURLWithPath: path))
    }

    static let mutations: [Mutation] = [
        Mutation(testDescription: "a byte of an entry", status: 11) {
            try flip($0.bundle(number: 0, width: 256), byte: 9_000)
        },
        Mutation(testDescription: "a leaf", status: 11) {
            try flip($0.tile(level: 0, number: 1, width: 256), byte: 70)
        },
        Mutation(testDescription: "a tile above", status: 11) {
            try flip($0.tile(level: 1, number: 0, width: 2), byte: 40)
        },
        Mutation(testDescription: "the signed root", status: 12) {
            let text = try String(contentsOfFile: $0.checkpoint, encoding: .utf8)
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            lines[2] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            try lines.joined(separator: "\n").write(toFile: $0.checkpoint, atomically: true, encoding: .utf8)
        },
        Mutation(testDescription: "the checkpoint's signature", status: 12) {
            let size = LogFixture.size(of: $0.checkpoint)
            let data = try #require(FileManager.default.contents(atPath: $0.checkpoint))
            var bytes = Array(data)
            bytes[size - 20] = bytes[size - 20] == 0x41 ? 0x42 : 0x41
            try Data(bytes).write(to: URL(fileURLWithPath: $0.checkpoint))
        },
        Mutation(testDescription: "no checkpoint", status: 13) {
            try FileManager.default.removeItem(atPath: $0.checkpoint)
        },
        Mutation(testDescription: "not a checkpoint", status: 13) {
            try "hello\n".write(toFile: $0.checkpoint, atomically: true, encoding: .utf8)
        },
        Mutation(testDescription: "the last bundle is gone", status: 10) {
            try FileManager.default.removeItem(atPath: $0.bundle(number: 2, width: 88))
        },
        Mutation(testDescription: "a bundle within is gone", status: 11) {
            try FileManager.default.removeItem(atPath: $0.bundle(number: 1, width: 256))
        },
        Mutation(testDescription: "the last bundle ends within an entry", status: 11) {
            try truncate($0.bundle(number: 2, width: 88), by: 5)
        },
        Mutation(testDescription: "the last bundle goes on", status: 12) {
            let path = $0.bundle(number: 2, width: 88)
            let data = try #require(FileManager.default.contents(atPath: path))
            try (data + Data([0, 1, 65])).write(to: URL(fileURLWithPath: path))
        },
        Mutation(testDescription: "a tile of leaves is gone", status: 11) {
            try FileManager.default.removeItem(atPath: $0.tile(level: 0, number: 2, width: 88))
        },
        Mutation(testDescription: "a word of entries.txt", status: 12) { try flip($0.entries, byte: 5_000) },
        Mutation(testDescription: "entries.txt is cut", status: 12) { try truncate($0.entries, by: 1) },
        Mutation(testDescription: "another key", status: 12) {
            let name = "CARICC/ALMATY-1/live/2026"
            let key = try SigningKey(name: name).verifier
            try key.text.write(toFile: $0.key(name), atomically: true, encoding: .utf8)
        },
        Mutation(testDescription: "an entry and its hashes, all made anew", status: 12) { folder in
            // Everything but the signatures can be computed by anybody.
            try rehash(folder, entry: 300)
        },
    ]

    /// Changes one entry and computes its leaf and the tiles anew, as a careful forger without the key would.
    private static func rehash(_ folder: ExportFolder, entry: Int) throws {
        let path = folder.bundle(number: 1, width: 256)
        let bundle = Array(try #require(FileManager.default.contents(atPath: path)))
        let range = ExportFolder.split(bundle, width: 256).entries[entry - 256]
        var changed = bundle
        let text = String(decoding: bundle[range], as: UTF8.self).replacingOccurrences(of: "orazov", with: "orasov")
        changed.replaceSubrange(range, with: Array(text.utf8))
        try Data(changed).write(to: URL(fileURLWithPath: path))
        let tile = folder.tile(level: 0, number: 1, width: 256)
        var hashes = Array(try #require(FileManager.default.contents(atPath: tile)))
        let place = (entry - 256) * 32
        hashes.replaceSubrange(place..<place + 32, with: Hashing.leaf(Array(text.utf8)).bytes)
        try Data(hashes).write(to: URL(fileURLWithPath: tile))
        let above = folder.tile(level: 1, number: 0, width: 2)
        var roots = Array(try #require(FileManager.default.contents(atPath: above)))
        let leaves = stride(from: 0, to: 8_192, by: 32).compactMap { Digest(hashes[$0..<$0 + 32]) }
        roots.replaceSubrange(32..<64, with: TileShape.root(of: leaves).bytes)
        try Data(roots).write(to: URL(fileURLWithPath: above))
        let all = try String(contentsOfFile: folder.entries, encoding: .utf8)
        let old = String(decoding: bundle[range], as: UTF8.self)
        try all.replacingOccurrences(of: old, with: text).write(
            toFile: folder.entries, atomically: true, encoding: .utf8)
    }

    @Test(arguments: mutations)
    func bothVerifiersAgree(_ mutation: Mutation) throws {
        let folder = try TemporaryFolder()
        let export = try export(folder)
        try mutation.apply(export)
        let report = try LogFixture.verify(export.path)
        #expect(report.verdict.exitCode == mutation.status, "\(report.verdict)")
        // Entries' signatures cost a program in plain Python seconds, and roots show each of these without them.
        let stranger = try outside(export, ["--no-signatures"])
        #expect(stranger.status == mutation.status, "\(stranger.output)")
    }

    @Test func aRewrittenExportIsFoundAgainstANoteByBoth() throws {
        let folder = try TemporaryFolder()
        let log = LogFolder(folder.path + "/log")
        try LogFixture.copy(try Self.original.log().path, log.path)
        let before = try LogStore(opening: log.path)
        let note = try #require(try before.checkpointNote(size: 250))
        before.close()
        try Data(note).write(to: URL(fileURLWithPath: folder.path + "/note"))
        try LogFixture.rewrite(log, from: 240) { if $0.index == 240 { $0.actor = "nobody" } }
        let store = try LogStore(opening: log.path)
        try store.export(to: folder.path + "/export")
        let export = ExportFolder(path: folder.path + "/export")
        #expect(try LogFixture.verify(export.path).isWhole)
        #expect(try LogFixture.verify(export.path, known: [.note(note)]).verdict == .forked(at: 250))
        let stranger = try outside(export, ["--known", folder.path + "/note", "--no-signatures"])
        #expect(stranger.status == 12 && stranger.output.contains("FORKED"), "\(stranger.output)")
    }
}
