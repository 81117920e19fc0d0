/// The words of reports that say how an amount is meant: a price, a denial, an older case, somebody's age.
///
/// All folded. What has several words is compared token by token; Chinese phrases have a token for each character.
enum SpokenWords {
    /// What a sum of money behind it is: no cash.
    static let values = WordEdges(
        .beginning,
        [
            "worth", "valu", "price", "cost", "fine", "fined", "bail", "reward", "bribe", "salar", "damage", "sold",
            "sell", "paid", "pay", "стоимост", "стоит", "стоил", "сумм", "цен", "штраф", "оцен", "залог",
            "вознагражд", "взятк", "ущерб", "зарплат", "продав", "продат", "прода", "выплат", "оплат",
        ])
    static let valuesUnspaced = ["价值", "市值", "总值", "罚款", "罚金", "售价", "价格", "单价", "黑市价", "悬赏", "保释金", "赏金"]
    /// Directly before a sum of money.
    static let valuePrepositions: Set<String> = ["на", "за", "по", "for", "at"]
    /// Directly behind one: "40,000 dollars per kilo".
    static let valueBehind: Set<String> = ["per", "за", "apiece", "каждый"]
    /// Between two sums of money of which the second says the first again.
    static let sameAgain: Set<String> = [
        "or", "или", "(", "about", "около", "примерно", "approximately", "roughly", "=", "~", "более", "over", "或", "约",
        "–", "-", "to", "до", "至",
    ]

    static let notFound = WordEdges(
        .beginning,
        [
            "обнаруж", "найден", "нашл", "изъят", "изъял", "выявл", "выявил", "подтвер", "оказал", "удалось",
            "установл", "находил", "перевоз",
        ])
    static let found = WordEdges(
        .beginning,
        [
            "found", "find", "seiz", "detect", "recover", "discover", "confiscat", "confirm", "contain", "uncover",
            "intercept", "locate", "present",
        ])
    static let englishNot: Set<String> = [
        "not", "never", "didn", "wasn", "weren", "couldn", "hasn", "haven", "isn", "aren", "cannot", "nothing", "none",
    ]
    static let denialsUnspaced = [
        "未发现", "没有发现", "未查获", "没有查获", "未缴获", "未检出", "未搜出", "未见", "并无", "没有毒品", "无毒品", "不含", "查无", "未找到",
    ]
    /// A whole sentence was a mistake.
    static let retractions = WordEdges(
        .beginning, ["mistak", "erroneous", "ошибоч", "опроверг", "неподтверд", "недостоверн", "untrue"])
    static let retractionsUnspaced = ["误报", "不实", "虚假消息", "假消息", "有误"]
    static let falseThings = WordEdges(
        .beginning, ["alarm", "report", "information", "rumour", "вызов", "информац", "сообщен", "тревог"])

    /// Another case, or what a year came to.
    static let earlier: Set<String> = ["earlier", "previously", "ранее", "прежде", "formerly", "накануне"]
    static let earlierPhrases: [[String]] = [
        ["since", "the", "beginning"], ["since", "january"], ["last", "year"], ["last", "month"], ["last", "week"],
        ["this", "year"], ["so", "far", "this"], ["in", "a", "separate"], ["за", "год"], ["с", "начала", "года"],
        ["с", "начала"], ["в", "прошлом"], ["на", "прошлой"], ["прошлого", "года"], ["в", "этом", "году"],
        ["текущего", "года"], ["за", "прошедший"],
    ]
    static let earlierUnspaced = ["此前", "早些时候", "今年以来", "去年", "上个月", "上周", "年初以来", "累计"]
    /// A court speaks of what was seized long before.
    static let convictions = WordEdges(
        .beginning, ["sentenc", "convict", "jailed", "imprison", "приговор", "приговар", "осужд", "осудил"])
    static let convictionsUnspaced = ["判处", "被判", "判刑", "宣判"]
    /// "Earlier today", "ранее судимый": the same case after all.
    static let notEarlier = WordEdges(
        .beginning,
        [
            "today", "on", "this", "судим", "не", "известн", "привлек", "сегодня", "convict", "known", "осужд", "in",
        ])

    static let seized = WordEdges(
        .beginning,
        [
            "seiz", "found", "confiscat", "recover", "discover", "intercept", "captur", "detain", "uncover", "изъят",
            "изъял", "изыма", "обнаруж", "найден", "нашл", "конфиск", "перехват", "перехвач", "выявл", "выявил",
            "задерж", "извлек", "извлеч", "уничтож",
        ])
    static let seizedUnspaced = [
        "缴获", "查获", "缉获", "收缴", "起获", "搜出", "截获", "扣押", "查扣", "发现", "没收", "查出", "查缴", "搜获", "铲除",
    ]
    static let planned = WordEdges(
        .beginning,
        [
            "plan", "expect", "intend", "alleged", "will", "would", "may", "might", "планир", "ожида", "намер",
            "готов", "предполаг", "собира", "возможн",
        ])
    static let plannedUnspaced = ["计划", "预计", "可能", "准备", "打算"]

    /// Behind a number of persons, and behind somebody's age.
    static let people = WordEdges(
        .beginning,
        [
            "year", "yr", "men", "man", "women", "woman", "person", "people", "suspect", "citizen", "national",
            "resident", "driver", "passenger", "courier", "trafficker", "smuggler", "officer", "member", "defendant",
            "лет", "год", "человек", "мужчин", "женщин", "гражд", "подозрев", "жител", "водител", "пассажир",
            "курьер", "сотрудник", "участник", "фигурант", "задержан", "наркокурьер", "обвиняем", "иностран",
        ])
    static let peopleHan: Set<String> = ["岁", "人", "名", "位", "男", "女"]
    static let vehicleHan: Set<String> = ["辆", "艘", "架", "台", "部"]
    /// Behind numbers that count nothing that is seized.
    static let measures: Set<String> = [
        "mm", "мм", "km", "км", "m", "м", "cm", "см", "h", "ч", "час", "часа", "часов", "hour", "hours", "minutes",
        "минут", "days", "день", "дня", "дней", "km/h", "percent", "процент", "процента", "процентов", "°",
    ]

    /// Units that are met in reports and in no return; what they come to is not computed.
    static let foreignUnits: Set<String> = [
        "pound", "pounds", "lb", "lbs", "ounce", "ounces", "oz", "фунт", "фунта", "фунтов", "унция", "унции", "унций",
        "磅", "斤", "两", "盎", "tola", "tolas", "maund", "maunds", "ser",
    ]

    /// Between an amount and what it is of.
    static let fillers: Set<String> = [
        "of", "the", "a", "an", "pure", "raw", "high", "quality", "grade", "called", "named", "known", "as", "form",
        "weighing", "weight", "weighed", "weighs", "with", "total", "gross", "net", "mass", "amounting", "totalling",
        "totaling", "containing", "is", "was", "were", "in", "worth", "suspected", "illegal", "illicit", "dried",
        "and", "its", "quantity", "amount", "some", "seized", "found", "including", "consisting", "about",
        "весом", "вес", "веса", "массой", "масса", "общим", "общей", "общий", "общая", "в", "количестве", "чистым",
        "составил", "составила", "составляет", "размере", "с", "со", "из", "наркотического", "наркотическое",
        "наркотических", "наркотиков", "наркотик", "наркотика", "средства", "средство", "средств", "вещества",
        "вещество", "веществ", "психотропного", "психотропное", "психотропных", "сильнодействующего", "под",
        "названием", "виде", "чистого", "особо", "крупном", "сушеной", "сушеного", "высушенной", "изъято", "изъяты",
        "обнаружено", "найдено", "а", "также", "около", "более", "порядка", "примерно", "так", "называемого",
        "重", "约", "共", "净", "毛", "的", "计", "量", "总", "达", "为", "是", "近", "有", "类", "毒", "品", "疑", "似", "含",
        "级",
    ]
    /// That an amount says what something weighs.
    static let weighing = WordEdges(
        .beginning, ["weigh", "total", "gross", "net", "вес", "масс", "общ", "брутто", "нетто"])

    /// Behind these, a full stop ends no sentence.
    static let abbreviations: Set<String> = [
        "ул", "им", "гос", "пос", "св", "mr", "mrs", "no", "st", "approx", "обл", "р", "п", "с", "рис", "т", "и", "тыс",
        "млн", "млрд", "ст", "ч", "нарк", "нпр", "ок", "ca", "гр",
    ]
    /// Slang for a drug that is something of every day, too: it counts beside a word for a seizure, or beside another drug.
    static let everyday: Set<String> = [
        "ice", "salt", "salts", "grass", "weed", "snow", "speed", "crystal", "crystals", "coke", "poppy", "лед", "льда",
        "льдом", "соль", "соли", "солью", "солей", "трава", "травы", "траву", "травой", "мак", "мака", "маком", "снег",
        "снега", "кристалл", "кристаллы", "кокс",
    ]
    static let each: Set<String> = ["each", "apiece", "каждый", "каждая", "каждое", "каждом", "каждой"]
    /// Behind these a number names a thing and counts none.
    static let serials: Set<String> = [
        "serial", "imei", "card", "sim", "серийныи", "серийный", "заводской", "карта", "карты", "карте", "phone",
        "телефон", "телефону", "телефона", "телефоном", "tel", "тел", "account", "счет", "iban", "wallet",
    ]
    /// Before an amount that is more of what was named last: "another 112 g", «ещё 112 граммов».
    static let more: Set<String> = ["еще", "another", "дополнительно", "additional", "further", "另", "再", "又"]
    /// A clause ends before them.
    static let turns: Set<String> = ["but", "however", "while", "но", "однако", "但", "而", "зато"]
    /// They join two things of a list.
    static let joiners: Set<String> = ["and", "и", "和", "及", "与", "или", "or", "plus", "плюс", "&"]
}
