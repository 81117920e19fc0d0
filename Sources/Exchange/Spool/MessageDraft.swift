import Model
import Places

/// What an incoming message becomes in a log: the parts of an `AlertRaised` or a `MessageFiled`, cut to what one entry holds.
///
/// The whole of the message stays in its bytes, which are a payload.
package struct MessageDraft: Equatable, Sendable {
    package let headline: String
    /// What the message says in words, with every field that has no place of its own below it, one `name: value` a line.
    package let text: String
    package let head: MessageHead
    /// Without the identifiers of living persons; see `particulars(sealedIn:)`.
    private let open: Particulars
    /// The identifiers of living persons; nil where there are none.
    package let personal: SealedIdentifiers?
    package let substance: String?
    package let quantity: Quantity?
    package let due: Instant?
    /// When it happened, as the sender says; else the day that its words name, else when it was sent. What is only expected
    /// is among the words.
    package let happened: Instant
    /// How exactly that is told.
    package let precision: Precision
    /// How much was seized, as a priority, where its words tell of a seizure; nil for anything else.
    package let seizure: Int?

    /// In bytes of UTF-8.
    package static let textLimit = 12_000
    package static let headlineLimit = 300
    /// Of one name, number or item.
    static let wordLimit = 200
    static let listLimit = 30

    /// - Parameters:
    ///   - channel: by which way it came, where it does not say a known one itself.
    ///   - raw: SHA-256 of its bytes, in hexadecimal.
    ///   - places: where the names of places are looked up.
    package init(_ message: IncomingMessage, channel: Channel, raw: String, places: Gazetteer = .empty) {
        let words = [message.headline, message.text].compactMap { $0?.trimmingBlanks }.filter { !$0.isEmpty }
        let isPast = message.happened.map { $0.instant <= message.sent.instant } ?? false
        let expected = isPast ? nil : message.happened.map { "onset: \($0.text())" }
        let extras =
            [expected].compactMap { $0 } + MessageDraft.rating(message)
            + message.extras.map { "\($0.label): \($0.value)" }
        let said = message.text.map { [$0.trimmingBlanks] } ?? []
        let areas = message.shapes.filter { $0.kind != .point }.map(MessageDraft.area)
        let whole = MessageDraft.cut(
            (said + extras + areas).joined(separator: "\n").trimmingBlanks, MessageDraft.textLimit)
        let first = words.first?.prefix { !$0.isNewline }.description ?? ""
        head = MessageDraft.head(message, channel: channel, raw: raw)
        let numbers = MessageDraft.numbers(headline: first, text: whole)
        let read = MessageDraft.particulars(message, numbers.headline + numbers.text)
        var open = read.open
        // What speaks of people lies in the bytes of the message, which can be erased.
        text = PersonalWords.occur(in: whole, among: numbers.text) ? PersonalWords.open(whole) ?? "" : whole
        open.text = text.isEmpty ? nil : text
        let running = words.joined(separator: "\n")
        if open.place == nil || open.items.isEmpty == false {
            open.takeScene(in: DateMention.blanked(in: running), places, source: message.sender)
        }
        open.operation = Alias.operation(in: running)
        open.locate(in: places)
        let title =
            PersonalWords.occur(in: first, among: numbers.headline)
            ? PersonalWords.open(first) ?? MessageDraft.title(open) : first
        headline = MessageDraft.cut(title.isEmpty ? message.number : title, MessageDraft.headlineLimit)
        (self.open, personal) = (open, read.personal)
        substance = MessageDraft.openWord(message.substance) ?? open.items.first?.name
        quantity = message.amount.flatMap(MessageDraft.quantity) ?? open.items.first?.quantity
        due = message.answerDue?.instant
        seizure = message.kind == nil ? MessageDraft.seizure(running, self.open.items, message) : nil
        (happened, precision) = MessageDraft.happened(message, running, isSeizure: seizure != nil)
    }

    /// Words that say so, with something that is a drug or serves to make one.
    private static func seizure(_ words: String, _ items: [SeizedItem], _ message: IncomingMessage) -> Int? {
        let goods = items.filter { [.drug, .precursor].contains($0.kind) }.compactMap(\.quantity)
        guard !goods.isEmpty, !isNature(message) else { return nil }
        switch PastedMessage.kind(of: words) {
        case .seizureReport: break
        case .information:
            // "12.4 kg found in a truck" is one, and what is only expected is none.
            let text = cut(words, textLimit)
            guard !SeizedItemReader(language: TextLanguage.guess(text) ?? .en).account(text).isPlanned else {
                return nil
            }
        default: return nil
        }
        return goods.map(SeizureTable.priority).min()
    }

    /// Weather and the earth: its salt and ice are no drugs.
    private static func isNature(_ message: IncomingMessage) -> Bool {
        let categories = message.extras.filter { extra in
            extra.label.hasPrefix("alert/info") && extra.label.split(separator: "/").last?.hasPrefix("category") == true
        }
        return !categories.isEmpty && categories.allSatisfy { ["Met", "Geo"].contains($0.value) }
    }

    private static func happened(
        _ message: IncomingMessage, _ words: String, isSeizure: Bool
    ) -> (Instant, Precision) {
        let sent = message.sent.instant
        if let said = message.happened?.instant, said <= sent { return (said, .millisecond) }
        guard isSeizure else { return (sent, .millisecond) }
        let offset = message.sent.offsetSeconds
        for day in DateMention.find(in: cut(words, textLimit)) {
            // A day alone is its first instant in UTC, as in tables of seizures.
            let at = day.instant(before: sent) { _ in day.hour == nil ? 0 : offset }
            if at <= sent { return (at, day.hour == nil ? .day : .minute) }
        }
        return (sent, .millisecond)
    }

    /// - Parameter payload: the hash of the payload that holds `personal`.
    package func particulars(sealedIn payload: Digest?) -> Particulars {
        var particulars = open
        if let personal, let payload { particulars.identifiers += personal.mentions(in: payload) }
        return particulars
    }

    /// What the sender calls the message.
    package static func identity(_ message: IncomingMessage) -> String {
        "\(message.sender),\(message.number),\(message.sent.text(utc: "-00:00"))"
    }

    /// Longer names than these no register of correspondence has.
    package static let identityLimit = 600

    /// References as they are written down: `sender,number,sent`, as far as the message gives it.
    package static func reference(_ reference: IncomingMessage.Reference) -> String {
        [reference.sender, reference.number, reference.sent?.text(utc: "-00:00")].compactMap { $0 }
            .joined(separator: ",")
    }

    private static func head(_ message: IncomingMessage, channel: Channel, raw: String) -> MessageHead {
        var references = message.references.map(reference)
        if let ours = message.ourNumber, !references.contains(ours) { references.append(ours) }
        return MessageHead(
            channel: message.channel.flatMap { Channel(rawValue: $0) } ?? channel, theirNumber: message.number,
            sent: message.sent.instant, identity: identity(message),
            refersTo: references.prefix(listLimit).map { cut($0, identityLimit) }, raw: raw,
            expires: expires(message), scope: scope(message), restriction: openWord(message.handling),
            addressees: scope(message) == .addressees
                ? message.recipients.prefix(listLimit).compactMap(openWord) : [])
    }

    /// What the sender says of how grave it is, where our own scale stands in its place.
    private static func rating(_ message: IncomingMessage) -> [String] {
        guard message.form == .cap, message.priority == nil else { return [] }
        return [("urgency", message.urgency), ("severity", message.severity), ("certainty", message.certainty)]
            .compactMap { name, value in value.map { "alert/info/\(name): \($0)" } }
    }

    private static func scope(_ message: IncomingMessage) -> MessageScope? {
        let said = message.extras.first { $0.label == "alert/scope" }?.value.trimmingBlanks.lowercased()
        return said.flatMap { MessageScope(rawValue: $0) }
    }

    /// Of several blocks the one that ends first: from then on not all of the message holds.
    private static func expires(_ message: IncomingMessage) -> Instant? {
        let others = message.extras.lazy.filter { $0.label.hasSuffix("/expires") }
            .compactMap { try? MessageTime(reading: $0.value).instant }
        return ([message.expires?.instant].compactMap { $0 } + others).min()
    }

    // MARK: Particulars

    private static func particulars(
        _ message: IncomingMessage, _ numbers: [IdentifierFinder.Found]
    ) -> (open: Particulars, personal: SealedIdentifiers?) {
        let found = identifiers(message, numbers)
        var open: [IdentifierMention] = []
        var personal: [SealedIdentifiers.Row] = []
        for (kind, typed, state) in found {
            if kind.isPersonal {
                if let row = SealedIdentifiers.Row(kind, typed: typed, state: state) { personal.append(row) }
            } else if let mention = IdentifierMention(kind, typed: typed, state: state) {
                open.append(mention)
            }
        }
        let position = message.shapes.lazy.compactMap(position).first
        let particulars = Particulars(
            items: items(message), identifiers: open, state: word(message.state), place: openWord(message.place),
            position: position, departure: openWord(message.routeFrom),
            transit: message.routeVia.prefix(listLimit).compactMap(openWord), destination: openWord(message.routeTo),
            concealment: openWord(message.method) ?? message.text.flatMap(HidingPlace.words(in:)))
        return (particulars, personal.isEmpty ? nil : SealedIdentifiers(personal))
    }

    private typealias Seen = (kind: IdentifierKind, typed: String, state: String?)

    /// What is found in headline and text together: the last words of the one may say what the first number of the other is.
    private static func numbers(
        headline: String, text: String
    ) -> (headline: [IdentifierFinder.Found], text: [IdentifierFinder.Found]) {
        let both = "\(headline)\n\(text)"
        let end = both.utf8.index(both.startIndex, offsetBy: headline.utf8.count)
        let found = IdentifierFinder.find(in: both)
        return (found.filter { $0.range.lowerBound < end }, found.filter { $0.range.lowerBound >= end })
    }

    private static func identifiers(_ message: IncomingMessage, _ numbers: [IdentifierFinder.Found]) -> [Seen] {
        var seen: [Seen] = []
        func add(_ kind: IdentifierKind, _ typed: String) {
            let identifier = Identifier(kind, typed)
            let isKnown = seen.contains { $0.kind == kind && Identifier(kind, $0.typed).key == identifier.key }
            guard seen.count < listLimit, !isKnown else { return }
            seen.append((kind, typed, identifier.state))
        }
        for identifier in message.identifiers {
            if let kind = identifier.kind.flatMap({ IdentifierKind(rawValue: $0) }) {
                add(kind, identifier.text)
            } else {
                for found in IdentifierFinder.find(in: identifier.text) {
                    add(found.identifier.kind, found.identifier.typed)
                }
            }
        }
        for found in numbers where found.confidence >= .likely {
            add(found.identifier.kind, found.identifier.typed)
        }
        return seen
    }

    private static func items(_ message: IncomingMessage) -> [SeizedItem] {
        let typed = message.items.prefix(listLimit).map(item)
        if !typed.isEmpty { return Array(typed) }
        guard message.substance != nil || message.amount != nil else {
            return isNature(message) ? [] : spoken(message)
        }
        return [item(name: openWord(message.substance), quantity: message.amount.flatMap(quantity))]
    }

    /// What the description says was seized, else what the headline does.
    private static func spoken(_ message: IncomingMessage) -> [SeizedItem] {
        for words in [message.text, message.headline].compactMap(\.self) {
            let language = TextLanguage.guess(words) ?? .en
            let items = SeizedItemReader(language: language).spoken(cut(words, textLimit)).prefix(listLimit).map(\.item)
            if !items.isEmpty { return Array(items) }
        }
        return []
    }

    /// Made of what was understood, where the sender's own headline speaks of people.
    private static func title(_ particulars: Particulars) -> String {
        let goods = particulars.items.prefix(3).map { item in
            [item.name ?? item.substance, item.quantity.map { "\($0.amount) \($0.unit)" }].compactMap(\.self)
                .joined(separator: " ")
        }
        return (goods + [particulars.place ?? ""]).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// "heroin, 5.065 kg": the amount, and what stands around it.
    private static func item(_ typed: String) -> SeizedItem {
        let typed = cut(typed, wordLimit)
        if PersonalWords.occur(in: typed), let spoken = SeizedItemReader().spoken(typed).first { return spoken.item }
        guard !PersonalWords.occur(in: typed) else { return SeizedItem(kind: .other) }
        guard let amount = AmountReader().read(typed).amounts.first else {
            return item(name: word(typed), quantity: nil)
        }
        let characters = Array(typed)
        let around = String(characters[..<amount.place.lowerBound] + characters[amount.place.upperBound...])
        var name = around.trimmingBlanks.drop { $0 == "," || $0 == ":" || $0 == " " }
        if name.hasPrefix("of ") { name = name.dropFirst(3) }
        let end = name.lastIndex { $0 != "," && $0 != ":" && $0 != " " && $0 != "-" }
        return item(name: end.map { String(name[...$0]) }, quantity: amount.quantity)
    }

    private static func item(name: String?, quantity: Quantity?) -> SeizedItem {
        let substance = name.flatMap { SubstanceFinder.find($0).substance }
        let isPrecursor = substance.map { $0.group == .precursor } ?? false
        let kind: SeizedItem.Kind = substance == nil ? .other : isPrecursor ? .precursor : .drug
        return SeizedItem(kind: kind, name: name, substance: substance?.code, quantity: quantity)
    }

    private static func quantity(_ typed: String) -> Quantity? {
        AmountReader().read(cut(typed, wordLimit)).amounts.first?.quantity
    }

    /// As it stands below the words of a message, because a position alone does not say how far it reaches.
    private static func area(_ shape: IncomingMessage.Shape) -> String {
        let words = [shape.points.joined(separator: " "), shape.radius].compactMap(\.self).joined(separator: " ")
        return "\(shape.kind.rawValue): \(words)"
    }

    /// The position of a point, and of the middle of a circle; other areas have none.
    private static func position(_ shape: IncomingMessage.Shape) -> Position? {
        guard shape.kind != .polygon, let text = shape.points.first else { return nil }
        let parts = text.split { $0 == "," || $0 == " " }.compactMap {
            ExactDecimal(String($0))?.rounded(timesTenTo: 5)
        }
        guard parts.count == 2, abs(parts[0]) <= 9_000_000, abs(parts[1]) <= 18_000_000 else { return nil }
        return Position(latitude: parts[0], longitude: parts[1])
    }

    // MARK: Cutting

    private static func word(_ text: String?) -> String? {
        guard let text = text?.trimmingBlanks, !text.isEmpty else { return nil }
        return cut(text, wordLimit)
    }

    /// Nil where it speaks of people.
    private static func openWord(_ text: String?) -> String? {
        word(text).flatMap { PersonalWords.occur(in: $0) ? nil : $0 }
    }

    /// At most so many bytes of UTF-8, with `…` where something is missing.
    package static func cut(_ text: String, _ limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: limit - 3)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return text[..<end] + "…"
    }
}
