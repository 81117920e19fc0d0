/// Whether a text speaks of a person in a way that may say who it is: such words lie in payloads, which can be erased.
///
/// It is meant to find too much rather than too little: what it finds is not lost, it lies with the message itself.
package enum PersonalWords {
    /// Of a text beyond `IdentifierFinder.sizeLimit`, yes: nobody has looked at all of it.
    package static func occur(in text: String) -> Bool {
        guard !text.isEmpty else { return false }
        guard text.utf8.count <= IdentifierFinder.sizeLimit else { return true }
        if hanSigns.contains(where: { text.contains($0) }) { return true }
        if IdentifierFinder.find(in: text).contains(where: { $0.identifier.kind.isPersonal }) { return true }
        let words = words(of: text)
        for (place, word) in words.enumerated() {
            if tells(word.folded) || word.isCapital && isPatronymic(word.folded) { return true }
            guard place + 1 < words.count else { continue }
            let next = words[place + 1]
            // "Karimov R.", "Р. Каримов"
            if isName(word), next.isInitial || isName(next),
                word.isInitial || isName(word) && isSurname(next.folded)
                    || next.isInitial
            {
                return true
            }
            if word.isInitial, isName(next) { return true }
        }
        return false
    }

    private struct Word {
        let folded: String
        let isCapital: Bool
        let count: Int
        /// One capital letter with a point behind it.
        let isInitial: Bool
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word = ""
        func end(_ mark: Character?) {
            guard let first = word.first else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: SearchFolding.fold(word))
            words.append(
                Word(
                    folded: String(view), isCapital: first.isUppercase, count: word.count,
                    isInitial: word.count == 1 && first.isUppercase && mark == "."))
            word = ""
        }
        for character in text {
            if character.isLetter || !word.isEmpty && "'’-".contains(character) {
                word.append(character)
            } else {
                end(character)
                // A name does not go over the end of a line or of a clause.
                if character.isNewline || ",;:()".contains(character) {
                    words.append(Word(folded: "", isCapital: false, count: 0, isInitial: false))
                }
            }
        }
        end(nil)
        return words
    }

    private static func isName(_ word: Word) -> Bool { word.isCapital && word.count >= 3 }

    private static func isSurname(_ folded: String) -> Bool {
        folded.count >= 5 && surnames.contains { folded.hasSuffix($0) }
    }

    private static func isPatronymic(_ folded: String) -> Bool {
        folded.count >= 6 && patronymics.contains { folded.hasSuffix($0) }
    }

    private static func tells(_ folded: String) -> Bool {
        whole.contains(folded) || stems.contains { folded.hasPrefix($0) && folded.count - $0.count <= 4 }
    }

    private static let whole: Set<String> = [
        "born", "dob", "mr", "mrs", "ms", "aged", "named", "alias", "nickname", "surname", "informant", "гр", "фио",
        "кличка", "прозвищу", "имени", "зовут", "агент", "осведомитель", "источник", "источника", "осведомителя",
    ]
    private static let stems = [
        "driver", "passport", "citizen", "водител", "рожден", "паспорт", "граждан", "урожен", "жител", "фамили",
        "подозреваем",
    ]
    private static let surnames = [
        "ov", "ev", "ova", "eva", "iev", "zoda", "zade", "shvili", "dze", "yan", "ов", "ев", "ова", "ева", "зода",
        "заде",
        "швили", "ян", "енко", "enko", "ского", "скии", "skiy", "ина", "ин", "ову", "еву", "овым", "евым", "ова", "ева",
    ]
    private static let patronymics = [
        "ovich", "evich", "ovna", "evna", "ович", "евич", "овна", "евна", "овича", "евича", "овны", "евны", "оглы",
        "кызы", "угли", "ogly", "oglu", "qizi",
    ]
    private static let hanSigns = [
        "司机", "驾驶员", "姓名", "公民", "嫌疑人", "嫌犯", "出生", "身份证", "护照", "线人", "男子", "女子",
    ]
}
