import Foundation
import Glibc
import TestSupport
import Testing

@testable import EventLog

@Suite struct SecretTests {
    private func text(_ secret: Secret) -> String { secret.withBytes { String(decoding: $0, as: UTF8.self) } }

    @Test func typingAndTakingBack() {
        let secret = Secret()
        for character in "añ🚂中" { #expect(secret.append(character)) }
        #expect(secret.count == 4 && secret.byteCount == 10)
        secret.append("\u{301}")
        #expect(secret.count == 4, "a mark belongs to its letter")
        secret.removeLast()
        #expect(text(secret) == "añ🚂")
        secret.removeLast()
        secret.removeLast()
        secret.removeLast()
        secret.removeLast()
        #expect(secret.isEmpty && secret.count == 0)
        #expect(!secret.append("\u{7}") && !secret.append("\n") && !secret.append("\u{9F}"))
        #expect(secret.isEmpty)
    }

    @Test func itIsFullAt512Bytes() {
        let secret = Secret()
        for _ in 0..<511 { #expect(secret.append("x")) }
        #expect(!secret.append("ж"), "two bytes do not fit, and none of them is added")
        #expect(secret.byteCount == 511)
        #expect(secret.append("x") && !secret.append("x"))
        #expect(secret.byteCount == Secret.capacity)
    }

    /// The memory itself is looked at, beyond what the count says.
    @Test func nothingRemainsOfWhatWasTakenBackOrWiped() throws {
        let secret = KeyFixture.secret("abcdef")
        let memory = try #require(UnsafePointer<UInt8>(bitPattern: secret.address))
        #expect(memory[5] == 0x66)
        secret.removeLast()
        #expect(memory[5] == 0 && memory[4] == 0x65)
        secret.wipe()
        #expect((0..<Secret.capacity).allSatisfy { memory[$0] == 0 })
        #expect(secret.append("z") && text(secret) == "z")
    }

    /// What the kernel says of the page, not what was asked of it.
    @Test func thePageIsLockedAndNeitherDumpedNorInherited() throws {
        let secret = KeyFixture.secret("abcdef")
        let flags = try #require(MemoryMap.flags(of: UInt64(secret.address), process: "self"))
        #expect(flags.contains("dd"), "not in a core dump")
        #expect(flags.contains("wf"), "zeros in a child")
        #expect(flags.contains("lo") == secret.protections.contains(.locked))
        #expect(secret.protections.contains([.notDumped, .wipedOnFork]))
        #expect(MemoryMap.isGuarded(UInt64(secret.address)), "nothing readable directly before and behind it")
    }

    @Test func comparingTellsLengthAndContent() {
        #expect(KeyFixture.secret("abc").isSame(as: KeyFixture.secret("abc")))
        #expect(!KeyFixture.secret("abc").isSame(as: KeyFixture.secret("abd")))
        #expect(!KeyFixture.secret("abc").isSame(as: KeyFixture.secret("ab")))
        #expect(Secret().isSame(as: Secret()))
    }

    /// A letter typed in two ways, and every space, come out the same.
    @Test func normalisingComposes() throws {
        #expect(text(try #require(KeyFixture.secret("e\u{301}и\u{306}\u{3000}x").normalised())) == "éй x")
        #expect(
            Array(try #require(KeyFixture.secret("и\u{306}").normalised()).withBytes { Array($0) }) == [0xD0, 0xB9])
        #expect(KeyFixture.secret("\u{212B}").normalised()?.isSame(as: KeyFixture.secret("\u{C5}")) == true)
        let broken = Secret()
        broken.fill { room in
            room[0] = 0xFF
            return 1
        }
        #expect(broken.normalised() == nil && broken.passphraseFault == .notText && broken.count == 1)
        // A letter that becomes two and three times as long in its composed form.
        let long = Secret()
        while long.append("\u{1D160}") {}
        #expect(long.normalised() == nil)
    }

    /// Composing letter by letter gives what composing the whole gives, over random texts of many scripts.
    @Test func normalisingLetterByLetterIsNormalisingTheWhole() throws {
        var random = SeededGenerator(seed: 20_261_017)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x52F, 0x300...0x36F, 0x590...0x6FF, 0x900...0xDFF, 0x1000...0x109F, 0x1100...0x11FF,
            0x1AB0...0x1AFF, 0x1B00...0x1B44, 0x1E00...0x1FFF, 0x2000...0x206F, 0x2126...0x212B, 0x3040...0x30FF,
            0xAC00...0xAC40, 0xF900...0xFA6D, 0xFB1D...0xFB4E, 0x1_1080...0x1_10BF, 0x1_1300...0x1_134D,
            0x1_D15E...0x1_D1C0,
        ]
        var checked = 0
        for _ in 0..<20_000 {
            let scalars = (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in
                ranges.randomElement(using: &random).flatMap { Unicode.Scalar(UInt32.random(in: $0, using: &random)) }
            }.filter { $0.properties.generalCategory != .control }
            let whole = String(String.UnicodeScalarView(scalars)).precomposedStringWithCanonicalMapping.unicodeScalars
                .map { $0.properties.generalCategory == .spaceSeparator ? " " : $0 }
            let parts = try #require(KeyFixture.secret(String(String.UnicodeScalarView(scalars))).normalised())
            #expect(Array(text(parts).unicodeScalars) == whole, "\(scalars.map { String($0.value, radix: 16) })")
            checked += 1
        }
        #expect(checked == 20_000)
    }

    @Test func newPassphrasesHaveALeastLength() {
        let cases: [(String, PassphraseFault?)] = [
            ("", .tooShort(characters: 0)), ("elevenchars", .tooShort(characters: 11)), ("twelve-chars", nil),
            ("ab cd ef gh", nil), ("ab cd ef g", .tooShort(characters: 10)), ("a b c d e", .tooShort(characters: 9)),
            ("演员 相册 杏仁 字母", nil), ("演员 相册 杏仁", .tooShort(characters: 8)), ("aaaaaaaaaaaaaaaaaaaa", .tooUniform),
            ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", .tooShort(characters: 6)),
        ]
        for (text, fault) in cases { #expect(KeyFixture.secret(text).passphraseFault == fault, "\(text)") }
    }

    @Test func delaysGrowAndEnd() {
        #expect(
            (0...9).map { WrongPassphraseDelay.after(wrong: $0).milliseconds / 1_000 } == [
                0, 0, 1, 2, 4, 8, 16, 30, 30, 30,
            ])
        #expect(WrongPassphraseDelay.after(wrong: .max) == .seconds(30))
        #expect(WrongPassphraseDelay.after(wrong: -1) == .zero)
    }
}
