import ArgumentParser
import EventLog
import Model
import TestSupport

/// Writes with a wall clock that steps back and forth, from two consoles that do not agree.
struct Clock: FaultCampaign {
    static let title = "clock"
    static let defaultRounds = 400
    static let configuration = CommandConfiguration(
        abstract: "Writes while the wall clock steps back and forth: what was known when stays in order.")

    @OptionGroup var options: CampaignOptions

    func play(_ run: CampaignRun) throws {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try StandingChecks.found(log)
        let checks = StandingChecks(log)
        var consoles = try (0..<2).map { _ in try LogStore(opening: log) }
        var sources = [EventIDSource(), EventIDSource()]
        var walls = [MachineMoment.now().wall, MachineMoment.now().wall]
        var last: [EventID?] = [nil, nil]
        var backwards = 0
        var kept = 0
        for round in 1...run.rounds {
            run.round = round
            let place = Int.random(in: 0..<2, using: &run.generator)
            let step = self.step(&run.generator)
            if step.milliseconds < 0 { backwards += 1 }
            walls[place] = walls[place] + step
            let moment = MachineMoment(wall: walls[place], boot: "0123456789abcdef", mono: Int64(round))
            let id = sources[place].next(at: moment.wall)
            if let earlier = last[place], !earlier.bytes.lexicographicallyPrecedes(id.bytes) {
                throw Violation("the id \(id) does not follow \(earlier)")
            }
            last[place] = id
            let raised = AlertRaised(priority: 2, message: .warning, headline: "alert \(id)", source: "UZB")
            let closed = closure(moment, &sources[place], &last[place])
            let saved = try consoles[place].append(
                [Proposal(.new(.alerts), .alert(.raised(raised)), id: id, actor: "orazov"), closed], moment: moment)
            try checks.acknowledge(saved[0].index, id)
            try checks.acknowledge(saved[1].index, closed.id)
            if let entry = try consoles[place].entry(saved[0].index), entry.recorded > moment.wall { kept += 1 }
            if round % 50 == 0 { consoles[place] = try LogStore(opening: log) }
        }
        try checks.check(consoles[0])
        try checkKnown(checks.recorded, consoles[1], &run.generator)
        run.say("\(run.rounds) appends by two consoles, the clock stepped back \(backwards) times")
        run.say("rec kept above the wall clock \(kept) times and never fell; \(checks.size) ids, all different")
    }

    private func closure(_ moment: MachineMoment, _ source: inout EventIDSource, _ last: inout EventID?) -> Proposal {
        let id = source.next(at: moment.wall)
        last = id
        let event = Event.alert(.closed(AlertClosed(disposition: .handled, note: "closed \(id)", noResult: "none")))
        return Proposal(.sameAs(0), event, id: id, actor: "orazov")
    }

    /// Mostly small steps; now and then hours, a daylight-saving hour, or the same millisecond again.
    private func step(_ generator: inout SeededGenerator) -> Span {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: .hours(Int64.random(in: -72...72, using: &generator))
        case 1: .hours(-1)
        case 2: .zero
        case 3: Span(milliseconds: -1)
        default: Span(milliseconds: Int64.random(in: -500...2_000, using: &generator))
        }
    }

    /// What was known at an instant is one position, whatever the clock did.
    private func checkKnown(_ recorded: [Instant], _ store: LogStore, _ generator: inout SeededGenerator) throws {
        guard let first = recorded.first, let last = recorded.last else { return }
        for _ in 0..<100 {
            let range = (first.milliseconds - 10)...(last.milliseconds + 10)
            let instant = Instant(milliseconds: Int64.random(in: range, using: &generator))
            let expected = Int64(recorded.count { $0 <= instant })
            let found = try store.size(recordedBy: instant)
            guard found == expected else {
                throw Violation("\(found) entries were known at \(instant.milliseconds), not \(expected)")
            }
        }
    }
}
