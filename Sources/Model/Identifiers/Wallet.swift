/// Addresses of virtual assets, with the check sums that they have: bech32 and bech32m (BIP 173, BIP 350), base 58 with two
/// rounds of SHA-256 (Bitcoin, Litecoin, Dogecoin, Dash, Zcash, Tron; Ripple with an alphabet of its own), and Ethereum's
/// mixed case (EIP-55). An Ethereum address in one case has none. Monero's is not looked at.
enum Wallet {
    private static let base58 = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let ripple = Array("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz".utf8)
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
            if !isMixedCaseRight(bytes) { reading.remarks.append(.wrongCheckSum) }
        } else if isBase58(bytes) || bytes.first == ripple[0] && (25...35).contains(bytes.count) {
            if !isChecked(bytes) { reading.remarks.append(.wrongCheckSum) }
        } else if bytes.count == 95, bytes.allSatisfy(base58.contains) {
            reading.remarks.append(.checkSumNotLookedAt)
        } else if !isChecked(bytes) {
            reading.remarks.append(.unusualForm)
        }
        return reading
    }

    /// Whether it is in base 58 and its last four bytes are the check sum of the others.
    static func isChecked(_ bytes: [UInt8]) -> Bool {
        guard (25...36).contains(bytes.count) else { return false }
        let alphabet = bytes[0] == ripple[0] ? ripple : base58
        // A version of one byte, of Zcash two, then twenty of a hash and four of the check sum.
        guard let whole = decoded(bytes, alphabet), whole.count == 25 || whole.count == 26 else { return false }
        let body = Array(whole.dropLast(4))
        return PlainSHA256.digest(PlainSHA256.digest(body)).prefix(4).elementsEqual(whole.suffix(4))
    }

    /// The bytes that digits of base 58 stand for; nil where a sign is none.
    private static func decoded(_ text: [UInt8], _ alphabet: [UInt8]) -> [UInt8]? {
        // Least significant first.
        var bytes: [UInt8] = []
        for sign in text {
            guard let digit = alphabet.firstIndex(of: sign) else { return nil }
            var carry = digit
            for place in bytes.indices {
                carry += Int(bytes[place]) * 58
                bytes[place] = UInt8(carry & 0xFF)
                carry >>= 8
            }
            while carry > 0 {
                bytes.append(UInt8(carry & 0xFF))
                carry >>= 8
            }
        }
        let zeros = text.prefix { $0 == alphabet[0] }.count
        return [UInt8](repeating: 0, count: zeros) + bytes.reversed()
    }

    /// EIP-55: a letter is a capital where the digit of the hash in its place is 8 or more. In one case there is no check sum.
    private static func isMixedCaseRight(_ bytes: [UInt8]) -> Bool {
        let digits = Array(bytes[2...])
        let letters = digits.filter { CheckDigits.digit($0) == nil }
        guard letters.contains(where: CheckDigits.isLetter), !letters.allSatisfy(CheckDigits.isLetter) else {
            return true
        }
        let hash = PlainKeccak256.digest(digits.map { $0 | 0x20 })
        return digits.enumerated().allSatisfy { place, sign in
            let nibble = place.isMultiple(of: 2) ? hash[place / 2] >> 4 : hash[place / 2] & 15
            return CheckDigits.digit(sign) != nil || CheckDigits.isLetter(sign) == (nibble >= 8)
        }
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
        // Bitcoin's first version of witnesses has the one constant, all later ones the other; who else uses it has the first.
        let isLater =
            ["bc", "tb", "ltc"].contains(String(decoding: human, as: UTF8.self)) && lower[mark + 1] != bech32[0]
        return check == (isLater ? 0x2BC8_30A3 : 1)
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
