import Glibc

/// Files that come with the program: words, places. They lie beside it after a build, and in `../share/caricc` when it
/// is installed, whatever folder it was started from.
package enum ShippedFiles {
    /// A file is there and cannot be read: the system's error number.
    package struct Unreadable: Error, Hashable, Sendable {
        package let path: String
        package let code: Int32
    }

    /// Where a folder of files is looked for, best first.
    ///
    /// - Parameters:
    ///   - name: the folder's name.
    ///   - target: the target that it belongs to.
    package static func folders(named name: String, of target: String) -> [String] {
        guard let beside = executableFolder() else { return [] }
        return ["\(beside)/caricc_\(target).resources/\(name)", "\(beside)/../share/caricc/\(name)"]
    }

    /// The folder of the running program's file.
    private static func executableFolder() -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0, let slash = buffer[..<count].lastIndex(of: CChar(UInt8(ascii: "/"))) else { return nil }
        return String(decoding: buffer[..<slash].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The bytes of a file; nil where there is none.
    package static func contents(of path: String) throws(Unreadable) -> [UInt8]? {
        guard let file = fopen(path, "rbe") else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { return nil }
            throw Unreadable(path: path, code: code)
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            if count < chunk.count { break }
        }
        if ferror(file) != 0 { throw Unreadable(path: path, code: errno) }
        return bytes
    }
}
