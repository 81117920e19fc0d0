import ArgumentParser
import Foundation
import Interface
import Screen
import Themes
import Wording

/// A sample of one theme.
struct ThemeShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A sample of a theme on a terminal; elsewhere, what each role looks like.",
        discussion: "Example:\n\n  caricc theme show nightwatch")
    @Argument(help: "The name of a theme.") var name: String
    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        var folder = ThemeFolder.standard
        let shelf = folder.reload().shelf
        let theme: Theme
        do throws(ThemeFault) {
            theme = try shelf.theme(named: name)
        } catch {
            throw CommandFault.said(error.message)
        }
        for warning in theme.warnings { voice.warn(warning.message) }
        if voice.output.isTerminal { try sample(theme, voice) } else { try list(theme, voice) }
        return theme.warnings.isEmpty ? .done : .findings
    }

    /// Each role in its own look, beside itself inside a selected row.
    private func sample(_ theme: Theme, _ voice: Voice) throws {
        let palette = theme.palette.reduced(to: EscapeColours.depth(ProcessInfo.processInfo.environment))
        let ground = EscapeColours.sequence(palette[.text])
        for role in Role.allCases {
            let word = role.rawValue.padded(to: 18)
            let inRow = palette.look(of: role, within: .selected)
            try voice.output.write(
                "\(ground) \(EscapeColours.sequence(palette[role]))\(word)\(ground)  "
                    + "\(EscapeColours.sequence(palette[.selected])) > \(EscapeColours.sequence(inRow))\(word)"
                    + "\(EscapeColours.sequence(palette[.selected])) \(EscapeColours.reset)\n")
        }
    }

    private func list(_ theme: Theme, _ voice: Voice) throws {
        for role in Role.allCases {
            let look = theme.palette[role]
            let marks = [
                look.bold ? "bold" : nil, look.dim ? "dim" : nil, look.underline ? "underline" : nil,
                look.reverse ? "reverse" : nil, look.strike ? "strike" : nil,
            ].compactMap(\.self)
            let contrast = look.contrast.map { voice.catalogue.text("\(decimal: ThemeCard.tenths($0))") } ?? "-"
            let columns = [
                role.rawValue.padded(to: 18), look.foreground.text.padded(to: 9), look.background.text.padded(to: 9),
                contrast.padded(to: 5),
            ]
            try voice.line((columns + marks).joined(separator: " "))
        }
    }
}
