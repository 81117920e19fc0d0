import Crypto
import Foundation
import Model

/// Who may sign the entries of a log, folded from its first entry: so far the desk's key, for every kind.
///
/// Holds the key ready for use; one for each thread.
struct DeskSignature {
    enum Flaw { case malformed, notSigned }

    private let name: [UInt8]
    private let hash: [UInt8]
    private let key: Curve25519.Signing.PublicKey?

    init(_ key: VerifierKey) {
        name = Array(key.name.utf8)
        hash = key.hash
        self.key = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey)
    }

    /// Checks what stands behind the line of an entry: a blank line and the desk's signature, nothing else.
    ///
    /// The founding entry may bear a second person's signature behind the desk's.
    func flaw(of note: UnsafeRawBufferPointer, lineLength: Int, isFounding: Bool, checksSignature: Bool) -> Flaw? {
        var scanner = LineScanner(note, at: lineLength)
        guard scanner.take(0x0A) else { return .malformed }
        var isSigned = false
        for count in 0..<2 {
            guard let line = signatureLine(&scanner) else { return .malformed }
            if count == 0 {
                guard line.isDesks else { return .notSigned }
                isSigned =
                    !checksSignature || verifies(line.signature, UnsafeRawBufferPointer(rebasing: note[..<lineLength]))
            }
            if scanner.offset == note.count { return isSigned ? nil : .notSigned }
            guard isFounding else { return .malformed }
        }
        return .malformed
    }

    private func verifies(_ signature: [UInt8], _ text: UnsafeRawBufferPointer) -> Bool {
        key?.isValidSignature(signature, for: text) ?? false
    }

    /// One line `— name base64(hash, signature)`; nil when it is none or not an Ed25519 signature.
    private func signatureLine(_ scanner: inout LineScanner) -> (isDesks: Bool, signature: [UInt8])? {
        guard scanner.take("\u{2014} ") else { return nil }
        var isDesks = true
        var count = 0
        while !scanner.take(0x20) {
            guard scanner.offset < scanner.bytes.count, count < 200 else { return nil }
            let byte = scanner.bytes[scanner.offset]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "+"), scanner.take(byte) else { return nil }
            if count >= name.count || name[count] != byte { isDesks = false }
            count += 1
        }
        guard count > 0, let blob = Base64.sixtyEight(&scanner), scanner.take(0x0A) else { return nil }
        isDesks = isDesks && count == name.count && blob[..<4].elementsEqual(hash)
        return (isDesks, Array(blob[4...]))
    }
}

/// Base64 (RFC 4648, section 4) of the one length that Ed25519 signature lines have; strict.
enum Base64 {
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (n, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            table[Int(byte)] = UInt8(n)
        }
        return table
    }()

    /// 68 bytes: 91 digits and one `=`.
    static func sixtyEight(_ scanner: inout LineScanner) -> [UInt8]? {
        guard scanner.bytes.count - scanner.offset >= 92 else { return nil }
        return values.withUnsafeBufferPointer { values -> [UInt8]? in
            var out: [UInt8] = []
            out.reserveCapacity(69)
            var word: UInt32 = 0
            for n in 0..<91 {
                let byte = scanner.bytes[scanner.offset]
                let value = values[Int(byte)]
                guard value != 0xFF, scanner.take(byte) else { return nil }
                word = word << 6 | UInt32(value)
                if n % 4 == 3 {
                    out.append(UInt8(truncatingIfNeeded: word >> 16))
                    out.append(UInt8(truncatingIfNeeded: word >> 8))
                    out.append(UInt8(truncatingIfNeeded: word))
                    word = 0
                }
            }
            guard scanner.take(UInt8(ascii: "=")), word & 3 == 0 else { return nil }
            out.append(UInt8(truncatingIfNeeded: word >> 10))
            out.append(UInt8(truncatingIfNeeded: word >> 2))
            return out
        }
    }
}
