/// Words in messages that say what the number behind them is.
enum IdentifierWords {
    static func kinds(of word: String) -> [IdentifierKind] {
        if word.mayHaveHan, let kind = unspaced.first(in: word) { return [kind] }
        guard let initial = word.unicodeScalars.first, let candidates = byInitial[initial] else { return [] }
        var kinds: [IdentifierKind] = []
        for candidate in candidates where word.utf8.starts(with: candidate.letters) {
            guard candidate.isStem || word.utf8.count == candidate.letters.count else { continue }
            if !kinds.contains(candidate.kind) { kinds.append(candidate.kind) }
        }
        return kinds
    }

    /// Chinese words, which stand at the end of what is written in front of a number.
    private static let unspaced = WordEdges<IdentifierKind>(
        .ending,
        [
            ("车牌号", .plate), ("车牌号码", .plate), ("车牌", .plate), ("车号", .plate), ("箱号", .container), ("集装箱", .container),
            ("电话", .phone), ("手机", .phone), ("手机号", .phone), ("护照", .document), ("护照号", .document), ("身份证号", .document),
            ("身份证", .document), ("身份证号码", .document),
            ("账号", .account), ("钱包", .wallet), ("钱包地址", .wallet), ("邮件号", .parcel), ("运单号", .airWaybill),
            ("封条号", .seal),
            ("车架号", .vin),
        ])

    private struct Candidate {
        let letters: [UInt8]
        let isStem: Bool
        let kind: IdentifierKind
    }

    private static let byInitial: [Unicode.Scalar: [Candidate]] = {
        var found: [Unicode.Scalar: [Candidate]] = [:]
        for (kind, words) in table {
            for word in words {
                guard let initial = word.unicodeScalars.first else { continue }
                let isStem = word.hasSuffix("*")
                let letters = Array((isStem ? word.dropLast() : word[...]).utf8)
                found[initial, default: []].append(Candidate(letters: letters, isStem: isStem, kind: kind))
            }
        }
        return found
    }()

    /// Between the word and the number: "container no. …", "паспорт серии АВ №…".
    static let fillers: Set<String> = [
        "no", "nr", "num", "number", "numbers", "номер", "номера", "номером", "номерами", "н", "серии", "серия", "с",
        "is", "the", "of", "and", "и", "а", "id", "code", "state", "код", "гос", "рег", "under", "за", "под", "по",
        "whatsapp",
        "telegram", "viber", "моб", "дом", "раб",
    ]

    /// A star stands for any ending.
    private static let table: [(IdentifierKind, [String])] = [
        (.container, ["container*", "контейнер*", "конт"]),
        (
            .plate,
            [
                "plate*", "registration", "registered", "reg", "truck*", "lorry", "lorries", "car", "cars", "vehicle*",
                "trailer*", "semitrailer*", "tractor", "minivan", "госномер*", "гос", "грз", "рег", "автомобил*",
                "авто",
                "автомашин*", "машин*", "прицеп*", "полуприцеп*", "фур*", "тягач*", "грузовик*", "микроавтобус*", "ам",
                "гн",
                "номерной", "номерным",
            ]
        ),
        (.wagon, ["wagon*", "railcar*", "вагон*", "цистерн*", "полувагон*", "хоппер*"]),
        (.vin, ["vin", "chassis", "вин", "кузов*", "шасси"]), (.vessel, ["imo", "имо"]),
        (.airWaybill, ["awb", "waybill*", "авианакладн*", "mawb", "hawb"]),
        (.parcel, ["parcel*", "package", "ems", "track", "tracking", "посылк*", "отправлени*", "трек*", "бандерол*"]),
        (.cas, ["cas", "кас"]),
        (
            .phone,
            [
                "tel", "phone*", "telephone*", "mobile", "cell", "fax", "call*", "whatsapp", "telegram", "viber", "тел",
                "телефон*", "моб", "мобильн*", "факс", "сот", "сотов*", "звонил*", "абонент*",
            ]
        ),
        (
            .document,
            [
                "passport*", "паспорт*", "удостоверени*", "id", "licence", "license", "иин", "iin", "пинфл", "pinfl",
                "пин",
                "инн", "загранпаспорт*",
            ]
        ),
        (.account, ["account*", "iban", "счет*", "счёт*", "acc", "acct", "card", "карт*"]),
        (
            .wallet,
            [
                "wallet*", "address", "btc", "bitcoin", "usdt", "eth", "trc20", "erc20", "кошел*", "криптокошел*",
                "адрес",
                "биткоин*", "биткойн*",
            ]
        ),
        (.tirCarnet, ["tir", "carnet*", "мдп", "карнет*", "книжк*"]),
        (.consignmentNote, ["cmr", "цмр", "смр", "накладн*"]),
        (.seal, ["seal*", "пломб*", "зпу"]), (.flight, ["flight*", "рейс*", "авиарейс*"]),
    ]
}
