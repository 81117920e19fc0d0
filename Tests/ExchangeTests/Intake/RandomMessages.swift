import Model

@testable import Exchange

/// Messages by chance, with what is hard about texts in them.
struct RandomMessages {
    var chance: SeededChance

    init(seed: UInt64) { chance = SeededChance(seed: seed) }

    private static let words = [
        "heroin", "Osh", "Ош", "героин 5,065 кг", "海洛因", "a<b", "x & y", "\"quoted\"", "it's", "]]>", "--", "&amp;",
        "0", "é",
        "e\u{301}", "\u{1F4E6}", "\u{202E}abc", "=1+1", "A: b", "В: г", "：", "> quoted", "END.",
        "https://example.org/?a=1&b=2",
        "tab\there", "\u{FFFD}", "\u{10FFFD}", "\u{80}", "very-long-" + String(repeating: "w", count: 90),
    ]

    mutating func pick<Element>(_ all: [Element]) -> Element { all[Int.random(in: 0..<all.count, using: &chance)] }
    mutating func isLucky(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &chance) < percent }

    mutating func text(_ separator: String = " ") -> String {
        (0..<Int.random(in: 1...6, using: &chance)).map { _ in pick(RandomMessages.words) }.joined(separator: separator)
    }

    mutating func maybe(_ separator: String = " ") -> String? { isLucky(50) ? text(separator) : nil }

    mutating func some<Part>(_ most: Int, _ make: (inout RandomMessages) -> Part) -> [Part] {
        (0..<Int.random(in: 0...most, using: &chance)).map { _ in make(&self) }
    }

    mutating func time() -> MessageTime {
        let seconds = Int64.random(in: -62_000_000_000...253_402_000_000, using: &chance)
        let offset = Int.random(in: -14 * 60...14 * 60, using: &chance) * 60
        return MessageTime(Instant(milliseconds: seconds * 1_000), offsetSeconds: offset)
    }

    mutating func token() -> String {
        "\(pick(["KGZ", "a@b.kz", "urn:oid:2.49", "Ош-14/2026"]))-\(chance.next() % 10_000)"
    }

    // MARK: CAP

    mutating func cap() -> CAPMessage {
        var message = CAPMessage(
            identifier: token(), sender: token(), sent: time(), status: pick(CAPMessage.Status.allCases),
            messageType: pick(CAPMessage.MessageType.allCases), scope: pick(CAPMessage.Scope.allCases))
        message.source = maybe()
        message.restriction = message.scope == .restricted ? text() : maybe()
        message.addresses = message.scope == .privateScope ? text() : maybe()
        message.codes = some(3) { $0.text() }
        message.note = maybe("\n")
        message.references = some(3) { .init(sender: $0.token(), identifier: $0.token(), sent: $0.time()) }
        message.incidents = maybe()
        message.infos = some(3) { $0.info() }
        return message
    }

    mutating func info() -> CAPInfo {
        var info = CAPInfo(
            event: text(),
            categories: [pick(CAPInfo.Category.allCases)] + some(2) { $0.pick(CAPInfo.Category.allCases) },
            urgency: pick(CAPInfo.Urgency.allCases), severity: pick(CAPInfo.Severity.allCases),
            certainty: pick(CAPInfo.Certainty.allCases))
        info.language = isLucky(70) ? pick(["en-US", "ru", "zh-Hans-CN", "ky"]) : nil
        info.responseTypes = some(3) { $0.pick(CAPInfo.ResponseType.allCases) }
        info.audience = maybe()
        info.eventCodes = some(2) { .init($0.text(), $0.text()) }
        info.effective = isLucky(50) ? time() : nil
        info.onset = isLucky(50) ? time() : nil
        info.expires = isLucky(50) ? time() : nil
        info.senderName = maybe()
        info.headline = maybe()
        info.description = maybe("\n\r ")
        info.instruction = maybe("\r\n")
        info.web = isLucky(50) ? "https://example.org/a?b=1&c=2" : nil
        info.contact = maybe()
        info.parameters = some(3) { .init($0.text(), $0.text()) }
        info.resources = some(2) { $0.resource() }
        info.areas = some(2) { $0.area() }
        return info
    }

    private mutating func resource() -> CAPResource {
        var resource = CAPResource(resourceDesc: text(), mimeType: "image/jpeg")
        resource.size = isLucky(50) ? Int64.random(in: 0...1_000_000, using: &chance) : nil
        resource.uri = isLucky(50) ? "https://example.org/1.jpg" : nil
        resource.derefUri = maybe()
        resource.digest = maybe()
        return resource
    }

    private mutating func area() -> CAPArea {
        var area = CAPArea(areaDesc: text())
        area.polygons = some(2) { _ in "42.1,74.5 42.2,74.5 42.2,74.6 42.1,74.5" }
        area.circles = some(2) { _ in "42.1,74.5 3" }
        area.geocodes = some(2) { .init($0.text(), $0.text()) }
        area.altitude = isLucky(50) ? "-12.50" : nil
        area.ceiling = isLucky(50) ? "+100" : nil
        return area
    }

    // MARK: Messages of ours

    /// A text as a form field has it: no blanks at the ends, none twice, one line.
    private mutating func value() -> String {
        let words = text().replacing("\u{80}", with: "").split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? "0" : words.joined(separator: " ")
    }

    private mutating func maybeValue() -> String? { isLucky(50) ? value() : nil }

    mutating func message(form: IncomingMessage.Form) -> IncomingMessage {
        var message = IncomingMessage(form: form, sender: token(), number: token(), sent: time())
        message.status = pick(IncomingMessage.Status.allCases)
        message.act = pick(IncomingMessage.Act.allCases)
        message.kind = isLucky(80) ? pick(MessageWord.kinds.map(\.code)) : nil
        message.senderName = maybeValue()
        message.recipients = some(2) { $0.value() }.map { $0.replacing("\"", with: "'") }
        message.ourNumber = maybeValue()
        message.references =
            some(2) { .init(sender: $0.token(), number: $0.token(), sent: $0.time()) }
            + some(1) { .init(number: $0.token()) }
        message.answerDue = isLucky(50) ? time() : nil
        message.happened = isLucky(50) ? time() : nil
        message.expires = isLucky(50) ? time() : nil
        message.channel = maybeValue()
        message.handling = maybeValue()
        message.priority = isLucky(50) ? Int.random(in: 1...4, using: &chance) : nil
        if isLucky(50) {
            message.urgency = pick(CAPInfo.Urgency.allCases).rawValue
            message.severity = pick(CAPInfo.Severity.allCases).rawValue
            message.certainty = pick(CAPInfo.Certainty.allCases).rawValue
        }
        message.headline = maybeValue()
        message.text = isLucky(70) ? (0..<5).map { _ in value() }.joined(separator: "\n") : nil
        message.state = maybeValue()
        message.place = maybeValue()
        if isLucky(50) { message.shapes.append(.init(kind: .circle, points: ["42.1,74.5"], radius: "3")) }
        if isLucky(50) { message.shapes.append(.init(kind: .point, points: ["42.1,74.5"])) }
        message.substance = maybeValue()
        message.amount = maybeValue()
        message.items = some(3) { $0.value() }
        message.identifiers = some(3) {
            .init(kind: $0.pick(["plate", "container", "seal", "wallet"]), text: $0.value())
        }
        message.identifiers.sort { ($0.kind ?? "") < ($1.kind ?? "") }
        message.routeFrom = maybeValue()
        message.routeVia = some(2) { $0.value() }
        message.routeTo = maybeValue()
        message.method = maybeValue()
        message.extras = some(2) { .init($0.pick(["ESCORT", "a=b%", "alert/info[2]/event", "КОНВОЙ"]), $0.value()) }
        return message
    }
}
