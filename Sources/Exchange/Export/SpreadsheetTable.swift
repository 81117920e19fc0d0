import Model

/// Records for people with a spreadsheet: a byte order mark, semicolons, decimal commas, and nothing that computes.
///
/// Spreadsheets run what begins like a formula. Such a text gets an apostrophe in front, at the beginning of the cell and
/// wherever a program that splits at another separator would see a beginning (OWASP: CSV injection). So does a number that is
/// a name, because a spreadsheet would drop its zeros or round it. It is not read back: the table without loss is for programs.
package enum SpreadsheetTable {
    /// What the spreadsheet does not say as the record does.
    package struct Losses: Equatable, Sendable {
        /// Cells that would have computed.
        package var formulas = 0
        /// Cells with digits that a spreadsheet would change.
        package var numbers = 0
        /// Null characters that were replaced.
        package var nulls = 0

        package init() {}

        package var isEmpty: Bool { self == Losses() }
    }

    package static func write(
        _ records: [OutgoingRecord], _ language: SpreadsheetLanguage, offsetSeconds: Int
    ) -> (bytes: [UInt8], losses: Losses) {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        var losses = Losses()
        let columns = RecordColumn.allCases
        bytes += columns.map { $0.heading(language) }.joined(separator: ";").utf8
        bytes += CSVText.lineEnd
        for record in records {
            for row in RecordRow.rows(of: record, offsetSeconds: offsetSeconds) {
                for (place, column) in columns.enumerated() {
                    if place > 0 { bytes.append(UInt8(ascii: ";")) }
                    let cell = cell(row[column], column, language, &losses)
                    let isNumber = column.isNumber && cell == row[column].replacing(".", with: ",")
                    losses.nulls += CSVText.append(cell, isNumber: isNumber && isPlainNumber(row[column]), to: &bytes)
                }
                bytes += CSVText.lineEnd
            }
        }
        return (bytes, losses)
    }

    private static func cell(
        _ text: String, _ column: RecordColumn, _ language: SpreadsheetLanguage, _ losses: inout Losses
    ) -> String {
        if text == "--" { return language == .ru ? "нет данных" : "no data" }
        if column.isNumber, isPlainNumber(text) { return text.replacing(".", with: ",") }
        let guarded = guarded(text)
        if guarded != text {
            losses.formulas += 1
            return guarded
        }
        if isName(text) {
            losses.numbers += 1
            return "'" + text
        }
        return text
    }

    /// Digits with at most one point, and a sign: what a number column of ours holds, and no formula.
    private static func isPlainNumber(_ text: String) -> Bool {
        let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
        return !digits.isEmpty && digits.count <= 20 && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
            && digits.count { $0 == 0x2E } <= 1 && digits.first != 0x2E
    }

    /// Digits that name something: with a zero in front, or more than a spreadsheet keeps.
    private static func isName(_ text: String) -> Bool {
        let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return digits && text.utf8.count > 1 && (text.utf8.first == 0x30 || text.utf8.count > 11)
    }

    // MARK: Formulas

    /// With an apostrophe before everything that could begin a formula.
    package static func guarded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isBeginning = true
        var pending = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isBeginning, starts.contains(scalar) || (scalar == "\t" || scalar == "\r" || scalar == "\n") {
                // The first control character of a cell is a beginning by itself; later ones only separate.
                if starts.contains(scalar) || (result.isEmpty && pending.isEmpty) { result.append("'") }
                result.append(contentsOf: pending)
                pending = .init()
                result.append(scalar)
                isBeginning = !starts.contains(scalar)
            } else if isBeginning, isPassedOver(scalar) {
                pending.append(scalar)
            } else {
                result.append(contentsOf: pending)
                pending = .init()
                result.append(scalar)
                isBeginning = separators.contains(scalar)
            }
        }
        result.append(contentsOf: pending)
        return String(result)
    }

    /// `=`, `+`, `-`, `@`, and what programs fold to them: full-width and small forms, the minus sign, figure and en dashes.
    private static let starts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}", "\u{FE62}", "\u{FE63}",
        "\u{FE6B}", "\u{2212}", "\u{207A}", "\u{207B}", "\u{2012}", "\u{2013}",
    ]

    private static let separators: Set<Unicode.Scalar> = [
        ";", ",", "|", "\t", "\n", "\r", "\u{FF1B}", "\u{FF0C}", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}",
    ]

    /// Blanks, quotes, and characters that nobody sees.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control, .spaceSeparator, .nonspacingMark: true
        default: scalar.properties.isWhitespace || scalar == "\"" || scalar == "'"
        }
    }
}
