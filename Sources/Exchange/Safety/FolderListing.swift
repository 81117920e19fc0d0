import Glibc
import Model

/// The oldest files of a folder, and how many there are in all.
package struct FolderListing: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let name: FileName
        /// When its content was last changed, by the clock of who wrote it.
        package let modified: Instant
        /// 0 for what is no regular file.
        package let byteCount: Int64
        /// What it is instead of a regular file; nil for a regular one.
        package let fault: SafeFile.Fault?

        /// By age, the oldest first, then by name.
        static func precedes(_ a: Entry, _ b: Entry) -> Bool {
            a.modified == b.modified ? a.name < b.name : a.modified < b.modified
        }
    }

    /// At most as many as were asked for, the oldest first.
    package let oldest: [Entry]
    /// All of the folder, without dot files.
    package let count: Int
    /// The sum of all regular files.
    package let byteCount: Int64
    /// When the oldest of all was changed.
    package var oldestModified: Instant? { oldest.first?.modified }
}

extension FolderHandle {
    /// The names in the folder, by age and then by name, without dot files. Holds at most twice `limit` entries in memory,
    /// however many there are; nothing is opened.
    package func names(limit: Int = 1_000) throws(SafeFile.Fault) -> FolderListing {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw .system(errno: errno) }
        guard let stream = fdopendir(copy) else {
            let code = errno
            close(copy)
            throw .system(errno: code)
        }
        defer { closedir(stream) }
        var oldest: [FolderListing.Entry] = []
        var count = 0
        var byteCount: Int64 = 0
        while let place = readdir(stream) {
            guard let name = FolderHandle.name(of: place), !name.isHidden, let entry = entry(name) else { continue }
            count += 1
            byteCount = byteCount.addingReportingOverflow(entry.byteCount).partialValue
            oldest.append(entry)
            if oldest.count >= max(2 * limit, 2) { FolderHandle.keep(limit, of: &oldest) }
        }
        FolderHandle.keep(limit, of: &oldest)
        return FolderListing(oldest: oldest, count: count, byteCount: byteCount)
    }

    private static func keep(_ limit: Int, of entries: inout [FolderListing.Entry]) {
        entries.sort(by: FolderListing.Entry.precedes)
        if entries.count > limit { entries.removeLast(entries.count - limit) }
    }

    private static func name(of place: UnsafeMutablePointer<dirent>) -> FileName? {
        withUnsafeBytes(of: &place.pointee.d_name) { FileName(bytes: $0.prefix { $0 != 0 }) }
    }

    /// Nil where it is gone already.
    private func entry(_ name: FileName) -> FolderListing.Entry? {
        var facts = stat()
        guard fstatat(descriptor, name.terminated, &facts, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        let fault = facts.st_mode & S_IFMT == S_IFLNK ? .symbolicLink : SafeFile.fault(ofMode: facts.st_mode)
        return FolderListing.Entry(
            name: name, modified: SafeFile.instant(facts.st_mtim), byteCount: fault == nil ? Int64(facts.st_size) : 0,
            fault: fault)
    }
}
