import Model

/// Reads the UNODC individual drug seizures table: each row becomes a `seizureReported`, each bad row a fault.
///
/// The columns may stand in any order, but all of them and no others. An id comes from the source's name, the sixteen
/// fields in their usual order and how often the same row stood before it in the file; the order of the columns and the
/// quoting do not change it.
package struct SeizureTable: Sendable {
    package enum HeaderFault: Error, Equatable, Sendable {
        case emptyFile
        case unreadable(CSVFault)
        case columns(missing: [String], unknown: [String], repeated: [String])
    }

    /// The name that rows of the UNODC return carry as their source.
    package static let defaultSource = "unodc-ids"

    private let source: String
    private let digest: DigestFunction
    private let header: SeizureHeader
    private var reader: CSVReader
    private var occurrences: [EventID: Int64] = [:]

    /// - Parameter source: goes into every id and every event; the same return must always come under the same name.
    package init(
        _ bytes: [UInt8], source: String = defaultSource, digest: @escaping DigestFunction
    ) throws(HeaderFault) {
        self.source = source
        self.digest = digest
        reader = CSVReader(bytes)
        switch reader.next() {
        case nil: throw .emptyFile
        case .fault(let fault): throw .unreadable(fault)
        case .row(let row): header = try SeizureHeader(row.fields.map(reader.text(of:)))
        }
    }

    package var bytesDone: Int { reader.bytesDone }
    package var byteCount: Int { reader.bytes.count }

    /// The next row or fault; nil at the end of the file.
    package mutating func next() -> ImportOutcome? {
        switch reader.next() {
        case nil: return nil
        case .fault(let fault): return .fault(importFault(fault))
        case .row(let row):
            do throws(ImportFault) {
                return .item(try item(row))
            } catch {
                return .fault(error)
            }
        }
    }

    private mutating func item(_ row: CSVRow) throws(ImportFault) -> ImportItem {
        let date = try date(row)
        try checkAmount(row)
        let identity = try identity(row)
        let first = id(identity, repetition: 0)
        let repetition = occurrences[first, default: 0]
        occurrences[first] = repetition + 1
        var report = report(row)
        if repetition > 0 {
            report.duplicateOf = first
            report.repetition = repetition
        }
        return ImportItem(
            target: .new(.seizures), event: .seizure(.reported(report)), at: date, precision: .day,
            id: repetition == 0 ? first : id(identity, repetition: repetition), actor: nil, line: row.line)
    }

    private func report(_ row: CSVRow) -> SeizureReported {
        func text(_ column: SeizureColumn) -> String { reader.text(of: field(column, row)) }
        return SeizureReported(
            source: source, region: text(.region), subregion: text(.subregion), country: text(.country),
            administrativeDivision: text(.administrativeDivision), place: text(.place), drug: text(.drug),
            quantity: Quantity(amount: text(.amount), unit: text(.unit)), hidingPlace: text(.hidingPlace),
            installation: text(.installation), transport: text(.transport), producingCountry: text(.producingCountry),
            departureCountry: text(.departureCountry), destinationCountry: text(.destinationCountry),
            routing: text(.routing))
    }

    private func identity(_ row: CSVRow) throws(ImportFault) -> [UInt8] {
        var bytes = Array(source.utf8)
        bytes.reserveCapacity(row.range.count + 64)
        for column in SeizureColumn.allCases {
            let field = field(column, row)
            let content = reader.bytes[field.range]
            guard !content.contains(SeizureTable.separator) else { throw fault(.separatorInField, column, row) }
            bytes.append(SeizureTable.separator)
            if field.hasDoubledQuotes { bytes += reader.content(of: field) } else { bytes += content }
        }
        return bytes
    }

    private func id(_ identity: [UInt8], repetition: Int64) -> EventID {
        .derived(from: digest(identity + [SeizureTable.separator] + String(repetition).utf8))
    }

    private static let separator: UInt8 = 0x1F

    private func date(_ row: CSVRow) throws(ImportFault) -> Instant {
        let digits = reader.bytes[field(.date, row).range].map { Int($0) - 0x30 }
        guard digits.count == 10, digits[4] == -3, digits[7] == -3,
            [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ (0...9).contains(digits[$0]) })
        else { throw fault(.notADate, .date, row) }
        let civil = Civil(
            year: digits[0] * 1_000 + digits[1] * 100 + digits[2] * 10 + digits[3],
            month: digits[5] * 10 + digits[6], day: digits[8] * 10 + digits[9])
        guard civil.isValid else { throw fault(.noSuchDate, .date, row) }
        return civil.instant(offsetSeconds: 0)
    }

    /// A blank amount and `--` (UNODC: no data) are let through as they are, and stay apart from 0.
    private func checkAmount(_ row: CSVRow) throws(ImportFault) {
        let text = reader.text(of: field(.amount, row)).trimmingBlanks
        guard !text.isEmpty, text != "--" else { return }
        // Longer exponents cannot be kept exactly anyway, and some overflow the number that counts them.
        let exponent = text.drop { $0 != "e" && $0 != "E" }
        guard exponent.utf8.count <= 5, let number = ExactDecimal(text) else {
            throw fault(.notANumber, .amount, row)
        }
        guard number.significand >= 0 else { throw fault(.negativeAmount, .amount, row) }
    }

    private func field(_ column: SeizureColumn, _ row: CSVRow) -> CSVField {
        row.fields[header.places[column.rawValue]]
    }

    private func fault(_ reason: ImportFault.Reason, _ column: SeizureColumn, _ row: CSVRow) -> ImportFault {
        let field = field(column, row)
        let place = reader.position(of: field, in: row)
        return ImportFault(
            reason: reason, line: place.line, column: place.column, columnName: column.name,
            excerpt: ImportFault.excerpt(reader.bytes[field.range]), skippedLines: row.line...row.lastLine)
    }

    private func importFault(_ fault: CSVFault) -> ImportFault {
        let rest = reader.bytes[fault.offset...].prefix { $0 != 0x0A && $0 != 0x0D }
        return ImportFault(
            reason: .csv(fault.reason), line: fault.line, column: fault.column, columnName: nil,
            excerpt: ImportFault.excerpt(rest), skippedLines: fault.skippedLines)
    }
}
