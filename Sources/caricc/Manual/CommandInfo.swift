import ArgumentParser
import Foundation

/// The program's own declaration of its commands, as the argument parser describes it.
struct CommandInfo: Decodable, Sendable {
    let commandName: String
    let aliases: [String]?
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let defaultSubcommand: String?
    let subcommands: [CommandInfo]?
    let arguments: [Argument]?

    struct Argument: Decodable, Sendable {
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String

            /// As it is typed: `--theme`, `-h`.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let shouldDisplay: Bool?
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?

        var isPositional: Bool { kind == "positional" }
        var takesValue: Bool { kind == "option" }
    }

    private struct Tool: Decodable {
        let command: CommandInfo
    }

    /// What a root command declares; nil where the parser describes it in a form that is not known here.
    static func describing(_ root: any ParsableCommand.Type) -> CommandInfo? {
        let description = Data(root._dumpHelp().utf8)
        return try? JSONDecoder().decode(Tool.self, from: description).command
    }

    /// The commands below that people are to see, without the parser's own `help`.
    var commands: [CommandInfo] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// The arguments that people are to see.
    var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay != false } }
}
