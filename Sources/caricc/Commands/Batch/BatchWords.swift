import Wording

/// The words of a line of a batch, as a shell would split them: blanks between words, quotation marks of both kinds, a backslash
/// before a character that is meant as it is, and a comment from `#` at the beginning of a word on. Nothing is expanded.
enum BatchWords {
    enum Fault: Error, Equatable {
        case quoteOpen(Character)
        case backslashAtEnd

        var message: Message {
            switch self {
            case .quoteOpen(let quote): "the quotation mark \(quote) is not closed"
            case .backslashAtEnd: "nothing stands behind the last backslash"
            }
        }
    }

    static func split(_ line: some StringProtocol) throws(Fault) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = line[...]
        while let character = rest.popFirst() {
            if character == "\\", quote != "'" {
                guard let next = rest.popFirst() else { throw .backslashAtEnd }
                // Within double quotes a backslash only means something before these.
                let isLiteral = quote == "\"" && next != "\"" && next != "\\"
                word = (word ?? "") + (isLiteral ? "\\" : "") + String(next)
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " || character == "\t" || character == "\r" {
                if let word { words.append(word) }
                word = nil
            } else if character == "#", word == nil {
                break
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let quote { throw .quoteOpen(quote) }
        if let word { words.append(word) }
        return words
    }
}
