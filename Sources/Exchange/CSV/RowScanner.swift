/// Finds one row in the bytes of a CSV file (RFC 4180), byte by byte.
struct RowScanner {
    let input: UnsafeBufferPointer<UInt8>
    let limits: CSVReader.Limits
    /// How many columns to make room for.
    let expectedColumns: Int

    /// A fault before its column is counted.
    struct Fault: Error {
        let reason: CSVFault.Reason
        let offset: Int
        let line: Int
        /// Whether the lines behind may still belong to a quoted field.
        var isInQuotes = false
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    /// The row that begins at `start`, which is the beginning of `line`.
    func row(at start: Int, line: Int) -> Result<CSVRow, Fault> {
        do throws(Fault) {
            return .success(try scan(from: start, line: line))
        } catch {
            return .failure(error)
        }
    }

    /// The beginning of the line after the one that holds `offset`; the end of the input where there is none.
    func nextLine(after offset: Int) -> Int {
        var at = offset
        while at < input.count {
            if input[at] == RowScanner.lineFeed { return at + 1 }
            at += 1
        }
        return at
    }

    private func scan(from start: Int, line firstLine: Int) throws(Fault) -> CSVRow {
        var fields: [CSVField] = []
        fields.reserveCapacity(expectedColumns)
        var at = start
        var line = firstLine
        while true {
            if at < input.count, input[at] == RowScanner.quote {
                fields.append(try quotedField(&at, &line))
            } else {
                fields.append(try plainField(&at, line))
            }
            guard at - start <= limits.rowBytes else {
                throw Fault(reason: .rowTooLong(limitBytes: limits.rowBytes), offset: start, line: firstLine)
            }
            guard at < input.count else {
                return CSVRow(line: firstLine, fields: fields, range: start..<at, nextLine: line + 1)
            }
            guard input[at] == RowScanner.comma else { break }
            guard fields.count < limits.columns else {
                throw Fault(reason: .tooManyColumns(limit: limits.columns), offset: at, line: line)
            }
            at += 1
        }
        at += input[at] == RowScanner.carriageReturn ? 2 : 1
        return CSVRow(line: firstLine, fields: fields, range: start..<at, nextLine: line + 1)
    }

    /// Leaves `at` on the comma, the line break or the end behind the field.
    private func plainField(_ at: inout Int, _ line: Int) throws(Fault) -> CSVField {
        let start = at
        let end = min(input.count, start + limits.fieldBytes + 1)
        var bits: UInt8 = 0
        scanning: while at < end {
            let byte = input[at]
            switch byte {
            case RowScanner.comma, RowScanner.lineFeed: break scanning
            case RowScanner.quote: throw Fault(reason: .quoteInUnquotedField, offset: at, line: line)
            case 0: throw Fault(reason: .nullByte, offset: at, line: line)
            case RowScanner.carriageReturn:
                guard at + 1 < input.count, input[at + 1] == RowScanner.lineFeed else {
                    throw Fault(reason: .bareCarriageReturn, offset: at, line: line)
                }
                break scanning
            default:
                bits |= byte
                at += 1
            }
        }
        guard at - start <= limits.fieldBytes else {
            throw Fault(reason: .fieldTooLong(limitBytes: limits.fieldBytes), offset: start, line: line)
        }
        if bits >= 0x80 { try validate(start..<at, line) }
        return CSVField(range: start..<at, hasDoubledQuotes: false, isQuoted: false)
    }

    /// Begins on the opening quote and leaves `at` behind the closing one.
    private func quotedField(_ at: inout Int, _ line: inout Int) throws(Fault) -> CSVField {
        let (opening, openingLine) = (at, line)
        at += 1
        let end = min(input.count, at + limits.fieldBytes + 1)
        var bits: UInt8 = 0
        var hasDoubledQuotes = false
        while at < end {
            let byte = input[at]
            if byte == RowScanner.quote {
                guard at + 1 < input.count, input[at + 1] == RowScanner.quote else { break }
                hasDoubledQuotes = true
                at += 1
            } else if byte == RowScanner.lineFeed {
                line += 1
            } else if byte == 0 {
                throw Fault(reason: .nullByte, offset: at, line: line, isInQuotes: true)
            }
            bits |= byte
            at += 1
        }
        let range = opening + 1..<at
        guard range.count <= limits.fieldBytes else {
            throw Fault(
                reason: .fieldTooLong(limitBytes: limits.fieldBytes), offset: opening, line: openingLine,
                isInQuotes: true)
        }
        if bits >= 0x80 { try validate(range, openingLine, isInQuotes: true) }
        guard at < input.count else {
            throw Fault(reason: .unterminatedQuote, offset: opening, line: openingLine, isInQuotes: true)
        }
        at += 1
        guard at == input.count || endsField(at) else {
            throw Fault(reason: .textAfterClosingQuote, offset: at, line: line)
        }
        return CSVField(range: range, hasDoubledQuotes: hasDoubledQuotes, isQuoted: true)
    }

    private func endsField(_ at: Int) -> Bool {
        switch input[at] {
        case RowScanner.comma, RowScanner.lineFeed: true
        case RowScanner.carriageReturn: at + 1 < input.count && input[at + 1] == RowScanner.lineFeed
        default: false
        }
    }

    private func validate(_ range: Range<Int>, _ line: Int, isInQuotes: Bool = false) throws(Fault) {
        guard let offset = UTF8Check.firstInvalid(in: input, range) else { return }
        let breaks = input[range.lowerBound..<offset].reduce(0) { $0 + ($1 == RowScanner.lineFeed ? 1 : 0) }
        throw Fault(reason: .notUTF8, offset: offset, line: line + breaks, isInQuotes: isInQuotes)
    }
}

/// Checks that bytes are UTF-8: the shortest form only, no surrogates, nothing above U+10FFFF (Unicode, table 3-7).
enum UTF8Check {
    /// Where the first sequence begins that is not UTF-8; nil when there is none.
    static func firstInvalid(in input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while at < range.upperBound {
            let lead = input[at]
            if lead < 0x80 {
                at += 1
                continue
            }
            let (count, second) = continuation(of: lead)
            guard count > 0, at + count < range.upperBound, second.contains(input[at + 1]),
                (at + 2..<at + 1 + count).allSatisfy({ input[$0] & 0xC0 == 0x80 })
            else { return at }
            at += count + 1
        }
        return nil
    }

    /// How many bytes follow a leading byte (0: it leads nothing), and what the first of them may be.
    private static func continuation(of lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>) {
        switch lead {
        case 0xC2...0xDF: (1, 0x80...0xBF)
        case 0xE0: (2, 0xA0...0xBF)
        case 0xED: (2, 0x80...0x9F)
        case 0xE1...0xEF: (2, 0x80...0xBF)
        case 0xF0: (3, 0x90...0xBF)
        case 0xF1...0xF3: (3, 0x80...0xBF)
        case 0xF4: (3, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
    }
}
