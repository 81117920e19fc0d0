/// What the log says of something that was given out: its words, and behind them what it was for, in which form it left, and
/// which fields went and which stayed. It is the text of the record, so that a reader without this program sees it, too.
package struct ReleaseNote: Equatable, Sendable {
    package let words: String
    package let purpose: ReleasePurpose
    package let format: ExportFormat
    package let went: [ReleaseField]
    package let stayed: [ReleaseField]

    init(
        words: String, purpose: ReleasePurpose, format: ExportFormat, went: [ReleaseField], stayed: [ReleaseField]
    ) {
        self.words = words
        self.purpose = purpose
        self.format = format
        self.went = went
        self.stayed = stayed
    }

    /// - Parameter text: of a message that was sent; nil where it was not given out field by field. A field that this program
    ///   does not know is named as unknown.
    package init?(reading text: String) {
        guard text.hasSuffix("]"), let line = text.lastIndex(of: "\n") else { return nil }
        let list = text[text.index(after: line)...]
        guard list.hasPrefix("[purpose: ") else { return nil }
        var values: [String: String] = [:]
        for part in list.dropFirst().dropLast().split(separator: ";") {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            values[String(part[..<colon]).trimmingBlanks] = String(part[part.index(after: colon)...]).trimmingBlanks
        }
        guard let purpose = values["purpose"].flatMap({ ReleasePurpose(rawValue: $0) }),
            let format = values["format"].flatMap({ ExportFormat(rawValue: $0) })
        else { return nil }
        func fields(_ name: String) -> [ReleaseField] {
            (values[name] ?? "").split(separator: " ").map { ReleaseField(rawValue: String($0)) ?? .unknown }
        }
        self.init(
            words: String(text[..<line]), purpose: purpose, format: format, went: fields("went"),
            stayed: fields("stayed"))
    }

    /// As the record has it.
    var text: String {
        func names(_ fields: [ReleaseField]) -> String { fields.map(\.rawValue).joined(separator: " ") }
        let list =
            "purpose: \(purpose.rawValue); format: \(format.rawValue); went: \(names(went)); stayed: \(names(stayed))"
        return "\(words)\n[\(list)]"
    }
}

extension AlertThread.Message {
    /// What went and what stayed, where we gave it out field by field; what others write so is no more than their words.
    package var note: ReleaseNote? { direction == .sent ? ReleaseNote(reading: text) : nil }
}
