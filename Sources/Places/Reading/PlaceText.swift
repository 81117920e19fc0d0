/// A text about a place, taken apart: parts that commas divide, each with its words and what they call it.
struct PlaceText {
    struct Word: Hashable {
        let text: String
        /// Folded; holds a blank where the word has a hyphen.
        let key: String
        /// Names begin with a capital letter, or with a figure.
        let isCommon: Bool
    }

    struct Part {
        let words: [Word]
        let role: PlaceWords.Role
        /// The words without those that only say what it is.
        let names: [Word]

        var text: String { words.map(\.text).joined(separator: " ") }
        var hasName: Bool { names.contains { !$0.isCommon && $0.key.contains { $0.isLetter } } }
    }

    let parts: [Part]

    /// In characters; more than that is no name of a place.
    static let longest = 400

    init(_ text: String) {
        var shortened = text.prefix(PlaceText.longest).map { $0.isWhitespace ? " " : String($0) }.joined()
        for (short, long) in PlaceWords.whole {
            for form in [short, short.uppercased()] where shortened.contains(form) {
                shortened = shortened.replacing(form, with: " \(long) ")
            }
        }
        shortened = PlaceText.divided(shortened)
        let separators: Set<Character> = [",", ";", "/", "(", ")", "[", "]", "\"", "«", "»", "“", "”", ":", "|"]
        var parts: [Part] = []
        var said: [Word] = []
        for piece in shortened.split(whereSeparator: { separators.contains($0) }) {
            guard let part = PlaceText.part(String(piece), after: said) else { continue }
            // In «КПП "Кордай"» the name follows what it is.
            let isOnlySaid = part.words.allSatisfy { PlaceWords.role($0.key) != nil || PlaceWords.isNoise($0.key) }
            said = isOnlySaid && part.words.contains { PlaceWords.role($0.key) != nil } ? part.words : []
            if said.isEmpty || part.words.contains(where: { !$0.isCommon && PlaceWords.role($0.key) == nil }) {
                parts.append(part)
            }
        }
        if parts.isEmpty, let part = PlaceText.part(shortened, after: []) { parts = [part] }
        self.parts = parts
    }

    /// Of a bank, the place that it is opposite to is a part of its own: "bank of the Panj opposite Ishkashim".
    private static func divided(_ text: String) -> String {
        let words = text.split(separator: " ")
        let keys = words.map { String(decoding: PlaceKey.fold(String($0)), as: UTF8.self) }
        guard keys.contains(where: { PlaceWords.role($0) == .river }) else { return text }
        return zip(words, keys).map { word, key in PlaceWords.beside.contains(key) ? "," : String(word) }
            .joined(separator: " ")
    }

    /// - Parameter before: words of the part before it that only said what follows.
    private static func part(_ text: String, after before: [Word]) -> Part? {
        let words = text.split(separator: " ").flatMap { pieces(of: String($0)) }.compactMap { piece -> Word? in
            let key = String(decoding: PlaceKey.fold(piece), as: UTF8.self)
            guard !key.isEmpty else { return nil }
            return Word(text: piece, key: key, isCommon: piece.first?.isLowercase ?? true)
        }
        guard !words.isEmpty else { return nil }
        let said = (before + words).compactMap { PlaceWords.role($0.key) }
        // A name is left where everything is a word of the trade: “Port”, “Gorod”.
        let names = words.filter { PlaceWords.role($0.key) == nil && !PlaceWords.isNoise($0.key) }
        let role = said.contains(.region) && !said.contains(.town) ? .region : said.max() ?? .none
        return Part(words: words, role: said.contains(.river) ? .river : role, names: names.isEmpty ? words : names)
    }

    /// `г.Вологда` is two words, `С.-Петербург` and `St.` are one.
    private static func pieces(of word: String) -> [String] {
        guard word.contains("."), !word.contains(".-") else { return [word] }
        let pieces = word.split(separator: ".").map(String.init)
        let isCut = pieces.dropLast().allSatisfy {
            PlaceWords.role(String(decoding: PlaceKey.fold($0), as: UTF8.self)) != nil
        }
        return isCut ? pieces : [word]
    }
}
