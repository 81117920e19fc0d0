import Model
import Screen
import Terminal
import Wording

/// What a measured terminal is, in words.
extension TerminalSurvey {
    var page: [Message] {
        var lines: [Message] = [
            "TERM is \(type): \(colourWords), \(hasMouse ? "with a mouse" : "without a mouse" as Message), \(hasBell ? "with a bell" : "without a bell" as Message).",
            "The locale's characters are \(charset).",
        ]
        if !name.isEmpty { lines.append("The terminal calls itself “\(name)”.") }
        if let roundTrip, answers { lines.append("It answers in \(max(1, roundTrip.milliseconds)) ms.") }
        if let bytesPerSecond {
            lines.append("It draws about \(grouped: Int(min(bytesPerSecond, 9_999_999))) bytes a second.")
        }
        if !widths.isEmpty {
            let list = GlyphClass.allCases.compactMap { glyph in widths[glyph].map { "\(glyph.sample.text) \($0)" } }
            lines.append("Columns of the characters we use: \(list.joined(separator: ", ")).")
        }
        for mode in Mode.allCases where modes[mode] != nil { lines.append(Self.line(of: mode, modes[mode] == true)) }
        lines.append("Clipboard (OSC 52): not tried, because trying it overwrites what you copied.")
        lines.append(needsASCIIFrames ? "Frames are drawn in ASCII." : "Frames are drawn with lines.")
        lines.append("Graphs are drawn with \(ladderWords); --glyphs chooses otherwise.")
        return lines
    }

    private var colourWords: Message {
        switch colours {
        case .mono: "no colours"
        case .trueColour: "all colours"
        default: "\(colours.rawValue) colours"
        }
    }

    private var ladderWords: Message {
        switch ladder {
        case .braille: "braille patterns"
        case .block: "blocks"
        case .ascii: "ASCII"
        }
    }

    private static func line(of mode: Mode, _ isKnown: Bool) -> Message {
        switch (mode, isKnown) {
        case (.mouse, true): "The mouse can be reported; it stays off until you ask for it."
        case (.mouse, false): "The mouse cannot be reported."
        case (.focus, true): "It tells when the window gets the focus, and the screen is then drawn anew."
        case (.focus, false): "It does not tell when the window gets the focus; Ctrl-L draws the screen anew."
        case (.paste, true): "It marks what is pasted."
        case (.paste, false): "It does not mark what is pasted; a burst of characters is taken for a paste."
        case (.synchronised, true): "It shows a whole picture at once (mode 2026)."
        case (.synchronised, false): "It cannot show a whole picture at once (mode 2026), and does not need to."
        }
    }

    /// What is wrong, each in one sentence with what to do.
    var problems: [Message] {
        var problems: [Message] = []
        if !isUTF8 {
            problems.append(
                "This locale is not UTF-8, so letters are written with the nearest Latin ones: set LC_ALL=C.UTF-8.")
        }
        if !answers {
            problems.append(
                "This terminal answers no questions, so its widths are not known: if columns are crooked, use --ascii.")
        }
        for glyph in GlyphClass.allCases {
            guard let columns = widths[glyph], columns != glyph.sample.columns else { continue }
            problems.append(Self.problem(of: glyph, columns: columns))
        }
        if let rate = bytesPerSecond, rate < Pace.slow {
            problems.append(
                "This line is slow, \(Int(rate)) bytes a second: fewer pictures are drawn; --lines needs fewer bytes still."
            )
        }
        return problems
    }

    private static func problem(of glyph: GlyphClass, columns: Int) -> Message {
        switch glyph {
        case .box:
            "This terminal draws lines \(columns) cells wide: frames are drawn in ASCII; set ambiguous width to narrow."
        case .cyrillic:
            "This terminal draws Cyrillic \(columns) cells wide: set ambiguous width to narrow, or columns are crooked."
        case .chinese: "This terminal draws Chinese \(columns) cells wide: set its character set to UTF-8."
        case .braille: "This terminal draws braille \(columns) cells wide: graphs are drawn without it."
        case .block: "This terminal draws blocks \(columns) cells wide: graphs are drawn without them."
        case .combining:
            "This terminal draws combining marks in cells of their own: accented names may shift their row until it is redrawn."
        case .emoji: "This terminal draws emoji \(columns) cells wide: rows with emoji may be crooked."
        }
    }

    func json(_ profile: TerminalProfile, problems: [String]) -> JSONObject {
        var object = profile.json
        object["usable"] = .bool(true)
        object["charset"] = .string(charset)
        object["colours"] = .integer(Int64(colours.rawValue))
        object["answers"] = .bool(answers)
        object["mouse"] = .bool(hasMouse)
        object["bell"] = .bool(hasBell)
        object["clipboard"] = .string("not tried")
        if let roundTrip { object["round_trip_ms"] = .integer(Int64(roundTrip.milliseconds)) }
        if let bytesPerSecond { object["bytes_per_second"] = .integer(Int64(min(bytesPerSecond, 1e9))) }
        var widths = JSONObject()
        for (glyph, columns) in self.widths { widths[glyph.rawValue] = .integer(Int64(columns)) }
        object["columns"] = .object(widths)
        var modes = JSONObject()
        for (mode, isKnown) in self.modes { modes[String(mode.rawValue)] = .bool(isKnown) }
        object["modes"] = .object(modes)
        object["problems"] = .array(problems.map { .string($0) })
        return object
    }
}
