import Glibc
import Model

extension FolderHandle {
    /// When a name came into the folder, as far as the file system tells: the change of its status, which a rename is. Nil where
    /// it is gone.
    package func arrival(of name: FileName) -> Instant? {
        var facts = stat()
        guard fstatat(descriptor, name.terminated, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return SafeFile.instant(facts.st_ctim)
    }

    /// A descriptor that becomes readable when something is renamed or written into one of the folders; -1 where the system
    /// has none left. The caller closes it.
    package static func bell(of folders: [FolderHandle]) -> Int32 {
        let bell = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard bell >= 0 else { return bell }
        for folder in folders {
            _ = inotify_add_watch(bell, "/proc/self/fd/\(folder.descriptor)", UInt32(IN_MOVED_TO | IN_CLOSE_WRITE))
        }
        return bell
    }

    /// Takes the place of the only reader of this folder: an exclusive lock on a file in it, with the number of the process.
    ///
    /// Returns the descriptor that holds the lock; throws `.held` with who holds it.
    package func lock(_ name: FileName) throws(LockFault) -> Int32 {
        let file = openat(descriptor, name.terminated, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .file(FolderHandle.fault(errno)) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            var bytes = [UInt8](repeating: 0, count: 16)
            let count = pread(file, &bytes, bytes.count, 0)
            close(file)
            guard code == EWOULDBLOCK else { throw .file(.system(errno: code)) }
            let digits = bytes.prefix(max(count, 0)).prefix { (0x30...0x39).contains($0) }
            throw .held(by: Int32(String(decoding: digits, as: UTF8.self)))
        }
        let pid = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, pid, pid.count, 0) == pid.count else {
            let code = errno
            close(file)
            throw .file(.system(errno: code))
        }
        return file
    }

    package enum LockFault: Error, Equatable, Sendable {
        case held(by: Int32?)
        case file(SafeFile.Fault)
    }

    /// Puts a small file in the place of an older one, in one step; nobody ever reads half of it.
    package func replace(_ bytes: [UInt8], as name: FileName, by temporary: FileName) throws(SafeFile.Fault) {
        _ = unlinkat(descriptor, temporary.terminated, 0)
        try write(bytes, as: temporary)
        guard renameat(descriptor, temporary.terminated, descriptor, name.terminated) == 0 else {
            throw .system(errno: errno)
        }
    }
}
