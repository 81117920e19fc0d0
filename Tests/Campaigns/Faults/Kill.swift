import ArgumentParser
import EventLog
import Glibc
import TestSupport

/// Kills writers at full speed, opens the log, checks it, and goes on in the same log.
struct Kill: FaultCampaign {
    static let title = "kill"
    static let defaultRounds = 25
    static let configuration = CommandConfiguration(
        abstract: "Kills writers in the middle of appends, checkpoints and index updates.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many write at once; with several, one is killed first and the others must go on.")
    var writers = 1

    /// What came of all rounds.
    private struct Tally {
        var kills = 0
        var acknowledged = 0
        var inDoubtFound = 0
        var inOpening = 0
        var inCheckpoint = 0
        var inIndex = 0
        var opening = Spread()
        var appending = Spread()
        var waiting = Spread()
    }

    func play(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        var tally = Tally()
        for round in 1...run.rounds {
            run.round = round
            let notes = try killOnce(folder.path, log, run, &tally)
            for note in notes { try checks.take(note) }
            try reopen(log, checks, run, isLast: round == run.rounds, &tally)
            for note in notes {
                let answered = Set(note.saved.map(\.id))
                tally.inDoubtFound += note.tried.count { !answered.contains($0) && checks.place(of: $0) != nil }
            }
        }
        run.say("\(writers) writer(s), \(tally.kills) kills: \(tally.acknowledged) events acknowledged, 0 lost")
        run.say(
            "killed while opening \(tally.inOpening), in a checkpoint \(tally.inCheckpoint), while making the index \(tally.inIndex)"
        )
        run.say("saved without an answer, found whole: \(tally.inDoubtFound); entries at the end: \(checks.size)")
        run.say("opening up to the board: \(tally.opening)")
        run.say("first append after it: \(tally.appending)")
        run.say("appends of the writers: \(tally.waiting)")
    }

    /// Starts the writers and kills them all, one after another.
    private func killOnce(_ folder: String, _ log: String, _ run: CampaignRun, _ tally: inout Tally) throws -> [Notes] {
        let paths = (0..<writers).map { "\(folder)/notes-\($0)" }
        for path in paths { unlink(path) }
        let work =
            [Writer.Work.append, .append, .append, .checkpoint, .index].randomElement(using: &run.generator) ?? .append
        let children = try paths.enumerated().map { place, path in
            let seed = UInt64.random(in: 0 ... .max, using: &run.generator)
            return try ChildProcess([
                "writer", "--log", log, "--notes", path, "--seed", "\(seed)", "--work",
                place == 0 ? work.rawValue : "append",
            ])
        }
        // One round in five also meets the opening itself.
        if Int.random(in: 0..<5, using: &run.generator) > 0 { try waitUntilReady(paths, children) }
        usleep(UInt32.random(in: 20_000...150_000, using: &run.generator))
        var isFirst = true
        for place in children.indices.shuffled(using: &run.generator) {
            guard children[place].wait(milliseconds: 0) == nil else {
                throw Violation("a writer ended by itself: \(Notes(path: paths[place]).faults)")
            }
            children[place].kill()
            children[place].wait()
            if isFirst, writers > 1 { try othersGoOn(paths, without: place) }
            isFirst = false
            usleep(UInt32.random(in: 0...5_000, using: &run.generator))
        }
        let notes = paths.map { Notes(path: $0) }
        tally.kills += children.count
        for note in notes {
            tally.acknowledged += note.saved.count
            if !note.isReady { tally.inOpening += 1 }
            if note.unfinishedWork == "checkpoint" { tally.inCheckpoint += 1 }
            if note.unfinishedWork == "index" { tally.inIndex += 1 }
            for wait in note.waits { tally.waiting.add(wait) }
        }
        return notes
    }

    private func waitUntilReady(_ paths: [String], _ children: [ChildProcess]) throws {
        let watch = Stopwatch()
        for (path, child) in zip(paths, children) {
            while !Notes(path: path).isReady {
                guard child.wait(milliseconds: 1) == nil else {
                    throw Violation("a writer could not open the log: \(Notes(path: path).faults)")
                }
                guard watch.milliseconds < 30_000 else { throw Violation("a writer took 30 s to open the log") }
            }
        }
    }

    /// Waits until somebody else has saved something, for a second at most.
    private func othersGoOn(_ paths: [String], without killed: Int) throws {
        func count() -> Int {
            paths.enumerated().reduce(0) { $0 + ($1.offset == killed ? 0 : Notes(path: $1.element).saved.count) }
        }
        let before = count()
        let watch = Stopwatch()
        while count() == before {
            guard watch.milliseconds < 10_000 else {
                throw Violation("after one writer was killed the others saved nothing for 10 s")
            }
            usleep(2_000)
        }
    }

    private func reopen(
        _ log: String, _ checks: StandingChecks, _ run: CampaignRun, isLast: Bool, _ tally: inout Tally
    ) throws {
        let watch = Stopwatch()
        let store = try LogStore(opening: log)
        _ = try store.board()
        tally.opening.add(watch.milliseconds)
        try checks.check(store, fromZero: run.round % 50 == 0)
        let appendWatch = Stopwatch()
        try checks.append(to: store, generator: &run.generator)
        tally.appending.add(appendWatch.milliseconds / 2)
        try checks.check(store, fromZero: isLast)
        store.close()
    }
}
