import Model
import Wording

/// The directory as a file: TOML, CSV or XML, without loss; the same columns in each.
package enum DirectoryFormat: String, CaseIterable, Sendable {
    case toml, csv, xml
}

/// Why an entry of a file was not taken, or a whole file was not read.
package struct DirectoryFileFault: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case notUTF8
        /// Not of the form that the format has; what stood there.
        case malformed(found: String)
        case unknownColumn(String)
        case keyMissing
        case twice(DirectoryKey, line: Int)
        case notAnInstant(column: String, String)
        case notAStanding(String)
        /// One of several that stand together is missing.
        case lacks(column: String, beside: String)
        case entry(DirectoryFault)
        case csv(CSVFault.Reason)
        case noEntries
    }

    /// Counted from 1.
    package let line: Int
    package let reason: Reason

    package init(line: Int, _ reason: Reason) {
        self.line = line
        self.reason = reason
    }
}

/// Rows of a file, each where it begins, and those that could not be read.
package struct DirectoryFile: Equatable, Sendable {
    package internal(set) var rows: [(line: Int, row: DirectoryRow)] = []
    package internal(set) var faults: [DirectoryFileFault] = []

    package static func == (a: DirectoryFile, b: DirectoryFile) -> Bool {
        a.faults == b.faults && a.rows.map(\.line) == b.rows.map(\.line) && a.rows.map(\.row) == b.rows.map(\.row)
    }

    /// Of a file; a directory of all members is some hundred kilobytes.
    package static let limitBytes = 16 << 20

    static let key = "key"
    static let person = "person"
    static let verifiedBy = "verified_by"
    static let verifiedAt = "verified_at"
    static let standing = "standing"
    static let since = "standing_since"
    static let party = "standing_party"
    static let remark = "standing_note"

    /// The columns of every format, in their order.
    package static let columns: [String] =
        [key] + DirectoryField.allCases.map(\.rawValue)
        + [person, verifiedBy, verifiedAt, standing, since, party, remark]

    /// Reads a file. A fault of one entry costs that entry; where the file itself is not of its format, nothing behind the
    /// fault is read.
    package init(reading bytes: [UInt8], as format: DirectoryFormat) {
        guard bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalid(in: $0, 0..<bytes.count) }) == nil else {
            let offset = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0, 0..<bytes.count) } ?? 0
            faults = [DirectoryFileFault(line: DirectoryFile.line(of: offset, in: bytes), .notUTF8)]
            return
        }
        switch format {
        case .csv: readCSV(bytes)
        case .toml: readTOML(bytes)
        case .xml: readXML(bytes)
        }
        if rows.isEmpty, faults.isEmpty { faults.append(DirectoryFileFault(line: 1, .noEntries)) }
    }

    package static func write(_ rows: [DirectoryRow], as format: DirectoryFormat) -> [UInt8] {
        switch format {
        case .csv: csv(rows)
        case .toml: Array(toml(rows).utf8)
        case .xml: Array(xml(rows).utf8)
        }
    }

    static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes[..<min(offset, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    // MARK: Cells

    /// What an entry says, by column; nothing for what it does not say.
    static func cells(of row: DirectoryRow) -> [String: String] {
        var cells: [String: String] = [key: row.key.description]
        for (field, text) in row.values { cells[field.rawValue] = text }
        cells[person] = row.person
        cells[verifiedBy] = row.verified?.by
        cells[verifiedAt] = row.verified.map { ISO8601.text($0.at) }
        cells[standing] = row.report?.standing.rawValue
        cells[since] = row.report.map { ISO8601.text($0.since) }
        cells[party] = row.report?.party
        cells[remark] = row.report?.note
        return cells
    }

    /// Takes what one entry of a file says.
    mutating func take(_ cells: [String: String], line: Int) {
        do throws(DirectoryFileFault) {
            let row = try DirectoryFile.row(of: cells, line: line)
            if let other = rows.first(where: { $0.row.key == row.key }) {
                throw DirectoryFileFault(line: line, .twice(row.key, line: other.line))
            }
            rows.append((line, row))
        } catch {
            faults.append(error)
        }
    }

    private static func row(of cells: [String: String], line: Int) throws(DirectoryFileFault) -> DirectoryRow {
        func fault(_ reason: DirectoryFileFault.Reason) -> DirectoryFileFault { DirectoryFileFault(line: line, reason) }
        func filled(_ column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
        func instant(_ column: String) throws(DirectoryFileFault) -> Instant? {
            guard let text = filled(column) else { return nil }
            guard let instant = ISO8601.instant(text) else { throw fault(.notAnInstant(column: column, text)) }
            return instant
        }
        for column in cells.keys.sorted() where !columns.contains(column) { throw fault(.unknownColumn(column)) }
        guard let text = filled(key) else { throw fault(.keyMissing) }
        guard let key = DirectoryKey(text) else { throw fault(.entry(.badKey(text))) }
        var values: [DirectoryField: String] = [:]
        for field in DirectoryField.allCases {
            guard let text = cells[field.rawValue] else { continue }
            // A table has a column for what other sorts say.
            if text.isEmpty, !key.sort.fields.contains(field) { continue }
            values[field] = text
            if !text.isEmpty, let found = DirectoryEntry.fault(of: text, in: field) { throw fault(.entry(found)) }
        }
        let isLiaison = key.sort == .liaison
        var row = DirectoryRow(key, values, person: isLiaison ? cells[person] : filled(person))
        if let at = try instant(verifiedAt) {
            guard let by = filled(verifiedBy) else { throw fault(.lacks(column: verifiedBy, beside: verifiedAt)) }
            row.verified = DirectoryRecord.Verification(by: by, at: at)
        } else if filled(verifiedBy) != nil {
            throw fault(.lacks(column: verifiedAt, beside: verifiedBy))
        }
        if let code = filled(standing) {
            guard let standing = DirectoryStanding(rawValue: code) else { throw fault(.notAStanding(code)) }
            guard let since = try instant(since) else { throw fault(.lacks(column: self.since, beside: self.standing)) }
            guard let party = filled(party) else { throw fault(.lacks(column: self.party, beside: self.standing)) }
            row.report = DirectoryRow.Report(standing, since: since, party: party, note: filled(remark))
        } else if let column = [since, party, remark].first(where: { filled($0) != nil }) {
            throw fault(.lacks(column: standing, beside: column))
        }
        return row
    }
}
