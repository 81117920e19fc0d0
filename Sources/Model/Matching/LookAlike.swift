/// Letters that no eye tells apart across Latin, Cyrillic and Greek.
///
/// From the Unicode Consortium's `confusables.txt` 17.0 (Unicode License v3), restricted to letters of the scripts that
/// messages of the region come in, plus four capitals whose Unicode prototype is small (І, Ι, Ӏ as I; Ү as Y).
package enum LookAlike {
    /// The Latin letter of the same case that a Cyrillic or Greek one looks like; nil where there is none.
    package static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x370..<0x530).contains(scalar.value) else { return nil }
        let byte = toLatin[Int(scalar.value - 0x370)]
        return byte == 0 ? nil : Unicode.Scalar(byte)
    }

    /// The Cyrillic letter that a Latin one looks like.
    package static func cyrillic(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.value < 0x80 else { return latin(scalar).flatMap(cyrillic) }
        return toCyrillic[Int(scalar.value)]
    }

    private static let cyrillicPairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("А", "A"), ("В", "B"), ("Е", "E"), ("К", "K"), ("М", "M"), ("Н", "H"), ("О", "O"), ("Р", "P"), ("С", "C"),
        ("Т", "T"), ("У", "Y"), ("Х", "X"), ("І", "I"), ("Ј", "J"), ("Ѕ", "S"), ("Ү", "Y"), ("Ӏ", "I"), ("Ԛ", "Q"),
        ("Ԝ", "W"), ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"),
        ("ј", "j"), ("ѕ", "s"), ("һ", "h"), ("ү", "y"), ("ԁ", "d"), ("ԛ", "q"), ("ԝ", "w"), ("к", "k"), ("м", "m"),
        ("т", "t"),
    ]

    private static let greekPairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("Α", "A"), ("Β", "B"), ("Ε", "E"), ("Ζ", "Z"), ("Η", "H"), ("Ι", "I"), ("Κ", "K"), ("Μ", "M"), ("Ν", "N"),
        ("Ο", "O"), ("Ρ", "P"), ("Τ", "T"), ("Υ", "Y"), ("Χ", "X"), ("Ϲ", "C"), ("Ϳ", "J"), ("α", "a"), ("ι", "i"),
        ("κ", "k"), ("ν", "v"), ("ο", "o"), ("ρ", "p"), ("υ", "u"), ("χ", "x"), ("γ", "y"), ("ϲ", "c"), ("ϳ", "j"),
    ]

    private static let toLatin: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x530 - 0x370)
        for (letter, latin) in cyrillicPairs + greekPairs { table[Int(letter.value - 0x370)] = UInt8(latin.value) }
        return table
    }()

    private static let toCyrillic: [Unicode.Scalar?] = {
        var table = [Unicode.Scalar?](repeating: nil, count: 0x80)
        for (letter, latin) in cyrillicPairs.reversed() { table[Int(latin.value)] = letter }
        return table
    }()
}
