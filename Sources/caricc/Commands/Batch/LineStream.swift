import Glibc

/// The lines of a file, one after the other, however long the file is.
struct LineStream {
    enum Fault: Error, Equatable {
        case cannotOpen(errno: Int32)
        case cannotRead(errno: Int32)
    }

    /// A line of a batch; longer ones are handed over cut, and say so.
    static let longestLine = 1 << 16

    struct Line: Equatable {
        /// Counted from 1.
        let number: Int
        let text: String
        let isTooLong: Bool
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var place = 0
    private var number = 0
    private var isOver = false

    /// - Parameter path: `-` for standard input
    init(path: String) throws(Fault) {
        if path == "-" {
            descriptor = STDIN_FILENO
        } else {
            descriptor = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .cannotOpen(errno: errno) }
        }
    }

    func close() { if descriptor != STDIN_FILENO { Glibc.close(descriptor) } }

    /// Nil at the end. What stands behind the last line end is a line, too.
    mutating func next() throws(Fault) -> Line? {
        var bytes: [UInt8] = []
        var isTooLong = false
        while true {
            if place == buffer.count { try fill() }
            guard place < buffer.count else {
                guard !bytes.isEmpty else { return nil }
                break
            }
            let end = buffer[place...].firstIndex(of: 0x0A)
            let piece = buffer[place..<(end ?? buffer.count)]
            isTooLong = isTooLong || bytes.count + piece.count > LineStream.longestLine
            if !isTooLong { bytes += piece } else if bytes.isEmpty { bytes = Array(piece.prefix(80)) }
            place = (end ?? buffer.count - 1) + 1
            if end != nil { break }
        }
        number += 1
        return Line(number: number, text: String(decoding: bytes, as: UTF8.self), isTooLong: isTooLong)
    }

    private mutating func fill() throws(Fault) {
        guard !isOver else { return }
        buffer = [UInt8](repeating: 0, count: 1 << 16)
        place = 0
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
                continue
            }
            guard count >= 0 else { throw .cannotRead(errno: errno) }
            isOver = count == 0
            buffer.removeLast(buffer.count - count)
            return
        }
    }
}
