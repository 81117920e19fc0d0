import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct CommandSubjectTests {
    static func run(_ line: String, on state: inout AppState) -> [Effect] {
        Sample.type([.character(":")] + Sample.text(line) + [.enter], into: &state)
    }

    @Test func aVerbActsOnTheSubjectThatIsNamedNotOnTheCursor() {
        var state = Sample.state()
        _ = Sample.type([.tab], into: &state)
        #expect(state.selectedSubject?.text == "AL-2026-0001")
        _ = Self.run("close AL-2026-0002", on: &state)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        guard case .alert(.closeOwing(let party)) = form.purpose else {
            Issue.record("it asks for the result that is owed: \(form.purpose)")
            return
        }
        #expect(party.name.text == "AL-2026-0002")
        _ = Sample.type([.escape], into: &state)
        guard case .append(let drafts) = Self.run("note 0004 called the laboratory", on: &state).first else {
            Issue.record("nothing to append")
            return
        }
        #expect(drafts[0].target == .existing(SubjectName("AL-2026-0004")!))
        #expect(drafts[0].event == .alert(.noted(AlertNoted(text: "called the laboratory"))))
        _ = state.handle(.saved(index: 16, subject: SubjectName("AL-2026-0004")!))
        #expect(state.screen == .board)
        #expect(Self.run("ack AL-2026-0999", on: &state).isEmpty)
        #expect(state.notice?.isError == true)
    }

    @Test func withdrawingAlwaysAsksAndShowsWhat() {
        var state = Sample.state()
        #expect(Self.run("withdraw #19", on: &state).isEmpty)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.purpose == .withdraw(19, SubjectName("AL-2026-0001")!))
        #expect(state.catalogue.text(form.title).contains("called the desk back"))
    }

    @Test func openTakesWhatTheBoardPrintsAndRefusesTheRest() {
        var state = Sample.state()
        _ = Self.run("open 0002", on: &state)
        #expect(state.screen == .subject(SubjectName("AL-2026-0002")!))
        state = Sample.state()
        _ = Self.run("open nonsense", on: &state)
        #expect(state.screen == .board && state.notice?.isError == true)
        #expect(Self.run("quit now", on: &state).isEmpty)
    }

    @Test func whatWasTypedIntoAFormComesBack() {
        var state = Sample.state()
        _ = Sample.type(Sample.text(":report") + [.enter] + Sample.text("queue moves") + [.escape], into: &state)
        #expect(state.overlay == nil)
        _ = Sample.type([.character("x")], into: &state)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fields[1].text == "queue moves")
    }

    @Test func aFirstPriorityAlertThawsAFrozenPicture() {
        var log = SampleLog.busyNight
        var state = Sample.state(log)
        _ = Sample.type([.character("=")], into: &state)
        log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        #expect(state.mode == .live && state.board.alerts.count == 5)
    }

    /// Or named in the line above the one that is.
    @Test func everyPanelOfTheTabKeyIsDrawn() {
        for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60), (109, 40), (120, 29)] {
            for screen in [ScreenID.board, .alerts, .deliveries, .log, .watch, .subject(SubjectName("CD-2026-001")!)] {
                var state = Sample.state(width: width, height: height)
                _ = state.start(at: screen)
                let drawn = Set(state.frames.map(\.panel)).union(state.tabs?.panels ?? [])
                #expect(Set(state.panels) == drawn, "\(screen) at \(width)x\(height)")
            }
        }
    }
}
