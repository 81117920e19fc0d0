import ArgumentParser
import EventLog
import Exchange
import Model
import Terminal
import Wording

struct SpoolRun: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Take in what lies in the folders, and what comes, until Ctrl-C.",
        discussion: """
            One process for each spool. It may be killed at any time: every message is in the log once, and each file is in new, \
            done or held. Example:

              caricc spool run --once
            """)

    @Flag(help: "End when nothing is left that may be taken now (default: go on).")
    var once = false

    @Flag(help: "Answer in JSON: one object at the end.")
    var json = false

    @OptionGroup var options: SpoolOptions
    var speech: SpeechOptions { options.log.speech }

    /// How long it waits after a write that failed: the first and the longest time, in milliseconds.
    static let patience: ClosedRange<Int32> = 1_000...30_000

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try options.log.open(voice, indexed: true)
        let runner = try SpoolRunner(SpoolFolder(opening: options.path), log: store)
        let gate = try SignalGate.open()
        defer { gate.close() }
        if !once { voice.warn("Reading \(options.path) for \(runner.names.joined(separator: ", ")); Ctrl-C ends it") }
        var patience = SpoolRun.patience.lowerBound
        var told: Message?
        while !isStopAskedFor(gate) {
            let now = MachineMoment.now().wall
            do {
                if try runner.round(at: now) {
                    runner.tell(at: now)
                    (patience, told) = (SpoolRun.patience.lowerBound, nil)
                    continue
                }
            } catch {
                if once { throw error }
                let fault = CommandFault(error).message(voice.face)
                // The same again and again would fill a journal.
                if fault != told { voice.warn("Nothing is taken in: \(fault)") }
                told = fault
                runner.tell(at: now, trouble: voice.catalogue.text(fault), always: true)
                runner.wait(beside: [gate.descriptor], milliseconds: patience)
                patience = min(patience * 2, SpoolRun.patience.upperBound)
                continue
            }
            if once { break }
            runner.list()
            runner.tell(at: now)
            runner.wait(beside: [gate.descriptor])
            try? runner.catchUp()
        }
        runner.putBackAhead()
        runner.list()
        runner.tell(at: MachineMoment.now().wall, isRunning: false, always: true)
        if let log = runner.log, runner.tally.hasWritten { try? Certification.certify(log, voice) }
        try finish(runner, voice)
        return .done
    }

    private func finish(_ runner: SpoolRunner, _ voice: Voice) throws {
        let tally = runner.tally
        guard json else { return try voice.say(tally.message(waiting: runner.backlog)) }
        var object = JSONObject()
        object["taken"] = .integer(Int64(tally.taken))
        object["held"] = .integer(Int64(tally.held))
        object["repeated"] = .integer(Int64(tally.repeated))
        object["released"] = .integer(Int64(tally.released))
        object["rows"] = .integer(Int64(tally.rows))
        object["backlog"] = .integer(Int64(runner.backlog))
        try voice.json(object)
    }

    private func isStopAskedFor(_ gate: SignalGate) -> Bool {
        for event in gate.pending() {
            switch event {
            case .interrupt, .terminate, .hangUp: return true
            case .suspend: gate.stopProcess()
            case .resized, .resumed: break
            }
        }
        return false
    }
}

extension SpoolIntake.Tally {
    var hasWritten: Bool { taken + held + released + rows > 0 }

    /// "12 taken in, 3 held, 1 came again; nothing waits".
    fileprivate func message(waiting: Int) -> Message {
        var message: Message = "\(grouped: taken) taken in, \(grouped: held) held"
        if rows > 0 { message = "\(message), \(grouped: rows) rows" }
        if repeated > 0 { message = "\(message), \(grouped: repeated) had come before" }
        if released > 0 { message = "\(message), \(grouped: released) released" }
        return waiting > 0 ? "\(message); \(grouped: waiting) wait" : "\(message); nothing waits"
    }
}
