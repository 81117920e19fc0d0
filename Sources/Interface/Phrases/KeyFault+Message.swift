import Keyboards
import Wording

extension KeyFault {
    /// `file:line: key: sentence`, without the parts that are not known.
    package func message(in folder: String? = nil) -> Message {
        .fault(in: "keys.toml", folder: folder, line: line, key: entry, sentence)
    }

    private var sentence: Message {
        switch problem {
        case .syntax(let found): "this is not TOML (\(found)); the line is left out"
        case .unknownTable: "only [keys] and [unbind] are known here"
        case .wrongType: "a key, or a list of keys, is wanted, each in quotes"
        case .unknownCommand(let nearest):
            nearest.map { "there is no such command; did you mean \($0)?" }
                ?? "there is no such command; “caricc keys” lists them"
        case .unknownKeyName(let name):
            "“\(name)” is no key; write it as “caricc keys” prints it, such as F5, Ins, ^d, Alt+x or g g"
        case .taken(let key, let command, let line):
            line.map { "\(key) is the key of \(command) already (line \($0))" }
                ?? "\(key) is the key of \(command); take it away there first, under [unbind]"
        case .blocks(let key, let sequence, let command, let line):
            line.map { "\(key) begins the keys \(sequence), so that one of them does nothing (\(command), line \($0))" }
                ?? "\(key) begins the keys \(sequence), so that one of them does nothing (\(command))"
        case .reserved(let key): "\(key) belongs to the terminal"
        case .same(let key, let other): "a terminal sends the same for \(key) and \(other)"
        case .tooEasy(let key): "\(key) is pressed too easily for this; take a function key, or one with Alt"
        case .notItsKey(let key): "\(key) is no key of this command"
        case .keepsAKey(let keys): "nobody can work without this command; it keeps \(keys.joined(separator: " "))"
        case .covers(let key, let command, let layout):
            "\(key) holds, but on the layout \(layout) it is where \(command) was"
        }
    }
}
