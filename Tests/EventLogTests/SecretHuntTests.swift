import Crypto
import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// Looks for secrets in another process that handles them, from outside.
///
/// What is checked: the bytes of the passphrase, of the private key, of the key that seals it and of the private key's expansion,
/// in every readable page of the process, with stacks and freed memory; its arguments and environment. What is not: the pipe that
/// the passphrase came through, registers, swap, and what the kernel keeps. Only the superuser may look at all, which is itself
/// checked where the tests are run by somebody else.
@Suite struct SecretHuntTests {
    private final class Holder {
        let process = Process()
        private let input = Pipe()
        private let output = Pipe()

        init(_ arguments: [String]) throws {
            let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
            process.executableURL = URL(fileURLWithPath: bundle).deletingLastPathComponent()
                .appendingPathComponent("keyholder")
            process.arguments = arguments
            process.standardInput = input
            process.standardOutput = output
            try process.run()
        }

        func type(_ text: String) { input.fileHandleForWriting.write(Data("\(text)\n".utf8)) }

        /// The next word that it says.
        func said() -> String {
            var line: [UInt8] = []
            while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A {
                line.append(byte)
            }
            return String(decoding: line, as: UTF8.self)
        }

        deinit {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
    }

    private struct Prey {
        let passphrase: [UInt8]
        let seed: [UInt8]
        let sealing: [UInt8]
        /// The scalar and the prefix of RFC 8032 as a signature uses them, before and after clamping.
        let expansion: [[UInt8]]
    }

    @Test func secretsLieInLockedMemoryOrNowhere() throws {
        let folder = try TemporaryFolder()
        let places = OfficerKeyPlaces(folder: folder.path + "/keys")
        let name = try #require(OfficerKeyName("CARICC/live/a.orazov"))
        let key = try OfficerKeyFile.create(name: name, in: places, passphrase: KeyFixture.secret(KeyFixture.words))
        let file = try OfficerKeyFile.read(places.path(of: name))
        let seed = try #require(key.withSeed { Array($0) })
        let digest = Array(SHA512.hash(data: seed))
        var clamped = Array(digest.prefix(32))
        clamped[0] &= 248
        clamped[31] = clamped[31] & 63 | 64
        let prey = Prey(
            passphrase: Array(KeyFixture.words.utf8), seed: seed,
            sealing: try file.stretching.key(from: KeyFixture.secret(KeyFixture.words)).withUnsafeBytes { Array($0) },
            expansion: [clamped, Array(digest.suffix(32))])

        let holder = try Holder(["hold", places.path(of: name), name.text])
        holder.type(KeyFixture.words)
        #expect(holder.said() == "typed")
        let process = holder.process.processIdentifier
        guard geteuid() == 0 else {
            #expect(MemoryMap.places(of: prey.passphrase, in: process) == nil, "not even this account may look")
            return
        }
        try expect(prey.passphrase, in: process, locked: true, "the passphrase, typed")
        for file in ["environ", "cmdline"] {
            let bytes = try #require(PlainFile.read("/proc/\(process)/\(file)", limit: 1 << 20))
            #expect(Data(bytes).range(of: Data(prey.passphrase)) == nil, "\(file)")
        }
        holder.type("")
        #expect(holder.said() == "opened")
        try expect(prey.passphrase, in: process, locked: true, "the passphrase, while the key is open")
        try expect(prey.seed, in: process, locked: true, "the private key, open")
        try expect(prey.sealing, in: process, locked: false, "the key that seals")
        for part in prey.expansion { try expect(part, in: process, locked: false, "the expanded key") }
        holder.type("")
        #expect(holder.said() == "wiped")
        try expect(prey.passphrase, in: process, locked: false, "the passphrase, wiped")
        try expect(prey.seed, in: process, locked: true, "the private key, still open")
        holder.type("")
        #expect(holder.said() == "dropped")
        for bytes in [prey.passphrase, prey.seed, prey.sealing] + prey.expansion {
            try expect(bytes, in: process, locked: false, "anything at the end")
        }
        holder.type("")
    }

    /// - Parameter locked: it must be found, in locked memory only; otherwise nowhere
    private func expect(_ bytes: [UInt8], in process: pid_t, locked: Bool, _ what: String) throws {
        // Its first 16 bytes are enough to count as found.
        let found = try #require(MemoryMap.places(of: Array(bytes.prefix(16)), in: process))
        #expect(found.isEmpty == !locked, "\(what): \(found)")
        for place in found { #expect(place.range.flags.isSuperset(of: ["lo", "dd", "wf"]), "\(what): \(place)") }
    }
}
