import Model

extension CAPMessage {
    /// A message of ours as CAP 1.2. Priority and fields are parameters (`CAPProfile`), so that reading it gives the same message.
    ///
    /// It is Private where it names recipients and Restricted otherwise, never Public. Where the message has no words of CAP for
    /// its urgency and severity, they follow from the priority: 1 Immediate and Severe, 2 Expected and Severe, 3 Future and
    /// Moderate, 4 Future and Minor; certainty is then Unknown.
    package init(_ message: IncomingMessage, language: String? = nil) {
        self.init(
            identifier: message.number, sender: message.sender, sent: message.sent,
            status: CAPMessage.status(message.status), messageType: CAPMessage.type(message.act),
            scope: message.recipients.isEmpty ? .restricted : .privateScope)
        let handling = message.handling.flatMap { CAPNodes.trimmed($0).isEmpty ? nil : $0 }
        restriction = handling ?? (message.recipients.isEmpty ? "not for the public" : nil)
        addresses = message.recipients.isEmpty ? nil : CAPMessage.listText(message.recipients)
        for reference in message.references where CAPProfile.isTriplet(reference) {
            guard let sender = reference.sender, let sent = reference.sent else { continue }
            references.append(.init(sender: sender, identifier: reference.number, sent: sent))
        }
        if message.act == .error { note = message.text }
        infos = [CAPMessage.info(message, language: language)]
    }

    private static func info(_ message: IncomingMessage, language: String?) -> CAPInfo {
        let rating = rating(message)
        // What was told as weather leaves as weather.
        let categories = message.categories.compactMap { CAPInfo.Category(rawValue: $0) }
        var info = CAPInfo(
            event: message.event ?? message.kind ?? "message",
            categories: categories.isEmpty ? [.security] : categories, urgency: rating.urgency,
            severity: rating.severity, certainty: rating.certainty)
        info.language = language
        info.senderName = message.senderName
        info.headline = message.headline
        info.description = message.text
        info.onset = message.happened
        info.expires = message.expires
        info.parameters = CAPProfile.parameters(of: message)
        if message.place != nil || !message.shapes.isEmpty {
            var area = CAPArea(areaDesc: message.place ?? "")
            for shape in message.shapes {
                switch shape.kind {
                case .polygon: area.polygons.append(shape.points.joined(separator: " "))
                case .circle: area.circles.append("\(shape.points.joined()) \(shape.radius ?? "0")")
                case .point: area.circles.append("\(shape.points.joined()) 0")
                }
            }
            info.areas = [area]
        }
        return info
    }

    private static func rating(
        _ message: IncomingMessage
    ) -> (urgency: CAPInfo.Urgency, severity: CAPInfo.Severity, certainty: CAPInfo.Certainty) {
        let certainty = message.certainty.flatMap { CAPInfo.Certainty(rawValue: $0) } ?? .unknown
        if let urgency = message.urgency.flatMap({ CAPInfo.Urgency(rawValue: $0) }),
            let severity = message.severity.flatMap({ CAPInfo.Severity(rawValue: $0) })
        {
            return (urgency, severity, certainty)
        }
        switch message.effectivePriority {
        case 1: return (.immediate, .severe, certainty)
        case 2: return (.expected, .severe, certainty)
        case 3: return (.future, .moderate, certainty)
        default: return (.future, .minor, certainty)
        }
    }

    private static func status(_ status: IncomingMessage.Status) -> Status {
        switch status {
        case .actual: .actual
        case .exercise: .exercise
        case .system: .system
        case .test: .test
        case .draft: .draft
        }
    }

    private static func type(_ act: IncomingMessage.Act) -> MessageType {
        switch act {
        case .alert: .alert
        case .update: .update
        case .cancel: .cancel
        case .acknowledgement: .ack
        case .error: .error
        }
    }
}
