extension LabelledMessage {
    /// A message as labelled lines, codes in the words of a language; reading them gives the same message.
    package init(_ message: IncomingMessage, _ language: MessageLabel.Language) {
        var lines: [Line] = []
        func add(_ label: MessageLabel, _ value: String?) {
            if let value, !value.isEmpty { lines.append(.init(label, value)) }
        }
        add(.kind, message.kind.map { MessageWord.word(for: $0, in: MessageWord.kinds, language) })
        if message.kind == nil || message.act != IncomingMessage.act(ofKind: message.kind) {
            add(.messageType, MessageWord.word(for: message.act, in: MessageWord.acts, language))
        }
        switch message.status {
        case .actual: break
        case .exercise: add(.exercise, MessageWord.word(for: true, in: MessageWord.answers, language))
        default: add(.status, MessageWord.word(for: message.status, in: MessageWord.statuses, language))
        }
        add(.priority, message.priority.map(String.init))
        add(.urgency, message.urgency)
        add(.severity, message.severity)
        add(.certainty, message.certainty)
        add(.from, message.sender)
        add(.senderName, message.senderName)
        for recipient in message.recipients { add(.to, recipient) }
        add(.number, message.number)
        add(.yourNumber, message.ourNumber)
        for reference in message.references { add(.refersTo, LabelledMessage.text(reference)) }
        add(.date, message.sent.text())
        add(.happened, message.happened?.text())
        add(.answerBy, message.answerDue?.text())
        add(.validUntil, message.expires?.text())
        add(.channel, message.channel)
        add(.handling, message.handling)
        add(.headline, message.headline)
        lines += LabelledMessage.facts(message)
        self.init(lines: lines, text: message.text)
    }

    private static func facts(_ message: IncomingMessage) -> [Line] {
        var lines: [Line] = []
        func add(_ label: MessageLabel, _ value: String?) {
            if let value, !value.isEmpty { lines.append(.init(label, value)) }
        }
        add(.state, message.state)
        add(.place, message.place)
        for shape in message.shapes {
            add(.coordinates, (shape.points + (shape.radius.map { [$0] } ?? [])).joined(separator: " "))
        }
        add(.substance, message.substance)
        add(.amount, message.amount)
        for item in message.items { add(.item, item) }
        for identifier in message.identifiers {
            switch identifier.kind {
            case "plate": add(.plate, identifier.text)
            case "container": add(.container, identifier.text)
            case let kind?: add(.identifier, PairText.text(kind, identifier.text))
            case nil: add(.identifier, identifier.text)
            }
        }
        add(.routeFrom, message.routeFrom)
        for place in message.routeVia { add(.routeVia, place) }
        add(.routeTo, message.routeTo)
        add(.method, message.method)
        for extra in message.extras {
            if Line.isLabel(extra.label) {
                lines.append(.init(name: extra.label, extra.value))
            } else {
                add(.other, PairText.text(extra.label, extra.value))
            }
        }
        return lines
    }

    private static func text(_ reference: IncomingMessage.Reference) -> String {
        let escaped = { (text: String) in text.replacing("%", with: "%25").replacing(";", with: "%3B") }
        return [escaped(reference.number), reference.sender.map(escaped), reference.sent?.text()].compactMap { $0 }
            .joined(separator: "; ")
    }
}
