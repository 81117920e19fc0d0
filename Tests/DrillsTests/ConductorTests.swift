import Model
import Testing

@testable import Drills

/// Not cryptography: only a digest that differs where the bytes differ.
func testDigest(_ bytes: [UInt8]) -> Digest {
    var lanes: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15]
    for byte in bytes {
        lanes[0] = (lanes[0] ^ UInt64(byte)) &* 0x100_0000_01B3
        lanes[1] = (lanes[1] &+ UInt64(byte)) &* 0xFF51_AFD7_ED55_8CCD
        lanes[1] ^= lanes[1] >> 29
    }
    lanes += [lanes[0] ^ lanes[1], lanes[0] &+ lanes[1]]
    return Digest(lanes.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - $0 * 8)) } }) ?? .zero
}

/// Chance that can be repeated: print the seed with a failure and put it in again (SplitMix64).
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

func shippedScenario() throws -> Scenario {
    try Scenario(reading: try #require(Scenario.shippedText(named: "border-at-four")), file: "border-at-four.toml")
}

@Suite struct ConductorTests {
    /// Whatever the clock does, backwards included: every step once, in order, and none before its time.
    @Test func monotoneUnderAnyClock() throws {
        let scenario = try shippedScenario()
        let seed = UInt64.random(in: 0...UInt64.max)
        var chance = SeededChance(seed: seed)
        for _ in 0..<200 {
            var conductor = Conductor(scenario, run: "1", digest: testDigest)
            var given: [Step] = []
            var latest = Instant.distantPast
            for _ in 0..<Int.random(in: 1...40, using: &chance) {
                let now = scenario.start + .seconds(.random(in: -600...18_000, using: &chance))
                latest = max(latest, now)
                let due = conductor.due(at: now)
                #expect(due.allSatisfy { $0.at <= now }, "seed \(seed)")
                given += due
                #expect(given == scenario.steps.filter { $0.at <= latest }, "seed \(seed)")
                #expect(conductor.nextInstant.map { $0 > latest } ?? conductor.isFinished, "seed \(seed)")
            }
        }
    }

    @Test func idsBelongToTheRun() throws {
        let scenario = try shippedScenario()
        func ids(_ run: String) -> Set<EventID> {
            var conductor = Conductor(scenario, run: run, digest: testDigest)
            var ids: Set<EventID> = []
            for step in conductor.due(at: .distantFuture) {
                let name = SubjectName(area: step.founds ?? .alerts, year: 2026, number: step.number, isExercise: true)
                if let proposal = conductor.proposal(for: step) { ids.insert(proposal.id) }
                conductor.appended(step, as: Int64(step.number), about: name)
            }
            return ids
        }
        #expect(ids("1").count == scenario.steps.count)
        #expect(ids("1") == ids("1"))
        #expect(ids("1").isDisjoint(with: ids("2")))
    }

    @Test func aRefusedStepTakesItsFollowersAlong() throws {
        let scenario = try shippedScenario()
        var conductor = Conductor(scenario, run: "1", digest: testDigest)
        let steps = conductor.due(at: scenario.end)
        let malik = steps.filter { $0.symbol == "malik" }
        #expect(conductor.proposal(for: malik[0]) != nil)
        #expect(conductor.proposal(for: malik[1]) == nil)
        let name = try #require(SubjectName("XAL-2026-0001"))
        conductor.appended(malik[0], as: 40, about: name)
        #expect(conductor.proposal(for: malik[1])?.target == .existing(name))
        #expect(conductor.subjects == ["malik": name])
        let withdrawal = try #require(steps.first { $0.kind == EntryWithdrawn.kind })
        conductor.founded("ferry", as: try #require(SubjectName("XCD-2026-003")))
        #expect(conductor.proposal(for: withdrawal) == nil)
        let wrong = try #require(steps.first { $0.symbol == "ferry" && $0.name != nil })
        conductor.appended(wrong, as: 77, about: try #require(SubjectName("XCD-2026-003")))
        guard case .logKeeping(.withdrawn(let body))? = conductor.proposal(for: withdrawal)?.event else {
            Issue.record("the withdrawal is not proposed")
            return
        }
        #expect(body.index == 77)
    }

    @Test func nearNamesTheDeliveryOnceItIsThere() throws {
        let scenario = try shippedScenario()
        var conductor = Conductor(scenario, run: "1", digest: testDigest)
        let steps = conductor.due(at: scenario.end)
        let malik = try #require(steps.first { $0.symbol == "malik" })
        func near() -> SubjectName? {
            guard case .alert(.raised(let raised))? = conductor.proposal(for: malik)?.event else { return nil }
            return raised.near
        }
        #expect(near() == nil)
        let truck = try #require(SubjectName("XCD-2026-001"))
        conductor.founded("truck", as: truck)
        #expect(near() == truck)
    }
}
