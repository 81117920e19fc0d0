import ArgumentParser
import Interface
import Screen
import Themes
import Wording

/// One line for each theme: its name, its ground, how legible it is, and where it is from.
struct ThemeList: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The themes: name, ground, least contrast, and where each is from.",
        discussion: "Example:\n\n  caricc theme list")
    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        var folder = ThemeFolder.standard
        let (shelf, faults) = folder.reload()
        for name in shelf.names {
            let origin = shelf.isUsers(name) ? "\(folder.path)/\(name).toml" : voice.catalogue.text("shipped")
            let (ground, contrast) = words(of: name, on: shelf, voice.catalogue)
            let columns = [name.padded(to: 14), ground.padded(to: 16), contrast.padded(to: 5), origin]
            try voice.line(columns.joined(separator: " "))
        }
        for fault in faults { voice.warn(fault.message) }
        return faults.isEmpty ? .done : .findings
    }

    private func words(of name: String, on shelf: ThemeShelf, _ catalogue: Catalogue) -> (String, String) {
        guard let theme = try? shelf.theme(named: name) else { return (Convention.noData, Convention.noData) }
        let ground: Message = theme.isDark.map { $0 ? "dark ground" : "light ground" } ?? "any ground"
        let least = ThemeAudit(theme).least[.trueColour]
        let contrast = least.map { catalogue.text("\(decimal: ThemeCard.tenths($0))") }
        return (catalogue.text(ground), contrast ?? Convention.noData)
    }
}

extension String {
    /// With blanks behind it, by the columns that a terminal uses for it.
    func padded(to columns: Int) -> String {
        let safe = SafeText(self)
        return safe.plain + String(repeating: " ", count: max(0, columns - safe.width))
    }
}
