import Glibc

/// A process that a campaign started; its standard input is empty.
final class ChildProcess {
    enum End: Equatable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    let id: pid_t
    private(set) var end: End?

    /// - Parameters:
    ///   - executable: a path; nil for this program itself.
    ///   - output: a file for what it prints; nil for the same place as ours.
    init(
        _ arguments: [String], executable: String? = nil, environment: [String: String] = [:], output: String? = nil
    ) throws {
        let path = executable ?? ChildProcess.ownPath
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }
        var variables: [String] = []
        var place = environ
        while let variable = place.pointee {
            variables.append(String(cString: variable))
            place += 1
        }
        variables += environment.map { "\($0.key)=\($0.value)" }
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for word in words + surroundings { free(word) } }
        var id = pid_t()
        let code = posix_spawn(&id, path, &actions, nil, &words, &surroundings)
        guard code == 0 else { throw Violation("\(path) cannot be started: \(String(cString: strerror(code)))") }
        self.id = id
    }

    deinit {
        guard end == nil else { return }
        Glibc.kill(id, SIGKILL)
        wait()
    }

    static let ownPath: String = link("/proc/self/exe")

    /// The folder that this program lies in, without a slash at the end.
    static var ownFolder: String { String(ownPath[..<(ownPath.lastIndex(of: "/") ?? ownPath.endIndex)]) }

    private static func link(_ path: String) -> String {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = readlink(path, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func kill() {
        guard end == nil else { return }
        Glibc.kill(id, SIGKILL)
    }

    @discardableResult
    func wait() -> End {
        if let end { return end }
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return conclude(status)
    }

    /// How it ended within this time; nil when it goes on.
    func wait(milliseconds: Int64) -> End? {
        let start = Stopwatch()
        while end == nil {
            var status: Int32 = 0
            if waitpid(id, &status, WNOHANG) == id { return conclude(status) }
            if start.milliseconds >= Double(milliseconds) { return nil }
            usleep(500)
        }
        return end
    }

    private func conclude(_ status: Int32) -> End {
        let found: End = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
        end = found
        return found
    }
}
