import Model

/// Reads one block of information of a CAP message.
struct CAPInfoReader {
    let version: CAPMessage.Version

    private var takesZ: Bool { version != .v12 }

    func info(_ node: XMLNode, path: String) throws(CAPNodes.Fault) -> CAPInfo {
        let nodes = try CAPNodes(node, CAPElement.info(version), path: path, namespace: version.namespace)
        var info = CAPInfo(
            event: try nodes.required("event"), categories: try nodes.codes("category"),
            urgency: try nodes.requiredCode("urgency"), severity: try nodes.requiredCode("severity"),
            certainty: try certainty(nodes))
        info.language = try language(nodes)
        info.responseTypes = try nodes.codes("responseType")
        info.audience = try nodes.text("audience")
        info.eventCodes = try values(nodes, "eventCode", path: path)
        info.effective = try nodes.time("effective", takesZ: takesZ)
        info.onset = try nodes.time("onset", takesZ: takesZ)
        info.expires = try nodes.time("expires", takesZ: takesZ)
        info.senderName = try nodes.text("senderName")
        info.headline = try nodes.text("headline")
        info.description = try nodes.text("description")
        info.instruction = try nodes.text("instruction")
        info.web = try nodes.text("web").map(CAPNodes.trimmed)
        info.contact = try nodes.text("contact")
        info.parameters = try values(nodes, "parameter", path: path)
        info.resources = try each(nodes, "resource", path: path, resource)
        info.areas = try each(nodes, "area", path: path, area)
        return info
    }

    private func certainty(_ nodes: CAPNodes) throws(CAPNodes.Fault) -> CAPInfo.Certainty {
        if try nodes.text("certainty") == "Very Likely" { return .likely }
        return try nodes.requiredCode("certainty")
    }

    private func language(_ nodes: CAPNodes) throws(CAPNodes.Fault) -> String? {
        guard let text = try nodes.text("language").map(CAPNodes.trimmed) else { return nil }
        guard CAPNodes.isLanguage(text) else {
            throw nodes.fault(.wrongValue, of: "language", found: text)
        }
        return text
    }

    private func each<Part>(
        _ nodes: CAPNodes, _ name: String, path: String, _ read: (XMLNode, String) throws(CAPNodes.Fault) -> Part
    ) throws(CAPNodes.Fault) -> [Part] {
        let found = nodes.all(name)
        var parts: [Part] = []
        for (n, node) in found.enumerated() {
            let place = found.count == 1 ? name : "\(name)[\(n + 1)]"
            parts.append(try read(node, "\(path)/\(place)"))
        }
        return parts
    }

    private func values(
        _ nodes: CAPNodes, _ name: String, path: String
    ) throws(CAPNodes.Fault) -> [CAPInfo.NamedValue] {
        guard version != .v10 else {
            return try nodes.texts(name).map { text in
                let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return parts.count == 2 ? .init(String(parts[0]), String(parts[1])) : .init("", text)
            }
        }
        return try each(nodes, name, path: path) { (node, path) throws(CAPNodes.Fault) in
            let parts = try CAPNodes(node, CAPElement.namedValue, path: path, namespace: version.namespace)
            return .init(try parts.required("valueName"), try parts.required("value"))
        }
    }

    private func resource(_ node: XMLNode, _ path: String) throws(CAPNodes.Fault) -> CAPResource {
        let nodes = try CAPNodes(node, CAPElement.resource(version), path: path, namespace: version.namespace)
        var resource = CAPResource(
            resourceDesc: try nodes.required("resourceDesc"), mimeType: try nodes.text("mimeType"))
        resource.size = try nodes.integer("size")
        resource.uri = try nodes.text("uri").map(CAPNodes.trimmed)
        resource.derefUri = try nodes.text("derefUri")
        resource.digest = try nodes.text("digest")
        return resource
    }

    private func area(_ node: XMLNode, _ path: String) throws(CAPNodes.Fault) -> CAPArea {
        let nodes = try CAPNodes(node, CAPElement.area, path: path, namespace: version.namespace)
        var area = CAPArea(areaDesc: try nodes.required("areaDesc"))
        area.polygons = try nodes.texts("polygon")
        area.circles = try nodes.texts("circle")
        area.geocodes = try values(nodes, "geocode", path: path)
        area.altitude = version == .v12 ? try nodes.decimal("altitude") : try nodes.text("altitude")
        area.ceiling = version == .v12 ? try nodes.decimal("ceiling") : try nodes.text("ceiling")
        return area
    }
}
