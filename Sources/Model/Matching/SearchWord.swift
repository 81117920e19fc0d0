/// A word that is searched for in plain text, with its spellings in the other script: one pass over the text for all of them.
struct SearchWord: Equatable, Sendable {
    /// Folded, as UTF-8; the word as it was typed is the first.
    let forms: [[UInt8]]
    /// For each byte whether a form begins with it.
    private let isFirst: [Bool]

    /// - Parameter crossesScripts: whether other spellings count; for codes they do not.
    init(_ typed: String, crossesScripts: Bool = true) {
        forms =
            [SearchFolding.bytes(typed)]
            + (crossesScripts
                ? Transliteration.searchForms(of: typed) + GivenName.spellings(of: typed).map { Array($0.utf8) } : [])
        var isFirst = [Bool](repeating: false, count: 256)
        for form in forms { if let byte = form.first { isFirst[Int(byte)] = true } }
        self.isFirst = isFirst
    }

    /// The spellings in the other script, for showing them where they were found.
    var otherTexts: [String] { forms.dropFirst().map { String(decoding: $0, as: UTF8.self) } }

    /// Whether one of the forms occurs in a folded text. A word of nothing occurs everywhere.
    func occurs(in text: [UInt8]) -> Bool {
        guard forms.count > 1 else { return forms.first.map { SearchWord.occurs($0, in: text) } ?? true }
        return text.withUnsafeBufferPointer { bytes in
            isFirst.withUnsafeBufferPointer { isFirst in
                for start in bytes.indices where isFirst[Int(bytes[start])] {
                    for form in forms where SearchWord.begins(form, at: start, in: bytes) { return true }
                }
                return false
            }
        }
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
