import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct SearchTests {
    static func search(_ text: String, _ keys: [Key] = [.enter], state: inout AppState) -> [Effect] {
        Sample.type([.character("/")] + Sample.text(text) + keys, into: &state)
    }

    static func marked(_ state: AppState) -> String {
        let canvas = state.render()
        return (0..<state.height).flatMap { row in
            canvas.row(row).filter { $0.role == .match && !$0.isContinuation }.map(\.glyph.scalars)
        }.joined()
    }

    @Test func fieldsNarrowTheBoard() {
        var state = Sample.state()
        _ = Self.search("is:unacked", state: &state)
        #expect(state.rows(of: .alerts).map(\.id) == ["AL-2026-0001", "AL-2026-0004"])
        #expect(state.render().plainLines()[1].contains("FILTER /is:unacked"))
        state = Sample.state()
        _ = Self.search("state:KAZ p:1", state: &state)
        #expect(state.rows(of: .deliveries).map(\.id) == ["CD-2026-001"])
        #expect(state.rows(of: .alerts).isEmpty)
        state = Sample.state()
        _ = Self.search("after:04:00", state: &state)
        #expect(state.rows(of: .alerts).map(\.id) == ["AL-2026-0001"], "in the zone that is shown")
    }

    @Test func aMistakeIsSaidUnderTheLineAndNothingIsHidden() {
        var state = Sample.state()
        let all = state.rows(of: .alerts).count
        _ = Self.search("sate:UZB", [], state: &state)
        #expect(state.rows(of: .alerts).count == all)
        #expect(state.render().plainLines()[23].hasPrefix("There is no field “sate”. Did you mean “state”?"))
        _ = Sample.type([.escape], into: &state)
        _ = Self.search("heroin", [], state: &state)
        #expect(state.render().plainLines()[23].contains("2 rows fit"))
    }

    @Test func matchesAreShownInTheRowsAlsoUnderTheCursor() {
        var state = Sample.state()
        _ = Self.search("HEROIN", state: &state)
        #expect(Self.marked(state).contains("heroin"))
        state = Sample.state()
        _ = Self.search("телефона", state: &state)
        #expect(state.rows(of: .alerts).isEmpty, "the shelf is not on the board")
        _ = Sample.type([.escape, .character("2")], into: &state)
        _ = Self.search("ТЕЛЕФОНА", state: &state)
        #expect(Self.marked(state) == "телефона")
    }

    @Test func tabMarksInsteadOfHidingAndNGoesFromMatchToMatch() {
        var state = Sample.state()
        let all = state.rows(of: .alerts).count
        _ = Self.search("heroin", [.tab, .enter], state: &state)
        #expect(state.rows(of: .alerts).count == all)
        #expect(state.render().plainLines()[1].contains("MARKED /heroin"))
        _ = Sample.type([.character("n")], into: &state)
        #expect(state.selectedSubject?.text == "AL-2026-0001")
        _ = Sample.type([.character("N")], into: &state)
        #expect(state.selectedSubject?.text == "CD-2026-001")
        _ = Sample.type([.escape], into: &state)
        #expect(state.search.isEmpty && !state.marking.contains(.board))
        _ = Sample.type([.character("n")], into: &state)
        #expect(state.notice?.isError == true, "nothing is searched for")
    }

    @Test func escGoesBackToWhatWas() {
        var state = Sample.state()
        _ = Self.search("heroin", state: &state)
        _ = Sample.type([.character("/"), .tab] + Sample.text(" malik") + [.escape], into: &state)
        #expect(state.search.text == "heroin" && !state.marking.contains(.board))
    }

    @Test func rightCompletesAndUpBringsBack() {
        var state = Sample.state()
        _ = Self.search("is:un", [.right], state: &state)
        #expect(state.filters[.board] == "is:unacked")
        _ = Sample.type([.enter, .escape], into: &state)
        _ = Self.search("!st", [.right], state: &state)
        #expect(state.filters[.board] == "!state:")
        _ = Sample.type(Sample.text("UZ") + [.right, .enter], into: &state)
        #expect(state.filters[.board] == "!state:UZB")
        _ = Sample.type([.escape, .character("/"), .up, .up], into: &state)
        #expect(state.filters[.board] == "is:unacked")
        #expect(state.filterHistory == ["is:unacked", "!state:UZB"])
    }

    @Test func theLogIsSearchedInPiecesAndEveryKeyBeginsANewSearch() throws {
        var state = Sample.state()
        _ = Sample.type([.character("7")], into: &state)
        let effects = Self.search("her", [], state: &state)
        let searches = effects.compactMap { effect -> (String, Int)? in
            if case .searchLog(let filter, _, let generation) = effect { (filter.text, generation) } else { nil }
        }
        #expect(searches.map(\.0) == ["h", "he", "her"])
        #expect(searches.map(\.1) == searches.map(\.1).sorted() && Set(searches.map(\.1)).count == 3)
        let hit = SampleLog.busyNight.entries[1]
        _ = state.handle(.logPage(from: 0, entries: SampleLog.busyNight.entries))
        #expect(state.rows(of: .records).isEmpty, "a page that was asked for before the search is too late")
        _ = state.handle(.found([hit], searchedTo: 0, generation: searches[0].1, isLast: true))
        #expect(state.rows(of: .records).isEmpty, "an answer to an earlier search is too late")
        _ = state.handle(.found([hit], searchedTo: 0, generation: searches[2].1, isLast: true))
        #expect(state.rows(of: .records).count == 1)
    }

    @Test func theLogDoesNotKnowTheStateOfSubjects() {
        var state = Sample.state()
        _ = Sample.type([.character("7")], into: &state)
        let all = state.rows(of: .records).count
        _ = Self.search("is:unacked", [], state: &state)
        #expect(state.rows(of: .records).count == all)
        #expect(state.render().plainLines()[23].contains("is:mine"))
    }

    @Test func nInTheLogSearchesOnBeyondWhatIsLoaded() throws {
        var state = Sample.state()
        let entries = SampleLog.busyNight.entries
        _ = Sample.type([.character("7")], into: &state)
        _ = Self.search("Khujand", [.tab, .enter], state: &state)
        _ = state.handle(.logPage(from: 8, entries: Array(entries[8...])))
        let effects = Sample.type([.character("N")], into: &state)
        guard case .findRecord(let filter, let from, false, let generation)? = effects.last else {
            Issue.record("not searched: \(effects)")
            return
        }
        #expect(from == 7 && filter.matches(entries[2]))
        let answer = state.handle(.foundRecord(2, generation: generation))
        #expect(answer == [.loadLog(from: 0, limit: LogWindow.pageSize)])
        _ = state.handle(.logPage(from: 0, entries: entries))
        #expect(state.selectedEntry == 2)
        _ = state.handle(.foundRecord(nil, generation: generation))
        #expect(state.notice != nil)
    }

    @Test func newRecordsAreMarkedInEveryScript() {
        for query in ["阿拉木图", "~heroim", "\"6.3 kg\""] {
            var state = Sample.state(width: 200, height: 60)
            _ = Self.search(query, state: &state)
            #expect(state.rows(of: .alerts).count == 1, "\(query)")
            #expect(!Self.marked(state).isEmpty, "\(query)")
        }
    }
}

@Suite struct MarkTests {
    @Test func rowsAreMarkedFoundAgainAndUnmarked() {
        var state = Sample.state()
        _ = Sample.type([.tab, .character("m"), .character("m"), .character("g"), .character("g")], into: &state)
        #expect(state.marks == ["AL-2026-0001", "AL-2026-0004"])
        #expect(state.render().plainLines().count { $0.dropFirst().hasPrefix("*") } == 2)
        _ = Sample.type([.character("'")], into: &state)
        #expect(state.selectedSubject?.text == "AL-2026-0004")
        _ = Sample.type([.backTab, .character("'")], into: &state)
        #expect(state.selectedSubject?.text == "AL-2026-0001", "from another panel")
        _ = Sample.type([.character("m")], into: &state)
        #expect(state.marks == ["AL-2026-0004"], "once more takes it away")
        _ = Sample.type([.character(":")] + Sample.text("unmark-all") + [.enter], into: &state)
        #expect(state.marks.isEmpty)
        _ = Sample.type([.character("'")], into: &state)
        #expect(state.notice?.isError == true)
    }

    @Test func copyingGivesTheCleanTextAndSaysWhereItIs() throws {
        var state = Sample.state()
        let effects = Sample.type([.tab, .character("y")], into: &state)
        #expect(effects == [.copy("AL-2026-0001 UZB seized heroin 6.3 kg at Malik")])
        _ = state.handle(.copied(path: "/state/copied", fault: nil, isOffered: nil))
        #expect(state.catalogue.text(try #require(state.notice).message).contains("/state/copied"))
        _ = state.handle(.copied(path: "/state/copied", fault: "no room", isOffered: false))
        #expect(state.catalogue.text(try #require(state.notice).message).contains("no room"))
        #expect(state.catalogue.text(try #require(state.notice).message).contains("Too long for the terminal"))
        _ = state.handle(.copied(path: "/state/copied", fault: nil, isOffered: true))
        #expect(state.catalogue.text(try #require(state.notice).message).contains("may not take it"))
        for paste in [Key.control("y"), .insert] {
            _ = Sample.type([.character("e"), .control("u"), paste], into: &state)
            guard case .form(let form) = state.overlay else {
                Issue.record("no form")
                return
            }
            #expect(form.fields[0].text.hasPrefix("AL-2026-0001 UZB seized"))
            _ = Sample.type([.escape], into: &state)
        }
    }

    @Test func foreignTextIsCopiedAsItIsShown() {
        let log = DrawingProperties.log(with: "a\u{1B}[2Jb\u{202E}")
        var state = Sample.state(log)
        guard case .copy(let text)? = Sample.type([.tab, .character("y")], into: &state, log: log).first else {
            Issue.record("nothing copied")
            return
        }
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func theMouseIsSwitchedAtRunTime() {
        var state = Sample.state()
        #expect(Sample.type([.character(":")] + Sample.text("mouse") + [.enter], into: &state) == [.setMouse(true)])
        #expect(state.isMouseOn)
        #expect(Sample.type([.character(":")] + Sample.text("mouse") + [.enter], into: &state) == [.setMouse(false)])
    }

    @Test func nothingThatWritesSitsOnABareKeyWithoutAsking() {
        let writes = Set(Command.actions.map(\.name)).subtracting(["ack", "unshelve"])
        for binding in Keymap.standard.bindings where writes.contains(binding.command) {
            var state = Sample.state()
            _ = Sample.type([.tab, .character("S")], into: &state)
            #expect(state.run(binding.command).isEmpty, "\(binding.command) asks first")
        }
    }
}
