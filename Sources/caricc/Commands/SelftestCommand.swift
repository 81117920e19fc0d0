import ArgumentParser
import EventLog
import Glibc
import Model
import Screen
import Terminal
import Wording

/// Measures this terminal, says what was chosen for it, and keeps that for the console.
struct SelftestCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "selftest", abstract: "Measure this terminal, and say what the screen will use of it.",
        discussion: """
            The result is kept in the XDG state folder, so that the board draws with the finest symbols that this terminal
            has. It takes a second or two; what is typed meanwhile is lost.

            Example:

              caricc selftest
              caricc selftest --json
            """)

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        var survey: TerminalSurvey
        do throws(TerminalFault) {
            survey = try TerminalSurvey.measure()
        } catch {
            var message = error.message
            if case .notATerminal = error {
                message =
                    "Standard input and output are not a terminal, so nothing was measured; run this in the terminal itself"
            }
            if json { try voice.json(SelftestCommand.json(of: message, voice)) } else { try voice.say(message) }
            return .findings
        }
        survey.name = String(SafeText(survey.name, as: .identifier).clipped(to: 60).plain)
        let profile = TerminalProfile(survey)
        let folder = TerminalProfile.folder { name in getenv(name).map { String(cString: $0) } }
        let path = folder.flatMap { profile.store(in: $0) }
        let problems = survey.problems
        if json {
            try voice.json(survey.json(profile, problems: problems.map { voice.text($0) }))
        } else {
            for line in survey.page { try voice.say(line) }
            for problem in problems { try voice.say(problem) }
            if problems.isEmpty { try voice.say("No fault was found.") }
            if let path { try voice.say("Kept in \(path) for the board.") }
        }
        if path == nil { voice.warn("The result cannot be kept; the board will choose by TERM alone.") }
        return problems.isEmpty ? .done : .findings
    }

    private static func json(of message: Message, _ voice: Voice) -> JSONObject {
        var object = JSONObject()
        object["problems"] = .array([.string(voice.text(message))])
        object["usable"] = .bool(false)
        return object
    }
}
