import Foundation
import Glibc
import TestSupport

/// The program on a fake terminal of ours, which is also its controlling terminal.
final class TerminalProgram {
    let process: pid_t
    let terminal: FakeTerminal
    private var isOver = false

    /// Starts it; nil if it cannot be started.
    init?(
        _ arguments: [String], on terminal: FakeTerminal, environment: [String: String] = [:],
        program: String = Program.path
    ) {
        self.terminal = terminal
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, terminal.name, O_RDWR, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let newSession: Int32 = 0x80
        posix_spawnattr_setflags(
            &attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var child = pid_t()
        let settings = Program.base.merging(environment) { $1 }.map { "\($0)=\($1)" }
        let status = Program.withStrings([program] + arguments) { argv in
            Program.withStrings(settings) { envp in
                posix_spawn(&child, program, &actions, &attributes, argv, envp)
            }
        }
        guard status == 0 else { return nil }
        process = child
    }

    deinit {
        if !isOver {
            kill(process, SIGKILL)
            var state: Int32 = 0
            while waitpid(process, &state, 0) < 0, errno == EINTR {}
        }
    }

    /// Waits for the end; the exit status, 128 and more for a signal, nil if it does not end in time.
    func ends(seconds: Double = 15) -> Int32? {
        let end = Date().addingTimeInterval(seconds)
        var state: Int32 = 0
        while true {
            if waitpid(process, &state, WNOHANG) == process {
                isOver = true
                return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
            }
            if Date() > end { return nil }
            usleep(10_000)
        }
    }

    /// Processor time used so far, in seconds.
    var processorSeconds: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let rest = text.split(separator: ")").last
        else { return 0 }
        let fields = rest.split(separator: " ")
        return (Double(fields[11]) ?? 0 + (Double(fields[12]) ?? 0)) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
