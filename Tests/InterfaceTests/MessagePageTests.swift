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
}
