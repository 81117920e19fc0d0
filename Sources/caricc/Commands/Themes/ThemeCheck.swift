import ArgumentParser
import Interface
import Screen
import Themes
import Wording

/// Says what is wrong in theme files, and how legible they are.
struct ThemeCheck: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads theme files and says what is wrong in them: file, line and key, and what is not legible.",
        discussion: """
            Without a file, the shipped themes and those of your own folder are checked. Of a named file, the contrast of
            every role is printed, with all colours and with 256, 16 and 8. The exit status is 1 when something is found. Examples:

              caricc theme check
              caricc theme check night.toml
            """)
    @Argument(help: "Theme files.") var files: [String] = []
    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        var folder = ThemeFolder.standard
        var (shelf, faults) = folder.reload()
        var names = shelf.names
        if !files.isEmpty {
            let read = try files.map { file in
                try told { () throws(ConfigFault) in try ThemeFolder.text(of: file) }
            }
            names = files.map { ThemeFolder.name(ofFile: $0) }
            shelf = shelf.with(Array(zip(names, read)))
            faults = []
        }
        for fault in faults { voice.warn(fault.message) }
        var isSound = faults.isEmpty
        for name in names where try !check(name, on: shelf, voice) { isSound = false }
        return isSound ? .done : .findings
    }

    private func told<Value>(_ work: () throws(ConfigFault) -> Value) throws -> Value {
        do throws(ConfigFault) {
            return try work()
        } catch {
            throw CommandFault.said(error.message)
        }
    }

    /// Whether nothing was found.
    private func check(_ name: String, on shelf: ThemeShelf, _ voice: Voice) throws -> Bool {
        let theme: Theme
        do throws(ThemeFault) {
            theme = try shelf.theme(named: name)
        } catch {
            if !files.isEmpty { voice.warn(error.message) }
            return false
        }
        // What the own folder holds was told when it was read.
        if !files.isEmpty { for warning in theme.warnings { voice.warn(warning.message) } }
        let audit = ThemeAudit(theme)
        for shortfall in audit.shortfalls { voice.warn(shortfall.message) }
        if !files.isEmpty { try table(theme, voice) }
        guard theme.warnings.isEmpty, audit.shortfalls.isEmpty else { return false }
        try voice.say("\(name): no fault found; \(audit.message)")
        return true
    }

    /// Every role with its contrast at each depth.
    private func table(_ theme: Theme, _ voice: Voice) throws {
        let palettes = ThemeAudit.depths.map { theme.palette.reduced(to: $0) }
        let heads = ThemeAudit.depths.map { $0 == .trueColour ? "RGB" : String($0.rawValue) }
        try voice.line("".padded(to: 18) + heads.map { $0.padded(to: 6) }.joined())
        for role in Role.allCases {
            let ratios = palettes.map { palette in
                palette[role].contrast.map { voice.catalogue.text("\(decimal: ThemeCard.tenths($0))") } ?? "-"
            }
            try voice.line(role.rawValue.padded(to: 18) + ratios.map { $0.padded(to: 6) }.joined())
        }
    }
}
