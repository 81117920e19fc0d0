import Foundation
import GRDB
import Model

/// Adds entries to the index within one transaction. Keeps what it looked up, so that a bulk stays cheap.
struct IndexWriter {
    let db: Database
    private var kinds: [String: Int64] = [:]
    private var tally: [Area: [SubjectSummary.Bucket: Int]] = [:]
    private var numbers: [String: Int] = [:]
    private(set) var partialTile: PartialTile
    private(set) var position: LogIndex.Position
    private let insertEntry: Statement
    private let insertSubject: Statement
    let insertMark: Statement

    /// The leaves behind the last full tile.
    struct PartialTile {
        /// Up to where they go; a position that differs was reached without them.
        var position: LogIndex.Position
        var leaves: [Digest]
    }

    /// - Parameters:
    ///   - known: what an earlier writer ended with; used where nobody else has written since.
    ///   - leaves: reads the leaf hashes of some entries.
    init(
        _ db: Database, position: LogIndex.Position, known: PartialTile?, leaves: (Range<Int64>) throws -> [Digest]
    ) throws {
        self.db = db
        self.position = position
        insertEntry = try db.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?)")
        insertSubject = try db.cachedStatement(
            sql:
                "INSERT INTO subject (name, area, bucket, rank, next, first, last, closing) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        insertMark = try db.cachedStatement(sql: "INSERT OR IGNORE INTO mark VALUES (?, ?, ?)")
        let start = position.size - position.size % Int64(TileShape.width)
        if let known, known.position == position {
            partialTile = known
        } else {
            partialTile = PartialTile(position: position, leaves: try leaves(start..<position.size))
        }
    }

    /// - Parameters:
    ///   - subject: what the entry's subject adds up to with this entry.
    ///   - isFirst: whether the entry begins its subject.
    ///   - filing: under what it is found again.
    mutating func add(_ entry: Entry, leaf: Digest, summary: SubjectSummary, isFirst: Bool, filing: Filing) throws {
        let kind = try kindID(entry.kind)
        let subject = try isFirst ? insert(summary) : update(summary)
        try insertEntry.execute(arguments: [entry.index, subject, kind])
        try file(entry, filing)
        if isFirst {
            let prefix = summary.name.series
            numbers[prefix] = max(numbers[prefix] ?? 0, summary.name.number)
        }
        position.size += 1
        position.leaf = leaf
        try addToTile(leaf)
    }

    /// Steps over an entry whose bytes are not what was hashed; it counts as a place, and for the tree by its leaf.
    mutating func addDamaged(_ stored: StoredEntry) throws {
        position.size += 1
        position.leaf = stored.leaf
        try addToTile(stored.leaf)
    }

    /// Writes the counters; nothing counts before this.
    mutating func finish() throws {
        for (area, buckets) in tally {
            for (bucket, change) in buckets where change != 0 {
                try db.execute(
                    sql: "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
                    arguments: [area.rawValue, bucket.rawValue, change])
            }
        }
        for (prefix, last) in numbers {
            try db.execute(
                sql: "INSERT INTO number VALUES (?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
                arguments: [prefix, last])
        }
        try db.cachedStatement(sql: "UPDATE meta SET value = ? WHERE key = 'size'").execute(arguments: [position.size])
        try db.cachedStatement(sql: "UPDATE meta SET value = ? WHERE key = 'leaf'").execute(arguments: [
            Data(position.leaf.bytes)
        ])
        tally = [:]
        numbers = [:]
        partialTile.position = position
    }

    private mutating func kindID(_ name: String) throws -> Int64 {
        if let known = kinds[name] { return known }
        try db.execute(sql: "INSERT INTO kind (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
        let id = try Int64.fetchOne(db, sql: "SELECT id FROM kind WHERE name = ?", arguments: [name]) ?? 0
        kinds[name] = id
        return id
    }

    private mutating func insert(_ summary: SubjectSummary) throws -> Int64 {
        tally[summary.name.area, default: [:]][summary.bucket, default: 0] += 1
        try insertSubject.execute(arguments: [
            summary.name.text, summary.name.area.rawValue, summary.bucket.rawValue, summary.rank,
            summary.nextChange?.milliseconds,
            summary.first, summary.last, summary.closing,
        ])
        return db.lastInsertedRowID
    }

    private mutating func update(_ summary: SubjectSummary) throws -> Int64 {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, bucket FROM subject WHERE name = ?"), arguments: [summary.name.text])
        guard let row, let old = SubjectSummary.Bucket(rawValue: row[1]) else { return try insert(summary) }
        let id: Int64 = row[0]
        tally[summary.name.area, default: [:]][old, default: 0] -= 1
        tally[summary.name.area, default: [:]][summary.bucket, default: 0] += 1
        try db.cachedStatement(
            sql: "UPDATE subject SET bucket = ?, rank = ?, next = ?, last = ?, closing = ? WHERE id = ?"
        )
        .execute(arguments: [
            summary.bucket.rawValue, summary.rank, summary.nextChange?.milliseconds, summary.last, summary.closing, id,
        ])
        return id
    }

    /// Keeps full tiles of every level (C2SP tlog-tiles), so that a proof needs a handful of rows.
    private mutating func addToTile(_ leaf: Digest) throws {
        partialTile.leaves.append(leaf)
        guard partialTile.leaves.count == TileShape.width else { return }
        var hashes = partialTile.leaves
        var number = position.size / Int64(TileShape.width) - 1
        var level = 0
        partialTile.leaves = []
        while true {
            try db.execute(
                sql: "INSERT OR REPLACE INTO tile VALUES (?, ?, ?)",
                arguments: [level, number, Data(hashes.flatMap(\.bytes))])
            guard (number + 1) % Int64(TileShape.width) == 0 else { return }
            let first = number + 1 - Int64(TileShape.width)
            hashes = try (first...number).map { try TileShape.root(of: LogIndex.tile(db, level: level, number: $0)) }
            number /= Int64(TileShape.width)
            level += 1
        }
    }
}

/// The shape of C2SP tiles: 256 hashes in a row, eight levels of the tree in one tile.
enum TileShape {
    static let width = 256

    /// The root over a full tile.
    static func root(of hashes: [Digest]) -> Digest {
        var row = hashes
        while row.count > 1 { row = stride(from: 0, to: row.count, by: 2).map { Hashing.node(row[$0], row[$0 + 1]) } }
        return row.first ?? Hashing.emptyRoot
    }
}

extension LogIndex {
    /// The hashes of a full tile; throws when it is not there.
    static func tile(_ db: Database, level: Int, number: Int64) throws -> [Digest] {
        let data = try Data.fetchOne(
            db, sql: "SELECT hashes FROM tile WHERE level = ? AND number = ?", arguments: [level, number])
        guard let data, data.count == TileShape.width * 32 else {
            throw LogFault.failed(reason: "tile \(level)/\(number)")
        }
        return (0..<TileShape.width).compactMap {
            Digest(data[(data.startIndex + $0 * 32)..<(data.startIndex + $0 * 32 + 32)])
        }
    }
}
