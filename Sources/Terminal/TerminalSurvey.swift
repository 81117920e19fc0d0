private import CNcurses
private import CSystem
private import Glibc
import Screen

/// What one terminal is, as far as terminfo, the locale and the terminal's own answers say it. Foreign answers are raw:
/// show them as `SafeText`.
package struct TerminalSurvey: Equatable, Sendable {
    /// The characters that we use, by the ways in which terminals differ about them.
    package enum GlyphClass: String, CaseIterable, Sendable {
        case box, cyrillic, chinese, braille, block, combining, emoji

        /// What is printed to measure it, and how many columns it ought to take.
        package var sample: (text: String, columns: Int) {
            switch self {
            case .box: ("\u{2500}", 1)
            case .cyrillic: ("\u{0416}", 1)
            case .chinese: ("\u{6F22}", 2)
            case .braille: ("\u{28FF}", 1)
            case .block: ("\u{2583}", 1)
            case .combining: ("e\u{0301}", 1)
            case .emoji: ("\u{1F69A}", 2)
            }
        }
    }

    /// Modes that are asked about, by their DEC numbers.
    package enum Mode: Int, CaseIterable, Sendable {
        case mouse = 1006
        case focus = 1004
        case paste = 2004
        case synchronised = 2026
    }

    package var type: String
    /// The character set of the locale, such as `UTF-8`.
    package var charset: String
    package var colours = ColourDepth.mono
    package var hasMouse = false
    package var hasBell = false
    /// Set when terminfo says that control sequences of the common kind are understood; else nothing is asked.
    package var understands = false
    /// Set when the terminal answered at all.
    package var answers = false
    package var roundTrip: Duration?
    package var bytesPerSecond: Double?
    /// What the terminal calls itself (XTVERSION), or its kind and version (DA2), or its class (DA1).
    package var name = ""
    package var widths: [GlyphClass: Int] = [:]
    /// Whether a mode is known to the terminal; absent where it did not say.
    package var modes: [Mode: Bool] = [:]

    package var isUTF8: Bool { charset == "UTF-8" }

    package init(type: String, charset: String) {
        self.type = type
        self.charset = charset
    }

    /// The finest symbols that this terminal draws in their right width.
    package var ladder: SymbolLadder {
        let usual = SymbolLadder.automatic(type: type, isUTF8: isUTF8)
        guard usual != .ascii else { return .ascii }
        if widths[.braille] == 1 { return .braille }
        return widths[.block].map { $0 == 1 } ?? true ? .block : .ascii
    }

    /// Whether frames must be drawn in ASCII.
    package var needsASCIIFrames: Bool { !isUTF8 || (widths[.box] ?? 1) != 1 }
}

extension TerminalSurvey {
    /// Measures the terminal on a pair of descriptors. Takes a second or two where it is slow or never answers; leaves the
    /// cursor at the beginning of an empty row and the modes as they were.
    ///
    /// What a person types meanwhile is lost.
    package static func measure(_ options: TerminalOptions = TerminalOptions()) throws(TerminalFault) -> TerminalSurvey
    {
        guard let type = options.type ?? getenv("TERM").map({ String(cString: $0) }), !type.isEmpty else {
            throw .noTerm
        }
        for descriptor in [options.input, options.output] where isatty(descriptor) == 0 {
            throw .notATerminal(descriptor: descriptor)
        }
        let isUTF8 = caricc_set_locale(options.locale) == 1
        var survey = TerminalSurvey(type: type, charset: isUTF8 ? "UTF-8" : String(cString: caricc_charset()))
        let facts = caricc_describe_type(type, options.output)
        guard facts.known == 1 else {
            throw facts.known == 2 ? .cannotPlaceCursor(type) : .unknownTerm(type)
        }
        survey.understands = facts.understands == 1
        survey.hasMouse = facts.mouse == 1
        survey.hasBell = facts.rings == 1
        survey.colours = ColourDepth.offered(
            colours: Int(facts.colours), isDirect: facts.direct == 1,
            noColour: getenv("NO_COLOR").map { $0.pointee != 0 } ?? false)
        guard survey.understands else { return survey }
        guard caricc_claim_once() == 1 else { throw .alreadyClaimed }
        defer { caricc_claim_end() }
        guard caricc_restore_prepare(options.output, nil, 0) == 0 else {
            throw .system(call: "tcgetattr", errno: errno)
        }
        defer { caricc_restore_finish() }
        _ = caricc_restore_arm()
        _ = caricc_enter_raw_mode()
        var line = SurveyLine(input: options.input, output: options.output)
        defer { line.close() }
        survey.ask(&line)
        return survey
    }

    private mutating func ask(_ line: inout SurveyLine) {
        guard let first = line.fence("", within: .seconds(1)) else { return }
        answers = true
        roundTrip = first.took
        let patience = max(.milliseconds(200), first.took * 3)
        // The speed first: at 300 bytes a second every other question takes its time.
        let padding = String(repeating: " ", count: 30)
        let load = "\r" + padding + "\r" + padding + "\r"
        if let loaded = line.fence(load + load + load + load, within: .seconds(4)) {
            let net = max(loaded.took - first.took, .microseconds(100))
            bytesPerSecond =
                Double(load.utf8.count * 4)
                / (Double(net.components.attoseconds) / 1e18 + Double(net.components.seconds))
        }
        let isSlow = bytesPerSecond.map { $0 < Pace.slow } ?? true
        let limit = isSlow ? .seconds(2) : patience
        askName(&line, within: limit)
        for glyph in GlyphClass.allCases where isUTF8 {
            guard let answer = line.fence("\r" + glyph.sample.text + "\u{1B}[6n", within: limit) else { continue }
            let position = answer.sequences.last { $0.final == "R" }?.parameters.split(separator: ";")
            if let position, position.count == 2, let column = Int(position[1]), (1...40).contains(column) {
                widths[glyph] = column - 1
            }
        }
        _ = line.fence("\r\u{1B}[K", within: limit)
    }

    /// Only kinds of terminals that take such questions for what they are: others would print a letter of them.
    private mutating func askName(_ line: inout SurveyLine, within limit: Duration) {
        let kind = type.split(separator: "-").first.map(String.init) ?? type
        let isModern = !["linux", "ansi", "cons25"].contains(kind) && !kind.hasPrefix("vt")
        let questions = isModern ? Mode.allCases.map { "\u{1B}[?\($0.rawValue)$p" }.joined() : ""
        let names = "\u{1B}[c" + (isModern ? "\u{1B}[>c\u{1B}[>q" : "")
        guard let answer = line.fence(names + questions, within: limit + limit) else { return }
        for sequence in answer.sequences {
            switch (sequence.final, sequence.parameters.first) {
            case ("|", _): name = sequence.parameters
            case ("c", ">") where name.isEmpty || name.hasPrefix("?"): name = sequence.parameters
            case ("c", "?") where name.isEmpty: name = sequence.parameters
            case ("y", "?"):
                let parts = sequence.parameters.dropFirst().dropLast().split(separator: ";").compactMap { Int($0) }
                if parts.count == 2, let mode = Mode(rawValue: parts[0]) {
                    modes[mode] = parts[1] != 0 && parts[1] != 4
                }
            default: break
            }
        }
    }
}

extension ColourDepth {
    /// What terminfo offers; colours are red, green and blue themselves only where it says so. `COLORTERM` is not
    /// believed: it travels through tmux and ssh to terminals that have it not.
    static func offered(colours: Int, isDirect: Bool, noColour: Bool) -> ColourDepth {
        switch colours {
        case _ where noColour: .mono
        case ColourDepth.trueColour.rawValue... where isDirect: .trueColour
        case 256...: .colours256
        case 16...: .colours16
        case 8...: .colours8
        default: .mono
        }
    }
}
