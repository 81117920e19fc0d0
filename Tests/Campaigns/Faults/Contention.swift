import ArgumentParser
import EventLog
import Glibc
import Model
import TestSupport

/// Many processes write at once; two officers close the same alert at the same moment.
struct Contention: FaultCampaign {
    static let title = "contention"
    static let defaultRounds = 100
    static let configuration = CommandConfiguration(
        abstract: "Many processes append at once; two close the same alert at the same moment, once in each round.")

    @OptionGroup var options: CampaignOptions
    @Option(help: "How many processes append at once.")
    var writers = 8
    @Option(help: "How many events each of them appends.")
    var appends = 50

    func play(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        try crowd(folder.path, log, checks, run)
        try duels(folder.path, log, checks, run)
        let store = try LogStore(opening: log)
        try checks.check(store)
        run.say("\(checks.size) entries without a gap, chain, tree, head, signatures and board hold")
    }

    private func crowd(_ folder: String, _ log: String, _ checks: StandingChecks, _ run: CampaignRun) throws {
        let start = folder + "/start"
        let children = try (0..<writers).map { place in
            try ChildProcess([
                "writer", "--log", log, "--notes", "\(folder)/notes-\(place)", "--seed", "\(run.generator.next())",
                "--count", "\(appends)", "--start", start,
            ])
        }
        let watch = Stopwatch()
        while (0..<writers).contains(where: { !Notes(path: "\(folder)/notes-\($0)").isReady }) {
            guard watch.milliseconds < 60_000 else { throw Violation("the writers were not ready within 60 s") }
            usleep(5_000)
        }
        try PlainBytes.write(start, [])
        let working = Stopwatch()
        var waits = Spread()
        var saved = 0
        for (place, child) in children.enumerated() {
            let end = child.wait()
            let notes = Notes(path: "\(folder)/notes-\(place)")
            guard end == .exited(0), notes.isDone else {
                throw Violation("writer \(place) ended with \(end): \(notes.faults)")
            }
            try checks.take(notes)
            guard notes.saved.count + notes.refusals == appends else {
                throw Violation("writer \(place) got \(notes.saved.count) answers to \(appends) appends")
            }
            saved += notes.saved.count
            for wait in notes.waits { waits.add(wait) }
        }
        let rate = Int(Double(saved) / working.milliseconds * 1_000)
        let store = try LogStore(opening: log)
        try checks.check(store)
        guard checks.size == Int64(saved) + 1 else { throw Violation("\(saved) saved, \(checks.size - 1) in the log") }
        run.say("\(writers) processes, \(saved) appends at \(rate)/s, contiguous, none told to try again: \(waits)")
    }

    /// In each round both officers append at the same moment.
    private func duels(_ folder: String, _ log: String, _ checks: StandingChecks, _ run: CampaignRun) throws {
        let alerts = try raise(run.rounds, log, checks)
        try PlainBytes.write(
            folder + "/alerts", Array(alerts.map { "\($0.subject.text) \($0.index)\n" }.joined().utf8))
        try PlainBytes.write(folder + "/barrier", [UInt8](repeating: 0, count: 16))
        let children = try (0..<2).map { place in
            try ChildProcess([
                "closer", "--log", log, "--alerts", folder + "/alerts", "--notes", "\(folder)/duel-\(place)",
                "--officer", ["orazov", "sagynbaeva"][place], "--place", "\(place)", "--barrier", folder + "/barrier",
            ])
        }
        for child in children {
            guard child.wait() == .exited(0) else { throw Violation("a closer failed") }
        }
        let results = (0..<2).map { Duel.read("\(folder)/duel-\($0)") }
        var overlapping = 0
        for round in 1...run.rounds {
            run.round = round
            guard let first = results[0][round - 1], let second = results[1][round - 1] else {
                throw Violation("a closer gave no answer")
            }
            let winners = [first, second].filter(\.isSaved)
            guard winners.count == 1, let loser = [first, second].first(where: { !$0.isSaved }) else {
                throw Violation("\(alerts[round - 1].subject) was closed by \(winners.count) of two")
            }
            guard loser.index == winners[0].index else {
                throw Violation("the loser was told #\(loser.index), the winner #\(winners[0].index)")
            }
            try checks.acknowledge(winners[0].index, winners[0].id)
            if first.from < second.to, second.from < first.to { overlapping += 1 }
        }
        let wins = (0..<run.rounds).count { results[0][$0]?.isSaved == true }
        run.say(
            "\(run.rounds) alerts closed by two at the same moment (\(overlapping) times truly at once): one each time, \(wins) to \(run.rounds - wins); the other was told by which entry"
        )
    }

    private func raise(_ count: Int, _ log: String, _ checks: StandingChecks) throws -> [Saved] {
        let store = try LogStore(opening: log)
        var ids = EventIDSource()
        let moment = MachineMoment.now()
        let proposals = (0..<count).map { _ in
            let id = ids.next(at: moment.wall)
            let raised = AlertRaised(priority: 2, message: .warning, headline: "alert \(id)", source: "KAZ")
            return Proposal(.new(.alerts), .alert(.raised(raised)), id: id, actor: "orazov")
        }
        let saved = try store.append(proposals, moment: moment)
        for (saved, proposal) in zip(saved, proposals) { try checks.acknowledge(saved.index, proposal.id) }
        return saved
    }
}

/// What one officer was told when he closed an alert that another closed at the same moment.
struct Duel {
    let isSaved: Bool
    /// The entry that closed the alert, his own or the other's.
    let index: Int64
    let id: EventID
    let from: UInt64
    let to: UInt64

    static func read(_ path: String) -> [Int: Duel] {
        let text = PlainBytes.read(path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        var duels: [Int: Duel] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 6, let place = Int(words[0]), let index = Int64(words[2]), let id = EventID(words[3]),
                let from = UInt64(words[4]), let to = UInt64(words[5])
            else { continue }
            duels[place] = Duel(isSaved: words[1] == "saved", index: index, id: id, from: from, to: to)
        }
        return duels
    }
}

/// Lets two processes go on at the same moment: each says how far it is in a shared file, and waits for the other.
struct Barrier {
    private let descriptor: Int32
    private let place: Int
    private var passed: UInt64 = 0

    init(_ path: String, place: Int) throws {
        descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Violation("\(path): \(String(cString: strerror(errno)))") }
        self.place = place
    }

    mutating func pass() throws {
        passed += 1
        pwrite(descriptor, &passed, 8, off_t(place * 8))
        let watch = Stopwatch()
        var other: UInt64 = 0
        while other < passed {
            guard pread(descriptor, &other, 8, off_t((1 - place) * 8)) == 8, watch.milliseconds < 60_000 else {
                throw Violation("the other closer does not come")
            }
        }
    }
}

/// Closes alerts, each at the moment at which the other closer does. Started by the contention campaign.
struct Closer: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "closer", shouldDisplay: false)

    @Option var log: String
    @Option var alerts: String
    @Option var notes: String
    @Option var officer: String
    @Option var place: Int
    @Option var barrier: String

    func run() throws {
        let file = try NoteFile(notes)
        let store = try LogStore(opening: log)
        var ids = EventIDSource()
        let text = String(decoding: PlainBytes.read(alerts) ?? [], as: UTF8.self)
        var gate = try Barrier(barrier, place: self.place)
        for (place, line) in text.split(separator: "\n").enumerated() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2, let name = SubjectName(words[0]), let last = Int64(words[1]) else { continue }
            let moment = MachineMoment.now()
            let id = ids.next(at: moment.wall)
            let closed = AlertClosed(disposition: .handled, note: "closed \(id)", noResult: "none")
            let proposal = Proposal(.existing(name), .alert(.closed(closed)), id: id, actor: officer, expecting: last)
            try gate.pass()
            let from = Stopwatch.nanoseconds()
            let answer = try answer(to: proposal, store, moment)
            file.put("\(place) \(answer) \(id) \(from) \(Stopwatch.nanoseconds())")
        }
    }

    private func answer(to proposal: Proposal, _ store: LogStore, _ moment: MachineMoment) throws -> String {
        do {
            return "saved \(try store.append([proposal], moment: moment)[0].index)"
        } catch {
            guard case .moved(_, _, let found) = error else { throw error }
            return "moved \(found)"
        }
    }
}
