import TestSupport
import Testing

@testable import Model

/// Triage is a function of the log and the instant: nothing runs by itself, so nothing is lost by a restart.
@Suite struct TriageTests {
    static let night = SampleLog.night

    /// A night of one thread by chance; only what the model does not refuse is written.
    static func log(seed: UInt64, isExercise: Bool = false) -> SampleLog {
        var chance = SeededGenerator(seed: seed)
        var log = SampleLog(isExercise: isExercise)
        let kinds: [MessageKind] = [.warning, .information, .request, .seizureReport]
        var names: [SubjectName] = []
        var minutesAgo: Int64 = 600
        while minutesAgo > 0 {
            let actor = ["sagynbaeva", "orazov"].randomElement(using: &chance) ?? "orazov"
            if names.isEmpty || Int.random(in: 0..<6, using: &chance) == 0 {
                let raised = AlertRaised(
                    priority: Int.random(in: 1...4, using: &chance),
                    message: kinds.randomElement(using: &chance) ?? .warning,
                    headline: "h", source: "UZB")
                names.append(log.begin(.alerts, .alert(.raised(raised)), minutesAgo: minutesAgo, actor: actor))
            } else if let name = names.randomElement(using: &chance) {
                let now = night - .minutes(minutesAgo)
                let event = event(at: now, using: &chance)
                if log.history(of: name).refusal(of: .alert(event), by: actor, at: now) == nil {
                    log.add(.alert(event), to: name, minutesAgo: minutesAgo, actor: actor)
                }
            }
            minutesAgo -= Int64.random(in: 0...12, using: &chance)
        }
        return log
    }

    private static func event(at now: Instant, using chance: inout SeededGenerator) -> AlertEvent {
        let span = Span.minutes(Int64.random(in: 1...150, using: &chance))
        switch Int.random(in: 0..<11, using: &chance) {
        case 0: return .acknowledged(AlertAcknowledged(until: now + span))
        case 1: return .acknowledged(AlertAcknowledged())
        case 2: return .shelved(AlertShelved(until: now + span, reason: "r"))
        case 3: return .unshelved(AlertUnshelved())
        case 4: return .prioritySet(AlertPrioritySet(priority: Int.random(in: 1...4, using: &chance), reason: "r"))
        case 5:
            return .messageFiled(
                MessageFiled(
                    .received, .information, party: "UZB", text: "t", priority: Int.random(in: 1...4, using: &chance)))
        case 6: return .messageFiled(MessageFiled(.sent, .request, party: "KAZ", text: "t", due: now + span))
        case 7: return .messageFiled(MessageFiled(.received, .answer, party: "KAZ", text: "t"))
        case 8: return .messageFiled(MessageFiled(.sent, .feedback, party: "UZB", text: "t"))
        case 9: return .followUpSet(AlertFollowUpSet(at: now + span, text: "t", isOwn: Bool.random(using: &chance)))
        default: return .closed(AlertClosed(disposition: .handled, noResult: "n"))
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func aRestartAtAnyInstantGivesTheSameNeeds(_ seed: UInt64) {
        let log = Self.log(seed: seed)
        var running = Board(folding: [], isExercise: false)
        for (place, entry) in log.entries.enumerated() {
            running.apply(entry) { name in log.entries.prefix(place).filter { $0.subject == name } }
            let restarted = Board(folding: Array(log.entries.prefix(place + 1)), isExercise: false)
            let next = place + 1 < log.entries.count ? log.entries[place + 1].learnt : Self.night + .days(2)
            for step in 0...4 as ClosedRange<Int64> {
                let now = entry.learnt + Span(milliseconds: (next - entry.learnt).milliseconds * step / 4)
                for officer in [nil, "orazov"] {
                    #expect(
                        running.needs(at: now, for: officer) == restarted.needs(at: now, for: officer),
                        "\(seed) \(place)")
                    #expect(running.agenda(at: now, for: officer) == restarted.agenda(at: now, for: officer))
                }
            }
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func aReviewSaysWhatWasNeededThenWhateverCameLater(_ seed: UInt64) {
        let log = Self.log(seed: seed)
        let middle = log.entries.count / 2
        let then = Board(folding: Array(log.entries.prefix(middle)), isExercise: false)
        let now = log.entries[middle - 1].learnt + .seconds(1)
        let whole = Board(folding: log.entries.filter { $0.learnt <= now }.prefix(middle).map { $0 }, isExercise: false)
        #expect(then.needs(at: now) == whole.needs(at: now))
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func aDrillNeedsTheSameAsTheRealThing(_ seed: UInt64) {
        let (real, drill) = (Self.log(seed: seed), Self.log(seed: seed, isExercise: true))
        for minutes in stride(from: -600, through: 3_000, by: 97) as StrideThrough<Int64> {
            let now = Self.night + .minutes(minutes)
            for (alert, twin) in zip(real.board.alertsInOrder(at: now), drill.board.alertsInOrder(at: now)) {
                #expect(
                    alert.status(at: now) == twin.status(at: now) && alert.waiting(at: now) == twin.waiting(at: now))
                #expect(alert.escalation(at: now) == twin.escalation(at: now))
                #expect(alert.needs(at: now).count == twin.needs(at: now).count)
            }
        }
    }

    static func alert(priority: Int, _ events: [(AlertEvent, Int64)]) -> Alert {
        var log = SampleLog()
        let raised = AlertRaised(priority: priority, message: .warning, headline: "a", source: "UZB")
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        for (event, minutes) in events { log.add(.alert(event), to: name, minutesAgo: minutes) }
        guard case .alert(let alert) = log.history(of: name).subject else { preconditionFailure("not an alert") }
        return alert
    }

    @Test func aHigherPriorityTakesTheAcknowledgementAndTheShelfAwayAndALowerOneDoesNot() {
        let acknowledged = (AlertEvent.acknowledged(AlertAcknowledged(until: Self.night + .hours(1))), Int64(50))
        func update(_ priority: Int) -> (AlertEvent, Int64) {
            (.messageFiled(MessageFiled(.received, .information, party: "UZB", text: "t", priority: priority)), 40)
        }
        #expect(Self.alert(priority: 3, [acknowledged, update(2)]).status(at: Self.night) == .unacknowledged)
        #expect(Self.alert(priority: 3, [acknowledged, update(4)]).status(at: Self.night) == .acknowledged)
        #expect(Self.alert(priority: 3, [acknowledged, update(4)]).priority == 4)
        let shelved = (AlertEvent.shelved(AlertShelved(until: Self.night + .hours(1), reason: "r")), Int64(50))
        #expect(Self.alert(priority: 3, [shelved, update(1)]).status(at: Self.night) == .unacknowledged)
        #expect(Self.alert(priority: 3, [shelved, update(1)]).waiting(at: Self.night) == .minutes(40))
    }

    @Test func theLadderGoesUpWithTheTimeAlone() {
        let alert = Self.alert(priority: 1, [])
        let learnt = Self.night - .minutes(60)
        let rungs: [(Int64, Triage.Whom?)] = [
            (0, nil), (119, nil), (120, .watch), (300, .second), (600, .leader), (1_200, .supervisors),
            (9_000, .supervisors),
        ]
        for (seconds, whom) in rungs {
            #expect(alert.escalation(at: learnt + .seconds(seconds))?.whom == whom, "\(seconds) s")
        }
        #expect(alert.nextEscalation(at: learnt + .seconds(130)) == learnt + .minutes(5))
    }

    @Test func anOwnReminderIsForItsAuthorAlone() {
        let alert = Self.alert(
            priority: 4,
            [
                (.acknowledged(AlertAcknowledged()), 59),
                (.followUpSet(AlertFollowUpSet(at: Self.night - .minutes(1), text: "mine", isOwn: true)), 30),
                (.messageFiled(MessageFiled(.sent, .feedback, party: "UZB", text: "t")), 20),
            ])
        #expect(alert.needs(at: Self.night, for: "orazov").isEmpty && alert.needs(at: Self.night).isEmpty)
        #expect(alert.needs(at: Self.night, for: "sagynbaeva").count == 1)
        #expect(alert.followUps(for: "orazov").isEmpty)
    }

    @Test func ourNumbersGoOnWithTheThread() {
        let sent = (AlertEvent.messageFiled(MessageFiled(.sent, .information, party: "KAZ", text: "t")), Int64(50))
        #expect(Self.alert(priority: 2, []).nextNumber == "AL-2026-0001/1")
        #expect(Self.alert(priority: 2, [sent]).nextNumber == "AL-2026-0001/2")
    }
}

/// The new alert in one line.
@Suite struct AlertLineTests {
    @Test(arguments: [
        ("UZB 6,3 кг героин Малик P1", "heroin", "6.3", "Малик"),
        ("uzb heroin 6.3 kg Malik !1", "heroin", "6.3", "Malik"),
        ("UZB изъято 6,3 кг героина Малик п1", "heroin", "6.3", "Малик"),
    ])
    func aLineSaysWhoWhatWhereAndHowUrgent(_ line: String, _ code: String, _ amount: String, _ place: String) {
        let read = AlertLine(line)
        #expect(read.source == "UZB" && read.priority == 1 && read.place == place, "\(read)")
        #expect(read.items.map(\.substance) == [code] && read.items.first?.quantity?.amount == amount)
        #expect(read.items.first?.quantity?.micrograms == 6_300_000_000)
        #expect(read.kind == .seizureReport && !read.headline.contains("P1") && !read.headline.contains("!1"))
    }

    @Test func whatNobodyKnowsStaysAsItWasTyped() {
        let read = AlertLine("two trucks, one plate")
        #expect(read.source == nil && read.items.isEmpty && read.place == nil && read.priority == nil)
        #expect(read.headline == "two trucks, one plate")
        #expect(SeizedLine("zzyzxine 12 g").items.map(\.name) == ["zzyzxine"])
        #expect(SeizedLine("zzyzxine 12 g").items.first?.substance == nil)
    }

    @Test func nothingThatWasTypedIsLost() {
        let line = SeizedLine("acetic anhydride 20 litres; cash 15000 USD; a rifle", keepsUnknown: true)
        #expect(line.items.map(\.kind) == [.precursor, .cash, .other])
        #expect(line.items[1].currency == "USD" && line.items[1].quantity?.amount == "15000")
        #expect(line.items[2].name == "a rifle")
        #expect(SeizedLine("a rifle").items.isEmpty)
    }

    @Test func aTelephoneIsKeptOutOfTheHeadline() {
        let read = AlertLine("KGZ courier calls from tel. +996 555 123456 Osh")
        #expect(!read.headline.contains("123456") && read.headline.contains("[phone]"))
        #expect(read.identifiers.map(\.kind) == [.phone])
    }
}
