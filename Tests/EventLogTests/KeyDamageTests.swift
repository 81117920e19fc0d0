import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

/// Key files that lost bytes or had some turned over, and passphrases that are not the one.
@Suite struct KeyDamageTests {
    @Test func everyTruncationIsNamed() throws {
        let fixture = try KeyFixture()
        let whole = try fixture.bytes()
        for length in (0..<whole.count).reversed() {
            #expect(truncate(fixture.path, length) == 0)
            #expect(fixture.fault() == .truncated, "\(length) of \(whole.count)")
        }
        try fixture.overwrite(whole)
        #expect(fixture.fault() == nil)
    }

    /// Every bit of the file, also with the finding of a copy accepted. In the sealed part a change and a wrong passphrase are
    /// one fault.
    @Test func noBitCanBeTurnedOver() throws {
        let fixture = try KeyFixture()
        let whole = try fixture.bytes()
        let sealed = (whole.count - 1 - OfficerKeyFile.sealedLength)..<(whole.count - 1)
        var seen: [String: Int] = [:]
        for byte in whole.indices {
            for bit in 0..<8 {
                var bytes = whole
                bytes[byte] ^= 1 << UInt8(bit)
                try fixture.overwrite(bytes)
                let fault = fixture.fault(acceptingCopy: bit % 2 == 0)
                switch fault {
                case nil, .system, .noMemory: Issue.record("byte \(byte), bit \(bit): \(String(describing: fault))")
                default: break
                }
                if sealed.contains(byte) { #expect(fault == .wrongPassphrase, "byte \(byte), bit \(bit)") }
                seen[fault.map { "\($0)".prefix { $0 != "(" }.description } ?? "opened", default: 0] += 1
            }
        }
        for kind in ["damaged", "copied", "wrongPassphrase", "notAKeyFile", "newerFormat", "weakStretching"] {
            #expect(seen[kind, default: 0] > 0, "\(kind) was never met: \(seen)")
        }
        try fixture.overwrite(whole)
        #expect(fixture.fault() == nil)
    }

    @Test func randomRubbishNeverOpensAndNeverStops() throws {
        let fixture = try KeyFixture()
        let whole = try fixture.bytes()
        var random = SeededGenerator(seed: 4)
        for round in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
                }
            }
            guard bytes != whole else { continue }
            try fixture.overwrite(bytes)
            #expect(fixture.fault(acceptingCopy: true) != nil, "round \(round)")
        }
    }

    /// Ten thousand that differ from the right one a little or much; each has the same answer.
    @Test func tenThousandWrongPassphrases() throws {
        let fixture = try KeyFixture()
        let file = try OfficerKeyFile.read(fixture.path, least: KeyFixture.cost)
        var random = SeededGenerator(seed: 10_000)
        let right = Array(KeyFixture.words.unicodeScalars)
        var wrong = 0
        while wrong < 10_000 {
            var scalars = right
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<scalars.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: scalars.remove(at: place)
                case 1: scalars.insert("x", at: place)
                case 2: scalars[place] = Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))
                default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
                }
            }
            guard scalars != right else { continue }
            wrong += 1
            #expect(throws: KeyFileFault.wrongPassphrase) {
                try file.unseal(KeyFixture.secret(String(String.UnicodeScalarView(scalars))))
            }
        }
        for empty in [Secret(), KeyFixture.secret(" ")] {
            #expect(throws: KeyFileFault.wrongPassphrase) { try file.unseal(empty) }
        }
        #expect(try file.unseal(KeyFixture.secret(KeyFixture.words)).verifier == fixture.key.verifier)
    }
}
