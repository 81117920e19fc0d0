/// Tells what a literal is by where it stands in one file: a list of positions, not a type checker.
struct LiteralPositions {
    enum Position {
        case sentence
        /// A sentence that is a key already, with places and doubled percent signs.
        case key
        /// A command's label, which the footer shows in a context of its own.
        case footerLabel
        case singular, pluralForm
        case plain
        case unclear
    }

    private typealias Frame = SourceScanner.Frame

    /// Names of the file that are declared to hold messages.
    private let messageNames: Set<String>

    init(of text: String) {
        messageNames = Set(text.matches(of: /(?:let|var)\s+(\w+):\s*\[?Message\b/).map { String($0.1) })
    }

    func position(of literal: SourceScanner.Literal) -> Position {
        let last = literal.frames.last?.text.trimmed ?? ""
        if ["==", "!=", "~=", "case"].contains(where: last.hasSuffix) { return .plain }
        if last.firstMatch(of: /:\s*\[?Message\]?\??\s*=$/) != nil { return .sentence }
        return position(in: literal.frames[...], hasReturned: false)
    }

    private func position(in frames: ArraySlice<Frame>, hasReturned: Bool) -> Position {
        guard let frame = frames.last else { return .unclear }
        let outer = frames.dropLast()
        switch frame.shape {
        case .file: return statement(frame, hasReturned: hasReturned) ?? .unclear
        case .interpolation: return LiteralPositions.forms[frame.text.argument.label] ?? .plain
        case .bracket: return frame.head.endsInName ? .plain : position(in: outer, hasReturned: hasReturned)
        case .parenthesis:
            guard let callee = frame.head.callee else { return position(in: outer, hasReturned: hasReturned) }
            return argument(of: callee, frame)
        case .brace: return block(frame, outer, hasReturned: hasReturned)
        }
    }

    // MARK: Arguments

    private static let forms: [String: Position] = ["one": .singular, "other": .pluralForm]

    /// By callee and label; a bare argument by its place, from 0.
    private static let sentences: [String: Set<String>] = [
        "text": ["0"], "say": ["0"], "warn": ["0"], "said": ["0"], "misread": ["0"], "forbidden": ["0"],
        "fact": ["0"], "frame": ["0"],
        "obstacle": ["0"],
        "Notice": ["message"], "FormFault": ["message"], "Form": ["title"], "Field": ["0", "hint", "choices"],
        "Command": ["2", "unless"], "StoppableWork": ["title"], "ProgressMeter": ["title"], "ProgressLine": ["title"],
        "tell": ["title"], "told": ["0"], "failed": ["0"], "Fact": ["0"], "Figure": ["0"],
        "refuse": ["0"], "Column": ["heading", "shortHeading"], "leads": ["0", "1"],
        "PanelTitle": ["leads", "1", "2", "3"], "WatchLine": ["sentence"], "CallRow": ["why"],
        "ComparedRow": ["label"], "compared": ["0"], "question": ["0", "hint"],
        "band": ["0"], "clauses": ["0", "1", "2", "3"],
        "dayHeading": ["0"], "dayLine": ["0"], "pageTable": ["0"],
        "CallMatter": ["title"], "LabelledLine": ["0", "1"], "part": ["0"], "addHeading": ["0"], "addRow": ["1"],
        "addTail": ["1"],
    ]

    /// Callees whose arguments are text for programs, for the argument parser, or for nobody.
    private static let plain: Set<String> = [
        "verbatim", "inContext", "ArgumentHelp", "CommandConfiguration", "ValidationError", "Option", "Flag",
        "Argument",
        "string", "getenv", "precondition", "Segment", "put", "padding", "joined", "hasPrefix", "hasSuffix", "addRow",
        "addHead",
        "contains", "line",
        "write", "matches", "replacing", "split", "firstMatch", "Zone", "Binding", "PoEntry", "tie", "Command", "Field",
        "filled", "Forms", "section", "paragraph", "item", "request", "example", "unknown", "title", "typed", "flaw",
        "CommandLine", "notInABatch", "padded", "hold", "release", "other", "WatchLine", "ReaderLine", "SubjectName",
    ]

    private func argument(of callee: String, _ frame: Frame) -> Position {
        let (label, index) = frame.text.argument
        let slot = label.isEmpty ? String(index) : label
        if callee == "plural", let form = LiteralPositions.forms[label] { return form }
        if callee == "Message", label == "key" { return .key }
        if callee == "Command", slot == "1" { return .footerLabel }
        if callee == "append", let receiver = frame.head.receiver {
            return messageNames.contains(receiver) || receiver == "lines" ? .sentence : .plain
        }
        if LiteralPositions.sentences[callee]?.contains(slot) == true { return .sentence }
        return LiteralPositions.plain.contains(callee) ? .plain : .unclear
    }

    // MARK: Blocks

    private enum Block {
        case control
        case function(type: String)
        case type
        case closure
    }

    private func block(_ frame: Frame, _ outer: ArraySlice<Frame>, hasReturned: Bool) -> Position {
        if let found = statement(frame, hasReturned: hasReturned) { return found }
        let returned = hasReturned || frame.text.endsInReturn
        switch LiteralPositions.kind(frame.head) {
        case .control: return position(in: outer, hasReturned: returned)
        case .function(let type): return type.isEmpty ? .unclear : type.names("Message") ? .sentence : .plain
        case .type: return .plain
        case .closure:
            if frame.head.callee.map(["map", "flatMap", "compactMap"].contains) == true {
                return position(in: outer, hasReturned: false)
            }
            guard let call = outer.last, call.shape == .parenthesis, let callee = call.head.callee else {
                return .unclear
            }
            return argument(of: callee, call)
        }
    }

    /// What the statement says by itself: a binding with or without a type, an assignment; nil where the block must.
    private func statement(_ frame: Frame, hasReturned: Bool) -> Position? {
        if hasReturned { return nil }
        if let name = frame.text.assignedName { return messageNames.contains(name) ? .sentence : .plain }
        guard !frame.text.endsInReturn, let type = frame.text.boundType else { return nil }
        return type.names("Message") ? .sentence : .plain
    }

    private static func kind(_ head: String) -> Block {
        let head = head.trimmed
        let line = head.split(separator: "\n").last.map { String($0).trimmed } ?? ""
        if line.firstMatch(of: /\b(func|init|subscript)\b/) != nil || line.hasPrefix("->") || line.hasPrefix("throws") {
            return .function(type: line.contains("->") ? String(line.split(separator: "->").last ?? "") : "")
        }
        if let property = line.firstMatch(of: /\bvar\s+\w+\s*:\s*([^=]+)$/) {
            return .function(type: String(property.1))
        }
        if line.firstMatch(of: /^(\w+\s+)*(extension|struct|enum|class|protocol|actor)\b/) != nil { return .type }
        if line.firstMatch(of: /\b(switch|if|else|for|while|do|catch|repeat|guard|defer)\b/) != nil { return .control }
        return .closure
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    fileprivate func names(_ type: String) -> Bool { split { !$0.isLetter }.contains { $0 == type } }

    /// Ends in a name, a call or an index, so that a bracket after it is a subscript.
    fileprivate var endsInName: Bool {
        last.map { $0.isLetter || $0.isNumber || ")]?!".contains($0) } ?? false
    }

    /// The name that is called by a bracket or a closure behind this code; nil where there is none.
    fileprivate var callee: String? {
        let name = trimmed.hasSuffix("()") ? String(trimmed.dropLast(2)) : trimmed
        guard let found = name.firstMatch(of: /(\w+)[?!]?$/) else { return nil }
        let keywords: Set = [
            "return", "case", "in", "if", "else", "where", "guard", "let", "var", "switch", "try", "while", "throws",
        ]
        return keywords.contains(String(found.1)) ? nil : String(found.1)
    }

    /// The name before the last point.
    fileprivate var receiver: String? { trimmed.firstMatch(of: /(\w+)[?!]?\.\w+$/).map { String($0.1) } }

    /// The label and the place of the argument that is being written.
    fileprivate var argument: (label: String, index: Int) {
        let parts = split(separator: ",", omittingEmptySubsequences: false)
        let label = (parts.last.map(String.init) ?? "").trimmed.firstMatch(of: /^(\w+)\s*:/).map { String($0.1) }
        return (label ?? "", parts.count - 1)
    }

    private static var bindings: Regex<(Substring, Substring?)> {
        /\b(?:let|var)\s+\w+\s*(?::\s*([^=\n]+?))?\s*=(?!=)/
    }

    private static var ends: Regex<(Substring, Substring)> { /\b(return|throw|default|case)\b/ }

    fileprivate var endsInReturn: Bool {
        guard let end = matches(of: String.ends).last(where: { !isPattern(before: $0.range.lowerBound) }) else {
            return false
        }
        return lastBinding.map { $0.range.lowerBound < end.range.lowerBound } ?? true
    }

    /// The type of the binding whose value is being written: empty where it names none, nil where there is none.
    fileprivate var boundType: String? { lastBinding.map { $0.output.1.map(String.init) ?? "" } }

    private var lastBinding: Regex<(Substring, Substring?)>.Match? {
        matches(of: String.bindings).last { !isPattern(before: $0.range.lowerBound) }
    }

    /// Whether what stands here is part of a condition.
    private func isPattern(before index: Index) -> Bool {
        let before = String(self[..<index]).trimmed
        return ["if", "guard", "while", "case", ",", "("].contains(where: before.hasSuffix)
    }

    /// The name whose value is being written in this line, where the line does not declare it.
    fileprivate var assignedName: String? {
        let line = split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        guard line.firstMatch(of: /\b(let|var)\b/) == nil else { return nil }
        return line.firstMatch(of: /(\w+)\s*=\s[^=]*$/).map { String($0.1) }
    }
}
