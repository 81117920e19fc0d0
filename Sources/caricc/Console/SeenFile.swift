import Interface

/// What one officer has seen of one log: `seen/OFFICER/ORIGIN`. Where it cannot be written, the marks hold until the console
/// is left.
struct SeenFile {
    private let file: OfficerFile

    init(officer: String, origin: String, folder: String? = Notebook.standardFolder) {
        file = OfficerFile("seen", of: officer, origin: origin, in: folder)
    }

    var officer: String { file.officer }
    var text: String? { file.text }

    /// Keeps the marks, joined with those of another console of the same officer.
    func keep(_ seen: Seen) {
        guard let folder = file.folder, let path = file.path, StateFolder.make(folder) == 0 else { return }
        let others = file.text.flatMap { Seen($0, size: .max) }
        _ = StateFolder.put((others.map { seen.merging($0) } ?? seen).text, at: path)
    }
}
