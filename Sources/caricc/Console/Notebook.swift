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
        guard let historyPath, let text = StateFolder.read(historyPath) else { return [] }
        let all = text.split(separator: "\n").map(String.init)
        var seen: Set<String> = []
        let newest = all.reversed().filter { seen.insert($0).inserted }.prefix(AppState.historyLimit).reversed()
        if all.count > AppState.historyLimit {
            _ = StateFolder.put(newest.joined(separator: "\n") + "\n", at: historyPath)
        }
        return Array(newest)
    }

    /// Adds a typed line. Consoles that run side by side add to the same file; each line is written whole.
    func remember(_ line: String) {
        guard let folder, let historyPath, StateFolder.make(folder) == 0 else { return }
        let file = open(historyPath, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        let bytes = Array("\(line.filter { !$0.isNewline })\n".utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }

    /// Writes what was copied in place of what was copied before; says why it could not.
    func copy(_ text: String) -> Message? {
        guard let folder else { return "there is no state folder; set XDG_STATE_HOME." }
        var code = StateFolder.make(folder)
        if code == 0 { code = StateFolder.put(text + "\n", at: copyPath) }
        return code == 0 ? nil : "\(copyPath): \(String(cString: strerror(code)))"
    }
}
