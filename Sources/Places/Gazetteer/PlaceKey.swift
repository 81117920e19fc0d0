import Model

/// How names of places are compared: the one function to exchange when a better folding is at hand.
enum PlaceKey {
    private static let blank = UInt8(ascii: " ")

    static func fold(_ text: String) -> [UInt8] {
        var key: [UInt8] = []
        append(Array(text.utf8)[...], to: &key)
        return key
    }

    /// Appends the key of a text of valid UTF-8: folded as search folds, without apostrophes and soft and hard signs;
    /// whatever divides words is one blank.
    static func append(_ text: ArraySlice<UInt8>, to key: inout [UInt8]) {
        let start = key.count
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            if byte < 0x80 {
                append(byte, to: &key, from: start)
                place += 1
                continue
            }
            let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard place + count <= text.endIndex else { break }
            var value = UInt32(byte) & (0x7F >> UInt32(count))
            for next in text[(place + 1)..<(place + count)] { value = value << 6 | UInt32(next & 0x3F) }
            place += count
            if let scalar = Unicode.Scalar(value) { append(scalar, to: &key, from: start) }
        }
        if key.count > start, key.last == blank { key.removeLast() }
    }

    private static func append(_ byte: UInt8, to key: inout [UInt8], from start: Int) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): key.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte + 0x20)
        case UInt8(ascii: "'"), UInt8(ascii: "`"): break
        default: if key.count > start, key.last != blank { key.append(blank) }
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout [UInt8], from start: Int) {
        switch scalar {
        // Cyrillic letters are what most of the tables are made of.
        case "а"..."щ", "ы", "э"..."я": append(letter: scalar, to: &key)
        case "ь", "ъ", "Ь", "Ъ": break
        default:
            guard let folded = SearchFolding.fold(dotless[scalar] ?? scalar) else {
                if scalar.value == 0x0306 { shorten(&key, from: start) }
                return
            }
            if folded.value < 0x80 {
                append(UInt8(folded.value), to: &key, from: start)
            } else if folded == "ь" || folded == "ъ" {
                return
            } else if folded.properties.isAlphabetic {
                append(letter: folded, to: &key)
            } else {
                append(blank, to: &key, from: start)
            }
        }
    }

    /// A breve behind `и` makes `й` of it.
    private static func shorten(_ key: inout [UInt8], from start: Int) {
        if key.count >= start + 2, key.suffix(2).elementsEqual("и".utf8) {
            key.removeLast(2)
            key.append(contentsOf: "й".utf8)
        }
    }

    private static func append(letter: Unicode.Scalar, to key: inout [UInt8]) {
        key.append(contentsOf: UTF8.encode(letter) ?? UTF8.EncodedScalar())
    }

    /// Latin letters with a dot or a line under them, as names of Iran and Afghanistan are written.
    private static let dotless: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(Unicode.Scalar, String)] = [
            ("d", "ḌḍḎḏ"), ("h", "ḤḥḨḩ"), ("k", "ḲḳḴḵ"), ("l", "ḶḷḺḻ"), ("n", "ṆṇṈṉ"), ("r", "ṚṛṞṟ"), ("s", "ṢṣṠṡ"),
            ("t", "ṬṭṮṯ"), ("z", "ẒẓẔẕ"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, others) in pairs {
            for other in others.unicodeScalars { table[other] = letter }
        }
        return table
    }()
}
