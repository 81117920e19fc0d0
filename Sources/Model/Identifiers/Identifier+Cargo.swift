/// Numbers of goods and what carries them.
extension Identifier.Reading {
    static func looks(_ form: TypedForm) -> [IdentifierRemark] { form.folded.map { .readAs($0) } }

    private static func text(_ byte: UInt8) -> String { String(Unicode.Scalar(byte)) }

    static func free(_ form: TypedForm) -> Self { Self(normal: form.text, remarks: looks(form)) }

    static func name(_ typed: String) -> Self {
        let words = typed.split { $0.isWhitespace }
        return Self(
            normal: words.joined(separator: " "),
            remarks: (ScriptMix.remark(typed)?.odd ?? []).map { .readAs($0) })
    }

    /// ISO 6346: owner code, category U, J or Z, six digits, check digit; 10 is written 0.
    static func container(_ form: TypedForm) -> Self {
        var reading = free(form)
        guard let bytes = form.ascii, (10...11).contains(bytes.count), bytes[..<4].allSatisfy(CheckDigits.isLetter),
            bytes[4...].allSatisfy({ CheckDigits.digit($0) != nil }), "UJZ".utf8.contains(bytes[3]),
            let expected = CheckDigits.container(bytes)
        else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        if bytes.count == 10 {
            reading.remarks.append(.missingCheckDigit(expected: text(expected)))
        } else if bytes[10] != expected {
            let (expected, found) = (text(expected), text(bytes[10]))
            reading.remarks.append(
                bytes[3] == UInt8(ascii: "U")
                    ? .wrongCheckDigit(expected: expected, found: found)
                    : .otherCheckDigit(expected: expected, found: found))
        }
        return reading
    }

    static func wagon(_ form: TypedForm) -> Self {
        checked(form, count: 8, CheckDigits.wagon)
    }

    /// `IMO` in front is left out of the normal form.
    static func vessel(_ form: TypedForm) -> Self {
        checked(form, count: 7, prefix: "IMO", CheckDigits.vessel)
    }

    /// Digits of which the last one checks the others.
    private static func checked(
        _ form: TypedForm, count: Int, prefix: String = "", _ check: (ArraySlice<UInt8>) -> UInt8?
    ) -> Self {
        var reading = free(form)
        if !prefix.isEmpty, reading.normal.hasPrefix(prefix) { reading.normal.removeFirst(prefix.count) }
        let bytes = Array(reading.normal.utf8)
        if bytes.count == count - 1, let expected = check(bytes[...]) {
            reading.remarks.append(.missingCheckDigit(expected: text(expected)))
        } else if bytes.count == count, let expected = check(bytes.dropLast()),
            CheckDigits.digit(bytes[count - 1]) != nil
        {
            if expected != bytes[count - 1] {
                reading.remarks.append(.wrongCheckDigit(expected: text(expected), found: text(bytes[count - 1])))
            }
        } else {
            reading.remarks.append(.unusualForm)
        }
        return reading
    }

    /// I, O and Q are no letters of a VIN and are read as 1 and 0.
    static func vin(_ form: TypedForm) -> Self {
        var reading = free(form)
        var bytes = form.ascii ?? []
        let doubles: [UInt8: UInt8] = [
            UInt8(ascii: "I"): UInt8(ascii: "1"), UInt8(ascii: "O"): UInt8(ascii: "0"),
            UInt8(ascii: "Q"): UInt8(ascii: "0"),
        ]
        for (place, byte) in bytes.enumerated() {
            guard let digit = doubles[byte] else { continue }
            bytes[place] = digit
            reading.remarks.append(
                .readAs(
                    OddLetter(
                        letter: Unicode.Scalar(byte), script: .latin, looksLike: Unicode.Scalar(digit), place: place)))
        }
        guard let expected = CheckDigits.vin(bytes) else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        reading.normal = String(decoding: bytes, as: UTF8.self)
        guard bytes[8] != expected else { return reading }
        let (expectedText, found) = (text(expected), text(bytes[8]))
        // Makers in North America (1 to 5) and China (L) have to give the check digit.
        let mustHold = "12345L".utf8.contains(bytes[0])
        reading.remarks.append(
            mustHold
                ? .wrongCheckDigit(expected: expectedText, found: found)
                : .otherCheckDigit(expected: expectedText, found: found))
        return reading
    }

    /// Airline prefix of three digits, serial number of seven, check digit.
    static func airWaybill(_ form: TypedForm) -> Self {
        var reading = free(form)
        if reading.normal.hasPrefix("AWB") { reading.normal.removeFirst(3) }
        let bytes = Array(reading.normal.utf8)
        guard bytes.count == 11, bytes.allSatisfy({ CheckDigits.digit($0) != nil }),
            let expected = CheckDigits.airWaybill(bytes[3..<10])
        else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        if bytes[10] != expected {
            reading.remarks.append(.wrongCheckDigit(expected: text(expected), found: text(bytes[10])))
        }
        return reading
    }

    /// UPU S10: service, eight digits, check digit, country of posting.
    static func parcel(_ form: TypedForm) -> Self {
        var reading = free(form)
        guard let bytes = form.ascii, bytes.count == 13, (bytes[..<2] + bytes[11...]).allSatisfy(CheckDigits.isLetter),
            CheckDigits.digit(bytes[10]) != nil, let expected = CheckDigits.parcel(bytes[2..<10])
        else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        if bytes[10] != expected {
            reading.remarks.append(.wrongCheckDigit(expected: text(expected), found: text(bytes[10])))
        }
        if let state = StateCode.alpha3(String(decoding: bytes[11...], as: UTF8.self)) { reading.states = [state] }
        return reading
    }

    /// Two to seven digits, two, and a check digit; the normal form has the hyphens.
    static func cas(_ form: TypedForm) -> Self {
        var reading = free(form)
        if reading.normal.hasPrefix("CAS") { reading.normal.removeFirst(3) }
        let digits = Array(reading.normal.utf8)
        guard (5...10).contains(digits.count), let expected = CheckDigits.cas(digits.dropLast()),
            CheckDigits.digit(digits[digits.count - 1]) != nil
        else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        let parts = [digits.dropLast(3), digits.dropLast().suffix(2), digits.suffix(1)]
        reading.normal = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        let found = digits[digits.count - 1]
        if found != expected {
            reading.remarks.append(.wrongCheckDigit(expected: text(expected), found: text(found)))
        }
        return reading
    }

    /// IATA (two signs) or ICAO (three letters) code of the airline, up to four digits without leading zeros, one letter.
    static func flight(_ form: TypedForm) -> Self {
        var reading = free(form)
        guard let bytes = form.ascii, let airline = airlineLength(bytes) else {
            reading.remarks.append(.unusualForm)
            return reading
        }
        let number = bytes[airline...].drop { $0 == UInt8(ascii: "0") }
        reading.normal = String(decoding: bytes[..<airline] + number, as: UTF8.self)
        return reading
    }

    static func airlineLength(_ bytes: [UInt8]) -> Int? {
        [3, 2].first { length in
            guard bytes.count > length, bytes.count <= length + 5 else { return false }
            let (code, rest) = (bytes[..<length], bytes[length...])
            let hasCode =
                length == 3
                ? code.allSatisfy(CheckDigits.isLetter)
                : code.contains(where: CheckDigits.isLetter)
                    && code.allSatisfy { CheckDigits.isLetter($0) || CheckDigits.digit($0) != nil }
            let digits = rest.prefix { CheckDigits.digit($0) != nil }
            return hasCode && (1...4).contains(digits.count) && rest.count - digits.count <= 1
                && rest.dropFirst(digits.count).allSatisfy(CheckDigits.isLetter)
        }
    }

    /// Two letters and eight digits, or the digits alone.
    static func tirCarnet(_ form: TypedForm) -> Self {
        var reading = free(form)
        let digits = form.digits.count
        let letters = form.signs.count - digits
        if digits != 8 || letters > 2 || !form.signs.dropFirst(letters).allSatisfy({ $0.value < 0x3A }) {
            reading.remarks.append(.unusualForm)
        }
        return reading
    }
}
