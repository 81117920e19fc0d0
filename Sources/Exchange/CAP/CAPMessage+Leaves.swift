import Model

extension CAPMessage {
    /// One text of a message and where it stands, such as `alert/info[2]/area/areaDesc`.
    package struct Leaf: Equatable, Sendable {
        package let path: String
        package let value: String
    }

    /// Every text of the message, in the order of the schema; references one by one. What is no text (a signature) is not among
    /// them, and neither is the password of CAP 1.0.
    package var leaves: [Leaf] {
        var list = LeafList()
        list.add("identifier", identifier)
        list.add("sender", sender)
        list.add("sent", sent)
        list.add("status", status.rawValue)
        list.add("msgType", messageType.rawValue)
        list.add("source", source)
        list.add("scope", scope?.rawValue)
        list.add("restriction", restriction)
        list.add("addresses", addresses)
        list.add("code", codes)
        list.add("note", note)
        list.add("references", references.map { "\($0.sender),\($0.identifier),\($0.sent.text())" })
        list.add("incidents", incidents)
        list.groups("info", infos) { $0.add($1) }
        return list.leaves
    }
}

/// Collects leaves below a path.
private struct LeafList {
    private(set) var leaves: [CAPMessage.Leaf] = []
    private var path = "alert"

    mutating func add(_ name: String, _ value: String?) {
        if let value { leaves.append(.init(path: "\(path)/\(name)", value: value)) }
    }

    mutating func add(_ name: String, _ time: MessageTime?) { add(name, time?.text()) }

    mutating func add(_ name: String, _ values: [String]) {
        for (n, value) in values.enumerated() { add(values.count == 1 ? name : "\(name)[\(n + 1)]", value) }
    }

    mutating func groups<Part>(_ name: String, _ parts: [Part], _ add: (inout LeafList, Part) -> Void) {
        let outer = path
        for (n, part) in parts.enumerated() {
            path = parts.count == 1 ? "\(outer)/\(name)" : "\(outer)/\(name)[\(n + 1)]"
            add(&self, part)
        }
        path = outer
    }

    mutating func values(_ name: String, _ values: [CAPInfo.NamedValue]) {
        groups(name, values) {
            $0.add("valueName", $1.name)
            $0.add("value", $1.value)
        }
    }

    mutating func add(_ info: CAPInfo) {
        add("language", info.language)
        add("category", info.categories.map(\.rawValue))
        add("event", info.event)
        add("responseType", info.responseTypes.map(\.rawValue))
        add("urgency", info.urgency.rawValue)
        add("severity", info.severity.rawValue)
        add("certainty", info.certainty.rawValue)
        add("audience", info.audience)
        values("eventCode", info.eventCodes)
        add("effective", info.effective)
        add("onset", info.onset)
        add("expires", info.expires)
        add("senderName", info.senderName)
        add("headline", info.headline)
        add("description", info.description)
        add("instruction", info.instruction)
        add("web", info.web)
        add("contact", info.contact)
        values("parameter", info.parameters)
        groups("resource", info.resources) {
            $0.add("resourceDesc", $1.resourceDesc)
            $0.add("mimeType", $1.mimeType)
            $0.add("size", $1.size.map(String.init))
            $0.add("uri", $1.uri)
            $0.add("derefUri", $1.derefUri)
            $0.add("digest", $1.digest)
        }
        groups("area", info.areas) {
            $0.add("areaDesc", $1.areaDesc)
            $0.add("polygon", $1.polygons)
            $0.add("circle", $1.circles)
            $0.values("geocode", $1.geocodes)
            $0.add("altitude", $1.altitude)
            $0.add("ceiling", $1.ceiling)
        }
    }
}
