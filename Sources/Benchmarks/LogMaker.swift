import EventLog
import Exchange
import Model

/// Writes a made log through the product's own append: a year of seizure records with alerts and deliveries between.
///
/// Alerts come from the rows as `import --raise` makes them. Priorities 1 and 2 are all acknowledged, so that a fresh
/// alert comes to the top, as on a watch that does its work.
struct LogMaker {
    private let log: MadeLog
    private let store: LogStore
    private var stream: RowStream
    private var ids = EventIDSource()
    private let now: Instant
    private let year = Span.days(365)

    private let deliveryCount: Int
    private let alertCount: Int
    private var deliveries = RunningDeliveries()
    private var raised = 0
    private var position = 0
    /// What is still to be done about alerts, in order of when.
    private var followUps: [(after: Int, target: SubjectName, event: Event)] = []
    private var nextFollowUp = 0
    private var hasWatch = false

    private static let batch = 5_000
    static let actor = "bench"

    init(_ log: MadeLog, _ source: RowSource, now: Instant) throws {
        self.log = log
        self.now = now
        deliveryCount = max(4, min(500, log.entries / 2_000))
        // A fifth more are raised and closed again.
        alertCount = (log.open - deliveryCount - 1) * 6 / 5
        stream = try RowStream(source)
        let identity = try LogIdentity(centre: "CARICC", desk: "BENCH", isExercise: false, epoch: "2026")
        let founded = MachineMoment(wall: now - .days(366), boot: "", mono: 0)
        try LogStore.found(log.path, identity: identity, actor: LogMaker.actor, moment: founded)
        store = try LogStore(opening: log.path)
        position = 1
    }

    mutating func run(_ progress: (Int) -> Void) throws {
        var told = 0
        while position < log.entries {
            let size = min(LogMaker.batch, max(50, log.entries / 20), log.entries - position)
            try append(try batch(size))
            if position - told >= 100_000 {
                try store.checkpoint()
                told = position
                progress(position)
            }
        }
        try store.checkpoint()
        store.close()
    }

    /// When the entry at `position` is recorded: the log fills one year evenly.
    private func wall(_ position: Int) -> Instant {
        now - year + Span(milliseconds: year.milliseconds * Int64(position) / Int64(log.entries) - 60_000)
    }

    // MARK: One batch

    private mutating func batch(_ size: Int) throws -> [Proposal] {
        var proposals: [Proposal] = []
        proposals.reserveCapacity(size)
        let wall = wall(position)
        if !hasWatch {
            hasWatch = true
            let started = ShiftStarted(officer: "Bench", until: now + MadeLog.planAhead, relief: nil)
            proposals.append(propose(.new(.shifts), .shift(.started(started)), wall))
        }
        while proposals.count < size, nextFollowUp < followUps.count, followUps[nextFollowUp].after <= position {
            let next = followUps[nextFollowUp]
            nextFollowUp += 1
            proposals.append(propose(.existing(next.target), next.event, wall))
        }
        let end = position + size
        // Everything is raised in the first nine tenths, so that what follows it still finds room.
        let total = log.entries
        let share = { (count: Int) in min(count, count * end * 10 / (total * 9)) }
        while proposals.count < size, deliveries.opened < share(deliveryCount) {
            proposals.append(propose(.new(.deliveries), deliveries.open(now: now), wall))
        }
        for (target, event) in deliveries.due(position: end, of: log.entries, now: now, wall: wall)
        where proposals.count < size {
            proposals.append(propose(.existing(target), event, wall))
        }
        try fill(&proposals, to: size, alerts: share(alertCount), wall)
        return proposals
    }

    /// Rows for the rest of a batch, every so often one that raises an alert.
    private mutating func fill(_ proposals: inout [Proposal], to size: Int, alerts: Int, _ wall: Instant) throws {
        let room = max(1, size - proposals.count)
        let due = max(0, min(room, alerts - raised))
        var accumulated = 0
        while proposals.count < size {
            let item = try stream.next()
            accumulated += due
            if accumulated >= room, let alert = SeizureTable.raised(from: item, digest: { Hashing.plain($0) }) {
                accumulated -= room
                raised += 1
                proposals.append(propose(.new(.alerts), alert.event, wall, id: alert.id))
            } else {
                proposals.append(
                    Proposal(
                        .new(.seizures), item.event, id: item.id, at: item.at, precision: item.precision,
                        actor: LogMaker.actor))
            }
        }
    }

    private mutating func propose(_ target: Proposal.Target, _ event: Event, _ wall: Instant, id: EventID? = nil)
        -> Proposal
    {
        Proposal(target, event, id: id ?? ids.next(at: wall), actor: LogMaker.actor)
    }

    private mutating func append(_ proposals: [Proposal]) throws {
        let moment = MachineMoment(wall: wall(position), boot: "bench", mono: Int64(position))
        let saved = try store.append(proposals, moment: moment)
        position = Int(try store.size())
        for (proposal, saved) in zip(proposals, saved) {
            switch proposal.event {
            case .alert(.raised(let alert)): plan(saved.subject, alert, after: position)
            case .delivery(.opened): deliveries.began(saved.subject, at: position)
            default: break
            }
        }
    }

    private var planned = 0

    /// One in six is closed; priorities 1 and 2 are acknowledged, and half of the others; one in twelve is shelved.
    private mutating func plan(_ name: SubjectName, _ alert: AlertRaised, after: Int) {
        planned += 1
        let event: AlertEvent
        switch planned % 12 {
        case 0, 6: event = .closed(AlertClosed(disposition: .handled, noResult: "none"))
        case 1:
            // No longer than the model lets it lie; those shelved long ago are back.
            let limit = wall(position) + Triage.of(priority: alert.priority).shelfLimit - .minutes(1)
            let until = min(now + MadeLog.planAhead, limit)
            event = .shelved(AlertShelved(until: until, reason: "waits for the laboratory"))
        case 2, 3, 4, 5: event = .acknowledged(AlertAcknowledged())
        default:
            guard alert.priority <= 2 else { return }
            event = .acknowledged(AlertAcknowledged())
        }
        followUps.append((after, name, .alert(event)))
    }
}
