import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// What a message of another service says, in front of an officer.
@Suite struct MessagePageTests {
    private static let text =
        "Wind 25 m/s\nfrom the north\nalert/scope: Public\nalert/info/instruction: stay\nalert/info/parameter SPEED: 25\n"
        + "alert/info/area[2]/polygon: 1,1 1,2 2,2 1,1"

    private func log() -> (SampleLog, SubjectName) {
        var log = SampleLog.busyNight
        let head = MessageHead(
            channel: .spool, theirNumber: "W1", sent: SampleLog.night - .minutes(20),
            identity: "mes@kz.example,W1,2026", expires: SampleLog.night - .minutes(1),
            restriction: "rescue services only",
            addressees: ["duty@caricc.example"])
        let raised = AlertRaised(
            priority: 1, message: .warning, headline: "Storm", source: "KAZ", head: head,
            particulars: Particulars(text: MessagePageTests.text))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 10, actor: "import")
        return (log, name)
    }

    @Test func thePageHasLinesAndNamesAndNoPaths() throws {
        let (log, name) = log()
        let state = Sample.state(log)
        let alert = try #require(state.board.alerts[name])
        let page = state.alertSentences(of: alert)
        let all = page.joined(separator: "\n")
        #expect(page.contains("  Text: Wind 25 m/s") && page.contains("  from the north"), "\(all)")
        #expect(page.contains("  Instruction: stay") && page.contains("  Code: SPEED: 25"), "\(all)")
        #expect(all.contains("Outline: 4 points"), "\(all)")
        #expect(!all.contains("alert/"), "\(all)")
        #expect(all.contains("rescue services only") && all.contains("duty@caricc.example"), "\(all)")
        #expect(all.contains("mes@kz.example"), "\(all)")
        let row = state.standing(alert)
        #expect(row.longest == "EXPIRED")
    }

    @Test func anUpdateIsSaidAsOne() {
        let filed = MessageFiled(
            .received, .warning, party: "KAZ", text: MessagePageTests.text, headline: "Storm is over", priority: 4)
        let words = Catalogue.english.text(AlertEvent.messageFiled(filed).message { _ in "" })
        #expect(words == "update from KAZ: Storm is over")
        var other = filed
        other.headline = nil
        let line = Catalogue.english.text(AlertEvent.messageFiled(other).message { _ in "" })
        #expect(line == "warning from KAZ: Wind 25 m/s from the north")
    }

    // MARK: Word for word

    /// Opens the page of an alert that came by a message, with a note after it, as the console has it.
    private func page(_ raw: String?, width: Int = 80) -> (AppState, SampleLog, SubjectName) {
        var log = SampleLog.busyNight
        let raised = AlertRaised(
            priority: 2, message: .warning, headline: "Storm", source: "KAZ", payloads: ["ab"],
            head: MessageHead(channel: .spool, theirNumber: "W1", raw: raw))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 10, actor: "import")
        log.add(.alert(.noted(AlertNoted(text: "asked them"))), to: name, minutesAgo: 1)
        var state = Sample.state(log, width: width)
        Sample.carryOut(state.open(.subject(name)), in: &state, log: log)
        return (state, log, name)
    }

    @Test func oneKeyShowsTheMessageAsItCame() throws {
        var (state, log, name) = page("00")
        let index = try #require(log.entries.firstIndex { $0.subject == name })
        #expect(
            state.alertLines(of: try #require(state.alert(name)), width: 60).joined().contains {
                $0.text.contains(":received")
            })
        #expect(Sample.type([.character("g")], into: &state).isEmpty)
        #expect(state.handle(.key(.character("r"))) == [.loadRaw(Int64(index))])
        let words = MessageWords(hash: "ab", text: "Ветер 25 м/с\nтел +996 555 123456 \u{1B}[2J", isCut: true)
        _ = state.handle(.raw(Int64(index), words: words, text: "{\"signed\":1}", isSound: true))
        let shown = state.render().plainLines()
        let all = shown.joined(separator: "\n")
        #expect(all.contains("word for word") && all.contains("+996 555 123456") && !all.contains("\u{1B}"), "\(all)")
        #expect(all.contains("caricc log payload ab"), "\(all)")
        let (said, signed) = (shown.firstIndex { $0.contains("Ветер") }, shown.firstIndex { $0.contains("signed\"") })
        #expect(try #require(said) < #require(signed), "\(all)")
        _ = state.handle(.key(.escape))
        #expect(state.overlay == nil && state.screen == .subject(name))
        _ = state.handle(.raw(Int64(index), words: MessageWords(hash: "ab", text: nil), text: "{}", isSound: true))
        state.overlay = .raw
        #expect(state.render().plainLines().contains { $0.contains("was erased") })
    }

    @Test func whatWasTypedHasNoMessageToShow() {
        var (state, _, _) = page(nil)
        let effects = Sample.run("received", on: &state)
        #expect(effects.isEmpty && state.overlay == nil)
        let told = state.notice.map { Catalogue.english.text($0.message) }
        #expect(told?.contains("no message that is kept") == true, "\(told ?? "")")
    }

    @Test func aMessageThatNamesWhatIsNotForOneStaysClosed() throws {
        let hidden = try #require(SubjectName("CD-2026-001"))
        #expect("about CD-2026-001.".names(hidden) && "CD-2026-001".names(hidden))
        #expect(!"about CD-2026-0015".names(hidden), "another number that begins so")
        #expect("CD-2026-0015 and CD-2026-001/2".names(hidden))
    }

    // MARK: What we sent

    @Test func whatWasGivenOutIsNamedFieldByField() throws {
        let text = "our words\n[purpose: statistics; format: csv; went: priority place; stayed: source notes]"
        var log = SampleLog.busyNight
        let name = try #require(SubjectName("AL-2026-0001"))
        let sent = MessageFiled(.sent, .information, party: "KAZ", text: text)
        log.add(.alert(.messageFiled(sent)), to: name, minutesAgo: 2)
        let forged = MessageFiled(.received, .information, party: "UZB", text: text)
        log.add(.alert(.messageFiled(forged)), to: name, minutesAgo: 1)
        let page = Sample.state(log).alertSentences(of: try #require(log.board.alerts[name]))
        let all = page.joined(separator: "\n")
        #expect(page.contains("  What for: statistics (csv)") && page.contains("  It went: priority, place"), "\(all)")
        #expect(page.contains("  It stayed: who told us, notes and decisions of the watch"), "\(all)")
        #expect(page.contains { $0.hasPrefix("  KAZ: ") && $0.hasSuffix("our words") }, "\(all)")
        #expect(page.count { $0.contains("[purpose:") } == 1, "what others write so is no more than their words")
        let words = Catalogue.english.text(AlertEvent.messageFiled(sent).message { _ in "" })
        #expect(words == "information to KAZ: our words")
    }
}
