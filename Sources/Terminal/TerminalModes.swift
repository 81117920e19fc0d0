/// The escape sequences that ncurses does not write itself: constants, so that no foreign text can become part of one.
enum TerminalModes {
    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    static let titlePush = "\u{1B}[22;2t"
    static let titlePop = "\u{1B}[23;2t"
    static let titleBegin = "\u{1B}]2;"
    static let titleEnd = "\u{07}"

    /// What to write when the terminal is taken and when it is given back; nothing where it would not be understood.
    static func strings(understood: Bool, mouse: Bool) -> (on: String, off: String) {
        guard understood else { return ("", "") }
        return (pasteOn + (mouse ? mouseOn : ""), (mouse ? mouseOff : "") + pasteOff)
    }

    /// A terminfo string without its padding (`$<5/>`), which only ncurses knows how to wait for.
    static func withoutPadding(_ capability: String) -> String {
        var text = ""
        var rest = Substring(capability)
        while let start = rest.firstRange(of: "$<"), let end = rest[start.upperBound...].firstIndex(of: ">") {
            text += rest[..<start.lowerBound]
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }
}
