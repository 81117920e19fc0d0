import ArgumentParser
import Model

/// With whose key and in which role a command signs, in a log whose officers have keys.
struct SigningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "In which of your roles (default: the first that may do it; without officers' keys none).",
            valueName: "role"))
    var role: OfficerRole?

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "Your key file (default: the one with your name in the folder of keys).", valueName: "file"),
        completion: .file())
    var keyFile: String?

    @Flag(help: "The key file is a copy, and you made it yourself (default: a copy is not used).")
    var copiedKey = false

    @OptionGroup var passphrase: PassphraseOptions
}

extension OfficerRole: CodedArgument {}

/// Roles as they are typed: `duty-officer,supervisor`, each once.
struct RoleList: ExpressibleByArgument, Equatable {
    let roles: [OfficerRole]

    init?(argument: String) {
        let words = argument.split { $0 == "," || $0 == " " }.map(String.init)
        let roles = words.compactMap { OfficerRole(argument: $0) }
        guard !roles.isEmpty, roles.count == words.count, Set(roles).count == roles.count else { return nil }
        self.roles = roles
    }

    static var defaultCompletionKind: CompletionKind { .list(OfficerRole.allValueStrings) }
}
