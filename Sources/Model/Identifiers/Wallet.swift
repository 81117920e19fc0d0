/// Addresses of virtual assets. Those in bech32 are checked (BIP 173, BIP 350); base 58 and Ethereum's mixed case have
/// check sums that take cryptography, so only their form is looked at.
enum Wallet {
    private static let base58 = Set("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let bech32 = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

    static func read(_ typed: String) -> Identifier.Reading {
        let form = TypedForm(typed, keepsCase: true)
        var reading = Identifier.Reading.free(form)
        let bytes = Array(form.text.utf8)
        if let holds = isBech32(bytes) {
            reading.normal = form.text.lowercased()
            if !holds { reading.remarks.append(.wrongCheckSum) }
        } else if isEthereum(bytes) {
            reading.normal = form.text.lowercased()
            if reading.normal.dropFirst(2) != form.text.dropFirst(2) { reading.remarks.append(.checkSumNotLookedAt) }
        } else if isBase58(bytes) {
            reading.remarks.append(.checkSumNotLookedAt)
        } else {
            reading.remarks.append(.unusualForm)
        }
        return reading
    }

    /// `0x` and forty hexadecimal digits.
    static func isEthereum(_ bytes: [UInt8]) -> Bool {
        bytes.count == 42 && bytes[0] == UInt8(ascii: "0") && bytes[1] | 0x20 == UInt8(ascii: "x")
            && bytes[2...].allSatisfy { CheckDigits.digit($0) != nil || (0x61...0x66).contains($0 | 0x20) }
    }

    /// Bitcoin and its like (1, 3, L, M, D …, 26 to 35 signs) and Tron (T, 34 signs).
    static func isBase58(_ bytes: [UInt8]) -> Bool {
        (26...35).contains(bytes.count) && bytes.allSatisfy(base58.contains)
            && bytes.contains { CheckDigits.digit($0) != nil } && bytes.contains(where: CheckDigits.isLetter)
            && bytes.contains { (0x61...0x7A).contains($0) } && "13LMDTX".utf8.contains(bytes[0])
    }

    /// Whether the check sum holds; nil for what does not have the form.
    static func isBech32(_ bytes: [UInt8]) -> Bool? {
        let lower = bytes.map { CheckDigits.isLetter($0) ? $0 + 0x20 : $0 }
        let prefixes = ["bc", "tb", "ltc", "addr", "cosmos", "bnb"]
        guard let mark = lower.lastIndex(of: UInt8(ascii: "1")), mark > 0, lower.count - mark > 6, lower.count <= 108,
            prefixes.contains(String(decoding: lower[..<mark], as: UTF8.self)),
            lower == bytes || bytes.allSatisfy({ !(0x61...0x7A).contains($0) })
        else { return nil }
        var check: UInt32 = 1
        let human = lower[..<mark]
        for value in human.map({ $0 >> 5 }) + [0] + human.map({ $0 & 31 }) { check = step(check, value) }
        for byte in lower[(mark + 1)...] {
            guard let value = bech32.firstIndex(of: byte) else { return nil }
            check = step(check, UInt8(value))
        }
        return check == 1 || check == 0x2BC8_30A3
    }

    private static func step(_ check: UInt32, _ value: UInt8) -> UInt32 {
        let generators: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
        var next = (check & 0x1FF_FFFF) << 5 ^ UInt32(value)
        for (place, generator) in generators.enumerated() where check >> (25 + UInt32(place)) & 1 == 1 {
            next ^= generator
        }
        return next
    }
}
