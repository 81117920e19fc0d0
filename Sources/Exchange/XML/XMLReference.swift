/// A reference in text: one of the five named entities, or a character by its number.
struct XMLReference {
    let scalar: Unicode.Scalar
    /// In bytes, from `&` to `;`.
    let length: Int

    private static let longest = 12
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]

    /// Nil for an unknown name, and for a number that is no character of XML.
    init?(_ bytes: ArraySlice<UInt8>) {
        let window = bytes.prefix(XMLReference.longest)
        guard window.first == 0x26, let end = window.firstIndex(of: 0x3B) else { return nil }
        length = end - window.startIndex + 1
        let text = String(decoding: window[(window.startIndex + 1)..<end], as: UTF8.self)
        if let scalar = XMLReference.named[text] {
            self.scalar = scalar
            return
        }
        guard let scalar = XMLReference.numbered(text) else { return nil }
        self.scalar = scalar
    }

    private static func numbered(_ text: String) -> Unicode.Scalar? {
        guard text.hasPrefix("#") else { return nil }
        let isHex = text.hasPrefix("#x")
        let digits = text.dropFirst(isHex ? 2 : 1)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ isHex ? isHexDigit($0) : (0x30...0x39).contains($0) }),
            let number = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(number),
            isCharacter(scalar)
        else { return nil }
        return scalar
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    /// The characters of XML 1.0, section 2.2.
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}

/// What stands between `<?xml` and `?>`.
struct XMLDeclaration {
    let encoding: String?

    /// Nil for anything but version 1.0, with an encoding and `standalone` if there are any, in that order.
    init?(_ content: String) {
        guard
            let match = content.wholeMatch(
                of:
                    /\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._\-]*)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*/
            )
        else { return nil }
        encoding = match.1.map(String.init)
    }
}
