/// Why a text is not JSON of our profile, and at which byte.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        case unexpectedByte = "unexpected character"
        case unexpectedEnd = "the text ends too early"
        case trailingText = "text after the value"
        case tooDeep = "nested too deeply"
        case notAnInteger = "only whole numbers up to 2^53-1 are taken"
        case duplicateKey = "the same key twice"
        case badKey = "keys are lower-case ASCII letters, digits and _"
        case badEscape = "not a valid escape"
        case badText = "not valid UTF-8"
        case notCanonical = "not in canonical form"
    }
    package let reason: Reason
    /// Counted from 0.
    package let offset: Int
}

/// Reads JSON strictly: what it is not sure about it refuses, never repairs.
package struct JSONReader {
    private let input: UnsafeBufferPointer<UInt8>
    private let canonical: Bool
    private(set) var offset = 0

    /// Reads one value that fills the whole text.
    ///
    /// - Parameter canonical: also refuse what RFC 8785 would not have written.
    package static func read(_ bytes: some Sequence<UInt8>, canonical: Bool = false) throws(JSONFault) -> JSON {
        let outcome: Result<JSON, JSONFault> = ContiguousArray(bytes).withUnsafeBufferPointer { buffer in
            do throws(JSONFault) {
                return .success(try read(buffer: buffer, canonical: canonical))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    package static func read(buffer: UnsafeBufferPointer<UInt8>, canonical: Bool) throws(JSONFault) -> JSON {
        var reader = JSONReader(input: buffer, canonical: canonical)
        reader.skipBlanks()
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.offset == buffer.count else { throw reader.fault(.trailingText) }
        return value
    }

    init(input: UnsafeBufferPointer<UInt8>, canonical: Bool) {
        self.input = input
        self.canonical = canonical
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault { JSONFault(reason: reason, offset: offset) }

    private func peek() throws(JSONFault) -> UInt8 {
        guard offset < input.count else { throw fault(.unexpectedEnd) }
        return input[offset]
    }

    private mutating func skipBlanks() {
        guard !canonical else { return }
        while offset < input.count, [0x20, 0x09, 0x0A, 0x0D].contains(input[offset]) { offset += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard try peek() == byte else { throw fault(.unexpectedByte) }
        offset += 1
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for n in 0..<text.utf8CodeUnitCount { try expect(text.utf8Start[n]) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        guard depth <= JSON.depthLimit else { throw fault(.tooDeep) }
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .integer(try integer())
        }
    }

    mutating func object(depth: Int) throws(JSONFault) -> JSONObject {
        try expect(UInt8(ascii: "{"))
        skipBlanks()
        if try peek() == UInt8(ascii: "}") {
            offset += 1
            return JSONObject()
        }
        var members: [JSONObject.Member] = []
        members.reserveCapacity(8)
        var isSorted = true
        var last = 0..<0
        while true {
            let key = try self.key()
            if !members.isEmpty, !precedes(last, key) { isSorted = false }
            last = key
            let name = String(decoding: input[key], as: UTF8.self)
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            skipBlanks()
            members.append(.init(key: name, value: try value(depth: depth + 1)))
            skipBlanks()
            if try peek() == UInt8(ascii: "}") { break }
            try expect(UInt8(ascii: ","))
            skipBlanks()
        }
        offset += 1
        if isSorted { return JSONObject(sorted: members) }
        guard !canonical else { throw fault(.notCanonical) }
        members.sort { JSONObject.precedes($0.key, $1.key) }
        for (a, b) in zip(members, members.dropFirst()) where a.key == b.key { throw fault(.duplicateKey) }
        return JSONObject(sorted: members)
    }

    /// Whether the bytes of one key come before those of another.
    private func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        for n in 0..<min(a.count, b.count) {
            let (x, y) = (input[a.lowerBound + n], input[b.lowerBound + n])
            if x != y { return x < y }
        }
        return a.count < b.count
    }

    /// Where the name of a key lies.
    private mutating func key() throws(JSONFault) -> Range<Int> {
        try expect(UInt8(ascii: "\""))
        let start = offset
        while try peek() != UInt8(ascii: "\"") {
            switch input[offset] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                offset += 1
            default: throw fault(.badKey)
            }
        }
        guard offset > start else { throw fault(.badKey) }
        defer { offset += 1 }
        return start..<offset
    }

    private mutating func array(depth: Int) throws(JSONFault) -> [JSON] {
        try expect(UInt8(ascii: "["))
        skipBlanks()
        var values: [JSON] = []
        if try peek() == UInt8(ascii: "]") {
            offset += 1
            return values
        }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if try peek() == UInt8(ascii: "]") { break }
            try expect(UInt8(ascii: ","))
            skipBlanks()
        }
        offset += 1
        return values
    }

    mutating func integer() throws(JSONFault) -> Int64 {
        let start = offset
        if try peek() == UInt8(ascii: "-") { offset += 1 }
        let firstDigit = offset
        var number: Int64 = 0
        while offset < input.count, case let byte = input[offset], byte >= 0x30, byte <= 0x39 {
            number = number * 10 + Int64(byte - 0x30)
            offset += 1
            guard number <= JSON.largestInteger else { throw fault(.notAnInteger) }
        }
        guard offset > firstDigit else { throw fault(.unexpectedByte) }
        if offset < input.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(input[offset]) {
            throw fault(.notAnInteger)
        }
        let hasLeadingZero = input[firstDigit] == 0x30 && offset > firstDigit + 1
        guard !hasLeadingZero, !(firstDigit > start && number == 0) else { throw fault(.notAnInteger) }
        return firstDigit > start ? -number : number
    }

    /// Moves behind `text` where it stands here.
    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard input.count - offset >= count else { return false }
        for n in 0..<count where input[offset + n] != text.utf8Start[n] { return false }
        offset += count
        return true
    }

    var isAtEnd: Bool { offset == input.count }

    mutating func text() throws(JSONFault) -> String {
        try expect(UInt8(ascii: "\""))
        let start = offset
        while try peek() >= 0x20, input[offset] != UInt8(ascii: "\""), input[offset] != UInt8(ascii: "\\") {
            offset += 1
        }
        if input[offset] == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return try validated(UnsafeBufferPointer(rebasing: input[start..<offset]))
        }
        return try escapedText(from: start)
    }

    private func validated(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.badText) }
        return text
    }

    private mutating func escapedText(from start: Int) throws(JSONFault) -> String {
        var bytes = [UInt8](input[start..<offset])
        while try peek() != UInt8(ascii: "\"") {
            let byte = input[offset]
            guard byte >= 0x20 else { throw fault(.unexpectedByte) }
            offset += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &bytes) } else { bytes.append(byte) }
        }
        offset += 1
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.badText) }
        return text
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONFault) {
        let byte = try peek()
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "/") where !canonical: bytes.append(byte)
        case UInt8(ascii: "u"):
            let scalar = try escapedScalar()
            let shortForms: [UInt32] = [0x08, 0x09, 0x0A, 0x0C, 0x0D]
            guard !canonical || (scalar.value < 0x20 && !shortForms.contains(scalar.value)) else {
                throw fault(.notCanonical)
            }
            bytes.append(contentsOf: String(Character(scalar)).utf8)
        default: throw fault(.badEscape)
        }
    }

    private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xD800..<0xDC00).contains(high) else {
            guard let scalar = Unicode.Scalar(high) else { throw fault(.badEscape) }
            return scalar
        }
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        else { throw fault(.badEscape) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            let byte = try peek()
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                throw fault(.badEscape)
            }
            if canonical, (0x41...0x46).contains(byte) { throw fault(.notCanonical) }
            unit = unit << 4 | UInt32(digit)
            offset += 1
        }
        return unit
    }
}
