/// Reads CSV strictly (RFC 4180): UTF-8 only, commas, CRLF or LF, quoted fields with doubled quotes and line breaks.
///
/// A byte order mark at the start and blank lines are passed over. The first sound row says how many columns every row
/// has. After a fault the reader goes on with the next line. Where the faulty row had run over several lines, so that a
/// stray quote may have swallowed them, it goes back, and goes on with the first line after the row's beginning that is
/// a row of the right number of columns by itself.
package struct CSVReader: Sendable {
    package struct Limits: Sendable {
        /// Bytes of one field, without the quotes around it.
        package var fieldBytes = 32 << 10
        package var rowBytes = 256 << 10
        package var columns = 1_000

        package init() {}
    }

    /// The whole file.
    package let bytes: [UInt8]
    /// How much has been read, for a progress display.
    package private(set) var bytesDone: Int
    package private(set) var columnCount: Int?
    private let limits: Limits
    private var line = 1

    package init(_ bytes: [UInt8], limits: Limits = Limits()) {
        self.bytes = bytes
        self.limits = limits
        bytesDone = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row or fault; nil at the end of the file.
    package mutating func next() -> CSVOutcome? {
        while bytesDone < bytes.count {
            switch scan(at: bytesDone, line: line) {
            case .success(let row):
                if row.isBlank, columnCount != 1 {
                    advance(behind: row)
                    continue
                }
                let expected = columnCount ?? row.fields.count
                columnCount = expected
                guard row.fields.count == expected else { return .fault(ragged(row, expected: expected)) }
                advance(behind: row)
                return .row(row)
            case .failure(let fault): return .fault(skip(fault))
            }
        }
        return nil
    }

    /// The text of a field, doubled quotes made single.
    package func text(of field: CSVField) -> String {
        field.hasDoubledQuotes
            ? String(decoding: content(of: field), as: UTF8.self) : String(decoding: bytes[field.range], as: UTF8.self)
    }

    /// The bytes that a field stands for, doubled quotes made single.
    package func content(of field: CSVField) -> [UInt8] {
        guard field.hasDoubledQuotes else { return Array(bytes[field.range]) }
        var content: [UInt8] = []
        var isSecond = false
        for byte in bytes[field.range] {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { content.append(byte) }
        }
        return content
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    ///
    /// - Parameter anchor: the beginning of a line at or before `offset`, and its number.
    package func position(of offset: Int, from anchor: (offset: Int, line: Int)) -> (line: Int, column: Int) {
        var (lineStart, line) = anchor
        for at in anchor.offset..<offset where bytes[at] == 0x0A {
            lineStart = at + 1
            line += 1
        }
        return (line, String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1)
    }

    /// Line and column of a field of `row`.
    package func position(of field: CSVField, in row: CSVRow) -> (line: Int, column: Int) {
        position(of: field.range.lowerBound, from: (row.range.lowerBound, row.line))
    }

    private func scan(at offset: Int, line: Int) -> Result<CSVRow, RowScanner.Fault> {
        bytes.withUnsafeBufferPointer { scanner($0).row(at: offset, line: line) }
    }

    private func scanner(_ buffer: UnsafeBufferPointer<UInt8>) -> RowScanner {
        RowScanner(input: buffer, limits: limits, expectedColumns: columnCount ?? 16)
    }

    private mutating func advance(behind row: CSVRow) {
        bytesDone = row.range.upperBound
        line = row.nextLine
    }

    private mutating func ragged(_ row: CSVRow, expected: Int) -> CSVFault {
        let fault = RowScanner.Fault(
            reason: .columnCount(found: row.fields.count, expected: expected), offset: row.range.lowerBound,
            line: row.line)
        guard row.isOnOneLine else { return skip(fault, mayHaveSwallowed: true) }
        advance(behind: row)
        return placed(fault, from: (row.range.lowerBound, row.line), skipped: row.line...row.line)
    }

    /// Passes over the row that begins here and is faulty.
    private mutating func skip(_ fault: RowScanner.Fault, mayHaveSwallowed: Bool = false) -> CSVFault {
        let start = (offset: bytesDone, line: line)
        let mayResume = fault.line == start.line && !fault.isInQuotes && !mayHaveSwallowed
        bytes.withUnsafeBufferPointer { buffer in
            let scanner = scanner(buffer)
            bytesDone = scanner.nextLine(after: bytesDone)
            line += 1
            guard !mayResume else { return }
            while bytesDone < buffer.count, !isSound(scanner.row(at: bytesDone, line: line)) {
                bytesDone = scanner.nextLine(after: bytesDone)
                line += 1
            }
        }
        return placed(fault, from: start, skipped: start.line...line - 1)
    }

    private func isSound(_ outcome: Result<CSVRow, RowScanner.Fault>) -> Bool {
        guard case .success(let row) = outcome else { return false }
        return columnCount.map { $0 == row.fields.count } ?? !row.isBlank
    }

    private func placed(
        _ fault: RowScanner.Fault, from anchor: (offset: Int, line: Int), skipped: ClosedRange<Int>
    ) -> CSVFault {
        let place = position(of: fault.offset, from: anchor)
        return CSVFault(
            reason: fault.reason, line: place.line, column: place.column, offset: fault.offset, skippedLines: skipped)
    }
}
