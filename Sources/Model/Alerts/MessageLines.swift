/// The words of a message apart from its other fields, which stand below them in what the log keeps: one `name: value` each.
///
/// Of CAP, the name is where the field stood: `alert/info[2]/areaDesc`. A value may go over several lines.
package struct MessageLines: Equatable, Sendable {
    package struct Field: Equatable, Sendable {
        /// As it stands in the log.
        package let path: String
        package let value: String

        /// The last part of the path, without its number and without what it is called beside that: `areaDesc`, `parameter`.
        package var name: String {
            let last = path.split(separator: " ", maxSplits: 1)[0].split(separator: "/").last ?? ""
            return String(last.prefix { $0 != "[" })
        }

        /// Of a parameter, a code or a key: what the sender calls it.
        package var label: String? {
            let parts = path.split(separator: " ", maxSplits: 1)
            return parts.count == 2 ? String(parts[1]) : nil
        }
    }

    package private(set) var words: String
    package private(set) var fields: [Field]

    package init(_ text: String) {
        var lines: [(path: String?, text: Substring)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let field = MessageLines.field(line) {
                lines.append((field.path, field.value))
            } else if let last = lines.last {
                lines[lines.count - 1].text = text[last.text.startIndex..<line.endIndex]
            } else {
                lines.append((nil, line))
            }
        }
        words = lines.first.flatMap { $0.path == nil ? String($0.text).trimmingBlanks : nil } ?? ""
        fields = lines.compactMap { line in line.path.map { Field(path: $0, value: String(line.text).trimmingBlanks) } }
    }

    /// The values of the fields with this name, in their order.
    package func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// What others may read of it: the words, and what the sender asks to be done. Where a field stood is left out.
    package var told: String {
        let asked = fields.filter { ["instruction", "note", "contact"].contains($0.name) && !$0.value.isEmpty }
        return ([words] + asked.map(\.value)).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// What others may read of a text: all of it, but what CAP's fields below it would give away.
    package static func told(_ text: String) -> String {
        let lines = MessageLines(text)
        return lines.fields.contains { $0.path.hasPrefix("alert/") } ? lines.told : text
    }

    /// The colon of a field without a value.
    private static func end(of line: Substring) -> Range<Substring.Index>? {
        guard line.last == ":" else { return nil }
        return line.index(before: line.endIndex)..<line.endIndex
    }

    /// What the blocks of a CAP message are headed by that are as grave as its summary, by their language in two letters: the
    /// same news for other readers. Empty for a message of one block.
    package static func headlines(in text: String?) -> [String: String] {
        guard let text, text.contains("alert/info[") else { return [:] }
        let lines = MessageLines(text)
        var blocks: [String: [String: String]] = [:]
        var main: [String: String] = [:]
        for field in lines.fields where field.label == nil {
            let parts = field.path.split(separator: "/")
            guard parts.count == 3, parts[0] == "alert", parts[1].hasPrefix("info") else { continue }
            if parts[1] == "info" {
                main[field.name] = field.value
            } else {
                blocks[String(parts[1]), default: [:]][field.name] = field.value
            }
        }
        var headlines: [String: String] = [:]
        for (_, block) in blocks.sorted(by: { $0.key < $1.key }) {
            let isAsGrave = ["urgency", "severity", "certainty"].allSatisfy {
                block[$0] != nil && block[$0] == main[$0]
            }
            guard isAsGrave, let language = block["language"]?.lowercased().prefix(2),
                let headline = block["headline"] ?? block["event"], headlines[String(language)] == nil
            else { continue }
            headlines[String(language)] = headline
        }
        return headlines
    }

    private static func field(_ line: Substring) -> (path: String, value: Substring)? {
        guard let colon = line.firstRange(of: ": ") ?? MessageLines.end(of: line) else { return nil }
        let path = line[..<colon.lowerBound]
        let isPath = path.hasPrefix("alert/") && path.utf8.count <= 400
        guard isPath || ["onset", "circle", "polygon", "point"].contains(path) else { return nil }
        return (String(path), line[colon.upperBound...])
    }
}
