import Exchange
import Model
import Testing

@Suite struct TurnTableTests {
    struct BadTime: Error, Equatable { let text: String }

    static func time(_ text: String) throws(BadTime) -> Instant {
        guard let hours = Int64(text) else { throw BadTime(text: text) }
        return Instant(milliseconds: 0) + .hours(hours)
    }

    static func read(_ text: String) -> Result<[PlannedTurn], TurnTable.Fault<BadTime>> {
        Result { () throws(TurnTable.Fault<BadTime>) in
            try TurnTable.turns(text, turn: .hours(12), instant: Self.time)
        }
    }

    static func turn(_ from: Int64, _ until: Int64, _ officer: String, _ standby: String? = nil) -> PlannedTurn {
        PlannedTurn(
            from: Instant(milliseconds: 0) + .hours(from), until: Instant(milliseconds: 0) + .hours(until),
            officer: officer, standby: standby)
    }

    @Test func linesWithAnyOfThreeSeparatorsAreTurns() {
        let expected = [Self.turn(0, 12, "A. B."), Self.turn(12, 20, "C", "D")]
        #expect(Self.read("0;;A. B.\n12;20;C;D\n") == .success(expected))
        #expect(Self.read("0,,A. B.\r\n12,20,C,D\r\n") == .success(expected))
        #expect(Self.read("\u{FEFF}from\tuntil\twho\n\n# October\n0\t\t\"A. B.\"\n12\t20\tC\tD") == .success(expected))
        #expect(Self.read("# nothing\n") == .success([]))
    }

    @Test func aFaultNamesItsLineAndNothingIsTaken() {
        func fault(_ text: String) -> TurnTable.Fault<BadTime>? {
            if case .failure(let fault) = Self.read(text) { fault } else { nil }
        }
        #expect(fault("0;;A\n12;C")?.problem == .tooFewFields)
        #expect(fault("0;;A\n12;C")?.line == 2)
        #expect(fault("0;;A\n\n2x;;C")?.problem == .notATime("2x", BadTime(text: "2x")))
        #expect(fault("0;;A\n\n2x;;C")?.line == 3)
        #expect(fault("12;10;A")?.problem == .endsBeforeItBegins)
        #expect(fault("12;;")?.problem == .officerMissing)
        #expect(fault("0;;A\n0;;B")?.problem == .sameBeginning(line: 1))
    }
}
