import Foundation
import GRDB
import Model

/// One entry as it is kept, not yet believed. The bytes are valid only while it is being handed over.
struct Record {
    let index: Int64
    /// The id beside the bytes; nil where the store keeps none.
    let id: IDWords?
    let bytes: UnsafeRawBufferPointer
    /// Nil when what is kept as the leaf is not 32 bytes.
    let leaf: Digest?
}

/// A store of entries that several threads can read, each through a reader of its own.
protocol RecordSource: Sendable {
    func reader() throws -> any RecordReader
    /// Whether every record comes with its id.
    var hasIDs: Bool { get }
}

protocol RecordReader: AnyObject {
    /// Hands over what there is in `range`, in order; a number that is missing is left out.
    ///
    /// Returns the numbers that are there but cannot be read.
    func read(_ range: Range<Int64>, _ body: (Record) -> Void) -> Set<Int64>
}

/// The entries of a log's database.
struct DatabaseSource: RecordSource {
    let path: String
    var hasIDs: Bool { true }

    func reader() throws -> any RecordReader { DatabaseReader(try Connection.reader(path: path)) }
}

private final class DatabaseReader: RecordReader {
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue) { self.queue = queue }

    func read(_ range: Range<Int64>, _ body: (Record) -> Void) -> Set<Int64> {
        var next = range.lowerBound
        do {
            try rows(range, from: &next, body)
            return []
        } catch {
            // A page cannot be read: one by one, so that only what lies on it is lost.
            var unreadable: Set<Int64> = []
            while next < range.upperBound {
                let number = next
                do { try rows(number..<number + 1, from: &next, body) } catch { unreadable.insert(number) }
                next = number + 1
            }
            return unreadable
        }
    }

    private func rows(_ range: Range<Int64>, from next: inout Int64, _ body: (Record) -> Void) throws {
        try queue.inDatabase { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT idx, id, bytes, CASE WHEN typeof(id) = 'blob' AND typeof(bytes) = 'blob' AND typeof(leaf) = 'blob' THEN leaf END
                    FROM entry WHERE idx >= ? AND idx < ? ORDER BY idx
                    """)
            let cursor = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
            while let row = try cursor.next() {
                guard let index = Int64.fromDatabaseValue(row[0]) else { continue }
                try hand(row, index: index, body)
                next = index + 1
            }
        }
    }

    private func hand(_ row: Row, index: Int64, _ body: (Record) -> Void) throws {
        let id = try row.withUnsafeData(atIndex: 1) { $0?.withUnsafeBytes { IDWords($0) } }
        let leaf = try row.withUnsafeData(atIndex: 3) { data in
            data?.withUnsafeBytes { $0.count == 32 ? Digest(pointer: $0) : nil }
        }
        try row.withUnsafeData(atIndex: 2) { data in
            guard let data else {
                body(Record(index: index, id: id, bytes: UnsafeRawBufferPointer(start: nil, count: 0), leaf: leaf))
                return
            }
            data.withUnsafeBytes { body(Record(index: index, id: id, bytes: $0, leaf: leaf)) }
        }
    }
}
