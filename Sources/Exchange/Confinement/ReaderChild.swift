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
    /// What the child has not taken yet.
    private var outgoing: [UInt8] = []
    /// What came and was not asked for yet.
    private var incoming: [UInt8] = []
    /// How many bytes were given altogether, and where each request without an answer ends among them.
    private var given = 0
    private var ends: [Int] = []
    private var isGreeted = false
    /// It reads no more, and it writes no more.
    private var isDeaf = false
    private var isEnded = false

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

    // MARK: Talking

    /// Gives a request to the child, as much of it at once as fits; the rest goes while an answer is waited for.
    func give(_ request: [UInt8]) {
        outgoing += Frame.head(request.count) + request
        given += request.count + 4
        ends.append(given)
        send()
    }

    /// How many requests wait for an answer.
    var requestCount: Int { ends.count }

    /// Waits for the answer to the oldest request, or for the child's greeting where there is none yet.
    ///
    /// - Parameter milliseconds: how long to wait; what came before this is taken however late it is.
    func answer(within milliseconds: Int64, answerBytes: Int) throws(Fault) -> [UInt8] {
        let deadline = ReaderChild.now + milliseconds
        while true {
            if let answer = try firstAnswer(answerBytes) { return answer }
            try wait(until: deadline)
            send()
            // What came before the child went is still to be had.
            receive()
        }
    }

    private func firstAnswer(_ limit: Int) throws(Fault) -> [UInt8]? {
        guard incoming.count >= 4 else {
            if isEnded { throw .gone }
            return nil
        }
        let count = Frame.count(incoming[..<4])
        guard count <= limit else { throw .badAnswer }
        guard incoming.count >= count + 4 else {
            if isEnded { throw .gone }
            return nil
        }
        let answer = Array(incoming[4..<count + 4])
        incoming.removeSubrange(..<(count + 4))
        guard !ends.isEmpty else {
            guard !isGreeted, incoming.isEmpty else { throw .badAnswer }
            isGreeted = true
            return answer
        }
        // Nobody answers what was not read to its end, nor what was not asked.
        guard isGreeted, given - outgoing.count >= ends.removeFirst() else { throw .badAnswer }
        if ends.isEmpty, !incoming.isEmpty { throw .badAnswer }
        return answer
    }

    private func wait(until deadline: Int64) throws(Fault) {
        while true {
            let left = max(0, deadline - ReaderChild.now)
            let isWriting = !outgoing.isEmpty && !isDeaf
            var request = pollfd(fd: socket, events: Int16(POLLIN) | (isWriting ? Int16(POLLOUT) : 0), revents: 0)
            let count = poll(&request, 1, Int32(clamping: left))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .gone }
            guard left > 0 else { throw .late }
        }
    }

    private func send() {
        while !outgoing.isEmpty, !isDeaf {
            let count = outgoing.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 {
                if errno == EINTR { continue }
                // Gone: its last answers are read before that is said.
                isDeaf = errno != EAGAIN
                return
            }
            outgoing.removeFirst(count)
        }
    }

    private func receive() {
        let step = 1 << 16
        var failure: Int32 = 0
        incoming += [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
            let count = Glibc.read(socket, buffer.baseAddress, step)
            filled = max(0, count)
            if count == 0 { isEnded = true }
            if count < 0 { failure = errno }
        }
        if failure != 0, failure != EAGAIN, failure != EINTR { isEnded = true }
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
