import EventLog
import Model

extension LogStore {
    /// The same log once more, for reading, with everything hidden that visitors must not see.
    func behindVeil(_ words: Veil.Words) throws(LogFault) -> LogStore {
        let pseudonyms = Pseudonyms(secret: PseudonymSecret().bytes(), origin: identity.origin)
        return try LogStore(opening: folder.path, behind: Veil(pseudonyms, words))
    }

    /// The latest news of the log, oldest first.
    func recentEntries(before size: Int64) throws -> [Entry] {
        try entries(from: max(0, size - 40), limit: 40).filter { $0.subject.area.isNews }
    }
}
