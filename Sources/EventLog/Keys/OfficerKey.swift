import CSystem
import Synchronization

/// An officer's key, opened: it signs until it is dropped. Its private half lies in a `Secret`, and outside of it only while a
/// signature is made.
package final class OfficerKey: NoteSigner {
    /// The key was dropped when the session was locked; open its file again.
    package struct Dropped: Error, Equatable, Sendable {}

    package let name: OfficerKeyName
    package let verifier: VerifierKey
    /// The seed of 32 bytes; nil after it was dropped.
    private let seed: Mutex<Secret?>

    /// Nil where the seed is not that of `verifier`.
    init?(name: OfficerKeyName, verifier: VerifierKey, seed: Secret) {
        defer { caricc_wash() }
        let key = try? seed.withBytes { bytes throws(KeyFault) in try SigningKey(name: name.text, seed: bytes) }
        guard key?.verifier == verifier else { return nil }
        self.name = name
        self.verifier = verifier
        self.seed = Mutex(seed)
    }

    /// Erases the private half. A signature that is being made is finished first.
    package func drop() {
        seed.withLock { seed in
            seed?.wipe()
            seed = nil
        }
    }

    package var isDropped: Bool { seed.withLock { $0 == nil } }

    /// Lends the key in the form that signs everything else. It must not be kept.
    package func withSigningKey<Result>(_ body: (SigningKey) throws -> Result) throws -> Result {
        // Making a signature leaves the expanded key on the stack.
        defer { caricc_wash() }
        return try seed.withLock { seed in
            guard let seed else { throw Dropped() }
            let key = try seed.withBytes { bytes throws(KeyFault) in try SigningKey(name: name.text, seed: bytes) }
            return try body(key)
        }
    }

    /// The text with the officer's signature behind it, as bytes. `text` must end in a newline.
    package func note(signing text: [UInt8]) throws -> [UInt8] {
        try withSigningKey { try SignedNote.bytes(signing: text, with: $0) }
    }

    package func signature(of text: [UInt8]) throws -> [UInt8] { try sign(text) }

    /// The 64 bytes of an Ed25519 signature.
    func sign(_ bytes: [UInt8]) throws -> [UInt8] { try withSigningKey { try $0.sign(bytes) } }

    /// Lends the seed, to seal it under another passphrase.
    func withSeed<Result, Fault: Error>(_ body: (UnsafeRawBufferPointer) throws(Fault) -> Result) throws(Fault)
        -> Result?
    {
        guard let seed = seed.withLock({ $0 }) else { return nil }
        return try seed.withBytes(body)
    }
}
