import Foundation
import Glibc
import TestSupport
import Testing

/// The plain mode of the whole program: through a pipe, and through a pseudo terminal without a terminal type.
@Suite(.serialized) struct LineModeTests {
    @Test func aScriptThroughAPipeDoesAWholeTaskAndEndsAtItsEnd() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let script = """
            board
            alerts
            ack 1
            note called the desk back
            yes
            nonsens
            withdraw
            written twice
            yes
            log
            """
        let outcome = LineProgram.run(["--lines", "--log", log], input: script)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for part in ["LIVE", "NOW 1", "UZB seized heroin", "Saved #3", "Read-back", "Saved #4", "no word", "Saved #5"] {
            #expect(outcome.output.contains(part), "\(part): \(outcome.output)")
        }
        #expect(outcome.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "no control character at all")
        #expect(Program.run(["log", "verify", log]).status == 0)
        let kinds = Program.run(["log", "show", "--json", "--log", log]).output
        for kind in ["alertAcknowledged", "alertNoted", "entryWithdrawn"] { #expect(kinds.contains(kind), "\(kind)") }
    }

    @Test func anEndInTheMiddleOfAQuestionWritesNothing() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let outcome = LineProgram.run(["--lines", "--log", log, "--size", "40x10"], input: "note 0001 half a note")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("The input ended; what was typed is not"))
        #expect(!Program.run(["log", "show", "--json", "--log", log]).output.contains("alertNoted"))
        for line in outcome.output.split(separator: "\n") where !line.contains("> ") {
            #expect(line.count <= 40, "\(line)")
        }
    }

    @Test func aPseudoTerminalWithoutATypeIsEnough() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let talk = try #require(LineProgram(["--lines", "--log", log], settings: ["TERM": ""]))
        #expect(talk.waits(for: "> "))
        // What is typed while something urgent comes is not lost.
        talk.type("not")
        #expect(talk.waits(for: "not"))
        #expect(
            Program.run(["alert", "raise", "KGZ truck gone", "--source", "KGZ", "--priority", "1", "--log", log])
                .status == 0)
        #expect(talk.waits(for: "KGZ truck gone"), "announced between prompts")
        #expect(talk.waits(for: "> not"), "what was typed stands behind the new prompt")
        talk.type("s\u{7F}e 0002 called them\n")
        #expect(talk.waits(for: "Save?"))
        talk.type("\u{3}")
        #expect(talk.waits(for: "kept"), "Ctrl-C leaves the question, not the program")
        talk.type("note 0002\n\nyes\n")
        #expect(talk.waits(for: "Saved #"))
        #expect(!talk.heard.contains("\u{1B}"), "no escape sequence")
        talk.type("quit\n")
        #expect(talk.status() == 0)
        #expect(talk.echoes, "the terminal echoes again")
    }

    @Test func hangingUpEndsIt() throws {
        let folder = try TemporaryFolder()
        let log = ConsoleTests.makeLog(in: folder)
        let talk = try #require(LineProgram(["--lines", "--log", log], settings: [:]))
        #expect(talk.waits(for: "> "))
        talk.hangUp()
        #expect(talk.status() != nil)
    }
}

/// The program on a pseudo terminal of its own, or on pipes.
final class LineProgram {
    private let master: Int32
    private let slave: Int32
    private var child = pid_t()
    private(set) var heard = ""
    private var isClosed = false

    init?(_ arguments: [String], settings: [String: String]) {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var path = [CChar](repeating: 0, count: 128)
        guard openpty(&master, &slave, &path, nil, nil) == 0 else { return nil }
        (self.master, self.slave) = (master, slave)
        _ = fcntl(master, F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Opened anew in a session of its own, it becomes the controlling terminal, so that Ctrl-C is a signal.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        guard LineProgram.spawn(arguments, settings, &actions, &child, ownSession: true) else { return nil }
    }

    deinit {
        if child > 0 { kill(child, SIGKILL) }
        if !isClosed { close(master) }
        close(slave)
    }

    func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    /// Waits until the program has written this since the last time it was waited for.
    func waits(for text: String, seconds: Double = 15) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while Date() < end {
            if let range = unread.range(of: text) {
                unread = String(unread[range.upperBound...])
                return true
            }
            var state = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, 100) > 0 else { continue }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return false }
            let new = String(decoding: buffer[..<count], as: UTF8.self)
            heard += new
            unread += new
        }
        Issue.record("“\(text)” did not come; what came: \(unread)")
        return false
    }

    private var unread = ""

    var echoes: Bool {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes.c_lflag & tcflag_t(ECHO) != 0 && modes.c_lflag & tcflag_t(ICANON) != 0
    }

    func hangUp() {
        isClosed = true
        close(master)
    }

    /// The exit status, once it has ended.
    func status(seconds: Double = 15) -> Int32? {
        let end = Date().addingTimeInterval(seconds)
        var state: Int32 = 0
        while Date() < end {
            if waitpid(child, &state, WNOHANG) == child {
                child = 0
                return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
            }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            var source = pollfd(fd: isClosed ? -1 : master, events: Int16(POLLIN), revents: 0)
            if poll(&source, 1, 50) > 0, source.revents & Int16(POLLIN) != 0 { _ = read(master, &buffer, buffer.count) }
        }
        return nil
    }

    /// Runs the program with a script as its input.
    static func run(_ arguments: [String], input: String, environment: [String: String] = [:]) -> Program.Outcome {
        guard let folder = try? TemporaryFolder() else { return .init(status: -1, output: "", errors: "no folder") }
        let files = ["in", "out", "err"].map { folder.path + "/" + $0 }
        try? input.write(toFile: files[0], atomically: true, encoding: .utf8)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
        var child = pid_t()
        guard
            spawn(
                arguments, ["TERM": "dumb"].merging(environment) { $1 }, &actions, &child, ownSession: false)
        else {
            return .init(status: -1, output: "", errors: "not started")
        }
        var state: Int32 = 0
        while waitpid(child, &state, 0) < 0, errno == EINTR {}
        func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
        return .init(status: (state >> 8) & 0xFF, output: text(files[1]), errors: text(files[2]))
    }

    private static func spawn(
        _ arguments: [String], _ settings: [String: String], _ actions: inout posix_spawn_file_actions_t,
        _ child: inout pid_t, ownSession: Bool
    ) -> Bool {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let session = ownSession ? Int16(0x80) : 0  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | session)
        let argv: [UnsafeMutablePointer<CChar>?] = ([Program.path] + arguments).map { strdup($0) } + [nil]
        let environment = Program.base.merging(settings) { $1 }.filter { !$0.value.isEmpty }
        let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for copy in argv + envp { free(copy) } }
        return posix_spawn(&child, Program.path, &actions, &attributes, argv, envp) == 0
    }
}
