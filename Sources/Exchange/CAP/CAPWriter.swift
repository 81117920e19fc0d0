import Model

/// Writes CAP 1.2 that validates against the OASIS schema; `CAPReader` reads the same message from it.
package struct CAPWriter {
    /// A text with a character that XML 1.0 cannot carry (a control character, U+FFFE, U+FFFF).
    package struct Fault: Error, Equatable, Sendable {
        package let element: String
    }

    private var bytes: [UInt8] = []
    private var fault: Fault?
    private var depth = 0

    /// A document with its declaration and a line feed at the end; UTF-8.
    package static func bytes(of message: CAPMessage) throws(Fault) -> [UInt8] {
        var writer = CAPWriter()
        writer.write(message)
        if let fault = writer.fault { throw fault }
        return writer.bytes
    }

    private mutating func write(_ message: CAPMessage) {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<alert xmlns=\"\(CAPMessage.Version.v12.namespace)\">\n")
        depth = 1
        element("identifier", message.identifier)
        element("sender", message.sender)
        element("sent", message.sent)
        element("status", message.status.rawValue)
        element("msgType", message.messageType.rawValue)
        element("source", message.source)
        element("scope", (message.scope ?? .publicScope).rawValue)
        element("restriction", message.restriction)
        element("addresses", message.addresses)
        for code in message.codes { element("code", code) }
        element("note", message.note)
        if !message.references.isEmpty {
            let texts = message.references.map { "\($0.sender),\($0.identifier),\($0.sent.text(utc: "-00:00"))" }
            element("references", texts.joined(separator: " "))
        }
        element("incidents", message.incidents)
        for info in message.infos { group("info") { $0.write(info) } }
        raw("</alert>\n")
    }

    private mutating func write(_ info: CAPInfo) {
        element("language", info.language)
        for category in info.categories.isEmpty ? [.other] : info.categories { element("category", category.rawValue) }
        element("event", info.event)
        for type in info.responseTypes { element("responseType", type.rawValue) }
        element("urgency", info.urgency.rawValue)
        element("severity", info.severity.rawValue)
        element("certainty", info.certainty.rawValue)
        element("audience", info.audience)
        for code in info.eventCodes { write(code, as: "eventCode") }
        element("effective", info.effective)
        element("onset", info.onset)
        element("expires", info.expires)
        element("senderName", info.senderName)
        element("headline", info.headline)
        element("description", info.description)
        element("instruction", info.instruction)
        element("web", info.web)
        element("contact", info.contact)
        for parameter in info.parameters { write(parameter, as: "parameter") }
        for resource in info.resources { group("resource") { $0.write(resource) } }
        for area in info.areas { group("area") { $0.write(area) } }
    }

    private mutating func write(_ resource: CAPResource) {
        element("resourceDesc", resource.resourceDesc)
        element("mimeType", resource.mimeType ?? "application/octet-stream")
        element("size", resource.size.map(String.init))
        element("uri", resource.uri)
        element("derefUri", resource.derefUri)
        element("digest", resource.digest)
    }

    private mutating func write(_ area: CAPArea) {
        element("areaDesc", area.areaDesc)
        for polygon in area.polygons { element("polygon", polygon) }
        for circle in area.circles { element("circle", circle) }
        for code in area.geocodes { write(code, as: "geocode") }
        element("altitude", area.altitude)
        element("ceiling", area.ceiling)
    }

    private mutating func write(_ value: CAPInfo.NamedValue, as name: String) {
        group(name) {
            $0.element("valueName", value.name)
            $0.element("value", value.value)
        }
    }

    private mutating func group(_ name: String, _ content: (inout CAPWriter) -> Void) {
        indent()
        raw("<\(name)>\n")
        depth += 1
        content(&self)
        depth -= 1
        indent()
        raw("</\(name)>\n")
    }

    private mutating func element(_ name: String, _ time: MessageTime?) {
        element(name, time?.text(utc: "-00:00"))
    }

    private mutating func element(_ name: String, _ text: String?) {
        guard let text else { return }
        indent()
        raw("<\(name)>")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\r": raw("&#13;")
            default:
                if !XMLReference.isCharacter(scalar) { fault = fault ?? Fault(element: name) }
                bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        raw("</\(name)>\n")
    }

    private mutating func indent() { bytes += [UInt8](repeating: 0x20, count: 2 * depth) }

    private mutating func raw(_ text: String) { bytes += text.utf8 }
}
