import Model

extension IncomingMessage {
    /// What a CAP message says. The gravest block of information gives the summary, of several alike the one in a language that
    /// the Centre reads; every text that has no place here is among `extras`, under its path.
    package init(_ cap: CAPMessage) {
        self.init(form: .cap, sender: cap.sender, number: cap.identifier, sent: cap.sent)
        var taken: Set<String> = ["identifier", "sender", "sent", "status", "msgType"].reduce(into: []) {
            $0.insert("alert/" + $1)
        }
        status = IncomingMessage.status(cap.status)
        act = IncomingMessage.act(cap.messageType)
        references = cap.references.map { Reference(sender: $0.sender, number: $0.identifier, sent: $0.sent) }
        recipients = cap.addressList
        let isOurs = cap.infos.first?.parameters.contains { $0.name == CAPProfile.version } == true
        if !isOurs, let restriction = cap.restriction {
            handling = restriction
            taken.insert("alert/restriction")
        }
        taken.formUnion(["alert/addresses", "alert/references"])
        taken.formUnion(cap.references.indices.map { "alert/references[\($0 + 1)]" })
        if let main = isOurs ? 0 : IncomingMessage.main(of: cap.infos) {
            take(cap.infos[main], at: cap.infos.count == 1 ? "alert/info" : "alert/info[\(main + 1)]", &taken)
            if !isOurs { place = IncomingMessage.places(of: cap.infos, main) ?? place }
        }
        if text == nil, act == .error || act == .acknowledgement, let note = cap.note {
            text = note
            taken.insert("alert/note")
        }
        if isOurs {
            taken.formUnion(CAPProfile.derived)
        } else if kind == nil {
            kind = act == .cancel ? "cancellation" : act == .acknowledgement ? "acknowledgement" : nil
        }
        extras += IncomingMessage.extras(cap.leaves.filter { !taken.contains($0.path) })
        remark(on: cap)
    }

    /// The block that is the most urgent; of several alike the first in English, else in Russian or Chinese, else the first.
    private static func main(of infos: [CAPInfo]) -> Int? {
        infos.indices.min { (rank(infos[$0]), $0) < (rank(infos[$1]), $1) }
    }

    private static func rank(_ info: CAPInfo) -> Int {
        let priority = priority(
            urgency: info.urgency.rawValue, severity: info.severity.rawValue, certainty: info.certainty.rawValue)
        // Where a block names no language, it is in English (CAP 1.2, section 3.2.2).
        let language = (info.language ?? "en").lowercased().prefix(2)
        return priority * 10 + (["en", "ru", "zh"].firstIndex(of: String(language)) ?? 9)
    }

    /// The areas of all blocks in the language of the summary, those of the gravest first; nil where that is no more than one.
    private static func places(of infos: [CAPInfo], _ main: Int) -> String? {
        let others = infos.indices.filter { $0 != main && infos[$0].language == infos[main].language }
        var names: [String] = []
        for info in [main] + others {
            for area in infos[info].areas.map({ $0.areaDesc.trimmingBlanks })
            where !area.isEmpty && !names.contains(area) { names.append(area) }
        }
        return names.count > 1 ? names.joined(separator: ", ") : nil
    }

    private mutating func take(_ info: CAPInfo, at path: String, _ taken: inout Set<String>) {
        urgency = info.urgency.rawValue
        severity = info.severity.rawValue
        certainty = info.certainty.rawValue
        senderName = info.senderName
        headline = info.headline ?? info.event
        text = info.description
        expires = info.expires
        happened = info.onset
        for name in ["urgency", "severity", "certainty", "senderName", "description", "expires", "onset"] {
            taken.insert("\(path)/\(name)")
        }
        taken.insert(info.headline == nil ? "\(path)/event" : "\(path)/headline")
        for (n, area) in info.areas.enumerated() {
            take(area, at: info.areas.count == 1 ? "\(path)/area" : "\(path)/area[\(n + 1)]", &taken)
        }
        for (n, parameter) in info.parameters.enumerated() {
            let place = info.parameters.count == 1 ? "\(path)/parameter" : "\(path)/parameter[\(n + 1)]"
            guard CAPProfile.take(parameter, into: &self) else { continue }
            taken.formUnion(["\(place)/valueName", "\(place)/value"])
        }
    }

    private mutating func take(_ area: CAPArea, at path: String, _ taken: inout Set<String>) {
        if place == nil {
            place = area.areaDesc
            taken.insert("\(path)/areaDesc")
        }
        func add(_ texts: [String], _ name: String, _ read: (String) -> Shape?) {
            for (n, text) in texts.enumerated() {
                if let shape = read(text) {
                    shapes.append(shape)
                    taken.insert(texts.count == 1 ? "\(path)/\(name)" : "\(path)/\(name)[\(n + 1)]")
                } else {
                    note(.shapeNotRead)
                }
            }
        }
        add(area.polygons, "polygon", CAPShapes.polygon)
        add(area.circles, "circle", CAPShapes.circle)
    }

    private mutating func remark(on cap: CAPMessage) {
        if cap.isSigned { note(.signatureNotChecked) }
        if cap.namesStyleSheet { note(.styleSheetNotFetched) }
        if cap.version != .v12 { note(.olderVersion) }
        if cap.infos.count > 1 { note(.severalBlocks) }
        if cap.infos.contains(where: { $0.resources.contains { $0.uri != nil } }) { note(.resourceNotFetched) }
        let isUnusual = { (text: String) in text.utf8.contains { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3C || $0 == 0x26 }
        }
        if isUnusual(cap.identifier) || isUnusual(cap.sender) { note(.unusualNumber) }
        remarkOnTime()
    }

    mutating func remarkOnTime() {
        if sent.isLeapSecond { note(.leapSecond) }
        let usual = Civil(year: 1990, month: 1, day: 1).instant(offsetSeconds: 0)
        let last = Civil(year: 2038, month: 1, day: 1).instant(offsetSeconds: 0)
        if sent.instant < usual || sent.instant >= last { note(.unusualTime) }
    }

    /// A name and its value become one, under the name.
    private static func extras(_ leaves: [CAPMessage.Leaf]) -> [Extra] {
        var extras: [Extra] = []
        var name: String?
        for leaf in leaves {
            if leaf.path.hasSuffix("/valueName") {
                name = "\(leaf.path.dropLast("/valueName".count)) \(leaf.value)"
            } else if CAPNodes.trimmed(leaf.value).isEmpty, name == nil {
                continue
            } else {
                extras.append(Extra(name ?? leaf.path, leaf.value))
                name = nil
            }
        }
        return extras
    }

    private static func status(_ status: CAPMessage.Status) -> Status {
        switch status {
        case .actual: .actual
        case .exercise: .exercise
        case .system: .system
        case .test: .test
        case .draft: .draft
        }
    }

    private static func act(_ type: CAPMessage.MessageType) -> Act {
        switch type {
        case .alert: .alert
        case .update: .update
        case .cancel: .cancel
        case .ack: .acknowledgement
        case .error: .error
        }
    }
}
