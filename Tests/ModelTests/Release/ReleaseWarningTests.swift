import Model
import TestSupport
import Testing

/// What an officer is told to look at before something is given out.
@Suite struct ReleaseWarningTests {
    private func preview(_ head: MessageHead, _ more: [AlertEvent] = []) throws -> ReleasePreview {
        var log = SampleLog()
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "Storm", source: "KAZ", head: head,
            particulars: Particulars(state: "KAZ", position: Position(latitude: 4_320_000, longitude: -370_005)))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60, actor: "import")
        for event in more { log.add(.alert(event), to: name, minutesAgo: 30) }
        let release = Release(to: ReleaseRecipient("KAZ"), for: .operational, by: nil)
        return try #require(release.preview(of: SubjectHistory(log.entries)))
    }

    private let head = MessageHead(theirNumber: "W1", identity: "mes@kz,W1,2026")

    @Test func whatItsSenderTookBackOrRestrictedIsLookedAt() throws {
        #expect(try preview(head).warnings == [])
        let cancel = MessageFiled(.received, .cancellation, party: "KAZ", text: "taken back")
        let cancelled = try preview(head, [.messageFiled(cancel)])
        #expect(cancelled.warnings == [.cancelled(by: "KAZ")])
        #expect(cancelled.record.validUntil == SampleLog.night - .minutes(30))
        var restricted = head
        (restricted.restriction, restricted.addressees) = ("rescue only", ["duty@a.example"])
        #expect(
            try preview(restricted).warnings == [.restricted("rescue only"), .addressed(["duty@a.example"])])
    }

    @Test func nothingIsMadeUpBesideWhatWasSaid() throws {
        let message = try preview(head)
        #expect(message.record.at == nil, "nobody said when it happened")
        #expect(message.record.texts(of: .position) == ["43.20000 -3.70005"])
        #expect(try preview(MessageHead()).record.at != nil, "who calls says what has just happened")
    }

    @Test func aRecipientWhoWasToldIsToldThatItIsTakenBack() throws {
        var log = SampleLog()
        let raised = AlertRaised(priority: 2, message: .warning, headline: "Storm", source: "KAZ", head: head)
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60, actor: "import")
        let told = MessageFiled(
            .sent, .information, party: "UZB", text: "t",
            head: MessageHead(ourNumber: "AL-2026-0001/1", sent: SampleLog.night - .minutes(50)))
        log.add(.alert(.messageFiled(told)), to: name, minutesAgo: 50)
        #expect(log.board.alerts[name]?.messageKind(to: "UZB") == .information)
        log.add(
            .alert(.messageFiled(MessageFiled(.received, .cancellation, party: "KAZ", text: "t"))), to: name,
            minutesAgo: 30)
        let alert = try #require(log.board.alerts[name])
        #expect(alert.messageKind(to: "UZB") == .cancellation && alert.messageKind(to: "TJK") == .information)
        #expect(alert.told("UZB").map(\.ourNumber) == ["AL-2026-0001/1"])
        let back = alert.course(to: "UZB")
        #expect(back.kind == .cancellation && back.takesBack.count == 1 && back.answers.isEmpty && !back.lacksMessage)
        #expect(alert.course(to: "TJK", as: .cancellation).lacksMessage)
        let feedback = alert.course(to: "KAZ", as: .feedback)
        #expect(feedback.answers == [head] && !feedback.asks && !feedback.lacksMessage)
        #expect(alert.course(to: "TJK", as: .acknowledgement).lacksMessage)
        #expect(alert.course(to: "TJK", as: .request).asks)
    }

    @Test func whatTheLogSaysOfItIsReadAgain() throws {
        let preview = try preview(head)
        let filed = preview.filed(
            as: OutgoingCourse(kind: .information, answers: [], takesBack: [], asks: false), number: "AL-2026-0001/1",
            channel: nil, format: .cap, sent: SampleLog.night)
        let note = try #require(ReleaseNote(reading: filed.text))
        #expect(note.words == "Storm" && note.purpose == .operational && note.format == .cap)
        #expect(!note.went.isEmpty && note.went.allSatisfy(\.mayLeave) && note.stayed.contains(.source))
        #expect(
            ReleaseNote(reading: "Storm\n[purpose: operational; format: cap; went: place newer; stayed: ]")?.went == [
                .place, .unknown,
            ])
        for other in ["Storm", "[purpose: court]", "a\n[purpose: none; format: cap; went: ; stayed: ]", "a\n[note]"] {
            #expect(ReleaseNote(reading: other) == nil, "\(other)")
        }
    }
}
