/// What was typed, down to capitals and digits: no separators, look-alike letters as their Latin doubles, full-width and
/// Arabic digits as ASCII. Remembers which letters it read as others.
struct TypedForm {
    private(set) var signs: [Unicode.Scalar] = []
    private(set) var folded: [OddLetter] = []

    /// - Parameter keepsCase: for numbers in which `a` is not `A`, such as addresses in base 58.
    init(_ typed: String, keepsCase: Bool = false) {
        signs.reserveCapacity(typed.utf8.count)
        for (place, character) in typed.enumerated() {
            for scalar in character.unicodeScalars {
                guard var sign = TypedForm.plain(scalar) else { continue }
                if !keepsCase { sign = TypedForm.capital(sign) }
                guard let double = LookAlike.latin(sign) else {
                    signs.append(sign)
                    continue
                }
                signs.append(double)
                let script = Script(scalar) ?? .other
                folded.append(OddLetter(letter: scalar, script: script, looksLike: double, place: place))
            }
        }
    }

    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: signs)
        return String(view)
    }

    /// As bytes, where nothing but ASCII is left.
    var ascii: [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(signs.count)
        for sign in signs {
            guard sign.value < 0x80 else { return nil }
            bytes.append(UInt8(sign.value))
        }
        return bytes
    }

    var digits: [UInt8] { signs.filter { (0x30...0x39).contains($0.value) }.map { UInt8($0.value) } }
    var isNumber: Bool { !signs.isEmpty && signs.allSatisfy { (0x30...0x39).contains($0.value) } }

    /// Nil for separators and what has no width.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: scalar
        case 0x00...0x7F, 0xA0, 0xAD, 0xB7, 0x2000...0x206F, 0x2116, 0x2212, 0x3000...0x3003, 0x30FB, 0xFEFF: nil
        case 0x0300...0x036F: nil
        case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
        case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0)
        case 0xFF01...0xFF5E: nil
        default: scalar
        }
    }

    private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x61...0x7A, 0x430...0x44F: return Unicode.Scalar(scalar.value - 0x20) ?? scalar
        case 0x00...0x7F, 0x410...0x42F, 0x620...0x6FF, 0x3400...0x9FFF: return scalar
        default:
            let upper = scalar.properties.uppercaseMapping.unicodeScalars
            return upper.count == 1 ? upper.first ?? scalar : scalar
        }
    }
}
