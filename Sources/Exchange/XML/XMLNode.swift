/// An element with its namespace, its text and its children.
struct XMLNode {
    struct Attribute: Equatable {
        let namespace: String
        let name: String
    }

    /// Empty where there is none.
    let namespace: String
    let name: String
    /// Without declarations of namespaces.
    let attributes: [Attribute]
    /// Of the element itself, put together, references resolved, line ends as line feeds.
    var text = ""
    var children: [XMLNode] = []
    /// Where it begins, in bytes.
    let offset: Int

    var hasText: Bool { text.utf8.contains { !XMLScanner.isBlank($0) } }
}

/// A document as a tree of nodes; nothing of it where any part of it is wrong.
struct XMLDocument {
    let root: XMLNode
    let namesStyleSheet: Bool

    static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

    init(_ bytes: [UInt8], limits: XMLScanner.Limits = XMLScanner.Limits()) throws(IntakeRefusal) {
        var builder = XMLBuilder(scanner: XMLScanner(bytes, limits: limits))
        root = try builder.build()
        namesStyleSheet = builder.namesStyleSheet
    }
}

/// Makes the tree, without recursion.
private struct XMLBuilder {
    var scanner: XMLScanner
    private(set) var namesStyleSheet = false
    /// The elements that are open, and the namespaces in force in each.
    private var open: [(node: XMLNode, scope: [String: String])] = []

    init(scanner: XMLScanner) { self.scanner = scanner }

    mutating func build() throws(IntakeRefusal) -> XMLNode {
        var root: XMLNode?
        while let token = try scanner.next() {
            switch token {
            case .start(let name, let isEmpty):
                let (node, scope) = try begin(name)
                open.append((node, scope))
                if isEmpty { close(&root) }
            case .end: close(&root)
            case .text(let range):
                let text = XMLBuilder.text(scanner.bytes[range])
                open[open.count - 1].node.text += text
            case .literal(let range):
                let text = XMLBuilder.withLineFeeds(scanner.bytes[range])
                open[open.count - 1].node.text += text
            case .styleSheet: namesStyleSheet = true
            }
        }
        guard let root else { throw scanner.refusal(.malformed) }
        return root
    }

    private mutating func close(_ root: inout XMLNode?) {
        guard let (node, _) = open.popLast() else { return }
        if open.isEmpty { root = node } else { open[open.count - 1].node.children.append(node) }
    }

    private func begin(_ name: Range<Int>) throws(IntakeRefusal) -> (XMLNode, [String: String]) {
        var scope = open.last?.scope ?? ["": "", "xml": XMLDocument.xmlNamespace]
        var others: [String] = []
        for attribute in scanner.attributes {
            let label = scanner.name(attribute.name)
            if label == "xmlns" {
                scope[""] = XMLBuilder.text(scanner.bytes[attribute.value])
            } else if label.hasPrefix("xmlns:") {
                let uri = XMLBuilder.text(scanner.bytes[attribute.value])
                let prefix = String(label.dropFirst(6))
                guard !uri.isEmpty, !prefix.isEmpty, prefix != "xml", prefix != "xmlns", !prefix.contains(":") else {
                    throw scanner.refusal(.malformed, at: attribute.name.lowerBound)
                }
                scope[prefix] = uri
            } else {
                others.append(label)
            }
        }
        let attributes = try others.map { (label) throws(IntakeRefusal) in
            let resolved = try resolve(label, scope, at: name.lowerBound)
            return XMLNode.Attribute(
                namespace: label.contains(":") ? resolved.namespace : "", name: resolved.name)
        }
        let resolved = try resolve(scanner.name(name), scope, at: name.lowerBound)
        let node = XMLNode(
            namespace: resolved.namespace, name: resolved.name, attributes: attributes, offset: name.lowerBound - 1)
        return (node, scope)
    }

    private func resolve(
        _ label: String, _ scope: [String: String], at place: Int
    ) throws(IntakeRefusal) -> (namespace: String, name: String) {
        let parts = label.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { throw scanner.refusal(.malformed, at: place) }
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        guard let namespace = scope[prefix] else { throw scanner.refusal(.malformed, at: place) }
        return (namespace, String(parts[parts.count - 1]))
    }

    /// With references resolved. A line end that is a reference stays what it is.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x26) else { return withLineFeeds(bytes) }
        var text = ""
        var rest = bytes
        while let place = rest.firstIndex(of: 0x26) {
            text += withLineFeeds(rest[..<place])
            rest = rest[place...]
            guard let reference = XMLReference(rest) else { break }
            text.unicodeScalars.append(reference.scalar)
            rest = rest.dropFirst(reference.length)
        }
        return text + withLineFeeds(rest)
    }

    /// CR LF and CR as LF (XML 1.0, section 2.11).
    private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                plain.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                plain.append(byte)
            }
            previous = byte
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
