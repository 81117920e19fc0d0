import Wording

/// What can be set in `config.toml`; the one table of its keys.
package enum SettingKey: String, CaseIterable, Hashable, Sendable {
    case language, zone, theme, officer, log, glyphs, mouse, sound, layouts, layout, title
    case repaintMinutes = "repaint_minutes"
    case escapeDelayMilliseconds = "escape_delay_ms"
    case clipboard
    case bellRepeat1Seconds = "bell_repeat_1_s"
    case bellRepeat2Seconds = "bell_repeat_2_s"
    case escalation1 = "escalation_1"
    case escalation2 = "escalation_2"
    case escalation3 = "escalation_3"

    /// What a value may be.
    package enum Kind: Equatable, Sendable {
        case text
        /// An absolute path, or one that begins with `~/`.
        case path
        case language
        case zone
        case theme
        case flag
        case choice([String])
        /// Some of these, each once, the first one first.
        case ranking([String])
        case number(ClosedRange<Int>)
        /// Steps that follow each other: after how many minutes, and which of these words; none at all, too.
        case steps(minutes: ClosedRange<Int>, [String])
    }

    package var kind: Kind {
        switch self {
        case .language: .language
        case .zone: .zone
        case .theme: .theme
        case .officer: .text
        case .log: .path
        case .mouse, .title: .flag
        case .glyphs: .choice(Preferences.Glyphs.allCases.map(\.rawValue))
        case .sound: .choice(Preferences.Sound.allCases.map(\.rawValue))
        case .layout: .choice(Preferences.Arrangement.allCases.map(\.rawValue))
        case .clipboard: .choice(Preferences.Clipboard.allCases.map(\.rawValue))
        case .layouts: .ranking(Preferences.keyboardNames)
        case .repaintMinutes: .number(0...1_440)
        case .escapeDelayMilliseconds: .number(1...5_000)
        case .bellRepeat1Seconds, .bellRepeat2Seconds: .number(0...3_600)
        case .escalation1, .escalation2, .escalation3: .steps(minutes: 1...1_440, EscalationStep.everybody)
        }
    }

    /// Environment variables that stand in front of the file, best first.
    package var overridingVariables: [String] {
        switch self {
        case .language: ["CARICC_LANGUAGE", "LC_ALL"]
        case .zone: ["TZ"]
        case .officer: ["CARICC_OFFICER"]
        case .log: ["CARICC_HOME"]
        case .escapeDelayMilliseconds: ["ESCDELAY"]
        default: []
        }
    }

    /// Environment variables for where nobody has said anything: what the machine was set up with, best first.
    package var fallbackVariables: [String] {
        switch self {
        case .language: ["LC_MESSAGES", "LANG"]
        case .log: ["XDG_DATA_HOME"]
        default: []
        }
    }

    /// What holds where nothing is set; nil where it depends on who sits where.
    package var builtIn: SettingValue? {
        switch self {
        case .language: .word("en")
        case .zone: .word("Almaty")
        case .theme: .word("default")
        case .officer, .log, .layouts: nil
        case .glyphs, .layout: .word("auto")
        case .mouse: .flag(false)
        case .sound: .word("bell")
        case .title: .flag(true)
        case .repaintMinutes: .number(5)
        case .escapeDelayMilliseconds: .number(25)
        case .clipboard: .word("off")
        case .bellRepeat1Seconds: .number(10)
        case .bellRepeat2Seconds: .number(180)
        case .escalation1: EscalationStep.list([2: "watch", 5: "second", 10: "leader", 20: "supervisors"])
        case .escalation2: EscalationStep.list([10: "watch", 30: "second", 60: "leader"])
        case .escalation3: EscalationStep.list([60: "watch", 240: "second"])
        }
    }

    /// Whether a running console can take a new value over.
    package var takesEffectAtOnce: Bool { self != .officer && self != .log }

    /// One sentence for the sample file and the manual.
    package var explanation: Message {
        switch self {
        case .language: "The language of every sentence: en, ru, zh, or one that is installed."
        case .zone: "The clock for times typed and shown: Almaty, Tashkent, UTC, +04:30 and so on."
        case .theme: "The colours: a theme of “caricc theme list”, or a file of your own in the folder themes."
        case .officer: "Who sits here; without it, the login name."
        case .log: "The folder of the log to open; an absolute path, or one that begins with ~/."
        case .glyphs: "What graphs and lines are drawn with; auto takes the best that the terminal shows."
        case .mouse: "Whether the mouse selects rows; with false the terminal's own selection works."
        case .sound: "Whether a new alert of priority 1 or 2 rings the terminal's bell."
        case .layouts: "Your keyboard layouts, the most used one first; without it, those that go with the language."
        case .layout: "How many panels the board has; auto goes by the size of the terminal."
        case .title: "Whether the window's title is set."
        case .repaintMinutes: "Draw the whole screen again every so many minutes, over what others wrote; 0 is never."
        case .escapeDelayMilliseconds: "How long Esc waits for the rest of a key, in milliseconds."
        case .bellRepeat1Seconds:
            "An alert of priority 1 that nobody acknowledged rings again after so many seconds; 0 is never."
        case .bellRepeat2Seconds:
            "An alert of priority 2 that nobody acknowledged rings again after so many seconds; 0 is never."
        case .escalation1:
            "Who is to be called for an alert of priority 1, and after how many minutes without an acknowledgement."
        case .escalation2: "The same for priority 2."
        case .escalation3: "The same for priority 3."
        case .clipboard: "How copying reaches the clipboard of the terminal: not at all, or by OSC 52."
        }
    }
}
