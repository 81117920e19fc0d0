/// A SHA-256 value: 32 bytes, most significant first.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    package static let zero = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

    /// Nil unless there are exactly 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (n, byte) in bytes.enumerated() { words[n >> 3] = words[n >> 3] << 8 | UInt64(byte) }
        self.words = (words[0], words[1], words[2], words[3])
    }

    package init(pointer: UnsafeRawBufferPointer) {
        precondition(pointer.count == 32)
        func word(_ n: Int) -> UInt64 {
            UInt64(bigEndian: pointer.loadUnaligned(fromByteOffset: n * 8, as: UInt64.self))
        }
        words = (word(0), word(1), word(2), word(3))
    }

    package init?(hex: String) {
        var hex = hex
        let words = hex.withUTF8 { digits -> (UInt64, UInt64, UInt64, UInt64)? in
            guard digits.count == 64, let a = Hexadecimal.word(digits, at: 0), let b = Hexadecimal.word(digits, at: 16),
                let c = Hexadecimal.word(digits, at: 32), let d = Hexadecimal.word(digits, at: 48)
            else { return nil }
            return (a, b, c, d)
        }
        guard let words else { return nil }
        self.words = words
    }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            copy(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
            count = 32
        }
    }

    /// Writes the 32 bytes at `offset`.
    package func copy(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) {
        buffer.storeBytes(of: words.0.bigEndian, toByteOffset: offset, as: UInt64.self)
        buffer.storeBytes(of: words.1.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        buffer.storeBytes(of: words.2.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        buffer.storeBytes(of: words.3.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            Hexadecimal.write(words.0, to: buffer, at: 0)
            Hexadecimal.write(words.1, to: buffer, at: 16)
            Hexadecimal.write(words.2, to: buffer, at: 32)
            Hexadecimal.write(words.3, to: buffer, at: 48)
            return 64
        }
    }
    package var description: String { hex }

    package static func == (a: Digest, b: Digest) -> Bool {
        a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2 && a.words.3 == b.words.3
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

package enum Hexadecimal {
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        var out: [UInt8] = []
        for byte in bytes {
            for nibble in [byte >> 4, byte & 15] { out.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Writes the 16 digits of a word.
    static func write(_ word: UInt64, to buffer: UnsafeMutableBufferPointer<UInt8>, at offset: Int) {
        for n in 0..<16 {
            let nibble = UInt8(truncatingIfNeeded: word >> (60 - n * 4)) & 15
            buffer[offset + n] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
        }
    }

    /// The word that 16 digits make; nil where one of them is none.
    static func word(_ digits: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64? {
        var word: UInt64 = 0
        for n in 0..<16 {
            guard let value = nibble(digits[offset + n]) else { return nil }
            word = word << 4 | UInt64(value)
        }
        return word
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

    /// Nil for an odd count of digits or anything that is not a digit.
    package static func bytes(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        var high: UInt8?
        for character in text.utf8 {
            guard let nibble = nibble(character) else { return nil }
            if let first = high {
                out.append(first << 4 | nibble)
                high = nil
            } else {
                high = nibble
            }
        }
        return high == nil ? out : nil
    }
}

/// A 128-bit event id (RFC 9562): version 7 for what people do, version 8 for what imports derive from their source.
package struct EventID: Hashable, Sendable, CustomStringConvertible {
    private let high: UInt64
    private let low: UInt64

    /// Nil unless there are exactly 16 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var words: [UInt64] = [0, 0]
        for (n, byte) in bytes.enumerated() { words[n >> 3] = words[n >> 3] << 8 | UInt64(byte) }
        (high, low) = (words[0], words[1])
    }

    /// A version 7 id: milliseconds, a count that keeps ids of one millisecond in order, and chance.
    package static func timed(_ instant: Instant, count: UInt16, chance: UInt64) -> EventID {
        let milliseconds = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        return EventID(
            high: milliseconds << 16 | 0x7000 | UInt64(count & 0x0FFF),
            low: chance & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// A version 8 id from the first 16 bytes of a digest of what makes the event unique.
    package static func derived(from digest: Digest) -> EventID {
        let bytes = digest.bytes
        var words: [UInt64] = [0, 0]
        for n in 0..<16 { words[n >> 3] = words[n >> 3] << 8 | UInt64(bytes[n]) }
        return EventID(high: words[0] & ~0xF000 | 0x8000, low: words[1] & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The id of the alert that is raised from what has this id, when that is imported.
    package func ofRaisedAlert(_ digest: ([UInt8]) -> Digest) -> EventID {
        .derived(from: digest(bytes + Array("raised".utf8)))
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The usual 8-4-4-4-12 form, in lower case, as `description` gives it.
    package init?(_ text: String) {
        var text = text
        let words = text.withUTF8 { characters -> (UInt64, UInt64)? in
            guard characters.count == 36 else { return nil }
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 36) { digits in
                var count = 0
                for (place, character) in characters.enumerated() {
                    if place == 8 || place == 13 || place == 18 || place == 23 {
                        guard character == UInt8(ascii: "-") else { return nil }
                        continue
                    }
                    digits[count] = character
                    count += 1
                }
                let digits = UnsafeBufferPointer(digits)
                guard count == 32, let high = Hexadecimal.word(digits, at: 0),
                    let low = Hexadecimal.word(digits, at: 16)
                else { return nil }
                return (high, low)
            }
        }
        guard let words else { return nil }
        self.init(high: words.0, low: words.1)
    }

    package var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            raw.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
            raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            count = 16
        }
    }

    package var description: String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
            Hexadecimal.write(high, to: digits, at: 0)
            Hexadecimal.write(low, to: digits, at: 16)
            return String(unsafeUninitializedCapacity: 36) { buffer in
                var place = 0
                for n in 0..<32 {
                    if n == 8 || n == 12 || n == 16 || n == 20 {
                        buffer[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    buffer[place] = digits[n]
                    place += 1
                }
                return place
            }
        }
    }
}
