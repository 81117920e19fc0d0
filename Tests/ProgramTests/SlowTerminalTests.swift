import Foundation
import Glibc
import TestSupport
import Testing

/// The program on lines that are slow, stop, or are gone.
@Suite(.serialized) struct SlowTerminalTests {
    @Test func atThreeHundredBytesASecondEveryKeyIsObeyedAndThePictureIsRight() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 24, columns: 80, bytesPerSecond: 300)
        let program = try #require(TerminalProgram(["--log", log], on: fake))
        #expect(fake.shows("UNACKED", seconds: 40))
        // Ten events a second, as one import after the other brings them.
        let events = (0..<60).map { number in
            #"{"kind":"alertRaised","subject":{"new":"AL"},"at":"2026-10-17T04:12:00+05:00","body":{"priority":3,"message":"information","headline":"number \#(number) of the storm","source":"KGZ"}}"#
        }
        let path = folder.path
        let writer = Thread {
            for start in stride(from: 0, to: events.count, by: 5) {
                let file = path + "/events-\(start).jsonl"
                try? events[start..<(start + 5)].joined(separator: "\n").write(
                    toFile: file, atomically: true, encoding: .utf8)
                let outcome = Program.run(["import", file, "--log", log])
                if outcome.status != 0 { print("import: \(outcome.errors)") }
                usleep(400_000)
            }
        }
        writer.start()
        for key in ["\t", "j", "j", "k", "g", "g", "a"] {
            fake.type(key)
            usleep(300_000)
        }
        let kinds = { Program.run(["log", "show", "--json", "--log", log]).output }
        let end = Date().addingTimeInterval(60)
        while !kinds().contains("alertAcknowledged"), Date() < end { usleep(200_000) }
        fake.type(":")
        fake.type("note calm")
        fake.type("\r")
        while !writer.isFinished { usleep(50_000) }
        while !kinds().contains("calm"), Date() < end { usleep(200_000) }
        #expect(kinds().contains("alertAcknowledged") && kinds().contains("calm"))
        #expect(fake.shows("61 ", seconds: 60), "\(fake.screen.text)")
        // What is on the screen is what a fresh drawing of it shows.
        fake.resume()
        // An age may step on while it is drawn anew: then once more.
        var (before, after): ([String], [String]) = ([], [])
        for _ in 0..<3 {
            fake.settle()
            before = fake.screen.lines
            let erasures = fake.screen.erasures
            fake.type("\u{C}")
            #expect(fake.wait(seconds: 60) { $0.erasures > erasures })
            fake.settle()
            after = fake.screen.lines
            if after.dropFirst(2).dropLast(2) == before.dropFirst(2).dropLast(2) { break }
        }
        #expect(after.dropFirst(2).dropLast(2) == before.dropFirst(2).dropLast(2))
        #expect(fake.screen.faults == [])
        fake.type(":")
        fake.type("quit\r")
        #expect(program.ends() == 0)
    }

    @Test func aReaderThatStopsCostsNothingAndFindsTheRightPicture() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let program = try #require(TerminalProgram(["--log", log], on: fake))
        #expect(fake.shows("UNACKED"))
        fake.pause()
        for number in 0..<12 {
            #expect(
                Program.run(["alert", "raise", "number \(number) of the stop", "--source", "KGZ", "--log", log]).status
                    == 0)
            fake.type("7")
            fake.type("1")
        }
        // On a busy machine it may still be catching up; then it waits without working.
        var spent = Double.infinity
        for _ in 0..<10 where spent > 0.06 {
            let before = program.processorSeconds
            usleep(2_000_000)
            spent = program.processorSeconds - before
        }
        #expect(spent <= 0.06, "it waits without working")
        fake.resume()
        #expect(fake.shows("13 UNACKED"), "\(fake.screen.text)")
        #expect(fake.screen.faults == [])
    }

    @Test(arguments: [SIGTERM, SIGHUP, 0]) func aStuckTerminalDoesNotHoldTheEndUp(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 60, columns: 200)
        let before = fake.lineModes
        let program = try #require(TerminalProgram(["--log", log], on: fake))
        #expect(fake.shows("UNACKED"))
        fake.pause()
        // Enough redrawing to fill whatever lies between.
        for _ in 0..<40 {
            fake.type("\u{C}7\u{C}1")
            usleep(20_000)
        }
        let start = ContinuousClock.now
        if signal == 0 {
            fake.type(":")
            usleep(50_000)
            fake.type("quit\r")
        } else {
            kill(program.process, signal)
        }
        #expect(program.ends(seconds: 10) == 0)
        print("signal \(signal) with a stuck terminal: the end after \(ContinuousClock.now - start)")
        #expect(fake.lineModes.c_lflag == before.c_lflag && fake.lineModes.c_iflag == before.c_iflag)
    }

    @Test func aPasteWithoutMarksIsNotRun() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let program = try #require(TerminalProgram(["--log", log], on: fake))
        #expect(fake.shows("UNACKED"))
        let paste = String(repeating: "a quiet night\n:quit\nq\n", count: 48_000)
        fake.type(paste)
        #expect(fake.shows("Paste a message"), "\(fake.screen.text)")
        usleep(1_000_000)
        // It is shown, and none of its line ends saved it.
        fake.type("\u{1B}")
        #expect(fake.wait { !$0.text.contains("Paste a message") && $0.text.contains("UNACKED") })
        usleep(400_000)
        fake.type(":")
        #expect(fake.wait { $0.lines.contains { $0.hasPrefix(":") } })
        usleep(400_000)
        fake.type("note all quiet on the border tonight")
        #expect(fake.shows("note all quiet on the border tonight"))
        fake.type("\u{1B}")
        kill(program.process, SIGTERM)
        #expect(program.ends() == 0)
        #expect(!Program.run(["log", "show", "--log", log, "--json"]).output.contains("a quiet night"))
    }

    @Test(arguments: [
        "xterm-256color", "xterm", "tmux-256color", "screen-256color", "screen", "linux", "vt100", "vt220", "ansi",
    ])
    func theBoardIsWholeOn(_ type: String) throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let program = try #require(TerminalProgram(["--log", log], on: fake, environment: ["TERM": type]))
        #expect(fake.shows("UNACKED") && fake.shows("F1 Help"))
        fake.type("\tj7")
        #expect(fake.shows("LOG,"))
        fake.type("\u{C}")
        fake.type("1")
        #expect(fake.wait { $0.text.contains("DELIVERIES") && !$0.text.contains("LOG,") }, "\(fake.screen.text)")
        fake.type(":")
        #expect(fake.wait { $0.lines.contains { $0.hasPrefix(":") } })
        fake.type("quit\r")
        #expect(program.ends() == 0)
        #expect(fake.screen.faults == [], "\(type)")
        #expect(fake.screen.modes.isDisjoint(with: [1049, 2004, 1004, 1000]))
    }

    @Test(arguments: ["dumb", "", "no-such-terminal"]) func whereTheBoardCannotBeShownItSaysWhatCan(_ type: String)
        throws
    {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let program = try #require(TerminalProgram(["--log", log], on: fake, environment: ["TERM": type]))
        #expect(program.ends() == 4)
        #expect(fake.shows("--lines") && fake.screen.text.contains("--plain"), "\(fake.screen.text)")
    }

    @Test(arguments: ["C", "ru_RU.KOI8-R", "no_SUCH.locale"]) func withoutUTF8ThePictureIsASCIIAndSaysSo(
        _ locale: String
    ) throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        #expect(
            Program.run(["alert", "raise", "Задержан груз на Жаркенте", "--source", "KAZ", "--log", log]).status == 0)
        let fake = try FakeTerminal(rows: 24, columns: 80)
        let program = try #require(TerminalProgram(["--log", log], on: fake, environment: ["LC_ALL": locale]))
        #expect(fake.shows("Zaderjan gruz na Jarkente"), "\(fake.screen.text)")
        #expect(fake.shows("not UTF-8"), "\(fake.screen.text)")
        #expect(fake.bytes.allSatisfy { $0 < 0x80 })
        kill(program.process, SIGTERM)
        #expect(program.ends() == 0)
    }
}
