/// The words of a place's name by what they sound like, so that "Oksbay, Bukhara" and "Бухара, Оксбай" have the same.
package struct PlaceWords: Hashable, Sendable {
    /// A key for each word that tells something (`ScriptKey`), in the order of the text, no more than `limit` of them.
    package let keys: [UInt64]

    static let limit = 8

    /// Words for a kind of place, which one source writes and another leaves out.
    private static let fillers: Set<String> = [
        "city", "town", "village", "district", "region", "province", "oblast", "rayon", "raion", "viloyat", "area",
        "settlement", "of",
        "the", "near", "in", "at", "and", "street", "str", "ul", "г", "гор", "город", "село", "с", "п", "пос",
        "поселок", "область",
        "обл", "район", "р-н", "край", "республика", "republic", "на", "в", "у", "около", "близ", "не", "n/a",
        "unknown",
    ]

    package init(_ text: String?) {
        guard let text else {
            keys = []
            return
        }
        var words: [Substring] = []
        for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "‘") })
        where !word.allSatisfy(\.isNumber) && !PlaceWords.fillers.contains(word.lowercased()) {
            words.append(word)
            if words.count == PlaceWords.limit { break }
        }
        var keys: [UInt64] = []
        ScriptKey.forEach(of: words) { if let key = $0?.first { keys.append(key) } }
        self.keys = keys
    }

    /// One number for the whole name, whatever the order of its words; nil where there is none.
    var whole: UInt64? {
        keys.isEmpty ? nil : keys.reduce(0) { $0 &+ Mark.hash($1) }
    }
}
