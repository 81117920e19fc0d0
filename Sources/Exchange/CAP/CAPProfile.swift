import Model

/// Our own fields in a CAP message: parameters of its first block, whose names begin with `caricc:`.
enum CAPProfile {
    static let prefix = "caricc:"
    /// Present, with value 1, in every message that we write.
    static let version = "caricc:profile"

    /// What a message of ours has because CAP asks for it, and what therefore says nothing.
    static let derived: Set<String> = [
        "alert/scope", "alert/restriction", "alert/info/category", "alert/info/event", "alert/info/language",
        "alert/info/headline", "alert/note",
    ]

    /// False where the parameter is not ours, or not as we write it; it stays among the other fields then.
    static func take(_ parameter: CAPInfo.NamedValue, into message: inout IncomingMessage) -> Bool {
        guard parameter.name.hasPrefix(prefix) else { return false }
        let value = parameter.value
        switch String(parameter.name.dropFirst(prefix.count)) {
        case "profile": return value == "1"
        case "kind": message.kind = value
        case "priority":
            guard let priority = Int(value), (1...4).contains(priority) else { return false }
            message.priority = priority
        case "channel": message.channel = value
        case "handling": message.handling = value
        case "our_number": message.ourNumber = value
        case "answer_due":
            guard let due = try? MessageTime(reading: value) else { return false }
            message.answerDue = due
        case "headline": message.headline = value
        case "no_headline": message.headline = nil
        case "no_place": message.place = nil
        case "no_rating": (message.urgency, message.severity, message.certainty) = (nil, nil, nil)
        case "state": message.state = value
        case "substance": message.substance = value
        case "amount": message.amount = value
        case "item": message.items.append(value)
        case "route_from": message.routeFrom = value
        case "route_via": message.routeVia.append(value)
        case "route_to": message.routeTo = value
        case "method": message.method = value
        case "identifier":
            let parts = PairText.parts(value)
            guard let text = parts.second else { return false }
            message.identifiers.append(.init(kind: parts.first.isEmpty ? nil : parts.first, text: text))
        case "refers_to":
            let parts = PairText.parts(value)
            guard let number = parts.second else { return false }
            message.references.append(.init(sender: parts.first.isEmpty ? nil : parts.first, number: number))
        case "extra":
            let parts = PairText.parts(value)
            guard let text = parts.second else { return false }
            message.extras.append(.init(parts.first, text))
        default: return false
        }
        return true
    }

    static func parameters(of message: IncomingMessage) -> [CAPInfo.NamedValue] {
        var list: [CAPInfo.NamedValue] = [.init(version, "1")]
        func add(_ name: String, _ value: String?) {
            if let value { list.append(.init(prefix + name, value)) }
        }
        add("kind", message.kind)
        add("priority", message.priority.map(String.init))
        add("channel", message.channel)
        add("handling", message.handling)
        add("our_number", message.ourNumber)
        add("answer_due", message.answerDue?.text())
        if message.headline == nil { add("no_headline", "1") }
        if message.place == nil { add("no_place", "1") }
        if message.urgency == nil { add("no_rating", "1") }
        add("state", message.state)
        add("substance", message.substance)
        add("amount", message.amount)
        for item in message.items { add("item", item) }
        add("route_from", message.routeFrom)
        for place in message.routeVia { add("route_via", place) }
        add("route_to", message.routeTo)
        add("method", message.method)
        for identifier in message.identifiers {
            add("identifier", PairText.text(identifier.kind ?? "", identifier.text))
        }
        for reference in message.references where !isTriplet(reference) {
            add("refers_to", PairText.text(reference.sender ?? "", reference.number))
        }
        for extra in message.extras { add("extra", PairText.text(extra.label, extra.value)) }
        return list
    }

    /// Whether CAP's own `references` can name it.
    static func isTriplet(_ reference: IncomingMessage.Reference) -> Bool {
        guard let sender = reference.sender, reference.sent != nil else { return false }
        return [sender, reference.number].allSatisfy { text in
            !text.isEmpty && !text.utf8.contains { $0 <= 0x20 || $0 == 0x2C }
        }
    }
}

/// Two texts in one, with `=` between; `=` and `%` in the first as `%3D` and `%25`.
enum PairText {
    static func text(_ first: String, _ second: String) -> String {
        first.replacing("%", with: "%25").replacing("=", with: "%3D") + "=" + second
    }

    static func parts(_ text: String) -> (first: String, second: String?) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let first = String(parts[0]).replacing("%3D", with: "=").replacing("%25", with: "%")
        return (first, parts.count == 2 ? String(parts[1]) : nil)
    }
}
