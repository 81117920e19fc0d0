import Glibc

@testable import Exchange

/// A folder that goes away with the test, with everything in it.
final class ScratchFolder: Sendable {
    struct Failure: Error {}

    let path: String

    init() throws {
        var template = Array("/tmp/intake-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw Failure()
        }
        path = String(cString: made)
    }

    deinit { ScratchFolder.clear(path) }

    /// Names are bytes, so that those go, too, that are no text.
    private static func clear(_ path: String) {
        guard let handle = try? FolderHandle.open(path), let stream = opendir(path) else { return }
        while let place = readdir(stream) {
            let bytes = withUnsafeBytes(of: &place.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard let name = FileName(bytes: bytes) else { continue }
            if (try? handle.folder(name)) != nil { clear(path + "/" + name.text) }
            try? handle.remove(name)
        }
        closedir(stream)
        rmdir(path)
    }

    @discardableResult
    func write(_ bytes: [UInt8], as name: String = "file") throws -> String {
        let whole = path + "/" + name
        let descriptor = open(whole, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure() }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
        return whole
    }

    func handle() throws -> FolderHandle { try FolderHandle.open(path) }
}
