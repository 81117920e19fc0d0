import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Flips single bits of a closed log, and flips or cuts a write-ahead log that holds acknowledged entries.
struct Flip: FaultCampaign {
    static let title = "flip"
    static let defaultRounds = 60
    static let configuration = CommandConfiguration(
        abstract: "Flips bits in a closed log, flips and cuts in its write-ahead log: named, or harmless.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many entries the closed log has.")
    var entries = 2_000

    func play(_ run: CampaignRun) throws {
        let folder = try MemoryFolder()
        let half = (run.rounds + 1) / 2
        try makeClosedLog(folder.path + "/closed", run)
        try judge(folder.path + "/closed", "database", rounds: half, run)
        guard run.rounds > half else { return }
        try makeUnfinishedLog(folder.path, run)
        try judge(folder.path + "/unfinished", "wal", rounds: run.rounds - half, run)
    }

    /// The rounds run in another process, so that a crash is seen as one.
    private func judge(_ log: String, _ place: String, rounds: Int, _ run: CampaignRun) throws {
        let notes = log + ".notes"
        let child = try ChildProcess([
            "flip-rounds", "--log", log, "--place", place, "--rounds", "\(rounds)", "--notes", notes, "--seed",
            "\(run.generator.next())",
        ])
        let end = child.wait()
        run.round += Notes(path: notes).rounds
        let fault = Notes(path: notes).faults.first ?? "\(end)"
        guard end == .exited(0) else { throw Violation("\(place): \(fault)") }
    }

    private func makeClosedLog(_ log: String, _ run: CampaignRun) throws {
        try StandingChecks.found(log)
        let store = try LogStore(opening: log)
        var script = AlertScript(seed: run.generator.next())
        let moment = MachineMoment.now()
        for count in 1..<entries {
            let proposal = script.next(at: moment.wall)
            script.saved(try store.append([proposal], moment: moment)[0])
            if count % 500 == 0 { try store.checkpoint() }
        }
        store.close()
    }

    /// A log whose writer was killed with more than a hundred acknowledged entries in the write-ahead log.
    private func makeUnfinishedLog(_ folder: String, _ run: CampaignRun) throws {
        let log = folder + "/unfinished"
        try StandingChecks.found(log)
        let child = try ChildProcess([
            "writer", "--log", log, "--notes", folder + "/notes", "--seed", "\(run.generator.next())",
        ])
        while Notes(path: folder + "/notes").saved.count < 110 {
            guard child.wait(milliseconds: 2) == nil else { throw Violation("the writer ended by itself") }
        }
        child.kill()
        child.wait()
    }
}

/// The rounds of the flip campaign. Started by it.
struct FlipRounds: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "flip-rounds", shouldDisplay: false)

    enum Place: String, ExpressibleByArgument { case database, wal }

    @Option var log: String
    @Option var place: Place
    @Option var rounds: Int
    @Option var notes: String
    @Option var seed: UInt64

    func run() throws {
        let file = try NoteFile(notes)
        do {
            let judge = try FlipJudge(log)
            var generator = SeededGenerator(seed: seed)
            switch place {
            case .database: try database(judge, &generator, file)
            case .wal: try writeAheadLog(judge, &generator, file)
            }
        } catch {
            file.put("fault \(error)")
            throw ExitCode(3)
        }
    }

    private func database(_ judge: FlipJudge, _ generator: inout SeededGenerator, _ file: NoteFile) throws {
        let size = judge.files["log.sqlite"]?.count ?? 0
        var counts: [FlipJudge.Finding: Int] = [:]
        for round in 1...rounds {
            file.put("round \(round)")
            // Every fourth flip in the first page, which says how the rest is to be read.
            let place = Int.random(in: 0..<(round % 4 == 0 ? 4096 : size), using: &generator)
            let bit = UInt8(1) << UInt8.random(in: 0...7, using: &generator)
            var files = judge.files
            files["log.sqlite"]?[place] ^= bit
            do {
                counts[try judge.flipped(files, signatures: round % 20 == 0), default: 0] += 1
            } catch {
                throw Violation("bit \(bit) of byte \(place) flipped: \(error)")
            }
        }
        CampaignRun.write(
            "flip: \(rounds) bits of a closed log of \(judge.pristine.entries.count) entries, \(size) bytes: \(FlipJudge.text(counts))\n"
        )
    }

    private func writeAheadLog(_ judge: FlipJudge, _ generator: inout SeededGenerator, _ file: NoteFile) throws {
        let size = judge.files["log.sqlite-wal"]?.count ?? 0
        guard size > 100_000 else { throw Violation("the write-ahead log holds \(size) bytes only") }
        var counts: [FlipJudge.Finding: Int] = [:]
        var mostShort: Int64 = 0
        for round in 1...rounds {
            file.put("round \(round)")
            let place = min(
                size - 1, (round - 1) * size / rounds + Int.random(in: 0..<max(1, size / rounds), using: &generator))
            let cuts = round % 2 == 0
            var files = judge.files
            if cuts {
                files["log.sqlite-wal"]?.removeLast(size - place / 512 * 512)
            } else {
                files["log.sqlite-wal"]?[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &generator)
            }
            do {
                let (finding, short) = try judge.shortened(files)
                counts[finding, default: 0] += 1
                mostShort = max(mostShort, short)
            } catch {
                throw Violation("write-ahead log \(cuts ? "cut" : "flipped") at byte \(place): \(error)")
            }
        }
        CampaignRun.write(
            "flip: \(rounds) flips and cuts of a write-ahead log of \(size) bytes with \(judge.head) entries: \(FlipJudge.text(counts)), \(mostShort) entries at most\n"
        )
    }
}
