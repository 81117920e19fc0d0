import Crypto
import Foundation
import Model

/// Checks what stands behind the line of an entry: a blank line and one signature, of the desk or of an officer.
///
/// Holds the keys ready for use; one for each thread.
final class EntrySignature {
    enum Flaw: Error { case malformed, notSigned }

    private struct Line {
        let name: Range<Int>
        let hash: [UInt8]
        let signature: [UInt8]
    }

    private let desk: VerifierKey
    private let custodians: [VerifierKey]
    private let officers: [[UInt8]: [VerifierKey]]
    private var prepared: [[UInt8]: Curve25519.Signing.PublicKey] = [:]

    /// - Parameters:
    ///   - custodians: who signs the founding entry below the desk, in this order.
    ///   - officers: every key that the log ever names for an officer, whether it is still valid or not.
    init(desk: VerifierKey, custodians: [VerifierKey] = [], officers: [VerifierKey] = []) {
        self.desk = desk
        self.custodians = custodians
        self.officers = Dictionary(grouping: officers, by: \.hash)
    }

    /// Whose signature it is; that it is theirs is only claimed where `checksSignature` is false.
    func signer(
        of note: UnsafeRawBufferPointer, lineLength: Int, isFounding: Bool, checksSignature: Bool
    ) throws(Flaw) -> Signer {
        var scanner = LineScanner(note, at: lineLength)
        guard scanner.take(0x0A) else { throw .malformed }
        var lines: [Line] = []
        while scanner.offset < note.count, lines.count < 3 {
            guard let line = EntrySignature.line(&scanner) else { throw .malformed }
            lines.append(line)
        }
        guard scanner.offset == note.count, !lines.isEmpty else { throw .malformed }
        let text = UnsafeRawBufferPointer(rebasing: note[..<lineLength])
        guard !isFounding else {
            try checkFounding(lines, note, text, checksSignature: checksSignature)
            return .desk
        }
        guard lines.count == 1 else { throw .malformed }
        if isOf(desk, lines[0], note) {
            guard !checksSignature || verifies(lines[0], desk, text) else { throw .notSigned }
            return .desk
        }
        guard let key = officers[lines[0].hash]?.first(where: { isOf($0, lines[0], note) }),
            !checksSignature || verifies(lines[0], key, text)
        else { throw .notSigned }
        return .officer(key: key.text)
    }

    /// The desk first, then every custodian, and nobody else. A log without custodians may bear one more line, of whoever
    /// founded it.
    private func checkFounding(
        _ lines: [Line], _ note: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer, checksSignature: Bool
    ) throws(Flaw) {
        guard isOf(desk, lines[0], note), !checksSignature || verifies(lines[0], desk, text) else { throw .notSigned }
        guard !custodians.isEmpty else {
            if lines.count > 2 { throw .malformed }
            return
        }
        guard lines.count == 1 + custodians.count else { throw .notSigned }
        for (line, key) in zip(lines.dropFirst(), custodians) {
            guard isOf(key, line, note), !checksSignature || verifies(line, key, text) else { throw .notSigned }
        }
    }

    private func isOf(_ key: VerifierKey, _ line: Line, _ note: UnsafeRawBufferPointer) -> Bool {
        line.hash == key.hash && note[line.name].elementsEqual(key.name.utf8)
    }

    private func verifies(_ line: Line, _ key: VerifierKey, _ text: UnsafeRawBufferPointer) -> Bool {
        if let known = prepared[key.publicKey] { return known.isValidSignature(line.signature, for: text) }
        guard let made = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) else { return false }
        prepared[key.publicKey] = made
        return made.isValidSignature(line.signature, for: text)
    }

    /// One line `— name base64(hash, signature)`; nil when it is none or not an Ed25519 signature.
    private static func line(_ scanner: inout LineScanner) -> Line? {
        guard scanner.take("\u{2014} ") else { return nil }
        let start = scanner.offset
        while scanner.offset < scanner.bytes.count, scanner.bytes[scanner.offset] != 0x20 {
            let byte = scanner.bytes[scanner.offset]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "+"), scanner.offset - start < 200, scanner.take(byte)
            else { return nil }
        }
        let name = start..<scanner.offset
        guard !name.isEmpty, scanner.take(0x20), let blob = Base64.sixtyEight(&scanner), scanner.take(0x0A) else {
            return nil
        }
        return Line(name: name, hash: Array(blob[..<4]), signature: Array(blob[4...]))
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
