import Crypto
import Foundation
import Model

/// Why a text is not a key of the C2SP signed-note formats.
package enum KeyFault: Error, Equatable, Sendable {
    case malformed
    case hashMismatch
    case badName(String)
}

/// An Ed25519 key that verifies note signatures, in the form `name+hash+base64` (C2SP signed-note, "vkey").
package struct VerifierKey: Hashable, Sendable {
    package let name: String
    /// The first four bytes of SHA-256(name, newline, 0x01, public key).
    package let hash: [UInt8]
    package let publicKey: [UInt8]

    static let algorithm: UInt8 = 0x01

    init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
        hash = Array(Hashing.plain(Array(name.utf8) + [0x0A, VerifierKey.algorithm] + publicKey).bytes.prefix(4))
    }

    package init(_ text: String) throws(KeyFault) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let data = Data(base64Encoded: parts[2]), data.count == 33,
            data.first == VerifierKey.algorithm
        else { throw .malformed }
        guard VerifierKey.isValid(name: parts[0]) else { throw .badName(parts[0]) }
        self.init(name: parts[0], publicKey: Array(data.dropFirst()))
        guard Hexadecimal.text(hash) == parts[1] else { throw .hashMismatch }
    }

    package var text: String {
        "\(name)+\(Hexadecimal.text(hash))+\(Data([VerifierKey.algorithm] + publicKey).base64EncodedString())"
    }

    /// A key name has no blank, no plus and nothing that is not printable ASCII.
    package static func isValid(name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 200
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "+") }
    }

    func verifies(_ signature: some Sequence<UInt8>, of text: some DataProtocol) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Data(signature), for: text)
    }
}

/// An Ed25519 key that signs notes. Its text form is the one Go's `sumdb/note` reads: `PRIVATE+KEY+name+hash+base64`.
package struct SigningKey: Sendable {
    package let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    package init(name: String) throws(KeyFault) {
        guard VerifierKey.isValid(name: name) else { throw .badName(name) }
        key = Curve25519.Signing.PrivateKey()
        verifier = VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// From the 32 bytes of RFC 8032's private key, which the caller erases.
    init(name: String, seed: UnsafeRawBufferPointer) throws(KeyFault) {
        guard VerifierKey.isValid(name: name) else { throw .badName(name) }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .malformed }
        self.key = key
        verifier = VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    package init(text: String) throws(KeyFault) {
        let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let data = Data(base64Encoded: parts[4]),
            data.count == 33,
            data.first == VerifierKey.algorithm,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data.dropFirst())
        else { throw .malformed }
        guard VerifierKey.isValid(name: parts[2]) else { throw .badName(parts[2]) }
        self.key = key
        verifier = VerifierKey(name: parts[2], publicKey: Array(key.publicKey.rawRepresentation))
        guard Hexadecimal.text(verifier.hash) == parts[3] else { throw .hashMismatch }
    }

    package var text: String {
        let seed = Data([VerifierKey.algorithm]) + key.rawRepresentation
        return "PRIVATE+KEY+\(verifier.name)+\(Hexadecimal.text(verifier.hash))+\(seed.base64EncodedString())"
    }

    func sign(_ text: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: text)) }
}
