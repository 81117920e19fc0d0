/// Messages as plain text that can be pasted in and out of I-24/7, CENcomm and mail.
///
///     CARICC MESSAGE 1
///     KIND: warning
///     FROM: KGZ
///     NUMBER: 14/2026
///     DATE: 2026-10-17 04:06 +06:00
///     TEXT:
///     As many lines as it takes.
///     END
///
/// One label a line, in English, Russian or Chinese. A line that begins with a blank belongs to the one before; with `|` after
/// the blanks it begins a new line of the value. Below TEXT everything counts up to END; a line there that begins with a dot, or
/// is an end mark itself, has a dot in front. Mail around it, marks of quoting, line ends of any sort, wide colons and lines that
/// a mail program wrapped do no harm.
package enum LabelledText {
    /// The first line, per language. The number is the version of this form.
    static let marks: [MessageLabel.Language: String] = [
        .en: "CARICC MESSAGE 1", .ru: "СООБЩЕНИЕ ЦАРИКЦ 1", .zh: "CARICC 消息 1",
    ]
    static let ends: [MessageLabel.Language: String] = [.en: "END", .ru: "КОНЕЦ", .zh: "结束"]

    /// A sound message, and where in the text its parts stood.
    package struct Reading: Equatable, Sendable {
        package internal(set) var message: LabelledMessage
        /// Of each of the message's lines, counted from 1.
        package let lineNumbers: [Int]
        /// Of the mark at the beginning.
        package let firstLine: Int
        /// An older message was quoted below it.
        package let hasQuotedMessage: Bool
    }

    static func isMark(_ content: some StringProtocol) -> Bool {
        let words = plain(content)
        return marks.values.contains(words) || otherMarks.contains(words)
    }
    /// Written by people who know the name of the Centre in the other script.
    private static let otherMarks = ["СООБЩЕНИЕ CARICC 1", "MESSAGE CARICC 1", "ЦАРИКЦ 消息 1"]
    static func isEnd(_ content: some StringProtocol) -> Bool { ends.values.contains(plain(content)) }

    /// Capital letters, one blank between words, none at the ends.
    private static func plain(_ content: some StringProtocol) -> String {
        content.utf8.count > 80
            ? "" : content.uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a line of the text is the beginning of a message.
    static func hasMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        lines(of: String(decoding: bytes, as: UTF8.self)).contains { isMark(QuotedLine($0).content) }
    }

    /// Without line ends, which may be LF, CR LF or CR.
    static func lines(of text: String) -> [Substring] {
        var lines: [Substring] = []
        let bytes = text.utf8
        var start = bytes.startIndex
        var at = start
        while at < bytes.endIndex {
            let next = bytes.index(after: at)
            if bytes[at] == 0x0A || bytes[at] == 0x0D {
                lines.append(Substring(bytes[start..<at]))
                let isPair = bytes[at] == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
                start = isPair ? bytes.index(after: next) : next
                at = start
            } else {
                at = next
            }
        }
        lines.append(Substring(bytes[start...]))
        return lines
    }

    static func withoutTrailingBlanks(_ line: some StringProtocol) -> String {
        var scalars = String(line).unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        String(String.UnicodeScalarView(withoutTrailingBlanks(text).unicodeScalars.drop { $0.properties.isWhitespace }))
    }
}

/// A line of mail: how often it is quoted, and what it says.
struct QuotedLine {
    let depth: Int
    let content: Substring

    /// - Parameter limit: how many marks of quoting are taken off at most.
    init(_ line: Substring, limit: Int = .max) {
        var rest = line
        var depth = 0
        while depth < limit, case let bare = rest.drop(while: { $0 == " " }), bare.first == ">" {
            rest = bare.dropFirst()
            depth += 1
        }
        if depth > 0, rest.first == " " { rest = rest.dropFirst() }
        self.depth = depth
        content = rest
    }
}
