import Glibc

/// The folder of what one person's consoles remember.
enum StateFolder {
    /// Makes a folder and those above it, for its owner alone; the system's error number, or 0.
    static func make(_ folder: String) -> Int32 {
        var parent = ""
        for part in folder.split(separator: "/") {
            parent += "/\(part)"
            if mkdir(parent, 0o700) != 0, errno != EEXIST { return errno }
        }
        return 0
    }

    /// Puts a whole file in place of another at once; the system's error number, or 0.
    static func put(_ text: String, at path: String) -> Int32 {
        let fresh = "\(path).\(getpid())"
        unlink(fresh)
        let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return errno }
        var bytes = Array(text.utf8)[...]
        var code: Int32 = 0
        while !bytes.isEmpty, code == 0 {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR { code = errno }
        }
        close(file)
        if code == 0, rename(fresh, path) != 0 { code = errno }
        if code != 0 { unlink(fresh) }
        return code
    }

    /// Up to a mebibyte of a plain file, bad bytes replaced; nil where there is none.
    static func read(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < 1 << 20 {
            let count = Glibc.read(file, &chunk, chunk.count)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
