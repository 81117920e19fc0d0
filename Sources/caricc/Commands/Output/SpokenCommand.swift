import ArgumentParser
import Glibc
import Wording

/// A command whose outcome is an exit status, and whose faults become one sentence on standard error.
protocol SpokenCommand: ParsableCommand {
    var speech: SpeechOptions { get }
    func perform(_ voice: Voice) throws -> ExitStatus
    /// Whether faults of the configuration are told before the work; not where the work is to tell them.
    var tellsConfigFaults: Bool { get }
}

extension SpokenCommand {
    var tellsConfigFaults: Bool { true }
}

extension SpokenCommand {
    mutating func run() throws {
        // A reader who leaves, as `head` does, is then an error of write(2), which ends the work in order.
        signal(SIGPIPE, SIG_IGN)
        let voice = speech.voice()
        if tellsConfigFaults, let advice = StartingConfig.faults.advice { voice.warn("caricc: \(advice)") }
        var status: ExitStatus
        do {
            status = try perform(voice)
            try voice.output.flush()
        } catch TextStream.Fault.readerGone {
            status = .done
        } catch {
            try? voice.output.flush()
            let told = CommandFault(error)
            voice.warn("caricc: \(told.message(voice.face))")
            status = told.status
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

enum TypedArguments {
    /// Options whose value may be `--`, which says that an amount is not known. The parser would take it for the end of all options.
    private static let amounts: Set<String> = ["--amount"]

    static func joined(_ arguments: [String]) -> [String] {
        var joined: [String] = []
        for argument in arguments {
            if argument == "--", let option = joined.last, amounts.contains(option) {
                joined[joined.count - 1] = "\(option)=--"
            } else {
                joined.append(argument)
            }
        }
        return joined
    }
}

/// Runs a root command with the exit statuses that this program documents.
enum CommandRunner {
    /// The status to leave with. Help goes to standard output, faults of usage go to standard error.
    static func run(_ root: any ParsableCommand.Type, arguments: [String]) -> Int32 {
        do {
            var command = try root.parseAsRoot(TypedArguments.joined(arguments))
            try command.run()
            return ExitStatus.done.rawValue
        } catch {
            return leave(root, arguments, with: error)
        }
    }

    private static func leave(
        _ root: any ParsableCommand.Type, _ arguments: [String], with error: any Error
    ) -> Int32 {
        if let status = error as? ExitCode { return status.rawValue }
        let code = root.exitCode(for: error)
        if code != .success, let tool = CommandInfo.describing(root),
            let unknown = UnknownCommand(in: arguments, of: tool)
        {
            SpeechOptions.voice(StartingConfig.settle()).warn("caricc: \(unknown.message)")
            return ExitStatus.usage.rawValue
        }
        let text = Voice.safe(root.fullMessage(for: error))
        if !text.isEmpty {
            let stream = TextStream(code == .success ? STDOUT_FILENO : STDERR_FILENO)
            try? stream.write(text + "\n")
            try? stream.flush()
        }
        return code == .success ? ExitStatus.done.rawValue : ExitStatus.usage.rawValue
    }
}
