import TestSupport
import Testing

@testable import Screen
@testable import Terminal

@Suite("Keys from bytes")
struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(Array(text.utf8)) + decoder.expire()
    }

    @Test(
        "Bytes mean keys",
        arguments: [
            ("a", [.character("a")]), ("Ж", [.character("Ж")]), ("漢", [.character("漢")]), ("\r", [.enter]),
            ("\n", [.enter]),
            ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{3}", [.control("c")]),
            ("\u{0}", [.control("@")]), ("\u{1A}", [.control("z")]), ("\u{1C}", [.control("\\")]),
            ("\u{1B}", [.escape]),
            ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}ж", [.alt("ж")]),
            ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]),
            ("\u{1B}[1;5C", [.right]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}[5~", [.pageUp]),
            ("\u{1B}[6~", [.pageDown]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]), ("\u{1B}[Z", [.backTab]),
            ("\u{1B}OP", [.function(1)]), ("\u{1B}[11~", [.function(1)]), ("\u{1B}[15~", [.function(5)]),
            ("\u{1B}[17~", [.function(6)]), ("\u{1B}[21~", [.function(10)]), ("\u{1B}[24~", [.function(12)]),
            ("\u{1B}[[C", [.function(3)]), ("\u{1B}Op", [.character("0")]), ("\u{1B}[I", [.redraw]),
            ("\u{1B}\u{1B}[A", [.escape, .up]), ("e\u{301}", [.character("e"), .character("\u{301}")]),
            ("\u{85}", []), ("\u{1B}[<0;5;3M", [.mouse(MouseEvent(row: 2, column: 4, kind: .press))]),
            ("\u{1B}[<0;5;3m", [.mouse(MouseEvent(row: 2, column: 4, kind: .release))]),
            ("\u{1B}[<64;1;1M", [.mouse(MouseEvent(row: 0, column: 0, kind: .wheelUp))]),
            ("\u{1B}[M !\"", [.mouse(MouseEvent(row: 1, column: 0, kind: .press))]),
        ] as [(String, [Key])])
    func table(text: String, expected: [Key]) {
        #expect(keys(text) == expected)
    }

    @Test(
        "An unknown sequence is swallowed whole: no part of it becomes a command",
        arguments: [
            "\u{1B}[99~", "\u{1B}[27;5;9~", "\u{1B}[?62;22c", "\u{1B}[12;40R", "\u{1B}[1;2;3;4;5u", "\u{1B}[ q",
            "\u{1B}Oz",
        ])
    func unknown(text: String) {
        #expect(keys(text + "j") == [.character("j")])
    }

    @Test("Sequences cut anywhere decode the same")
    func cuts() {
        let text = "aЖ漢😀\u{1B}[15~\u{1B}OA\u{1B}[200~p\u{1B}[Aq\u{1B}[201~\u{1B}[<0;5;3M\u{1B}[[Az"
        let bytes = Array(text.utf8)
        var whole = KeyDecoder()
        let expected = whole.feed(bytes)
        #expect(expected.count == 10)
        for cut in 1..<bytes.count {
            var decoder = KeyDecoder()
            let found = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
            #expect(found == expected, "cut at \(cut)")
        }
        var single = KeyDecoder()
        #expect(bytes.flatMap { single.feed([$0]) } == expected)
    }

    @Test("A paste is one key, its escapes inside it")
    func paste() {
        let inside = "one\r\u{1B}[A\u{3}\u{1B}]52;c;x\u{7}Ж"
        #expect(keys("\u{1B}[200~" + inside + "\u{1B}[201~q") == [.pasted(inside), .character("q")])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.pasted("")])
        #expect(keys("\u{1B}[201~q") == [.character("q")])
        #expect(keys("\u{1B}[200~a\u{1B}[201~\u{1B}[200~b\u{1B}[201~") == [.pasted("a"), .pasted("b")])
    }

    @Test("A false end inside a paste ends nothing")
    func falseEnd() {
        let hostile = "a\u{1B}[201~:quit\r\u{1B}[201~b"
        #expect(keys("\u{1B}[200~" + hostile + "\u{1B}[201~") == [.pasted(hostile)])
        #expect(keys("\u{1B}[200~a\u{1B}[200~b\u{1B}[201~") == [.pasted("a\u{1B}[200~b")])
    }

    @Test("A paste keeps 1 MiB and drops the rest, never half a character")
    func pasteLimit() {
        let letters = [UInt8](repeating: 0x61, count: KeyDecoder.pasteLimit - 1)
        let long = KeySequences.pasteStart + letters + Array("ЖЖЖ".utf8) + KeySequences.pasteEnd + [0x71]
        var decoder = KeyDecoder()
        let found = decoder.feed(long)
        #expect(found.count == 2)
        #expect(found.first == .pasted(String(repeating: "a", count: KeyDecoder.pasteLimit - 1)))
        #expect(found.last == .character("q"))
    }

    @Test("A paste that never ends can be given up")
    func abandon() {
        var decoder = KeyDecoder()
        #expect(decoder.feed(Array("\u{1B}[200~half".utf8)) == [])
        #expect(decoder.isPasting)
        #expect(decoder.abandon() == [.pasted("half")])
        #expect(decoder.feed([0x71]) == [.character("q")])
    }

    @Test("Bytes that are no text are the replacement character, and half a character waits")
    func badBytes() {
        var decoder = KeyDecoder()
        #expect(
            decoder.feed([0xFF, 0x61, 0xC3, 0x28]) == [
                .character("\u{FFFD}"), .character("a"), .character("\u{FFFD}"), .character("("),
            ])
        #expect(decoder.feed([0xE6, 0xBC]) == [])
        #expect(decoder.isIncomplete && !decoder.isUndecided)
        #expect(decoder.feed([0xA2]) == [.character("漢")])
    }

    @Test("Two presses in one place within 400 ms are a double press")
    func doublePress() {
        var decoder = KeyDecoder()
        let press = Array("\u{1B}[<0;5;3M".utf8)
        let start = ContinuousClock.now
        let kinds = [0, 200, 300, 900].flatMap { decoder.feed(press, at: start + .milliseconds($0)) }.map { key in
            if case .mouse(let event) = key { event.kind } else { MouseEvent.Kind.release }
        }
        #expect(kinds == [.press, .doublePress, .press, .press])
    }

    @Test("What terminfo adds is decoded, and random bytes never stop the decoder")
    func terminfoAndNoise() {
        var own = KeyDecoder(known: [Array("\u{1B}[25~".utf8): .function(15), [0x7F]: .delete])
        #expect(own.feed(Array("\u{1B}[25~\u{7F}".utf8)) == [.function(15), .backspace])
        var random = SeededGenerator()
        for _ in 0..<2_000 {
            var decoder = KeyDecoder()
            let bytes = (0..<40).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: .min ... .max, using: &random)
                    : Array("\u{1B}[O<;~M12".utf8).randomElement(using: &random) ?? 0
            }
            _ = decoder.feed(bytes) + decoder.abandon()
            #expect(decoder.feed([0x71]) == [.character("q")], "seed \(random.seed)")
        }
    }

    @Test("More than 20 empty readings in a second are noticed, slow ones are not")
    func spin() {
        var guardian = SpinGuard()
        let start = ContinuousClock.now
        let fast = (0..<21).map { guardian.noteEmpty(at: start + .milliseconds($0)) }
        #expect(fast == Array(repeating: false, count: 20) + [true])
        var slow = SpinGuard()
        #expect((0..<100).allSatisfy { !slow.noteEmpty(at: start + .milliseconds($0 * 100)) })
    }
}
