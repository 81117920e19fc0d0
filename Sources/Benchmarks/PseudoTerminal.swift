import Foundation
import Glibc

/// A program on a terminal of its own, whose output is read here.
final class PseudoTerminal {
    struct Failure: Error, CustomStringConvertible { let description: String }

    let process: pid_t
    private let master: Int32
    private(set) var bytesRead = 0
    /// What was read last, enough to find text that arrives in two pieces.
    private var tail: [UInt8] = []
    private var isOver = false

    init(_ arguments: [String], columns: Int, rows: Int) throws {
        var (primary, secondary): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        var name = [CChar](repeating: 0, count: 256)
        guard openpty(&primary, &secondary, &name, nil, &size) == 0 else { throw Failure(description: "openpty") }
        defer { close(secondary) }
        _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
        _ = fcntl(primary, F_SETFL, fcntl(primary, F_GETFL) | O_NONBLOCK)
        master = primary
        process = try PseudoTerminal.spawn(arguments, terminal: name)
    }

    /// `POSIX_SPAWN_SETSID` of spawn.h, which the C library's module does not show to Swift.
    private static let newSession: Int16 = 0x80

    private static func spawn(_ arguments: [String], terminal: [CChar]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, newSession)
        let kept = ["PATH", "HOME", "TZ", "XDG_CONFIG_HOME"].compactMap { (key: String) -> String? in
            getenv(key).map { "\(key)=\(String(cString: $0))" }
        }
        var argv = arguments.map { strdup($0) } + [nil]
        var environment = (kept + ["TERM=xterm-256color", "LC_ALL=C.UTF-8"]).map { strdup($0) } + [nil]
        defer { for text in argv + environment { free(text) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, arguments[0], &actions, &attributes, &argv, &environment)
        guard result == 0 else { throw Failure(description: "\(arguments[0]): \(String(cString: strerror(result)))") }
        return process
    }

    deinit {
        end()
        close(master)
    }

    /// Asks the program to leave and waits for it.
    func end() {
        guard !isOver else { return }
        isOver = true
        kill(process, SIGTERM)
        let deadline = ContinuousClock.now + .seconds(5)
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            if ContinuousClock.now > deadline { kill(process, SIGKILL) }
            // What it still writes must go somewhere.
            _ = read(within: .milliseconds(2))
        }
    }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// What arrives within `patience`, at once when something does; nil when nothing did.
    func read(within patience: Duration) -> [UInt8]? {
        var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        let milliseconds = Int32(clamping: Int(max(0, patience.milliseconds.rounded(.up))))
        guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(master, $0.baseAddress, $0.count) }
        guard count > 0 else {
            // The program has left: a terminal without a program reports an error at once, again and again.
            usleep(1_000)
            return nil
        }
        bytesRead += count
        return Array(buffer[..<count])
    }

    /// Reads until all of `texts` have come; returns when the last of them did.
    func wait(for texts: [String], patience: Duration = .seconds(60)) throws -> ContinuousClock.Instant {
        var missing = texts.map { Array($0.utf8) }
        let deadline = ContinuousClock.now + patience
        let longest = missing.map(\.count).max() ?? 0
        while !missing.isEmpty {
            guard ContinuousClock.now < deadline else {
                let end = String(decoding: tail.suffix(400), as: UTF8.self)
                throw Failure(
                    description: "“\(texts.joined(separator: "”, “"))” did not come; last: \(end.debugDescription)")
            }
            guard let piece = read(within: .milliseconds(100)) else { continue }
            tail += piece
            missing.removeAll { tail.contains(text: $0) }
            tail = Array(tail.suffix(max(longest, 4_000)))
        }
        return .now
    }

    /// Forgets what was read, so that `wait` only finds what comes from now on.
    func forget() { tail = [] }

    /// The instants of the first and the last piece of the next burst, which ends when nothing comes for `gap`.
    func burst(patience: Duration, gap: Duration) -> (first: ContinuousClock.Instant, last: ContinuousClock.Instant)? {
        guard let piece = read(within: patience), !piece.isEmpty else { return nil }
        let first = ContinuousClock.now
        var last = first
        while read(within: gap) != nil { last = .now }
        return (first, last)
    }

    /// Reads for a while; returns how many bytes came.
    @discardableResult
    func drain(for duration: Duration) -> Int {
        let before = bytesRead
        let deadline = ContinuousClock.now + duration
        while case let left = deadline - ContinuousClock.now, left > .zero {
            _ = read(within: min(left, .milliseconds(200)))
        }
        return bytesRead - before
    }
}

extension [UInt8] {
    func contains(text: [UInt8]) -> Bool {
        guard let first = text.first, count >= text.count else { return text.isEmpty }
        return withUnsafeBufferPointer { bytes in
            for n in 0...(bytes.count - text.count) where bytes[n] == first {
                if bytes[n..<(n + text.count)].elementsEqual(text) { return true }
            }
            return false
        }
    }
}
