import Glibc
import Interface
import Model
import Wording

/// What one person's consoles remember between sessions: typed lines, and the text that was copied last.
///
/// Lies in the XDG state folder, readable by its owner alone; exercises have files of their own. Where it cannot be written
/// nothing is remembered and nothing else changes.
struct Notebook {
    let folder: String?
    private let ending: String

    init(isExercise: Bool, folder: String? = Notebook.standardFolder) {
        self.folder = folder
        ending = isExercise ? "-exercise" : ""
    }

    /// `caricc` in the XDG state folder; relative paths are ignored, as its rules say.
    static var standardFolder: String? {
        func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
        if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") { return "\(state)/caricc" }
        return value("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/.local/state/caricc" : nil }
    }

    private var historyPath: String? { folder.map { "\($0)/history\(ending)" } }
    var copyPath: String { "\(folder ?? "")/copied\(ending)" }

    /// The path as people write it, with `~` for the home folder.
    var shownCopyPath: String {
        guard let home = getenv("HOME").map({ String(cString: $0) }), home.count > 1, copyPath.hasPrefix(home + "/")
        else { return copyPath }
        return "~" + copyPath.dropFirst(home.count)
    }

    /// The lines of earlier sessions, oldest first, none twice; a file that has grown is cut to the newest ones.
    func lines() -> [String] {
        guard let historyPath, let text = Notebook.read(historyPath) else { return [] }
        let all = text.split(separator: "\n").map(String.init)
        var seen: Set<String> = []
        let newest = all.reversed().filter { seen.insert($0).inserted }.prefix(AppState.historyLimit).reversed()
        if all.count > AppState.historyLimit { _ = write(newest.joined(separator: "\n") + "\n", to: historyPath) }
        return Array(newest)
    }

    /// Adds a typed line. Consoles that run side by side add to the same file; each line is written whole.
    func remember(_ line: String) {
        guard let historyPath, makeFolder() == 0 else { return }
        let file = open(historyPath, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        let bytes = Array("\(line.filter { !$0.isNewline })\n".utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }

    /// Writes what was copied in place of what was copied before; says why it could not.
    func copy(_ text: String) -> Message? {
        guard folder != nil else { return "there is no state folder; set XDG_STATE_HOME." }
        var code = makeFolder()
        if code == 0 { code = write(text + "\n", to: copyPath) }
        return code == 0 ? nil : "\(copyPath): \(String(cString: strerror(code)))"
    }

    // MARK: Files

    private func makeFolder() -> Int32 {
        guard let folder else { return ENOENT }
        var parent = ""
        for part in folder.split(separator: "/") {
            parent += "/\(part)"
            if mkdir(parent, 0o700) != 0, errno != EEXIST { return errno }
        }
        return 0
    }

    /// Puts a whole file in place of another at once; the system's error number, or 0.
    private func write(_ text: String, to path: String) -> Int32 {
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
    private static func read(_ path: String) -> String? {
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
