import TestSupport
import Testing

@testable import Model

@Suite struct RosterTests {
    static let begin = SampleLog.night - .minutes(192)
    static let pattern = RosterSet(turn: 720, begins: begin, zone: "Asia/Almaty", offset: 300, rest: 1_440)

    /// Turns in hours since the first one.
    static func roster(_ turns: [(Int64, Int64, String)], then events: [RosterEvent] = []) -> Roster {
        var log = SampleLog()
        let name = log.begin(.roster, .roster(.set(pattern)), minutesAgo: 3_000)
        let planned = turns.map {
            PlannedTurn(from: begin + .hours($0.0), until: begin + .hours($0.1), officer: $0.2)
        }
        if !planned.isEmpty { log.add(.roster(.planned(TurnsPlanned(turns: planned))), to: name, minutesAgo: 2_990) }
        for event in events { log.add(.roster(event), to: name, minutesAgo: 2_000) }
        guard case .roster(let roster) = log.history(of: name).subject else { preconditionFailure("not a roster") }
        return roster
    }

    static func remarks(_ turns: [(Int64, Int64, String)]) -> [RosterRemark] {
        roster(turns).remarks(from: begin, until: begin + .days(30))
    }

    @Test func aPlanWithoutHolesHasOneEnd() {
        #expect(
            Self.remarks([(0, 12, "a"), (12, 24, "b"), (24, 36, "c")]) == [
                .gap(from: Self.begin + .hours(36), until: nil)
            ])
    }

    @Test func gapsAndOverlapsAreComputed() {
        let remarks = Self.remarks([(0, 12, "a"), (10, 22, "b"), (24, 36, "c")])
        #expect(
            remarks == [
                .overlap(from: Self.begin + .hours(10), until: Self.begin + .hours(12), officer: "a", other: "b"),
                .gap(from: Self.begin + .hours(22), until: Self.begin + .hours(24)),
                .gap(from: Self.begin + .hours(36), until: nil),
            ])
    }

    /// A short turn inside a long one neither hides the rest of the long one nor ends it.
    @Test func aTurnInsideAnotherMakesNoGap() {
        let remarks = Self.remarks([(0, 24, "a"), (2, 4, "b"), (24, 36, "c")])
        #expect(!remarks.contains { if case .gap(_, .some) = $0 { true } else { false } })
        #expect(
            remarks.first
                == .overlap(from: Self.begin + .hours(2), until: Self.begin + .hours(4), officer: "a", other: "b"))
    }

    @Test func longDutyAndShortRestAreMarked() {
        let tired = Self.remarks([
            (0, 12, "a"), (12, 24, "a"), (24, 25, "a"), (25, 37, "b"), (37, 49, "c"), (48, 60, "a"),
        ])
        #expect(tired.contains(.tooLong(officer: "a", from: Self.begin, until: Self.begin + .hours(25))))
        #expect(tired.contains(.tooSoon(officer: "a", from: Self.begin + .hours(48), rest: .hours(23))))
        let rested = Self.remarks([(0, 24, "a"), (24, 48, "b"), (48, 72, "a")])
        #expect(rested == [.gap(from: Self.begin + .hours(72), until: nil)])
    }

    @Test func swapsAndReplacementsChangeWhoIsPlanned() {
        let (first, second) = (Self.begin, Self.begin + .hours(12))
        let swapped = Self.roster(
            [(0, 12, "a"), (12, 24, "b")], then: [.swapped(TurnsSwapped(turn: first, with: second, reason: "asked"))])
        #expect(swapped.turns.map(\.officer) == ["b", "a"])
        #expect(swapped.changes == [first: "asked", second: "asked"])
        let replaced = Self.roster(
            [(0, 12, "a"), (12, 24, "b")],
            then: [.replaced(TurnReplaced(turn: second, officer: "c", reason: "ill"))])
        #expect(replaced.turn(at: second)?.officer == "c")
        #expect(
            replaced.refusal(
                of: .replaced(TurnReplaced(turn: second + .minutes(1), officer: "c", reason: "x")), at: first)
                == .noSuchTurn(second + .minutes(1)))
        #expect(
            replaced.refusal(of: .swapped(TurnsSwapped(turn: first, with: first, reason: "x")), at: first)
                == .noSuchTurn(first))
    }

    @Test func aTurnBelongsToItsFirstInstantAndNotToItsLast() {
        let roster = Self.roster([(0, 12, "a"), (12, 24, "b")])
        #expect(roster.turn(at: Self.begin + .hours(12) - .milliseconds(1))?.officer == "a")
        #expect(roster.turn(at: Self.begin + .hours(12))?.officer == "b")
        #expect(roster.turn(at: Self.begin + .hours(24)) == nil)
        #expect(roster.next(after: Self.begin)?.officer == "b")
        #expect(roster.patternTurn(at: Self.begin + .hours(13)) == Self.begin + .hours(12))
        #expect(roster.patternTurn(at: Self.begin - .milliseconds(1)) == Self.begin - .hours(12))
    }

    @Test func theBoardSaysFromWhenNobodyIsPlanned() {
        var log = SampleLog.busyNight
        let name = log.begin(.roster, .roster(.set(Self.pattern)), minutesAgo: 3)
        let turns = [
            PlannedTurn(from: Self.begin, until: Self.begin + .hours(7), officer: "Sagynbaeva A.K."),
            PlannedTurn(from: Self.begin + .hours(7), until: Self.begin + .hours(31), officer: "Orazov D.M."),
        ]
        log.add(.roster(.planned(TurnsPlanned(turns: turns))), to: name, minutesAgo: 2)
        let item = log.board.agenda(at: SampleLog.night).first { $0.matter == .nobodyPlanned }
        #expect(item?.instant == Self.begin + .hours(31))
        #expect(log.board.nextOnWatch(at: SampleLog.night)?.officer == "Orazov D.M.")
        #expect(log.board.nextOnWatch(at: SampleLog.night)?.at == Self.begin + .hours(7))
    }
}
