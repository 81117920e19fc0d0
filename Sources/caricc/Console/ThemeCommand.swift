import ArgumentParser
import Foundation
import Interface
import Screen
import Themes
import Wording

/// The themes.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "The colours of the screen.",
        discussion: "Example:\n\n  caricc theme list", subcommands: [List.self, Check.self])

    struct List: SpokenCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The names of the themes.", discussion: "Example:\n\n  caricc theme list")
        @OptionGroup var speech: SpeechOptions

        func perform(_ voice: Voice) throws -> ExitStatus {
            for name in UserThemes.names() { try voice.line(name) }
            return .done
        }
    }

    struct Check: SpokenCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Reads theme files and says what is wrong in them, with file, line and key.",
            discussion: "Without a file, the shipped themes are checked.\n\nExample:\n\n  caricc theme check night.toml"
        )
        @Argument(help: "Theme files.") var files: [String] = []
        @OptionGroup var speech: SpeechOptions

        func perform(_ voice: Voice) throws -> ExitStatus {
            var user: [(name: String, text: String)] = []
            for file in files {
                guard let data = FileManager.default.contents(atPath: file), data.count < 1 << 20 else {
                    throw CommandFault.said("\(file) cannot be read, or is larger than a megabyte")
                }
                let name = (file as NSString).lastPathComponent
                user.append(
                    (name.hasSuffix(".toml") ? String(name.dropLast(5)) : name, String(decoding: data, as: UTF8.self)))
            }
            let shelf = ThemeShelf(user: user)
            var isSound = true
            for name in files.isEmpty ? shelf.names : user.map(\.name) {
                do throws(ThemeFault) {
                    let theme = try shelf.theme(named: name)
                    for warning in theme.warnings { voice.warn(warning.message) }
                    isSound = isSound && theme.warnings.isEmpty
                    if theme.warnings.isEmpty { try? voice.say("\(name): no fault found") }
                } catch {
                    voice.warn(error.message)
                    isSound = false
                }
            }
            return isSound ? .done : .findings
        }
    }
}
