import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Messages that could not be taken in, on the console.
@Suite struct HeldTests {
    private func log() -> SampleLog {
        var log = SampleLog.busyNight
        for file in ["a.xml", "b.xml"] {
            log.begin(
                .intake,
                .intake(
                    .held(
                        MessageHeld(
                            partner: "uzb", file: file, reason: .malformed, detail: "line 3: missing_element",
                            raw: "00",
                            identity: "desk@uz,1", payloads: ["ab"]))), minutesAgo: 7, actor: "import")
        }
        return log
    }

    @Test func theListSaysWhyAndEnterShowsTheText() throws {
        let log = log()
        var state = Sample.state(log)
        _ = state.run("held")
        let screen = state.render().plainLines().joined(separator: "\n")
        #expect(screen.contains("a.xml") && screen.contains("it breaks the rules"), "\(screen)")
        let first = log.entries.count - 2
        #expect(state.handle(.key(.enter)) == [.loadRaw(Int64(first))])
        let words = MessageWords(hash: "ab", text: "<alert>\u{1B}[31m")
        _ = state.handle(.raw(Int64(first), words: words, text: "{}", isSound: true))
        let page = state.render().plainLines()
        let (file, record) = (page.firstIndex { $0.contains("<alert>") }, page.firstIndex { $0.contains("{}") })
        #expect(try #require(file) < #require(record) && !page.joined().contains("\u{1B}"), "\(page)")
    }

    @Test func theSpaceBarRaisesAnAlertWhileTheListIsSearchedToo() throws {
        let log = log()
        var state = Sample.state(log)
        _ = state.run("held")
        _ = Sample.type(Sample.text("b.xml"), into: &state)
        let name = try #require(SubjectName("IN-2026-0002"))
        #expect(state.handle(.key(.character(" "))) == [.readHeld(name)])
    }

    @Test func discardingTheOneThatWasShownWantsAReason() throws {
        let log = log()
        var state = Sample.state(log)
        _ = state.run("discard", "")
        #expect(state.overlay == nil, "nobody knows which of the two is meant")
        let effects = state.run("discard", "IN-2026-0002 an advertisement")
        guard case .append(let drafts)? = effects.first, drafts.count == 1 else {
            Issue.record("\(effects)")
            return
        }
        #expect(drafts[0].target == .existing(try #require(SubjectName("IN-2026-0002"))))
        #expect(drafts[0].event == .intake(.discarded(HeldDiscarded(reason: "an advertisement"))))
    }

    @Test func filingKeepsTheMessageAndNamesTheAlert() throws {
        let log = log()
        var state = Sample.state(log)
        _ = state.run("release", "IN-2026-0001")
        let effects = Sample.type(
            Sample.text("AL-2026-0001") + [.tab, .tab] + Sample.text("as told on the phone") + [.enter], into: &state)
        guard case .append(let drafts)? = effects.first, drafts.count == 2,
            case .alert(.messageFiled(let filed)) = drafts[0].event,
            case .intake(.released(let released)) = drafts[1].event
        else {
            Issue.record("\(effects)")
            return
        }
        #expect(filed.party == "UZB" && filed.payloads == ["ab"] && filed.head.identity == "desk@uz,1")
        #expect(released.to == SubjectName("AL-2026-0001") && released.note == "as told on the phone")
    }

    @Test func oneKeyRaisesAnAlertOfWhatCouldBeReadAndReleasesTheMessage() throws {
        var log = log()
        var state = Sample.state(log)
        let held = try #require(SubjectName("IN-2026-0001"))
        _ = state.run("held")
        #expect(state.render().plainLines().last?.contains("Space raises an alert of it") == true)
        #expect(Sample.type([.character(" ")], into: &state) == [.readHeld(held)])
        let identity = "desk@uz,17,2026-10-17T04:06:00+05:00"
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "a lorry", source: "UZB", place: "Yallama", payloads: ["ab"],
            head: MessageHead(theirNumber: "17", identity: identity, raw: "00"),
            particulars: Particulars(
                items: [SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"))],
                place: "Yallama", text: "as it came"))
        let phone = try #require(SealedIdentifiers.Row(.phone, typed: "+998 90 123 45 67", state: nil))
        _ = state.handle(.heldRead(held, HeldDraft(raised, personal: [phone])))
        let picture = state.render().plainLines().joined(separator: "\n")
        #expect(picture.contains("a lorry") && picture.contains("6.3 kg heroin") && picture.contains("Yallama"))
        let keys = [Key.tab, .control("u")] + Sample.text("kgz") + [.control("s")]
        let drafts = AlertScreenTests.drafts(Sample.type(keys, into: &state))
        guard drafts.count == 2, case .alert(.raised(let body)) = drafts[0].event else {
            Issue.record("\(drafts)")
            return
        }
        #expect(body.source == "KGZ" && body.headline == "a lorry" && body.head.identity == identity)
        #expect(body.payloads == ["ab"] && body.particulars == raised.particulars && body.priority == 2)
        #expect(drafts[0].target == .new(.alerts) && drafts[0].parts == [.identifiers([phone])])
        // Both in one append, or neither: the alert has no name yet, so the second names it by its place.
        let released = HeldReleased(note: "raised by hand")
        #expect(drafts[1].target == .existing(held) && drafts[1].naming == 0 && drafts[1].expecting != nil)
        #expect(drafts[1].event == .intake(.released(released)))
    }

    /// A board keeps a window of what is held; the list asks for the rest, and what is settled leaves it.
    @Test func theListHasMoreThanTheBoard() throws {
        var log = log()
        var state = Sample.state(log)
        let third = try #require(SubjectName("IN-2026-0003"))
        let held = MessageHeld(partner: "kaz", file: "third.xml", reason: .malformed)
        let entry = { (log: inout SampleLog) in log.begin(.intake, .intake(.held(held)), minutesAgo: 5) }
        var more = log
        #expect(entry(&more) == third)
        _ = state.handle(.heldMessages(more.board.heldMessages))
        _ = state.run("held")
        #expect(state.heldMessages.count == 3)
        #expect(state.render().plainLines().joined(separator: "\n").contains("third.xml"))
        _ = entry(&log)
        log.add(.intake(.discarded(HeldDiscarded(reason: "no"))), to: third, minutesAgo: 1)
        _ = state.handle(.moved(log.board, new: Array(log.entries.suffix(2))))
        #expect(state.heldMessages.count == 2)
    }

    @Test func theBacklogStandsInTheLineOfFigures() {
        var state = Sample.state(log())
        func line(_ backlog: SpoolBacklog?) -> String {
            _ = state.handle(.backlog(backlog))
            return state.render().plainLines()[1]
        }
        func backlog(_ waiting: Int, over: [String] = [], stale: Bool = false, trouble: Bool = false) -> SpoolBacklog {
            SpoolBacklog(
                waiting: waiting, overQuota: over, at: SampleLog.night, isStale: stale, isInTrouble: trouble)
        }
        #expect(!line(nil).contains("wait") && !line(backlog(0)).contains("wait"))
        #expect(line(backlog(1_200)).contains("1,200 files wait"))
        #expect(line(backlog(9, over: ["uzb"])).contains("9 files wait, uzb OVER QUOTA"))
        #expect(line(backlog(0, stale: true)).contains("SPOOL STALE"))
        #expect(line(backlog(3, trouble: true)).contains("SPOOL CANNOT WRITE, 3 wait"))
    }
}
