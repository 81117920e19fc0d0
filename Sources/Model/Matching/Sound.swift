/// What a letter, or a group of them, stands for in any of the alphabets and transliterations of the region: coarse enough
/// that one name has the same sounds however it is spelt, fine enough that two names rarely do.
enum Sound: UInt8, Sendable {
    case none
    case a, e, i, o, u
    /// ы, ı.
    case y
    /// ё.
    case yo
    /// ə, ә, ä.
    case ae
    /// ў, ӯ, o‘: between o and u.
    case ou
    /// й, and what ю and я begin with.
    case glide
    case b, p, d, t, g, k, z, l, m, n, r, v, f
    /// х, ҳ, һ, kh.
    case h
    /// ж, дж, җ, ҷ, zh.
    case j
    /// ч.
    case c
    /// ш.
    case sh
    /// щ.
    case shch
    case s
    /// ц.
    case ts
    /// ң.
    case ng
    /// ғ.
    case gh
    /// қ, and г in Azerbaijani.
    case q
    /// сх, which Latin spellings do not tell from ш.
    case skh
    /// кс.
    case ks
    /// j in Latin: ж, дж or й.
    case latinJ
    /// c in Latin: ц, дж or к.
    case latinC
    /// x in Latin: х or кс.
    case latinX
    case zero, one, two, three, four, five, six, seven, eight, nine
    /// A letter of another script; the reading keeps which.
    case other

    var isVowel: Bool { rawValue >= Sound.a.rawValue && rawValue <= Sound.ou.rawValue }
    var isDigit: Bool { rawValue >= Sound.zero.rawValue && rawValue <= Sound.nine.rawValue }
}

/// The sounds of one word, with the places of the letters that they come from.
struct SoundReading {
    struct Heard: Sendable {
        var sound: Sound
        /// Of the first letter, among the characters of the word.
        var start: Int
        var end: Int
        /// The letter itself, where the sound is `other`.
        var letter: UInt32 = 0
    }

    private(set) var heard: [Heard] = []
    private var letters: [Unicode.Scalar] = []
    private var places: [Int] = []

    init(_ word: some StringProtocol) { read(word) }

    /// Reads another word into the same memory.
    mutating func read(_ word: some StringProtocol) {
        heard.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        var scripts: UInt8 = 0
        var place = -1
        for scalar in word.unicodeScalars {
            let isMark = (0x300...0x36F).contains(scalar.value)
            if !isMark { place += 1 }
            if isMark, let last = letters.last {
                letters[letters.count - 1] = SoundTable.joined(last, scalar)
                continue
            }
            letters.append(SoundTable.lower(scalar))
            places.append(place)
            if scalar.value < 0x80 {
                if scalar.properties.isAlphabetic { scripts |= 1 }
            } else if let script = Script(scalar) {
                scripts |= script == .latin ? 1 : script == .cyrillic ? 2 : script == .greek ? 4 : 0
            }
        }
        // One or two scripts: a word with letters of two is read in the one that it is mostly written in.
        if scripts & (scripts &- 1) != 0 { unmix(String(word)) }
        hear()
    }

    private mutating func unmix(_ word: String) {
        guard let mix = ScriptMix.remark(word) else { return }
        for odd in mix.odd {
            guard let double = odd.looksLike, let place = places.firstIndex(of: odd.place) else { continue }
            letters[place] = SoundTable.lower(double)
        }
    }

    private mutating func hear() {
        var place = 0
        while place < letters.count {
            let (length, first, second) = SoundTable.sounds(letters, at: place, after: heard.last?.sound ?? .none)
            let (start, end) = (places[place], places[place + length - 1] + 1)
            let letter = letters[place].value
            if first != .none {
                hear(Heard(sound: first, start: start, end: end, letter: first == .other ? letter : 0))
            }
            if second != .none { hear(Heard(sound: second, start: start, end: end)) }
            place += length
        }
        // "Ivanoff".
        if let last = heard.last, last.sound == .f, last.end - last.start > 1 { heard[heard.count - 1].sound = .v }
    }

    /// Doubled consonants are one sound.
    private mutating func hear(_ next: Heard) {
        if let last = heard.last, last.sound == next.sound, last.letter == next.letter, !next.sound.isDigit,
            !next.sound.isVowel, next.sound != .other
        {
            heard[heard.count - 1].end = next.end
        } else {
            heard.append(next)
        }
    }
}
