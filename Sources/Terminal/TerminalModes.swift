/// The escape sequences that ncurses does not write itself: constants, so that no foreign text can become part of one.
struct TerminalModes {
    static let titlePush = "\u{1B}[22;2t"
    static let titlePop = "\u{1B}[23;2t"
    static let titleBegin = "\u{1B}]2;"
    static let titleEnd = "\u{07}"
    /// Asks whether the terminal is well (DSR 5); the answer is `ESC [ 0 n`.
    static let question = "\u{1B}[5n"
    private static let paste = "\u{1B}[?2004"
    private static let focus = "\u{1B}[?1004"
    private static let mouseButtons = "\u{1B}[?1000"
    private static let mouseCells = "\u{1B}[?1006"
    private static let synchronise = "\u{1B}[?2026"

    /// Lets the terminal report the mouse; empty where there is none.
    let mouseOn: String
    let mouseOff: String
    /// Around a frame, so that the terminal shows it at once; empty unless it is known to do so.
    let synchroniseOn: [UInt8]
    let synchroniseOff: [UInt8]
    private let others: (on: String, off: String)

    /// - Parameter understands: whether the terminal knows control sequences of this kind at all
    init(understands: Bool, reportsFocus: Bool, hasMouse: Bool, synchronises: Bool) {
        let (mouse, focus, synchronises) = (
            hasMouse && understands, reportsFocus && understands, synchronises && understands
        )
        mouseOn = mouse ? Self.mouseButtons + "h" + Self.mouseCells + "h" : ""
        mouseOff = mouse ? Self.mouseCells + "l" + Self.mouseButtons + "l" : ""
        synchroniseOn = synchronises ? Array((Self.synchronise + "h").utf8) : []
        synchroniseOff = synchronises ? Array((Self.synchronise + "l").utf8) : []
        others =
            understands
            ? (Self.paste + "h" + (focus ? Self.focus + "h" : ""), (focus ? Self.focus + "l" : "") + Self.paste + "l")
            : ("", "")
    }

    func on(mouse: Bool) -> String { others.on + (mouse ? mouseOn : "") }

    /// Everything off, whether it was on or not.
    var off: String { String(decoding: synchroniseOff, as: UTF8.self) + mouseOff + others.off }

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
