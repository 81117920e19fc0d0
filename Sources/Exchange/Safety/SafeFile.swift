import Glibc
import Model

/// Reads a file that somebody else wrote: only a regular file, whole, within a limit, and unchanged meanwhile.
package enum SafeFile {
    package enum Fault: Error, Equatable, Sendable {
        case notThere
        case notAllowed
        case symbolicLink
        case directory
        case namedPipe
        case socket
        case device
        case tooLarge(limitBytes: Int)
        /// It grew, shrank or was written to while it was read.
        case changedWhileRead
        /// A hard link: the same file lies elsewhere, too.
        case severalNames(count: Int)
        case foreignOwner(user: UInt32)
        /// Beyond the folder, or on another file system.
        case outside
        /// The name is taken, where a new one is made.
        case exists
        case system(errno: Int32)
    }

    /// What a file held, and when it was written.
    package struct Contents: Equatable, Sendable {
        package let bytes: [UInt8]
        package let modified: Instant
    }

    /// 1 GiB.
    package static let defaultLimitBytes = 1 << 30

    /// The bytes of a file; `-` is standard input, which may be anything.
    ///
    /// Opens without following a symbolic link in the last part of the path and without waiting for a named pipe.
    package static func read(_ path: String, limitBytes: Int = defaultLimitBytes) throws(Fault) -> [UInt8] {
        if path == "-" { return try drain(STDIN_FILENO, limitBytes: limitBytes) }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw openingFault(errno) }
        defer { close(descriptor) }
        let before = try status(of: descriptor)
        if let fault = fault(ofMode: before.st_mode) { throw fault }
        return try readWhole(descriptor, before, limitBytes: limitBytes)
    }

    /// Reads an open regular file to its end, and looks again whether it is the same as `before`.
    static func readWhole(_ descriptor: Int32, _ before: stat, limitBytes: Int) throws(Fault) -> [UInt8] {
        guard before.st_size <= limitBytes else { throw .tooLarge(limitBytes: limitBytes) }
        let bytes = try take(from: descriptor, count: Int(before.st_size))
        let beyond = try take(from: descriptor, count: 1)
        let after = try status(of: descriptor)
        guard bytes.count == before.st_size, beyond.isEmpty, after.st_size == before.st_size,
            instant(after.st_mtim) == instant(before.st_mtim), after.st_mtim.tv_nsec == before.st_mtim.tv_nsec,
            after.st_ctim.tv_sec == before.st_ctim.tv_sec, after.st_ctim.tv_nsec == before.st_ctim.tv_nsec
        else { throw .changedWhileRead }
        return bytes
    }

    /// To the millisecond.
    static func instant(_ time: timespec) -> Instant {
        Instant(milliseconds: Int64(time.tv_sec) &* 1_000 &+ Int64(time.tv_nsec) / 1_000_000)
    }

    /// Everything up to the end of a stream.
    static func drain(_ descriptor: Int32, limitBytes: Int) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        let step = 1 << 16
        while true {
            let piece = try take(from: descriptor, count: step)
            bytes += piece
            guard bytes.count <= limitBytes else { throw .tooLarge(limitBytes: limitBytes) }
            if piece.count < step { return bytes }
        }
    }

    /// Up to `count` bytes; fewer only at the end.
    private static func take(from descriptor: Int32, count: Int) throws(Fault) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let received = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
                if received > 0 {
                    filled += received
                } else if received == 0 {
                    return
                } else if errno == EAGAIN {
                    waitUntilReadable(descriptor)
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw .system(errno: failure) }
        return bytes
    }

    /// A standard input that was set not to block has nothing yet.
    private static func waitUntilReadable(_ descriptor: Int32) {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&request, 1, -1)
    }

    static func status(of descriptor: Int32) throws(Fault) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno: errno) }
        return status
    }

    static func openingFault(_ code: Int32) -> Fault {
        switch code {
        case ELOOP: .symbolicLink
        case ENOENT, ENOTDIR: .notThere
        case EACCES, EPERM: .notAllowed
        case ENXIO: .socket
        default: .system(errno: code)
        }
    }

    static func fault(ofMode mode: mode_t) -> Fault? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: .directory
        case S_IFIFO: .namedPipe
        case S_IFSOCK: .socket
        default: .device
        }
    }
}
