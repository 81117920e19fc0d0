import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Two officers take the watch at the same moment, again and again; and one is killed while taking it.
struct Relief: FaultCampaign {
    static let title = "relief"
    static let defaultRounds = 100
    static let configuration = CommandConfiguration(
        abstract: "Two processes take the watch at the same moment; others are killed while they take it.")

    @OptionGroup var options: CampaignOptions

    func play(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        try begin(log)
        try duels(folder.path, log, run)
        try kills(folder.path, log, run)
        let entries = try whole(log)
        run.say("\(entries) entries: after each append one officer had the watch, and never two")
    }

    private func begin(_ log: String) throws {
        let store = try LogStore(opening: log)
        var ids = EventIDSource()
        let moment = MachineMoment.now()
        let started = ShiftStarted(officer: "ermekov", officerID: "ermekov", until: moment.wall + .hours(12))
        _ = try store.append(
            [Proposal(.new(.shifts), .shift(.started(started)), id: ids.next(at: moment.wall), actor: "ermekov")],
            moment: moment)
        store.close()
    }

    private func duels(_ folder: String, _ log: String, _ run: CampaignRun) throws {
        try PlainBytes.write(folder + "/barrier", [UInt8](repeating: 0, count: 16))
        let children = try (0..<2).map { place in
            try ChildProcess([
                "taker", "--log", log, "--notes", "\(folder)/take-\(place)", "--count", "\(run.rounds)",
                "--officer", ["orazov", "sagynbaeva"][place], "--place", "\(place)", "--barrier", folder + "/barrier",
            ])
        }
        for child in children {
            guard child.wait() == .exited(0) else { throw Violation("a taker failed") }
        }
        let answers = (0..<2).map { Taker.answers("\(folder)/take-\($0)") }
        var wins = [0, 0]
        for round in 0..<run.rounds {
            run.round = round + 1
            guard let first = answers[0][round], let second = answers[1][round] else {
                throw Violation("a taker gave no answer")
            }
            let winners = [first, second].filter { $0.hasPrefix("took ") }
            let losers = [first, second].filter { $0.hasPrefix("held ") }
            guard winners.count == 1, losers.count == 1 else { throw Violation("\(first) / \(second)") }
            guard losers[0].dropFirst(5) == winners[0].dropFirst(5) else {
                throw Violation("the loser was told \(losers[0]), the winner \(winners[0])")
            }
            wins[first.hasPrefix("took ") ? 0 : 1] += 1
        }
        run.say(
            "\(run.rounds) watches taken by two at once: one each time, \(wins[0]) to \(wins[1]); the other was told by whom"
        )
    }

    private func kills(_ folder: String, _ log: String, _ run: CampaignRun) throws {
        let rounds = max(5, run.rounds / 5)
        for round in 0..<rounds {
            let notes = "\(folder)/kill-\(round)"
            let child = try ChildProcess([
                "taker", "--log", log, "--notes", notes, "--count", "100000", "--officer", "orazov",
            ])
            let watch = Stopwatch()
            while Taker.answers(notes).isEmpty, watch.milliseconds < 60_000 { usleep(500) }
            usleep(UInt32.random(in: 0...20_000, using: &run.generator))
            child.kill()
            child.wait()
            let store = try LogStore(opening: log)
            guard try store.board().shifts.count == 1 else {
                throw Violation("killed while taking: \(try store.board().shifts.count) officers have the watch")
            }
            store.close()
        }
        run.say("\(rounds) takers killed at work: each time one officer had the watch afterwards")
    }

    /// Folds the log entry by entry; between the two entries of a relief nobody has the watch, and nowhere else.
    private func whole(_ log: String) throws -> Int {
        let store = try LogStore(opening: log)
        let entries = try store.entries(from: 0, limit: Int(try store.size()))
        var open: Set<SubjectName> = []
        for entry in entries {
            switch entry.event {
            case .shift(.started(let started)):
                open.insert(entry.subject)
                if let old = started.relieves, open.contains(old) { throw Violation("\(old) goes on after its relief") }
            case .shift(.ended(let ended)):
                open.remove(entry.subject)
                guard ended.relievedBy != nil else { throw Violation("#\(entry.index) ends without relief") }
                let next = entries.indices.contains(Int(entry.index) + 1) ? entries[Int(entry.index) + 1] : nil
                guard case .shift(.started(let started))? = next?.event, started.relieves == entry.subject else {
                    throw Violation("#\(entry.index) is not followed by the relief it names")
                }
            default: break
            }
            guard open.count <= 1 else {
                throw Violation("\(open.count) officers have the watch after #\(entry.index)")
            }
        }
        guard open.count == 1 else { throw Violation("nobody has the watch at the end") }
        return entries.count
    }
}

/// Takes the watch again and again, at the moment at which the other taker does. Started by the campaign.
struct Taker: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "taker", shouldDisplay: false)

    @Option var log: String
    @Option var notes: String
    @Option var officer: String
    @Option var count: Int
    @Option var place = 0
    @Option var barrier: String?

    func run() throws {
        let file = try NoteFile(notes)
        let store = try LogStore(opening: log)
        var board = try store.board()
        var ids = EventIDSource()
        var gate = try barrier.map { try Barrier($0, place: place) }
        for round in 0..<count {
            try gate?.pass()
            _ = try store.follow(&board)
            guard let watch = board.watch else { throw Violation("nobody has the watch") }
            let moment = MachineMoment.now()
            let relief = WatchRelief(
                of: watch, by: officer, named: officer, until: moment.wall + .hours(12), reason: "round \(round)")
            let proposals = relief.events.map {
                Proposal($0.target, $0.event, id: ids.next(at: moment.wall), actor: officer, expecting: $0.expecting)
            }
            try gate?.pass()
            file.put("\(round) \(try answer(to: proposals, store, moment))")
        }
    }

    private func answer(to proposals: [Proposal], _ store: LogStore, _ moment: MachineMoment) throws -> String {
        do {
            return "took \(try store.append(proposals, moment: moment)[1].subject)"
        } catch {
            guard case .refused(.watchAlreadyHeld(let name, _), _) = error else { throw error }
            return "held \(name)"
        }
    }

    /// What a taker was told, by round.
    static func answers(_ path: String) -> [Int: String] {
        let text = PlainBytes.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var answers: [Int: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, let round = Int(words[0]) else { continue }
            answers[round] = words[1]
        }
        return answers
    }
}
