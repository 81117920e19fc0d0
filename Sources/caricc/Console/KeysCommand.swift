import ArgumentParser
import Foundation
import Interface
import Wording

/// The keys, from the table that the screens use.
struct KeysCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "What every key does.", discussion: "Example:\n\n  caricc keys --language ru")
    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        for command in Command.all {
            let keys = Keymap.standard.names(of: command.name).joined(separator: " ")
            let name = command.name.padding(toLength: 14, withPad: " ", startingAt: 0)
            try voice.line(
                "\(keys.padding(toLength: 16, withPad: " ", startingAt: 0)) :\(name) \(voice.catalogue.text(command.help))"
            )
        }
        return .done
    }
}
