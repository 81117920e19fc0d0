extension LabelledText {
    /// Lines are folded so that mail programs need not; the text below TEXT is not.
    static let widthLimit = 72

    /// The message as text with line feeds, which `read` reads back.
    package static func write(_ message: LabelledMessage, _ language: MessageLabel.Language) -> String {
        var lines = [marks[language] ?? ""]
        for line in message.lines {
            let name = line.label?.word(in: language) ?? line.name
            lines += folded("\(name): \(line.value)")
        }
        if let text = message.text {
            lines.append("\(MessageLabel.text.word(in: language)):")
            lines += self.lines(of: text).map { line in
                let plain = withoutTrailingBlanks(line)
                return plain.hasPrefix(".") || isEnd(plain) || isMark(plain) ? ".\(plain)" : plain
            }
        }
        lines.append(ends[language] ?? "")
        return lines.joined(separator: "\n") + "\n"
    }

    /// In lines of at most `widthLimit` characters where there are blanks to fold at.
    private static func folded(_ text: String) -> [String] {
        var found: [String] = []
        for (n, part) in lines(of: text).enumerated() {
            var rest = Substring(withoutTrailingBlanks(part))
            var indentation = n == 0 ? "" : "  | "
            while let place = fold(rest, width: widthLimit - indentation.count) {
                found.append(indentation + rest[..<place])
                rest = rest[rest.index(after: place)...]
                indentation = "  "
            }
            found.append(indentation + rest)
        }
        return found
    }

    /// The last single blank within the width, or the first one beyond it; never one before `|`, which means something there.
    private static func fold(_ text: Substring, width: Int) -> Substring.Index? {
        guard text.count > width else { return nil }
        var found: Substring.Index?
        var previous: Character = " "
        var count = 0
        for place in text.indices {
            let character = text[place]
            let next = text.index(after: place)
            if character == " ", previous != " ", next < text.endIndex, text[next] != " ", text[next] != "|" {
                if count > width { return found ?? place }
                found = place
            }
            previous = character
            count += 1
        }
        return found
    }
}
