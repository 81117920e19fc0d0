import Settings
import Wording

extension SettingsFault {
    /// `file:line: key: sentence`, without the parts that are not known.
    package func message(in folder: String? = nil) -> Message {
        .fault(in: file, folder: folder, line: line, column: column, key: key, sentence)
    }

    private var sentence: Message {
        switch problem {
        case .syntax(let found): "this is not TOML (\(found))"
        case .notUTF8: "this is not text in UTF-8; save it as UTF-8"
        case .unknownKey(nearest: let word?): "there is no such key. \(Spelling.question(word))"
        case .unknownKey(nearest: nil): "there is no such key; “caricc config sample” shows all"
        case .wrongType(let key): key.kind.demand
        case .outOfRange(let range): "it goes from \(range.lowerBound) to \(range.upperBound)"
        case .unknownValue(let value, nearest: let word?, _):
            "“\(value.briefly)” is not known. \(Spelling.question(word))"
        case .unknownValue(let value, nearest: nil, let known):
            "“\(value.briefly)” is not known; there are \(known.joined(separator: ", "))"
        case .duplicate(let first): "it is in line \(first) already; take one of the two out"
        case .repeatedItem(let item): "“\(item.briefly)” stands twice"
        case .notAbsolute(let path): "“\(path.briefly)” has no beginning; write a path from / or ~/"
        case .notAStep(let item): "“\(item.briefly)” is no step; write minutes and who, such as \("5 second")"
        case .notLater(let item): "“\(item.briefly)” is not later than the step before it"
        case .notAName: "it must be a name of 1 to 64 characters on one line"
        }
    }
}

extension SettingKey.Kind {
    /// What has to be written for a key of this kind.
    var demand: Message {
        switch self {
        case .flag: "it takes true or false, without quotation marks"
        case .number(let range): "it takes a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .ranking(let known): "it takes a list such as [\"\(known[0])\", \"\(known[1])\"]"
        case .steps: "it takes a list such as [\"\("2 watch")\", \"\("5 second")\"]"
        case .text, .path, .language, .zone, .theme, .choice: "it takes a word in quotation marks"
        }
    }
}

extension String {
    /// The beginning of its first line, for a sentence that quotes it.
    fileprivate var briefly: String {
        let line = prefix { !$0.isNewline }
        return line.count > 40 ? line.prefix(40) + "…" : String(line)
    }
}
