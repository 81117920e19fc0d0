import Foundation
import Glibc
import Wording

/// The file of saved views of the person at the keyboard.
struct ViewsFile {
    let path: String

    /// Puts a whole new file in the place of the old one, readable by its owner alone; `errno` where that fails.
    func write(_ text: String) -> Int32? {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            return errno == 0 ? EIO : errno
        }
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { return errno }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if let code = ViewsFile.fill(descriptor, with: Array(text.utf8)) ?? ViewsFile.move(temporary, to: path) {
            unlink(temporary)
            return code
        }
        return nil
    }

    private static func move(_ temporary: String, to path: String) -> Int32? {
        rename(temporary, path) == 0 ? nil : errno
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32? {
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { return errno }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            written += count
        }
        return fsync(descriptor) == 0 ? nil : errno
    }

    static func unwritable(_ path: String, errno code: Int32) -> Message {
        "The views cannot be kept in \(path): \(String(cString: strerror(code))). They hold until you leave"
    }
}
