import Crypto
import Foundation
import Model

/// The key of a witness: an Ed25519 key that cosigns checkpoints (C2SP tlog-cosignature, type 0x04).
package struct WitnessKey: Hashable, Sendable {
    package let name: String
    /// The first four bytes of SHA-256(name, newline, 0x04, public key).
    package let hash: [UInt8]
    package let publicKey: [UInt8]

    static let algorithm: UInt8 = 0x04

    init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
        hash = Array(Hashing.plain(Array(name.utf8) + [0x0A, WitnessKey.algorithm] + publicKey).bytes.prefix(4))
    }

    /// Reads the form `name+hash+base64`.
    package init(_ text: String) throws(KeyFault) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let data = Data(base64Encoded: parts[2]), data.count == 33,
            data.first == WitnessKey.algorithm
        else { throw .malformed }
        guard VerifierKey.isValid(name: parts[0]) else { throw .badName(parts[0]) }
        self.init(name: parts[0], publicKey: Array(data.dropFirst()))
        guard Hexadecimal.text(hash) == parts[1] else { throw .hashMismatch }
    }

    package var text: String {
        "\(name)+\(Hexadecimal.text(hash))+\(Data([WitnessKey.algorithm] + publicKey).base64EncodedString())"
    }

    /// When this witness cosigned `text`; nil when the signature is not its, or does not hold.
    func time(of signature: SignedNote.Signature, over text: [UInt8]) -> Instant? {
        guard signature.name == name, signature.keyHash == hash, let parts = Cosignature.parts(signature),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey),
            key.isValidSignature(Data(parts.signature), for: Cosignature.message(seconds: parts.seconds, text: text))
        else { return nil }
        return Instant(milliseconds: parts.seconds * 1_000)
    }
}

/// A witness's own side: the key that makes cosignature lines.
package struct CosigningKey: Sendable {
    package let verifier: WitnessKey
    private let key: Curve25519.Signing.PrivateKey

    package init(name: String) throws(KeyFault) {
        guard VerifierKey.isValid(name: name) else { throw .badName(name) }
        key = Curve25519.Signing.PrivateKey()
        verifier = WitnessKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    }

    /// The line that says: at `time` this was the largest tree of that log which this witness had seen.
    package func line(for checkpoint: Checkpoint, at time: Instant) throws -> String {
        try Cosignature.line(for: checkpoint, at: time, by: verifier) { Array(try key.signature(for: $0)) }
    }
}

/// The bytes of C2SP tlog-cosignature, Ed25519: a timestamp of eight bytes, then the signature.
enum Cosignature {
    static func message(seconds: Int64, text: [UInt8]) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n".utf8) + text
    }

    /// The line of an officer, whose key signs entries otherwise.
    static func line(for checkpoint: Checkpoint, at time: Instant, by key: any NoteSigner) throws -> String {
        try line(for: checkpoint, at: time, by: key.verifier.cosigning) { try key.signature(of: $0) }
    }

    static func line(
        for checkpoint: Checkpoint, at time: Instant, by key: WitnessKey, signing sign: ([UInt8]) throws -> [UInt8]
    ) throws -> String {
        let seconds = time.milliseconds / 1_000
        let signature = try sign(message(seconds: seconds, text: checkpoint.text))
        let stamp = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - $0 * 8)) }
        return SignedNote.Signature(name: key.name, keyHash: key.hash, signature: stamp + signature).line
    }

    static func parts(_ signature: SignedNote.Signature) -> (seconds: Int64, signature: [UInt8])? {
        guard signature.signature.count == 72 else { return nil }
        let seconds = signature.signature[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let seconds = Int64(exactly: seconds) else { return nil }
        return (seconds, Array(signature.signature[8...]))
    }

    /// The signature of one line such as `— name base64`, with or without its newline; nil when it is no such line.
    static func signature(line: String) -> SignedNote.Signature? {
        let line = line.hasSuffix("\n") ? line : line + "\n"
        guard let note = SignedNote(Array("-\n\n\(line)".utf8)), note.signatures.count == 1 else { return nil }
        return note.signatures[0]
    }
}
