import Foundation
import Glibc

/// A program in a real terminal, through tmux on a server of its own.
final class TerminalSession {
    private let socket = "caricc-\(UUID().uuidString.prefix(8))"

    /// Starts a shell with `command`; nil when there is no tmux.
    init?(_ command: String, width: Int = 80, height: Int = 24, environment: [String: String] = [:]) {
        let settings = Program.base.merging(environment) { $1 }.map { "\($0)='\($1)'" }.sorted().joined(separator: " ")
        let line =
            "env -i \(settings) sh -c '\(command.replacingOccurrences(of: "'", with: "'\\''"))'; echo; stty -a | tr ';' '\\n' | grep -o -- '[-]*echo ' ; echo LEFT; sleep 60"
        let outcome = tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", line])
        guard outcome.status == 0 else { return nil }
    }

    deinit { _ = tmux(["kill-server"]) }

    /// The path of the program in quotes, for commands.
    static var program: String { "\"\(Program.path)\"" }

    func type(_ keys: String...) {
        for key in keys { _ = tmux(["send-keys", key]) }
    }

    /// Types a text. A long one arrives at once, as a paste does, so what follows waits until it is there.
    func type(text: String) {
        _ = tmux(["send-keys", "-l", text])
        if text.count > 12 { wait(seconds: 3) { $0.contains(text.suffix(8)) } }
    }

    func resize(_ width: Int, _ height: Int) { _ = tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"]) }

    func kill() { _ = tmux(["kill-server"]) }

    /// Everything that the terminal still has, from its first line on.
    var history: String { tmux(["capture-pane", "-p", "-S", "-"]).output }

    var screen: String { tmux(["capture-pane", "-p"]).output }

    /// The process that tmux started in the pane.
    var shell: pid_t? {
        pid_t(tmux(["list-panes", "-F", "#{pane_pid}"]).output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The program itself, the last descendant of the pane's shell.
    var process: pid_t? {
        guard var found = shell else { return nil }
        while let child = Program.run(["-P", "\(found)"], program: "pgrep").output.split(separator: "\n").first.flatMap(
            { pid_t($0) })
        { found = child }
        return found == shell ? nil : found
    }

    /// Waits until the screen shows what it must; returns the last screen.
    @discardableResult
    func wait(seconds: Double = 15, until holds: (String) -> Bool) -> (screen: String, holds: Bool) {
        let end = Date().addingTimeInterval(seconds)
        while true {
            let screen = screen
            if holds(screen) { return (screen, true) }
            if Date() > end { return (screen, false) }
            usleep(40_000)
        }
    }

    func shows(_ text: String, seconds: Double = 15) -> Bool { wait(seconds: seconds) { $0.contains(text) }.holds }

    private func tmux(_ arguments: [String]) -> Program.Outcome {
        Program.run(["-L", socket] + arguments, program: "tmux")
    }

    static var isAvailable: Bool { Program.run(["-V"], program: "tmux").status == 0 }
}
