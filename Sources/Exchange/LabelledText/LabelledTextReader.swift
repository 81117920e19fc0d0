extension LabelledText {
    /// Reads the message in a text: the least quoted one, where older ones are quoted below it.
    package static func read(_ text: String) throws(IntakeRefusal) -> Reading {
        let lines = lines(of: text)
        var found: [(index: Int, depth: Int)] = []
        for (n, line) in lines.enumerated() {
            let quoted = QuotedLine(line)
            if isMark(quoted.content) { found.append((n, quoted.depth)) }
        }
        guard let depth = found.map(\.depth).min() else { throw IntakeRefusal(.unknownFormat, found: text) }
        let outermost = found.filter { $0.depth == depth }
        guard outermost.count == 1 else { throw IntakeRefusal(.severalMessages, line: outermost[1].index + 1) }
        var reader = LabelledTextReader(lines: lines, first: outermost[0].index, depth: depth)
        let (message, numbers) = try reader.read()
        return Reading(
            message: message, lineNumbers: numbers, firstLine: outermost[0].index + 1,
            hasQuotedMessage: found.count > 1)
    }
}

/// Takes the lines after the mark.
private struct LabelledTextReader {
    let lines: [Substring]
    let first: Int
    let depth: Int
    private var message = LabelledMessage()
    private var numbers: [Int] = []
    /// Whether the next line may belong to the last label.
    private var isOpen = false

    init(lines: [Substring], first: Int, depth: Int) {
        (self.lines, self.first, self.depth) = (lines, first, depth)
    }

    mutating func read() throws(IntakeRefusal) -> (LabelledMessage, [Int]) {
        var n = first + 1
        while n < lines.count {
            let content = QuotedLine(lines[n], limit: depth).content
            if LabelledText.isEnd(content) { return (message, numbers) }
            if let (name, value) = LabelledTextReader.labelled(content), MessageLabel(word: name) == .text,
                !LabelledTextReader.isIndented(content)
            {
                message.text = try text(from: n, first: value)
                return (message, numbers)
            }
            try take(content, line: n + 1)
            n += 1
        }
        throw IntakeRefusal(.noEnd, line: lines.count)
    }

    private mutating func take(_ content: Substring, line: Int) throws(IntakeRefusal) {
        let value = LabelledText.trimmed(content)
        guard !value.isEmpty else {
            isOpen = isOpen && message.lines.last?.value.isEmpty == true
            return
        }
        if LabelledTextReader.isIndented(content), isOpen { return add(value) }
        if let (name, value) = LabelledTextReader.labelled(content) {
            if let label = MessageLabel(word: name) {
                if !label.isRepeated, message.lines.contains(where: { $0.label == label }) {
                    throw IntakeRefusal(.repeatedLabel, line: line, path: name)
                }
                return begin(.init(label, value), line)
            }
            if LabelledTextReader.isLabel(name) { return begin(.init(name: name, value), line) }
        }
        guard isOpen else { throw IntakeRefusal(.missingLabel, line: line, found: value) }
        add(value)
    }

    private mutating func begin(_ line: LabelledMessage.Line, _ number: Int) {
        message.lines.append(line)
        numbers.append(number)
        isOpen = true
    }

    /// A further piece of the last value.
    private mutating func add(_ piece: String) {
        let last = message.lines.count - 1
        if piece.hasPrefix("|") {
            let text = piece.dropFirst()
            message.lines[last].value += "\n" + (text.first == " " ? text.dropFirst() : text)
        } else {
            message.lines[last].value += message.lines[last].value.isEmpty ? piece : " " + piece
        }
    }

    /// Everything up to the end mark; blank lines at its end do not count.
    private func text(from start: Int, first: String) throws(IntakeRefusal) -> String {
        var taken: [String] = first.isEmpty ? [] : [first]
        for n in start + 1..<max(lines.count, start + 1) {
            let content = QuotedLine(lines[n], limit: depth).content
            if LabelledText.isEnd(content) {
                while taken.last?.isEmpty == true { taken.removeLast() }
                return taken.joined(separator: "\n")
            }
            let line = LabelledText.withoutTrailingBlanks(content)
            taken.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
        }
        throw IntakeRefusal(.noEnd, line: lines.count, path: MessageLabel.text.word(in: .en))
    }

    private static func isIndented(_ content: Substring) -> Bool { content.first == " " || content.first == "\t" }

    /// What stands before and after the first colon, narrow or wide.
    static func labelled(_ content: Substring) -> (name: String, value: String)? {
        guard let colon = content.prefix(64).firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = content[..<colon].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { return nil }
        return (name, LabelledText.trimmed(content[content.index(after: colon)...]))
    }

    /// Whether a word that nobody knows is a label: two capital or ideographic letters or more, no small ones, at most 40 characters.
    static func isLabel(_ name: String) -> Bool {
        guard name.count <= 40 else { return false }
        var letters = 0
        for character in name {
            if character.isLetter {
                guard !character.isLowercase else { return false }
                letters += 1
            } else if !(character.isNumber || " /-.()№".contains(character)) {
                return false
            }
        }
        return letters >= 2 && name.first?.isLetter == true
    }
}

extension LabelledMessage.Line {
    /// Whether it can be written under its own name, and is read back so.
    static func isLabel(_ name: String) -> Bool {
        LabelledTextReader.isLabel(name) && MessageLabel(word: name) == nil
            && name == name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
