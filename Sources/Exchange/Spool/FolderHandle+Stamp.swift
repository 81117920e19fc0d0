import Glibc

/// Which file a name means at a moment: what a rename does not change.
package struct FileStamp: Hashable, Sendable {
    let device: UInt64
    let node: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
}

extension FolderHandle {
    /// Nil where nothing has the name.
    package func stamp(of name: FileName) -> FileStamp? {
        var facts = stat()
        guard fstatat(descriptor, name.terminated, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return FileStamp(
            device: UInt64(facts.st_dev), node: UInt64(facts.st_ino), size: Int64(facts.st_size),
            seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec)
    }
}
