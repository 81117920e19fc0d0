import Glibc
import Terminal
import Themes
import Wording

extension ThemeFault {
    /// Where and what, in one sentence.
    var message: Message {
        let place: Message = line > 0 ? "theme \(file), line \(line)" : "theme \(file)"
        switch problem {
        case .syntax(let found): return "\(place): this is not TOML (\(found))"
        case .unknownKey: return "\(place): there is no key \(key); it is ignored"
        case .unknownRole: return "\(place): there is no role \(key); it is ignored"
        case .unknownColour(let name):
            return "\(place), \(key): “\(name)” is not a colour; name one of [palette], #rrggbb or 0 to 255"
        case .unknownAttribute(let name): return "\(place), \(key): there is no attribute “\(name)”"
        case .wrongType: return "\(place), \(key): the value has the wrong type"
        case .unknownTheme(let name): return "There is no theme “\(name)”; “caricc theme list” shows them"
        case .inheritsItself(let names):
            return "\(place): the themes inherit in a circle (\(names.joined(separator: " > ")))"
        }
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
