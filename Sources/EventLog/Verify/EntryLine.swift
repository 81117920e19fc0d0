import Model

/// What a verifier needs of an entry's line, read without building the entry.
///
/// Stricter than `Entry(line:)`: what `Entry.line` would not have written byte for byte is refused.
struct EntryLine {
    let index: Int64
    let previous: Digest
    let id: IDWords
    /// Milliseconds.
    let recorded: Int64
    /// Where the values of `log` and `desk` lie.
    let origin: Range<Int>
    let desk: Range<Int>
    let actor: Range<Int>
    let kind: Range<Int>
    let role: OfficerRole?
    let area: Area
    /// The length of the line with its newline: what was signed.
    let length: Int

    /// Nil when the bytes do not begin with the line of an entry.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var scanner = LineScanner(bytes)
        guard scanner.take("{\"actor\":"), let actor = scanner.string(),
            scanner.take(",\"at\":"), scanner.integer() != nil,
            scanner.take(",\"body\":"), scanner.object(depth: 1),
            scanner.take(",\"boot\":"), scanner.string() != nil,
            scanner.take(",\"desk\":"), let desk = scanner.string(),
            scanner.take(",\"id\":"), let id = scanner.string(), let words = IDWords(bytes, id),
            scanner.take(",\"idx\":"), let index = scanner.integer(),
            scanner.take(",\"kind\":"), let kind = scanner.string(),
            scanner.take(",\"log\":"), let origin = scanner.string(),
            scanner.take(",\"mono\":"), scanner.integer() != nil
        else { return nil }
        if scanner.take(",\"precision\":") {
            guard scanner.take("\"minute\"") || scanner.take("\"day\"") else { return nil }
        }
        guard scanner.take(",\"prev\":"), let prev = scanner.string(), let previous = EntryLine.digest(bytes, prev),
            scanner.take(",\"rec\":"), let recorded = scanner.integer(),
            let role = EntryLine.role(&scanner),
            scanner.take(",\"subject\":"), let subject = scanner.string(), let area = EntryLine.area(bytes, subject),
            scanner.take(",\"v\":"), scanner.integer() != nil, scanner.take("}\n")
        else { return nil }
        self.index = index
        self.previous = previous
        self.id = words
        self.recorded = recorded
        self.origin = origin
        self.desk = desk
        self.actor = actor
        self.kind = kind
        self.role = role
        self.area = area
        length = scanner.offset
    }

    /// The member `role` may be missing, which is `.some(nil)`; nil when it stands there and is none.
    private static func role(_ scanner: inout LineScanner) -> OfficerRole?? {
        guard scanner.take(",\"role\":") else { return .some(nil) }
        guard let range = scanner.string() else { return nil }
        return OfficerRole(rawValue: String(decoding: scanner.bytes[range], as: UTF8.self)).map { .some($0) }
    }

    private static func digest(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Digest? {
        guard range.count == 64 else { return nil }
        return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) { buffer in
            for n in 0..<32 {
                guard let high = LineScanner.nibble(bytes[range.lowerBound + 2 * n]),
                    let low = LineScanner.nibble(bytes[range.lowerBound + 2 * n + 1])
                else { return nil }
                buffer[n] = high << 4 | low
            }
            return Digest(pointer: UnsafeRawBufferPointer(buffer))
        }
    }

    private static func area(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Area? {
        guard range.count <= 40 else { return nil }
        return SubjectName(String(decoding: bytes[range], as: UTF8.self))?.area
    }
}

/// An event id as two words, which compare as its bytes do.
struct IDWords: Equatable, Comparable {
    let high: UInt64
    let low: UInt64

    /// Reads the 8-4-4-4-12 form in small letters.
    init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard range.count == 36 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for n in 0..<36 {
            let byte = bytes[range.lowerBound + n]
            if n == 8 || n == 13 || n == 18 || n == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let nibble = LineScanner.nibble(byte) else { return nil }
            if digits < 16 { words.0 = words.0 << 4 | UInt64(nibble) } else { words.1 = words.1 << 4 | UInt64(nibble) }
            digits += 1
        }
        (high, low) = words
    }

    /// Reads the 16 bytes of the id column.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 16 else { return nil }
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }

    static func < (a: IDWords, b: IDWords) -> Bool { a.high != b.high ? a.high < b.high : a.low < b.low }
}
