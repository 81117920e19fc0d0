import Foundation

/// Messages of the Common Alerting Protocol as others wrote them, each told again under a number of its own.
struct MessageTemplates {
    /// The text in pieces, between which number and time stand.
    private struct Template {
        let before: String
        let between: String
        let after: String
    }

    private var templates: [Template] = []

    /// How many different texts there are.
    var count: Int { templates.count }

    /// Reads what is `Actual`, begins a thread and fits into a message of usual size; everything else is no news of its own.
    init(folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".xml") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)"), data.count <= 64 << 10,
                let text = String(data: data, encoding: .utf8), !text.contains("<!DOCTYPE"),
                text.contains("urn:oasis:names:tc:emergency:cap:1.2"),
                MessageTemplates.inner("status", text) == "Actual",
                MessageTemplates.inner("msgType", text) == "Alert", MessageTemplates.inner("references", text) == nil,
                let template = MessageTemplates.template(text)
            else { continue }
            templates.append(template)
        }
    }

    private init(_ templates: [Template]) { self.templates = templates }

    /// Those of which `isTaken` says so.
    func filtered(_ isTaken: (Int) -> Bool) -> MessageTemplates {
        MessageTemplates(templates.indices.filter(isTaken).map { templates[$0] })
    }

    /// A message with this number.
    func text(_ number: Int, of place: Int? = nil) -> String {
        let template = templates[place ?? number % templates.count]
        return template.before + MessageTemplates.name(number) + template.between + "2026-10-17T04:06:00+05:00"
            + template.after
    }

    /// What a message with this number is called.
    static func name(_ number: Int) -> String { "bench-\(number)" }

    private static func inner(_ element: String, _ text: String) -> String? {
        guard let start = text.range(of: "<\(element)>"),
            let end = text.range(of: "</\(element)>", range: start.upperBound..<text.endIndex)
        else { return nil }
        return text[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func template(_ text: String) -> Template? {
        guard let open = text.range(of: "<identifier>"),
            let close = text.range(of: "</identifier>", range: open.upperBound..<text.endIndex),
            let sent = text.range(of: "<sent>", range: close.upperBound..<text.endIndex),
            let end = text.range(of: "</sent>", range: sent.upperBound..<text.endIndex)
        else { return nil }
        return Template(
            before: String(text[..<open.upperBound]), between: String(text[close.lowerBound..<sent.upperBound]),
            after: String(text[end.lowerBound...]))
    }
}
