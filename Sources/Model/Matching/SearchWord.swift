/// A word that is searched for in plain text, with its spellings in the other script: one pass over the text for all of them.
struct SearchWord: Equatable, Sendable {
    /// Folded, as UTF-8; the word as it was typed is the first.
    let forms: [[UInt8]]
    /// For each byte whether a form begins with it.
    private let isFirst: [Bool]
    /// Whether a form counts only where a word begins: names are short, and parts of many words.
    private let beginsWords: Bool

    /// - Parameter crossesScripts: whether other spellings count; for codes they do not.
    init(_ typed: String, crossesScripts: Bool = true) {
        forms =
            [SearchFolding.bytes(typed)]
            + (crossesScripts
                ? Transliteration.searchForms(of: typed) + GivenName.spellings(of: typed).map { Array($0.utf8) } : [])
        isFirst = SearchWord.firsts(of: forms)
        beginsWords = false
    }

    /// The other names of a place, each once and without those that the name itself finds; of those that begin alike the shortest.
    init(names: [String], of name: String) {
        let own = SearchFolding.bytes(name)
        var kept: [[UInt8]] = []
        for form in names.map({ SearchFolding.bytes($0) }).sorted(by: { $0.count < $1.count })
        where form.count >= 3 && !form.starts(with: own) && !kept.contains(where: { form.starts(with: $0) }) {
            kept.append(form)
        }
        forms = kept
        isFirst = SearchWord.firsts(of: forms)
        beginsWords = true
    }

    private static func firsts(of forms: [[UInt8]]) -> [Bool] {
        var isFirst = [Bool](repeating: false, count: 256)
        for form in forms { if let byte = form.first { isFirst[Int(byte)] = true } }
        return isFirst
    }

    /// The spellings in the other script, for showing them where they were found.
    var otherTexts: [String] { forms.dropFirst().map { String(decoding: $0, as: UTF8.self) } }

    /// Whether one of the forms occurs in a folded text. A word of nothing occurs everywhere.
    func occurs(in text: [UInt8]) -> Bool {
        guard forms.count > 1 || beginsWords else { return forms.first.map { SearchWord.occurs($0, in: text) } ?? true }
        return text.withUnsafeBufferPointer { bytes in
            isFirst.withUnsafeBufferPointer { isFirst in
                for start in bytes.indices where isFirst[Int(bytes[start])] {
                    if beginsWords, start > 0, !SearchWord.isBreak(bytes[start - 1], before: bytes[start]) { continue }
                    for form in forms where SearchWord.begins(form, at: start, in: bytes) { return true }
                }
                return false
            }
        }
    }

    /// Whether a word may begin between two bytes of UTF-8. Chinese, whose signs begin with E3 to E9, has no breaks.
    private static func isBreak(_ byte: UInt8, before next: UInt8) -> Bool {
        if (0xE3...0xE9).contains(next) { return true }
        let isLetterOrDigit = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
        return !isLetterOrDigit
    }

    private static func begins(_ form: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start + form.count <= bytes.count else { return false }
        var place = 0
        while place < form.count, bytes[start + place] == form[place] { place += 1 }
        return place == form.count
    }

    private static func occurs(_ wanted: [UInt8], in text: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        return text.withUnsafeBufferPointer { bytes in
            bytes.indices.contains { bytes[$0] == first && begins(wanted, at: $0, in: bytes) }
        }
    }
}
