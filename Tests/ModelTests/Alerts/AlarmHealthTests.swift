import TestSupport
import Testing

@testable import Model

/// The measures of process control over alerts.
@Suite struct AlarmHealthTests {
    static let night = SampleLog.night
    static let day = (from: night - .hours(24), until: night + .milliseconds(1))

    static let name = SubjectName(area: .alerts, year: 2026, number: 1, isExercise: false)

    static func raised(_ headline: String, priority: Int = 2, source: String = "UZB") -> Event {
        .alert(.raised(AlertRaised(priority: priority, message: .warning, headline: headline, source: source)))
    }

    static func health(_ log: SampleLog) -> AlarmHealth {
        AlarmHealth(log.entries, open: Array(log.board.alerts.values), from: day.from, until: day.until)
    }

    @Test func aFloodBeginsAboveTenInTenMinutesAndEndsBelowFive() {
        let start = Self.night
        let ten = (0..<10).map { start + .seconds($0 * 50) }
        #expect(AlarmFlood.since(ten, at: start + .minutes(9)) == nil)
        let eleven = ten + [start + .seconds(520)]
        #expect(AlarmFlood.since(eleven, at: start + .minutes(9)) == start + .seconds(520))
        // The fifth from last came at 300 s and is in the window until 900 s.
        let fifthFromLast = start + .seconds(300)
        #expect(AlarmFlood.since(eleven, at: fifthFromLast + .minutes(10) - .milliseconds(1)) != nil)
        #expect(AlarmFlood.since(eleven, at: fifthFromLast + .minutes(10)) == nil)
        #expect(
            AlarmFlood.all(eleven, at: start + .hours(1))
                == [AlarmFlood(from: start + .seconds(520), until: fifthFromLast + .minutes(10))])
    }

    @Test func aFloodIsWhatCountingAtEveryInstantSays() {
        var chance = SeededGenerator(seed: 17)
        for _ in 0..<6 {
            var at = Self.night
            let times = (0..<Int.random(in: 10...40, using: &chance)).map { _ in
                at = at + .seconds(Int64.random(in: 0...90, using: &chance))
                return at
            }
            // By the definition, second by second.
            var isOn = false
            for second in 0..<Int64(at.milliseconds - Self.night.milliseconds) / 1_000 + 900 {
                let now = Self.night + .seconds(second)
                let count = times.count { $0 > now - .minutes(10) && $0 <= now }
                if isOn, count < 5 { isOn = false } else if count > 10 { isOn = true }
                #expect((AlarmFlood.since(times, at: now) != nil) == isOn, "\(second) s, \(count)")
                // What is kept up as they come says the same.
                let known = times.enumerated().filter { $0.element <= now }
                let rate = AlarmRate(
                    known.shuffled(using: &chance).map {
                        AlarmArrival(entry: Int64($0.offset), name: Self.name, at: $0.element, likeness: nil)
                    })
                #expect(rate.floodSince(at: now) == AlarmFlood.since(times, at: now) && rate.count(at: now) == count)
            }
        }
    }

    @Test func ratesMixAndStandingAlerts() {
        var log = SampleLog()
        log.begin(.alerts, Self.raised("old", priority: 1), minutesAgo: 25 * 60)
        for minute in [100, 99, 98, 5] as [Int64] { log.begin(.alerts, Self.raised("w\(minute)"), minutesAgo: minute) }
        log.begin(.alerts, Self.raised("x", priority: 4), minutesAgo: 4)
        let health = Self.health(log)
        #expect(health.arrivals == 5 && health.raised == 5)
        #expect(health.mix == [0, 4, 0, 1] && health.mixPercent == [0, 80, 20])
        #expect(health.perTenMinutes.reduce(0, +) == 5 && health.most == 3)
        #expect(health.standing.map(\.name.text) == ["AL-2026-0001"])
        #expect(health.meanHundredths == 3)
    }

    @Test func timesToAcknowledgeByNearestRank() {
        var log = SampleLog()
        for (place, span) in ([1, 2, 3, 4, 100] as [Int64]).enumerated() {
            let name = log.begin(.alerts, Self.raised("w\(place)"), minutesAgo: 500 - Int64(place))
            log.add(
                .alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 500 - Int64(place) - span,
                actor: "orazov")
        }
        log.begin(.alerts, Self.raised("never"), minutesAgo: 20)
        let two = Self.health(log).response[1]
        #expect(two.raised == 6 && two.acknowledged == 5 && two.inTime == 4)
        #expect(two.median == .minutes(3) && two.ninetieth == .minutes(100))
    }

    @Test func whatTakesTwoPersonsCountsWhenTheSecondApproves() {
        var log = SampleLog()
        func proposed(_ event: AlertEvent, to name: SubjectName, minutesAgo: Int64) -> Event {
            log.add(
                .fourEyes(.proposed(ActionProposed(.alert(event), until: Self.night + .hours(1)))), to: name,
                minutesAgo: minutesAgo, actor: "orazov")
            return .fourEyes(
                .approved(ActionApproved(entry: log.entries.last?.index ?? 0, proposal: Digest.zero)))
        }
        let first = log.begin(.alerts, Self.raised("approved"), minutesAgo: 100)
        let approval = proposed(.acknowledged(AlertAcknowledged()), to: first, minutesAgo: 99)
        log.add(approval, to: first, minutesAgo: 90, actor: "rahimov")
        let second = log.begin(.alerts, Self.raised("never approved"), minutesAgo: 80)
        _ = proposed(.acknowledged(AlertAcknowledged()), to: second, minutesAgo: 79)
        let third = log.begin(.alerts, Self.raised("approved by its author"), minutesAgo: 70)
        let own = proposed(.acknowledged(AlertAcknowledged()), to: third, minutesAgo: 69)
        log.add(own, to: third, minutesAgo: 68, actor: "orazov")
        let health = Self.health(log)
        #expect(health.response[1].acknowledged == 1 && health.response[1].median == .minutes(10))
        #expect(health.officers.map(\.name) == ["orazov"], "in the name of whoever proposed it")
        #expect(health.withoutAction == [first])
        // The period begins between the two: the board knows what waits.
        let later = log.entries.filter { $0.learnt >= Self.night - .minutes(95) }
        let waiting = FourEyes.waiting(in: log.entries.filter { $0.learnt < Self.night - .minutes(95) })
        let rest = AlarmTally.carriedOut(later, waiting).first { $0.subject == first }
        #expect(rest?.kind == AlertAcknowledged.kind && rest?.actor == "orazov")
    }

    @Test func whatIsAcknowledgedAndThenLeftIsNamedAndWhatIsWithdrawnDoesNotCount() {
        var log = SampleLog()
        let left = log.begin(.alerts, Self.raised("left"), minutesAgo: 60)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: left, minutesAgo: 59)
        let worked = log.begin(.alerts, Self.raised("worked"), minutesAgo: 50)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: worked, minutesAgo: 49)
        log.add(.alert(.callTried(AlertCallTried(party: "UZB", outcome: .busy))), to: worked, minutesAgo: 48)
        #expect(Self.health(log).withoutAction == [left])
        let taken = log.begin(.alerts, Self.raised("by mistake"), minutesAgo: 40)
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: log.entries.last?.index ?? 0, reason: "typed twice"))),
            to: taken,
            minutesAgo: 39)
        #expect(Self.health(log).raised == 2)
    }

    @Test func chatteringIsThreeWithinAnHour() {
        var log = SampleLog()
        for minute in [200, 150, 141] as [Int64] { log.begin(.alerts, Self.raised("Gate open"), minutesAgo: minute) }
        #expect(Self.health(log).chattering.map(\.count) == [3])
        var slow = SampleLog()
        for minute in [200, 139, 78] as [Int64] { slow.begin(.alerts, Self.raised("Gate open"), minutesAgo: minute) }
        #expect(Self.health(slow).chattering.isEmpty)
        var thread = SampleLog()
        let name = thread.begin(.alerts, Self.raised("one"), minutesAgo: 90)
        for minute in [80, 70] as [Int64] {
            thread.add(
                .alert(.messageFiled(MessageFiled(.received, .feedback, party: "UZB", text: "t"))), to: name,
                minutesAgo: minute)
        }
        #expect(Self.health(thread).chattering.map(\.name) == [name])
    }

    @Test func figuresGoByWatchAndByOfficer() {
        var log = SampleLog()
        func begin(_ officer: String, _ minutesAgo: Int64, in log: inout SampleLog) {
            let started = ShiftStarted(officer: officer, until: Self.night)
            log.begin(.shifts, .shift(.started(started)), minutesAgo: minutesAgo)
        }
        begin("Umarov", 300, in: &log)
        let first = log.begin(.alerts, Self.raised("a"), minutesAgo: 200)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: first, minutesAgo: 190, actor: "umarov")
        begin("Orazov", 100, in: &log)
        log.begin(.alerts, Self.raised("b"), minutesAgo: 50)
        let health = Self.health(log)
        #expect(health.watches.map(\.name) == ["Umarov", "Orazov"] && health.watches.map(\.count) == [1, 1])
        #expect(health.officers.map(\.name) == ["umarov"] && health.officers.first?.median == .minutes(10))
    }
}

extension FourEyes {
    fileprivate static func waiting(in entries: [Entry]) -> [SubjectName: FourEyes] {
        var waiting: [SubjectName: FourEyes] = [:]
        for entry in entries {
            guard case .fourEyes(let event) = entry.event else { continue }
            _ = waiting[entry.subject, default: FourEyes()].apply(event, entry)
        }
        return waiting
    }
}
