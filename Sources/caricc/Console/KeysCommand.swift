import ArgumentParser
import Interface
import Keyboards
import Model
import Screen
import Settings
import Wording

/// The keys, from the table that the screens use.
struct KeysCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "What every key does, as it is engraved on a layout.",
        discussion: """
            First the keys of the US layout, then what the same keys type on the layout that is asked for. The keys are \
            those of keys.toml where there is one; a command whose keys it changed is marked *. What is wrong \
            in that file is said on the error stream.

            Example:

              caricc keys --language ru
              caricc keys --layout kz
            """)

    @Option(
        help: ArgumentHelp(
            "Keyboard: \(KeyboardLayout.all.map(\.code).joined(separator: ", ")) (default: us).", valueName: "layout"))
    var layout: String = "us"

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        guard KeyboardLayout.named(layout) != nil else {
            let known = KeyboardLayout.all.map(\.code).joined(separator: ", ")
            throw ValidationError("There is no layout “\(layout)”; there are \(known).")
        }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        guard let layout = KeyboardLayout.named(layout) else { return .done }
        let file = ConfigReading(.here)
        // As on the screen: what a character means is not decided by the layout that is asked for.
        let order =
            KeyboardLayout.order(in: Preferences(file.settings.values))
            ?? KeyboardLayout.order(for: voice.catalogue.language.rawValue)
        let vocabulary = Vocabulary(voice.catalogue)
        let rows = Command.all.map { command in
            KeysRow(
                command: command, word: vocabulary.word(for: command), plainKeys: file.keymap.names(of: command.name),
                keys: file.keymap.strokes(of: command.name, engravedOn: layout, order: order).map(\.name),
                isRebound: file.keymap.isRebound(command.name))
        }
        if json {
            for row in rows { try voice.json(row.object(on: layout, help: voice.catalogue.text(row.command.help))) }
        } else {
            try print(rows, voice: voice)
        }
        // What is wrong elsewhere in the configuration is for “caricc config check”.
        let faults = file.faults.filter { if case .key = $0 { true } else { false } }
        for fault in faults { voice.warn(fault.message) }
        return faults.isEmpty ? .done : .findings
    }

    private func print(_ rows: [KeysRow], voice: Voice) throws {
        let plain = layout.lowercased() == "us" ? 0 : rows.map { SafeText($0.plainText).width + 2 }.max() ?? 0
        let keys = rows.map { SafeText($0.keyText).width }.max() ?? 0
        let names = rows.map { SafeText($0.nameText).width }.max() ?? 0
        for row in rows {
            let help = voice.catalogue.text(row.command.help)
            let name = SafeText(row.nameText).padded(to: names).plain
            let before = plain > 0 ? SafeText(row.plainText).padded(to: plain).plain : ""
            try voice.line("\(row.mark)\(before)\(SafeText(row.keyText).padded(to: keys).plain)  \(name)  \(help)")
        }
    }
}

/// One command with its keys.
private struct KeysRow {
    let command: Command
    let word: String?
    /// As they stand in the table, for the US layout.
    let plainKeys: [String]
    /// As they are engraved on the layout that was asked for.
    let keys: [String]
    let isRebound: Bool

    var mark: String { isRebound ? "*" : " " }
    var plainText: String { plainKeys.joined(separator: " ") }
    var keyText: String { keys.isEmpty ? "--" : keys.joined(separator: "  ") }
    var nameText: String { ":\(command.name)" + (word.map { " :\($0)" } ?? "") }

    func object(on layout: KeyboardLayout, help: String) -> JSONObject {
        var object = JSONObject()
        object["command"] = .string(command.name)
        object["help"] = .string(help)
        object["keys"] = .array(keys.map { .string($0) })
        object["layout"] = .string(layout.code)
        object["keys_us"] = .array(plainKeys.map { .string($0) })
        object["rebound"] = .bool(isRebound)
        if let word { object["word"] = .string(word) }
        return object
    }
}
