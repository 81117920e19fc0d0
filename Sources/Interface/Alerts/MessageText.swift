import Model
import Screen
import Wording

/// What a message says, as lines that people read: its words line by line, and its other fields under their names.
extension AppState {
    /// - Parameter label: of the first line; the others have none, or the name of their field.
    func facts(_ label: Message, of text: String?, _ role: Role = .text) -> [Fact?] {
        guard let text, !text.isEmpty else { return [] }
        let lines = MessageLines(text)
        let words = lines.words.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter {
            !$0.isEmpty
        }
        let said = words.enumerated().map { place, line in Fact(place == 0 ? label : .verbatim(" "), line, role) }
        return said + lines.fields.filter { $0.name != "scope" || $0.value != "Public" }.flatMap { facts(of: $0, role) }
    }

    /// The words of a message in one line: those of its own, else its headline, else what its fields say.
    static func line(of text: String) -> String {
        let lines = MessageLines(text)
        let said = lines.words.isEmpty ? lines.fields.map(\.value).joined(separator: "; ") : lines.words
        return said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func facts(of field: MessageLines.Field, _ role: Role) -> [Fact?] {
        let label: Message = field.heading ?? .verbatim(field.label ?? field.name)
        let name = field.heading == nil ? nil : field.label
        let lines = shown(field).split(whereSeparator: \.isNewline).map(String.init)
        return lines.enumerated().map { place, line in
            let words = place == 0 ? [name, line].compactMap { $0 }.joined(separator: ": ") : line
            return Fact(place == 0 ? label : .verbatim(" "), words, role)
        }
    }

    /// A polygon says nothing to a reader but how large a thing it is; codes are said in words, and times on the clock of the screen.
    private func shown(_ field: MessageLines.Field) -> String {
        if let words = field.codeWords { return catalogue.text(words) }
        if ["effective", "onset", "expires"].contains(field.name), let instant = ISO8601.instant(field.value) {
            return time(instant)
        }
        guard field.name == "polygon" else { return field.value }
        let points = field.value.split(whereSeparator: \.isWhitespace).count
        return catalogue.text(
            .plural(points, one: "%1 point, in the message itself", other: "%1 points, in the message itself"))
    }
}

extension MessageLines.Field {
    /// The name of a field of CAP; nil for one that is named by the sender alone.
    fileprivate var heading: Message? {
        switch name {
        case "scope": "Meant for"
        case "language": "Language"
        case "event": "Event"
        case "category": "Category"
        case "responseType": "What to do"
        case "urgency": "Urgency"
        case "severity": "Severity"
        case "certainty": "Certainty"
        case "audience": "Audience"
        case "effective": "Holds from"
        case "onset": "Begins"
        case "expires": "Valid until"
        case "senderName": "Sender"
        case "headline": "Headline"
        case "description": "Description"
        case "instruction": "Instruction"
        case "contact": "Contact"
        case "areaDesc": "Area"
        case "polygon": "Outline"
        case "circle": "Circle, km"
        case "note": "Note"
        case "source": "Source"
        case "incidents": "Incident"
        case "code": "Code"
        case "parameter": "Code"
        case "eventCode": "Code"
        case "geocode": "Code"
        case "uri": "Address, not opened"
        case "web": "Address, not opened"
        case "resourceDesc": "Enclosed"
        default: nil
        }
    }
}
