/// The columns of a table of records, in its order. One row is one item of one record.
package enum RecordColumn: String, CaseIterable, Sendable {
    case record, exercise, kind, priority, headline, at, precision, state, country, region, subregion, division
    case place
    case placeID = "place_id"
    case latitude, longitude
    case itemNumber = "item_number"
    case item
    case itemName = "item_name"
    /// What the registry calls it; not read back.
    case substanceName = "substance_name"
    case substanceCode = "substance_code"
    case amount, unit
    /// The unit as returns of UNODC spell it; not read back.
    case returnUnit = "unodc_unit"
    case amountHigh = "amount_high"
    case bound, basis
    case basisTyped = "basis_typed"
    case typed
    /// What the amount comes to, computed; not read back.
    case kilograms = "kg"
    case kilogramsHigh = "kg_high"
    case rule
    case currency, packaging, logo
    case itemNote = "item_note"
    case identifiers, departure, transit, destination, concealment, installation, transport, producing, routing, text
    case answerBy = "answer_by"
    case validUntil = "valid_until"
    case handling
    case ownWords = "own_words"

    /// Columns of tables that were written before the others were.
    static let earlier = allCases.filter { $0 != .substanceName && $0 != .returnUnit }

    /// Whether it holds numbers that a spreadsheet may count with.
    var isNumber: Bool {
        switch self {
        case .priority, .latitude, .longitude, .itemNumber, .amount, .amountHigh, .kilograms, .kilogramsHigh: true
        default: false
        }
    }

    /// Above the column of a spreadsheet.
    func heading(_ language: SpreadsheetLanguage) -> String {
        switch language {
        case .en: rawValue
        case .ru: RecordColumn.russian[self] ?? rawValue
        }
    }

    private static let russian: [RecordColumn: String] = [
        .record: "запись", .exercise: "учение", .kind: "вид", .priority: "приоритет", .headline: "заголовок",
        .at: "когда", .precision: "точность", .state: "государство", .country: "страна", .region: "регион",
        .subregion: "субрегион", .division: "область", .place: "место", .placeID: "код места", .latitude: "широта",
        .longitude: "долгота", .itemNumber: "номер предмета", .item: "предмет", .itemName: "название",
        .substanceName: "вещество", .returnUnit: "единица УНП ООН", .substanceCode: "код вещества",
        .amount: "количество", .unit: "единица", .amountHigh: "количество до",
        .bound: "граница", .basis: "основа веса", .basisTyped: "основа веса, как написано", .typed: "как написано",
        .kilograms: "кг", .kilogramsHigh: "кг до", .rule: "правило", .currency: "валюта", .packaging: "упаковка",
        .logo: "логотип", .itemNote: "примечание", .identifiers: "номера", .departure: "откуда", .transit: "через",
        .destination: "куда", .concealment: "способ сокрытия", .installation: "объект", .transport: "транспорт",
        .producing: "страна производства", .routing: "маршрут", .text: "текст", .answerBy: "ответить до",
        .validUntil: "действует до",
        .handling: "код обращения", .ownWords: "от отправителя",
    ]
}

/// The conventions of a spreadsheet: decimal comma and semicolons in both, words in the language.
package enum SpreadsheetLanguage: String, CaseIterable, Sendable {
    case en, ru
}
