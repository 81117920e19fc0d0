/// Currencies that are met in seizures, by their ISO 4217 codes.
package enum Currency: String, CaseIterable, Sendable {
    case usd = "USD"
    case eur = "EUR"
    case rub = "RUB"
    case kzt = "KZT"
    case kgs = "KGS"
    case tjs = "TJS"
    case uzs = "UZS"
    case tmt = "TMT"
    case azn = "AZN"
    case afn = "AFN"
    case irr = "IRR"
    case pkr = "PKR"
    case cny = "CNY"
    case turkishLira = "TRY"
    case inr = "INR"
    case aed = "AED"
    case gel = "GEL"
    case amd = "AMD"
    case byn = "BYN"
    case uah = "UAH"
    case mnt = "MNT"
    case gbp = "GBP"
    case chf = "CHF"
    case jpy = "JPY"
    case krw = "KRW"

    /// Reads a code, a sign or a word in any of its cases. Nil also for "манат", which two States have.
    package init?(spelled text: String) {
        let key = UnitSpellings.key(text)
        guard let currency = Currency.spellings[key] else { return nil }
        self = currency
    }

    /// Words for money of which nobody can say whose it is.
    static let undecided: Set<String> = ["манат", "маната", "манатов", "манаты", "manat", "manats"]

    private static let spellings: [String: Currency] = {
        var table: [String: Currency] = [:]
        for (currency, words) in spelled {
            for word in words.split(separator: ",") { table[UnitSpellings.key(String(word))] = currency }
        }
        for currency in allCases { table[currency.rawValue.lowercased()] = currency }
        return table
    }()

    static let mostWords = 3

    private static let spelled: [(Currency, String)] = [
        (
            .usd,
            """
            $,us$,dollar,dollars,us dollars,us dollar,dollars us,доллар,доллара,долларов,доллары,доллар сша,доллара сша,\
            долларов сша,美元
            """
        ),
        (.eur, "€,euro,euros,евро,欧元"), (.rub, "₽,rouble,roubles,ruble,rubles,руб,рубль,рубля,рублей,рубли,卢布"),
        (.kzt, "₸,tenge,тенге,тг,坚戈"), (.kgs, "som,soms,сом,сома,сомов,сомы,索姆"),
        (.tjs, "somoni,сомони,索莫尼"), (.uzs, "sum,soum,so'm,сум,сума,сумов,сумы,苏姆"),
        (.afn, "afghani,afghanis,афгани,阿富汗尼"), (.irr, "rial,rials,риал,риала,риалов,риалы,iranian rial,里亚尔"),
        (.pkr, "pakistani rupees,пакистанских рупий"), (.inr, "indian rupees,индийских рупий"),
        (.cny, "yuan,renminbi,юань,юаня,юаней,юани,人民币,元"), (.turkishLira, "lira,liras,турецких лир,лир,лиры"),
        (.aed, "dirham,dirhams,дирхам,дирхама,дирхамов"), (.gel, "lari,лари"), (.amd, "dram,drams,драм,драма,драмов"),
        (.uah, "hryvnia,hryvnias,гривна,гривны,гривен"), (.mnt, "tugrik,tugriks,тугрик,тугрика,тугриков"),
        (.gbp, "£,pound sterling,pounds sterling,фунтов стерлингов"), (.jpy, "yen,иена,иены,иен,йен"),
    ]
}
