/// Text for man(7), line by line, with everything escaped that roff would obey.
struct Roff {
    private(set) var text = ""
    private var lastHeading = "\n\n"

    /// The first line. A date is read by programs, which know no escapes.
    mutating func title(_ name: String, section: Int, date: String, source: String) {
        text += ".TH \"\(name)\" \"\(section)\" \"\(date)\" \"\(Roff.escaped(source))\"\n"
    }

    mutating func request(_ name: String, _ arguments: String...) {
        let quoted = arguments.map { " \"" + Roff.escaped($0).replacing("\"", with: "\\(dq") + "\"" }
        text += "." + name + quoted.joined() + "\n"
    }

    mutating func line(_ content: String) {
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            // A dot or an apostrophe at the beginning of a line would be a request.
            let guarded = line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : ""
            text += guarded + Roff.escaped(String(line)) + "\n"
        }
    }

    mutating func section(_ title: String) {
        request("SH", title)
        lastHeading = ".SH \"" + Roff.escaped(title) + "\"\n"
    }

    mutating func paragraph(_ content: String) {
        // A heading begins a paragraph itself.
        if !text.hasSuffix(lastHeading) { request("PP") }
        line(content)
    }

    /// A term in bold, and what it means, indented.
    mutating func item(_ term: String, _ meaning: String) {
        request("TP")
        request("B", term)
        line(meaning)
    }

    /// Lines as they are, indented.
    mutating func example(_ lines: [String]) {
        request("PP")
        request("RS", "4")
        request("nf")
        for content in lines { line(content) }
        request("fi")
        request("RE")
    }

    /// A hyphen that is typed is not one that may be broken or made longer.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "“": result += "\\(lq"
            case "”": result += "\\(rq"
            case "…": result += "..."
            case _ where !character.isASCII:
                // Readers differ in what they take for letters; numbers of scalars are read by all.
                for scalar in character.unicodeScalars {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
                }
            default: result.append(character)
            }
        }
        return result
    }
}
