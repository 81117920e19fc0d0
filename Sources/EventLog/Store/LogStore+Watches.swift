import GRDB
import Model

extension LogStore {
    /// Every watch there ever was, the one that began last first.
    package func watches() throws(LogFault) -> [SubjectName] {
        do {
            return try index.read {
                try String.fetchAll(
                    $0, sql: "SELECT name FROM subject WHERE area = ? ORDER BY first DESC",
                    arguments: [Area.shifts.rawValue])
            }.compactMap { SubjectName($0) }
        } catch {
            throw fault(error)
        }
    }
}
