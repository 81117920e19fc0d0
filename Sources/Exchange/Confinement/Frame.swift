import Glibc

/// How the two processes talk: four bytes with the length, the highest first, then that many bytes.
enum Frame {
    /// 64 MiB; nobody sends more.
    static let limitBytes = 1 << 26

    static func head(_ count: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    }

    static func count(_ head: some Collection<UInt8>) -> Int { head.reduce(0) { $0 << 8 | Int($1) } }

    /// Waits for a whole frame; nil at the end of the stream, and where it breaks off or is too long.
    static func read(_ descriptor: Int32) -> [UInt8]? {
        guard let head = read(descriptor, count: 4), case let count = count(head), count <= limitBytes else {
            return nil
        }
        return read(descriptor, count: count)
    }

    private static func read(_ descriptor: Int32, count: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let received = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if received > 0 { filled += received } else if received == 0 || errno != EINTR { return }
            }
        }
        return bytes.count == count ? bytes : nil
    }

    /// Writes a whole frame; false where nobody reads any more.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        let frame = head(bytes.count) + bytes
        var done = 0
        while done < frame.count {
            let count = frame[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { done += count } else if errno != EINTR { return false }
        }
        return true
    }
}
