import GRDB
import Model

extension LogStore {
    /// Sound entries of these kinds, oldest first, that were in the index when it was asked: in pages, so that a long log never
    /// lies in memory.
    package func forEachEntry(ofKinds kinds: [String], _ take: (Entry) throws -> Void) throws(LogFault) {
        do {
            // The index gives the last ones first; numbers alone are small.
            var numbers: [Int64] = []
            var before = Int64.max
            while true {
                let page = try index.entryNumbers(kinds: kinds, before: before, limit: 20_000)
                numbers += page
                guard page.count == 20_000, let last = page.last else { break }
                before = last
            }
            numbers.reverse()
            for start in stride(from: 0, to: numbers.count, by: 1_000) {
                let page = Array(numbers[start..<min(start + 1_000, numbers.count)])
                for stored in try reader.inDatabase({ try LogStore.rows($0, numbers: page) }) {
                    if let entry = decode(stored) { try take(entry) }
                }
            }
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
