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
    ///
    /// By hand: a pattern is put together anew for each message, which took longer than reading the rest of it.
    init?(_ content: String) {
        var rest = Array(content.utf8)[...]
        guard XMLDeclaration.value(of: "version", &rest) == "1.0" else { return nil }
        encoding = XMLDeclaration.value(of: "encoding", &rest)
        if let encoding {
            guard let first = encoding.utf8.first, XMLDeclaration.isLetter(first),
                encoding.utf8.allSatisfy({ XMLDeclaration.isLetter($0) || "0123456789._-".utf8.contains($0) })
            else { return nil }
        }
        if let standalone = XMLDeclaration.value(of: "standalone", &rest) {
            guard standalone == "yes" || standalone == "no" else { return nil }
        }
        guard rest.allSatisfy(XMLScanner.isBlank) else { return nil }
    }

    /// What stands between the quotes of ` name = "…"`; nil, and nothing read, where that is not what comes next.
    private static func value(of name: String, _ rest: inout ArraySlice<UInt8>) -> String? {
        var ahead = rest.drop(while: XMLScanner.isBlank)
        guard ahead.startIndex > rest.startIndex, ahead.starts(with: name.utf8) else { return nil }
        ahead = ahead.dropFirst(name.utf8.count)
        guard let value = quoted(ahead) else { return nil }
        rest = rest[(value.endIndex + 1)...]
        return String(decoding: value, as: UTF8.self)
    }

    /// What stands between quotes behind an equals sign, with blanks around that.
    static func quoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = bytes.drop(while: XMLScanner.isBlank)
        guard rest.first == 0x3D else { return nil }
        rest = rest.dropFirst().drop(while: XMLScanner.isBlank)
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: quote) else { return nil }
        return rest[..<end]
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
