import EventLog
import Interface
import Model

/// What two people read to each other to be sure that they mean the same key or the same text.
enum Fingerprint {
    /// Of the public key's 32 bytes: SHA-256, eight groups of eight hexadecimal digits.
    static func text(of key: VerifierKey) -> String { text(of: Hashing.plain(key.publicKey)) }

    /// Eight groups of eight hexadecimal digits.
    static func text(of digest: Digest) -> String { digest.groups }
}
