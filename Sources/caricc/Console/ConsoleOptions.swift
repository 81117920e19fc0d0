import ArgumentParser
import Interface
import Model
import Screen
import Settings
import Themes
import Wording

/// How the console looks and behaves; each stands in front of what the file says.
struct LookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who sits here (default: CARICC_OFFICER, config.toml, else the login name).", valueName: "id"))
    var officer: String?

    @Option(
        help: ArgumentHelp(
            "Colours: \(ThemeShelf.shippedNames.joined(separator: ", ")), or one of your own (default: config.toml).",
            valueName: "name"), completion: .custom { _, _, _ in ThemeFolder.names() })
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "Symbols of frames and graphs: auto, braille, block, ascii (default: config.toml, else by the terminal).",
            valueName: "symbols"))
    var glyphs: Preferences.Glyphs?

    @Flag(
        inversion: .prefixedNo,
        help: "Box drawing as - and |; with --plain nothing but ASCII (default: config.toml, else by the terminal).")
    var ascii: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: "Let the mouse select rows; it is off so that the terminal's own selection works.")
    var mouse: Bool?

    /// What was said here, for the settings.
    var settings: [SettingKey: SettingSources.Option] {
        var chosen: [SettingKey: SettingSources.Option] = [:]
        if let officer, !officer.isEmpty { chosen[.officer] = .init("--officer", .word(officer)) }
        if let theme { chosen[.theme] = .init("--theme", .word(theme)) }
        if let glyphs { chosen[.glyphs] = .init("--glyphs", .word(glyphs.rawValue)) }
        if let ascii {
            let glyphs = ascii ? Preferences.Glyphs.ascii : .auto
            chosen[.glyphs] = .init(ascii ? "--ascii" : "--no-ascii", .word(glyphs.rawValue))
        }
        if let mouse { chosen[.mouse] = .init(mouse ? "--mouse" : "--no-mouse", .flag(mouse)) }
        return chosen
    }
}

extension LookOptions {
    func validateTheme() throws {
        guard let theme else { return }
        let known = ThemeFolder.names()
        guard known.contains(theme) else {
            throw ValidationError(Catalogue.english.text(ThemeFault.unknown(theme, known: known).message))
        }
    }
}

/// What every command that shows screens takes.
struct ConsoleOptions: ParsableArguments {
    @OptionGroup var look: LookOptions

    @Option(
        help: ArgumentHelp(
            "Print one screen as plain lines and end: board, alerts, deliveries, watch, log, or a subject's name.",
            valueName: "screen"), completion: .list(ConsoleOptions.screens.map(\.name)))
    var plain: String?

    @Flag(
        help: """
            Speak and listen in plain lines, for screen readers, serial lines and scripts: no cursor is placed, and no
            escape sequence is written. “help” lists the words.
            """)
    var lines = false

    @Option(
        help: ArgumentHelp("Columns and rows of --plain, and columns of --lines (default: 80x24).", valueName: "WxH"))
    var size: String?

    @Flag(help: "Visitors look on: names are pseudonyms, words are hidden, details are stopped (V ends it).")
    var visitor = false

    @Option(
        help: ArgumentHelp(
            "Show everything as it was known at this instant, such as 2026-10-17T02:14+05:00 or 02:14.",
            valueName: "time"))
    var at: String?
}

extension Preferences.Glyphs: ExpressibleByArgument {}

extension ConsoleOptions {
    /// The screens that --plain knows by name.
    static let screens: [(name: String, screen: ScreenID)] = [
        ("board", .board), ("alerts", .alerts), ("deliveries", .deliveries), ("watch", .watch),
        ("handover", .handover), ("log", .log), ("directory", .directory),
    ]

    func canvasSize() throws -> (width: Int, height: Int) {
        let size = size ?? "80x24"
        let parts = size.lowercased().split(separator: "x").compactMap { Int($0) }
        guard parts.count == 2, parts.allSatisfy({ (1...1_000).contains($0) }) else {
            throw ValidationError("--size wants columns and rows such as 80x24, not “\(size)”.")
        }
        return (parts[0], parts[1])
    }

    /// The screen that --plain names.
    func plainScreen() throws -> ScreenID? {
        guard let plain else { return nil }
        if let known = ConsoleOptions.screens.first(where: { $0.name == plain.lowercased() }) { return known.screen }
        if let name = SubjectName(plain.uppercased()) { return .subject(name) }
        throw NameOption.unknown(
            plain, "screen", known: ConsoleOptions.screens.map(\.name), more: ", and any subject such as AL-2026-0001")
    }
}
