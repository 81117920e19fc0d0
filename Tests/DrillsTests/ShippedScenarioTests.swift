import Model
import Testing

@testable import Drills

/// A log as small as can be: numbers what the conductor proposes and folds it, under the clock of an exercise.
private struct TinyLog {
    private(set) var board = Board(isExercise: true)
    private(set) var refusals: [Refusal] = []
    private var histories: [SubjectName: [Entry]] = [:]
    private var numbers: [Area: Int] = [:]

    /// - Parameter real: when it is written down.
    mutating func append(_ proposal: Proposal, real: Instant) -> (Int64, SubjectName)? {
        let name: SubjectName
        switch proposal.target {
        case .existing(let existing): name = existing
        case .sameAs: return nil
        case .new(let area):
            numbers[area, default: 0] += 1
            name = SubjectName(area: area, year: 2026, number: numbers[area, default: 0], isExercise: true)
        }
        let now = board.clock.time(at: real)
        if let refusal = SubjectHistory(histories[name] ?? []).refusal(of: proposal.event, by: proposal.actor, at: now)
        {
            refusals.append(refusal)
            return nil
        }
        let entry = Entry(
            origin: "TEST/1/exercise/1", index: board.size, previous: .zero, id: proposal.id, desk: "1", subject: name,
            kind: proposal.event.kind, at: proposal.at ?? now, precision: proposal.precision, recorded: real,
            actor: proposal.actor, body: proposal.event.body)
        let past = histories
        board.apply(entry) { past[$0] ?? [] }
        histories[name, default: []].append(entry)
        return (entry.index, name)
    }

    func history(_ name: SubjectName) -> SubjectHistory { SubjectHistory(histories[name] ?? []) }
}

/// One look at the board.
private struct Look {
    let now: Instant
    let board: Board
    let conductor: Conductor

    func delivery(_ symbol: String) -> Delivery? { conductor.subjects[symbol].flatMap { board.deliveries[$0] } }
    func alert(_ symbol: String) -> Alert? { conductor.subjects[symbol].flatMap { board.alerts[$0] } }
    func isSilent(_ symbol: String) -> Bool {
        if case .silent? = delivery(symbol)?.phase(at: now) { true } else { false }
    }
}

/// Plays the scenario at its own speed with a tick of half a second, and looks at the board at every tick.
private func play() throws -> (looks: [Look], log: TinyLog) {
    let scenario = try shippedScenario()
    var log = TinyLog()
    var conductor = Conductor(scenario, run: "1", digest: testDigest)
    let real = Instant(milliseconds: 1_800_000_000_000)
    let clock = ExerciseClockStarted(title: scenario.title, scenario: scenario.start, speed: scenario.speed)
    _ = log.append(
        Proposal(.new(.exercises), .exercise(.clockStarted(clock)), id: .derived(from: .zero), actor: "drill"),
        real: real)
    var looks: [Look] = []
    var now = real
    while !conductor.isFinished {
        for step in conductor.due(at: log.board.clock.time(at: now)) {
            let proposal = try #require(conductor.proposal(for: step), "step \(step.number) is about nothing")
            let taken = log.append(proposal, real: now)
            let (index, name) = try #require(taken, "step \(step.number): \(log.refusals)")
            conductor.appended(step, as: index, about: name)
        }
        looks.append(Look(now: log.board.clock.time(at: now), board: log.board, conductor: conductor))
        now = Instant(milliseconds: now.milliseconds + 500)
    }
    return (looks, log)
}

@Suite struct ShippedScenarioTests {
    @Test func everyShippedScenarioIsSound() throws {
        #expect(!Scenario.shippedNames.isEmpty)
        for name in Scenario.shippedNames {
            let scenario = try Scenario(reading: try #require(Scenario.shippedText(named: name)), file: name)
            #expect(Set(scenario.titles.keys).isSuperset(of: ["en", "ru", "zh"]))
            #expect(scenario.titles.values.allSatisfy { !$0.isEmpty })
            #expect(Rehearsal(of: scenario).leftOut.isEmpty)
            #expect(Rehearsal(of: scenario).entries.count == scenario.steps.count)
        }
        #expect(Scenario.shippedText(named: "no such") == nil)
    }

    /// The rehearsal, the log of a test and a fold in one go come to the same board.
    @Test func rehearsalFoldsLikeTheLog() throws {
        let scenario = try shippedScenario()
        let rehearsed = Board(folding: Rehearsal(of: scenario).entries, isExercise: true)
        let played = try #require(try play().looks.last).board
        #expect(Set(rehearsed.deliveries.keys) == Set(played.deliveries.keys))
        #expect(Set(rehearsed.alerts.keys) == Set(played.alerts.keys))
        #expect(rehearsed.deliveries.mapValues(\.lastPlace) == played.deliveries.mapValues(\.lastPlace))
        #expect(rehearsed.size + 1 == played.size)
    }

    @Test func theStory() throws {
        let (looks, log) = try play()
        let first = try #require(looks.first)
        #expect(first.board.deliveries.count == 3)
        #expect(first.board.watch?.started.relief == "Orazov D.M.")
        #expect(first.delivery("ferry")?.phase(at: first.now) == .quietByPlan(until: minute(170)))
        #expect(first.board.headline(at: first.now) == .quiet(until: first.board.agenda(at: first.now).first))
        #expect(log.refusals == [])

        func between(_ from: Int64, _ to: Int64) -> [Look] {
            looks.filter { $0.now >= minute(from) && $0.now < minute(to) }
        }
        // The estimate passes the window, and the State gives more time.
        #expect(between(11, 22).allSatisfy { $0.delivery("truck")?.windowOverrun == .minutes(20) })
        #expect(between(23, 36).allSatisfy { $0.delivery("truck")?.windowOverrun == nil })
        // Silent from 04:16 until the late word at 04:21, and nothing else is ever silent before the border.
        #expect(between(37, 41).allSatisfy { $0.isSilent("truck") })
        #expect(
            between(37, 41).allSatisfy {
                if case .silence = $0.board.headline(at: $0.now) { true } else { false }
            })
        #expect(between(42, 46).allSatisfy { !$0.isSilent("truck") })
        #expect(looks.allSatisfy { !$0.isSilent("parcel") })
        #expect(looks.filter { $0.isSilent("ferry") }.allSatisfy { $0.now >= minute(170) && $0.now <= minute(175) })
        // Over the border.
        #expect(between(40, 45).allSatisfy { $0.delivery("truck")?.currentLeg?.state == "UZB" })
        #expect(between(47, 60).allSatisfy { $0.delivery("truck")?.currentLeg?.state == "KAZ" })
        // The request lies on the shelf until 06:00 and comes back by itself.
        #expect(between(21, 140).allSatisfy { $0.alert("phones")?.status(at: $0.now) == .shelved(until: minute(140)) })
        #expect(between(141, 143).allSatisfy { $0.alert("phones")?.status(at: $0.now) == .unacknowledged })
        // Something is there for the newcomer to take.
        #expect(between(35, 53).allSatisfy { $0.board.unacknowledged(at: $0.now)?.count == 1 })
    }

    @Test func theEnd() throws {
        let (looks, log) = try play()
        let last = try #require(looks.last)
        #expect(last.now >= minute(260))
        #expect(last.board.deliveries.values.filter { $0.end == nil }.count == 3)
        #expect(last.board.watch?.started.officer == "Orazov D.M.")
        #expect(last.board.shifts.count == 1)
        #expect(last.alert("timetable") == nil, "closed")
        #expect(last.board.tally[.alerts, .closed] == 5)
        let ferry = log.history(try #require(last.conductor.subjects["ferry"]))
        #expect(ferry.withdrawn.count == 1)
        let truck = log.history(try #require(last.conductor.subjects["truck"]))
        #expect(truck.entries.contains { ($0.lateness ?? .zero) >= .minutes(4) && $0.at > minute(30) })
        // Half a minute of scenario time is one second: the border comes within the first minute and a half.
        let crossing = try #require(looks.first { $0.delivery("truck")?.currentLegNumber == 3 })
        #expect((crossing.now - minute(0)).milliseconds / 30 <= 95_000)
    }

    private func minute(_ minutes: Int64) -> Instant {
        Civil(year: 2026, month: 10, day: 16, hour: 22, minute: 40).instant(offsetSeconds: 0) + .minutes(minutes)
    }

    /// Places are the border crossings of the region; persons, plates and seals are invented and look it.
    @Test func textsAreShortAndPlain() throws {
        for step in try shippedScenario().steps {
            for member in step.body.members {
                guard let text = member.value.string else { continue }
                #expect(text.utf8.count <= 90, "step \(step.number): \(text)")
                #expect(text.allSatisfy { $0.isASCII && !$0.isNewline }, "step \(step.number): \(text)")
            }
        }
    }
}
