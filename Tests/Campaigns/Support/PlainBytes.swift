import Glibc

/// Whole files, read and written without any care for durability. Never a database that is open here.
enum PlainBytes {
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress! + count, $0.count - count, off_t(count))
            }
            guard got > 0 else { break }
            count += got
        }
        return Array(bytes.prefix(count))
    }

    static func write(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Violation("\(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var count = 0
        while count < bytes.count {
            let put = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + count, bytes.count - count) }
            guard put > 0 else { throw Violation("\(path): \(String(cString: strerror(errno)))") }
            count += put
        }
    }

    static func names(_ path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let item = readdir(stream) {
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The files of a folder by name, and nothing below it.
    static func folder(_ path: String) -> [String: [UInt8]] {
        names(path).reduce(into: [:]) { files, name in files[name] = read(path + "/" + name) }
    }

    /// Makes the folder hold these files and no others. The key stays private.
    static func replace(_ path: String, by files: [String: [UInt8]]) throws {
        for name in names(path) { unlink(path + "/" + name) }
        mkdir(path, 0o755)
        for (name, bytes) in files {
            try write(path + "/" + name, bytes, mode: name.hasSuffix(".key") ? 0o600 : 0o644)
        }
    }
}
