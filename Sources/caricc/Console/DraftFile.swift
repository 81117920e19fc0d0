import Glibc
import Interface

/// What one officer typed into forms of one log and did not save: `drafts/OFFICER/ORIGIN`.
///
/// Gone with the last draft. Two consoles of one officer write the same file, each its own drafts, one after the other.
struct DraftFile {
    private let file: OfficerFile

    init(officer: String, origin: String, folder: String? = Notebook.standardFolder) {
        file = OfficerFile("drafts", of: officer, origin: origin, in: folder)
    }

    var officer: String { file.officer }
    var text: String? { file.text }

    /// Puts a draft in the place of the one that was kept for the same form; nil takes that one away.
    ///
    /// Where it cannot be written, what is typed holds until the console is left.
    func keep(_ draft: KeptDraft?, as key: String) {
        guard let folder = file.folder, let path = file.path, StateFolder.make(folder) == 0 else { return }
        let lock = open("\(folder)/lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        defer { if lock >= 0 { close(lock) } }
        if lock >= 0 { _ = flock(lock, LOCK_EX) }
        var all = (text.map(KeptDraft.read) ?? []).filter { $0.key != key }
        if let draft { all.append(draft) }
        if all.isEmpty { unlink(path) } else { _ = StateFolder.put(KeptDraft.text(all), at: path) }
    }
}
