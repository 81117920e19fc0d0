/// The labels of a message as plain text, in three languages; any of them may stand in any message.
package enum MessageLabel: String, CaseIterable, Sendable {
    case kind, messageType, status, exercise, priority, urgency, severity, certainty
    case from, senderName, to, number, yourNumber, refersTo, date, happened, answerBy, validUntil, channel, handling
    case state, place, coordinates, substance, amount, item, plate, container, identifier
    case routeFrom, routeVia, routeTo, method, headline, other, text

    package enum Language: String, CaseIterable, Sendable {
        case en, ru, zh
    }

    /// The first is written, the others are read, too.
    private var words: (en: [String], ru: [String], zh: [String]) {
        switch self {
        case .kind: (["KIND"], ["ВИД"], ["类别"])
        case .messageType: (["MESSAGE TYPE"], ["ТИП СООБЩЕНИЯ"], ["消息类型"])
        case .status: (["STATUS"], ["СТАТУС"], ["状态"])
        case .exercise: (["EXERCISE"], ["УЧЕНИЕ", "УЧЕНИЯ"], ["演习"])
        case .priority: (["PRIORITY"], ["ПРИОРИТЕТ"], ["优先级"])
        case .urgency: (["URGENCY"], ["СРОЧНОСТЬ"], ["紧迫性"])
        case .severity: (["SEVERITY"], ["ТЯЖЕСТЬ"], ["严重性"])
        case .certainty: (["CERTAINTY"], ["ДОСТОВЕРНОСТЬ"], ["确定性"])
        case .from: (["FROM"], ["ОТ"], ["发自"])
        case .senderName: (["SENDER NAME"], ["ОТПРАВИТЕЛЬ"], ["发送单位"])
        case .to: (["TO"], ["КОМУ"], ["发往"])
        case .number: (["NUMBER", "OUR NUMBER"], ["НОМЕР", "НАШ НОМЕР"], ["编号"])
        case .yourNumber: (["YOUR NUMBER"], ["ВАШ НОМЕР"], ["贵方编号"])
        case .refersTo: (["REFERS TO"], ["ССЫЛКА НА"], ["参见"])
        case .date: (["DATE"], ["ДАТА"], ["日期"])
        case .happened: (["HAPPENED"], ["ПРОИЗОШЛО"], ["发生时间"])
        case .answerBy: (["ANSWER BY"], ["ОТВЕТИТЬ ДО"], ["答复期限"])
        case .validUntil: (["VALID UNTIL", "EXPIRES"], ["ДЕЙСТВУЕТ ДО"], ["有效期至"])
        case .channel: (["CHANNEL"], ["КАНАЛ"], ["渠道"])
        case .handling: (["HANDLING"], ["КОД ОБРАЩЕНИЯ", "ОБРАЩЕНИЕ"], ["处理代码"])
        case .state: (["STATE"], ["ГОСУДАРСТВО"], ["国家"])
        case .place: (["PLACE"], ["МЕСТО"], ["地点"])
        case .coordinates: (["COORDINATES"], ["КООРДИНАТЫ"], ["坐标"])
        case .substance: (["SUBSTANCE"], ["ВЕЩЕСТВО"], ["物质"])
        case .amount: (["AMOUNT"], ["КОЛИЧЕСТВО"], ["数量"])
        case .item: (["ITEM"], ["ПРЕДМЕТ"], ["物品"])
        case .plate: (["PLATE", "VEHICLE", "VEHICLE/PLATE"], ["ГОСНОМЕР", "АВТОМАШИНА"], ["车牌", "车辆"])
        case .container: (["CONTAINER"], ["КОНТЕЙНЕР"], ["集装箱"])
        case .identifier: (["IDENTIFIER"], ["ОПОЗНАВАТЕЛЬНЫЙ НОМЕР"], ["识别号"])
        case .routeFrom: (["ROUTE FROM"], ["МАРШРУТ ИЗ"], ["起运地"])
        case .routeVia: (["ROUTE VIA", "VIA"], ["МАРШРУТ ЧЕРЕЗ", "ЧЕРЕЗ"], ["途经"])
        case .routeTo: (["ROUTE TO"], ["МАРШРУТ В"], ["目的地"])
        case .method: (["METHOD"], ["СПОСОБ", "СПОСОБ СОКРЫТИЯ"], ["手段"])
        case .headline: (["HEADLINE"], ["ЗАГОЛОВОК"], ["标题"])
        case .other: (["OTHER"], ["ПРОЧЕЕ"], ["其他"])
        case .text: (["TEXT"], ["ТЕКСТ"], ["正文"])
        }
    }

    package func word(in language: Language) -> String {
        let words = words
        return switch language {
        case .en: words.en[0]
        case .ru: words.ru[0]
        case .zh: words.zh[0]
        }
    }

    private static let byWord: [String: MessageLabel] = allCases.reduce(into: [:]) { table, label in
        let words = label.words
        for word in words.en + words.ru + words.zh { table[word] = label }
    }

    /// By any of its words, in capital or small letters.
    package init?(word: String) {
        guard let label = MessageLabel.byWord[word.uppercased()] else { return nil }
        self = label
    }

    /// Whether it may stand more than once.
    package var isRepeated: Bool {
        switch self {
        case .to, .refersTo, .coordinates, .item, .plate, .container, .identifier, .routeVia, .other: true
        default: false
        }
    }
}
