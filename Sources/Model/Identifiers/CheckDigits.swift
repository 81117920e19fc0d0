/// The check digits of the numbers that messages carry. Each function takes ASCII capitals and digits and gives the sign
/// that ought to stand in the place of the check digit; nil where the bytes do not have the form.
enum CheckDigits {
    static func digit(_ byte: UInt8) -> Int? { (0x30...0x39).contains(byte) ? Int(byte) - 0x30 : nil }
    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func sign(_ value: Int) -> UInt8 { UInt8(0x30 + value) }

    /// ISO 6346: of the first ten signs. Letters count 10 to 38 without the multiples of 11, place n weighs 2^n, and the
    /// sum modulo 11 is the digit, 10 being 0.
    static func container(_ bytes: some Sequence<UInt8>) -> UInt8? {
        var sum = 0
        var weight = 1
        var count = 0
        for byte in bytes.prefix(10) {
            guard let value = digit(byte) ?? containerValue(byte) else { return nil }
            sum += value * weight
            weight *= 2
            count += 1
        }
        return count == 10 ? sign(sum % 11 % 10) : nil
    }

    private static func containerValue(_ letter: UInt8) -> Int? {
        guard isLetter(letter) else { return nil }
        let place = Int(letter) - 0x41
        // 11, 22 and 33 are left out: A is 10, B is 12, L is 23, V is 34.
        return 10 + place + (place + 9) / 10
    }

    /// Eight-digit wagon numbers of the 1520 mm network: of the first seven digits, weighed 2, 1, 2 …, the sum of the
    /// products' digits up to the next ten.
    static func wagon(_ bytes: some Sequence<UInt8>) -> UInt8? {
        var sum = 0
        var count = 0
        for (place, byte) in bytes.prefix(7).enumerated() {
            guard let value = digit(byte) else { return nil }
            let product = place.isMultiple(of: 2) ? value * 2 : value
            sum += product / 10 + product % 10
            count += 1
        }
        return count == 7 ? sign((10 - sum % 10) % 10) : nil
    }

    /// ISO 3779 with the check digit of 49 CFR 565 in the ninth place: of all seventeen signs.
    static func vin(_ bytes: [UInt8]) -> UInt8? {
        guard bytes.count == 17 else { return nil }
        let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
        let letters = Array("12345678.12345.7.923456789".utf8)
        var sum = 0
        for (byte, weight) in zip(bytes, weights) {
            guard let value = digit(byte) ?? (isLetter(byte) ? digit(letters[Int(byte) - 0x41]) : nil) else {
                return nil
            }
            sum += value * weight
        }
        return sum % 11 == 10 ? UInt8(ascii: "X") : sign(sum % 11)
    }

    /// IMO ship numbers: of the first six digits, weighed 7 to 2, the last digit of the sum.
    static func vessel(_ bytes: some Sequence<UInt8>) -> UInt8? {
        weighted(bytes, [7, 6, 5, 4, 3, 2]).map { sign($0 % 10) }
    }

    /// Air waybills (IATA Resolution 600a): of the seven digits of the serial number, the rest modulo 7.
    static func airWaybill(_ serial: some Sequence<UInt8>) -> UInt8? {
        var value = 0
        var count = 0
        for byte in serial.prefix(7) {
            guard let digit = digit(byte) else { return nil }
            value = value * 10 + digit
            count += 1
        }
        return count == 7 ? sign(value % 7) : nil
    }

    /// UPU S10: of the eight digits; 11 less the rest modulo 11, where 10 is 0 and 11 is 5.
    static func parcel(_ digits: some Sequence<UInt8>) -> UInt8? {
        guard let sum = weighted(digits, [8, 6, 4, 2, 3, 5, 9, 7]) else { return nil }
        return switch 11 - sum % 11 {
        case 10: sign(0)
        case 11: sign(5)
        case let rest: sign(rest)
        }
    }

    /// CAS registry numbers: of the digits before the last, weighed 1, 2, 3 … from the right, the last digit of the sum.
    static func cas(_ digits: [UInt8]) -> UInt8? {
        var sum = 0
        for (place, byte) in digits.reversed().enumerated() {
            guard let value = digit(byte) else { return nil }
            sum += value * (place + 1)
        }
        return digits.isEmpty ? nil : sign(sum % 10)
    }

    /// Individual identification numbers of Kazakhstan: of the first eleven digits. Nil where there is none: such numbers
    /// are not given out.
    static func kazakhPerson(_ digits: [UInt8]) -> UInt8? {
        let first = Array(1...11)
        let second = Array(3...11) + [1, 2]
        guard let sum = weighted(digits, first) else { return nil }
        if sum % 11 < 10 { return sign(sum % 11) }
        guard let again = weighted(digits, second), again % 11 < 10 else { return nil }
        return sign(again % 11)
    }

    /// ISO 13616 and ISO 7064 (MOD 97-10): whether an account number with country and check digits in front holds.
    static func isIBAN(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count > 4 else { return nil }
        var rest = 0
        for byte in bytes[4...] + bytes[..<4] {
            if let value = digit(byte) {
                rest = (rest * 10 + value) % 97
            } else if isLetter(byte) {
                rest = (rest * 100 + Int(byte) - 55) % 97
            } else {
                return nil
            }
        }
        return rest == 1
    }

    private static func weighted(_ bytes: some Sequence<UInt8>, _ weights: [Int]) -> Int? {
        var sum = 0
        var count = 0
        for (byte, weight) in zip(bytes, weights) {
            guard let value = digit(byte) else { return nil }
            sum += value * weight
            count += 1
        }
        return count == weights.count ? sum : nil
    }
}
