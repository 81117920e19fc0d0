import ArgumentParser
import Drills
import EventLog
import Foundation
import Glibc
import Model
import Wording

/// A running exercise without any set-up, in a log that is thrown away.
struct DemoCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "A running exercise, no set-up: one watch, played on a throw-away log.",
        discussion: """
            Nothing of it is real, and nothing of it stays unless --keep names a new folder for its log. Then a second
            terminal can write into it while it runs.

            Example:

              caricc demo --speed 60
              caricc demo --keep /tmp/night
            """)

    @Option(
        help: ArgumentHelp("How much faster than real time it runs, 0.1 to 3600 (default: 30).", valueName: "factor"))
    var speed: Double?

    @Option(help: ArgumentHelp("Keep the log in this new folder.", valueName: "dir"))
    var keep: String?

    @Option(help: ArgumentHelp("Begin this much scenario time after the start, such as 20m.", valueName: "time"))
    var skip: String?

    @OptionGroup var speech: SpeechOptions
    @OptionGroup var console: ConsoleOptions

    func validate() throws {
        if let speed, !(0.1...3_600).contains(speed) {
            throw ValidationError("--speed goes from 0.1 to 3600, not \(speed).")
        }
        try console.look.validateTheme()
        _ = try console.plainScreen()
        _ = try console.canvasSize()
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let scenario = try demoScenario()
        let folder = try keep ?? DemoCommand.throwAwayFolder()
        defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
        let path = keep ?? folder + "/log"
        let moment = MachineMoment.now()
        let run = "demo-\(moment.wall.milliseconds)"
        let identity = try LogIdentity(centre: "CARICC", desk: "DEMO", isExercise: true, epoch: run)
        try LogStore.found(path, identity: identity, actor: scenario.officer, moment: moment)
        let store = try LogStore(opening: path)
        let conductor = try begin(store, scenario, run: run, voice: voice)
        let session = ConsoleSession(
            options: console, log: speech.settings, voice: voice, officer: console.look.officer ?? scenario.officer)
        try session.run(store, conductor: conductor, voice: voice)
        return .done
    }

    private func demoScenario() throws -> Scenario {
        let name = Scenario.shippedNames[0]
        guard let text = Scenario.shippedText(named: name) else {
            throw CommandFault.said("There is no scenario “\(name)”")
        }
        do throws(ScenarioFaults) {
            return try Scenario(reading: text, file: name)
        } catch {
            throw CommandFault.other(String(describing: error))
        }
    }

    /// Starts the exercise clock, and plays what lies before the beginning at once.
    private func begin(_ store: LogStore, _ scenario: Scenario, run: String, voice: Voice) throws -> Conductor {
        let title = scenario.titles[voice.catalogue.language.rawValue] ?? scenario.title
        let thousandths = speed.map { Int64($0 * 1_000) } ?? scenario.speed
        var ids = EventIDSource()
        let moment = MachineMoment.now()
        let clock = ExerciseClockStarted(title: title, scenario: scenario.start, speed: thousandths)
        let start = Proposal(
            .new(.exercises), .exercise(.clockStarted(clock)), id: ids.next(at: moment.wall), at: scenario.start,
            actor: scenario.officer)
        let exercise = try store.append([start], moment: moment)[0].subject
        var conductor = Conductor(scenario, run: run) { Hashing.plain($0) }
        let span = try skip.map { try TimeEntry(zone: voice.zone, now: scenario.start).span($0) } ?? .zero
        for step in conductor.due(at: scenario.start + span) {
            try jump(exercise, to: step.at, store, scenario, &ids)
            guard let proposal = conductor.proposal(for: step),
                let saved = try? store.append([proposal], moment: .now()).first
            else { continue }
            conductor.appended(step, as: saved.index, about: saved.subject)
        }
        try jump(exercise, to: scenario.start + span, store, scenario, &ids)
        return conductor
    }

    /// Moves the exercise clock forward, so that what is skipped was still learnt at its time.
    private func jump(
        _ exercise: SubjectName, to time: Instant, _ store: LogStore, _ scenario: Scenario, _ ids: inout EventIDSource
    ) throws {
        let moment = MachineMoment.now()
        guard time - store.clock.time(at: moment.wall) > .seconds(30) else { return }
        let jump = Proposal(
            .existing(exercise), .exercise(.clockJumped(ExerciseClockJumped(to: time))), id: ids.next(at: moment.wall),
            actor: scenario.officer)
        _ = try store.append([jump], moment: moment)
    }

    private static func throwAwayFolder() throws -> String {
        let base = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? ""
        let parent = base.hasPrefix("/") && access(base, W_OK) == 0 ? base : FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/caricc-demo-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw CommandFault.said("No folder for the demo can be made in \(parent); name one with --keep")
        }
        return String(cString: made)
    }
}
