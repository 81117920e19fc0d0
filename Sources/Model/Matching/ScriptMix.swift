/// Letters of two scripts in one word: nearly always a slip of the keyboard, now and then a disguise.
///
/// Nothing is changed by it; a badge beside the name says which letters they are.
package struct ScriptMix: Hashable, Sendable {
    /// The script that the rest of the word is in.
    package let main: Script
    /// In the order of the text.
    package let odd: [OddLetter]

    /// The letters that do not belong to their words; nil where every word is of one script.
    ///
    /// A word is a run without blanks, so that a plate or a number is one word. Parts of a compound that hyphens and slashes
    /// join are words of their own ("USB-кабель").
    package static func remark(_ text: String) -> ScriptMix? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
        var odd: [OddLetter] = []
        var main: Script?
        var word: [(letter: Unicode.Scalar, script: Script, place: Int)] = []
        func close() {
            defer { word.removeAll(keepingCapacity: true) }
            guard let first = word.first, word.contains(where: { $0.script != first.script }) else { return }
            let own = mainScript(word.map { ($0.letter, $0.script) })
            main = main ?? own
            odd += word.filter { $0.script != own }.map { letter, script, place in
                OddLetter(letter: letter, script: script, looksLike: looksLike(letter, in: own), place: place)
            }
        }
        for (place, character) in text.enumerated() {
            guard let scalar = character.unicodeScalars.first else { continue }
            if let script = Script(scalar) {
                // Chinese stands beside Latin letters in plates and names as a matter of course.
                if script != .han { word.append((scalar, script, place)) }
            } else if separates(scalar) {
                close()
            }
        }
        close()
        return main.map { ScriptMix(main: $0, odd: odd) }
    }

    /// What a letter would be in another script, going by its looks.
    static func looksLike(_ letter: Unicode.Scalar, in script: Script) -> Unicode.Scalar? {
        switch script {
        case .latin: LookAlike.latin(letter)
        case .cyrillic: LookAlike.cyrillic(letter)
        default: nil
        }
    }

    /// The script of most letters that have no double; where there are none, of most letters.
    private static func mainScript(_ letters: [(Unicode.Scalar, Script)]) -> Script {
        var counts: [Script: (sure: Int, all: Int)] = [:]
        for (letter, script) in letters {
            let isSure = LookAlike.latin(letter) == nil && LookAlike.cyrillic(letter) == nil
            counts[script, default: (0, 0)].all += 1
            if isSure { counts[script, default: (0, 0)].sure += 1 }
        }
        let order = Script.allCases
        return order.max { a, b in
            let (left, right) = (counts[a] ?? (0, 0), counts[b] ?? (0, 0))
            return (left.sure, left.all) < (right.sure, right.all)
        } ?? .latin
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2C, 0x2D, 0x2F, 0x3A, 0x3B, 0x28, 0x29, 0x2010...0x2015, 0x2000...0x200A,
            0x202F, 0x3000:
            true
        default: false
        }
    }
}
