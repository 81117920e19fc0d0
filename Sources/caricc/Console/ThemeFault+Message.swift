import Glibc
import Interface
import Screen
import Terminal
import Themes
import Wording

extension ThemeFault {
    /// Where and what, in one sentence.
    var message: Message { message(in: nil) }

    /// The same with the path of the file; what is asked for by name has no place.
    func message(in folder: String?) -> Message {
        if case .unknownTheme = problem, line == 0 { return sentence }
        return .fault(
            in: "\(file).toml", folder: folder.map { "\($0)/themes" }, line: line, column: column, key: key, sentence)
    }

    private var sentence: Message {
        switch problem {
        case .syntax(let found): "this is not TOML (\(found))"
        case .unknownKey: "there is no such key; it is ignored. \(guess(ThemeFault.keys))"
        case .unknownRole: "there is no such role; it is ignored. \(guess(Role.allCases.map(\.rawValue)))"
        case .unknownColour(let name): "“\(name)” is not a colour; name one of [palette], #rrggbb or 0 to 255"
        case .unknownAttribute: "there is no such attribute. \(guess(ThemeFault.attributes))"
        case .wrongType: "the value has the wrong type"
        case .unknownTheme(let name, let known):
            "There is no theme “\(name)”; there are: \(known.joined(separator: ", ")). \(question(name, known))"
        case .inheritsItself(let names): "the themes inherit in a circle (\(names.joined(separator: " > ")))"
        }
    }

    /// The question for the last part of the key, or nothing.
    private func guess(_ known: [String]) -> Message {
        question(key.split(separator: ".").last.map(String.init) ?? key, known)
    }

    private func question(_ word: String, _ known: [String]) -> Message {
        Spelling.question(about: word, among: known) ?? .verbatim("")
    }
}

extension ThemeAudit.Shortfall {
    /// What is not legible, where, by how much.
    var message: Message {
        let place: Message = line > 0 ? .verbatim("\(file).toml:\(line)") : "theme \(file)"
        let part: Message = bar == nil ? .verbatim(role.rawValue) : "\(role.rawValue) in a selected row"
        let (found, needed) = (ThemeCard.tenths(ratio), ThemeCard.tenths(wanted))
        return depth == .trueColour
            ? "\(place): \(part) has a contrast of \(decimal: found), and needs \(decimal: needed)"
            : "\(place): with \(depth.rawValue) colours \(part) has a contrast of \(decimal: found), and needs \(decimal: needed)"
    }
}

extension ThemeAudit {
    /// The least contrast at every depth.
    var message: Message {
        let tenths = Self.depths.map { least[$0].map { ThemeCard.tenths($0) } }
        guard let all = tenths[0], let many = tenths[1], let some = tenths[2], let few = tenths[3] else {
            return "the terminal's own colours"
        }
        return
            "least contrast \(decimal: all), with 256 colours \(decimal: many), with 16 \(decimal: some), with 8 \(decimal: few)"
    }
}

extension TerminalFault {
    /// What is wrong with the terminal, and what to do instead.
    var message: Message {
        switch self {
        case .noTerm:
            "TERM is not set, so nothing is known about this terminal; set TERM, or use --lines or --plain board"
        case .unknownTerm(let name):
            "This machine does not know a terminal “\(name)”; set TERM to one it knows, or use --lines or --plain board"
        case .cannotPlaceCursor(let name): "A terminal “\(name)” cannot place its cursor; use --lines, or --plain board"
        case .notATerminal: "This is not a terminal; use --plain board to print a screen"
        case .alreadyClaimed: "This program holds a terminal already"
        case .system(let call, let code): "The terminal cannot be used: \(call): \(String(cString: strerror(code)))"
        }
    }
}
