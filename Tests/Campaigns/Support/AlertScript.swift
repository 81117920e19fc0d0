import EventLog
import Model
import TestSupport

/// What a writer appends: alerts from raising to closing, each text naming its own id, few of them open at a time.
struct AlertScript {
    private var generator: SeededGenerator
    private var open: [(name: SubjectName, last: Int64, step: Int)] = []
    private var serial: UInt16 = 0
    private var asked: Int?

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Takes over alerts that somebody else left open.
    mutating func adopt(_ board: Board, limit: Int) {
        for alert in board.alerts.values.sorted(by: { $0.name < $1.name }).prefix(limit) {
            open.append((alert.name, alert.trail.last, 3))
        }
    }

    mutating func id(at now: Instant) -> EventID {
        serial &+= 1
        return .timed(now, count: serial & 0xFFF, chance: generator.next())
    }

    mutating func next(at now: Instant) -> Proposal {
        let id = id(at: now)
        if let place = open.firstIndex(where: { $0.step >= 3 })
            ?? (open.count > 2 ? open.indices.randomElement(using: &generator) : nil)
        {
            asked = place
            return Proposal(
                .existing(open[place].name), event(open[place].step, id), id: id, actor: "orazov",
                expecting: open[place].last)
        }
        asked = nil
        let raised = AlertRaised(
            priority: Int.random(in: 1...4, using: &generator), message: .warning, headline: "alert \(id)",
            source: "UZB")
        return Proposal(.new(.alerts), .alert(.raised(raised)), id: id, actor: "sagynbaeva")
    }

    private func event(_ step: Int, _ id: EventID) -> Event {
        switch step {
        case 1: .alert(.acknowledged(AlertAcknowledged()))
        case 2: .alert(.noted(AlertNoted(text: "note \(id)")))
        default: .alert(.closed(AlertClosed(disposition: .handled, note: "closed \(id)", noResult: "none")))
        }
    }

    mutating func saved(_ saved: Saved) {
        guard let place = asked else {
            open.append((saved.subject, saved.index, 1))
            return
        }
        open[place].last = saved.index
        open[place].step += 1
        if open[place].step > 3 { open.remove(at: place) }
    }

    /// The last proposal was refused because a colleague was quicker; the alert is left to the colleague.
    mutating func refused() { if let place = asked { open.remove(at: place) } }

    /// Whether an entry says what the proposal with its id said.
    static func isFaithful(_ entry: Entry) -> Bool {
        switch entry.event {
        case .alert(.raised(let body)): body.headline == "alert \(entry.id)"
        case .alert(.noted(let body)): body.text == "note \(entry.id)"
        case .alert(.closed(let body)): body.note == "closed \(entry.id)"
        case .alert(.acknowledged), .logKeeping: true
        default: false
        }
    }
}
