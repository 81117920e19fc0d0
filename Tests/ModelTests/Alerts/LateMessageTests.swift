import Model
import TestSupport
import Testing

/// Messages that come in another order than they were sent, and those that hold no more by themselves.
@Suite struct LateMessageTests {
    private let night = SampleLog.night

    private func head(_ number: Int, minutes: Int64, refersTo: [String] = [], expires: Instant? = nil) -> MessageHead {
        MessageHead(
            theirNumber: "W\(number)", sent: night + .minutes(minutes), identity: "mes@kz,W\(number),\(minutes)",
            refersTo: refersTo, expires: expires)
    }

    private func update(_ number: Int, minutes: Int64, priority: Int, refersTo: [String] = ["mes@kz,W1,0"])
        -> MessageFiled
    {
        MessageFiled(
            .received, .warning, party: "KAZ", text: "words \(number)",
            head: head(number, minutes: minutes, refersTo: refersTo), headline: "version \(number)",
            priority: priority, particulars: Particulars(text: "words \(number)"))
    }

    private func alert(
        _ more: [MessageFiled], scope: MessageScope? = nil, expires: Instant? = nil
    ) throws -> Alert {
        var log = SampleLog()
        var first = head(1, minutes: 0, expires: expires)
        first.scope = scope
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "version 1", source: "KAZ", head: first,
            particulars: Particulars(text: "words 1"))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
        for event in more { log.add(.alert(.messageFiled(event)), to: name, minutesAgo: 30) }
        return try #require(log.board.alerts[name])
    }

    private func cancel(minutes: Int64, _ references: String...) -> MessageFiled {
        MessageFiled(
            .received, .cancellation, party: "KAZ", text: "taken back",
            head: head(9, minutes: minutes, refersTo: references))
    }

    private func goods(_ kilograms: String) -> Particulars {
        Particulars(items: [SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: kilograms, unit: "kg"))])
    }

    private func amounts(_ alert: Alert) -> [String] { alert.particulars.items.compactMap { $0.quantity?.amount } }

    @Test func anUpdateThatWeighsAgainReplacesWhatWasWeighedBefore() throws {
        var (first, second) = (update(2, minutes: 5, priority: 2), update(3, minutes: 30, priority: 2))
        (first.particulars, second.particulars) = (goods("12.4"), goods("14.2"))
        #expect(amounts(try alert([first, second])) == ["14.2"])
        // The other way round the older one is late, and nothing changes.
        #expect(amounts(try alert([second, first])) == ["14.2"])
        // One without amounts leaves them.
        #expect(amounts(try alert([first, update(3, minutes: 30, priority: 2)])) == ["12.4"])
    }

    @Test func theSeizureThatCameOfAWarningIsWhatWasSeized() throws {
        var suspected = update(2, minutes: 5, priority: 2)
        suspected.particulars = goods("5.065")
        let report = MessageFiled(
            .received, .seizureReport, party: "KAZ", text: "weighed", head: head(3, minutes: 60),
            particulars: goods("4.9"))
        #expect(amounts(try alert([suspected, report])) == ["4.9"])
        // A second report of more goods is added to the first.
        let more = MessageFiled(
            .received, .feedback, party: "KAZ", text: "more", head: head(4, minutes: 70), particulars: goods("1"))
        #expect(amounts(try alert([suspected, report, more])) == ["4.9", "1"])
    }

    @Test func anOlderUpdateThatComesLateChangesNothing() throws {
        let alert = try alert([update(3, minutes: 30, priority: 3), update(4, minutes: 5, priority: 1)])
        #expect(alert.headline == "version 3" && alert.priority == 3 && alert.particulars.text == "words 3")
        #expect(alert.thread.messages.map { $0.newer != nil } == [false, false, true])
        // In the order in which they were sent it is as ever.
        let usual = try self.alert([update(4, minutes: 5, priority: 1), update(3, minutes: 30, priority: 3)])
        #expect(usual.headline == "version 3" && usual.thread.messages.allSatisfy { $0.newer == nil })
    }

    @Test func whatWasLateHoldsOnceTheNewerOneIsTakenBack() throws {
        let alert = try alert([
            update(3, minutes: 30, priority: 3), update(4, minutes: 5, priority: 1),
            cancel(minutes: 40, "mes@kz,W3,30"),
        ])
        #expect(alert.headline == "version 4" && alert.priority == 1)
    }

    @Test func whatNamesTheOtherIsTheNewerOneWhateverItsClockSays() throws {
        let named = update(4, minutes: 5, priority: 1, refersTo: ["mes@kz,W3,30"])
        let alert = try alert([update(3, minutes: 30, priority: 3), named])
        #expect(alert.headline == "version 4" && alert.priority == 1)
    }

    @Test func whatWasSentBeforeTheCancellationDoesNotBringItBack() throws {
        let late = try alert([cancel(minutes: 20), update(2, minutes: 10, priority: 1)])
        #expect(late.thread.cancelled != nil && late.thread.debt == nil && late.headline == "version 1")
        let news = try alert([cancel(minutes: 20), update(2, minutes: 30, priority: 1)])
        #expect(news.thread.cancelled == nil && news.headline == "version 2")
    }

    @Test func whatIsSaidAboutAMessageIsNotItsText() throws {
        var error = MessageFiled(.received, .rejection, party: "KAZ", text: "not taken: a field is missing")
        error.particulars = Particulars(text: "not taken: a field is missing")
        #expect(try alert([error]).particulars.text == "words 1")
        #expect(try alert([error, update(2, minutes: 3, priority: 2)]).particulars.text == "words 2")
    }

    @Test func whatHoldsNoMoreWakesNobodyAndWhatIsForEverybodyIsOwedNothing() throws {
        let until = night + .minutes(8)
        let alert = try alert([], expires: until)
        #expect(alert.escalation(at: until - .minutes(1)) != nil)
        #expect(alert.escalation(at: until) == nil && alert.isExpired(at: until))
        #expect(try self.alert([], scope: .everybody).thread.debt == nil)
        #expect(try self.alert([], scope: .restricted).thread.debt == .feedback)
    }

    @Test func onlyWhatSaysTheSameAndIsAsUrgentIsOneRow() throws {
        let key = try #require(try alert([]).foldKey)
        #expect(try alert([]).foldKey == key)
        #expect(try alert([update(2, minutes: 3, priority: 2)]).foldKey == nil)
        #expect(try alert([cancel(minutes: 20)]).foldKey == nil)
        var (named, elsewhere) = (update(5, minutes: 5, priority: 2), update(5, minutes: 5, priority: 2))
        (named.headline, elsewhere.headline) = (nil, nil)
        (named.priority, elsewhere.priority) = (nil, nil)
        elsewhere.particulars = Particulars(place: "Osh")
        named.particulars.items = [SeizedItem(kind: .drug, name: "heroin")]
        #expect(try alert([named]).foldKey == nil, "a seizure is a row of its own")
        let other = try alert([elsewhere]).foldKey
        #expect(other != nil && other != key, "the same words of another place")
    }

    @Test func theWordsOfAMessageStandApartFromItsFields() {
        let lines = MessageLines(
            "Wind 25 m/s\nfrom the north\nalert/info[2]/areaDesc: Termez\nalert/info/parameter[1] SPEED: 25\n"
                + "alert/info/instruction: stay\nat home\ncircle: 43.2,73.7 40")
        #expect(lines.words == "Wind 25 m/s\nfrom the north")
        #expect(lines.fields.map(\.name) == ["areaDesc", "parameter", "instruction", "circle"])
        #expect(lines.fields.map(\.value) == ["Termez", "25", "stay\nat home", "43.2,73.7 40"])
        #expect(lines.fields[1].label == "SPEED")
        #expect(MessageLines("from: nobody").words == "from: nobody")
    }
}
