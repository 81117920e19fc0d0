import Foundation

/// Why a text is not taken as a new passphrase.
package enum PassphraseFault: Error, Equatable, Sendable {
    /// Fewer than twelve characters, and fewer than four words.
    case tooShort(characters: Int)
    /// Fewer than six different bytes, such as one key held down.
    case tooUniform
    /// Not UTF-8, or with control characters.
    case notText
}

extension Secret {
    package static let leastCharacters = 12
    package static let leastWords = 4
    /// Of UTF-8.
    static let leastDifferentBytes = 6

    /// Whether all of it is UTF-8 without control characters.
    package var isText: Bool { withBytes { SecretLetters.isText($0) } }

    /// Whether it may become a passphrase: at least 12 characters, or four words of two characters and more.
    package var passphraseFault: PassphraseFault? {
        withBytes { bytes in
            guard SecretLetters.isText(bytes) else { return .notText }
            let count = count
            guard count >= Secret.leastCharacters || Secret.words(in: bytes) >= Secret.leastWords else {
                return .tooShort(characters: count)
            }
            var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
            for byte in bytes {
                let bit = UInt64(1) << UInt64(byte & 63)
                switch byte >> 6 {
                case 0: seen.0 |= bit
                case 1: seen.1 |= bit
                case 2: seen.2 |= bit
                default: seen.3 |= bit
                }
            }
            let different =
                seen.0.nonzeroBitCount + seen.1.nonzeroBitCount + seen.2.nonzeroBitCount + seen.3.nonzeroBitCount
            return different < Secret.leastDifferentBytes ? .tooUniform : nil
        }
    }

    /// Words of at least two letters, between spaces.
    private static func words(in bytes: UnsafeRawBufferPointer) -> Int {
        var (words, letters) = (0, 0)
        _ = SecretLetters.each(in: bytes) { from, _ in
            if bytes[from] == 0x20 {
                words += letters >= 2 ? 1 : 0
                letters = 0
            } else {
                letters += 1
            }
        }
        return words + (letters >= 2 ? 1 : 0)
    }

    /// The form in which a passphrase is compared and stretched, as RFC 8265 (OpaqueString) has it: composed (NFC), every
    /// space of Unicode as U+0020. Letter by letter: only those outside of ASCII pass through a string, of that one letter.
    /// Nil where it is no text, or grows beyond the capacity.
    package func normalised() -> Secret? {
        let result = Secret()
        let isWhole = withBytes { bytes -> Bool in
            guard SecretLetters.isText(bytes) else { return false }
            var fits = true
            _ = SecretLetters.each(in: bytes) { from, to in
                if to - from == 1 {
                    fits = result.append(Character(Unicode.Scalar(bytes[from]))) && fits
                    return
                }
                let letter = String(decoding: bytes[from..<to], as: UTF8.self).precomposedStringWithCanonicalMapping
                for scalar in letter.unicodeScalars {
                    let isSpace = scalar.properties.generalCategory == .spaceSeparator
                    fits = result.append(isSpace ? " " : Character(scalar)) && fits
                }
            }
            return fits
        }
        return isWhole ? result : nil
    }
}
