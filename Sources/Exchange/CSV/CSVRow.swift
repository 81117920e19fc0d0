/// One field of a row: where its text lies in the file, without the quotes around it.
package struct CSVField: Equatable, Sendable {
    package let range: Range<Int>
    /// Whether the text holds doubled quotes that stand for one.
    let hasDoubledQuotes: Bool
    let isQuoted: Bool
}

/// One row of a CSV file, as places in its bytes; `CSVReader.text(of:)` makes texts of them.
package struct CSVRow: Equatable, Sendable {
    /// The line on which the row begins, counted from 1.
    package let line: Int
    package let fields: [CSVField]
    /// The bytes of the row with its line break.
    package let range: Range<Int>
    /// The line on which the next row begins.
    let nextLine: Int

    var lastLine: Int { nextLine - 1 }
    var isOnOneLine: Bool { lastLine == line }
    var isBlank: Bool { fields.count == 1 && fields[0].range.isEmpty && !fields[0].isQuoted }
}

/// Why a part of a file is not CSV (RFC 4180, UTF-8 only), and where.
package struct CSVFault: Error, Equatable, Sendable {
    package enum Reason: Hashable, Sendable {
        case nullByte
        case notUTF8
        case quoteInUnquotedField
        case textAfterClosingQuote
        case unterminatedQuote
        /// A carriage return without a line feed, outside quotes.
        case bareCarriageReturn
        case fieldTooLong(limitBytes: Int)
        case rowTooLong(limitBytes: Int)
        case tooManyColumns(limit: Int)
        /// The row is sound, but has another number of columns than the first row.
        case columnCount(found: Int, expected: Int)
    }

    package let reason: Reason
    /// Counted from 1.
    package let line: Int
    /// In characters of that line, counted from 1.
    package let column: Int
    /// The byte at which it was noticed, counted from 0.
    package let offset: Int
    /// The lines of which nothing was read: the one on which the row began and those passed over to find sound ground.
    package let skippedLines: ClosedRange<Int>
}

/// What a CSV reader finds next.
package enum CSVOutcome: Equatable, Sendable {
    case row(CSVRow)
    case fault(CSVFault)
}
