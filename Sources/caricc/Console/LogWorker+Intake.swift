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
    /// The message that came with a record or left with it, or the file that is held; nil where there is none.
    func messageWords(of stored: StoredEntry) throws -> MessageWords? {
        guard let (payloads, plain) = stored.entry?.event.messagePayloads, let first = payloads.first else {
            return nil
        }
        for payload in payloads {
            guard let hash = Digest(hex: payload), let bytes = try self.payload(hash) else { continue }
            guard plain.map({ $0 == Hashing.plain(bytes).hex }) ?? true else { continue }
            let text = SafeText(bytes: Array(bytes.prefix(LogStore.wordsLimit)), as: .prose).plain
            return MessageWords(hash: payload, text: text, isCut: bytes.count > LogStore.wordsLimit)
        }
        return MessageWords(hash: first, text: nil)
    }

    /// In bytes; `caricc log payload` prints all of it.
    private static let wordsLimit = 64 << 10
}

extension Event {
    /// The payloads among which the words of a message are, and SHA-256 of these words where more than they may lie there.
    fileprivate var messagePayloads: (payloads: [String], plain: String?)? {
        switch self {
        case .intake(.held(let body)): (Array(body.payloads.prefix(1)), nil)
        case .alert(.raised(let body)): body.head.raw.map { (body.payloads, $0) }
        case .alert(.messageFiled(let body)) where body.direction == .sent:
            (Array(body.payloads.prefix(1)), body.head.raw)
        case .alert(.messageFiled(let body)): body.head.raw.map { (body.payloads, $0) }
        default: nil
        }
    }
}
