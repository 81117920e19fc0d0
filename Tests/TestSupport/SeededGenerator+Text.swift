extension SeededGenerator {
    /// A text of scalars that like to cause trouble, up to a length.
    package mutating func text(upTo limit: Int) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x00...0x1F, 0x7F...0xA0, 0x0300...0x036F, 0x0410...0x044F, 0x05D0...0x05EA, 0x0627...0x064A,
            0x0915...0x094D, 0x1100...0x11FF, 0x2000...0x206F, 0x2500...0x257F, 0x4E00...0x4EFF, 0xAC00...0xAC20,
            0xE000...0xE010, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F600...0x1F64F,
            0xE0020...0xE007F, 0x0...0x10FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...limit, using: &self) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
