import Glibc

/// A child process at the other end of a socket that is its standard input and output.
final class ReaderChild {
    enum Fault: Error, Equatable {
        case notStarted
        case late
        /// It closed the connection, or died.
        case gone
        case badAnswer
    }

    let id: pid_t
    private let socket: Int32
    private var status: Int32?

    init(executable: String, arguments: [String]) throws(Fault) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .notStarted }
        defer { close(ends[1]) }
        guard let id = ReaderChild.spawn(executable, arguments, ends[1]) else {
            close(ends[0])
            throw .notStarted
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        self.id = id
        socket = ends[0]
    }

    deinit {
        _ = end()
        close(socket)
    }

    /// In a process group of its own, so that a key at the terminal does not end it; with nothing of our environment but where
    /// libraries lie.
    private static func spawn(_ executable: String, _ arguments: [String], _ end: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, end, 0)
        posix_spawn_file_actions_adddup2(&actions, end, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
        var variables = ["SWIFT_BACKTRACE=enable=no", "LC_ALL=C"]
        if let libraries = getenv("LD_LIBRARY_PATH") {
            variables.append("LD_LIBRARY_PATH=\(String(cString: libraries))")
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        var surroundings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for word in words + surroundings { free(word) } }
        var id = pid_t()
        return posix_spawn(&id, executable, &actions, &attributes, &words, &surroundings) == 0 ? id : nil
    }

    /// Sends a request, if there is one, and waits for the answer.
    func exchange(_ request: [UInt8]?, within milliseconds: Int64, answerBytes: Int) throws(Fault) -> [UInt8] {
        let deadline = ReaderChild.now + milliseconds
        let frame = request.map { Frame.head($0.count) + $0 } ?? []
        var sent = 0
        var answer: [UInt8] = []
        while true {
            try wait(writing: sent < frame.count, until: deadline)
            if sent < frame.count { sent += try send(frame[sent...]) }
            try receive(into: &answer)
            guard answer.count >= 4 else { continue }
            let count = Frame.count(answer[..<4])
            guard count <= answerBytes, answer.count <= count + 4 else { throw .badAnswer }
            if answer.count == count + 4 {
                guard sent == frame.count else { throw .badAnswer }
                return Array(answer[4...])
            }
        }
    }

    private func wait(writing: Bool, until deadline: Int64) throws(Fault) {
        while true {
            let left = deadline - ReaderChild.now
            guard left > 0 else { throw .late }
            var request = pollfd(fd: socket, events: Int16(POLLIN) | (writing ? Int16(POLLOUT) : 0), revents: 0)
            let count = poll(&request, 1, Int32(clamping: left))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .gone }
        }
    }

    private func send(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Int {
        let count = bytes.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count >= 0 { return count }
        if errno == EAGAIN || errno == EINTR { return 0 }
        throw .gone
    }

    private func receive(into answer: inout [UInt8]) throws(Fault) {
        let step = 1 << 16
        var failure: Int32 = 0
        var isEnd = false
        answer += [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
            let count = Glibc.read(socket, buffer.baseAddress, step)
            filled = max(0, count)
            isEnd = count == 0
            if count < 0 { failure = errno }
        }
        if isEnd || (failure != 0 && failure != EAGAIN && failure != EINTR) { throw .gone }
    }

    /// Kills it unless it has ended or is about to, and waits for that. The number of the signal that ended it before, if one did.
    @discardableResult
    func end(isGone: Bool = false) -> Int? {
        if status == nil {
            var found: Int32 = 0
            // The connection is closed a moment before the process is gone.
            for _ in 0..<(isGone ? 200 : 1) where status == nil {
                if waitpid(id, &found, WNOHANG) == id { status = found } else { usleep(1_000) }
            }
            if status == nil {
                kill(id, SIGKILL)
                while waitpid(id, &found, 0) < 0, errno == EINTR {}
                status = 0
            }
        }
        let signal = (status ?? 0) & 0x7F
        return signal == 0 ? nil : Int(signal)
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
