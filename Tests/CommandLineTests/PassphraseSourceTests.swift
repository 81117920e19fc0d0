import EventLog
import Foundation
import Glibc
import Keyboards
import Screen
import TestSupport
import Testing
import Wording

@testable import caricc

/// Passphrases from descriptors and from a terminal without echo.
@Suite(.serialized) struct PassphraseSourceTests {
    private var voice: Voice { Voice(catalogue: .english, zone: Zone.named("UTC") ?? Zone.all[0]) }

    /// A pipe with bytes in it, closed behind them; the reader closes its end.
    private func pipe(_ bytes: [UInt8]) throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        try #require(Glibc.pipe(&ends) == 0)
        try #require(bytes.isEmpty || write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        return ends[0]
    }

    private func source(_ descriptors: [Int32], terminal: String = "/nowhere") -> PassphraseSource {
        PassphraseSource(descriptors: descriptors, voice: voice, terminal: terminal)
    }

    private func text(_ secret: Secret) -> String { secret.withBytes { String(decoding: $0, as: UTF8.self) } }

    private func fault(_ bytes: [UInt8]) throws -> PassphraseSource.Fault? {
        let descriptor = try pipe(bytes)
        defer { close(descriptor) }
        var source = source([descriptor])
        do throws(PassphraseSource.Fault) {
            _ = try source.read("Passphrase")
            return nil
        } catch { return error }
    }

    @Test func oneLineForEachQuestion() throws {
        let first = try pipe(Array("первая строка\r\nsecond line\n third".utf8))
        let other = try pipe(Array("elsewhere\n".utf8))
        defer {
            close(first)
            close(other)
        }
        var source = source([first, other, first, first])
        #expect(text(try source.read("A")) == "первая строка")
        #expect(text(try source.readNew("B", again: "C")) == "elsewhere", "read once: nobody mistypes a file")
        #expect(text(try source.read("D")) == "second line")
        #expect(text(try source.read("E")) == " third", "space belongs to it")
        #expect(throws: PassphraseSource.Fault.tooFewDescriptors(named: 4)) { try source.read("F") }
    }

    @Test func badInput() throws {
        #expect(try fault([]) == .ended)
        #expect(try fault([0x0A]) == .empty)
        #expect(try fault(Array(repeating: 0x61, count: 512) + [0x0A]) == nil)
        #expect(try fault(Array(repeating: 0x61, count: 513) + [0x0A]) == .tooLong)
        #expect(try fault([0x61, 0x00, 0x0A]) == .notText)
        #expect(try fault([0xD0, 0x0A]) == .notText)
        #expect(try fault(Array("a\tb\n".utf8)) == .notText)
        var closed = source([917])
        #expect(throws: PassphraseSource.Fault.notOpen(descriptor: 917)) { try closed.read("A") }
        var nobody = source([])
        #expect(throws: PassphraseSource.Fault.nobodyToAsk) { try nobody.read("A") }
        var noTerminal = source([], terminal: "/dev/null")
        #expect(throws: PassphraseSource.Fault.nobodyToAsk) { try noTerminal.read("A") }
    }

    @Test func optionsTakeDescriptorsOnly() throws {
        #expect(try PassphraseOptions.parse(["--passphrase-fd", "3", "--passphrase-fd", "4"]).descriptors == [3, 4])
        for wrong in [["--passphrase-fd=-1"], ["--passphrase-fd", "word"], ["--passphrase", "word"]] {
            #expect(throws: (any Error).self) { try PassphraseOptions.parse(wrong) }
        }
    }

    @Test func aTerminalAsksWithoutEcho() throws {
        let terminal = try FakeTerminal(rows: 10, columns: 60)
        let before = terminal.lineModes
        let answers = Aside { [self] () -> [String] in
            var source = source([], terminal: terminal.name)
            let first = try source.read("Passphrase of a.orazov")
            let new = try source.readNew("New one", again: "Again")
            return [text(first), text(new)]
        }
        #expect(terminal.shows("Passphrase of a.orazov:", seconds: 60))
        #expect(terminal.lineModes.c_lflag & tcflag_t(ECHO) == 0)
        terminal.type("the firzt\u{7F}\u{7F}st ж\u{7F}one\n")
        #expect(terminal.shows("New one:", seconds: 60))
        terminal.type("long enough for all\n")
        #expect(terminal.shows("Again:", seconds: 60))
        terminal.type("long enough for all\n")
        #expect(try answers.value(orElse: terminal.stop) == ["the first one", "long enough for all"])
        let shown = String(decoding: terminal.bytes, as: UTF8.self)
        for part in ["first", "firzt", "one\r", "long"] { #expect(!shown.contains(part), "\(shown)") }
        #expect(terminal.lineModes.c_lflag == before.c_lflag && terminal.lineModes.c_iflag == before.c_iflag)
    }

    @Test func twoThatDifferAreNoNewPassphrase() throws {
        let terminal = try FakeTerminal(rows: 10, columns: 60)
        let answer = Aside { [self] in
            var source = source([], terminal: terminal.name)
            return try source.readNew("New one", again: "Again")
        }
        #expect(terminal.shows("New one:", seconds: 60))
        terminal.type("long enough for all\n")
        #expect(terminal.shows("Again:", seconds: 60))
        terminal.type("long enough for alk\n")
        #expect(throws: PassphraseSource.Fault.notTheSame) { try answer.value(orElse: terminal.stop) }
        let ended = Aside { [self] in
            var source = source([], terminal: terminal.name)
            return try source.read("Once more")
        }
        #expect(terminal.shows("Once more:", seconds: 60))
        terminal.type("half a wor\u{4}\u{4}")
        #expect(throws: PassphraseSource.Fault.ended) { try ended.value(orElse: terminal.stop) }
        #expect(terminal.lineModes.c_lflag & tcflag_t(ECHO) != 0)
    }

    /// The console's way: key by key, and only the number of characters is known outside.
    @Test func keysChangeASecret() {
        let secret = Secret()
        let keys: [Key] = [
            .character("a"), .character("й"), .left, .backspace, .pasted("bc d\n"), .character("\u{301}"),
            .pasted("x\ny"),
        ]
        for key in keys { SecretTyping(key).map { _ = secret.apply($0) } }
        #expect(text(secret) == "abc d\u{301}" && secret.count == 5)
        #expect(!secret.apply(.appendAll(String(repeating: "x", count: 512))))
        #expect(secret.count == 5)
        #expect(SecretTyping(.control("u")).map { secret.apply($0) } == true)
        #expect(secret.isEmpty)
    }
}
