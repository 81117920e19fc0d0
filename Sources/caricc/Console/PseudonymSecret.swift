import Glibc

/// The secret of this machine from which visitors' pseudonyms follow: 32 random bytes in the XDG state folder, readable by
/// their owner alone, so that a name keeps its pseudonym over restarts and nobody else can try names out.
///
/// Where the file can be neither read nor made, a secret of this process serves: pseudonyms then hold until it ends.
struct PseudonymSecret {
    let folder: String?

    init(folder: String? = Notebook.standardFolder) { self.folder = folder }

    static let length = 32

    func bytes() -> [UInt8] {
        if let known = read() { return known }
        let fresh = (0..<PseudonymSecret.length).map { _ in UInt8.random(in: .min ... .max) }
        keep(fresh)
        // Of two consoles that begin at once, the file of the first one counts for both.
        return read() ?? fresh
    }

    private var path: String? { folder.map { "\($0)/pseudonyms" } }

    private func read() -> [UInt8]? {
        guard let path else { return nil }
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: PseudonymSecret.length)
        return Glibc.read(file, &bytes, bytes.count) == bytes.count ? bytes : nil
    }

    /// Makes the file whole under another name and links it, which fails where there is one.
    private func keep(_ bytes: [UInt8]) {
        guard let folder, let path, StateFolder.make(folder) == 0 else { return }
        let fresh = "\(path).\(getpid())"
        unlink(fresh)
        let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        let isWhole = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        if isWhole { _ = link(fresh, path) }
        unlink(fresh)
    }
}
