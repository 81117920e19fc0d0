import Model

extension IncomingMessage {
    /// What a message as plain text says. KIND (or MESSAGE TYPE), FROM, NUMBER and DATE must be there; labels that nobody knows are
    /// among `extras`. The path of a refusal is the label in English.
    package init(_ reading: LabelledText.Reading) throws(IntakeRefusal) {
        let lines = LabelledLines(reading)
        self.init(
            form: .labelledText, sender: try lines.required(.from), number: try lines.required(.number),
            sent: try lines.time(.date, try lines.required(.date)))
        try takeNature(lines)
        senderName = lines.text(.senderName)
        recipients = lines.texts(.to)
        ourNumber = lines.text(.yourNumber)
        references = lines.texts(.refersTo).map(IncomingMessage.reference)
        happened = try lines.text(.happened).map { (text) throws(IntakeRefusal) in try lines.time(.happened, text) }
        answerDue = try lines.text(.answerBy).map { (text) throws(IntakeRefusal) in try lines.time(.answerBy, text) }
        expires = try lines.text(.validUntil).map { (text) throws(IntakeRefusal) in try lines.time(.validUntil, text) }
        channel = lines.text(.channel)
        handling = lines.text(.handling)
        headline = lines.text(.headline)
        text = reading.message.text
        state = lines.text(.state)
        place = lines.text(.place)
        substance = lines.text(.substance)
        amount = lines.text(.amount)
        items = lines.texts(.item)
        routeFrom = lines.text(.routeFrom)
        routeVia = lines.texts(.routeVia)
        routeTo = lines.text(.routeTo)
        method = lines.text(.method)
        takeTheRest(reading.message)
        if reading.hasQuotedMessage { note(.quotedMessageNotRead) }
        remarkOnTime()
    }

    private mutating func takeNature(_ lines: LabelledLines) throws(IntakeRefusal) {
        kind = try lines.code(.kind, MessageWord.kinds)
        let act = try lines.code(.messageType, MessageWord.acts)
        guard kind != nil || act != nil else { throw lines.missing(.kind) }
        self.act = act ?? IncomingMessage.act(ofKind: kind)
        status = try lines.code(.status, MessageWord.statuses) ?? .actual
        if try lines.code(.exercise, MessageWord.answers) == true {
            guard status == .actual || status == .exercise else { throw lines.wrong(.exercise) }
            status = .exercise
        }
        if let text = lines.text(.priority) {
            let digits = text.uppercased().hasPrefix("P") ? String(text.dropFirst()) : text
            guard let priority = Int(digits), (1...4).contains(priority) else { throw lines.wrong(.priority) }
            self.priority = priority
        }
        urgency = try lines.code(.urgency, CAPInfo.Urgency.self)
        severity = try lines.code(.severity, CAPInfo.Severity.self)
        certainty = try lines.code(.certainty, CAPInfo.Certainty.self)
    }

    private mutating func takeTheRest(_ message: LabelledMessage) {
        for line in message.lines where !line.value.isEmpty {
            switch line.label {
            case nil: extras.append(.init(line.name, line.value))
            case .plate: identifiers.append(.init(kind: "plate", text: line.value))
            case .container: identifiers.append(.init(kind: "container", text: line.value))
            case .identifier:
                let parts = PairText.parts(line.value)
                identifiers.append(.init(kind: parts.second.map { _ in parts.first }, text: parts.second ?? line.value))
            case .other:
                let parts = PairText.parts(line.value)
                extras.append(.init(parts.second == nil ? "" : parts.first, parts.second ?? line.value))
            case .coordinates:
                let isPoint = CAPShapes.isPoint(line.value)
                let shape =
                    isPoint
                    ? Shape(kind: .point, points: [line.value])
                    : CAPShapes.polygon(line.value) ?? CAPShapes.circle(line.value)
                if let shape { shapes.append(shape) } else { note(.shapeNotRead) }
                if shape == nil { extras.append(.init(MessageLabel.coordinates.word(in: .en), line.value)) }
            default: break
            }
        }
    }

    static func act(ofKind kind: String?) -> Act {
        switch kind {
        case "cancellation": .cancel
        case "acknowledgement": .acknowledgement
        default: .alert
        }
    }

    /// `number`, `number; sender` or `number; sender; time`, and `sender,number,time` as CAP has it.
    private static func reference(_ text: String) -> Reference {
        let triplet = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { LabelledText.trimmed(String($0)) }
        if triplet.count == 3, !triplet.contains(""), let sent = try? MessageTime(reading: triplet[2]) {
            return Reference(sender: triplet[0], number: triplet[1], sent: sent)
        }
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
            LabelledText.trimmed($0).replacing("%3B", with: ";").replacing("%25", with: "%")
        }
        guard parts.count <= 3, !parts.contains("") else { return Reference(number: text) }
        let sent = parts.count == 3 ? try? MessageTime(reading: parts[2]) : nil
        guard parts.count < 3 || sent != nil else { return Reference(number: text) }
        return Reference(sender: parts.count > 1 ? parts[1] : nil, number: parts[0], sent: sent)
    }
}

/// The values of a labelled message, with the lines they stand on.
private struct LabelledLines {
    private let reading: LabelledText.Reading

    init(_ reading: LabelledText.Reading) { self.reading = reading }

    func texts(_ label: MessageLabel) -> [String] { reading.message.values(label).filter { !$0.isEmpty } }
    func text(_ label: MessageLabel) -> String? { texts(label).first }

    private func fault(_ reason: IntakeRefusal.Reason, _ label: MessageLabel) -> IntakeRefusal {
        let place = reading.message.lines.firstIndex { $0.label == label }
        return IntakeRefusal(
            reason, line: place.map { reading.lineNumbers[$0] } ?? reading.firstLine, path: label.word(in: .en),
            found: text(label) ?? "")
    }

    func missing(_ label: MessageLabel) -> IntakeRefusal { fault(.missingLabel, label) }
    func wrong(_ label: MessageLabel) -> IntakeRefusal { fault(.wrongValue, label) }

    func required(_ label: MessageLabel) throws(IntakeRefusal) -> String {
        guard let text = text(label) else { throw missing(label) }
        return text
    }

    func code<Code>(
        _ label: MessageLabel, _ table: [(code: Code, words: [String])]
    ) throws(IntakeRefusal) -> Code? {
        guard let text = text(label) else { return nil }
        guard let code = MessageWord.code(text, in: table) else { throw wrong(label) }
        return code
    }

    /// A word of CAP, in capital or small letters.
    func code<Code: RawRepresentable<String> & CaseIterable>(
        _ label: MessageLabel, _ type: Code.Type
    ) throws(IntakeRefusal) -> String? {
        guard let text = text(label) else { return nil }
        let code = Code.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
        guard let code else { throw wrong(label) }
        return code.rawValue
    }

    /// A time with its offset; the date may be written 17.10.2026, too.
    func time(_ label: MessageLabel, _ text: String) throws(IntakeRefusal) -> MessageTime {
        var text = text
        if let match = text.prefixMatch(of: /([0-9]{2})\.([0-9]{2})\.([0-9]{4})/) {
            text = "\(match.3)-\(match.2)-\(match.1)" + text[match.range.upperBound...]
        }
        do throws(MessageTime.Fault) {
            return try MessageTime(reading: text)
        } catch {
            throw fault(error == .missingOffset ? .missingOffset : .wrongTime, label)
        }
    }
}
