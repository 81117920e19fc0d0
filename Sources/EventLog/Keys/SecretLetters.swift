/// The letters of a text in UTF-8, found without making a string of it.
enum SecretLetters {
    /// Calls for each letter, which is a scalar with the marks that may join it, with the offsets of its bytes; says how many
    /// there are. Bytes that are not UTF-8 are letters of one byte.
    static func each(in bytes: UnsafeRawBufferPointer, _ body: (_ from: Int, _ to: Int) -> Void) -> Int {
        var (start, offset, letters) = (0, 0, 0)
        while offset < bytes.count {
            let length = length(in: bytes, at: offset)
            let joins = length > 1 && offset > 0 && scalar(in: bytes, at: offset, length: length).map(joins) == true
            if !joins, offset > 0 {
                body(start, offset)
                letters += 1
                start = offset
            }
            offset += length
        }
        guard offset > start else { return letters }
        body(start, offset)
        return letters + 1
    }

    /// Whether a scalar may become one with what stands before it when a text is composed.
    static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300: return false
        // Vowels and finals of Hangul, and the vowel signs of Kirat Rai, which are letters that compose.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x16D63...0x16D6A: return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.properties.canonicalCombiningClass != .notReordered
        }
    }

    /// Whether all of it is UTF-8 without control characters.
    static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let length = length(in: bytes, at: offset)
            guard let scalar = scalar(in: bytes, at: offset, length: length),
                scalar.properties.generalCategory != .control
            else { return false }
            offset += length
        }
        return true
    }

    /// The length of what begins here, by its first byte, and never beyond the end.
    private static func length(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        let wanted =
            switch bytes[offset] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        guard offset + wanted <= bytes.count, bytes[(offset + 1)..<(offset + wanted)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return 1 }
        return wanted
    }

    private static func scalar(in bytes: UnsafeRawBufferPointer, at offset: Int, length: Int) -> Unicode.Scalar? {
        let first = UInt32(bytes[offset])
        guard length > 1 else { return first < 0x80 ? Unicode.Scalar(first) : nil }
        var value = first & (0x7F >> UInt32(length))
        for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
        let least: [UInt32] = [0, 0, 0x80, 0x800, 0x1_0000]
        return value >= least[length] ? Unicode.Scalar(value) : nil
    }
}
