import Model

/// The children of one element of CAP, sorted by name after they were checked against the schema.
struct CAPNodes {
    struct Fault: Error {
        let reason: IntakeRefusal.Reason
        let offset: Int
        let path: String
        var found = ""
    }

    private let owner: XMLNode
    private let path: String
    private var children: [String: [XMLNode]] = [:]

    /// - Parameter allowing: attributes that the element may have; no other element has any.
    init(
        _ node: XMLNode, _ elements: [CAPElement], path: String, namespace: String,
        allowing: (XMLNode.Attribute) -> Bool = { _ in false }
    ) throws(Fault) {
        owner = node
        self.path = path
        if let attribute = node.attributes.first(where: { !allowing($0) }) {
            throw Fault(reason: .unexpectedAttribute, offset: node.offset, path: path, found: attribute.name)
        }
        guard !node.hasText else {
            throw Fault(reason: .unexpectedText, offset: node.offset, path: path, found: node.text)
        }
        var last = 0
        for child in node.children {
            let place = "\(path)/\(child.name)"
            guard child.namespace == namespace, let index = elements.firstIndex(where: { $0.name == child.name })
            else { throw Fault(reason: .unknownElement, offset: child.offset, path: place, found: child.namespace) }
            guard index >= last else { throw Fault(reason: .elementOrder, offset: child.offset, path: place) }
            last = index
            if children[child.name] != nil, !elements[index].isRepeated {
                throw Fault(reason: .repeatedElement, offset: child.offset, path: place)
            }
            children[child.name, default: []].append(child)
        }
        if let missing = elements.first(where: { $0.isRequired && children[$0.name] == nil }) {
            throw Fault(reason: .missingElement, offset: node.offset, path: "\(path)/\(missing.name)")
        }
    }

    func fault(_ reason: IntakeRefusal.Reason, of name: String, found: String = "") -> Fault {
        Fault(reason: reason, offset: all(name).first?.offset ?? owner.offset, path: "\(path)/\(name)", found: found)
    }

    func all(_ name: String) -> [XMLNode] { children[name] ?? [] }

    func texts(_ name: String) throws(Fault) -> [String] {
        try all(name).map { (node) throws(Fault) in
            guard node.children.isEmpty else { throw fault(.unknownElement, of: name, found: node.children[0].name) }
            guard node.attributes.isEmpty else {
                throw fault(.unexpectedAttribute, of: name, found: node.attributes[0].name)
            }
            return node.text
        }
    }

    func text(_ name: String) throws(Fault) -> String? { try texts(name).first }

    /// A text that says something.
    func filled(_ name: String) throws(Fault) -> String {
        guard let text = try text(name), !text.utf8.allSatisfy(XMLScanner.isBlank) else {
            throw fault(.missingElement, of: name)
        }
        return text
    }

    func required(_ name: String) throws(Fault) -> String {
        guard let text = try text(name) else { throw fault(.missingElement, of: name) }
        return text
    }

    func codes<Code: RawRepresentable<String>>(_ name: String) throws(Fault) -> [Code] {
        try texts(name).map { (text) throws(Fault) in
            guard let code = Code(rawValue: text) else { throw fault(.wrongValue, of: name, found: text) }
            return code
        }
    }

    func code<Code: RawRepresentable<String>>(_ name: String) throws(Fault) -> Code? {
        let found: [Code] = try codes(name)
        return found.first
    }

    func requiredCode<Code: RawRepresentable<String>>(_ name: String) throws(Fault) -> Code {
        guard let code: Code = try code(name) else { throw fault(.missingElement, of: name) }
        return code
    }

    func time(_ name: String, takesZ: Bool) throws(Fault) -> MessageTime? {
        guard let text = try text(name) else { return nil }
        let (time, reason) = CAPNodes.time(text, takesZ: takesZ)
        guard let time else { throw fault(reason, of: name, found: text) }
        return time
    }

    func requiredTime(_ name: String, takesZ: Bool) throws(Fault) -> MessageTime {
        guard let time = try time(name, takesZ: takesZ) else { throw fault(.missingElement, of: name) }
        return time
    }

    /// A whole number, and blanks around it.
    func integer(_ name: String) throws(Fault) -> Int64? {
        guard let text = try text(name) else { return nil }
        let digits = CAPNodes.trimmed(text)
        guard let number = Int64(digits) else { throw fault(.wrongValue, of: name, found: text) }
        return number
    }

    /// A decimal number as it was written, without the blanks around it.
    func decimal(_ name: String) throws(Fault) -> String? {
        guard let text = try text(name) else { return nil }
        let number = CAPNodes.trimmed(text)
        guard CAPNodes.isDecimal(number) else { throw fault(.wrongValue, of: name, found: text) }
        return number
    }

    /// `-1.5`, `1.`, `.5`: of an area with a thousand points each number is asked, so there is no pattern here.
    static func isDecimal(_ text: String) -> Bool {
        let digits = text.utf8.first.map { $0 == 0x2B || $0 == 0x2D } == true ? text.utf8.dropFirst() : text.utf8[...]
        let pointCount = digits.count { $0 == 0x2E }
        return pointCount <= 1 && digits.count > pointCount && digits.allSatisfy { isDigit($0) || $0 == 0x2E }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Up to eight letters, and then parts of up to eight letters and digits with a hyphen before each.
    static func isLanguage(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        return parts.enumerated().allSatisfy { place, part in
            (1...8).contains(part.count)
                && part.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (place > 0 && isDigit($0)) }
        }
    }

    static func trimmed(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !XMLScanner.isBlank($0) }),
            let last = bytes.lastIndex(where: { !XMLScanner.isBlank($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// `2026-10-17T04:06:00+05:00` and nothing else but blanks around it; for versions before 1.2 also what their schemas take
    /// beside it, `Z` and a fraction of a second.
    static func time(_ text: String, takesZ: Bool) -> (time: MessageTime?, reason: IntakeRefusal.Reason) {
        let text = trimmed(text)
        var scan = TimeScan(text.utf8)
        guard let civil = scan.civil() else { return (nil, .wrongTime) }
        if scan.rest.isEmpty { return (nil, .missingOffset) }
        guard isOfForm(text.utf8[...], takesZ: takesZ), let offset = scan.offset(), scan.rest.isEmpty else {
            return (nil, .wrongTime)
        }
        return (MessageTime(civil, offsetSeconds: offset), .wrongTime)
    }

    /// Which signs may stand where; whether there is such a time is asked elsewhere.
    static func isOfForm(_ bytes: Substring.UTF8View, takesZ: Bool) -> Bool {
        func isOf(_ part: some Collection<UInt8>, _ count: Int, _ sign: UInt8?) -> Bool {
            part.count == count && part.allSatisfy { isDigit($0) || $0 == sign }
        }
        var rest = bytes
        guard isOf(rest.prefix(10), 10, 0x2D), rest.dropFirst(10).first == 0x54,
            isOf(rest.dropFirst(11).prefix(8), 8, 0x3A)
        else { return false }
        rest = rest.dropFirst(19)
        if takesZ, rest.first == 0x2E {
            let digits = rest.dropFirst().prefix(while: isDigit)
            guard !digits.isEmpty else { return false }
            rest = rest[digits.endIndex...]
        }
        if takesZ, rest.elementsEqual([0x5A]) { return true }
        guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return false }
        return isOf(rest.dropFirst().prefix(2), 2, nil) && rest.dropFirst(3).first == 0x3A
            && isOf(rest.dropFirst(4), 2, nil)
    }
}
