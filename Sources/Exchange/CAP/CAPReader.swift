import Model

/// Reads CAP strictly by the schema and the rules of its text: everything of it, or a reason.
///
/// Two liberties, both of the standard's own text: `Very Likely` of CAP 1.0 counts as `Likely` in all versions (CAP 1.2, section
/// 3.2.2), and blanks around times and numbers do not count (XML Schema, whiteSpace collapse). `Z` for UTC is taken in CAP 1.0
/// and 1.1 only, whose schemas allow it.
package enum CAPReader {
    /// Reads bytes that `MessageGate` let through.
    package static func read(_ bytes: [UInt8]) throws(IntakeRefusal) -> CAPMessage {
        let document = try XMLDocument(bytes)
        do throws(CAPNodes.Fault) {
            return try message(document)
        } catch {
            let line = bytes[..<min(error.offset, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
            throw IntakeRefusal(error.reason, offset: error.offset, line: line, path: error.path, found: error.found)
        }
    }

    static let signatureNamespace = "http://www.w3.org/2000/09/xmldsig#"
    private static let schemaNamespace = "http://www.w3.org/2001/XMLSchema-instance"

    private static func message(_ document: XMLDocument) throws(CAPNodes.Fault) -> CAPMessage {
        var root = document.root
        guard let version = CAPMessage.Version.allCases.first(where: { $0.namespace == root.namespace }) else {
            throw CAPNodes.Fault(
                reason: .unknownNamespace, offset: root.offset, path: root.name, found: root.namespace)
        }
        let isAnnounced = { (attribute: XMLNode.Attribute) in
            attribute.namespace == schemaNamespace
                && ["schemaLocation", "noNamespaceSchemaLocation"].contains(attribute.name)
        }
        let signatures = root.children.count { $0.namespace == signatureNamespace && $0.name == "Signature" }
        root.children.removeAll { $0.namespace == signatureNamespace && $0.name == "Signature" }
        let nodes = try CAPNodes(
            root, CAPElement.alert(version), path: "alert", namespace: version.namespace, allowing: isAnnounced)
        var message = CAPMessage(
            identifier: try nodes.filled("identifier"), sender: try nodes.filled("sender"),
            sent: try nodes.requiredTime("sent", takesZ: version != .v12), status: try nodes.requiredCode("status"),
            messageType: try nodes.requiredCode("msgType"), scope: try nodes.code("scope"))
        message.version = version
        message.password = try nodes.text("password")
        message.source = try nodes.text("source")
        message.restriction = try nodes.text("restriction")
        message.addresses = try nodes.text("addresses")
        message.codes = try nodes.texts("code")
        message.note = try nodes.text("note")
        message.references = try references(nodes, version)
        message.incidents = try nodes.text("incidents")
        message.isSigned = signatures > 0
        message.namesStyleSheet = document.namesStyleSheet
        try checkConditions(message, nodes)
        let blocks = nodes.all("info")
        for (n, node) in blocks.enumerated() {
            let path = blocks.count == 1 ? "alert/info" : "alert/info[\(n + 1)]"
            message.infos.append(try CAPInfoReader(version: version).info(node, path: path))
        }
        return message
    }

    private static func checkConditions(_ message: CAPMessage, _ nodes: CAPNodes) throws(CAPNodes.Fault) {
        func isBlank(_ text: String?) -> Bool { text?.utf8.allSatisfy(XMLScanner.isBlank) ?? true }
        if message.scope == .restricted, isBlank(message.restriction) {
            throw nodes.fault(.missingCondition, of: "restriction")
        }
        if message.scope == .privateScope, isBlank(message.addresses) {
            throw nodes.fault(.missingCondition, of: "addresses")
        }
    }

    /// `sender,identifier,sent`, several with white space between them.
    private static func references(
        _ nodes: CAPNodes, _ version: CAPMessage.Version
    ) throws(CAPNodes.Fault) -> [CAPMessage.Reference] {
        guard let text = try nodes.text("references") else { return [] }
        var found: [CAPMessage.Reference] = []
        for word in text.utf8.split(whereSeparator: XMLScanner.isBlank) {
            let parts = Substring(word).split(separator: ",", omittingEmptySubsequences: false)
            guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
                let sent = CAPNodes.time(String(parts[2]), takesZ: version != .v12).time
            else { throw nodes.fault(.badReferences, of: "references", found: String(Substring(word))) }
            found.append(.init(sender: String(parts[0]), identifier: String(parts[1]), sent: sent))
        }
        return found
    }
}
