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

    /// A log that finds what is filed under a mark, and one entry more, as an index may.
    private func register(_ entries: [Entry]) -> MessageRegister {
        MessageRegister(
            filed: { marks in
                entries.filter { entry in
                    let marks = Set(marks)
                    let own = entry.event.marks(at: entry.at, precision: entry.precision)
                    return !marks.isDisjoint(with: own) || entry.index == entries.last?.index
                }
            }, first: { name in entries.first { $0.subject == name } })
    }

    @Test func aMessageIsFoundByIdentityByNumberAndByOurNumber() throws {
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "a", source: "UZB",
            head: MessageHead(theirNumber: "17/4", sent: sent, identity: "desk@uz,17/4,1970-01-01T00:00:01-00:00"))
        let answer = MessageFiled(
            .sent, .answer, party: "UZB", text: "b", head: MessageHead(ourNumber: "442", identity: "CARICC,442"))
        let register = register([
            try entry(1, .raised(raised), on: "AL-2026-0001"),
            try entry(2, .messageFiled(answer), on: "AL-2026-0001"),
        ])
        #expect(try register.messages(sender: "desk@uz", number: "17/4").map(\.entry) == [1])
        #expect(try register.messages(number: "17/4", party: "UZB").map(\.entry) == [1])
        #expect(try register.messages(number: "442", party: "KAZ").map(\.direction) == [.sent])
        #expect(try register.messages(sender: "CARICC", number: "442").map(\.entry) == [2])
        #expect(try register.originator(of: try #require(SubjectName("AL-2026-0001"))) == "UZB")
        // Names that begin alike are not the same, and a number is its party's.
        #expect(try register.messages(sender: "desk@uz", number: "17").isEmpty)
        #expect(try register.messages(sender: "desk@u", number: "17/4").isEmpty)
        #expect(try register.messages(number: "1", party: "UZB").isEmpty)
        #expect(try register.messages(number: "17/4", party: "KAZ").isEmpty)
    }

    @Test func messagesOfOneNameComeInTheirOrder() throws {
        let events = (1...3).map { time in
            AlertEvent.raised(
                AlertRaised(
                    priority: 2, message: .warning, headline: "a", source: "UZB",
                    head: MessageHead(
                        theirNumber: "1", sent: Instant(milliseconds: Int64(time)), identity: "desk@uz,1,\(time)")))
        }
        let entries = try events.enumerated().map { place, event in
            try entry(Int64(place + 1), event, on: "AL-2026-000\(place + 1)")
        }
        #expect(try register(entries.reversed()).messages(sender: "desk@uz", number: "1").map(\.entry) == [1, 2, 3])
        let names = ["1", "desk@uz,1", "desk@uz,1,1"].map(MessageRegister.hash)
        #expect(MessageRegister.keys(entries[0]) == names.sorted())
    }
}
