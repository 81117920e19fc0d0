import EventLog
import Model

extension MessageRegister {
    /// How many messages may bear one name; of more the newest are known. A sender needs one name for each message.
    private static let namesakeLimit = 256

    /// Asks the index of a log.
    init(log store: LogStore) {
        self.init(
            filed: { marks in
                let found = try store.found(marks: marks, limit: MessageRegister.namesakeLimit)
                return try Set(found.map(\.index)).compactMap { try store.entry($0) }
            }, first: { try store.firstEntry(of: $0) })
    }
}
