extension VerifierKey {
    /// False for the keys under which signatures hold that nobody had to make: the points of small order, in all their spellings,
    /// and with them the key of zeros. To be asked before a key is enrolled.
    ///
    /// The list is y of the points of order 1, 2, 4 and 8, and the two spellings that are not reduced: Chalkias, Garillot and
    /// Nikolaenko, “Taming the Many EdDSAs” (2020). The tests forge a signature under each.
    package var isSafe: Bool {
        guard publicKey.count == 32 else { return false }
        // The top bit is the sign of x; it changes nothing here.
        var y = publicKey
        y[31] &= 0x7F
        return !VerifierKey.smallOrder.contains(y)
    }

    private static let smallOrder: Set<[UInt8]> = {
        let zero = [UInt8](repeating: 0, count: 32)
        var one = zero
        one[0] = 1
        // 2^255 - 19, and its neighbours.
        func nearModulus(_ low: UInt8) -> [UInt8] { [low] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] }
        let orderEight: [UInt8] = [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5, 0xDF,
            0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ]
        // The other y of order eight is the modulus less this one.
        var otherOrderEight = zero
        var borrow = 0
        for (n, (from, less)) in zip(nearModulus(0xED), orderEight).enumerated() {
            let difference = Int(from) - Int(less) - borrow
            borrow = difference < 0 ? 1 : 0
            otherOrderEight[n] = UInt8(truncatingIfNeeded: difference)
        }
        return [
            zero, one, orderEight, otherOrderEight, nearModulus(0xEC), nearModulus(0xED), nearModulus(0xEE),
        ]
    }()
}
