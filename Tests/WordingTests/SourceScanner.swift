/// Finds the string literals of a Swift source file and where each stands. It knows brackets, comments, literals over
/// several lines and interpolation; types it does not know, so ``SourceMessages`` tells sentences by their places.
struct SourceScanner {
    /// What a literal stands in, from the outermost bracket to the innermost.
    struct Frame {
        enum Shape { case file, parenthesis, bracket, brace, interpolation }

        let shape: Shape
        /// The code that stands before the bracket, within the frame around it.
        let head: String
        /// The code since the bracket was opened; what nested brackets and literals hold is left out.
        var code: [UInt8] = []

        var text: String { String(decoding: code.suffix(2_000), as: UTF8.self) }
    }

    struct Literal {
        let line: Int
        /// As it stands, with `%1` and on for interpolations.
        let plain: String
        /// As the key of a message: percent signs that are meant as such are doubled.
        let key: String
        let frames: [Frame]
    }

    private let input: [UInt8]
    private var at = 0
    private var line = 1
    private var frames = [Frame(shape: .file, head: "")]
    private var literals: [Literal] = []

    static func literals(of text: String) -> [Literal] {
        var scanner = SourceScanner(input: Array(text.utf8))
        scanner.scanCode(until: nil)
        return scanner.literals
    }

    private init(input: [UInt8]) { self.input = input }

    private func next(_ text: String) -> Bool { input[at...].starts(with: text.utf8) }

    private mutating func step() {
        if input[at] == UInt8(ascii: "\n") { line += 1 }
        at += 1
    }

    private mutating func write(_ text: String) { frames[frames.count - 1].code += Array(text.utf8) }

    /// What is left of a bracket in the code around it: the names in it where it is a type, else nothing.
    private func trace(of inner: [UInt8], _ empty: String) -> [UInt8] {
        let before = frames[frames.count - 1].text.reversed().drop { $0.isWhitespace }.prefix(2)
        guard before.first == ":" || before.elementsEqual(">-"), !inner.contains(UInt8(ascii: "\n")) else {
            return Array(empty.utf8)
        }
        let comma = UInt8(ascii: ",")
        return Array(empty.utf8.prefix(1)) + inner.map { $0 == comma ? UInt8(ascii: ";") : $0 }
            + Array(empty.utf8.suffix(1))
    }

    /// Reads up to and over the closing bracket.
    private mutating func scanCode(until closing: UInt8?) {
        while at < input.count {
            if input[at] == closing {
                at += 1
                return
            }
            if next("//") {
                skipLineComment()
            } else if next("/*") {
                skipBlockComment()
            } else if next("\"") {
                scanLiteral()
                write("\"\"")
            } else if let (shape, end, empty) = SourceScanner.brackets[input[at]] {
                at += 1
                let inner = scan(shape, until: end)
                frames[frames.count - 1].code += trace(of: inner, empty)
            } else {
                frames[frames.count - 1].code.append(input[at])
                step()
            }
        }
    }

    private static let brackets: [UInt8: (Frame.Shape, UInt8, String)] = [
        UInt8(ascii: "("): (.parenthesis, UInt8(ascii: ")"), "()"),
        UInt8(ascii: "["): (.bracket, UInt8(ascii: "]"), "[]"), UInt8(ascii: "{"): (.brace, UInt8(ascii: "}"), "{}"),
    ]

    @discardableResult private mutating func scan(_ shape: Frame.Shape, until end: UInt8) -> [UInt8] {
        frames.append(Frame(shape: shape, head: frames[frames.count - 1].text))
        scanCode(until: end)
        return frames.removeLast().code
    }

    private mutating func skipLineComment() {
        while at < input.count, input[at] != UInt8(ascii: "\n") { at += 1 }
    }

    private mutating func skipBlockComment() {
        var depth = 0
        repeat {
            if next("/*") { depth += 1 } else if next("*/") { depth -= 1 }
            step()
        } while at < input.count && depth > 0
        at += 1
    }

    // MARK: Literals

    /// Marks the beginning of a line within a literal, before its indentation.
    private static let margin = "\u{1}"

    private mutating func scanLiteral() {
        let firstLine = line
        let around = frames
        let quote = next("\"\"\"") ? "\"\"\"" : "\""
        let isLong = quote.utf8.count == 3
        at += quote.utf8.count
        var (plain, key) = ([UInt8](), [UInt8]())
        var places = 0
        while at < input.count, !next(quote) {
            if next("\\(") {
                at += 2
                places += 1
                scan(.interpolation, until: UInt8(ascii: ")"))
                plain += "%\(places)".utf8
                key += "%\(places)".utf8
            } else {
                let piece = next("\\") ? escape() : character()
                plain += piece
                key += piece == [UInt8(ascii: "%")] ? [UInt8(ascii: "%"), UInt8(ascii: "%")] : piece
            }
        }
        at += quote.utf8.count
        func unindented(_ bytes: [UInt8]) -> String {
            let text = String(decoding: bytes, as: UTF8.self)
            return isLong ? SourceScanner.unindented(text) : text
        }
        literals.append(
            Literal(line: firstLine, plain: unindented(plain), key: unindented(key), frames: around))
    }

    private mutating func character() -> [UInt8] {
        let byte = input[at]
        step()
        return byte == UInt8(ascii: "\n") ? Array("\n\(SourceScanner.margin)".utf8) : [byte]
    }

    private mutating func escape() -> [UInt8] {
        at += 1
        let byte = input[at]
        step()
        switch byte {
        case UInt8(ascii: "n"): return Array("\n".utf8)
        case UInt8(ascii: "t"): return Array("\t".utf8)
        case UInt8(ascii: "\n"): return Array(SourceScanner.margin.utf8)
        case UInt8(ascii: "u"):
            let digits = input[(at + 1)...].prefix { $0 != UInt8(ascii: "}") }
            at += digits.count + 2
            let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
            return Array(String(Character(scalar ?? "?")).utf8)
        default: return [byte]
        }
    }

    /// The text of a literal over several lines without the indentation of its closing quotes.
    private static func unindented(_ text: String) -> String {
        let lines = text.components(separatedBy: margin)
        let indentation = lines.last ?? ""
        let body = lines.dropFirst().dropLast().map {
            $0.hasPrefix(indentation) ? $0.dropFirst(indentation.count) : $0[...]
        }
        let joined = body.joined()
        return joined.hasSuffix("\n") ? String(joined.dropLast()) : joined
    }
}

extension String {
    fileprivate func components(separatedBy mark: String) -> [String] {
        split(separator: Character(mark), omittingEmptySubsequences: false).map(String.init)
    }
}
