import EventLog

/// The log that all commands of a batch share, so that it is opened once.
///
/// Commands run one after the other on one thread, the one that began the batch.
enum StandingLog {
    nonisolated(unsafe) private static var store: LogStore?
    nonisolated(unsafe) private(set) static var isHeld = false

    /// - Parameter store: nil where the batch is about no log, or about several
    static func hold(_ store: LogStore?) {
        self.store = store
        isHeld = true
    }

    /// The log in this folder, if it is the one that is held.
    static func at(_ path: String) -> LogStore? {
        guard let store, store.folder == LogFolder(path) else { return nil }
        return store
    }

    /// The folder, for lines that name none.
    static var path: String? { store?.folder.path }

    static func drop() {
        store?.close()
        store = nil
        isHeld = false
    }
}
