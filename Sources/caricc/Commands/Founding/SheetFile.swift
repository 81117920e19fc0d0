import EventLog
import Glibc
import Wording

/// A sheet of paper as a file: new, for its owner, complete or not there. It is made before the work that it tells of, so that no
/// work is done whose sheet cannot be written.
struct SheetFile {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFault.sheet(errno: errno, path: path) }
    }

    func write(_ lines: [String]) throws {
        defer { close(descriptor) }
        let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
        var offset = 0
        while offset < bytes.count {
            let put = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
            }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw fault() }
            offset += put
        }
        guard fsync(descriptor) == 0 else { throw fault() }
    }

    /// What it was to tell of did not come about.
    func discard() {
        close(descriptor)
        unlink(path)
    }

    private func fault() -> CommandFault {
        let code = errno
        unlink(path)
        return .sheet(errno: code, path: path)
    }
}
