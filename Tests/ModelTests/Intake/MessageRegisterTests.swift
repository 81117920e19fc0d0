import Model
import Testing

/// Which message is meant by a name.
@Suite struct MessageRegisterTests {
    private func entry(_ index: Int64, _ event: AlertEvent, on name: String) throws -> Entry {
        Entry(
            origin: "C/A/live/2026", index: index, previous: .zero, id: .derived(from: .zero), desk: "A",
            subject: try #require(SubjectName(name)), kind: Event.alert(event).kind, version: Event.version,
            at: Instant(milliseconds: 0), precision: .millisecond, recorded: Instant(milliseconds: 0), boot: "",
            mono: 0, actor: "import", role: nil, body: Event.alert(event).body)
    }

    private let sent = Instant(milliseconds: 1_000)

    @Test func aMessageIsFoundByIdentityByNumberAndByOurNumber() throws {
        var register = MessageRegister()
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "a", source: "UZB",
            head: MessageHead(theirNumber: "17/4", sent: sent, identity: "desk@uz,17/4,1970-01-01T00:00:01-00:00"))
        let answer = MessageFiled(
            .sent, .answer, party: "UZB", text: "b", head: MessageHead(ourNumber: "442", identity: "CARICC,442"))
        register.take(try entry(1, .raised(raised), on: "AL-2026-0001"))
        register.take(try entry(2, .messageFiled(answer), on: "AL-2026-0001"))
        #expect(register.messages(sender: "desk@uz", number: "17/4").map(\.entry) == [1])
        #expect(register.messages(number: "17/4").map(\.entry) == [1])
        #expect(register.messages(number: "442").map(\.direction) == [.sent])
        #expect(register.messages(sender: "CARICC", number: "442").map(\.entry) == [2])
        #expect(register.originator(of: try #require(SubjectName("AL-2026-0001"))) == "UZB")
        // Names that begin alike are not the same.
        #expect(register.messages(sender: "desk@uz", number: "17").isEmpty)
        #expect(register.messages(sender: "desk@u", number: "17/4").isEmpty)
        #expect(register.messages(number: "1").isEmpty)
    }

    @Test func anEntryThatIsReadTwiceIsOneMessage() throws {
        var register = MessageRegister()
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "a", source: "UZB", head: MessageHead(theirNumber: "1"))
        let one = try entry(1, .raised(raised), on: "AL-2026-0001")
        #expect(!register.take(one).isEmpty)
        #expect(register.take(one).isEmpty)
        #expect(register.messages(number: "1").count == 1)
    }
}
