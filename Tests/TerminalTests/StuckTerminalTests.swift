import Glibc
import TestSupport
import Testing

@testable import Screen
@testable import Terminal

extension TerminalTests {
    private func options(_ fake: FakeTerminal, type: String = "xterm-256color") -> (TerminalOptions, Int32) {
        let descriptor = open(fake.name, O_RDWR | O_NOCTTY)
        var options = TerminalOptions()
        options.input = descriptor
        options.output = descriptor
        options.type = type
        options.locale = "C.UTF-8"
        return (options, descriptor)
    }

    private func filled(_ character: Character) -> Canvas {
        var canvas = Canvas(width: 200, height: 60)
        for row in 0..<60 { canvas.put(SafeText(String(repeating: character, count: 200)), row: row, column: 0) }
        // No two neighbours alike, or ncurses says it with a repetition.
        for row in 0..<60 { for column in 0..<100 { canvas.put("-", row: row, column: column * 2) } }
        return canvas
    }

    @Test("A terminal that takes nothing never holds anything up, and gets its shell back within a second or so")
    func stuck() throws {
        let fake = try FakeTerminal(rows: 60, columns: 200)
        let before = fake.lineModes
        let (options, descriptor) = options(fake)
        defer { close(descriptor) }
        let terminal = try Terminal.claim(options: options)
        let flags = fcntl(descriptor, F_GETFL)
        #expect(flags & O_NONBLOCK == 0, "the shell's own description stays as it was")
        fake.pause()
        let start = ContinuousClock.now
        for letter in "abcdefgh" { terminal.show(filled(letter), palette: Palette()) }
        #expect(terminal.hasPendingOutput && !terminal.isReadyForFrame)
        fake.type("q")
        var keys = terminal.pendingKeys()
        while keys == .keys([]), ContinuousClock.now - start < .seconds(5) { keys = terminal.pendingKeys() }
        #expect(keys == .keys([.character("q")]))
        terminal.bell()
        terminal.setTitle("CARICC")
        terminal.giveBack()
        #expect(ContinuousClock.now - start < .seconds(3))
        #expect(fake.lineModes.c_lflag == before.c_lflag && fake.lineModes.c_oflag == before.c_oflag)
        fake.resume()
        #expect(fake.wait { !$0.modes.contains(2004) || $0.text.contains("-") })
        #expect(fake.screen.faults == [])
    }

    @Test("After a stop the screen is right, and nothing was drawn that nobody needs")
    func stopAndGoOn() throws {
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let (options, descriptor) = options(fake)
        defer { close(descriptor) }
        let terminal = try Terminal.claim(options: options)
        var canvas = Canvas(width: 80, height: 24)
        canvas.put("begin", row: 0, column: 0)
        terminal.show(canvas, palette: Palette())
        let isMeasured = fake.wait { screen in
            _ = terminal.pendingKeys()
            return screen.text.contains("begin") && terminal.pace.answers
        }
        #expect(isMeasured)
        fake.pause()
        var drawn = 0
        for number in 0..<4_000 {
            terminal.flush()
            guard terminal.isReadyForFrame else { continue }
            for row in 1..<24 { canvas.put(SafeText("row \(row) of picture \(number)"), row: row, column: 0) }
            terminal.show(canvas, palette: Palette())
            drawn += 1
        }
        // What a pseudo terminal holds, and one frame.
        #expect(drawn < 60)
        fake.resume()
        let isOver = fake.wait { _ in
            terminal.flush()
            _ = terminal.pendingKeys()
            return terminal.isReadyForFrame
        }
        #expect(isOver)
        canvas.put("the end", row: 0, column: 0)
        terminal.show(canvas, palette: Palette())
        let isRight = fake.wait { screen in
            terminal.flush()
            return screen.lines == canvas.plainLines()
        }
        #expect(isRight, "\(fake.screen.text)")
        #expect(fake.screen.faults == [])
        #expect(terminal.pace.answers)
        terminal.giveBack()
        #expect(fake.wait { $0.modes.isDisjoint(with: [2004, 1004, 1049]) })
    }

    @Test("A crash with a stuck terminal ends at once and puts the modes back")
    func crashWhileStuck() async throws {
        let fake = try FakeTerminal(rows: 60, columns: 200)
        let before = fake.lineModes
        fake.pause()
        let name = fake.name
        await #expect(processExitsWith: .signal(SIGSEGV)) { [name = name as String] in
            let descriptor = open(name, O_RDWR | O_NOCTTY)
            var options = TerminalOptions()
            options.input = descriptor
            options.output = descriptor
            options.type = "xterm-256color"
            let terminal = try Terminal.claim(options: options)
            var canvas = Canvas(width: 200, height: 60)
            for turn in 0..<20 {
                for row in 0..<60 {
                    for column in 0..<200 where (row + column + turn) % 2 == 0 {
                        canvas.put(SafeText("\((row + column + turn) % 10)"), row: row, column: column)
                    }
                }
                terminal.show(canvas, palette: Palette())
            }
            kill(getpid(), SIGSEGV)
            sleep(20)
        }
        #expect(fake.lineModes.c_lflag == before.c_lflag && fake.lineModes.c_iflag == before.c_iflag)
    }

    @Test("Selecting another row costs fewer bytes on a slow line, where only its mark moves")
    func leanSelection() throws {
        let pty = try PseudoTerminal(rows: 24, columns: 80)
        let terminal = try Terminal.claim(options: pty.options())
        func picture(selected: Int) -> Canvas {
            var canvas = Canvas(width: 80, height: 24)
            for row in 0..<24 {
                let role = row == selected ? Role.selected : .text
                canvas.fill(row: row, column: 0, width: 80, height: 1, role: role)
                canvas.put(
                    SafeText(
                        "\(row == selected ? ">" : " ") 1 00\(row) UZB seized heroin \(row) kg at Malik, on the road to Syrym"
                    ), row: row, column: 0, role: role)
            }
            return canvas
        }
        let palette = Palette([.text: Appearance(), .selected: Appearance(reverse: true)])
        func bytesOfAMove() -> Int {
            terminal.show(picture(selected: 5), palette: palette)
            _ = pty.output(milliseconds: 100)
            terminal.show(picture(selected: 6), palette: palette)
            return pty.output(milliseconds: 100).count
        }
        let full = bytesOfAMove()
        terminal.pace = .slowSample
        let lean = bytesOfAMove()
        print("moving the cursor by a row: \(full) bytes, on a slow line \(lean)")
        #expect(lean * 3 < full)
    }

    @Test("A refresh writes every cell anew without clearing the screen")
    func refresh() throws {
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let (options, descriptor) = options(fake)
        defer { close(descriptor) }
        let terminal = try Terminal.claim(options: options)
        var canvas = Canvas(width: 80, height: 24)
        for row in 0..<24 { canvas.put(SafeText("row \(row) of the board"), row: row, column: row) }
        canvas.cursor = Canvas.Position(row: 3, column: 3)
        terminal.show(canvas, palette: Palette())
        #expect(fake.shows("row 23"))
        let erasures = fake.screen.erasures
        let wall = "\r\nBroadcast message: the machine goes down\r\n\u{1B}[31m"
        _ = wall.withCString { write(descriptor, $0, strlen($0)) }
        #expect(fake.shows("goes down"))
        #expect(fake.screen.lines != canvas.plainLines())
        terminal.refresh()
        terminal.show(canvas, palette: Palette())
        #expect(fake.wait { $0.lines == canvas.plainLines() && $0.row == 3 }, "\(fake.screen.text)")
        #expect(fake.screen.erasures == erasures)
        #expect(fake.screen.grid.joined().allSatisfy { $0.look == "" })
        terminal.giveBack()
    }

    @Test("The mouse is reported only while it is wanted")
    func mouse() throws {
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let (options, descriptor) = options(fake)
        defer { close(descriptor) }
        let terminal = try Terminal.claim(options: options)
        #expect(fake.wait { $0.modes.contains(2004) && !$0.modes.contains(1000) })
        terminal.setMouse(true)
        #expect(fake.wait { $0.modes.isSuperset(of: [1000, 1006]) })
        terminal.setMouse(false)
        #expect(fake.wait { $0.modes.isDisjoint(with: [1000, 1006]) })
        terminal.setMouse(true)
        terminal.giveBack()
        #expect(fake.wait { $0.modes.isDisjoint(with: [1000, 1006, 2004, 1004]) })
        #expect(fake.screen.faults == [])
    }
}

extension Pace {
    /// The pace of a line that takes 300 bytes a second.
    static var slowSample: Pace {
        var pace = Pace(asks: false)
        let start = ContinuousClock.now - .seconds(20)
        pace.noteSent(bytes: 60, at: start)
        pace.noteQuestion(at: start)
        pace.noteAnswer(at: start + .milliseconds(50))
        pace.noteSent(bytes: 3_000, at: start + .seconds(1))
        pace.noteQuestion(at: start + .seconds(1))
        pace.noteAnswer(at: start + .seconds(11))
        return pace
    }
}
