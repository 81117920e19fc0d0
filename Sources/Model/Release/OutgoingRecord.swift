/// An alert or a seizure record as it may leave the Centre: neutral, without who told us, and the one source of every format.
///
/// Texts are as they were typed. What is absent was not asked; `--` is no data, 0 is zero.
package struct OutgoingRecord: Equatable, Sendable {
    package var name: SubjectName
    package var kind: MessageKind?
    /// 1 (now) to 4 (for information).
    package var priority: Int?
    package var headline: String?
    package var at: Instant?
    package var precision: Precision
    /// Identifiers in it are those in the open only.
    package var particulars: Particulars
    package var answerBy: Instant?
    package var validUntil: Instant?
    package var handling: HandlingCode?
    /// The columns of a return that nothing else has.
    package var columns: ReturnColumns
    /// What the officer who sends it wrote.
    package var ownWords: String?
    /// Its goods are looked for or expected, and nobody has reported that they were seized.
    package var isSuspicion = false

    package init(
        _ name: SubjectName, kind: MessageKind? = nil, priority: Int? = nil, headline: String? = nil,
        at: Instant? = nil, precision: Precision = .millisecond, particulars: Particulars = Particulars(),
        answerBy: Instant? = nil, validUntil: Instant? = nil, handling: HandlingCode? = nil,
        columns: ReturnColumns = ReturnColumns(),
        ownWords: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.priority = priority
        self.headline = headline
        self.at = at
        self.precision = precision
        self.particulars = particulars
        self.answerBy = answerBy
        self.validUntil = validUntil
        self.handling = handling
        self.columns = columns
        self.ownWords = ownWords
    }

    /// Names of an exercise begin with `X`; whatever leaves an exercise is marked as one, and nothing turns that off.
    package var isExercise: Bool { name.text.hasPrefix("X") }

    /// Columns of an individual drug seizures return (UNODC) beside those that every record has.
    package struct ReturnColumns: Equatable, Sendable {
        package var region: String?
        package var subregion: String?
        /// As the return spells it.
        package var country: String?
        package var division: String?
        package var installation: String?
        package var producing: String?
        package var routing: String?

        package init(
            region: String? = nil, subregion: String? = nil, country: String? = nil, division: String? = nil,
            installation: String? = nil, producing: String? = nil, routing: String? = nil
        ) {
            self.region = region
            self.subregion = subregion
            self.country = country
            self.division = division
            self.installation = installation
            self.producing = producing
            self.routing = routing
        }

        package var texts: [String] {
            [region, subregion, country, division, installation, producing, routing].compactMap { $0 }
        }
    }
}

extension OutgoingRecord {
    /// Everything that a subject says and that could leave; nil for what is neither an alert nor a seizure record.
    package init?(_ subject: Subject) {
        switch subject {
        case .alert(let alert): self.init(alert)
        case .seizure(let record): self.init(record)
        default: return nil
        }
    }

    private init(_ alert: Alert) {
        let raised = alert.raised
        var particulars = alert.particulars
        particulars.place = alert.place
        // Which operation it is of is nobody else's to know.
        particulars.operation = nil
        particulars.identifiers = particulars.identifiers.filter { $0.payload == nil }
        if particulars.items.isEmpty, raised.substance != nil || raised.quantity != nil {
            particulars.items = [SeizedItem(kind: .drug, name: raised.substance, quantity: raised.quantity)]
        }
        // A message that does not say when it happened has the hour at which it was read, which nobody gave.
        let isSaid = raised.head.identity == nil || alert.raisedAt != alert.learnt
        self.init(
            alert.name, kind: raised.message, priority: alert.priority, headline: alert.headline,
            at: isSaid ? alert.raisedAt : nil, precision: isSaid ? alert.precision : .millisecond,
            particulars: particulars, answerBy: raised.firstDue,
            validUntil: alert.thread.cancelled ?? alert.thread.validUntil,
            handling: alert.trail.handling?.current.code)
        let isSeized = alert.thread.messages.contains { $0.direction == .received && $0.kind == .seizureReport }
        isSuspicion = [.warning, .lookout, .preArrival, .request].contains(raised.message) && !isSeized
    }

    private init(_ record: SeizureRecord) {
        let report = record.report
        func text(_ column: String) -> String? { column.isEmpty ? nil : column }
        let item = SeizedItem(kind: .drug, name: text(report.drug), quantity: report.quantity)
        let particulars = Particulars(
            items: [item], state: ReturnCountry.code(report.country), place: text(report.place),
            departure: text(report.departureCountry), destination: text(report.destinationCountry),
            concealment: text(report.hidingPlace), transport: text(report.transport))
        self.init(
            record.name, kind: .seizureReport, at: record.date, precision: record.precision, particulars: particulars,
            handling: record.trail.handling?.current.code,
            columns: ReturnColumns(
                region: text(report.region), subregion: text(report.subregion), country: text(report.country),
                division: text(report.administrativeDivision), installation: text(report.installation),
                producing: text(report.producingCountry), routing: text(report.routing)))
    }

    /// The words of a field, for the preview and for the look at what they name; empty where it says nothing.
    package func texts(of field: ReleaseField) -> [String] {
        let found: [String?] =
            switch field {
            case .record: [name.text]
            case .kind: [kind?.rawValue]
            case .priority: [priority.map { "\($0)" }]
            case .headline: [headline]
            case .date: at.map { ["\($0.milliseconds)"] } ?? []
            case .state: [particulars.state]
            case .place: [particulars.place]
            case .position: [particulars.position?.degrees]
            case .items: particulars.items.flatMap(\.words)
            case .identifiers: particulars.identifiers.map(\.typed)
            case .departure: [particulars.departure]
            case .transit: particulars.transit
            case .destination: [particulars.destination]
            case .concealment: [particulars.concealment]
            case .transport: [particulars.transport]
            case .text: [particulars.text]
            case .answerBy: answerBy.map { ["\($0.milliseconds)"] } ?? []
            case .validUntil: validUntil.map { ["\($0.milliseconds)"] } ?? []
            case .handling: [handling?.rawValue]
            case .returnColumns: columns.texts
            case .ownWords: [ownWords]
            default: []
            }
        return found.compactMap { $0 }.filter { !$0.isEmpty }
    }

    mutating func clear(_ field: ReleaseField) {
        switch field {
        case .kind: kind = nil
        case .priority: priority = nil
        case .headline: headline = nil
        case .date: (at, precision) = (nil, .millisecond)
        case .state: particulars.state = nil
        case .place: (particulars.place, particulars.placeID) = (nil, nil)
        case .position: particulars.position = nil
        case .items: particulars.items = []
        case .identifiers: particulars.identifiers = []
        case .departure: particulars.departure = nil
        case .transit: particulars.transit = []
        case .destination: particulars.destination = nil
        case .concealment: particulars.concealment = nil
        case .transport: particulars.transport = nil
        case .text: particulars.text = nil
        case .answerBy: answerBy = nil
        case .validUntil: validUntil = nil
        case .handling: handling = nil
        case .returnColumns: columns = ReturnColumns()
        case .ownWords: ownWords = nil
        default: break
        }
    }
}

extension Position {
    /// Latitude and longitude in decimal degrees: `43.20000 73.70000`.
    package var degrees: String {
        [latitude, longitude].map { value in
            let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100_000)
            return "\(value < 0 ? "-" : "")\(whole).\(String(100_000 + rest).dropFirst())"
        }.joined(separator: " ")
    }
}

extension SeizedItem {
    /// Every word that it carries.
    var words: [String] {
        let amount = quantity.map { [$0.typed ?? "\($0.amount) \($0.unit)", $0.basisTyped ?? ""] } ?? []
        return ([name ?? substance, packaging, logo, note].compactMap { $0 } + amount).map(\.trimmingBlanks)
            .filter { !$0.isEmpty }
    }
}
