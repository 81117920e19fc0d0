import Glibc
import Screen
import Settings
import Terminal

/// How to draw on this terminal: what the person wants, else what its self-test found, else what its type promises.
struct TerminalChoice {
    let preferences: Preferences
    private let type: String
    private let profile: TerminalProfile?

    init(_ preferences: Preferences) {
        self.preferences = preferences
        let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
        let type = environment("TERM") ?? ""
        self.type = type
        profile = TerminalProfile.folder(environment: environment).flatMap { TerminalProfile.known(type: type, in: $0) }
    }

    var usesASCIIFrames: Bool {
        preferences.glyphs == .auto ? profile?.needsASCIIFrames ?? false : preferences.glyphs == .ascii
    }

    /// What graphs are drawn with, where letters beyond ASCII can be.
    var symbols: SymbolLadder {
        switch preferences.glyphs {
        case .auto: profile?.ladder ?? SymbolLadder.automatic(type: type, isUTF8: true)
        case .braille: .braille
        case .block: .block
        case .ascii: .ascii
        }
    }

    var options: TerminalOptions {
        var options = TerminalOptions()
        options.mouse = preferences.usesMouse
        options.asciiFrames = usesASCIIFrames
        options.escapeDelayMilliseconds = preferences.escapeDelayMilliseconds
        options.synchronisesOutput = profile?.isSynchronised ?? false
        return options
    }
}
