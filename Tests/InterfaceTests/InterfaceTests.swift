import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct KeyTests {
    @Test func acknowledgingTellsTheLastEntrySeen() {
        var state = Sample.state()
        let effects = Sample.type([.tab, .character("a")], into: &state)
        guard case .append(let drafts) = effects.first else {
            Issue.record("nothing to append: \(effects)")
            return
        }
        #expect(drafts[0].target == .existing(SubjectName("AL-2026-0001")!))
        #expect(drafts[0].expecting == 19)
        #expect(state.isSaving)
    }

    @Test func shelvingAsksForTimeAndReasonAndKeepsThemWhenRefused() {
        var state = Sample.state()
        var effects = Sample.type([.tab, .character("s"), .enter], into: &state)
        #expect(effects.isEmpty)
        guard case .form(let empty) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(empty.fault != nil, "a missing reason is named")
        effects = Sample.type(Sample.text("laboratory") + [.enter], into: &state)
        guard case .append(let drafts) = effects.first, case .alert(.shelved(let body)) = drafts[0].event else {
            Issue.record("not shelved: \(effects)")
            return
        }
        #expect(body.until == SampleLog.night + .hours(1))
        #expect(body.reason == "laboratory")
        _ = state.handle(.notSaved("Orazov wrote first"))
        guard case .form(let kept) = state.overlay else {
            Issue.record("the form is gone")
            return
        }
        #expect(kept.fields[1].text == "laboratory")
        #expect(kept.fault == "Orazov wrote first")
        _ = state.handle(.saved(index: 40, subject: SubjectName("AL-2026-0001")!))
        #expect(state.overlay == .form(kept), "what was saved elsewhere does not close it")
    }

    @Test func theRowUnderTheCursorStaysWhenAlertsArrive() {
        var log = SampleLog.busyNight
        var state = Sample.state(log)
        _ = Sample.type([.tab, .character("j")], into: &state)
        let selected = state.selectedSubject
        #expect(selected == SubjectName("AL-2026-0004"))
        let before = state.lists[.alerts]!
        log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        let after = state.lists[.alerts]!
        #expect(state.selectedSubject == selected)
        #expect(after.cursor == before.cursor + 1)
        #expect(after.cursor - after.offset == before.cursor - before.offset || after.offset == 0)
    }

    @Test func everyCommandHasItsOwnNameAndOnlyOneMeaningPerKey() {
        #expect(Set(Command.all.map(\.name)).count == Command.all.count)
        var seen: Set<String> = []
        for binding in Keymap.standard.bindings {
            let key = "\(binding.key) \(String(describing: binding.second))"
            #expect(seen.insert(key).inserted, "\(key) stands twice")
            #expect(Command.named(binding.command) != nil, "\(binding.command) is no command")
        }
        let essential = [
            "help", "open", "ack", "shelve", "close", "heard", "note", "withdraw", "find", "zoom", "freeze", "back",
            "command", "log",
        ]
        for name in essential { #expect(!Keymap.standard.names(of: name).isEmpty, "\(name) has no key") }
    }

    @Test func nothingIsWrittenFromThePastOrAFrozenPicture() {
        for command in Command.actions {
            var state = Sample.state()
            _ = state.handle(.reviewing(SampleLog.busyNight.board, at: SampleLog.night - .hours(1)))
            #expect(state.run(command.name).isEmpty, "\(command.name) acts in the past")
            #expect(state.overlay == nil)
            state = Sample.state()
            _ = Sample.type([.character("=")], into: &state)
            #expect(state.run(command.name).isEmpty, "\(command.name) acts on a frozen picture")
        }
    }

    @Test func aFrozenPictureStaysAndThawsToWhatCameMeanwhile() {
        var log = SampleLog.busyNight
        var state = Sample.state(log)
        _ = Sample.type([.character("=")], into: &state)
        let frozen = state.render()
        log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        _ = state.handle(.tick(now: SampleLog.night + .minutes(2), real: SampleLog.night + .minutes(2)))
        // Only the first line goes on: it says how old the picture is.
        #expect(state.render().plainLines().dropFirst() == frozen.plainLines().dropFirst())
        #expect(state.render().plainLines()[0].contains("2min old"))
        #expect(state.render().plainLines()[0].contains("04:14"))
        _ = Sample.type([.character("=")], into: &state)
        #expect(state.board.alerts.count == 5)
        #expect(state.now == SampleLog.night + .minutes(2))
    }

    @Test func theFilterNarrowsAsItIsTypedAndEscBringsAllBack() {
        var state = Sample.state()
        _ = Sample.type([.character("/")] + Sample.text("heroin"), into: &state)
        #expect(state.rows(of: .alerts).count == 1)
        _ = Sample.type([.backspace, .escape], into: &state)
        #expect(state.rows(of: .alerts).count == 3)
        _ = Sample.type([.character("/")] + Sample.text("!heroin") + [.enter], into: &state)
        #expect(state.rows(of: .alerts).count == 2)
    }

    @Test func aCommandLineCompletesRemembersAndSaysWhyNot() {
        var state = Sample.state()
        _ = Sample.type([.character(":")] + Sample.text("sh") + [.tab], into: &state)
        guard case .commandLine(let line) = state.overlay else {
            Issue.record("no command line")
            return
        }
        #expect(line.field.text == "shelve ")
        _ = Sample.type([.escape, .character(":")] + Sample.text("unshelve") + [.enter], into: &state)
        #expect(state.notice?.isError == true)
        _ = Sample.type([.character(":"), .up], into: &state)
        guard case .commandLine(let again) = state.overlay else {
            Issue.record("no command line")
            return
        }
        #expect(again.field.text == "unshelve")
    }
}

@Suite struct WarningTests {
    @Test func aClockBehindTheLogIsSaidInWords() {
        var state = Sample.state()
        _ = state.handle(.tick(now: SampleLog.night - .hours(2), real: SampleLog.night - .hours(2)))
        #expect(state.render().plainLines()[1].contains("BEHIND THE LOG"))
        _ = state.handle(.tick(now: SampleLog.night, real: SampleLog.night))
        #expect(!state.render().plainLines()[1].contains("BEHIND THE LOG"))
    }

    @Test func anObstacleTurnsTheModeWordAndStopsWriting() {
        var state = Sample.state()
        _ = state.handle(.obstacle("The log is 52 entries shorter than it was"))
        #expect(state.render().plainLines()[0].hasPrefix("STALE"))
        #expect(state.run("ack").isEmpty && state.notice?.isError == true)
    }
}

@Suite struct ScreenSnapshots {
    static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]
    static let folder = Snapshot.folder(of: #filePath)

    @Test(arguments: sizes) func boards(_ size: (Int, Int)) {
        var state = Sample.state(width: size.0, height: size.1)
        Sample.carryOut(state.start(), in: &state)
        let difference = Snapshot.difference(Self.lines(state), name: "board-\(size.0)x\(size.1)", folder: Self.folder)
        #expect(difference == nil)
    }

    @Test(arguments: sizes) func emptyBoards(_ size: (Int, Int)) {
        let state = Sample.state(SampleLog(), width: size.0, height: size.1)
        let difference = Snapshot.difference(Self.lines(state), name: "empty-\(size.0)x\(size.1)", folder: Self.folder)
        #expect(difference == nil)
    }

    @Test(arguments: [
        ("delivery", [Key.enter]), ("alert", [.tab, .enter]), ("log", [.character("7")]),
        ("raw", [.character("7"), .character("r")]),
        ("help", [.character("?")]), ("shelve", [.tab, .character("s")]),
        ("command", [.character(":"), .character("s")]), ("watch", [.character("5")]),
    ])
    func screens(_ name: String, _ keys: [Key]) {
        for size in [(60, 16), (80, 24)] {
            var state = Sample.state(width: size.0, height: size.1)
            _ = Sample.type(keys, into: &state)
            let difference = Snapshot.difference(
                Self.lines(state), name: "\(name)-\(size.0)x\(size.1)", folder: Self.folder)
            #expect(difference == nil)
        }
    }

    /// Each row of text, and its roles under it where they are not plain text.
    static func lines(_ state: AppState) -> [String] {
        let canvas = state.render()
        return zip(canvas.plainLines(), canvas.roleLines()).flatMap { text, roles in
            roles.allSatisfy { $0 == " " } ? [text] : [text, "~\(roles)"]
        }
    }
}
