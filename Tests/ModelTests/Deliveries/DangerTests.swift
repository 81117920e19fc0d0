import TestSupport
import Testing

@testable import Model

/// The most dangerous first, nothing hidden, and ended is ended.
@Suite struct DangerTests {
    private static let night = SampleLog.night

    private static func truck(_ log: inout SampleLog, _ goods: String, ago: Int64 = 600) -> SubjectName {
        let name = log.begin(.deliveries, DeconflictionTests.opened(goods, "truck"), minutesAgo: ago)
        log.add(
            DeconflictionTests.leg("UZB", "Oybek", "Yallama", from: -300, until: 108), to: name, minutesAgo: ago - 1)
        log.add(DeconflictionTests.consent("UZB", until: 300), to: name, minutesAgo: ago - 2)
        return name
    }

    private static func heard(_ log: inout SampleLog, _ name: SubjectName, ago: Int64) {
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "on the road", leg: 1))), to: name,
            minutesAgo: ago)
    }

    private static func exception(_ kind: ExceptionKind) -> Event {
        .delivery(.exceptionEntered(ExceptionEntered(kind, from: "UZB desk", text: "so they say")))
    }

    @Test func aStopStandsAboveASilenceAndALaterExceptionHidesItNot() throws {
        var log = SampleLog()
        let silent = Self.truck(&log, "hashish 5 kg", ago: 620)
        let name = Self.truck(&log, "heroin 38.4 kg")
        Self.heard(&log, name, ago: 5)
        log.add(
            .delivery(.stopReported(StopReported(from: "UZB, Colonel N.", text: "stop", isCalledBack: true))), to: name,
            minutesAgo: 4)
        log.add(Self.exception(.delayed), to: name, minutesAgo: 3)
        log.add(Self.exception(.contactLost), to: name, minutesAgo: 2)
        let needs = log.board.needs(at: Self.night)
        guard case .delivery(name, _, .exception(.stopReported, _, _, _, _))? = needs.first else {
            Issue.record("\(needs)")
            return
        }
        guard case .delivery(name, _, .exception(.contactLost, _, _, _, _)) = needs[1] else {
            Issue.record("\(needs)")
            return
        }
        #expect(log.board.deliveriesInOrder(at: Self.night).map(\.name) == [name, silent])
        let delivery = try #require(log.board.deliveries[name])
        #expect(delivery.exceptionsByDanger.map(\.entered.exception) == [.stopReported, .contactLost, .delayed])
        #expect(delivery.gravest?.entered.exception == .stopReported)
    }

    @Test func whatHasEndedIsInNoDanger() throws {
        var log = SampleLog()
        let name = Self.truck(&log, "heroin 38.4 kg")
        Self.heard(&log, name, ago: 5)
        log.add(Self.exception(.stopReported), to: name, minutesAgo: 4)
        log.add(
            .delivery(.ended(DeliveryEnded(outcome: .seizure, place: "Yallama", note: nil))), to: name, minutesAgo: 1)
        guard case .delivery(let delivery)? = log.history(of: name).subject else {
            Issue.record("no delivery")
            return
        }
        #expect(
            delivery.needs(at: Self.night).isEmpty && delivery.interventions(at: Self.night).isEmpty && delivery.isOver)
        #expect(
            !log.board.needs(at: Self.night).contains { if case .delivery(name, _, _) = $0 { true } else { false } })
    }

    @Test func aClosedCrossingAheadIsANeedUntilItIsBehind() throws {
        var log = SampleLog()
        let name = Self.truck(&log, "heroin 38.4 kg")
        let key = try #require(DirectoryKey("crossing:UZB-KAZ:yallama"))
        let entry = DirectoryEntry(key, [.name: "Yallama", .otherName: "Konysbayev"])
        let crossing = log.begin(.directory, .directory(.entrySet(DirectoryEntrySet(entry))), minutesAgo: 100)
        #expect(log.board.closedCrossingNeeds(at: Self.night).isEmpty)
        let closed = DirectoryStandingReported(.closed, since: Self.night - .minutes(30), party: "UZB")
        log.add(.directory(.standing(closed)), to: crossing, minutesAgo: 20)
        let need = Headline.crossingClosed(
            name, priority: 1, place: "Yallama", state: "UZB", since: Self.night - .minutes(30), by: "UZB")
        #expect(log.board.needs(at: Self.night).contains(need))
        log.add(
            .directory(.standing(DirectoryStandingReported(.open, since: Self.night, party: "UZB"))), to: crossing,
            minutesAgo: 0)
        #expect(!log.board.needs(at: Self.night).contains(need))
    }
}
