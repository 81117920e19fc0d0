/// Under which numbers a word is filed, so that it is found in whichever script and transliteration somebody typed it.
///
/// Two spellings of one name share at least one key; two names that share one are only candidates, which `NameLikeness`
/// judges. A key is made of the consonants in their order, five bits each, the first twelve, with a sign in front for a
/// vowel at the beginning; digits count. Doubled letters, vowels, soft and hard signs and y-glides do not.
package enum ScriptKey {
    /// One key, or two where a letter has two readings (j, c and x in Latin; г and сх in Cyrillic).
    package struct Keys: Hashable, Sendable {
        package let first: UInt64
        package let second: UInt64?

        package func overlap(_ other: Keys) -> Bool {
            first == other.first || first == other.second
                || second != nil && (second == other.first || second == other.second)
        }
    }

    /// Nil for a word without letters and digits.
    package static func keys(of word: some StringProtocol) -> Keys? {
        let reading = SoundReading(word)
        return keys(reading.heard).map { withDoubles(word, $0) }
    }

    /// Keys of many words one after the other, without asking for memory for each.
    package static func forEach(of words: some Sequence<some StringProtocol>, _ body: (Keys?) -> Void) {
        var reading = SoundReading("")
        for word in words {
            reading.read(word)
            body(keys(reading.heard).map { withDoubles(word, $0) })
        }
    }

    /// A word of nothing but look-alikes may have been meant in the other script: СОРОК typed as COPOK.
    private static func withDoubles(_ word: some StringProtocol, _ keys: Keys) -> Keys {
        var other = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            guard scalar.value < 0x80, let double = LookAlike.cyrillic(scalar), (0x410...0x44F).contains(double.value)
            else {
                return keys
            }
            other.append(double)
        }
        guard other.count > 2, let twin = self.keys(SoundReading(String(other)).heard), twin.first != keys.first else {
            return keys
        }
        return Keys(first: keys.first, second: twin.first)
    }

    private static func keys(_ heard: [SoundReading.Heard]) -> Keys? {
        var first = Packer()
        var second = Packer()
        var last = Sound.none
        for (place, piece) in heard.enumerated() {
            defer { last = piece.sound }
            if piece.sound.isVowel || piece.sound == .glide || piece.sound == .latinJ && place == 0 {
                if place == 0 {
                    first.add(piece.sound == .latinJ ? Packer.j : Packer.vowel)
                    second.add(Packer.vowel)
                }
                continue
            }
            if piece.sound == .gh || piece.sound == .g, last == .ng { continue }
            // "Абдулло" and "Abdulloh".
            if piece.sound == .h, place > 0, place == heard.count - 1 { continue }
            if piece.sound == .other {
                first.add(letter: piece.letter)
                second.add(letter: piece.letter)
                continue
            }
            // "Sergej": at the end behind a vowel j is й, hardly ever ж.
            if piece.sound == .latinJ, last.isVowel, place == heard.count - 1 {
                second.add(Packer.j)
                continue
            }
            let (usual, rare) = Packer.codes[Int(piece.sound.rawValue)]
            for code in usual { first.add(code) }
            for code in rare ?? usual { second.add(code) }
        }
        guard first.count > 0 else { return nil }
        return Keys(first: first.value, second: second.value == first.value ? nil : second.value)
    }

    private struct Packer {
        private(set) var value: UInt64 = 0
        private(set) var count = 0
        private var isMixed = false
        private var last: UInt64 = 0

        /// Twelve codes of five bits. What another script adds is hashed (FNV-1a), above the bits of the codes.
        mutating func add(_ code: UInt64) {
            // "с" and "ц" meet where one of them is written as the other; a run of one code is one.
            if code == last, code < Packer.digits { return }
            last = code
            count += 1
            if isMixed {
                mix(UInt32(code))
            } else if count <= 12 {
                value = value << 5 | code
            }
        }

        mutating func add(letter: UInt32) {
            isMixed = true
            count += 1
            mix(letter)
        }

        private mutating func mix(_ part: UInt32) {
            value = (value ^ UInt64(part)) &* 0x100_0000_01B3 | 1 << 63
        }

        static let vowel: UInt64 = 1
        static let j: UInt64 = 10
        static let digits: UInt64 = 20

        /// By sound: the usual codes, and the other ones that it may stand for.
        static let codes: [(usual: [UInt64], rare: [UInt64]?)] = {
            var table: [(usual: [UInt64], rare: [UInt64]?)] = Array(
                repeating: ([], nil), count: Int(Sound.other.rawValue) + 1)
            func set(_ sound: Sound, _ usual: [UInt64], _ rare: [UInt64]? = nil) {
                table[Int(sound.rawValue)] = (usual, rare)
            }
            set(.b, [2])
            set(.p, [3])
            set(.d, [4])
            set(.t, [5])
            set(.g, [6], [9])
            set(.gh, [6])
            set(.k, [8])
            set(.q, [8], [6])
            set(.h, [9])
            set(.j, [j])
            set(.c, [11])
            set(.sh, [12])
            set(.shch, [12])
            set(.s, [13])
            set(.ts, [13])
            set(.z, [14])
            set(.l, [15])
            set(.m, [16])
            set(.n, [17])
            set(.ng, [17])
            set(.r, [18])
            set(.v, [19])
            set(.f, [7])
            set(.skh, [13, 9], [12])
            set(.ks, [8, 13])
            set(.latinJ, [j], [])
            set(.latinC, [13], [j])
            set(.latinX, [9], [8, 13])
            for digit in 0..<10 {
                if let sound = Sound(rawValue: Sound.zero.rawValue + UInt8(digit)) {
                    set(sound, [digits + UInt64(digit)])
                }
            }
            return table
        }()
    }
}

/// What two spellings of a name of several words have in common.
package enum NameKey {
    /// The keys of its words, and of two or three of them written as one ("Ак-Суу", "Aksuu"); words of one letter are left
    /// out. Two spellings of a name share at least one.
    package static func keys(_ name: String) -> [ScriptKey.Keys] {
        let words = words(name)
        let own = words.compactMap { ScriptKey.keys(of: $0) }
        guard (2...3).contains(words.count), let joined = ScriptKey.keys(of: words.joined()) else { return own }
        return own + [joined]
    }

    /// The first keys of its words in rising order as text, whatever order they stand in: the same for two spellings of all
    /// of them.
    package static func text(_ name: String) -> String {
        words(name).compactMap { ScriptKey.keys(of: $0)?.first }.sorted().map { String($0, radix: 36) }
            .joined(separator: " ")
    }

    static func words(_ name: String) -> [Substring] {
        let words = name.split { character in
            guard let scalar = character.unicodeScalars.first else { return true }
            return Script(scalar) == nil && !SoundTable.isApostrophe(scalar) && !("0"..."9").contains(scalar)
        }
        let long = words.filter { $0.count > 1 }
        return long.isEmpty ? words : long
    }
}
