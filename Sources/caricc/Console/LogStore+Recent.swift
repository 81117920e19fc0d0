import EventLog
import Model

extension LogStore {
    /// The latest news of the log, oldest first: those of the last 40 records, or of those since `first`, at most 400.
    func recentEntries(before size: Int64, since first: Int64 = .max) throws -> [Entry] {
        let from = max(0, size - 400, min(first, size - 40))
        return try entries(from: from, limit: Int(size - from)).filter { $0.subject.area.isNews }
    }
}
