import TestSupport
import Testing

/// The reader that the other tests trust: it draws what is right and minds what is not.
@Suite struct StrictTerminalTests {
    private func screen(_ text: String, rows: Int = 4, columns: Int = 10) -> StrictTerminal {
        var terminal = StrictTerminal(rows: rows, columns: columns)
        terminal.feed(Array(text.utf8))
        return terminal
    }

    @Test func everyTrickOfTheCorpusIsAFaultWhenItArrivesRaw() {
        var random = SeededGenerator()
        var missed: [String] = []
        for text in HostileText.corpus(&random, mixtures: 0) where text.unicodeScalars.contains("\u{1B}") {
            // An end, so that nothing is left waiting for one.
            var screen = screen(text)
            screen.feed(Array("\u{18}\u{1B}[m".utf8) + [UInt8](repeating: 0x20, count: 60))
            if screen.faults.isEmpty { missed.append(String(text.dropFirst())) }
        }
        // What our own types of terminal send as well.
        let ours: Set = [
            "[2J", "[H", "[5n", "[6n", "[31;1m", "[10;10Hx", "[?1049l", "[?25l", "[?1000h", "[4h", "[11m", "7", "8",
            "M", "=",
            ">", "[", "[1;1r", "(0lqk(B", "]2;title\u{1B}\\",
        ]
        #expect(Set(missed.filter { !HostileText.outside.contains("\u{1B}" + $0) }).subtracting(ours) == [])
    }

    @Test func drawsWhatNcursesSends() {
        let screen = screen(
            "ab\u{1B}[2;3Hcd\u{1B}[1;2H\u{1B}[1m漢\u{1B}[m!\u{1B}[3;1HЖe\u{301}\u{1B}[5n\u{1B}[4;1Hx\u{1B}[3b")
        #expect(screen.lines == ["a漢!", "  cd", "Жe\u{301}", "xxxx"])
        #expect(screen.grid[0][1].look == "1" && screen.grid[0][3].look == "")
        #expect(screen.faults == [])
        var asked = screen
        #expect(asked.takeAnswers() == Array("\u{1B}[0n".utf8))
    }

    @Test func scrollsErasesAndShifts() {
        #expect(screen("a\r\nb\r\nc\r\nd\r\ne").lines == ["b", "c", "d", "e"])
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2P").lines[0] == "abef")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2@").lines[0] == "ab  cdef")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[2X").lines[0] == "ab  ef")
        #expect(screen("abcdef\u{1B}[1;3H\u{1B}[K").lines[0] == "ab")
        #expect(screen("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L").lines == ["a", "", "b", "c"])
        #expect(screen("a\r\nb\r\nc\u{1B}[2;3r\u{1B}[2;1H\u{1B}[M").lines == ["a", "c", "", ""])
        #expect(screen("漢\u{1B}[1;2Hx").lines[0] == " x")
        #expect(screen("0123456789x").lines[0...1] == ["0123456789", "x"])
    }
}
