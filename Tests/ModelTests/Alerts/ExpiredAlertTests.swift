import Model
import TestSupport
import Testing

/// What ran out before anybody looked: it stays on the list, and calls nobody.
@Suite struct ExpiredAlertTests {
    private static let night = SampleLog.night
    private static let expired = SubjectName("AL-2026-0001")!
    private static let sound = SubjectName("AL-2026-0002")!

    /// A message of priority 1 that holds until the night's instant, and an older one of priority 3 that holds for ever.
    private static func log() -> SampleLog {
        var log = SampleLog()
        let head = MessageHead(
            theirNumber: "W1", sent: night - .minutes(30), identity: "mes@kz,W1,0", expires: night, scope: .everybody)
        log.begin(
            .alerts,
            .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "dam", source: "KAZ", head: head))),
            minutesAgo: 30)
        let other = AlertRaised(priority: 3, message: .information, headline: "logo", source: "UZB")
        log.begin(.alerts, .alert(.raised(other)), minutesAgo: 40)
        return log
    }

    @Test func untilThenItIsFirstAndClimbs() throws {
        let (board, now) = (Self.log().board, Self.night - .milliseconds(1))
        let alert = try #require(board.alerts[Self.expired])
        #expect(board.alertsInOrder(at: now).map(\.name) == [Self.expired, Self.sound])
        #expect(board.needs(at: now).first?.alert == Self.expired)
        #expect(alert.escalation(at: now)?.whom == .supervisors && board.unacknowledged(at: now)?.count == 2)
    }

    @Test func fromThenOnNothingPresses() throws {
        let (board, now) = (Self.log().board, Self.night)
        let alert = try #require(board.alerts[Self.expired])
        #expect(alert.status(at: now) == .unacknowledged && alert.isExpired(at: now) && !alert.isPressing(at: now))
        #expect(board.alertsInOrder(at: now).map(\.name) == [Self.sound, Self.expired], "it stays on the list")
        let needs = board.needs(at: now).compactMap(\.alert)
        #expect(needs == [Self.sound, Self.expired], "\(board.needs(at: now))")
        #expect(alert.needs(at: now) == [.expired(Self.expired, priority: 1, headline: "dam", until: Self.night)])
        #expect(alert.escalation(at: now) == nil && alert.nextEscalation(at: now - .minutes(29)) != nil)
        #expect(alert.waiting(at: now) == nil && board.unacknowledged(at: now)?.count == 1)
    }

    @Test func whoeverSawItOnceIsNotAskedAgain() throws {
        var log = Self.log()
        log.add(
            .alert(.acknowledged(AlertAcknowledged(until: Self.night - .minutes(5)))), to: Self.expired, minutesAgo: 9)
        let alert = try #require(log.board.alerts[Self.expired])
        #expect(alert.needs(at: Self.night - .minutes(1)).count == 1 && alert.needs(at: Self.night).isEmpty)
    }

    @Test func aNewMessageThatHoldsLongerPressesAgain() throws {
        var log = Self.log()
        let head = MessageHead(
            theirNumber: "W2", sent: Self.night + .minutes(1), identity: "mes@kz,W2,1", refersTo: ["mes@kz,W1,0"],
            expires: Self.night + .hours(2))
        let update = MessageFiled(
            .received, .warning, party: "KAZ", text: "again", head: head, headline: "dam again", priority: 1)
        log.add(.alert(.messageFiled(update)), to: Self.expired, minutesAgo: -1)
        let now = Self.night + .minutes(2)
        #expect(log.board.alertsInOrder(at: now).first?.name == Self.expired)
        #expect(log.board.alerts[Self.expired]?.escalation(at: now) != nil)
    }

    @Test func whatIsOwedOnItIsStillOwed() throws {
        var log = SampleLog()
        let head = MessageHead(theirNumber: "W1", sent: Self.night, expires: Self.night)
        let raised = AlertRaised(
            priority: 2, message: .request, headline: "plate", source: "UZB", due: Self.night - .minutes(1), head: head)
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        let needs = try #require(log.board.alerts[name]).needs(at: Self.night)
        #expect(needs.count == 2, "\(needs)")
        #expect(needs.contains(.answerOverdue(name, priority: 2, message: .request, due: Self.night - .minutes(1))))
    }
}

extension Headline {
    fileprivate var alert: SubjectName? {
        switch self {
        case .unacknowledged(let name, _, _, _), .escalated(let name, _, _, _, _), .expired(let name, _, _, _): name
        default: nil
        }
    }
}
