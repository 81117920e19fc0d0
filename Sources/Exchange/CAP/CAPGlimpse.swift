import Model

/// What a person would pick out of a CAP message that breaks the rules: the texts between its tags, wherever they stand.
///
/// Nothing is parsed, opened or counted as sound; a message that was held becomes an alert only by hand, and its bytes stay
/// beside it.
package struct CAPGlimpse {
    private let text: Substring

    /// Nil for what does not look like CAP at all.
    package init?(_ bytes: [UInt8]) {
        let whole = String(decoding: bytes.prefix(CAPGlimpse.limit), as: UTF8.self)
        guard let start = CAPGlimpse.tag("alert", in: whole[...]) else { return nil }
        text = whole[start.upperBound...]
    }

    /// In bytes; what stands further down is not looked at.
    private static let limit = 256 << 10

    /// The message as far as it can be made out.
    ///
    /// - Parameter held: when it was held, where it does not say when it was sent.
    package func message(held: Instant) -> IncomingMessage {
        let sent = first("sent", in: text).flatMap(CAPGlimpse.time) ?? MessageTime(held, offsetSeconds: 0)
        var message = IncomingMessage(
            form: .cap, sender: first("sender", in: text) ?? "?", number: first("identifier", in: text) ?? "?",
            sent: sent)
        let infos = blocks("info")
        let main = infos.enumerated().min { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element
        let info = main ?? text
        message.kind = first("msgType", in: text) == "Cancel" ? "cancellation" : nil
        message.headline = first("headline", in: info) ?? first("event", in: info)
        message.text = first("description", in: info)
        message.urgency = first("urgency", in: info)
        message.severity = first("severity", in: info)
        message.certainty = first("certainty", in: info)
        message.senderName = first("senderName", in: info)
        message.place = first("areaDesc", in: info)
        message.happened = first("onset", in: info).flatMap(CAPGlimpse.time)
        message.expires = first("expires", in: info).flatMap(CAPGlimpse.time)
        message.handling = first("restriction", in: text)
        message.references = (first("references", in: text) ?? "").split(whereSeparator: \.isWhitespace).prefix(20)
            .compactMap { word in
                let parts = word.split(separator: ",").map(String.init)
                guard parts.count == 3 else { return nil }
                return .init(sender: parts[0], number: parts[1], sent: CAPGlimpse.time(parts[2]))
            }
        return message
    }

    private func rank(_ info: Substring) -> Int {
        IncomingMessage.priority(
            urgency: first("urgency", in: info), severity: first("severity", in: info),
            certainty: first("certainty", in: info))
    }

    /// What stands between each pair of these tags; the last one may lack its end.
    private func blocks(_ name: String) -> [Substring] {
        var found: [Substring] = []
        var rest = text
        while found.count < 32, let start = CAPGlimpse.tag(name, in: rest) {
            let inside = rest[start.upperBound...]
            let end = inside.firstRange(of: "</\(name)>")
            found.append(inside[..<(end?.lowerBound ?? inside.endIndex)])
            rest = inside[(end?.upperBound ?? inside.endIndex)...]
        }
        return found
    }

    /// The first text between these tags; nil where there is none or it is blank.
    private func first(_ name: String, in part: Substring) -> String? {
        guard let start = CAPGlimpse.tag(name, in: part) else { return nil }
        let inside = part[start.upperBound...]
        var value = inside.prefix { $0 != "<" }
        if inside.hasPrefix("<![CDATA["), let end = inside.firstRange(of: "]]>") {
            value = inside[inside.index(inside.startIndex, offsetBy: 9)..<end.lowerBound]
        }
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(String(value)) { $0.replacing($1.0, with: $1.1) }.trimmingBlanks
        return plain.isEmpty ? nil : plain
    }

    /// The beginning of an element, with or without a prefix and attributes.
    private static func tag(_ name: String, in part: Substring) -> Range<Substring.Index>? {
        var rest = part
        while let place = rest.firstIndex(of: "<") {
            let inside = rest[rest.index(after: place)...]
            guard let end = inside.firstIndex(of: ">") else { return nil }
            let word = inside[..<end].prefix { !$0.isWhitespace }
            if word.split(separator: ":").last.map(String.init) == name, word.first != "/", word.last != "/" {
                return place..<inside.index(after: end)
            }
            rest = inside
        }
        return nil
    }

    /// Any time that says which clock it means, `Z` included.
    private static func time(_ text: String) -> MessageTime? { CAPNodes.time(text, takesZ: true).time }
}
