/// One name in a folder, as the bytes that the file system has: they may be no UTF-8, and hold line feeds or escapes.
package struct FileName: Hashable, Comparable, Sendable {
    /// The longest name of the usual file systems, in bytes (NAME_MAX).
    package static let limitBytes = 255

    package let bytes: [UInt8]

    /// Nil for what is no single name: empty, too long, `.`, `..`, or with a slash or a null byte in it.
    package init?(bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        guard !bytes.isEmpty, bytes.count <= FileName.limitBytes, !bytes.contains(0), !bytes.contains(0x2F),
            bytes != [0x2E], bytes != [0x2E, 0x2E]
        else { return nil }
        self.bytes = bytes
    }

    package init?(_ text: String) { self.init(bytes: text.utf8) }

    package static func < (a: FileName, b: FileName) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

    /// Dot files are what other programs put there while they copy.
    package var isHidden: Bool { bytes.first == 0x2E }

    /// For people: bytes that are no UTF-8 as `\xNN`; it is still imported text, and goes to a screen as `SafeText` only.
    package var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            let length = (1...min(4, rest.count)).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            if let length {
                text += String(decoding: rest.prefix(length), as: UTF8.self)
            } else {
                let digits = String(rest[rest.startIndex], radix: 16, uppercase: true)
                text += digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
            }
            rest = rest.dropFirst(length ?? 1)
        }
        return text
    }

    /// The name with a terminating zero, for the system.
    var terminated: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
