/// The words around an amount that say how it is meant.
enum AmountPhrases {
    /// Before the number, longest first.
    static let bounds: [(words: [String], bound: Quantity.Bound)] = {
        let phrases: [(Quantity.Bound, String)] = [
            (
                .about,
                """
                about,approximately,approx,around,circa,ca,roughly,some,nearly,almost,an estimated,estimated at,около,\
                примерно,приблизительно,порядка,почти,ориентировочно,около и,約,约,大约,近,~,≈
                """
            ),
            (
                .atLeast,
                """
                more than,over,at least,not less than,no less than,exceeding,above,in excess of,более,более чем,больше,\
                больше чем,свыше,не менее,не меньше,не менее чем,превышает,超过,逾,超,至少,多于,不少于,>,≥
                """
            ),
            (
                .atMost,
                """
                up to,less than,at most,under,below,no more than,not more than,not exceeding,fewer than,менее,менее чем,\
                меньше,до,не более,не больше,не более чем,不到,不足,至多,最多,不超过,少于,<,≤
                """
            ),
        ]
        return phrases.flatMap { bound, list in list.split(separator: ",").map { (words(String($0)), bound) } }
            .sorted { $0.0.count > $1.0.count }
    }()

    /// Behind the unit, in Chinese behind the number, too.
    static let boundsBehind: [(words: [String], bound: Quantity.Bound)] = [
        (["左", "右"], .about), (["上", "下"], .about), (["以", "上"], .atLeast), (["以", "下"], .atMost),
        (["多"], .atLeast), (["余"], .atLeast), (["or", "more"], .atLeast), (["и", "более"], .atLeast),
        (["or", "less"], .atMost),
    ]

    static let betweenWords: Set<String> = ["between", "from", "от", "в пределах", "从", "自"]
    static let rangeWords: Set<String> = ["to", "до", "至", "到", "and", "и"]
    static let joiners: Set<String> = ["and", "и", "&", "+", "plus"]
    static let eachBefore: Set<String> = ["по", "x", "х", "×", "*"]
    static let eachBehind: Set<String> = ["each", "apiece", "каждый", "каждая", "каждое", "каждой", "каждом", "每"]
    /// Before an amount that is the sum of others.
    static let totals: [[String]] = [
        ["a", "total", "of"], ["total", "of"], ["in", "total"], ["total"], ["altogether"], ["in", "all"], ["всего"],
        ["итого"], ["общим", "весом"], ["общей", "массой"], ["общий", "вес"], ["общая", "масса"],
        ["в", "общей", "сложности"],
        ["в", "общем"], ["共", "计"], ["总", "计"], ["合", "计"], ["总", "共"], ["共"], ["毒", "品"],
    ]
    /// Behind one, in place of the name of a substance.
    static let sumsOfAnything: Set<String> = [
        "drugs", "drug", "narcotics", "narcotic", "substances", "psychotropic", "and", "illicit", "illegal", "various",
        "different", "kinds", "types", "sorts", "of", "in", "total", "all", "altogether", "including", "наркотиков",
        "наркотики", "наркотических", "средств", "наркотические", "средства", "веществ", "психотропных", "и",
        "различных", "прекурсоров", "precursors", "chemicals",
        "разных", "видов", "всего", "毒", "品", "各", "类", "种",
    ]
    /// Of these at least one has to stand there.
    static let namesOfAnything: Set<String> = [
        "drugs", "narcotics", "substances", "total", "all", "altogether", "наркотиков", "наркотики", "средств",
        "средства",
        "веществ", "всего", "品", "прекурсоров", "precursors", "chemicals",
    ]
    /// No name of a thing stands before its unit behind one of these.
    static let notBeforeUnits: Set<String> = [
        "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "the", "a", "an", "was", "were", "is",
        "are",
        "each", "в", "во", "на", "по", "из", "с", "и", "или", "от", "до", "у", "к", "за", "для", "год", "года", "году",
        "г",
        "year", "years", "old", "men", "man", "women", "persons", "people", "человек", "мужчин", "мужчины", "лет",
    ]

    static let restating: Set<String> = ["=", "(", "or", "или", "即", "i", "e", "то", "есть", "that", "is", ":"]

    /// The basis that a word names, by its beginning.
    static func basis(_ word: String) -> Quantity.Basis? {
        for (stem, basis) in bases where word.hasPrefix(stem) && word.count - stem.count <= 5 { return basis }
        return nil
    }

    /// Words that may stand between an amount and the word for its basis.
    static let fillers: Set<String> = [
        "weight", "weights", "weighing", "wt", "mass", "вес", "веса", "весом", "масса", "массой", "массы", "in", "of",
        "(", ")", ",", ":", "-", "重", "量", "总", "total", "общий", "общим", "общей", "по", "за",
    ]

    private static let bases: [(String, Quantity.Basis)] = [
        ("gross", .gross), ("брутто", .gross), ("毛", .gross), ("unpacked", .unpackedGross), ("net", .net),
        ("нетто", .net), ("净", .net), ("bulk", .bulk), ("estimated", .estimated), ("estimate", .estimated),
        ("оценк", .estimated), ("оценочн", .estimated), ("weighed", .weighed), ("взвешен", .weighed),
        ("laborator", .laboratory), ("лаборатор", .laboratory), ("эксперт", .laboratory),
    ]

    private static func words(_ phrase: String) -> [String] {
        if phrase.allSatisfy({ AmountScan.isHan($0) }) { return phrase.map { String($0) } }
        return phrase.split(separator: " ").map(String.init)
    }
}
