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

    @Test func theListSaysWhyAndEnterShowsTheText() {
        let log = log()
        var state = Sample.state(log)
        _ = state.run("held")
        let screen = state.render().plainLines().joined(separator: "\n")
        #expect(screen.contains("a.xml") && screen.contains("it breaks the rules"), "\(screen)")
        let first = log.entries.count - 2
        #expect(state.handle(.key(.enter)) == [.loadRaw(Int64(first))])
        _ = state.handle(.raw(Int64(first), text: "{}\n\n---- a.xml ----\n<alert>\u{1B}[31m", isSound: true))
        let page = state.render().plainLines().joined(separator: "\n")
        #expect(page.contains("<alert>") && !page.contains("\u{1B}"), "\(page)")
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
