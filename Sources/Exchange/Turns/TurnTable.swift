import Model

/// A list of planned turns as people keep it: one turn a line, `from; until; officer; standby`.
///
/// Fields are parted by tab, semicolon or comma, whichever stands first in the line that way; the end may be left empty
/// and is then one turn of the pattern later, the standby may be left out. A first line of headings, blank lines and lines
/// that begin with `#` are passed over. A list with a fault is taken not at all.
package enum TurnTable {
    package struct Fault<Reason: Error & Equatable & Sendable>: Error, Equatable, Sendable {
        /// Counted from 1.
        package let line: Int
        package let problem: Problem

        package enum Problem: Equatable, Sendable {
            case tooFewFields
            case notATime(String, Reason)
            case endsBeforeItBegins
            case officerMissing
            case sameBeginning(line: Int)
        }
    }

    /// - Parameters:
    ///   - turn: the length of a turn where a line names no end.
    ///   - instant: reads a time as it is typed.
    package static func turns<Reason: Error & Equatable & Sendable>(
        _ text: String, turn: Span, instant: (String) throws(Reason) -> Instant
    ) throws(Fault<Reason>) -> [PlannedTurn] {
        var turns: [PlannedTurn] = []
        var lines: [Instant: Int] = [:]
        for (place, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = raw.filter { $0 != "\u{FEFF}" }.trimmingBlanks
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let fields = fields(of: line)
            // Headings have no digit where a turn has its time.
            if turns.isEmpty, fields.count > 2, !fields[0].contains(where: \.isNumber) { continue }
            func fault(_ problem: Fault<Reason>.Problem) -> Fault<Reason> { Fault(line: place + 1, problem: problem) }
            func time(_ text: String) throws(Fault<Reason>) -> Instant {
                do throws(Reason) {
                    return try instant(text)
                } catch {
                    throw fault(.notATime(text, error))
                }
            }
            guard fields.count >= 3 else { throw fault(.tooFewFields) }
            let from = try time(fields[0])
            let until = fields[1].isEmpty ? from + turn : try time(fields[1])
            guard until > from else { throw fault(.endsBeforeItBegins) }
            guard !fields[2].isEmpty else { throw fault(.officerMissing) }
            if let other = lines[from] { throw fault(.sameBeginning(line: other)) }
            lines[from] = place + 1
            let standby = fields.count > 3 && !fields[3].isEmpty ? fields[3] : nil
            turns.append(PlannedTurn(from: from, until: until, officer: fields[2], standby: standby))
        }
        return turns
    }

    private static func fields(of line: String) -> [String] {
        let separator = line.first { $0 == "\t" || $0 == ";" || $0 == "," } ?? ";"
        return line.split(separator: separator, omittingEmptySubsequences: false).map { field in
            let field = String(field).trimmingBlanks
            let isQuoted = field.count > 1 && field.first == "\"" && field.last == "\""
            return isQuoted ? String(field.dropFirst().dropLast()) : field
        }
    }
}
