import Glibc

/// One of the standard streams for writing, buffered; a reader who left is told apart from a disk that failed.
final class TextStream {
    enum Fault: Error, Equatable, Sendable {
        /// Nobody reads any more, as behind `head`.
        case readerGone
        case failed(errno: Int32)
    }

    let descriptor: Int32
    let isTerminal: Bool
    private var buffer: [UInt8] = []
    private static let bufferBytes = 1 << 16

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func write(_ bytes: some Sequence<UInt8>) throws(Fault) {
        buffer += bytes
        if buffer.count >= TextStream.bufferBytes { try flush() }
    }

    func write(_ text: String) throws(Fault) { try write(text.utf8) }

    func flush() throws(Fault) {
        let bytes = buffer
        buffer.removeAll(keepingCapacity: true)
        var offset = 0
        while offset < bytes.count {
            let put = bytes.withUnsafeBytes { raw in
                Glibc.write(descriptor, raw.baseAddress?.advanced(by: offset), raw.count - offset)
            }
            if put > 0 {
                offset += put
            } else if errno == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            } else if errno == EPIPE {
                throw .readerGone
            } else if errno != EINTR {
                throw .failed(errno: errno)
            }
        }
    }

    /// How many columns the terminal has; nil where it is none or does not say.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
