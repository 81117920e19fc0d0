import Model

extension DirectoryFile {
    static func toml(_ rows: [DirectoryRow]) -> String {
        var text = "# The directory: one [[entry]] for each. A text that is left empty takes away what was known.\n"
        for row in rows {
            let cells = cells(of: row)
            text += "\n[[\(element)]]\n"
            for column in columns {
                if let cell = cells[column] { text += "\(column) = \(quoted(cell))\n" }
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Reads the part of TOML that a flat list of entries needs: comments, `[[entry]]`, bare keys, and texts in all four
    /// kinds of quotes; numbers, true and false are taken as they are written. Everything else is a fault of its entry.
    mutating func readTOML(_ bytes: [UInt8]) {
        var scanner = TOMLScanner(bytes)
        var cells: [String: String]?
        var begins = 1
        var isSound = true
        func finished(_ file: inout DirectoryFile) {
            if let cells, isSound { file.take(cells, line: begins) }
        }
        while let line = scanner.next() {
            switch line {
            case .header(let number):
                finished(&self)
                cells = [:]
                begins = number
                isSound = true
            case .pair(let key, let value, let number):
                if cells == nil || cells?[key] != nil {
                    // Before the first entry, or twice in one.
                    if isSound { faults.append(DirectoryFileFault(line: number, .malformed(found: key))) }
                    isSound = false
                }
                cells?[key] = value
            case .wrong(let found, let number):
                if isSound { faults.append(DirectoryFileFault(line: number, .malformed(found: found))) }
                isSound = false
            }
        }
        finished(&self)
    }
}

/// Finds headers and pairs in a TOML file of one list of tables.
struct TOMLScanner {
    enum Line {
        case header(line: Int)
        case pair(key: String, value: String, line: Int)
        case wrong(found: String, line: Int)
    }

    private let text: [Unicode.Scalar]
    private var at = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        var text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        if text.first == "\u{FEFF}" { text.removeFirst() }
        self.text = text
    }

    /// The next header, pair or fault; nil at the end.
    mutating func next() -> Line? {
        while at < text.count {
            skipBlanks()
            guard let scalar = peek() else { return nil }
            if scalar == "#" || isLineEnd(scalar) {
                skipLine()
                continue
            }
            let begin = (at: at, line: line)
            if let found = scalar == "[" ? header() : pair(), endsLine() { return found }
            let end = text[begin.at...].firstIndex(where: isLineEnd) ?? text.count
            if line == begin.line { skipLine() }
            var excerpt = String.UnicodeScalarView()
            excerpt.append(contentsOf: text[begin.at..<min(end, begin.at + 40)])
            return .wrong(found: String(excerpt), line: begin.line)
        }
        return nil
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? { at + ahead < text.count ? text[at + ahead] : nil }
    private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private mutating func skipBlanks() { while let scalar = peek(), scalar == " " || scalar == "\t" { at += 1 } }

    private mutating func skipLine() {
        while let scalar = peek() {
            at += 1
            if scalar == "\n" {
                line += 1
                return
            }
        }
    }

    /// Whether nothing but a comment follows; goes on to the next line.
    private mutating func endsLine() -> Bool {
        skipBlanks()
        if peek() == "\r", peek(1) == "\n" { at += 1 }
        guard let scalar = peek() else { return true }
        guard scalar == "#" || scalar == "\n" else { return false }
        skipLine()
        return true
    }

    private mutating func header() -> Line? {
        let number = line
        for scalar in "[[" {
            guard let found = peek(), Character(found) == scalar else { return nil }
            at += 1
        }
        skipBlanks()
        guard word() == DirectoryFile.element else { return nil }
        skipBlanks()
        guard peek() == "]", peek(1) == "]" else { return nil }
        at += 2
        return .header(line: number)
    }

    private mutating func word() -> String {
        var word = String.UnicodeScalarView()
        while let scalar = peek(), scalar.isASCII,
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
        {
            word.append(scalar)
            at += 1
        }
        return String(word)
    }

    private mutating func pair() -> Line? {
        let number = line
        let key = word()
        skipBlanks()
        guard !key.isEmpty, peek() == "=" else { return nil }
        at += 1
        skipBlanks()
        return value().map { .pair(key: key, value: $0, line: number) }
    }

    private mutating func value() -> String? {
        guard let quote = peek() else { return nil }
        guard quote == "\"" || quote == "'" else {
            // A number, a truth value or a time: as it is written.
            var plain = String.UnicodeScalarView()
            while let scalar = peek(), scalar.isASCII, scalar.value > 0x20, scalar != "#", scalar != "[", scalar != "{"
            {
                plain.append(scalar)
                at += 1
            }
            return plain.isEmpty ? nil : String(plain)
        }
        let isLong = peek(1) == quote && peek(2) == quote
        at += isLong ? 3 : 1
        // The line end right behind long quotes does not count.
        if isLong, peek() == "\r", peek(1) == "\n" { at += 1 }
        if isLong, peek() == "\n" {
            at += 1
            line += 1
        }
        return quoted(quote, isLong: isLong)
    }

    private mutating func quoted(_ quote: Unicode.Scalar, isLong: Bool) -> String? {
        var value = String.UnicodeScalarView()
        while let scalar = peek() {
            if scalar == quote, !isLong || peek(1) == quote && peek(2) == quote {
                at += isLong ? 3 : 1
                // One or two quotes may stand before the closing ones.
                while isLong, peek() == quote {
                    value.append(quote)
                    at += 1
                }
                return String(value)
            }
            if scalar == "\n" || scalar == "\r" {
                guard isLong else { return nil }
                if scalar == "\n" { line += 1 }
            }
            at += 1
            if scalar == "\\", quote == "\"" {
                guard let escaped = escape(isLong: isLong) else { return nil }
                value.append(contentsOf: escaped)
            } else if scalar != "\r" || peek() != "\n" {
                value.append(scalar)
            }
        }
        return nil
    }

    /// What stands behind a backslash.
    private mutating func escape(isLong: Bool) -> [Unicode.Scalar]? {
        guard let scalar = peek() else { return nil }
        at += 1
        switch scalar {
        case "b": return ["\u{8}"]
        case "t": return ["\t"]
        case "n": return ["\n"]
        case "f": return ["\u{C}"]
        case "r": return ["\r"]
        case "e": return ["\u{1B}"]
        case "\"", "\\": return [scalar]
        case "u": return hexadecimal(4).map { [$0] }
        case "U": return hexadecimal(8).map { [$0] }
        case " ", "\t", "\r", "\n":
            // A line that ends in a backslash goes on at the next sign.
            guard isLong else { return nil }
            at -= 1
            while let blank = peek(), blank == " " || blank == "\t" || isLineEnd(blank) {
                if blank == "\n" { line += 1 }
                at += 1
            }
            return []
        default: return nil
        }
    }

    private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar? {
        guard at + count <= text.count else { return nil }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: text[at..<at + count])
        at += count
        return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
    }
}
