/// SHA-256 (FIPS 180-4) of a few bytes, for the check sums of wallets alone: this target knows no library, and what has to be
/// secret or fast is hashed elsewhere.
enum PlainSHA256 {
    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
        ]
        var padded = message + [0x80]
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
        for start in stride(from: 0, to: padded.count, by: 64) { mix(padded[start..<(start + 64)], into: &state) }
        return state.flatMap { word in
            stride(from: UInt32(24), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = [UInt32](repeating: 0, count: 64)
        for (place, byte) in block.enumerated() { words[place / 4] = words[place / 4] << 8 | UInt32(byte) }
        for place in 16..<64 {
            let (early, late) = (words[place - 15], words[place - 2])
            let low = turned(early, 7) ^ turned(early, 18) ^ early >> 3
            let high = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words[place] = words[place - 16] &+ low &+ words[place - 7] &+ high
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for place in 0..<64 {
            let choice = e & f ^ ~e & g
            let first =
                h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ constants[place] &+ words[place]
            let majority = a & b ^ a & c ^ b & c
            let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (place, value) in [a, b, c, d, e, f, g, h].enumerated() { state[place] &+= value }
    }

    private static func turned(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = {
        var primes: [UInt64] = []
        var next: UInt64 = 2
        while primes.count < 64 {
            if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
            next += 1
        }
        return primes.map { prime in
            // The whole root of prime · 2^96 is the root of prime times 2^32; its lower half is the fraction. Found bit by bit.
            var root: UInt64 = 0
            for bit in stride(from: UInt64(34), through: 0, by: -1) {
                let attempt = root | 1 << bit
                if isCube(attempt, atMost: prime) { root = attempt }
            }
            return UInt32(truncatingIfNeeded: root)
        }
    }()

    /// Whether root³ is at most prime · 2^96, for roots below 2^35.
    private static func isCube(_ root: UInt64, atMost prime: UInt64) -> Bool {
        let square = root.multipliedFullWidth(by: root)
        let low = square.low.multipliedFullWidth(by: root)
        let (middle, carry) = low.high.addingReportingOverflow(square.high &* root)
        // The cube is below 2^105: all of it above 2^64 is in `middle`.
        guard !carry else { return false }
        let limit = prime << 32
        return middle < limit || middle == limit && low.low == 0
    }
}

/// Keccak-256 as Ethereum uses it: with the padding of before FIPS 202. For messages below 136 bytes.
enum PlainKeccak256 {
    private static let rate = 136

    static func digest(_ message: [UInt8]) -> [UInt8] {
        precondition(message.count < rate)
        var block = message + [UInt8](repeating: 0, count: rate - message.count)
        block[message.count] ^= 0x01
        block[rate - 1] ^= 0x80
        var lanes = [UInt64](repeating: 0, count: 25)
        for (place, byte) in block.enumerated() { lanes[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8) }
        for round in 0..<24 { permute(&lanes, round) }
        return (0..<32).map { UInt8(truncatingIfNeeded: lanes[$0 / 8] >> UInt64($0 % 8 * 8)) }
    }

    private static func permute(_ lanes: inout [UInt64], _ round: Int) {
        let columns = (0..<5).map { x in (0..<5).reduce(UInt64(0)) { $0 ^ lanes[x + 5 * $1] } }
        for x in 0..<5 {
            let mixed = columns[(x + 4) % 5] ^ turned(columns[(x + 1) % 5], 1)
            for y in 0..<5 { lanes[x + 5 * y] ^= mixed }
        }
        var (x, y) = (1, 0)
        var carried = lanes[1]
        for step in 0..<24 {
            (x, y) = (y, (2 * x + 3 * y) % 5)
            let here = lanes[x + 5 * y]
            lanes[x + 5 * y] = turned(carried, UInt64((step + 1) * (step + 2) / 2 % 64))
            carried = here
        }
        for y in 0..<5 {
            let row = Array(lanes[(5 * y)..<(5 * y + 5)])
            for x in 0..<5 { lanes[5 * y + x] = row[x] ^ ~row[(x + 1) % 5] & row[(x + 2) % 5] }
        }
        lanes[0] ^= constants[round]
    }

    private static func turned(_ word: UInt64, _ by: UInt64) -> UInt64 {
        by == 0 ? word : word << by | word >> (64 - by)
    }

    /// From the shift register that the standard gives: x⁸ + x⁶ + x⁵ + x⁴ + 1.
    private static let constants: [UInt64] = {
        var register: UInt8 = 1
        return (0..<24).map { _ in
            var constant: UInt64 = 0
            for power in 0..<7 {
                if register & 1 == 1 { constant |= 1 << (UInt64(1) << UInt64(power) - 1) }
                register = register & 0x80 == 0 ? register << 1 : register << 1 ^ 0x71
            }
            return constant
        }
    }()
}
