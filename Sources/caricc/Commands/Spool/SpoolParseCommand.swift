import ArgumentParser
import EventLog
import Exchange

/// The confined child of the intake: messages come in on standard input, what they say goes out on standard output. Only this
/// program itself starts it (`LimitedParser`).
struct SpoolParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spool-parse", abstract: "Read messages for another process, with nearly no rights.",
        shouldDisplay: false)

    func run() throws {
        throw ExitCode(ConfinedReader.serve { Hashing.plain($0) })
    }
}
