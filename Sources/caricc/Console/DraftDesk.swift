import Dispatch
import Interface

/// Keeps what is typed for the one who sits at a console, full screen or plain lines. Drafts are written after each key or
/// line, and nothing waits for the disk or for another console's lock.
final class DraftDesk {
    private let origin: String
    private let folder: String?
    /// Of the officer who sits here; nil before anybody does.
    private var file: DraftFile?
    private let queue = DispatchQueue(label: "drafts")

    init(origin: String, folder: String? = Notebook.standardFolder) {
        self.origin = origin
        self.folder = folder
    }

    /// What the officer who sits down typed before; nil for the one who sits here already. It comes back to nobody else.
    func take(_ officer: String) -> Input? {
        guard file?.officer != officer else { return nil }
        let file = DraftFile(officer: officer, origin: origin, folder: folder)
        self.file = file
        return .drafts(queue.sync { file.text })
    }

    func keep(_ draft: KeptDraft?, as key: String) {
        guard let file else { return }
        queue.async { file.keep(draft, as: key) }
    }

    /// Waits until everything is on the disk.
    func finish() { queue.sync {} }
}
