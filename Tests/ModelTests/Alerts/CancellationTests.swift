import Model
import TestSupport
import Testing

/// What a sender takes back holds no more, and what is left of a message that was changed is what it said first.
@Suite struct CancellationTests {
    private static func identity(_ number: Int) -> String { "desk@uz,K-\(number),2026-10-17T04:0\(number):00+05:00" }

    private func head(_ number: Int) -> MessageHead {
        MessageHead(
            theirNumber: "K-\(number)", sent: SampleLog.night, identity: CancellationTests.identity(number))
    }

    private func thread(_ more: [MessageFiled]) throws -> Alert {
        var log = SampleLog()
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "a lorry", source: "UZB", head: head(1),
            particulars: Particulars(place: "Termez"))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        for event in more { log.add(.alert(.messageFiled(event)), to: name, minutesAgo: 30) }
        return try #require(log.board.alerts[name])
    }

    private var update: MessageFiled {
        MessageFiled(
            .received, .warning, party: "UZB", text: "now with heroin", head: head(2), headline: "two lorries",
            priority: 1, particulars: Particulars(place: "Guzar"))
    }

    private func cancel(_ references: String...) -> MessageFiled {
        MessageFiled(
            .received, .cancellation, party: "UZB", text: "taken back", head: MessageHead(refersTo: references))
    }

    @Test func whatAnUpdateSaidGoesWithIt() throws {
        #expect(try thread([update]).headline == "two lorries")
        let left = try thread([update, cancel(CancellationTests.identity(2))])
        #expect(left.headline == "a lorry" && left.priority == 2 && left.place == "Termez")
        #expect(left.thread.cancelled == nil && left.thread.debt == .feedback && left.due != nil)
        #expect(left.escalation(at: SampleLog.night + .hours(3)) != nil)
        #expect(left.thread.messages.map { $0.cancelled != nil } == [false, true, false])
    }

    @Test func whenAllIsTakenBackNothingIsOwedAndNobodyIsWoken() throws {
        for order in [["K-2", "K-1"], ["K-1", "K-2"]] {
            let alert = try thread([update] + order.map { cancel($0) })
            #expect(alert.thread.cancelled != nil && alert.thread.debt == nil && alert.due == nil)
            #expect(alert.headline == "a lorry" && alert.priority == 2)
            #expect(alert.escalation(at: SampleLog.night + .hours(9)) == nil)
            #expect(alert.nextEscalation(at: SampleLog.night) == nil)
            // Somebody still looks at it once.
            #expect(alert.status(at: SampleLog.night) == .unacknowledged)
        }
    }

    @Test func aCancellationWithoutAReferenceMeansAllAndNewsBringsItBack() throws {
        #expect(try thread([update, cancel()]).thread.cancelled != nil)
        var again = update
        again.head = head(3)
        let alert = try thread([update, cancel(), again])
        #expect(alert.thread.cancelled == nil && alert.headline == "two lorries" && alert.thread.debt == .feedback)
    }

    @Test func nobodyTakesBackWhatAnotherSentNorWhatAnOfficerSaid() throws {
        var foreign = cancel("K-1")
        foreign.party = "KAZ"
        #expect(try thread([foreign]).thread.cancelled == nil)
        var log = SampleLog()
        let raised = AlertRaised(priority: 2, message: .warning, headline: "a lorry", source: "UZB", head: head(1))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        log.add(.alert(.messageFiled(update)), to: name, minutesAgo: 50)
        log.add(.alert(.prioritySet(AlertPrioritySet(priority: 3, reason: "known"))), to: name, minutesAgo: 40)
        log.add(.alert(.messageFiled(cancel("K-2"))), to: name, minutesAgo: 30)
        #expect(log.board.alerts[name]?.priority == 3)
    }

    /// Mail overtakes mail: what was sent earlier and comes later stands in the thread and takes nothing's place.
    @Test func whatComesLateDoesNotTakeThePlaceOfWhatIsNewer() throws {
        var (newer, older, oldest) = (update, update, update)
        newer.head.sent = SampleLog.night + .minutes(20)
        (older.head.sent, older.headline, older.priority) = (SampleLog.night + .minutes(5), "one lorry", 3)
        (oldest.head.sent, oldest.headline) = (SampleLog.night - .minutes(5), "nothing yet")
        let alert = try thread([newer, older, oldest])
        #expect(alert.headline == "two lorries" && alert.priority == 1 && alert.thread.messages.count == 4)
        #expect(try thread([older, newer]).headline == "two lorries")
        // What is left when the newer one is taken back is the older one.
        var taken = cancel("K-2")
        taken.head.sent = SampleLog.night + .minutes(30)
        newer.head = head(2)
        newer.head.sent = SampleLog.night + .minutes(20)
        older.head = head(3)
        older.head.sent = SampleLog.night + .minutes(5)
        #expect(try thread([newer, older, taken]).headline == "one lorry")
    }
}
