import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Lets the k-th system call of a writer fail, for every k, and asks afterwards what the log holds.
struct InputOutputError: FaultCampaign {
    static let title = "io-error"
    static let defaultRounds = 40
    static let configuration = CommandConfiguration(
        commandName: "io-error",
        abstract: "Fails the k-th sync or write of a writer, once or for ever; needs strace.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many events the writer appends.")
    var appends = 4

    /// A kind of failure, swept from the first call to the last.
    private struct Sweep {
        enum Course: String {
            case once
            /// Once, and the writer is killed as soon as it has its answer.
            case onceThenKilled = "once, then killed"
            case forEver = "for ever"
        }

        let call: String
        let error: String
        let course: Course

        init(_ call: String, _ error: String, _ course: Course) {
            self.call = call
            self.error = error
            self.course = course
        }

        var text: String { "\(call) \(error) \(course.rawValue)" }
        func rule(_ k: Int) -> String { "inject=\(call):error=\(error):when=\(k)\(course == .forEver ? "+" : "")" }
    }

    private static let sweeps = [
        Sweep("fdatasync", "EIO", .once), Sweep("fdatasync", "EIO", .forEver),
        Sweep("fdatasync", "EIO", .onceThenKilled), Sweep("pwrite64", "ENOSPC", .once),
        Sweep("pwrite64", "ENOSPC", .forEver), Sweep("pwrite64", "EIO", .onceThenKilled),
        Sweep("ftruncate", "EIO", .once),
    ]

    private struct Tally {
        var injected: [String: Int] = [:]
        var saved = 0
        var notSaved = 0
        var notSure = 0
        var notSureFound = 0
        var cannotOpen = 0
        /// The faults that said "not saved".
        var words: [String: Int] = [:]
    }

    private struct Pristine {
        let files: [String: [UInt8]]
        let acknowledged: [Int64: EventID]
    }

    func play(_ run: CampaignRun) throws {
        guard let strace = InputOutputError.strace() else {
            throw Skipped(reason: "strace is not installed, or tracing is not allowed here")
        }
        let folder = try MemoryFolder()
        let log = folder.path + "/log"
        let pristine = try prepare(log, run)
        var tally = Tally()
        var remaining = InputOutputError.sweeps.map { (sweep: $0, k: 1) }
        var round = 0
        // One step of each sweep in turn, so that a small run meets all kinds near the beginning.
        while round < run.rounds, !remaining.isEmpty {
            for place in remaining.indices.reversed() where round < run.rounds {
                run.round = round + 1
                if try playOnce(strace, folder.path, remaining[place], pristine, run, &tally) {
                    round += 1
                    tally.injected[remaining[place].sweep.text, default: 0] += 1
                    remaining[place].k += 1
                } else {
                    remaining.remove(at: place)
                }
            }
        }
        run.rounds = round
        tell(tally, finished: remaining.isEmpty, run)
    }

    private func tell(_ tally: Tally, finished: Bool, _ run: CampaignRun) {
        for (text, count) in tally.injected.sorted(by: { $0.key < $1.key }) { run.say("\(text): calls 1 to \(count)") }
        if finished { run.say("every call of the session was met") }
        let words = tally.words.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        run.say(
            "answers: saved \(tally.saved), not saved \(tally.notSaved) (\(words)), not sure \(tally.notSure) (\(tally.notSureFound) of them found); the log could not be opened \(tally.cannotOpen) times"
        )
        run.say("after opening anew: saved is there, not saved is not, asked again each stands once")
    }

    /// The tracer, when it is here and may trace.
    private static func strace() -> String? {
        let places = ["/usr/bin/strace", "/usr/local/bin/strace", "/bin/strace"]
        guard let path = places.first(where: { (place: String) in access(place, X_OK) == 0 }) else { return nil }
        let arguments = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "/bin/true"]
        let child = try? ChildProcess(arguments, executable: path, output: "/dev/null")
        return child?.wait() == .exited(0) ? path : nil
    }

    /// A log with a few entries, as files, and what was acknowledged of it.
    private func prepare(_ log: String, _ run: CampaignRun) throws -> Pristine {
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        let store = try LogStore(opening: log)
        for _ in 0..<3 { try checks.append(to: store, generator: &run.generator) }
        store.close()
        return Pristine(
            files: PlainBytes.folder(log).filter { !$0.key.hasSuffix("-shm") }, acknowledged: checks.acknowledged)
    }

    /// Lets the writer work with one rule of failure. Returns whether the failure came about.
    private func playOnce(
        _ strace: String, _ folder: String, _ step: (sweep: Sweep, k: Int), _ pristine: Pristine, _ run: CampaignRun,
        _ tally: inout Tally
    ) throws -> Bool {
        let log = folder + "/log"
        try PlainBytes.replace(log, by: pristine.files)
        for name in ["notes", "calls"] { unlink("\(folder)/\(name)") }
        let child = try ChildProcess(
            [
                "-f", "-qq", "-o", folder + "/calls", "-e", "trace=\(step.sweep.call)", "-e", step.sweep.rule(step.k),
                ChildProcess.ownPath, "writer", "--log", log, "--notes", folder + "/notes", "--seed",
                "\(run.generator.next())", "--count", "\(appends)",
            ] + (step.sweep.course == .onceThenKilled ? ["--dies-of-faults"] : []), executable: strace,
            output: folder + "/output")
        guard let end = child.wait(milliseconds: 60_000) else {
            throw Violation("\(step.sweep.text) at call \(step.k): the writer hangs")
        }
        let calls = String(decoding: PlainBytes.read(folder + "/calls") ?? [], as: UTF8.self)
        guard calls.contains("INJECTED") else { return false }
        do {
            let isKilled = step.sweep.course == .onceThenKilled && end == .killed(signal: SIGKILL)
            guard isKilled || end == .exited(0) || end == .exited(3) else {
                throw Violation("the writer ended with \(end)")
            }
            try judge(log, Notes(path: folder + "/notes"), pristine, run, &tally)
        } catch {
            throw Violation("\(step.sweep.text) at call \(step.k): \(error)")
        }
        return true
    }

    private func judge(
        _ log: String, _ notes: Notes, _ pristine: Pristine, _ run: CampaignRun, _ tally: inout Tally
    ) throws {
        let checks = StandingChecks(log, acknowledged: pristine.acknowledged)
        try checks.take(notes, allowingFaults: true)
        let store = try LogStore(opening: log)
        try checks.check(store)
        for (id, fault) in notes.notSaved {
            guard let place = checks.place(of: id) else { continue }
            throw Violation("\(id) was answered with \(fault) and stands at #\(place)")
        }
        tally.saved += notes.saved.count
        tally.notSaved += notes.notSaved.count
        tally.notSure += notes.notSure.count
        tally.notSureFound += notes.notSure.count { checks.place(of: $0) != nil }
        tally.cannotOpen += notes.faults.count
        for (_, fault) in notes.notSaved { tally.words[String(fault.prefix { $0 != "(" }), default: 0] += 1 }
        // Whatever the answer was, asking again with the same id leaves one entry.
        for id in notes.tried {
            let raised = AlertRaised(priority: 2, message: .warning, headline: "alert \(id)", source: "UZB")
            let proposal = Proposal(.new(.alerts), .alert(.raised(raised)), id: id, actor: "orazov")
            let saved = try store.append([proposal], moment: .now())[0]
            let place = checks.place(of: id)
            guard saved.wasThere == (place != nil), place == nil || place == saved.index else {
                throw Violation("\(id) stood at \(place ?? -1) and was saved again at #\(saved.index)")
            }
            try checks.acknowledge(saved.index, id)
        }
        try checks.append(to: store, generator: &run.generator)
        try checks.check(store)
        store.close()
    }
}
