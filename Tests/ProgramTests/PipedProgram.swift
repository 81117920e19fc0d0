import Foundation
import Glibc

/// The program with pipes that somebody else holds the other end of, so that it waits where a test wants it to.
final class PipedProgram {
    let process: pid_t
    private var ends: [Int32: Int32] = [:]
    private let folder: String
    private var isOver = false

    /// - Parameter pipes: the descriptors that are pipes in it; 0 is standard input
    init?(_ arguments: [String], environment: [String: String], pipes: [Int32]) {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("caricc-piped-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if !pipes.contains(0) { posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) }
        posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT, 0o600)
        var readers: [Int32] = []
        for descriptor in pipes {
            var pair: [Int32] = [0, 0]
            guard pipe(&pair) == 0, fcntl(pair[1], F_SETFD, FD_CLOEXEC) == 0 else { return nil }
            // Out of the way of the numbers that the program is told.
            let reader = fcntl(pair[0], F_DUPFD_CLOEXEC, 100)
            close(pair[0])
            posix_spawn_file_actions_adddup2(&actions, reader, descriptor)
            readers.append(reader)
            ends[descriptor] = pair[1]
        }
        var child = pid_t()
        let settings = Program.base.merging(environment) { $1 }.map { "\($0)=\($1)" }
        let status = Program.withStrings([Program.path] + arguments) { argv in
            Program.withStrings(settings) { envp in posix_spawn(&child, Program.path, &actions, nil, argv, envp) }
        }
        for reader in readers { close(reader) }
        guard status == 0 else { return nil }
        process = child
    }

    deinit {
        for (_, end) in ends { close(end) }
        if !isOver { stop() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    func write(_ text: String, to descriptor: Int32) {
        guard let end = ends[descriptor] else { return }
        let bytes = Array(text.utf8)
        _ = Glibc.write(end, bytes, bytes.count)
    }

    func end(_ descriptor: Int32) { if let end = ends.removeValue(forKey: descriptor) { close(end) } }

    var output: String { (try? String(contentsOfFile: folder + "/out", encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOfFile: folder + "/err", encoding: .utf8)) ?? "" }

    func shows(_ text: String, seconds: Double = 30) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if output.contains(text) { return true }
            usleep(20_000)
        }
        return false
    }

    /// Ends it without a chance to tidy up.
    func stop() {
        kill(process, SIGKILL)
        _ = wait()
    }

    /// The exit status, 128 and more for a signal.
    func wait() -> Int32 {
        var state: Int32 = 0
        while waitpid(process, &state, 0) < 0, errno == EINTR {}
        isOver = true
        return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
    }
}
