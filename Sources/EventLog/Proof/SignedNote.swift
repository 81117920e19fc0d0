import Foundation
import Model

/// A C2SP signed note: a text that ends in a newline, a blank line, and one line for each signature.
package struct SignedNote: Equatable, Sendable {
    package struct Signature: Equatable, Sendable {
        package let name: String
        package let keyHash: [UInt8]
        package let signature: [UInt8]

        var line: String { "\u{2014} \(name) \(Data(keyHash + signature).base64EncodedString())\n" }
    }

    package let text: [UInt8]
    package let signatures: [Signature]

    /// The text with one signature behind it, as bytes. `text` must end in a newline.
    package static func bytes(signing text: [UInt8], with key: SigningKey) throws -> [UInt8] {
        try bytes(signing: text, with: [key])
    }

    /// The text with a signature of each key behind it.
    static func bytes(signing text: [UInt8], with keys: [any NoteSigner]) throws -> [UInt8] {
        var bytes = text + [0x0A]
        for key in keys {
            let signature = Signature(
                name: key.verifier.name, keyHash: key.verifier.hash, signature: try key.signature(of: text))
            bytes += Array(signature.line.utf8)
        }
        return bytes
    }

    /// Nil when the bytes are not a signed note: no text, no blank line, a line that is not a signature.
    package init?(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        guard let split = SignedNote.textLength(bytes) else { return nil }
        text = Array(bytes[..<split])
        guard let block = String(validating: bytes[(split + 1)...], as: UTF8.self), block.hasSuffix("\n") else {
            return nil
        }
        var signatures: [Signature] = []
        for line in block.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isValid(name: String(parts[1])),
                let data = Data(base64Encoded: String(parts[2])), data.count > 4
            else { return nil }
            signatures.append(
                Signature(name: String(parts[1]), keyHash: Array(data.prefix(4)), signature: Array(data.dropFirst(4))))
        }
        guard !signatures.isEmpty, signatures.count <= 16 else { return nil }
        self.signatures = signatures
    }

    /// The length of the text with its newline, up to the last blank line; nil when there is none.
    static func textLength(_ bytes: [UInt8]) -> Int? {
        var n = bytes.count - 2
        while n > 0 {
            if bytes[n] == 0x0A, bytes[n - 1] == 0x0A { return n }
            n -= 1
        }
        return nil
    }

    /// Whether one of the signatures was made by `key` over this text.
    package func isSigned(by key: VerifierKey) -> Bool {
        signatures.contains { $0.name == key.name && $0.keyHash == key.hash && key.verifies($0.signature, of: text) }
    }
}
