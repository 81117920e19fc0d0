import EventLog
import Model

extension LogStore {
    /// The same log once more, for reading, with everything hidden that visitors must not see.
    func behindVeil(_ words: Veil.Words) throws(LogFault) -> LogStore {
        let pseudonyms = Pseudonyms(secret: PseudonymSecret().bytes(), origin: identity.origin)
        return try LogStore(opening: folder.path, behind: Veil(pseudonyms, words))
    }

}
