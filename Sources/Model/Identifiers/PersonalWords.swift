/// Whether a text speaks of a person in a way that may say who it is: such words lie in payloads, which can be erased.
///
/// It is meant to find too much rather than too little: what it finds is not lost, it lies with the message itself.
package enum PersonalWords {
    /// Of a text beyond `IdentifierFinder.sizeLimit`, yes: nobody has looked at all of it.
    ///
    /// - Parameter found: the identifiers of the text, where somebody has looked for them already.
    package static func occur(in text: String, among found: [IdentifierFinder.Found]? = nil) -> Bool {
        guard !text.isEmpty else { return false }
        guard text.utf8.count <= IdentifierFinder.sizeLimit else { return true }
        if text.mayHaveHan, hanSigns.contains(where: { text.contains($0) }) { return true }
        let identifiers = found ?? IdentifierFinder.find(in: text)
        if identifiers.contains(where: { $0.identifier.kind.isPersonal }) { return true }
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

    /// The text with the kind of each number of a living person in its place: "тел [phone]".
    package static func masked(_ text: String) -> String {
        let found = IdentifierFinder.find(in: text).filter { $0.identifier.kind.isPersonal }
        var open = ""
        var at = text.startIndex
        for item in found where item.range.lowerBound >= at {
            open += text[at..<item.range.lowerBound] + "[\(item.identifier.kind.rawValue)]"
            at = item.range.upperBound
        }
        return open + text[at...]
    }

    /// What of a text may stand in the open: all of it, or all but the numbers; nil where it may name somebody.
    package static func open(_ text: String) -> String? {
        guard occur(in: text) else { return text }
        let masked = masked(text)
        guard masked != text, masked.utf8.count <= IdentifierFinder.sizeLimit else { return nil }
        return names(in: masked) ? nil : masked
    }

    /// Whether a text may name somebody; that somebody drives or has a passport does not.
    private static func names(in text: String) -> Bool {
        if text.mayHaveHan, hanNames.contains(where: { text.contains($0) }) { return true }
        let words = words(of: text)
        for (place, word) in words.enumerated() {
            if whole.contains(word.folded) || word.isCapital && isPatronymic(word.folded) || word.isInitial {
                return true
            }
            guard isName(word) else { continue }
            if isSurname(word.folded) || place > 0 && stems.occur(in: words[place - 1].folded, leaving: 0...4) {
                return true
            }
            if place > 0, isName(words[place - 1]), !words[place - 1].folded.isEmpty { return true }
        }
        return false
    }

    private struct Word {
        var folded = ""
        var isCapital = false
        /// In letters, and the signs between them.
        var count = 0
        /// One capital letter with a point behind it.
        var isInitial = false
    }

    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        var word = Word()
        var folded: [Unicode.Scalar] = []
        func end(_ mark: Unicode.Scalar?) {
            guard word.count > 0 else { return }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: folded)
            word.folded = String(view)
            word.isInitial = word.count == 1 && word.isCapital && mark == "."
            words.append(word)
            word = Word()
            folded.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if scalar.isLetterQuickly || word.count > 0 && joins(scalar) {
                if word.count == 0 { word.isCapital = !scalar.isSmallQuickly && scalar.properties.isUppercase }
                SearchFolding.append(scalar, to: &folded)
                if !isMark(scalar) { word.count += 1 }
            } else if !isMark(scalar) {
                end(scalar)
                // A name does not go over the end of a line or of a clause.
                if isEnd(scalar) { words.append(Word()) }
            }
        }
        end(nil)
        return words
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "-" || isMark(scalar)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x0300...0x036F).contains(scalar.value) }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", ":", "(", ")", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    private static func isName(_ word: Word) -> Bool { word.isCapital && word.count >= 3 }

    private static func isSurname(_ folded: String) -> Bool {
        folded.unicodeScalars.count >= 5 && surnames.occur(in: folded)
    }

    private static func isPatronymic(_ folded: String) -> Bool {
        folded.unicodeScalars.count >= 6 && patronymics.occur(in: folded)
    }

    private static func tells(_ folded: String) -> Bool {
        !folded.isEmpty && (whole.contains(folded) || stems.occur(in: folded, leaving: 0...4))
    }

    private static let whole: Set<String> = [
        "born", "dob", "mr", "mrs", "ms", "aged", "named", "alias", "nickname", "surname", "informant", "гр", "фио",
        "кличка", "прозвищу", "имени", "зовут", "агент", "осведомитель", "источник", "источника", "осведомителя",
    ]
    private static let stems = WordEdges(
        .beginning,
        [
            "driver", "passport", "citizen", "водител", "рожден", "паспорт", "граждан", "урожен", "жител", "фамили",
            "подозреваем",
        ])
    private static let surnames = WordEdges(
        .ending,
        [
            "ov", "ev", "ova", "eva", "iev", "zoda", "zade", "shvili", "dze", "yan", "ов", "ев", "ова", "ева", "зода",
            "заде",
            "швили", "ян", "енко", "enko", "ского", "скии", "skiy", "ина", "ин", "ову", "еву", "овым", "евым", "ова",
            "ева",
        ])
    private static let patronymics = WordEdges(
        .ending,
        [
            "ovich", "evich", "ovna", "evna", "ович", "евич", "овна", "евна", "овича", "евича", "овны", "евны", "оглы",
            "кызы", "угли", "ogly", "oglu", "qizi",
        ])
    /// Behind these stands a name.
    private static let hanNames = ["姓名", "线人", "嫌疑人", "嫌犯", "名叫"]
    private static let hanSigns = [
        "司机", "驾驶员", "姓名", "公民", "嫌疑人", "嫌犯", "出生", "身份证", "护照", "线人", "男子", "女子",
    ]
}
