import Dispatch
import EventLog
import Exchange
import Interface
import Model
import Screen

extension LogWorker {
    /// Reads what the reader of the spool said last, and tells it where it changed.
    func tellBacklog(at wall: Instant) {
        let status = SpoolStatusFile.read(beside: store.folder.path)
        let backlog = status.map { status in
            SpoolBacklog(
                waiting: status.backlog, overQuota: status.partners.filter(\.isOverQuota).map(\.name), at: status.at,
                isStale: status.isStale(at: wall), isInTrouble: status.isRunning && status.trouble != nil)
        }
        guard backlog != lastBacklog else { return }
        lastBacklog = backlog
        answer([.backlog(backlog)])
    }
}

extension LogWorker {
    /// Reads a held message as the reader of the spool would, with every form allowed; beside the log's queue, because a child
    /// process does it.
    func readHeld(_ name: SubjectName) throws(LogFault) {
        do {
            guard case .held(let message)? = try store.history(of: name).subject,
                let hash = message.held.payloads.first.flatMap({ Digest(hex: $0) }), let bytes = try store.payload(hash)
            else { return answer([.heldRead(name, nil)]) }
            let spool = SpoolFolder.usual(forLog: store.folder.path)
            DispatchQueue.global().async {
                let reading = try? HeldReading(message, bytes, spool: spool)
                self.answer([.heldRead(name, reading?.heldDraft)])
            }
        } catch {
            throw store.fault(error)
        }
    }
}

extension LogStore {
    /// The text of the file of a held message, for above its record; empty for every other record.
    func heldText(of stored: StoredEntry) throws -> String {
        guard case .intake(.held(let held))? = stored.entry?.event,
            let hash = held.payloads.first.flatMap({ Digest(hex: $0) }), let bytes = try payload(hash)
        else { return "" }
        let text = SafeText(bytes: Array(bytes.prefix(LogStore.heldTextLimit)), as: .prose).plain
        return "---- \(held.file) ----\n\(text)\n\n---- #\(stored.index) ----\n"
    }

    /// In bytes; `caricc spool show` prints all of it.
    private static let heldTextLimit = 64 << 10
}
