/// How far two words are from each other when their sounds are laid side by side, and where they differ.
///
/// Costs are in thousandths of a score. What another script or transliteration makes of the same sound costs up to
/// `variantLimit`; another letter costs 150 and more.
struct WordAlignment {
    private(set) var cost = 0
    /// Places of letters that differ, in each word.
    private(set) var left: [Range<Int>] = []
    private(set) var right: [Range<Int>] = []
    /// How many letters are other letters, not other spellings.
    private(set) var otherLetters = 0

    static let variantLimit = 60

    /// - Parameter crosses: whether the words are in different scripts, where more spellings of one sound are usual.
    init(_ a: SoundReading, _ b: SoundReading, crosses: Bool) {
        let (x, y) = (a.heard, b.heard)
        let width = y.count + 1
        var costs = [Int](repeating: 0, count: (x.count + 1) * width)
        for column in y.indices { costs[column + 1] = costs[column] + Self.absence(y, column, crosses) }
        for row in x.indices {
            costs[(row + 1) * width] = costs[row * width] + Self.absence(x, row, crosses)
            for column in y.indices {
                let change = costs[row * width + column] + Self.exchange(x, row, y, column, crosses)
                let less = costs[row * width + column + 1] + Self.absence(x, row, crosses)
                let more = costs[(row + 1) * width + column] + Self.absence(y, column, crosses)
                costs[(row + 1) * width + column + 1] = min(change, less, more)
            }
        }
        cost = costs[costs.count - 1]
        guard cost > 0 else { return }
        var (row, column) = (x.count, y.count)
        while row > 0 || column > 0 {
            let here = costs[row * width + column]
            if row > 0, column > 0,
                here == costs[(row - 1) * width + column - 1] + Self.exchange(x, row - 1, y, column - 1, crosses)
            {
                (row, column) = (row - 1, column - 1)
                note(Self.exchange(x, row, y, column, crosses), x[row], y[column])
            } else if row > 0, here == costs[(row - 1) * width + column] + Self.absence(x, row - 1, crosses) {
                row -= 1
                note(Self.absence(x, row, crosses), x[row], nil)
            } else {
                column -= 1
                note(Self.absence(y, column, crosses), nil, y[column])
            }
        }
        left.reverse()
        right.reverse()
    }

    private mutating func note(_ cost: Int, _ a: SoundReading.Heard?, _ b: SoundReading.Heard?) {
        guard cost > 0 else { return }
        if cost > Self.variantLimit { otherLetters += 1 }
        if let a { left.append(a.start..<a.end) }
        if let b { right.append(b.start..<b.end) }
    }

    /// The two are known as spellings of one name; where they differ is still told.
    mutating func countAsSpelling() {
        cost = min(cost, Self.variantLimit)
        otherLetters = 0
    }

    // MARK: Costs

    private static func absence(_ heard: [SoundReading.Heard], _ place: Int, _ crosses: Bool) -> Int {
        let before: Sound = place > 0 ? heard[place - 1].sound : .none
        let after: Sound = place + 1 < heard.count ? heard[place + 1].sound : .none
        switch heard[place].sound {
        case .glide:
            // Between vowels, behind i and in front of a word nobody hears it; "ay" is another syllable than "a".
            if after.isVowel { return before.isVowel || before == .none ? 10 : 20 }
            return before == .i || before == .y ? 10 : 150
        case .latinJ where before.isVowel || after.isVowel: return before == .none || after.isVowel ? 40 : 250
        case .gh where before == .ng, .g where before == .ng: return 20
        case .h: return after == .none ? 60 : before == .none ? 280 : 120
        // "Saat" and "Sat", "Mariia" and "Maria".
        case let sound where sound.isVowel: return before == sound || after == sound ? 20 : 200
        default: return 280
        }
    }

    private static func exchange(
        _ x: [SoundReading.Heard], _ row: Int, _ y: [SoundReading.Heard], _ column: Int, _ crosses: Bool
    )
        -> Int
    {
        let (a, b) = (x[row], y[column])
        let isLast = row == x.count - 1 && column == y.count - 1
        if a.sound == b.sound { return a.letter == b.letter ? 0 : 300 }
        let (low, high) = a.sound.rawValue < b.sound.rawValue ? (a.sound, b.sound) : (b.sound, a.sound)
        // "Ashgabat" and Ашгабад: at the end of a word nobody hears the difference.
        if isLast, crosses, low == .d && high == .t || low == .b && high == .p { return 90 }
        if let cost = exchanges[UInt16(low.rawValue) << 8 | UInt16(high.rawValue)] {
            return crosses ? cost.crossing : cost.within
        }
        return low.isVowel && high.isVowel ? 220 : 300
    }

    private typealias Cost = (crossing: Int, within: Int)

    private static let exchanges: [UInt16: Cost] = {
        var table: [UInt16: Cost] = [:]
        func set(_ one: Sound, _ other: Sound, _ crossing: Int, _ within: Int) {
            let (low, high) = one.rawValue < other.rawValue ? (one, other) : (other, one)
            table[UInt16(low.rawValue) << 8 | UInt16(high.rawValue)] = (crossing, within)
        }
        // Vowels. Uzbek and Tajik o is а in Russian; ə is a or e; ы is y, i or ı.
        set(.a, .o, 40, 60)
        set(.a, .ae, 10, 15)
        set(.e, .ae, 20, 30)
        set(.i, .y, 10, 10)
        set(.o, .ou, 10, 20)
        set(.u, .ou, 10, 20)
        set(.e, .yo, 10, 10)
        set(.o, .yo, 10, 20)
        set(.u, .yo, 60, 150)
        set(.i, .ae, 150, 200)
        set(.e, .i, 80, 110)
        set(.e, .y, 110, 150)
        set(.a, .e, 160, 170)
        set(.o, .u, 160, 170)
        set(.y, .u, 110, 150)
        set(.i, .u, 150, 200)
        set(.a, .y, 160, 200)
        // Glides.
        set(.glide, .i, 10, 10)
        set(.glide, .y, 10, 10)
        set(.glide, .latinJ, 10, 10)
        set(.glide, .e, 60, 150)
        // Consonants that alphabets and transliterations exchange.
        set(.j, .latinJ, 0, 0)
        set(.j, .latinC, 20, 40)
        set(.latinJ, .latinC, 40, 60)
        set(.ts, .latinC, 0, 0)
        set(.s, .ts, 30, 60)
        set(.k, .latinC, 60, 60)
        set(.c, .latinC, 60, 60)
        set(.s, .latinC, 60, 120)
        set(.h, .latinX, 0, 0)
        set(.ks, .latinX, 10, 10)
        set(.skh, .sh, 20, 20)
        set(.sh, .shch, 20, 30)
        set(.g, .gh, 10, 10)
        set(.k, .q, 10, 10)
        set(.g, .q, 40, 60)
        set(.n, .ng, 40, 40)
        set(.g, .h, 60, 200)
        set(.gh, .h, 60, 120)
        set(.gh, .q, 60, 150)
        set(.q, .h, 100, 150)
        set(.k, .h, 150, 200)
        set(.v, .f, 120, 150)
        set(.b, .p, 150, 170)
        set(.d, .t, 150, 170)
        set(.g, .k, 150, 170)
        set(.z, .s, 150, 170)
        set(.j, .z, 150, 170)
        set(.j, .c, 150, 170)
        set(.u, .v, 60, 100)
        set(.ou, .v, 60, 100)
        set(.sh, .c, 200, 220)
        set(.s, .sh, 200, 220)
        set(.q, .latinX, 110, 150)
        set(.gh, .latinX, 80, 120)
        return table
    }()
}
