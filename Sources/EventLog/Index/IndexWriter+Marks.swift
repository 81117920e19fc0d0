import Foundation
import GRDB
import Model

/// Under what one entry is found again.
struct Filing {
    var marks: [Mark] = []
    /// Marks of what lies in payloads, beside the payload that they go with.
    var sealed: [(payload: Digest, marks: [Mark])] = []
    /// The payload that the entry says was erased.
    var erased: Digest?
}

extension IndexWriter {
    func file(_ entry: Entry, _ filing: Filing) throws {
        for mark in filing.marks {
            try insertMark.execute(arguments: [mark.value, entry.index, mark.sketch.bits])
        }
        for (payload, marks) in filing.sealed {
            for mark in marks {
                try db.cachedStatement(sql: "INSERT OR IGNORE INTO sealed_mark VALUES (?, ?, ?)").execute(arguments: [
                    mark.value, entry.index, Data(payload.bytes),
                ])
            }
        }
        if let erased = filing.erased {
            try db.cachedStatement(sql: "DELETE FROM sealed_mark WHERE payload = ?").execute(arguments: [
                Data(erased.bytes)
            ])
        }
    }
}

extension LogStore {
    func filing(of entry: Entry) -> Filing { filing(of: entry, saying: entry.event) }

    /// - Parameter event: what the entry says. Payloads that were erased meanwhile have no marks.
    func filing(of entry: Entry, saying event: Event) -> Filing {
        // Behind a veil nothing is looked for, and a payload's words would be some that are hidden.
        guard veil == nil else { return Filing() }
        var filing = Filing(marks: event.marks(at: entry.at, precision: entry.precision))
        for payload in event.payloadsWithIdentifiers {
            guard let bytes = try? self.payload(payload), let sealed = SealedIdentifiers(bytes: bytes) else { continue }
            filing.sealed.append((payload, sealed.marks))
        }
        if case .logKeeping(.payloadErased(let body)) = event { filing.erased = Digest(hex: body.payload) }
        return filing
    }
}
