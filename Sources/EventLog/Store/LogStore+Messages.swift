import GRDB
import Model

extension LogStore {
    /// The entry that began a subject; nil where there is no such subject in the index.
    package func firstEntry(of name: SubjectName) throws(LogFault) -> Entry? {
        do {
            let number = try index.read {
                try Int64.fetchOne(
                    $0.cachedStatement(sql: "SELECT first FROM subject WHERE name = ?"), arguments: [name.text])
            }
            return try number.flatMap { try entry($0) }
        } catch {
            throw fault(error)
        }
    }

    /// The open subjects of an area, the oldest first.
    package func openSubjects(in area: Area) throws(LogFault) -> [SubjectName] {
        do {
            return try index.read {
                try String.fetchAll(
                    $0,
                    sql: "SELECT name FROM subject WHERE area = ? AND bucket > 0 AND bucket < 4 ORDER BY first",
                    arguments: [area.rawValue])
            }.compactMap { SubjectName($0) }
        } catch {
            throw fault(error)
        }
    }
}
