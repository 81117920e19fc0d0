import Model
import Screen
import Wording

/// A request to a State that is being drafted: its fields, what it says in the reader's language, what is still missing.
package struct RequestSheet: Equatable, Sendable {
    package let delivery: SubjectName
    /// The seizure that it is about.
    package let alert: SubjectName?
    package internal(set) var fields: [Form.Field]
    package internal(set) var focus = 0
    package internal(set) var first = 0
    /// As it would leave, with the SHA-256 of it in hexadecimal; nil while it is still written.
    package internal(set) var composed: ComposedRequest?
    package internal(set) var isWorking = false
    package internal(set) var fault: Message?
    /// What the fields held before anybody typed, so that another State or purpose can change it.
    var defaults: [String] = []

    /// The places of the fields.
    enum Place {
        static let purpose = 0, state = 1, words = 2, until = 3, answerBy = 4, ourNumber = 5, theirNumber = 6
        static let lead = 7, also = 8, channel = 9, file = 10
    }

    /// How it goes out, as it is written down.
    static let channels = ["I-24/7", "CENcomm", "mail", "telephone"]
    private static let channelWords: [Message] = [.verbatim("I-24/7"), .verbatim("CENcomm"), "mail", "telephone"]

    init(_ delivery: SubjectName, _ purpose: RequestPurpose, to state: String, about alert: SubjectName?) {
        self.delivery = delivery
        self.alert = alert
        fields = [
            Form.Field(
                "What for", choices: RequestPurpose.allCases.map(\.message),
                selected: RequestPurpose.allCases.firstIndex(of: purpose) ?? 0),
            Form.Field("State", state, hint: "State code, such as UZB"),
            Form.Field("Reason or question", hint: "why it is asked, or what is to be found out"),
            Form.Field("Asked until", hint: "06:00, 2h, 17 Oct 08:00", time: .deadline),
            Form.Field("Answer by", hint: "empty for none; 06:00, 2h", time: .deadline),
            Form.Field("Our number", hint: "our outgoing number"),
            Form.Field("Their number", hint: "where it answers theirs; may stay empty"),
            Form.Field("Leads there", hint: "their officer or authority; may stay empty"),
            Form.Field("Further", hint: "what else their rules ask for"),
            Form.Field("Channel", choices: RequestSheet.channelWords),
            Form.Field("File", hint: "a new file, for w; may stay empty"),
        ]
    }

    var purpose: RequestPurpose { RequestPurpose.allCases[fields[Place.purpose].choice] }
    var state: String { fields[Place.state].text.uppercased() }

    /// Puts in what a purpose and a State begin with, where nobody typed anything else.
    mutating func fill(_ wishes: RequestWishes, zone: Zone) {
        func typed(_ instant: Instant?) -> String {
            guard let instant else { return "" }
            let civil = Civil(instant, offsetSeconds: zone.offset(at: instant))
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(civil.year)-\(two(civil.month))-\(two(civil.day)) \(two(civil.hour)):\(two(civil.minute))"
        }
        let new = [
            "", "", wishes.words ?? "", typed(wishes.until), typed(wishes.answerBy), wishes.ourNumber ?? "", "",
            wishes.lead ?? "",
        ]
        for (place, text) in new.enumerated() where place >= Place.words {
            let before = defaults.indices.contains(place) ? defaults[place] : ""
            if fields[place].text == before { fields[place].input = TextField(text) }
        }
        defaults = new
    }

    /// - Throws: `FormFault` for a time that cannot be read.
    func wishes(zone: Zone, now: Instant) throws(FormFault) -> RequestWishes {
        let form = Form(.sendRequest(delivery), title: "", fields: fields)
        let times = FormTimes(form: form, entry: TimeEntry(zone: zone, now: now), now: now)
        var wishes = RequestWishes(purpose, to: state, words: fields[Place.words].optionalText, alert: alert)
        wishes.until = try times.optional(Place.until, leaning: .deadline)
        wishes.answerBy = try times.optional(Place.answerBy, leaning: .deadline)
        wishes.ourNumber = fields[Place.ourNumber].optionalText
        wishes.theirNumber = fields[Place.theirNumber].optionalText
        wishes.lead = fields[Place.lead].optionalText
        wishes.also = fields[Place.also].optionalText
        return wishes
    }
}

/// A request as it is to be put together, by whoever has the words of all languages.
package struct RequestOrder: Equatable, Sendable {
    package let document: RequestDocument
    /// The reader's language first, then ours, where it is another one.
    package let languages: [Language]
    package let zone: Zone

    package init(_ document: RequestDocument, languages: [Language], zone: Zone) {
        self.document = document
        self.languages = languages
        self.zone = zone
    }
}

/// A request as it would leave.
package struct ComposedRequest: Equatable, Sendable {
    package let order: RequestOrder
    package let text: String
    /// SHA-256 of the text, in hexadecimal.
    package let hash: String

    package init(_ order: RequestOrder, text: String, hash: String) {
        self.order = order
        self.text = text
        self.hash = hash
    }
}

extension AppState {
    /// `:draft`, `:draft UZB`, `:draft UZB more_time`: to the State that has to be asked first, for what it has to be asked.
    mutating func draftRequest(_ argument: String) -> [Effect] {
        guard let delivery = selectedDelivery else { return [] }
        let words = argument.split(separator: " ").map(String.init)
        let uncovered = delivery.coverAhead(at: now).first { !$0.cover.isCovered }?.leg.state
        let state = words.first?.uppercased() ?? uncovered ?? delivery.currentLeg?.state ?? ""
        if let word = words.dropFirst().first, RequestPurpose(rawValue: word.lowercased()) == nil {
            let known = RequestPurpose.allCases.map(\.rawValue).joined(separator: ", ")
            return say("“\(word)” is nothing to ask for; try one of \(known).", isError: true)
        }
        let purpose = words.dropFirst().first.flatMap { RequestPurpose(rawValue: $0.lowercased()) }
        if isSpoken { return say("A request is drafted on the screen, or by caricc delivery draft.", isError: true) }
        return startRequest(delivery, purpose ?? delivery.purpose(to: state, at: now), to: state, about: nil)
    }

    mutating func startRequest(
        _ delivery: Delivery, _ purpose: RequestPurpose, to state: String, about alert: Alert?
    ) -> [Effect] {
        var sheet = RequestSheet(delivery.name, purpose, to: state, about: alert?.name)
        sheet.fill(usual(sheet, delivery), zone: zone)
        let first = [RequestSheet.Place.state, RequestSheet.Place.words].first { sheet.fields[$0].isEmpty }
        sheet.focus = first ?? RequestSheet.Place.words
        overlay = .request(sheet)
        return otherWords.isEmpty ? [.loadWords] : []
    }

    private func usual(_ sheet: RequestSheet, _ delivery: Delivery) -> RequestWishes {
        var wishes = RequestDocument.usual(delivery, sheet.purpose, to: sheet.state, at: now)
        if sheet.purpose == .information, let alert = sheet.alert.flatMap({ alert($0) }) {
            wishes.words = catalogue.text("Is the seizure \(alert.headline) the load of this delivery?")
        }
        return wishes
    }

    /// What the sheet says now; nil where a time cannot be read.
    func document(of sheet: RequestSheet) -> RequestDocument? {
        guard let delivery = delivery(sheet.delivery), let wishes = try? sheet.wishes(zone: zone, now: now) else {
            return nil
        }
        return RequestDocument(
            delivery, wishes, at: now, seizure: sheet.alert.flatMap { alert($0) },
            requirements: board.directory.requirements(sheet.state, at: now))
    }

    /// In which languages it goes out.
    func requestLanguages(to state: String) -> [Language] {
        let theirs = RequestDocument.language(of: state)
        return theirs == catalogue.language ? [theirs] : [theirs, catalogue.language]
    }

    mutating func take(_ key: Key, in sheet: RequestSheet) -> [Effect] {
        var sheet = sheet
        switch move(key, in: &sheet, lines: { requestLines(of: $0, width: $1).count }) {
        case .composing: return compose(sheet)
        case .composed: return takeComposed(key, sheet)
        case .left: overlay = nil
        case .typed:
            let before = (sheet.purpose, sheet.state)
            sheet.fields[sheet.focus].take(key, on: layouts)
            sheet.first = 0
            if before != (sheet.purpose, sheet.state), let delivery = delivery(sheet.delivery) {
                sheet.fill(usual(sheet, delivery), zone: zone)
            }
            overlay = .request(sheet)
        case .moved: overlay = .request(sheet)
        }
        return []
    }

    private mutating func compose(_ sheet: RequestSheet) -> [Effect] {
        var sheet = sheet
        do throws(FormFault) {
            _ = try sheet.wishes(zone: zone, now: now)
        } catch {
            (sheet.fault, sheet.focus) = (error.message, error.field)
        }
        if sheet.state.stateCode.isEmpty {
            (sheet.fault, sheet.focus) = ("Say which State, in three letters such as UZB.", RequestSheet.Place.state)
        }
        let document = sheet.fault == nil ? document(of: sheet) : nil
        sheet.isWorking = document != nil
        overlay = .request(sheet)
        guard let document else { return [] }
        return [
            .composeRequest(RequestOrder(document, languages: requestLanguages(to: sheet.state), zone: zone))
        ]
    }

    /// The answer to `composeRequest`.
    mutating func takeComposed(_ composed: ComposedRequest) {
        guard case .request(var sheet) = overlay, document(of: sheet) == composed.order.document else { return }
        sheet.composed = composed
        (sheet.isWorking, sheet.first) = (false, 0)
        overlay = .request(sheet)
    }

    /// It lies there as it would leave: `y` copies it, `w` writes it, F8 writes down that it was sent.
    private mutating func takeComposed(_ key: Key, _ sheet: RequestSheet) -> [Effect] {
        guard let composed = sheet.composed else { return [] }
        var sheet = sheet
        switch meaning(of: key, among: [.character("y"), .character("w")]) ?? key {
        case .escape: (sheet.composed, sheet.first) = (nil, 0)
        case .down, .up: sheet.first = max(0, sheet.first + (key == .down ? 1 : -1))
        case .character("y"):
            if let reason = obstacleOfCopying(sheet.delivery) {
                sheet.fault = reason
                break
            }
            clipboard = composed.text
            return [.copy(composed.text)] + (copyDraft(of: sheet.delivery).map { append($0) } ?? [])
        case .character("w"):
            guard let path = sheet.fields[RequestSheet.Place.file].optionalText else {
                (sheet.composed, sheet.focus) = (nil, RequestSheet.Place.file)
                sheet.fault = "Say the name of a new file."
                break
            }
            return [.writeRelease(composed.text, path: path)]
        case .function(8): return markSent(sheet, composed)
        default: return []
        }
        overlay = .request(sheet)
        return []
    }

    private mutating func markSent(_ sheet: RequestSheet, _ composed: ComposedRequest) -> [Effect] {
        let document = composed.order.document
        if let reason = Obstacles.reading(self) {
            var sheet = sheet
            sheet.fault = reason
            overlay = .request(sheet)
            return []
        }
        let draft = document.sent(
            by: RequestSheet.channels[sheet.fields[RequestSheet.Place.channel].choice],
            language: composed.order.languages.first?.rawValue, words: prose(of: document), hash: composed.hash)
        var sheet = sheet
        sheet.isWorking = true
        overlay = .request(sheet)
        return append(
            Draft(.existing(sheet.delivery), .delivery(draft), expecting: delivery(sheet.delivery)?.trail.last))
    }

    /// The request in the reader's language, as far as its words are there.
    func prose(of document: RequestDocument) -> String {
        document.prose(in: readersCatalogue(of: document), zone: zone)
    }

    func readersCatalogue(of document: RequestDocument) -> Catalogue {
        let language = RequestDocument.language(of: document.wishes.state)
        return ([catalogue, .english] + otherWords).first { $0.language == language } ?? catalogue
    }
}

extension RequestDocument {
    /// What the log keeps once it went out: a formal request has an event of its own.
    package func sent(by channel: String, language: String?, words: String, hash: String?) -> DeliveryEvent {
        if let matter = wishes.purpose.formal {
            return .formalRequestSent(
                FormalRequestSent(
                    matter: matter, from: rowText(.initiator) ?? "", to: wishes.state, number: wishes.ourNumber ?? "",
                    due: wishes.answerBy))
        }
        return .requestSent(
            RequestSent(
                state: wishes.state, channel: channel, number: wishes.ourNumber, text: words, version: version,
                supersedes: supersedes, theirNumber: wishes.theirNumber, language: language,
                answerBy: wishes.answerBy, raw: hash))
    }

    private func rowText(_ field: Field) -> String? {
        if case .texts(let texts)? = self[field] { texts.first } else { nil }
    }
}
