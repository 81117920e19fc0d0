import Model
import Wording

/// Records as a table without loss: UTF-8 without a mark, RFC 4180 with CR LF, a header row, ISO 8601 with offset, a decimal
/// point, ISO 3166-1 alpha-3 codes, one row for each item. `--` is no data, blank is not asked, 0 is zero.
///
/// What `write` writes, `read` reads: the same records, whatever their texts hold. A null character, which no CSV can hold,
/// becomes U+FFFD and is counted.
package enum RecordTable {
    /// - Parameter offsetSeconds: of the clock that times are written in.
    package static func write(_ records: [OutgoingRecord], offsetSeconds: Int) -> (bytes: [UInt8], nulls: Int) {
        var bytes = Array(RecordColumn.allCases.map(\.rawValue).joined(separator: ",").utf8) + CSVText.lineEnd
        var nulls = 0
        for record in records {
            for row in RecordRow.rows(of: record, offsetSeconds: offsetSeconds) {
                for (place, column) in RecordColumn.allCases.enumerated() {
                    if place > 0 { bytes.append(UInt8(ascii: ",")) }
                    nulls += CSVText.append(row[column], to: &bytes)
                }
                bytes += CSVText.lineEnd
            }
        }
        return (bytes, nulls)
    }

    /// Why a table is not one of records, and where.
    package enum Fault: Error, Equatable, Sendable {
        case csv(CSVFault)
        case header
        case value(RecordColumn, line: Int)
        /// The rows of one record say different things in columns that belong to the record.
        case torn(line: Int)
    }

    package static func read(_ bytes: [UInt8]) throws(Fault) -> [OutgoingRecord] {
        var limits = CSVReader.Limits()
        (limits.fieldBytes, limits.rowBytes) = (1 << 21, 1 << 22)
        var reader = CSVReader(bytes, limits: limits)
        var records: [OutgoingRecord] = []
        var columns = RecordColumn.allCases
        var isHeader = true
        while let outcome = reader.next() {
            let row: CSVRow
            switch outcome {
            case .fault(let fault): throw .csv(fault)
            case .row(let found): row = found
            }
            let texts = row.fields.map(reader.text(of:))
            if isHeader {
                let known = [RecordColumn.allCases, RecordColumn.earlier].first { texts == $0.map(\.rawValue) }
                guard let known else { throw .header }
                columns = known
                isHeader = false
                continue
            }
            let cells = RecordCells(texts, columns, line: row.line)
            var record = try cells.record()
            if let item = try cells.item() { record.particulars.items = [item] }
            if let last = records.last, try cells.number(.itemNumber, 1...1_000_000) ?? 1 > 1 {
                var earlier = last
                earlier.particulars.items = record.particulars.items
                guard earlier == record else { throw .torn(line: row.line) }
                records[records.count - 1].particulars.items += record.particulars.items
            } else {
                records.append(record)
            }
        }
        guard !isHeader else { throw .header }
        return records
    }
}

/// One row on its way back.
private struct RecordCells {
    private let texts: [RecordColumn: String]
    private let line: Int

    init(_ texts: [String], _ columns: [RecordColumn], line: Int) {
        self.texts = Dictionary(zip(columns, texts)) { first, _ in first }
        self.line = line
    }

    private func text(_ column: RecordColumn) -> String? {
        texts[column].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func value<Value>(
        _ column: RecordColumn, _ read: (String) -> Value?
    ) throws(RecordTable.Fault) -> Value? {
        guard let text = text(column) else { return nil }
        guard let value = read(text) else { throw .value(column, line: line) }
        return value
    }

    private func code<Code: RawRepresentable<String>>(_ column: RecordColumn) throws(RecordTable.Fault) -> Code? {
        try value(column) { Code(rawValue: $0) }
    }

    func number(_ column: RecordColumn, _ range: ClosedRange<Int>) throws(RecordTable.Fault) -> Int? {
        try value(column) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func record() throws(RecordTable.Fault) -> OutgoingRecord {
        guard let name = try value(.record, { SubjectName($0) }) else { throw .value(.record, line: line) }
        let record = OutgoingRecord(
            name, kind: try code(.kind), priority: try number(.priority, 1...4), headline: text(.headline),
            at: try value(.at) { ISO8601.instant($0) }, precision: try code(.precision) ?? .millisecond,
            particulars: try particulars(), answerBy: try value(.answerBy) { ISO8601.instant($0) },
            validUntil: try value(.validUntil) { ISO8601.instant($0) }, handling: try code(.handling),
            columns: .init(
                region: text(.region), subregion: text(.subregion), country: text(.country), division: text(.division),
                installation: text(.installation), producing: text(.producing), routing: text(.routing)),
            ownWords: text(.ownWords))
        guard text(.exercise) == (record.isExercise ? "yes" : "no") else { throw .value(.exercise, line: line) }
        return record
    }

    private func particulars() throws(RecordTable.Fault) -> Particulars {
        let latitude = try value(.latitude, DegreeText.steps)
        let longitude = try value(.longitude, DegreeText.steps)
        var identifiers: [IdentifierMention] = []
        for text in RecordRow.texts(text(.identifiers) ?? "") {
            guard let mention = RecordRow.mention(text) else { throw .value(.identifiers, line: line) }
            identifiers.append(mention)
        }
        var position: Position?
        if let latitude, let longitude { position = Position(latitude: latitude, longitude: longitude) }
        return Particulars(
            identifiers: identifiers, state: text(.state), place: text(.place), placeID: text(.placeID),
            position: position, departure: text(.departure), transit: RecordRow.texts(text(.transit) ?? ""),
            destination: text(.destination), concealment: text(.concealment), transport: text(.transport),
            text: text(.text))
    }

    func item() throws(RecordTable.Fault) -> SeizedItem? {
        guard let kind: SeizedItem.Kind = try code(.item) else { return nil }
        var quantity: Quantity?
        let measured: [RecordColumn] = [.amount, .unit, .amountHigh, .bound, .basis, .basisTyped, .typed]
        if measured.contains(where: { text($0) != nil }) {
            quantity = Quantity(
                amount: text(.amount) ?? "", unit: text(.unit) ?? "", amountHigh: text(.amountHigh),
                bound: try code(.bound), basis: try code(.basis), basisTyped: text(.basisTyped), typed: text(.typed))
        }
        return SeizedItem(
            kind: kind, name: text(.itemName), substance: text(.substanceCode), quantity: quantity,
            currency: text(.currency), packaging: text(.packaging), logo: text(.logo), note: text(.itemNote))
    }
}

/// Cells as RFC 4180 wants them.
enum CSVText {
    static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// Returns how many null characters were replaced.
    ///
    /// - Parameter isNumber: a decimal comma is not quoted where the separator is a semicolon.
    static func append(_ text: String, isNumber: Bool = false, to bytes: inout [UInt8]) -> Int {
        let nulls = text.utf8.count { $0 == 0 }
        let special: Set<UInt8> = isNumber ? [0x22, 0x0A, 0x0D] : [0x22, 0x0A, 0x0D, 0x2C, 0x3B, 0x09]
        let isQuoted =
            text.utf8.contains(where: special.contains) || text.first?.isWhitespace == true
            || text.last?.isWhitespace == true
        if isQuoted { bytes.append(0x22) }
        for byte in text.utf8 {
            switch byte {
            case 0: bytes += [0xEF, 0xBF, 0xBD]
            case 0x22: bytes += [0x22, 0x22]
            default: bytes.append(byte)
            }
        }
        if isQuoted { bytes.append(0x22) }
        return nulls
    }
}
