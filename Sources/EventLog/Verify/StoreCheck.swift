import Foundation
import GRDB
import Model

/// What a database keeps beside its entries: the index over ids, and the payloads that entries name by hash.
struct StoreCheck {
    let queue: DatabaseQueue
    let total: Int64

    /// - Parameters:
    ///   - outcome: of the entries that were checked; where one has a finding, the index over ids is left alone.
    ///   - isFull: whether these are all entries of the log.
    func findings(_ outcome: ChainWalk.Outcome, isFull: Bool, _ report: inout VerifyReport) -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        let sorted = outcome.ids.sorted()
        for (a, b) in zip(sorted, sorted.dropFirst()) where a.id == b.id {
            findings.append(VerifyFinding(index: b.index, fault: .idRepeated))
        }
        guard isFull else { return findings + repeatedBefore(sorted) }
        if outcome.findings.isEmpty, findings.isEmpty, let index = idIndexDifference(sorted) {
            findings.append(VerifyFinding(index: index, fault: .idIndexDiffers))
        }
        return findings + payloads(&report)
    }

    /// Ids of the part that is checked which stand in the part before it, too.
    private func repeatedBefore(_ ids: [NumberedID]) -> [VerifyFinding] {
        let repeated = try? queue.inDatabase { db in
            let statement = try db.cachedStatement(sql: "SELECT min(idx) FROM entry WHERE id = ?")
            return try ids.filter { numbered in
                let bytes = [numbered.id.high, numbered.id.low].flatMap { word in
                    (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - $0 * 8)) }
                }
                let first = try Int64.fetchOne(statement, arguments: [Data(bytes)])
                return first != numbered.index
            }
        }
        return (repeated ?? ids).map { VerifyFinding(index: $0.index, fault: .idIndexDiffers) }
    }

    /// Compares the index over ids with the ids themselves; the first entry where they part, or nil.
    private func idIndexDifference(_ ids: [NumberedID]) -> Int64? {
        do {
            return try queue.inDatabase { try idIndexDifference($0, ids) }
        } catch {
            // The index cannot be read: none of the entries can be found by it.
            return 0
        }
    }

    private func idIndexDifference(_ db: Database, _ ids: [NumberedID]) throws -> Int64? {
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT id, idx, typeof(id) FROM entry INDEXED BY sqlite_autoindex_entry_1 WHERE +idx < ? ORDER BY id",
            arguments: [total])
        var place = 0
        while let row = try cursor.next() {
            let id = try row.withUnsafeData(atIndex: 0) { $0?.withUnsafeBytes { IDWords($0) } }
            let index = Int64.fromDatabaseValue(row[1])
            guard place < ids.count else { return index ?? 0 }
            guard id == ids[place].id, index == ids[place].index, row[2] == "blob" else { return ids[place].index }
            place += 1
        }
        return place < ids.count ? ids[place].index : nil
    }

    // MARK: Payloads

    private func payloads(_ report: inout VerifyReport) -> [VerifyFinding] {
        var findings: [VerifyFinding] = []
        do {
            try queue.inDatabase { db in
                let cursor = try Row.fetchCursor(db, sql: "SELECT hash, salt, data, erased_by FROM payload")
                while let row = try cursor.next() {
                    let hash = Digest(row.bytes(0)) ?? .zero
                    let eraser = Int64.fromDatabaseValue(row[3])
                    if let eraser {
                        report.counts.payloadsErased += 1
                        if try !isErased(hash, by: eraser, db) {
                            findings.append(VerifyFinding(index: min(eraser, total), fault: .payloadErasure(hash)))
                        }
                    } else {
                        report.counts.payloads += 1
                        if Payload.hash(salt: row.bytes(1), data: row.bytes(2)) != hash {
                            let index = try firstEntry(naming: hash, db)
                            findings.append(VerifyFinding(index: index, fault: .payloadDamaged(hash)))
                        }
                    }
                }
            }
        } catch {
            findings.append(VerifyFinding(index: 0, fault: .payloadDamaged(.zero)))
        }
        return findings
    }

    private func isErased(_ hash: Digest, by index: Int64, _ db: Database) throws -> Bool {
        guard let entry = try LogStore.rows(db, from: index, limit: 1).first(where: { $0.index == index })?.entry,
            case .logKeeping(.payloadErased(let erased)) = entry.event
        else { return false }
        return erased.payload == hash.hex
    }

    private func firstEntry(naming hash: Digest, _ db: Database) throws -> Int64 {
        let found = try Int64.fetchOne(
            db, sql: "SELECT min(idx) FROM entry WHERE instr(bytes, ?) > 0", arguments: [Data(hash.hex.utf8)])
        return found ?? total
    }
}
