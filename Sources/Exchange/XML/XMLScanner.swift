/// Reads XML 1.0 piece by piece, strictly, in the narrow part of it that messages need.
///
/// There are elements, attributes, text, CDATA, comments, the five named entities and character references. There are no
/// document types, no entities of one's own, no processing instructions but a style sheet's before the root, and names are
/// ASCII. It is the gate and the reader in one, so that the two cannot see different things; it looks at each byte a bounded
/// number of times and opens nothing. The bytes must be UTF-8 without control characters (`MessageGate`).
struct XMLScanner {
    struct Limits: Equatable, Sendable {
        var depth = 32
        var attributes = 32
        var elements = 20_000
        /// Of one run of text; an area of a whole country is one.
        var textBytes = 1 << 20
        /// Of the value of one attribute.
        var attributeBytes = 1 << 14
        var nameBytes = 128
    }

    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
    }

    enum Token {
        case start(name: Range<Int>, isEmpty: Bool)
        case end(name: Range<Int>)
        /// Character data, with references still in it.
        case text(Range<Int>)
        case literal(Range<Int>)
        case styleSheet
    }

    let bytes: [UInt8]
    let limits: Limits
    private(set) var offset = 0
    /// Of the element that began last.
    private(set) var attributes: [Attribute] = []
    private(set) var elementCount = 0
    private var open: [Range<Int>] = []
    private var hasRoot = false

    init(_ bytes: [UInt8], limits: Limits = Limits()) {
        self.bytes = bytes
        self.limits = limits
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    var depth: Int { open.count }

    func name(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    func refusal(_ reason: IntakeRefusal.Reason, at place: Int? = nil, limit: Int? = nil) -> IntakeRefusal {
        let place = min(place ?? offset, bytes.count)
        let line = bytes[..<place].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        return IntakeRefusal(
            reason, offset: place, line: line, path: open.map(name).joined(separator: "/"),
            found: ImportFault.excerpt(bytes[place...]), limit: limit)
    }

    /// The next piece; nil at the sound end of the document.
    mutating func next() throws(IntakeRefusal) -> Token? {
        while true {
            guard offset < bytes.count else {
                guard open.isEmpty, hasRoot else { throw refusal(.malformed) }
                return nil
            }
            if bytes[offset] != 0x3C { if let text = try text() { return text } else { continue } }
            guard offset + 1 < bytes.count else { throw refusal(.malformed) }
            switch bytes[offset + 1] {
            case 0x2F: return try end()
            case 0x3F: if let sheet = try instruction() { return sheet }
            case 0x21: if let literal = try markup() { return literal }
            default: return try start()
            }
        }
    }

    // MARK: Text

    /// Nil for the white space around the root.
    private mutating func text() throws(IntakeRefusal) -> Token? {
        let begin = offset
        while offset < bytes.count, bytes[offset] != 0x3C {
            switch bytes[offset] {
            case 0x26: try reference()
            case 0x5D where bytes[offset...].starts(with: [0x5D, 0x5D, 0x3E]): throw refusal(.malformed)
            case 0xEF: try checkScalar()
            default: offset += 1
            }
            guard offset - begin <= limits.textBytes else {
                throw refusal(.textTooLong, at: begin, limit: limits.textBytes)
            }
        }
        if open.isEmpty {
            guard bytes[begin..<offset].allSatisfy(XMLScanner.isBlank) else { throw refusal(.malformed, at: begin) }
            return nil
        }
        return .text(begin..<offset)
    }

    /// U+FFFE and U+FFFF are no characters of XML.
    private mutating func checkScalar() throws(IntakeRefusal) {
        if offset + 2 < bytes.count, bytes[offset + 1] == 0xBF, bytes[offset + 2] >= 0xBE { throw refusal(.malformed) }
        offset += 1
    }

    /// Passes over `&…;`.
    private mutating func reference() throws(IntakeRefusal) {
        guard let found = XMLReference(bytes[offset...]) else {
            throw refusal(bytes[offset...].dropFirst().first == 0x23 ? .malformed : .unknownEntity)
        }
        offset += found.length
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private mutating func skipBlanks() { while offset < bytes.count, XMLScanner.isBlank(bytes[offset]) { offset += 1 } }

    private func isHere(_ text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? offset
        let count = text.utf8CodeUnitCount
        guard bytes.count - place >= count else { return false }
        return (0..<count).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    /// Where `text` begins at or after `place`.
    private func find(_ text: StaticString, from place: Int) -> Int? {
        var at = place
        while at < bytes.count {
            if bytes[at] == text.utf8Start[0], isHere(text, at: at) { return at }
            at += 1
        }
        return nil
    }

    // MARK: Tags

    private mutating func takeName() throws(IntakeRefusal) -> Range<Int> {
        let begin = offset
        while offset < bytes.count, XMLScanner.isName(bytes[offset], isFirst: offset == begin) { offset += 1 }
        guard offset > begin else { throw refusal(.malformed) }
        guard offset - begin <= limits.nameBytes else {
            throw refusal(.nameTooLong, at: begin, limit: limits.nameBytes)
        }
        return begin..<offset
    }

    private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A: true
        case 0x30...0x39, 0x2D, 0x2E: !isFirst
        default: false
        }
    }

    private mutating func start() throws(IntakeRefusal) -> Token {
        let begin = offset
        guard !open.isEmpty || !hasRoot else { throw refusal(.severalMessages) }
        offset += 1
        let name = try takeName()
        elementCount += 1
        guard elementCount <= limits.elements else {
            throw refusal(.tooManyElements, at: begin, limit: limits.elements)
        }
        guard open.count < limits.depth else { throw refusal(.tooDeep, at: begin, limit: limits.depth) }
        attributes.removeAll(keepingCapacity: true)
        hasRoot = true
        while true {
            let hadBlank = offset < bytes.count && XMLScanner.isBlank(bytes[offset])
            skipBlanks()
            guard offset < bytes.count else { throw refusal(.malformed, at: begin) }
            if bytes[offset] == 0x3E {
                offset += 1
                open.append(name)
                return .start(name: name, isEmpty: false)
            }
            if isHere("/>") {
                offset += 2
                return .start(name: name, isEmpty: true)
            }
            guard hadBlank else { throw refusal(.malformed) }
            try attribute(of: begin)
        }
    }

    private mutating func attribute(of element: Int) throws(IntakeRefusal) {
        guard attributes.count < limits.attributes else {
            throw refusal(.tooManyAttributes, at: element, limit: limits.attributes)
        }
        let name = try takeName()
        if attributes.contains(where: { bytes[$0.name].elementsEqual(bytes[name]) }) {
            throw refusal(.malformed, at: name.lowerBound)
        }
        skipBlanks()
        guard isHere("=") else { throw refusal(.malformed) }
        offset += 1
        skipBlanks()
        attributes.append(Attribute(name: name, value: try quoted()))
    }

    private mutating func quoted() throws(IntakeRefusal) -> Range<Int> {
        guard offset < bytes.count, case let quote = bytes[offset], quote == 0x22 || quote == 0x27 else {
            throw refusal(.malformed)
        }
        let begin = offset + 1
        offset = begin
        while offset < bytes.count, bytes[offset] != quote {
            guard offset - begin <= limits.attributeBytes else {
                throw refusal(.textTooLong, at: begin, limit: limits.attributeBytes)
            }
            switch bytes[offset] {
            case 0x3C: throw refusal(.malformed)
            case 0x26: try reference()
            case 0xEF: try checkScalar()
            default: offset += 1
            }
        }
        guard offset < bytes.count else { throw refusal(.malformed, at: begin) }
        defer { offset += 1 }
        return begin..<offset
    }

    private mutating func end() throws(IntakeRefusal) -> Token {
        let begin = offset
        offset += 2
        let name = try takeName()
        skipBlanks()
        guard isHere(">"), let last = open.last, bytes[last].elementsEqual(bytes[name]) else {
            throw refusal(.malformed, at: begin)
        }
        offset += 1
        open.removeLast()
        return .end(name: name)
    }

    // MARK: Markup that is no element

    /// A comment (nil), CDATA, or what is not taken.
    private mutating func markup() throws(IntakeRefusal) -> Token? {
        if isHere("<!--") {
            guard let dashes = find("--", from: offset + 4), isHere("-->", at: dashes) else {
                throw refusal(.malformed)
            }
            try check(offset + 4..<dashes)
            offset = dashes + 3
            return nil
        }
        if isHere("<![CDATA["), !open.isEmpty {
            let begin = offset + 9
            guard let close = find("]]>", from: begin) else { throw refusal(.malformed) }
            guard close - begin <= limits.textBytes else { throw refusal(.textTooLong, limit: limits.textBytes) }
            try check(begin..<close)
            offset = close + 3
            return .literal(begin..<close)
        }
        let word = String(decoding: bytes[offset...].prefix(9), as: UTF8.self).uppercased()
        if word == "<!DOCTYPE" { throw refusal(.documentType) }
        if word.hasPrefix("<!ENTITY") { throw refusal(.entityDeclaration) }
        throw refusal(.malformed)
    }

    private func check(_ range: Range<Int>) throws(IntakeRefusal) {
        for place in range where bytes[place] == 0xEF && place + 2 < bytes.count {
            if bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE { throw refusal(.malformed, at: place) }
        }
    }

    /// The declaration (nil), a style sheet, or what is not taken.
    private mutating func instruction() throws(IntakeRefusal) -> Token? {
        let begin = offset
        guard let close = find("?>", from: offset + 2) else { throw refusal(.malformed) }
        offset += 2
        let target = name(try takeName())
        let content = String(decoding: bytes[offset..<close], as: UTF8.self)
        offset = begin
        if target == "xml" {
            let isFirst = begin == (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
            guard isFirst, XMLDeclaration(content) != nil else { throw refusal(.malformed) }
            offset = close + 2
            return nil
        }
        guard target == "xml-stylesheet", open.isEmpty, !hasRoot else { throw refusal(.processingInstruction) }
        offset = close + 2
        return .styleSheet
    }
}
