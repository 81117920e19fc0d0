/// SipHash-2-4, a keyed function of short texts: without the key nobody can tell which text gave a value.
///
/// Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012.
package struct SipHash: Sendable {
    private let first: UInt64
    private let second: UInt64

    /// - Parameter key: its first 16 bytes count, in little-endian order; missing ones are 0.
    package init(key: [UInt8]) {
        first = SipHash.word(key[...])
        second = SipHash.word(key.dropFirst(8))
    }

    package func callAsFunction(_ bytes: [UInt8]) -> UInt64 {
        var state = State(first, second)
        var rest = bytes[...]
        while rest.count >= 8 {
            state.absorb(SipHash.word(rest))
            rest = rest.dropFirst(8)
        }
        state.absorb(SipHash.word(rest) | UInt64(bytes.count & 0xFF) << 56)
        return state.finished()
    }

    /// Up to eight bytes, the first one lowest.
    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private struct State {
        var a: UInt64, b: UInt64, c: UInt64, d: UInt64

        init(_ first: UInt64, _ second: UInt64) {
            a = first ^ 0x736f_6d65_7073_6575
            b = second ^ 0x646f_7261_6e64_6f6d
            c = first ^ 0x6c79_6765_6e65_7261
            d = second ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            d ^= word
            for _ in 0..<2 { turn() }
            a ^= word
        }

        mutating func finished() -> UInt64 {
            c ^= 0xFF
            for _ in 0..<4 { turn() }
            return a ^ b ^ c ^ d
        }

        private mutating func turn() {
            a = a &+ b
            b = a ^ (b << 13 | b >> 51)
            a = a << 32 | a >> 32
            c = c &+ d
            d = c ^ (d << 16 | d >> 48)
            a = a &+ d
            d = a ^ (d << 21 | d >> 43)
            c = c &+ b
            b = c ^ (b << 17 | b >> 47)
            c = c << 32 | c >> 32
        }
    }
}
