/// Walks over canonical JSON of the log's profile (see `JSON`) without building anything; says only whether it is that.
///
/// Accepts what `JSONReader` accepts with `canonical: true`; exists because a verifier reads every line of a log.
struct LineScanner {
    let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    private static let depthLimit = 8
    private static let largestInteger: Int64 = 9_007_199_254_740_991

    /// 0 at the end, which no canonical text contains.
    private var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte, offset < bytes.count else { return false }
        offset += 1
        return true
    }

    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - offset >= count else { return false }
        for n in 0..<count where bytes[offset + n] != text.utf8Start[n] { return false }
        offset += count
        return true
    }

    /// Whether `text` stands here; does not move.
    func sees(_ text: StaticString) -> Bool {
        var copy = self
        return copy.take(text)
    }

    /// Reads a string with its quotes; returns where its content lies, escapes and all.
    mutating func string() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                return start..<offset - 1
            case UInt8(ascii: "\\"): guard escape() else { return nil }
            case 0x20..<0x80: offset += 1
            case 0x80...: guard multibyte() else { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// The short escapes, and `\u00xx` in small letters for the other control characters (RFC 8785, section 3.2.2.2).
    private mutating func escape() -> Bool {
        offset += 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"),
            UInt8(ascii: "f"), UInt8(ascii: "r"):
            offset += 1
            return true
        default:
            guard take("u00"), next == 0x30 || next == 0x31 else { return false }
            let high = next - 0x30
            offset += 1
            guard let low = LineScanner.nibble(next) else { return false }
            offset += 1
            return ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(high << 4 | low)
        }
    }

    /// One character beyond ASCII, well-formed as The Unicode Standard, table 3-7, has it.
    private mutating func multibyte() -> Bool {
        let lead = bytes[offset]
        let (count, low, high): (Int, UInt8, UInt8)
        switch lead {
        case 0xC2...0xDF: (count, low, high) = (1, 0x80, 0xBF)
        case 0xE0: (count, low, high) = (2, 0xA0, 0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (count, low, high) = (2, 0x80, 0xBF)
        case 0xED: (count, low, high) = (2, 0x80, 0x9F)
        case 0xF0: (count, low, high) = (3, 0x90, 0xBF)
        case 0xF1...0xF3: (count, low, high) = (3, 0x80, 0xBF)
        case 0xF4: (count, low, high) = (3, 0x80, 0x8F)
        default: return false
        }
        guard bytes.count - offset > count, bytes[offset + 1] >= low, bytes[offset + 1] <= high else { return false }
        for n in stride(from: 2, through: count, by: 1) where bytes[offset + n] & 0xC0 != 0x80 { return false }
        offset += count + 1
        return true
    }

    mutating func integer() -> Int64? {
        let isNegative = take(UInt8(ascii: "-"))
        let first = offset
        var number: Int64 = 0
        while case let byte = next, byte >= 0x30, byte <= 0x39 {
            number = number * 10 + Int64(byte - 0x30)
            guard number <= LineScanner.largestInteger else { return nil }
            offset += 1
        }
        guard offset > first, bytes[first] != 0x30 || offset == first + 1, !(isNegative && number == 0) else {
            return nil
        }
        return isNegative ? -number : number
    }

    mutating func value(depth: Int) -> Bool {
        guard depth <= LineScanner.depthLimit else { return false }
        switch next {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "t"): return take("true")
        case UInt8(ascii: "f"): return take("false")
        case UInt8(ascii: "n"): return take("null")
        default: return integer() != nil
        }
    }

    /// Keys in rising order of their bytes, none twice.
    mutating func object(depth: Int) -> Bool {
        guard take(UInt8(ascii: "{")) else { return false }
        if take(UInt8(ascii: "}")) { return true }
        var last: Range<Int>?
        while true {
            guard let key = key() else { return false }
            if let last, !precedes(last, key) { return false }
            last = key
            guard take(UInt8(ascii: ":")), value(depth: depth + 1) else { return false }
            if take(UInt8(ascii: "}")) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func array(depth: Int) -> Bool {
        guard take(UInt8(ascii: "[")) else { return false }
        if take(UInt8(ascii: "]")) { return true }
        while true {
            guard value(depth: depth + 1) else { return false }
            if take(UInt8(ascii: "]")) { return true }
            guard take(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func key() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = offset
        while true {
            switch next {
            case 0x61...0x7A, 0x30...0x39, 0x5F: offset += 1
            case UInt8(ascii: "\"") where offset > start:
                offset += 1
                return start..<offset - 1
            default: return nil
            }
        }
    }

    private func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        for n in 0..<min(a.count, b.count) {
            let (x, y) = (bytes[a.lowerBound + n], bytes[b.lowerBound + n])
            if x != y { return x < y }
        }
        return a.count < b.count
    }

    /// The value of a small hexadecimal digit.
    static func nibble(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
