import CSystem
import Glibc
import Model

/// How key files are read and written: nothing is followed, nothing waited for, nothing replaced by accident.
enum KeyFileAccess {
    static func read(_ path: String) throws(KeyFileFault) -> (bytes: [UInt8], found: FileHome) {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(errno, opening: true) }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw fault(errno) }
        try check(facts)
        var bytes = [UInt8](repeating: 0, count: OfficerKeyFile.greatestSize + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw fault(errno) }
            if got == 0 { break }
            count += got
        }
        guard count <= OfficerKeyFile.greatestSize else { throw .tooLarge(bytes: count) }
        return (Array(bytes[..<count]), FileHome(facts))
    }

    private static func check(_ facts: stat) throws(KeyFileFault) {
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard facts.st_uid == geteuid() else { throw .wrongOwner(uid: facts.st_uid) }
        guard facts.st_mode & 0o077 == 0 else { throw .openToOthers(mode: facts.st_mode & 0o7777) }
        guard facts.st_nlink == 1 else { throw .otherNames(count: Int(facts.st_nlink)) }
        guard facts.st_size <= OfficerKeyFile.greatestSize else { throw .tooLarge(bytes: Int(facts.st_size)) }
    }

    /// Writes a file whose content names its own home: under another name first, then durable, then in its place.
    static func write(_ path: String, replacing: Bool, _ content: (FileHome) throws(KeyFileFault) -> [UInt8])
        throws(KeyFileFault)
    {
        var random = SystemRandomNumberGenerator()
        let temporary = "\(path).\(Hexadecimal.text((0..<6).map { _ in random.next() })).new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(errno) }
        defer { close(descriptor) }
        do throws(KeyFileFault) {
            // The mask of the process must not take the owner's own rights away.
            var facts = stat()
            guard fchmod(descriptor, 0o600) == 0, fstat(descriptor, &facts) == 0 else { throw fault(errno) }
            let bytes = try content(FileHome(facts))
            var offset = 0
            while offset < bytes.count {
                let put = bytes.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset)
                }
                if put < 0, errno == EINTR { continue }
                guard put > 0 else { throw fault(errno) }
                offset += put
            }
            guard fsync(descriptor) == 0 else { throw fault(errno) }
            let renamed = replacing ? rename(temporary, path) : caricc_rename_new(temporary, path)
            guard renamed == 0 else { throw fault(errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        PlainFile.syncFolder(of: path)
    }

    /// - Parameter opening: a path is opened that may be anything
    static func fault(_ code: Int32, opening: Bool = false) -> KeyFileFault {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .notAllowed
        case EEXIST: .existsAlready
        case ELOOP where opening: .symbolicLink
        case ENXIO where opening, ENODEV where opening: .notAFile
        default: .system(errno: code)
        }
    }
}

extension FileHome {
    init(_ facts: stat) { self.init(device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino)) }
}
