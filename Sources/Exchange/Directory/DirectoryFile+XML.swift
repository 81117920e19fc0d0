import Model

extension DirectoryFile {
    /// What the root is; files of another version have another one.
    static let root = "directory"
    static let element = "entry"

    static func xml(_ rows: [DirectoryRow]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(root)>\n"
        for row in rows {
            let cells = cells(of: row)
            text += "  <\(element)>\n"
            for column in columns {
                guard let cell = cells[column] else { continue }
                text += "    <\(column)>\(escaped(cell))</\(column)>\n"
            }
            text += "  </\(element)>\n"
        }
        return text + "</\(root)>\n"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            // Line ends and tabs as references, so that no reader changes them.
            case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    mutating func readXML(_ bytes: [UInt8]) {
        // The scanner leaves it to the gate that there are no control characters.
        if let place = bytes.firstIndex(where: { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }) {
            let line = DirectoryFile.line(of: place, in: bytes)
            faults.append(
                DirectoryFileFault(
                    line: line, .malformed(found: DirectoryFile.firstLine(ImportFault.excerpt(bytes[place...])))))
            return
        }
        var limits = XMLScanner.Limits()
        limits.elements = 500_000
        do throws(IntakeRefusal) {
            let document = try XMLDocument(bytes, limits: limits)
            readXML(document.root, bytes)
        } catch {
            faults.append(DirectoryFileFault(line: error.line, .malformed(found: DirectoryFile.firstLine(error.found))))
        }
    }

    private static func firstLine(_ text: String) -> String { String(text.prefix { !$0.isNewline }) }

    private mutating func readXML(_ root: XMLNode, _ bytes: [UInt8]) {
        func fault(_ node: XMLNode) -> DirectoryFileFault {
            let line = DirectoryFile.line(of: node.offset, in: bytes)
            return DirectoryFileFault(line: line, .malformed(found: "<\(node.name)>"))
        }
        func isPlain(_ node: XMLNode) -> Bool { node.namespace.isEmpty && node.attributes.isEmpty }
        guard root.name == DirectoryFile.root, isPlain(root), !root.hasText else {
            faults.append(fault(root))
            return
        }
        for node in root.children {
            guard node.name == DirectoryFile.element, isPlain(node), !node.hasText else {
                faults.append(fault(node))
                continue
            }
            var cells: [String: String] = [:]
            guard
                let wrong = node.children.first(where: { cell in
                    !isPlain(cell) || !cell.children.isEmpty || cells.updateValue(cell.text, forKey: cell.name) != nil
                })
            else {
                take(cells, line: DirectoryFile.line(of: node.offset, in: bytes))
                continue
            }
            faults.append(fault(wrong))
        }
    }
}
