/// Numbers in words: English, Russian in its cases, Chinese.
enum NumberWords {
    enum Word {
        /// Adds: "two", "twenty".
        case value(Int64)
        /// Multiplies: "thousand", "dozen", "тыс".
        case times(Int64)
        /// "Half", "пол-", "半".
        case half
        case quarter
        /// "полтора".
        case oneAndHalf
    }

    static func word(_ folded: String) -> Word? { table[folded] }

    private static let table: [String: Word] = {
        var table: [String: Word] = [:]
        for (value, words) in values { for word in words.split(separator: " ") { table[String(word)] = .value(value) } }
        for (value, words) in factors {
            for word in words.split(separator: " ") { table[String(word)] = .times(value) }
        }
        for word in ["half", "половина", "половину", "половины", "пол", "半"] { table[word] = .half }
        for word in ["quarter", "четверть", "четверти"] { table[word] = .quarter }
        for word in ["полтора", "полторы", "полутора"] { table[word] = .oneAndHalf }
        return table
    }()

    private static let values: [(Int64, String)] = [
        (0, "zero ноль нуль ноля нуля 零 〇"),
        (1, "one один одна одно одну одного одной одному одним 一"),
        (2, "two два две двух двум двумя 二 两 俩"), (3, "three три трех трем тремя 三"),
        (4, "four четыре четырех четырем четырьмя 四"), (5, "five пять пяти пятью 五"),
        (6, "six шесть шести шестью 六"), (7, "seven семь семи семью 七"),
        (8, "eight восемь восьми восемью восьмью 八"), (9, "nine девять девяти девятью 九"),
        (10, "ten десять десяти десятью"), (11, "eleven одиннадцать одиннадцати одиннадцатью"),
        (12, "twelve двенадцать двенадцати двенадцатью"), (13, "thirteen тринадцать тринадцати"),
        (14, "fourteen четырнадцать четырнадцати"), (15, "fifteen пятнадцать пятнадцати"),
        (16, "sixteen шестнадцать шестнадцати"), (17, "seventeen семнадцать семнадцати"),
        (18, "eighteen восемнадцать восемнадцати"), (19, "nineteen девятнадцать девятнадцати"),
        (20, "twenty двадцать двадцати двадцатью"), (30, "thirty тридцать тридцати тридцатью"),
        (40, "forty сорок сорока"), (50, "fifty пятьдесят пятидесяти"), (60, "sixty шестьдесят шестидесяти"),
        (70, "seventy семьдесят семидесяти"), (80, "eighty восемьдесят восьмидесяти"),
        (90, "ninety девяносто девяноста"), (100, "сто ста"), (200, "двести двухсот"), (300, "триста трехсот"),
        (400, "четыреста четырехсот"), (500, "пятьсот пятисот"), (600, "шестьсот шестисот"),
        (700, "семьсот семисот"), (800, "восемьсот восьмисот"), (900, "девятьсот девятисот"),
    ]

    private static let factors: [(Int64, String)] = [
        (10, "десяток десятка десятков 十"), (12, "dozen дюжина дюжины дюжину дюжин"),
        (100, "hundred сотня сотни сотню сотен 百"), (1000, "thousand тысяча тысячи тысячу тысяч тысячей тысячам тыс 千"),
        (10_000, "万"), (1_000_000, "million миллион миллиона миллионов миллиону миллионом млн"),
        (100_000_000, "亿"),
    ]
}
