import Model

/// What a message from the Centre is called, and when it goes.
package struct OutgoingHead: Equatable, Sendable {
    /// Who sends it: the Centre.
    package var sender: String
    /// Our number; unique for the sender.
    package var number: String
    package var sent: Instant
    /// East of UTC, of the clock that it states its time by.
    package var offsetSeconds: Int
    package var recipients: [String]
    /// What it does on a thread; nil where a record is given out by itself.
    package var course: OutgoingCourse?

    package init(
        sender: String, number: String, sent: Instant, offsetSeconds: Int, recipients: [String],
        course: OutgoingCourse? = nil
    ) {
        self.sender = sender
        self.number = number
        self.sent = sent
        self.offsetSeconds = offsetSeconds
        self.recipients = recipients
        self.course = course
    }
}

extension IncomingMessage {
    /// A record of ours as a message, from which CAP and labelled text are written.
    ///
    /// - Parameter language: in which goods are named; amounts stay as they are.
    package init(_ record: OutgoingRecord, _ head: OutgoingHead, _ language: MessageLabel.Language = .en) {
        let particulars = record.particulars
        self.init(
            form: .labelledText, sender: head.sender, number: head.number,
            sent: MessageTime(head.sent, offsetSeconds: head.offsetSeconds))
        status = record.isExercise ? .exercise : .actual
        let sort = head.course?.kind ?? record.kind ?? .information
        kind = sort.rawValue
        act = sort == .rejection ? .error : IncomingMessage.act(ofKind: kind)
        recipients = head.recipients
        if let course = head.course { take(course, head) }
        priority = record.priority
        headline = IncomingMessage.plain(record.headline)
        // A day is one of UTC, whatever clock the message is written by.
        let offset = record.precision == .millisecond || record.precision == .minute ? head.offsetSeconds : 0
        happened = record.at.map { MessageTime($0, offsetSeconds: offset) }
        let asks = head.course?.asks ?? true
        answerDue = (asks ? record.answerBy : nil).map { MessageTime($0, offsetSeconds: head.offsetSeconds) }
        expires = record.validUntil.map { MessageTime($0, offsetSeconds: head.offsetSeconds) }
        handling = record.handling?.rawValue
        state = IncomingMessage.plain(particulars.state ?? record.columns.country)
        place = IncomingMessage.plain(particulars.place)
        // The middle of a town that we looked up is no place that anybody told.
        if let position = particulars.position, particulars.placeID == nil {
            let point = "\(DegreeText.text(position.latitude)),\(DegreeText.text(position.longitude))"
            shapes = [Shape(kind: .point, points: [point])]
        }
        items = particulars.items.compactMap { IncomingMessage.plain(IncomingMessage.line($0, language)) }
        identifiers = particulars.identifiers.compactMap { mention in
            mention.typed.map { Identifier(kind: mention.kind.rawValue, text: IncomingMessage.plain($0) ?? "") }
        }
        routeFrom = IncomingMessage.plain(particulars.departure)
        routeVia = particulars.transit.compactMap { IncomingMessage.plain($0) }
        routeTo = IncomingMessage.plain(particulars.destination)
        method = IncomingMessage.plain(particulars.concealment)
        for (label, value) in [
            ("TRANSPORT", particulars.transport), ("REGION", record.columns.division ?? record.columns.region),
            ("ROUTING", record.columns.routing), ("PRODUCED IN", record.columns.producing),
        ] {
            if let value = IncomingMessage.plain(value) { extras.append(Extra(label, value)) }
        }
        let texts = [record.ownWords, particulars.text.map { take(MessageLines($0)) }].compactMap { $0 }
            .filter { !$0.isEmpty }
        text = texts.isEmpty ? nil : IncomingMessage.carried(texts.joined(separator: "\n\n"))
    }

    /// Which messages it answers, and which of ours it takes back.
    private mutating func take(_ course: OutgoingCourse, _ head: OutgoingHead) {
        ourNumber = course.answers.last?.theirNumber
        references = course.answers.compactMap { theirs in
            guard let number = theirs.theirNumber else { return nil }
            let sent = theirs.sent.map { MessageTime($0, offsetSeconds: head.offsetSeconds) }
            return theirs.sender.map { Reference(sender: $0, number: number, sent: sent) }
        }
        references += course.takesBack.compactMap { old in
            guard let number = old.ourNumber, let sent = old.sent else { return nil }
            let time = MessageTime(sent, offsetSeconds: head.offsetSeconds)
            return Reference(sender: head.sender, number: number, sent: time)
        }
    }

    /// What came as a field of CAP leaves as one; gives the words back. Where a field stood is nobody's business outside.
    private mutating func take(_ lines: MessageLines) -> String {
        var areas: [Shape] = []
        for field in lines.fields {
            let shape =
                switch field.name {
                case "circle": CAPShapes.circle(field.value)
                case "polygon": CAPShapes.polygon(field.value)
                default: Shape?.none
                }
            switch field.path {
            case _ where shape != nil: areas += [shape].compactMap { $0 }
            case _ where field.name == "category": categories.append(field.value)
            case _ where field.name == "event" && !field.value.isEmpty:
                event = event ?? IncomingMessage.plain(field.value)
            case "alert/info/certainty": certainty = certainty ?? IncomingMessage.plain(field.value)
            case "alert/info/urgency": urgency = urgency ?? IncomingMessage.plain(field.value)
            case "alert/info/severity": severity = severity ?? IncomingMessage.plain(field.value)
            default: break
            }
        }
        // The middle of a circle says less than the circle.
        if !areas.isEmpty { shapes = areas.filter { $0.kind != .point } + shapes.filter { $0.kind != .point } }
        return lines.told
    }

    /// `heroin, 5.065 kg`, with what is known beside it.
    private static func line(_ item: SeizedItem, _ language: MessageLabel.Language) -> String {
        let amount = item.quantity.map { quantity in
            switch quantity.answer {
            case .notAsked: ""
            default:
                [
                    quantity.amount, quantity.amountHigh.map { "- \($0)" } ?? "",
                    item.kind == .cash ? item.currency ?? quantity.unit : quantity.unit,
                ].filter { !$0.isEmpty }.joined(separator: " ")
            }
        }
        return [name(item, language), amount, item.packaging, item.logo, item.note]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The registry's name in the reader's language; what it does not know, as it was typed.
    private static func name(_ item: SeizedItem, _ language: MessageLabel.Language) -> String {
        if item.kind == .cash, item.name == nil {
            return switch language {
            case .en: "cash"
            case .ru: "наличные"
            case .zh: "现金"
            }
        }
        let known = item.substance.flatMap { SubstanceRegistry.substance(code: $0) }
        return known.flatMap { TextLanguage(rawValue: language.rawValue).map($0.name) } ?? item.name ?? item.substance
            ?? item.kind.rawValue
    }

    /// One line without control characters, which neither XML nor a line of text may hold; nil where nothing is left.
    static func plain(_ text: String?) -> String? {
        guard let text else { return nil }
        let words = carried(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// Without the characters that XML 1.0 cannot carry; U+FFFD stands in their place.
    static func carried(_ text: String) -> String {
        var carried = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { carried.append(XMLReference.isCharacter(scalar) ? scalar : "\u{FFFD}") }
        return String(carried)
    }
}

/// Messages from the Centre, marked where they belong to an exercise.
package enum OutgoingMessage {
    /// CAP 1.2; status Exercise and a note in an exercise.
    package static func cap(_ record: OutgoingRecord, _ head: OutgoingHead) throws(CAPWriter.Fault) -> [UInt8] {
        var message = CAPMessage(IncomingMessage(record, head), language: nil)
        if record.isExercise { message.note = ExerciseMark.words }
        return try CAPWriter.bytes(of: message)
    }

    /// Labelled text; in an exercise the first and the last line say so.
    package static func text(
        _ record: OutgoingRecord, _ head: OutgoingHead, _ language: MessageLabel.Language
    ) -> String {
        let text = LabelledText.write(LabelledMessage(IncomingMessage(record, head, language), language), language)
        guard record.isExercise else { return text }
        let mark = ExerciseMark.line(language)
        return "\(mark)\n\(text)\(mark)\n"
    }
}
