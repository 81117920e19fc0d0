/// Damages messages as chance will have it, with what is apt to be read wrongly; the same seed gives the same damage.
package struct MessageMutation {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    private static let pieces: [[UInt8]] =
        [
            "<", ">", "&", "\"", "'", "]]>", "<![CDATA[", "<!--", "-->", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&#x41;",
            "&#0;",
            "&amp;", "<?xml version='1.0'?>", "xmlns=''", "xmlns:x='y'", "</alert>", "<info>", "</info>", ":", "：",
            "\r", "\r\n",
            "> ", "END\n", "CARICC MESSAGE 1\n", "TEXT:\n", "KIND:", ".", "|", "\t", "99999999999999999999", "-",
            "+14:01", "Z", "%",
            "=", "e\u{301}", "\u{202E}", "\u{FEFF}", "{", "}", "[", "\\u0000", ",", ";", "0",
        ].map { Array($0.utf8) } + [
            [0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF], [0x1B], [0x80],
        ]

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func below(_ count: Int) -> Int { count <= 0 ? 0 : Int(next() % UInt64(count)) }

    /// One to six changes: a bit, a piece put in, a range left out, doubled, or taken from another message.
    package mutating func mutated(_ message: [UInt8], among others: [[UInt8]]) -> [UInt8] {
        var bytes = message
        for _ in 0...below(6) {
            let place = below(bytes.count + 1)
            let end = min(bytes.count, place + below(60))
            switch below(6) {
            case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
            case 1, 2: bytes.insert(contentsOf: MessageMutation.pieces[below(MessageMutation.pieces.count)], at: place)
            case 3: bytes.removeSubrange(place..<end)
            case 4: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
            default:
                let other = others[below(others.count)]
                let start = below(other.count)
                bytes.insert(contentsOf: other[start..<min(other.count, start + below(200))], at: place)
            }
        }
        return bytes
    }
}
