import Model

/// Stands before every reader of messages: looks at the bytes once, and lets nothing through that a reader could stumble over.
///
/// Size, encoding (UTF-8 or ASCII only; nothing is converted), control characters, and for XML the whole of its markup with
/// limits on depth, elements, attributes, names and texts. It says what the message is; whatever it does not know is refused.
package struct MessageGate: Sendable {
    /// 1 MiB.
    package static let defaultLimitBytes = 1 << 20

    package let limitBytes: Int
    let xml: XMLScanner.Limits

    package init(limitBytes: Int = defaultLimitBytes) {
        self.limitBytes = limitBytes
        xml = XMLScanner.Limits()
    }

    /// What the message is; throws where no reader may see it.
    package func format(of bytes: [UInt8]) throws(IntakeRefusal) -> MessageFormat {
        guard bytes.count <= limitBytes else { throw IntakeRefusal(.tooLarge, limit: limitBytes) }
        if let place = MessageGate.foreignEncoding(bytes) {
            throw refusal(.encoding, bytes, at: place)
        }
        try checkCharacters(bytes)
        let start = bytes.starts(with: MessageGate.mark) ? 3 : 0
        guard let first = bytes[start...].first(where: { !XMLScanner.isBlank($0) }) else {
            throw IntakeRefusal(.empty)
        }
        switch first {
        case 0x3C: return try xmlFormat(bytes)
        case 0x7B, 0x5B: return try jsonFormat(bytes[start...])
        default: return try textFormat(bytes[start...])
        }
    }

    /// The byte order mark of UTF-8, which is allowed.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private func refusal(_ reason: IntakeRefusal.Reason, _ bytes: [UInt8], at place: Int) -> IntakeRefusal {
        let line = bytes[..<place].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        return IntakeRefusal(reason, offset: place, line: line, found: ImportFault.excerpt(bytes[place...]))
    }

    // MARK: Encoding

    /// Where it shows that the text is in another encoding, by its first bytes or by what it declares.
    private static func foreignEncoding(_ bytes: [UInt8]) -> Int? {
        let signs: [[UInt8]] = [
            // UTF-16 and UTF-32 with a mark, and without one before "<", "{" or a letter; EBCDIC; UTF-7.
            [0xFE, 0xFF], [0xFF, 0xFE], [0x00, 0x00, 0xFE, 0xFF], [0x4C, 0x6F, 0xA7, 0x94], Array("+ADw".utf8),
            Array("+AHs".utf8), [0x2B, 0x2F, 0x76],
        ]
        if signs.contains(where: { bytes.starts(with: $0) }) { return 0 }
        let head = bytes.prefix(4)
        if head.count >= 2, head.contains(0), head.contains(where: { $0 != 0 }) { return head.firstIndex(of: 0) }
        return declaredEncoding(bytes)
    }

    /// Where an XML declaration names anything but UTF-8 or ASCII.
    private static func declaredEncoding(_ bytes: [UInt8]) -> Int? {
        let start = bytes.starts(with: mark) ? 3 : 0
        let head = bytes[start...].prefix(256)
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: 0x3E) else { return nil }
        var rest = head[..<end]
        let word = Array("encoding".utf8)
        while let place = rest.firstIndex(of: word[0]) {
            rest = rest[place...]
            guard rest.starts(with: word), let value = XMLDeclaration.quoted(rest.dropFirst(word.count)) else {
                rest = rest.dropFirst()
                continue
            }
            let name = String(decoding: value, as: UTF8.self).lowercased()
            return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name) ? nil : value.startIndex
        }
        return nil
    }

    private func checkCharacters(_ bytes: [UInt8]) throws(IntakeRefusal) {
        let invalid = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0, 0..<$0.count) }
        if let invalid { throw refusal(.notUTF8, bytes, at: invalid) }
        let control = bytes.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if let control { throw refusal(.controlCharacter, bytes, at: control) }
    }

    // MARK: Formats

    private static let envelopes: Set<String> = ["EDXLDistribution", "Envelope", "distribution"]

    private func xmlFormat(_ bytes: [UInt8]) throws(IntakeRefusal) -> MessageFormat {
        var scanner = XMLScanner(bytes, limits: xml)
        var root: (name: String, refusal: IntakeRefusal)?
        while let token = try scanner.next() {
            guard root == nil, case .start(let range, _) = token else { continue }
            let name = scanner.name(range).split(separator: ":").last.map(String.init) ?? ""
            root = (name, scanner.refusal(.foreignXML, at: range.lowerBound - 1))
        }
        guard let root else { throw scanner.refusal(.malformed) }
        let name = root.name
        var refusal = root.refusal
        if name == "alert" { return .cap }
        refusal.path = name
        switch name {
        case "feed", "rss", "RDF": refusal.reason = .feed
        case "alerts": refusal.reason = .severalMessages
        default: refusal.reason = MessageGate.envelopes.contains(name) ? .wrapper : .foreignXML
        }
        throw refusal
    }

    private func jsonFormat(_ bytes: ArraySlice<UInt8>) throws(IntakeRefusal) -> MessageFormat {
        let firstLine = bytes.split(separator: 0x0A).first { !$0.allSatisfy(XMLScanner.isBlank) } ?? []
        let object = (try? JSONReader.read(firstLine.filter { $0 != 0x0D }))?.object
        if let object, object["record"] != nil, object["exercise"] != nil { return .recordLines }
        guard let object, object["kind"] != nil, object["subject"] != nil else {
            throw IntakeRefusal(.foreignJSON, found: ImportFault.excerpt(bytes))
        }
        return .eventLines
    }

    private func textFormat(_ bytes: ArraySlice<UInt8>) throws(IntakeRefusal) -> MessageFormat {
        if LabelledText.hasMark(bytes) { return .labelledText }
        let header = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let names = String(decoding: header, as: UTF8.self)
        if [SeizureColumn.date, .drug].allSatisfy({ names.contains($0.name) }) { return .seizureTable }
        let commas = header.count { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 }
        throw IntakeRefusal(commas >= 2 ? .foreignTable : .unknownFormat, found: ImportFault.excerpt(bytes))
    }
}
