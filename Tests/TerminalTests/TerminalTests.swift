import Glibc
import TestSupport
import Testing

@testable import Screen
@testable import Terminal

/// Everything that claims a terminal: ncurses keeps its state in globals, so one at a time.
@Suite("Terminal", .serialized)
struct TerminalTests {
    private static let letters = Array("abcXYZ 019~─│┌Жж漢字한é±😀")

    private func randomCanvas(_ random: inout SeededGenerator, rows: Int, columns: Int) -> Canvas {
        var canvas = Canvas(width: columns, height: rows)
        for _ in 0..<(rows * 3) {
            let count = Int.random(in: 0...12, using: &random)
            var text = ""
            for _ in 0..<count { text.append(Self.letters[Int.random(in: 0..<Self.letters.count, using: &random)]) }
            if Int.random(in: 0...9, using: &random) == 0 { text += "\u{1B}e\u{301}\u{302}" }
            canvas.put(
                SafeText(text), row: Int.random(in: 0..<rows, using: &random),
                column: Int.random(in: -4..<columns, using: &random),
                role: Role.allCases[Int.random(in: 0..<Role.allCases.count, using: &random)])
        }
        return canvas
    }

    private func differences(_ canvas: Canvas, _ terminal: Terminal, ascii: Bool = false) -> [String] {
        var found: [String] = []
        for row in 0..<min(canvas.height, terminal.size.rows) {
            for column in 0..<min(canvas.width, terminal.size.columns) {
                guard let cell = canvas[row, column] else { continue }
                let scalars = cell.glyph.scalars
                let wanted: String =
                    ascii
                    ? cell.glyph.asciiLikeness ?? "?" : cell.isContinuation ? "" : scalars
                let got = terminal.cell(row: row, column: column)
                if got != wanted { found.append("\(row),\(column): \(wanted) is \(got ?? "nothing")") }
            }
        }
        return found
    }

    @Test(
        "ncurses holds exactly what was shown, whatever was shown before",
        arguments: [
            "xterm-256color", "vt100", "linux", "tmux-256color", "screen-256color",
        ])
    func seam(type: String) throws {
        var random = SeededGenerator()
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options(type: type))
        pty.whileRead {
            for palette in [Palette(), Palette([.good: Appearance(foreground: .rgb(1, 200, 3), bold: true)])] {
                var canvas = randomCanvas(&random, rows: 24, columns: 80)
                for _ in 0..<12 {
                    terminal.show(canvas, palette: palette)
                    #expect(differences(canvas, terminal) == [], "seed \(random.seed)")
                    // Half of the time a change here and there, so that most of a row stays.
                    let next = randomCanvas(&random, rows: 24, columns: 80)
                    let part = randomCanvas(&random, rows: 2, columns: 7)
                    let row = Int.random(in: 0..<24, using: &random)
                    let column = Int.random(in: 0..<80, using: &random)
                    if Bool.random(using: &random) {
                        canvas = next
                    } else {
                        canvas.place(part, row: row, column: column)
                    }
                }
            }
            terminal.show(Canvas(width: 3, height: 3), palette: Palette())
            #expect((0..<24).allSatisfy { terminal.cell(row: $0, column: 9) == " " })
            terminal.giveBack()
        }
    }

    @Test("A change of a few cells writes a few bytes, no change none")
    func economy() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options())
        var canvas = Canvas(width: 80, height: 24)
        for row in 0..<24 { canvas.put(SafeText("row \(row) of the board"), row: row, column: 0) }
        terminal.show(canvas, palette: Palette())
        _ = pty.output(milliseconds: 200)
        terminal.show(canvas, palette: Palette())
        #expect(pty.output(milliseconds: 20).count == 0)
        canvas.put("04:13", row: 0, column: 60)
        terminal.show(canvas, palette: Palette())
        #expect((1...40).contains(pty.output(milliseconds: 200).count))
        terminal.repaint()
        terminal.show(canvas, palette: Palette())
        #expect(pty.output(milliseconds: 200).count > 200)
    }

    @Test("Without UTF-8 frames are ASCII and the rest is a question mark in its place")
    func asciiLocale() throws {
        let pty = try PseudoTerminal(rows: 4, columns: 20)
        var options = pty.options()
        options.locale = "C"
        let terminal = try Terminal.claim(options: options)
        #expect(terminal.asciiOnly)
        var canvas = Canvas(width: 20, height: 4)
        canvas.box(row: 0, column: 0, width: 20, height: 4)
        canvas.put("Ж 漢 end", row: 1, column: 1)
        terminal.show(canvas, palette: Palette())
        #expect(differences(canvas, terminal, ascii: true) == [])
        #expect(pty.output(milliseconds: 200).allSatisfy { $0 < 0x80 })
    }

    @Test("An escape is drawn in reverse, also on a reversed row, where it turns back")
    func escapes() throws {
        let pty = try PseudoTerminal(rows: 4, columns: 20)
        let terminal = try Terminal.claim(options: pty.options())
        var canvas = Canvas(width: 20, height: 4)
        canvas.put("\u{1B}^[", row: 0, column: 0)
        canvas.put("\u{1B}^[", row: 1, column: 0, role: .selected)
        terminal.show(canvas, palette: Palette([.text: Appearance(), .selected: Appearance(reverse: true)]))
        #expect(terminal.isReversed(row: 0, column: 0))
        #expect(!terminal.isReversed(row: 0, column: 2))
        #expect(!terminal.isReversed(row: 1, column: 0))
        #expect(terminal.isReversed(row: 1, column: 2))
    }

    @Test("Hostile text puts no escape sequence of its own on the wire")
    func hostile() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options())
        _ = pty.output(milliseconds: 100)
        var canvas = Canvas(width: 80, height: 24)
        let hostile = "\u{1B}]52;c;ZXZpbA==\u{7}\u{1B}[6n\u{9D}0;x\u{9C}\r\u{8}\u{202E}\u{1B}P\u{1B}\\"
        for row in 0..<24 { canvas.put(SafeText(hostile), row: row, column: row % 3) }
        terminal.show(canvas, palette: Palette())
        let output = pty.output(milliseconds: 200)
        let text = String(decoding: output, as: UTF8.self)
        #expect(!output.contains(0x07))
        #expect(!text.contains("\u{1B}]") && !text.contains("\u{1B}P") && !text.contains("\u{1B}[6n"))
        #expect(!text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x202E })
        #expect(text.contains("]52;c;"))
    }

    @Test("A type that cannot be used is told as a fact, and everything stays as it was")
    func faults() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let before = pty.modes
        let claim = { (type: String) throws(TerminalFault) in
            let options = pty.options(type: type)
            _ = try Terminal.claim(options: options)
        }
        #expect(throws: TerminalFault.noTerm) { try claim("") }
        #expect(throws: TerminalFault.unknownTerm("no-such-terminal")) { try claim("no-such-terminal") }
        #expect(throws: TerminalFault.cannotPlaceCursor("dumb")) { try claim("dumb") }
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        var options = pty.options()
        options.input = ends[0]
        #expect(throws: TerminalFault.notATerminal(descriptor: ends[0])) { _ = try Terminal.claim(options: options) }
        #expect(pty.modes.c_lflag == before.c_lflag)
        let first = try Terminal.claim(options: pty.options())
        #expect(throws: TerminalFault.alreadyClaimed) { try claim("xterm") }
        first.giveBack()
        first.giveBack()
        #expect(throws: Never.self) { try claim("xterm") }
    }

    @Test(
        "No colour is asked for where none is wanted or known",
        arguments: [
            ("xterm-256color", ColourDepth.mono, ColourDepth.mono), ("vt100", .trueColour, .mono),
            ("xterm-256color", .trueColour, .colours256), ("xterm-256color", .colours16, .colours16),
            ("linux", .trueColour, .colours8),
        ])
    func depths(type: String, maximum: ColourDepth, expected: ColourDepth) throws {
        let pty = try PseudoTerminal(rows: 4, columns: 20)
        var options = pty.options(type: type)
        options.maximumColours = maximum
        let terminal = try Terminal.claim(options: options)
        #expect(terminal.depth == expected)
        _ = pty.output(milliseconds: 100)
        var canvas = Canvas(width: 20, height: 4)
        canvas.put("red", row: 0, column: 0, role: .urgent)
        terminal.show(
            canvas, palette: Palette([.text: Appearance(), .urgent: Appearance(foreground: .rgb(255, 0, 0))]))
        let text = String(decoding: pty.output(milliseconds: 200), as: UTF8.self)
        #expect(text.contains("31m") == (expected == .colours8) || expected > .colours8)
        #expect(text.contains("38;5;") == (expected == .colours256))
    }

    @Test("The terminal is given back as it was: modes, main screen, cursor, paste")
    func giveBack() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let before = pty.modes
        var terminal: Terminal? = try Terminal.claim(options: pty.options())
        terminal?.setTitle("LIVE")
        terminal?.show(Canvas(width: 80, height: 24), palette: Palette())
        #expect(pty.modes.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == 0)
        let start = String(decoding: pty.output(milliseconds: 200), as: UTF8.self)
        #expect(start.contains("\u{1B}[?1049h") && start.contains("\u{1B}[?2004h") && start.contains("]2;LIVE\u{7}"))
        terminal = nil
        let end = String(decoding: pty.output(milliseconds: 200), as: UTF8.self)
        #expect(end.contains("\u{1B}[?1049l") && end.contains("\u{1B}[?2004l") && end.contains("\u{1B}[23;2t"))
        #expect(pty.modes.c_lflag == before.c_lflag && pty.modes.c_iflag == before.c_iflag)
    }

    @Test("Suspending gives the terminal back, resuming paints it in full")
    func suspend() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let before = pty.modes
        let terminal = try Terminal.claim(options: pty.options())
        var canvas = Canvas(width: 80, height: 24)
        canvas.put("DELIVERIES", row: 3, column: 0)
        terminal.show(canvas, palette: Palette())
        terminal.suspend()
        #expect(pty.modes.c_lflag == before.c_lflag)
        _ = pty.output(milliseconds: 100)
        terminal.show(canvas, palette: Palette())
        #expect(pty.output(milliseconds: 20).isEmpty)
        terminal.resume()
        terminal.show(canvas, palette: Palette())
        let text = String(decoding: pty.output(milliseconds: 200), as: UTF8.self)
        #expect(text.contains("\u{1B}[?1049h") && text.contains("DELIVERIES") && text.contains("\u{1B}[?2004h"))
        #expect(pty.modes.c_lflag & tcflag_t(ECHO | ICANON) == 0)
    }

    @Test("A storm of sizes, impossible ones among them, ends in the right frame")
    func sizeStorm() throws {
        var random = SeededGenerator()
        let pty = try PseudoTerminal(rows: 0, columns: 0)
        let terminal = try Terminal.claim(options: pty.options())
        #expect(terminal.size == .usual)
        let fixed = [(0, 0), (1, 1), (500, 500), (65535, 65535), (1, 300), (300, 1), (24, 80)]
        let others = (0..<40).map { _ in
            (Int.random(in: 0...120, using: &random), Int.random(in: 0...200, using: &random))
        }
        pty.whileRead {
            for (rows, columns) in others + fixed {
                pty.setSize(rows: rows, columns: columns)
                terminal.resize()
                #expect(terminal.size == TerminalSize(reportedRows: rows, columns: columns))
                let canvas = randomCanvas(&random, rows: terminal.size.rows, columns: terminal.size.columns)
                terminal.show(canvas, palette: Palette())
                if terminal.size.rows <= 120 { #expect(differences(canvas, terminal) == [], "seed \(random.seed)") }
                terminal.show(Canvas(width: 90, height: 30), palette: Palette())
            }
        }
        #expect(terminal.size == .usual)
        #expect(!terminal.resize())
        let canvas = randomCanvas(&random, rows: 24, columns: 80)
        for (rows, columns) in [(24, 80), (2, 5), (24, 80)] {
            pty.setSize(rows: rows, columns: columns)
            terminal.resize()
            terminal.show(canvas, palette: Palette())
        }
        #expect(differences(canvas, terminal) == [], "the same canvas after a smaller window")
    }

    @Test("Keys arrive through the terminal, Esc after its delay")
    func keys() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options())
        #expect(terminal.pendingKeys() == .keys([]))
        pty.type("aЖ\u{1B}OA\u{1B}[B\u{1B}[15~\r\u{3}")
        #expect(
            terminal.pendingKeys()
                == .keys([.character("a"), .character("Ж"), .up, .down, .function(5), .enter, .control("c")]))
        pty.type("\u{1B}")
        let start = ContinuousClock.now
        #expect(terminal.pendingKeys() == .keys([.escape]))
        #expect((.milliseconds(20)...Duration.milliseconds(500)).contains(ContinuousClock.now - start))
        pty.type("\u{1B}[200~line\u{1B}[201~:quit\r\u{1B}[201~x")
        #expect(terminal.pendingKeys() == .keys([.pasted("line\u{1B}[201~:quit\r"), .character("x")]))
    }

    @Test("A closed terminal is gone at once, and stays gone")
    func hangUp() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options())
        pty.type("q")
        #expect(terminal.pendingKeys() == .keys([.character("q")]))
        pty.hangUp()
        let start = ContinuousClock.now
        var readings = 0
        while terminal.pendingKeys() != .gone, readings < 100 { readings += 1 }
        #expect(readings < 20)
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(terminal.pendingKeys() == .gone)
        terminal.giveBack()
    }

    @Test(
        "After a crash the terminal is usable", arguments: [SIGSEGV, SIGABRT, SIGTRAP, SIGQUIT, SIGBUS, SIGFPE, SIGILL])
    func crash(number: Int32) async throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let before = pty.modes
        let name = pty.name
        await #expect(processExitsWith: .signal(number)) { [name = name as String, number = number as Int32] in
            let descriptor = open(name, O_RDWR | O_NOCTTY)
            var options = TerminalOptions()
            options.input = descriptor
            options.output = descriptor
            options.type = "xterm-256color"
            let terminal = try Terminal.claim(options: options)
            terminal.show(Canvas(width: 80, height: 24), palette: Palette())
            kill(getpid(), number)
            sleep(5)
        }
        let text = String(decoding: pty.output(milliseconds: 200), as: UTF8.self)
        #expect(text.contains("\u{1B}[?1049h"))
        let end = text.split(separator: "\u{1B}[?1049h").last ?? ""
        #expect(end.contains("\u{1B}[?1049l") && end.contains("\u{1B}[?2004l") && end.contains("\u{1B}[?25h"))
        #expect(pty.modes.c_lflag == before.c_lflag && pty.modes.c_iflag == before.c_iflag)
    }

    @Test("Signals become events, each kind once")
    func signals() throws {
        let gate = try SignalGate.open()
        defer { gate.close() }
        #expect(gate.pending() == [])
        // To the process, as threads that run tests may block signals; one by one, as the kernel lets SIGCONT and
        // SIGTSTP cancel each other.
        var seen: [SignalEvent] = []
        for number in [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT] {
            kill(getpid(), SIGPIPE)
            kill(getpid(), SIGXFSZ)
            kill(getpid(), number)
            var state = pollfd(fd: gate.descriptor, events: Int16(POLLIN), revents: 0)
            #expect(poll(&state, 1, 2000) == 1)
            seen += gate.pending()
        }
        #expect(seen == [.resized, .terminate, .hangUp, .interrupt, .suspend, .resumed])
        kill(getpid(), SIGWINCH)
        var state = pollfd(fd: gate.descriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&state, 1, 2000) == 1)
        kill(getpid(), SIGWINCH)
        usleep(20_000)
        #expect(gate.pending() == [.resized])
        #expect(gate.pending() == [])
    }

    @Test("A large frame takes milliseconds, an unchanged one hardly any")
    func speed() throws {
        var random = SeededGenerator()
        let pty = try PseudoTerminal(rows: 60, columns: 200)
        let terminal = try Terminal.claim(options: pty.options())
        let frames = (0..<10).map { _ in randomCanvas(&random, rows: 60, columns: 200) }
        pty.whileRead {
            let clock = ContinuousClock()
            let full = clock.measure { for frame in frames { terminal.show(frame, palette: Palette()) } } / frames.count
            let same = clock.measure { for _ in 0..<10 { terminal.show(frames[9], palette: Palette()) } } / 10
            print("show at 200 by 60: \(full) with every row changed, \(same) unchanged")
            #expect(full < .milliseconds(150))
            #expect(same < .milliseconds(30))
        }
    }
}
