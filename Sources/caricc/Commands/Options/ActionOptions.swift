import ArgumentParser
import Glibc
import Model

/// What every command that writes one event takes.
struct ActionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who says so (default: whose key is at hand; without keys CARICC_OFFICER, config.toml, else the login name).",
            valueName: "id"))
    var officer: String?

    @Option(
        help: ArgumentHelp(
            "When it happened: 0406, “17 Oct 04:06”, “04:06 +04”, 2026-10-17T04:06+05:00 (default: now).",
            valueName: "time"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "Refuse if the last record of the subject is not this one (default: any).", valueName: "number"))
    var expecting: EntryNumber?

    @Option(
        help: ArgumentHelp(
            "The event's id; a repeated id is saved once (default: a new one).", valueName: "uuid"))
    var id: EventID?

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var signing: SigningOptions

    @OptionGroup var log: LogOptions
}

/// Who acts when nobody is named.
enum Officer {
    static func name(_ option: String?) -> String {
        if let option, !option.isEmpty { return option }
        return StartingConfig.settle().preferences.officer
    }

    /// The name of the account.
    static var login: String {
        if let account = getpwuid(geteuid()) { return String(cString: account.pointee.pw_name) }
        return "uid-\(geteuid())"
    }
}
