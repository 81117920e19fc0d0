import CSystem
import Crypto
import Foundation

/// An officer's key file as it lies on disk: who it belongs to, and the private key sealed under a passphrase.
///
/// Seven lines of ASCII, each ended by a line feed:
///
///     caricc officer key v1
///     name: CARICC/live/a.orazov
///     key: CARICC/live/a.orazov+1f2e3d4c+BASE64
///     home: 2049:131092
///     kdf: $scrypt$ln=17,r=8,p=1$SALT
///     aead: ChaCha20-Poly1305 NONCE
///     sealed: BASE64
///
/// `key` is a C2SP verifier key (type 0x01, Ed25519). `home` is device and inode of the file when it was made. The salt is 16
/// bytes in base64 without padding, as PHC strings have it; the nonce is 12 bytes. To open it: compose the passphrase (NFC, every
/// space as U+0020), stretch its UTF-8 with scrypt (N = 2^ln) to 32 bytes, and decrypt `sealed` (32 bytes and the tag of 16) by
/// RFC 8439 with the first six lines, line feeds included, as associated data. What comes out is the seed of RFC 8032.
package struct OfficerKeyFile: Equatable, Sendable {
    package let path: String
    package let name: OfficerKeyName
    package let key: VerifierKey
    /// Where it was made.
    package let home: FileHome
    /// Where it is.
    package let found: FileHome
    let stretching: PassphraseStretching
    /// Twelve bytes.
    let nonce: [UInt8]
    /// The 64 characters as they stand; whether they are base64 is found only after stretching.
    let sealed: [UInt8]

    /// Found in another place than where it was made.
    package var isCopy: Bool { home != found }

    static let version = 1
    static let magic = "caricc officer key v"
    static let cipher = "ChaCha20-Poly1305"
    static let sealedLabel = "sealed: "
    static let sealedLength = 64
    /// In bytes; a file of ours has about 400.
    static let greatestSize = 4_096

    /// The first six lines.
    var header: [UInt8] {
        OfficerKeyFile.header(name: name, key: key, home: home, stretching: stretching, nonce: nonce)
    }

    static func header(
        name: OfficerKeyName, key: VerifierKey, home: FileHome, stretching: PassphraseStretching, nonce: [UInt8]
    ) -> [UInt8] {
        let lines = [
            "\(magic)\(version)", "name: \(name.text)", "key: \(key.text)", "home: \(home.text)",
            "kdf: \(stretching.text)", "aead: \(cipher) \(Data(nonce).base64EncodedString())",
        ]
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// Reads a file without opening the key: who it belongs to, and whether it is a copy.
    package static func read(_ path: String) throws(KeyFileFault) -> OfficerKeyFile {
        try read(path, least: PassphraseStretching.shippedCostLog2)
    }

    /// - Parameter least: the smallest cost that is taken; smaller ones are for tests
    static func read(_ path: String, least: Int) throws(KeyFileFault) -> OfficerKeyFile {
        let (bytes, found) = try KeyFileAccess.read(path)
        return try OfficerKeyFile(bytes, path: path, found: found, least: least)
    }

    /// Opens the key of `name` with a passphrase. Takes some tenths of a second and 128 MiB, a wrong passphrase as much as the
    /// right one.
    ///
    /// - Parameter acceptingCopy: its owner knows that the file is a copy
    package static func open(
        _ path: String, expecting name: OfficerKeyName, passphrase: Secret, acceptingCopy: Bool = false
    ) throws(KeyFileFault) -> OfficerKey {
        try open(
            path, expecting: name, passphrase: passphrase, acceptingCopy: acceptingCopy,
            least: PassphraseStretching.shippedCostLog2)
    }

    static func open(
        _ path: String, expecting name: OfficerKeyName, passphrase: Secret, acceptingCopy: Bool, least: Int
    ) throws(KeyFileFault) -> OfficerKey {
        let file = try read(path, least: least)
        guard file.name == name else { throw .foreign(name: file.name.text) }
        guard acceptingCopy || !file.isCopy else { throw .copied(home: file.home, found: file.found) }
        return try file.unseal(passphrase)
    }

    func unseal(_ passphrase: Secret) throws(KeyFileFault) -> OfficerKey {
        let sealing = try stretching.key(from: passphrase)
        defer { caricc_wash() }
        guard let combined = Data(base64Encoded: Data(sealed)), combined.count == 48,
            let box = try? ChaChaPoly.SealedBox(combined: Data(nonce) + combined),
            var plain = try? ChaChaPoly.open(box, using: sealing, authenticating: header)
        else { throw .wrongPassphrase }
        let seed = plain.withUnsafeMutableBytes { bytes in
            let seed = Secret(copying: UnsafeRawBufferPointer(bytes))
            if let start = bytes.baseAddress { caricc_wipe(start, bytes.count) }
            return seed
        }
        guard let seed, let key = OfficerKey(name: name, verifier: self.key, seed: seed) else { throw .otherKeyInside }
        return key
    }

    /// The whole file for a seed.
    static func bytes(
        sealing seed: UnsafeRawBufferPointer, name: OfficerKeyName, key: VerifierKey, home: FileHome,
        passphrase: Secret, stretching: PassphraseStretching
    ) throws(KeyFileFault) -> [UInt8] {
        let nonce = ChaChaPoly.Nonce()
        let header = header(name: name, key: key, home: home, stretching: stretching, nonce: Array(nonce))
        let sealing = try stretching.key(from: passphrase)
        defer { caricc_wash() }
        guard let box = try? ChaChaPoly.seal(seed, using: sealing, nonce: nonce, authenticating: header) else {
            throw .noMemory
        }
        return header + Array("\(sealedLabel)\((box.ciphertext + box.tag).base64EncodedString())\n".utf8)
    }
}
