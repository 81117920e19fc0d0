/// UTF-8 as the standard defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
enum StrictUTF8 {
    enum Piece: Equatable {
        case scalars([Unicode.Scalar])
        case badByte(UInt8)
    }

    /// The bytes as runs of scalars with the bytes between them that are not UTF-8.
    static func pieces(of bytes: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var run: [Unicode.Scalar] = []
        var position = 0
        while position < bytes.count {
            if let (scalar, length) = scalar(in: bytes, at: position) {
                run.append(scalar)
                position += length
                continue
            }
            if !run.isEmpty { pieces.append(.scalars(run)) }
            run = []
            pieces.append(.badByte(bytes[position]))
            position += 1
        }
        if !run.isEmpty { pieces.append(.scalars(run)) }
        return pieces
    }

    private static func scalar(in bytes: [UInt8], at position: Int) -> (Unicode.Scalar, Int)? {
        let first = UInt32(bytes[position])
        let (length, smallest): (Int, UInt32)
        switch first {
        case 0..<0x80: return (Unicode.Scalar(UInt8(first)), 1)
        case 0xC2...0xDF: (length, smallest) = (2, 0x80)
        case 0xE0...0xEF: (length, smallest) = (3, 0x800)
        case 0xF0...0xF4: (length, smallest) = (4, 0x10000)
        default: return nil
        }
        guard position + length <= bytes.count else { return nil }
        var value = first & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let next = bytes[position + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, length)
    }
}
