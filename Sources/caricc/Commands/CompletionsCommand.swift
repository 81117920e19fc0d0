import ArgumentParser
import Wording

/// The completion of a shell, made from the declaration of the commands.
struct CompletionsCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print the completion script for bash, zsh or fish.",
        discussion: """
            Names of themes, languages, zones and of what is open in the log are completed, too. Example:

              caricc completions bash > ~/.local/share/bash-completion/completions/caricc
              caricc completions zsh > ~/.zfunc/_caricc
              caricc completions fish > ~/.config/fish/completions/caricc.fish
            """)

    @Argument(
        help: ArgumentHelp("bash, zsh or fish.", valueName: "shell"), completion: .list(["bash", "zsh", "fish"]),
        transform: CompletionsCommand.shell)
    var shell: CompletionShell

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        try voice.bytes(Array((Caricc.completionScript(for: shell) + "\n").utf8))
        return .done
    }

    @Sendable static func shell(_ name: String) throws -> CompletionShell {
        if let shell = CompletionShell(rawValue: name.lowercased()) { return shell }
        throw NameOption.unknown(name, "shell", known: CompletionShell.allCases.map(\.rawValue))
    }
}
