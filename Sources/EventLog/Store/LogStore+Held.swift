import GRDB
import Model

extension LogStore {
    /// The held messages that nobody has settled, the longest first, beyond the window of a board too.
    package func heldMessages(limit: Int) throws(LogFault) -> [HeldMessage] {
        do {
            let names = try index.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT name FROM subject WHERE bucket > 0 AND area = ? AND bucket BETWEEN ? AND ?
                        ORDER BY bucket, rank LIMIT ?
                        """,
                    arguments: [
                        Area.intake.rawValue, SubjectSummary.Bucket.attention.rawValue,
                        SubjectSummary.Bucket.attention.rawValue, limit,
                    ])
            }
            let found = try histories(names.compactMap { SubjectName($0) }, before: .max)
            return found.compactMap { history in
                if case .held(let message)? = history.subject, message.outcome == nil { message } else { nil }
            }
        } catch {
            throw fault(error)
        }
    }
}
