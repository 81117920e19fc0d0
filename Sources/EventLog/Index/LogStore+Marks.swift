import GRDB
import Model

/// An entry that was found by one of its marks.
package struct FoundMark: Hashable, Sendable {
    package let index: Int64
    package let subject: SubjectName
    package let mark: Mark
}

extension LogStore {
    /// The entries that are filed under any of `marks`, newest first; nothing behind a veil.
    ///
    /// Two keys may have one mark by chance, and an entry may have been withdrawn: compare with what the entry says.
    ///
    /// - Parameters:
    ///   - limit: how many entries for each mark at most.
    ///   - size: only entries before it.
    package func found(marks: [Mark], limit: Int = 64, before size: Int64 = .max) throws(LogFault) -> [FoundMark] {
        guard veil == nil else { return [] }
        do {
            return try index.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT found.idx, subject.name FROM (
                          SELECT idx FROM mark WHERE hash = ?1 AND idx < ?2
                          UNION SELECT idx FROM sealed_mark WHERE hash = ?1 AND idx < ?2
                          ORDER BY 1 DESC LIMIT ?3
                        ) AS found JOIN entry ON entry.idx = found.idx JOIN subject ON subject.id = entry.subject
                        ORDER BY found.idx DESC
                        """)
                var found: Set<FoundMark> = []
                for mark in Set(marks) {
                    for row in try Row.fetchAll(statement, arguments: [mark.value, size, limit]) {
                        guard let name = SubjectName(row[1]) else { continue }
                        found.insert(FoundMark(index: row[0], subject: name, mark: mark))
                    }
                }
                return found.sorted { ($0.index, $1.mark.value) > ($1.index, $0.mark.value) }
            }
        } catch {
            throw fault(error)
        }
    }
}
