private import Glibc

/// Bytes on their way to the terminal, written as it takes them, so that nobody ever waits for it.
///
/// They go through an open file description of our own: `O_NONBLOCK` on the inherited one would change the shell's.
struct OutputQueue {
    /// Where poll(2) waits for `POLLOUT`.
    let descriptor: Int32
    /// Set when the terminal has no other end any more.
    private(set) var isBroken = false
    /// A write of more bytes than this could block; only without a description of our own.
    private let largestWrite: Int
    private var bytes: [UInt8] = []
    private var start = 0

    var isEmpty: Bool { start == bytes.count }
    /// Set when the descriptor is our own and does not block.
    var isOwn: Bool { largestWrite > 1 }
    /// Bytes that the terminal has not taken yet.
    var count: Int { bytes.count - start }

    /// For a descriptor of a terminal. Where its device may not be opened again, as after `su`, bytes go one at a time
    /// through a copy: a terminal that polls writable takes one without blocking.
    init(terminal: Int32) {
        let flags = O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        var own = open("/proc/self/fd/\(terminal)", flags)
        if own >= 0, isatty(own) == 0 {
            Glibc.close(own)
            own = -1
        }
        if own < 0, let name = ttyname(terminal) { own = open(name, flags) }
        largestWrite = own >= 0 ? 16_384 : 1
        descriptor = own >= 0 ? own : fcntl(terminal, F_DUPFD_CLOEXEC, 3)
    }

    func close() {
        Glibc.close(descriptor)
    }

    mutating func append(_ new: some Sequence<UInt8>) {
        guard !isBroken else { return }
        bytes += new
    }

    /// Forgets what was not written.
    mutating func drop() {
        bytes = []
        start = 0
    }

    /// Writes what the terminal takes at once. Returns how many bytes.
    @discardableResult
    mutating func flush() -> Int {
        let before = start
        while start < bytes.count, !isBroken, isWritable(within: 0) {
            let piece = bytes[start..<min(start + largestWrite, bytes.count)]
            let written = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written > 0 {
                start += written
            } else if written < 0, errno != EINTR {
                if errno != EAGAIN { isBroken = true }
                break
            }
        }
        let written = start - before
        if isBroken || start == bytes.count {
            drop()
        } else if start > 1 << 16 {
            bytes.removeFirst(start)
            start = 0
        }
        return written
    }

    /// Writes for at most this long. Returns whether everything is written.
    @discardableResult
    mutating func drain(within limit: Duration) -> Bool {
        let end = ContinuousClock.now + limit
        while true {
            flush()
            let left = end - .now
            if isEmpty || isBroken || left <= .zero { return isEmpty && !isBroken }
            _ = isWritable(within: min(left.milliseconds + 1, 50))
        }
    }

    private func isWritable(within milliseconds: Int) -> Bool {
        var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&state, 1, Int32(clamping: milliseconds)) > 0
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    package var milliseconds: Int {
        Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
