import GRDB
import Glibc
import Model

/// Plain facts about a log and what it stands on.
package struct LogStatus: Equatable, Sendable {
    /// How many entries the database holds.
    package let size: Int64
    /// How many the head file says; nil when it cannot be read.
    package let headSize: Int64?
    /// How many the index covers; nil when it cannot be read.
    package let indexSize: Int64?
    /// Of the database with its write-ahead log.
    package let bytes: Int64
    package let sqliteVersion: String

    /// SQLite before 3.51.3 can lose pages when a write and a checkpoint of two connections meet (its "WAL-reset bug").
    package var isBeforeWALResetFix: Bool {
        let numbers = sqliteVersion.split(separator: ".").map { Int($0) ?? 0 }
        return numbers.lexicographicallyPrecedes([3, 51, 3])
    }

    package init(size: Int64, headSize: Int64?, indexSize: Int64?, bytes: Int64, sqliteVersion: String) {
        self.size = size
        self.headSize = headSize
        self.indexSize = indexSize
        self.bytes = bytes
        self.sqliteVersion = sqliteVersion
    }
}

extension LogStore {
    package func status() throws(LogFault) -> LogStatus {
        do {
            let version = try reader.inDatabase { try String.fetchOne($0, sql: "SELECT sqlite_version()") } ?? ""
            let bytes = ["", "-wal"].reduce(Int64(0)) { sum, suffix in
                var facts = stat()
                return stat(folder.database + suffix, &facts) == 0 ? sum + Int64(facts.st_size) : sum
            }
            return LogStatus(
                size: try size(), headSize: (try? HeadFile(path: folder.head, writable: false))?.read()?.size,
                indexSize: index.position?.size, bytes: bytes, sqliteVersion: version)
        } catch {
            throw LogStore.fault(from: error, path: folder.path)
        }
    }
}
