import CSystem
import Glibc
import Model

/// The lock that one writing process holds across commit, checkpoint and close.
///
/// SQLite before 3.51.3 can lose pages when a write and a checkpoint of two connections meet; this keeps them apart.
final class WriterLock {
    private let descriptor: Int32
    private var depth = 0

    init(path: String) throws(LogFault) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? .readOnly(path: path) : .failed(reason: "\(path): \(errorText(errno))")
        }
    }

    deinit { close(descriptor) }

    /// Runs `work` alone among all processes; waits up to `patience` for the one who holds the lock.
    func exclusively<Result>(patience: Span = .seconds(10), _ work: () throws -> Result) throws -> Result {
        try acquire(patience: patience)
        defer { release() }
        return try work()
    }

    private func acquire(patience: Span) throws(LogFault) {
        depth += 1
        guard depth == 1 else { return }
        let start = caricc_boot_milliseconds()
        while !turn(F_WRLCK), caricc_boot_milliseconds() - start < patience.milliseconds { usleep(500) }
        defer { _ = turn(F_UNLCK) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let waited = caricc_boot_milliseconds() - start
            guard errno == EWOULDBLOCK || errno == EINTR, waited < patience.milliseconds else {
                depth -= 1
                throw .locked(holder: holder, waited: Span(milliseconds: waited))
            }
            usleep(200)
        }
        var name = Array("\(getpid())\n".utf8)
        name += [UInt8](repeating: 0x20, count: 16 - name.count)
        _ = name.withUnsafeBytes { pwrite(descriptor, $0.baseAddress!, $0.count, 0) }
    }

    /// Takes or gives back the place at the door: only one waits there, and who has just let go cannot overtake it.
    private func turn(_ kind: Int32) -> Bool {
        var place = Glibc.flock()
        place.l_type = Int16(kind)
        place.l_whence = Int16(SEEK_SET)
        place.l_start = 64
        place.l_len = 1
        // F_OFD_SETLK, which belongs to the open file as flock(2) does, and is not dropped by another close.
        return fcntl(descriptor, 37, &place) == 0
    }

    private func release() {
        depth -= 1
        if depth == 0 { _ = flock(descriptor, LOCK_UN) }
    }

    private var holder: Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress!, 16, 0) }
        guard got > 0 else { return nil }
        return Int32(String(decoding: bytes.prefix(got).prefix { $0 >= 0x30 && $0 <= 0x39 }, as: UTF8.self))
    }
}
