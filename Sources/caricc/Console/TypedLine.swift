import Screen
import Terminal

/// A line while it is typed, without a cursor: characters come at its end and go from its end.
struct TypedLine {
    enum Outcome: Equatable {
        /// To be written as it is: a character, or backspaces and blanks over what goes.
        case echo(String)
        case line(String)
        /// Ctrl-D on an empty line.
        case end
    }

    private static let longest = 2_000

    private(set) var text = ""
    private var decoder = KeyDecoder()

    mutating func take(_ bytes: [UInt8]) -> [Outcome] {
        var outcomes: [Outcome] = []
        for key in decoder.feed(bytes) {
            switch key {
            case .enter, .control("j"), .control("m"):
                outcomes.append(.line(text))
                text = ""
            case .character(let character): add(String(character), to: &outcomes)
            case .pasted(let pasted):
                // A paste is one answer: nothing in it may act as Enter.
                add(String(pasted.map { $0.isNewline || $0 == "\t" ? " " : $0 }), to: &outcomes)
            case .tab: add(" ", to: &outcomes)
            case .backspace, .control("h"): erase(1, to: &outcomes)
            case .control("u"): erase(text.count, to: &outcomes)
            case .control("w"):
                let blanks = text.reversed().prefix { $0 == " " }.count
                erase(blanks + text.dropLast(blanks).reversed().prefix { $0 != " " }.count, to: &outcomes)
            case .control("d") where text.isEmpty: outcomes.append(.end)
            default: break
            }
        }
        return outcomes
    }

    private mutating func add(_ new: String, to outcomes: inout [Outcome]) {
        let new = String(new.prefix(max(0, Self.longest - text.count)))
        guard !new.isEmpty else { return }
        text += new
        outcomes.append(.echo(SafeText(new).plain))
    }

    private mutating func erase(_ count: Int, to outcomes: inout [Outcome]) {
        guard count > 0, !text.isEmpty else { return }
        let columns = SafeText(String(text.suffix(count))).width
        text.removeLast(min(count, text.count))
        let back = String(repeating: "\u{08}", count: columns)
        outcomes.append(.echo(back + String(repeating: " ", count: columns) + back))
    }
}
