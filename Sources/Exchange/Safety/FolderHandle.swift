import CSystem
import Glibc

/// An open folder. Every act goes through its descriptor, so that renaming it or putting a link in its place changes nothing.
///
/// Safe for use by several threads: it holds one descriptor, which never changes.
package final class FolderHandle: Sendable {
    /// Whose files are taken.
    package enum Owners: Equatable, Sendable {
        /// Of the owner of the folder, and of the user this program runs as.
        case folderOrOwn
        /// Numbers of users.
        case only(Set<UInt32>)
        case anyone
    }

    let descriptor: Int32
    /// The number of the user who owns the folder.
    package let owner: UInt32
    /// Which file system it is on; a file can be renamed within one only.
    package let device: UInt64

    private init(descriptor: Int32) throws(SafeFile.Fault) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else {
            let code = errno
            close(descriptor)
            throw .system(errno: code)
        }
        self.descriptor = descriptor
        owner = facts.st_uid
        device = UInt64(facts.st_dev)
    }

    deinit { close(descriptor) }

    /// Opens a folder by its path, which the officer or the settings named; the last part may not be a symbolic link.
    package static func open(_ path: String) throws(SafeFile.Fault) -> FolderHandle {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(errno) }
        return try FolderHandle(descriptor: descriptor)
    }

    /// Opens a folder in this one, never through a link and never on another file system.
    package func folder(_ name: FileName) throws(SafeFile.Fault) -> FolderHandle {
        let descriptor = caricc_open_beneath(descriptor, name.terminated, O_RDONLY | O_DIRECTORY, 0)
        guard descriptor >= 0 else { throw FolderHandle.fault(errno) }
        return try FolderHandle(descriptor: descriptor)
    }

    /// Makes a folder in this one unless it is there, for its owner and group.
    package func makeFolder(_ name: FileName) throws(SafeFile.Fault) {
        guard mkdirat(descriptor, name.terminated, 0o770) == 0 || errno == EEXIST else { throw .system(errno: errno) }
    }

    /// Reads a file whole: a regular one with a single name, of the right owner, within the limit, and unchanged meanwhile.
    ///
    /// Never waits for a pipe, a device or a terminal, and never follows a link.
    package func read(
        _ name: FileName, limitBytes: Int, owners: Owners = .folderOrOwn
    ) throws(SafeFile.Fault) -> SafeFile.Contents {
        let file = caricc_open_beneath(descriptor, name.terminated, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0)
        guard file >= 0 else { throw FolderHandle.fault(errno) }
        defer { close(file) }
        let before = try SafeFile.status(of: file)
        if let fault = SafeFile.fault(ofMode: before.st_mode) { throw fault }
        guard before.st_nlink > 0 else { throw .changedWhileRead }
        guard before.st_nlink == 1 else { throw .severalNames(count: Int(before.st_nlink)) }
        guard isTaken(before.st_uid, owners) else { throw .foreignOwner(user: before.st_uid) }
        let bytes = try SafeFile.readWhole(file, before, limitBytes: limitBytes)
        awaitRename(name)
        try checkOnlyName(name, of: before)
        try checkOpenedName(name, file)
        return SafeFile.Contents(bytes: bytes, modified: SafeFile.instant(before.st_mtim))
    }

    /// That the file's one name is this one, as it was when reading began.
    ///
    /// A count of one is not enough: who links a foreign file into the folder, and takes the name away between our opening and
    /// our looking, leaves one name, too, elsewhere. Each link and unlink changes the time of the last change (`st_ctim`).
    private func checkOnlyName(_ name: FileName, of before: stat) throws(SafeFile.Fault) {
        var now = stat()
        guard fstatat(descriptor, name.terminated, &now, AT_SYMLINK_NOFOLLOW) == 0, now.st_ino == before.st_ino,
            now.st_dev == before.st_dev, now.st_nlink == 1, now.st_ctim.tv_sec == before.st_ctim.tv_sec,
            now.st_ctim.tv_nsec == before.st_ctim.tv_nsec
        else { throw .changedWhileRead }
    }

    /// Waits until a rename in the folder that is going on is through: while it is, a foreign file may have this name although
    /// it counts one name only. Asks for what is refused, to take away a folder where a file is, because that takes its turn.
    private func awaitRename(_ name: FileName) { _ = unlinkat(descriptor, name.terminated, AT_REMOVEDIR) }

    /// That the name by which the file was opened was never taken away since.
    ///
    /// The clock of `st_ctim` may tick too slowly to show a link that comes and goes (before Linux 6.13 every 4 ms). What the
    /// kernel calls the opened file has no clock: once its name was taken away it is "… (deleted)", even if the name comes back.
    /// Where there is no `/proc`, nothing is said against it.
    private func checkOpenedName(_ name: FileName, _ file: Int32) throws(SafeFile.Fault) {
        var path = [CChar](repeating: 0, count: 8_192)
        let length = readlink("/proc/self/fd/\(file)", &path, path.count)
        guard length > 0, length < path.count else { return }
        let last = path[..<length].map { UInt8(bitPattern: $0) }.reversed().prefix { $0 != UInt8(ascii: "/") }
            .reversed()
        guard last.elementsEqual(name.bytes) else { throw .changedWhileRead }
    }

    private func isTaken(_ user: UInt32, _ owners: Owners) -> Bool {
        switch owners {
        case .anyone: true
        case .only(let users): users.contains(user)
        case .folderOrOwn: user == owner || user == geteuid()
        }
    }

    /// Writes a new file, and waits until it is on the disk; `sync` then keeps its name.
    ///
    /// Throws `.exists` where the name is taken.
    package func write(_ bytes: [UInt8], as name: FileName) throws(SafeFile.Fault) {
        let file = caricc_open_beneath(descriptor, name.terminated, O_WRONLY | O_CREAT | O_EXCL | O_NOCTTY, 0o640)
        guard file >= 0 else { throw errno == EEXIST ? .exists : FolderHandle.fault(errno) }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw .system(errno: errno)
            }
            done += count
        }
        guard fsync(file) == 0 else { throw .system(errno: errno) }
    }

    /// Moves a file to another folder of the same file system. Throws `.exists` where the new name is taken.
    package func rename(_ name: FileName, to folder: FolderHandle, as newName: FileName) throws(SafeFile.Fault) {
        guard
            caricc_rename_new_at(descriptor, name.terminated, folder.descriptor, newName.terminated) == 0
        else { throw errno == EEXIST ? .exists : FolderHandle.fault(errno) }
    }

    /// Takes a name away; a folder of that name stays.
    package func remove(_ name: FileName) throws(SafeFile.Fault) {
        guard unlinkat(descriptor, name.terminated, 0) == 0 else { throw FolderHandle.fault(errno) }
    }

    /// Whether anything at all has this name.
    package func has(_ name: FileName) -> Bool {
        var facts = stat()
        return fstatat(descriptor, name.terminated, &facts, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Waits until the names in the folder are on the disk.
    package func sync() throws(SafeFile.Fault) {
        guard fsync(descriptor) == 0 else { throw .system(errno: errno) }
    }

    static func fault(_ code: Int32) -> SafeFile.Fault {
        code == EXDEV ? .outside : SafeFile.openingFault(code)
    }
}
