import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Lets the disk end in the middle of an append, and then go on.
///
/// A limit on the size of files stands for the full disk. It needs no rights and meets every file of the log.
struct MemoryFull: FaultCampaign {
    static let title = "memory-full"
    static let defaultRounds = 30
    static let configuration = CommandConfiguration(
        abstract:
            "Ends the room for files in the middle of an append; when there is room again the same program goes on.")

    @OptionGroup var options: CampaignOptions

    func play(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        let child = try ChildProcess([
            "filler", "--log", log, "--notes", folder.path + "/notes", "--rounds", "\(run.rounds)", "--seed",
            "\(run.generator.next())",
        ])
        let end = child.wait()
        let notes = Notes(path: folder.path + "/notes")
        run.round = notes.rounds
        guard end == .exited(0) else { throw Violation("the filler ended with \(end): \(notes.faults)") }
        try checks.take(notes, allowingFaults: true)
        let store = try LogStore(opening: log)
        try checks.check(store)
        for (id, fault) in notes.notSaved {
            guard let place = checks.place(of: id) else { continue }
            throw Violation("\(id) was answered with \(fault) and stands at #\(place)")
        }
        guard notes.notSaved.count + notes.notSure.count >= run.rounds else {
            throw Violation("only \(notes.notSaved.count) appends met the limit")
        }
        try checks.append(to: store, generator: &run.generator)
        try checks.check(store)
        var words: [String: Int] = [:]
        for (_, fault) in notes.notSaved { words[String(fault.prefix { $0 != "(" }), default: 0] += 1 }
        let list = words.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        run.say(
            "\(notes.rounds) times without room: not saved \(notes.notSaved.count) (\(list)), not sure \(notes.notSure.count)"
        )
        run.say("\(notes.saved.count) saved before and after, all present; the same program went on each time")
    }
}

/// Appends under a limit on the size of files until one fails, lifts the limit, and goes on with the same open log.
struct Filler: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "filler", shouldDisplay: false)

    @Option var log: String
    @Option var notes: String
    @Option var rounds: Int
    @Option var seed: UInt64

    func run() throws {
        signal(SIGXFSZ, SIG_IGN)
        let file = try NoteFile(notes)
        var generator = SeededGenerator(seed: seed)
        var script = AlertScript(seed: generator.next())
        do {
            let store = try LogStore(opening: log)
            for round in 1...rounds {
                file.put("round \(round)")
                try withoutRoom(store, &script, &generator, file)
                for _ in 0..<3 {
                    guard try append(store, &script, file.put) else {
                        throw Violation("there is room again and nothing is saved")
                    }
                }
                if round % 10 == 0 { try store.checkpoint() }
            }
            store.close()
            file.put("done")
        } catch {
            file.put("fault \(error)")
            throw ExitCode(3)
        }
    }

    /// Appends until one fails. The notes are put down afterwards: the limit would meet them, too.
    private func withoutRoom(
        _ store: LogStore, _ script: inout AlertScript, _ generator: inout SeededGenerator, _ file: NoteFile
    ) throws {
        var lines: [String] = []
        defer { for line in lines { file.put(line) } }
        // Room for a few appends beyond what the largest file has now, and sometimes for none.
        let room = Int.random(in: -40...120, using: &generator) * 512
        try limit(to: max(16_384, largestFile() + room))
        var failed = false
        for _ in 0..<100 where !failed { failed = try !append(store, &script) { lines.append($0) } }
        // A write-ahead log that began anew lies far below that limit; the head is met by this one.
        if !failed {
            try limit(to: 512)
            failed = try !append(store, &script) { lines.append($0) }
        }
        try limit(to: nil)
        guard failed else { throw Violation("no append met the limit") }
    }

    private func largestFile() -> Int {
        ["/log.sqlite", "/log.sqlite-wal"].reduce(0) { largest, name in
            var facts = stat()
            return stat(log + name, &facts) == 0 ? max(largest, Int(facts.st_size)) : largest
        }
    }

    /// Sets the soft limit alone, so that it can be lifted again.
    private func limit(to bytes: Int?) throws {
        var limits = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { throw Violation("getrlimit") }
        limits.rlim_cur = bytes.map { rlim_t($0) } ?? limits.rlim_max
        guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0 else { throw Violation("setrlimit") }
    }

    /// Whether it was saved; any fault must be one that says that it was not, or that nobody knows.
    private func append(_ store: LogStore, _ script: inout AlertScript, _ note: (String) -> Void) throws -> Bool {
        let moment = MachineMoment.now()
        let proposal = script.next(at: moment.wall)
        note("trying \(proposal.id)")
        do {
            let saved = try store.append([proposal], moment: moment)[0]
            note("saved #\(saved.index) \(proposal.id)")
            script.saved(saved)
            return true
        } catch {
            if case LogFault.notSure(let reason) = error {
                note("not-sure \(proposal.id) \(reason)")
                script.refused()
            } else {
                note("not-saved \(proposal.id) \(error)")
            }
            return false
        }
    }
}
