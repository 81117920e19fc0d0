import Model
import TestSupport
import Testing

/// The need to know: who may list, open, copy and export what, by role and code.
@Suite struct HandlingTests {
    private static let alert = AlertRaised(priority: 2, message: .warning, headline: "x", source: "UZB")

    private func log(_ code: HandlingCode, readers: [String] = []) -> (SampleLog, SubjectName) {
        var log = SampleLog()
        let name = log.begin(.alerts, .alert(.raised(Self.alert)), minutesAgo: 9)
        log.add(
            .handling(.set(HandlingSet(code: code, originator: "KGZ", conditions: "x", readers: readers))), to: name,
            minutesAgo: 8)
        return (log, name)
    }

    @Test func onlyTheOriginatorLoosensACode() {
        let (log, name) = log(.h2)
        let history = log.history(of: name)
        func refusal(_ set: HandlingSet) -> Refusal? {
            history.refusal(of: .handling(.set(set)), by: "orazov", at: SampleLog.night)
        }
        #expect(refusal(HandlingSet(code: .h1, originator: "KGZ")) == .originatorsPermissionMissing("KGZ"))
        #expect(refusal(HandlingSet(code: .h1, originator: "KGZ", permission: "KGZ desk, 04:06, phone")) == nil)
        #expect(refusal(HandlingSet(code: .h3, originator: "KGZ")) == .restrictionMissing)
        #expect(refusal(HandlingSet(code: .h3, originator: "KGZ", readers: ["a.orazov"])) == nil)
        #expect(refusal(HandlingSet(code: .h2, originator: " ")) == .originatorMissing)
    }

    @Test func theFirstGradingStaysReadable() throws {
        var (log, name) = log(.h3, readers: ["a.orazov"])
        log.add(
            .handling(.set(HandlingSet(code: .h0, originator: "KGZ", permission: "by letter 12/26"))), to: name,
            minutesAgo: 7)
        let handling = try #require(log.board.alerts[name]?.trail.handling)
        #expect(handling.current.code == .h0 && handling.original.code == .h3 && !handling.isProtected)
    }

    /// In full: 5 readers, 4 codes, 4 actions.
    @Test func theTableHoldsInFull() {
        let watch = Reader(officer: "a", role: .dutyOfficer, hasTheWatch: true)
        let off = Reader(officer: "a", role: .dutyOfficer, hasTheWatch: false)
        let lead = Reader(officer: "a", role: .supervisor, hasTheWatch: false)
        let trainer = Reader(officer: "a", role: .trainer, hasTheWatch: false)
        let observer = Reader(officer: "a", role: .observer, hasTheWatch: false)
        func row(_ reader: Reader, _ code: HandlingCode, isNamed: Bool = false) -> String {
            HandlingAction.allCases.map { action in
                switch reader.leave(for: action, code, isNamed: isNamed) {
                case .yes: "y"
                case .logged: "l"
                case .withReason: "r"
                case .no: "-"
                }
            }.joined()
        }
        for reader in [watch, off, lead] {
            #expect(row(reader, .h0) == "yyyy")
            #expect(row(reader, .h1) == "yyyr")
        }
        for reader in [trainer, observer] {
            #expect(row(reader, .h0) == "yyy-")
            #expect(row(reader, .h1) == "yy--")
            #expect(row(reader, .h2) == "----")
            #expect(row(reader, .h3) == "----")
            #expect(row(reader, .h3, isNamed: true) == "yrr-")
        }
        #expect(row(watch, .h2) == "yll-" && row(off, .h2) == "yrr-" && row(lead, .h2) == "yrr-")
        #expect(row(watch, .h3) == "yll-" && row(off, .h3) == "----" && row(lead, .h3) == "yrr-")
        #expect(row(off, .h3, isNamed: true) == "yrr-")
    }
}
