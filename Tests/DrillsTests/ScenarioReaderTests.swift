import Model
import Testing

@testable import Drills

private let head = """
    start = "2026-10-17T03:40:00+05:00"
    officer = "sagynbaeva"
    title = { en = "Test" }

    """

private let alert = """
    [[step]]
    after = "1m"
    subject = "a"
    kind = "alertRaised"
    [step.body]
    priority = 1
    message = "warning"
    headline = "h"
    source = "KAZ"

    """

private func step(_ kind: String, _ lines: String..., after: String = "2m", subject: String = "a") -> String {
    "[[step]]\nafter = \"\(after)\"\nsubject = \"\(subject)\"\nkind = \"\(kind)\"\n" + lines.joined(separator: "\n")
        + "\n"
}

private func faults(_ text: String) -> [ScenarioFault] {
    do throws(ScenarioFaults) {
        _ = try Scenario(reading: text, file: "test.toml")
        return []
    } catch {
        return error.faults
    }
}

private let start = Civil(year: 2026, month: 10, day: 16, hour: 22, minute: 40).instant(offsetSeconds: 0)

@Suite struct ScenarioReaderTests {
    @Test func everythingInItsPlace() throws {
        let scenario = try Scenario(
            reading: head + "speed = 30\n" + alert
                + """
                [[step]]
                at = "2026-10-17T03:50+05:00"
                subject = "a"
                kind = "alertShelved"
                name = "shelf"
                actor = "orazov"
                happened = "-6m"
                [step.body]
                until = "+1h"
                reason = "r"
                """, file: "test.toml")
        #expect(scenario.title == "Test")
        #expect(scenario.start == start)
        #expect(scenario.offsetSeconds == 5 * 3_600)
        #expect(scenario.speed == 30_000)
        #expect(scenario.steps.map(\.at) == [start + .minutes(1), start + .minutes(10)])
        #expect(scenario.steps.map(\.actor) == ["sagynbaeva", "orazov"])
        #expect(scenario.steps.map(\.founds) == [.alerts, nil])
        #expect(scenario.steps[1].happened == start + .minutes(4))
        #expect(scenario.steps[1].body["until"] == .integer((start + .minutes(70)).milliseconds))
        #expect(scenario.end == start + .minutes(10))
    }

    @Test(arguments: [
        ("12m30s", 750), ("+45m", 2_700), ("-6m", -360), ("1d2h3m4s", 93_784), ("0s", 0), ("90s", 90),
        ("366d", 31_622_400),
    ])
    func spans(_ text: String, _ seconds: Int64) { #expect(ScenarioSpan.span(text) == .seconds(seconds)) }

    @Test(arguments: ["", "+", "m", "5", "5 m", "5x", "1m1h", "1m1m", "--1m", "1.5h", "367d", "9999999d", "٣m", "1m "])
    func notSpans(_ text: String) { #expect(ScenarioSpan.span(text) == nil) }

    @Test(
        arguments: [
            (head + alert + "odd = 1", .unknownKey, 1, "body.odd", 13),
            ("x = 1\n" + head + alert, .unknownKey, nil, "x", 1),
            (
                head + alert + step("alertNoted", "colour = 1", "[step.body]", "text = \"x\""), .unknownKey, 2,
                "colour", 17
            ),
            (head + step("moonRisen"), .unknownKind("moonRisen"), 1, "kind", 7),
            (head + step("exerciseEnded"), .kindNotForScenarios("exerciseEnded"), 1, "kind", 7),
            (head + step("alertRaised"), .body(.missing(key: "priority")), 1, "body.priority", 4),
            (
                head + alert + step("alertClosed", "[step.body]", "disposition = \"odd\""),
                .body(.outOfRange(key: "disposition")), 2, "body.disposition", 18
            ),
            (head + alert + step("alertNoted", "[step.body]", "text = 1.5"), .wrongType, 2, "body.text", 18),
            (
                head + alert + step("alertNoted", "[step.body]", "text = \"x\"", subject: "b"), .notFounded("b"), 2,
                "subject", 15
            ),
            (head + alert + step("deliveryNoted", "[step.body]", "text = \"x\""), .notFounded("a"), 2, "subject", 15),
            (head + alert + alert, .foundedTwice("a"), 2, "subject", 15),
            (
                head + alert + step("alertNoted", "[step.body]", "text = \"x\"", after: "30s"), .outOfOrder, 2, "after",
                14
            ),
            (
                head + alert + step("alertNoted", "[step.body]", "text = \"x\"", after: "-1m"), .outOfOrder, 2, "after",
                14
            ),
            (
                head + alert + step("alertNoted", "[step.body]", "text = \"x\"", after: "soon"), .notASpan("soon"), 2,
                "after", 14
            ),
            (
                head + alert + step("alertNoted", "at = \"2026-10-17T04:00\"", "[step.body]", "text = \"x\""),
                .twoTimes, 2, "at", 17
            ),
            (
                head + alert + step("alertShelved", "[step.body]", "until = \"+1w\"", "reason = \"r\""),
                .notASpan("+1w"), 2, "body.until", 18
            ),
            (
                head + alert + step("alertShelved", "[step.body]", "until = \"08:00\"", "reason = \"r\""),
                .notAnInstant("08:00"), 2, "body.until", 18
            ),
            (
                head + alert + step("alertShelved", "[step.body]", "until = \"-1m\"", "reason = \"r\""),
                .refused(.notInTheFuture(start + .minutes(1))), 2, "kind", 16
            ),
            (
                head + alert + step("entryWithdrawn", "[step.body]", "step = \"x\"", "reason = \"r\""),
                .noSuchStep("x"), 2, "body.step", 18
            ),
            (
                head + alert + step("entryWithdrawn", "[step.body]", "idx = 0", "reason = \"r\""), .unknownKey, 2,
                "body.idx", 18
            ),
            (
                head + alert + step("alertNoted", "happened = \"early\"", "[step.body]", "text = \"x\""),
                .notAnInstant("early"), 2, "happened", 17
            ),
            (head + alert + "near = \"b\"", .notFounded("b"), 1, "body.near", 13),
            (head + "[[step]]\nafter = \"1m\"\nkind = \"alertNoted\"", .missing, 1, "subject", 4),
            (head, .missing, nil, "step", 0), ("speed = 0\n" + head + alert, .outOfRange, nil, "speed", 1),
            ("title = 1\nofficer = \"x\"\nstart = \"2026-10-17T03:40Z\"\nstep = []", .wrongType, nil, "title", 1),
            (
                "title = { ru = \"x\" }\nofficer = \"x\"\nstart = \"2026-10-17T03:40Z\"\nstep = []", .missing, nil,
                "title.en", 1
            ),
            ("title = { en = \"x\" }\nstart = \"2026-10-17T03:40Z\"\nstep = []", .missing, nil, "officer", 0),
            (
                "title = { en = \"x\" }\nofficer = \"x\"\nstart = \"2026-10-17T03:40\"\nstep = []",
                .notAnInstant("2026-10-17T03:40"), nil, "start", 3
            ),
        ] as [(String, ScenarioFault.Problem, Int?, String, Int)])
    func faulty(_ text: String, _ problem: ScenarioFault.Problem, _ step: Int?, _ key: String, _ line: Int) {
        let found = faults(text)
        #expect(
            found.contains(ScenarioFault(file: "test.toml", line: line, step: step, key: key, problem: problem)),
            "\(found)")
    }

    @Test func notTOML() {
        let found = faults(head + "[[step]\n")
        #expect(found.map(\.line) == [4])
        guard case .syntax = found.first?.problem else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func allFaultsAreSaidInOrder() {
        let found = faults("x = 1\n" + head + alert + step("moonRisen") + step("alertNoted", subject: "b"))
        #expect(found.map(\.line) == found.map(\.line).sorted())
        #expect(found.count >= 4)
    }

    /// A new kind of event is either for scenarios or for the program alone, and somebody has decided which.
    @Test func everyKindHasItsPlace() {
        let placed = Set(StepScheme.byKind.keys).union(StepScheme.kindsOfTheProgram)
        #expect(placed == Set(Event.knownKinds))
        #expect(StepScheme.kindsOfTheProgram.isDisjoint(with: StepScheme.byKind.keys))
    }
}
