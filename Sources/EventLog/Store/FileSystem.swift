import CSystem
import Glibc

/// What kind of disk a folder lies on. SQLite's write-ahead log needs one host and real locks.
package enum FileSystem: Equatable, Sendable {
    case local
    /// Works, but is gone with the machine.
    case volatile(name: String)
    case network(name: String)

    package static func holding(_ path: String) -> FileSystem { FileSystem(type: caricc_file_system_type(path)) }

    /// By the number that statfs(2) gives.
    init(type: Int64) {
        self =
            switch type {
            case 0x6969: .network(name: "NFS")
            case 0x517B, 0xFE53_4D42: .network(name: "SMB")
            case 0xFF53_4D42: .network(name: "CIFS")
            case 0x6573_5546: .network(name: "FUSE")
            case 0x0102_1997: .network(name: "9P")
            case 0x00C3_6400: .network(name: "Ceph")
            case 0x5346_414F: .network(name: "AFS")
            case 0x0BD0_0BD0: .network(name: "Lustre")
            case 0x0102_1994: .volatile(name: "tmpfs")
            case 0x794C_7630: .volatile(name: "overlay")
            default: .local
            }
    }
}

/// Small file reads and writes that are not SQLite's. Never used on `*.sqlite*`: closing such a file would drop SQLite's locks.
enum PlainFile {
    static func read(_ path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        var count = 0
        while count < limit {
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, limit - count) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            count += got
        }
        return Array(bytes[..<count])
    }

    /// Writes a new file and makes it durable, folder included; fails when it is there already.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(LogFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw LogFault.failed(reason: "\(path): \(errorText(errno))") }
        defer { close(descriptor) }
        var offset = 0
        while offset < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw LogFault.failed(reason: "\(path): \(errorText(errno))") }
            offset += put
        }
        guard fsync(descriptor) == 0 else { throw LogFault.failed(reason: "\(path): \(errorText(errno))") }
        syncFolder(of: path)
    }

    static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}

func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }
