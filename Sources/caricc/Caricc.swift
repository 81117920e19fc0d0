import ArgumentParser
import Glibc

/// The program: the board without a subcommand, and everything else by name.
struct Caricc: ParsableCommand {
    /// When this version came out.
    static let versionDate = "2026-11-21"

    static let configuration = CommandConfiguration(
        commandName: "caricc",
        abstract: "The watch of a regional information centre: one sealed log, and a live board on it.",
        discussion: """
            Without a command, the board opens. Example:

              caricc demo
              caricc --log /srv/caricc/log
              caricc --plain board --size 120x40
            """,
        version: "0.1.0",
        subcommands: [BoardCommand.self, DemoCommand.self] + CommandList.all + CommandList.program,
        defaultSubcommand: BoardCommand.self)
}

@main
enum Main {
    static func main() {
        // A limit on file sizes is then an error of write(2), which is answered in words, and not the end of the program.
        signal(SIGXFSZ, SIG_IGN)
        exit(CommandRunner.run(Caricc.self, arguments: Array(CommandLine.arguments.dropFirst())))
    }
}
