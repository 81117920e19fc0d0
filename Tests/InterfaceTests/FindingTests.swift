import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

extension AppState {
    fileprivate var pick: PickList? { if case .pick(let pick) = overlay { pick } else { nil } }
    fileprivate var line: CommandLine? { if case .commandLine(let line) = overlay { line } else { nil } }
    fileprivate var filterLine: FilterLine? { if case .filter(let line) = overlay { line } else { nil } }
    fileprivate var pickedIDs: [String] { pick.map { lines(of: $0).compactMap(\.item?.id) } ?? [] }

    /// The screen as text.
    fileprivate var picture: [String] { render().plainLines() }

    /// The characters that are drawn in a role.
    fileprivate func drawn(_ role: Role) -> String {
        let canvas = render()
        return (0..<height).flatMap { row in
            canvas.row(row).filter { $0.role == role && !$0.isContinuation }.map(\.glyph.scalars)
        }.joined()
    }

    /// Where a text stands.
    fileprivate func place(of text: String) -> (row: Int, column: Int)? {
        for (row, line) in picture.enumerated() {
            if let range = line.firstRange(of: text) {
                return (row, line.distance(from: line.startIndex, to: range.lowerBound))
            }
        }
        return nil
    }

    fileprivate func mouse(_ kind: MouseEvent.Kind, at text: String) -> Key {
        let place = place(of: text) ?? (0, 0)
        return .mouse(MouseEvent(row: place.row, column: place.column, kind: kind))
    }
}

@Suite struct HelpTests {
    @Test func whatCanBeDoneComesInGroupsAndTheRestAfterItWithItsReason() throws {
        var state = Sample.state(width: 120, height: 150)
        _ = Sample.type([.character("?")], into: &state)
        let pick = try #require(state.pick)
        let lines = state.lines(of: pick)
        let headings = lines.compactMap { line -> String? in
            if case .heading(let message) = line { message.key } else { nil }
        }
        #expect(headings == ["Act", "Move", "Look", "Show", "Program", "Not now"])
        let reasons = lines.compactMap(\.item).map { $0.reason != nil }
        #expect(reasons == reasons.sorted { !$0 && $1 }, "what cannot be done comes last")
        #expect(lines.compactMap(\.item).count == Command.all.count)
        #expect(state.picture.contains { $0.contains(":ack") && $0.contains("No alert is selected.") })
    }

    @Test(
        arguments: [
            ("F5", "ack"), ("?", "help"), ("shel", "shelve"), ("g g", "top"), ("wn", "watch-note"),
            ("acknowledge", "ack"),
            ("отложить", "shelve"), ("搁置", "shelve"), ("ctrl", nil),
        ] as [(String, String?)])
    func searchesByNameKeyWordAndLanguage(_ query: String, _ expected: String?) throws {
        var state = Sample.state()
        _ = Sample.type([.tab, .function(1)], into: &state)
        _ = state.handle(.words([try .load(.ru), try .load(.zh)]))
        _ = Sample.type(Sample.text(query), into: &state)
        #expect(state.pickedIDs.first == expected, "\(query): \(state.pickedIDs)")
        #expect(state.pick?.list.anchor == expected, "the best one is under the cursor")
    }

    @Test func enterRunsItAndSaysTheKey() {
        var state = Sample.state()
        let effects = Sample.type([.tab, .character("?")] + Sample.text("ack") + [.enter], into: &state)
        guard case .append = effects.first else {
            Issue.record("not run: \(effects)")
            return
        }
        #expect(state.overlay == nil)
        state = Sample.state()
        _ = Sample.type([.character("?")] + Sample.text("alerts") + [.enter], into: &state)
        #expect(state.screen == .alerts)
        #expect(state.picture.contains { $0.hasPrefix("2 does this directly.") })
    }

    @Test func whatCannotRunStaysOpenAndSaysWhyInFull() throws {
        var state = Sample.state(width: 60, height: 16)
        let effects = Sample.type([.character("?")] + Sample.text("F5") + [.enter], into: &state)
        #expect(effects.isEmpty && state.pick != nil)
        #expect(state.picture.joined().contains("No alert is selected."))
    }

    @Test func everythingIsReachedAtTheSmallestSize() throws {
        var state = Sample.state(width: 60, height: 16)
        _ = Sample.type([.character("?")], into: &state)
        var seen: Set<String> = []
        for number in 1...Command.all.count {
            let pick = try #require(state.pick)
            seen.insert(try #require(pick.list.anchor))
            #expect(state.picture.contains { $0.contains(" \(number)/\(Command.all.count) ") }, "position \(number)")
            let cursor = state.lines(of: pick)[pick.list.cursor]
            #expect(state.picture.contains { $0.contains("> ") }, "the row under the cursor is in sight")
            #expect(cursor.item != nil, "no heading is under the cursor")
            _ = Sample.type([.down], into: &state)
        }
        #expect(seen == Set(Command.all.map(\.name)))
        _ = Sample.type(Array(repeating: Key.up, count: Command.all.count), into: &state)
        #expect(state.picture.contains { $0.contains("Act") }, "the first heading comes back")
    }

    @Test func matchedLettersAreShown() {
        var state = Sample.state()
        _ = Sample.type([.character("?")] + Sample.text("pgdn"), into: &state)
        #expect(state.drawn(.match).lowercased().contains("pgdn"))
    }

    @Test func theMouseSelectsRunsAndScrolls() throws {
        var state = Sample.state()
        _ = Sample.type([.character("?")], into: &state)
        _ = state.handle(.key(state.mouse(.press, at: ":new-delivery")))
        #expect(state.pick?.list.anchor == "new-delivery")
        let before = try #require(state.pick?.list.cursor)
        _ = state.handle(.key(.mouse(MouseEvent(row: 8, column: 20, kind: .wheelDown))))
        #expect(try #require(state.pick?.list.cursor) >= before + 3)
        _ = state.handle(.key(.mouse(MouseEvent(row: 0, column: 0, kind: .press))))
        #expect(state.pick != nil, "a click beside the list does nothing")
        _ = Sample.type([.escape, .character("?")] + Sample.text("alerts"), into: &state)
        _ = state.handle(.key(state.mouse(.doublePress, at: ":alerts")))
        #expect(state.screen == .alerts)
    }

    @Test func theMenuOpensGroupByGroup() {
        for (width, height) in [(60, 16), (80, 24)] {
            var state = Sample.state(width: width, height: height)
            _ = Sample.type([.function(10)], into: &state)
            #expect(state.pickedIDs.contains("new") && !state.pickedIDs.contains("zoom"))
            _ = Sample.type([.right, .right], into: &state)
            #expect(state.pickedIDs.contains("zoom") && !state.pickedIDs.contains("new"))
            for title in ["Act", "Move", "Look", "Show", "Program"] {
                #expect(state.picture.contains { $0.contains(title) }, "\(title) at \(width)")
            }
            _ = state.handle(.key(state.mouse(.press, at: "Show")))
            #expect(state.pickedIDs.contains("log"))
            _ = Sample.type([.tab, .left, .down, .enter], into: &state)
            #expect(state.screen == .alerts, "the second of the group")
            #expect(state.picture.contains { $0.hasPrefix("2 does this directly.") })
        }
    }
}

@Suite struct FormMouseTests {
    @Test func aClickGoesToTheField() throws {
        for (width, height) in [(60, 16), (80, 24)] {
            var state = Sample.state(width: width, height: height)
            _ = Sample.type([.tab, .character("s")], into: &state)
            let label = state.catalogue.text(Form.shelve(try #require(state.selectedAlert)).fields[0].label)
            _ = state.handle(.key(state.mouse(.press, at: label)))
            guard case .form(let form) = state.overlay else {
                Issue.record("no form")
                return
            }
            #expect(form.focus == 0)
            _ = state.handle(.key(.mouse(MouseEvent(row: 0, column: 0, kind: .press))))
            #expect(state.overlay == .form(form), "a click beside it changes nothing")
        }
    }
}

@Suite struct PaletteTests {
    static func type(_ text: String, _ keys: [Key] = [], into state: inout AppState) -> [Effect] {
        Sample.type([.character(":")] + Sample.text(text) + keys, into: &state)
    }

    static func offered(_ text: String, _ change: (inout AppState) -> Void = { _ in }) -> [String] {
        var state = Sample.state()
        change(&state)
        _ = type(text, into: &state)
        return state.line.map { state.completions(for: $0).map(\.text) } ?? []
    }

    @Test func commandsBestFirst() {
        #expect(Self.offered("sh").first == "shelve")
        #expect(Self.offered("sh").contains("unshelve"))
        #expect(Self.offered("pgd").contains("page-down"))
        #expect(Self.offered("").count == Command.all.count)
    }

    @Test func subjectsByNameNumberAndWords() {
        #expect(Self.offered("open heroin") == ["CD-2026-001", "AL-2026-0001"])
        #expect(Self.offered("open malik heroin") == ["AL-2026-0001"])
        #expect(Self.offered("open запрос") == ["AL-2026-0003"])
        #expect(Self.offered("open yallama") == ["CD-2026-001"])
        #expect(Self.offered("op 0002").first == "AL-2026-0002")
        #expect(Self.offered("shelve kgz") == ["AL-2026-0003"], "only what can be shelved")
        #expect(Self.offered("heard heroin") == ["CD-2026-001"])
    }

    @Test func valuesOfEveryKind() {
        #expect(Self.offered("theme da").first == "dark")
        #expect(Self.offered("language рус") == ["ru"])
        #expect(Self.offered("zone almaty").first == "Almaty")
        #expect(Self.offered("close handled").contains("handled"))
        #expect(Self.offered("close AL-2026-0001 fal").first == "false_alarm")
        #expect(Self.offered("find is:un").first == "is:unacked")
        #expect(Self.offered("find state:U").first == "state:UZB")
        #expect(Self.offered("find malik").first == "Malik")
    }

    @Test func tabPutsInTheBestAndEnterOpensIt() {
        var state = Sample.state()
        _ = Self.type("op hero", [.tab], into: &state)
        #expect(state.line?.field.text == "op CD-2026-001")
        #expect(state.drawn(.match).contains("hero"))
        #expect(state.picture.contains { $0.contains("UZB seized heroin 6.3 kg at Malik") })
        _ = Sample.type([.enter], into: &state)
        #expect(state.screen == .subject(SubjectName("CD-2026-001")!))
        state = Sample.state()
        _ = Self.type("op container", [.enter], into: &state)
        #expect(state.screen == .subject(SubjectName("AL-2026-0002")!), "the only one that fits needs no Tab")
    }

    @Test func whereSeveralFitTheLineStaysAndTabChooses() {
        var state = Sample.state()
        _ = Self.type("open heroin", [.enter], into: &state)
        #expect(
            state.screen == .board
                && state.picture.contains { $0.contains("2 subjects fit “heroin”; Tab chooses one.") })
        _ = Sample.type([.tab, .tab, .enter], into: &state)
        #expect(state.screen == .subject(SubjectName("AL-2026-0001")!))
    }

    @Test func theListScrollsAndTheMouseChooses() throws {
        var state = Sample.state(width: 60, height: 16)
        _ = Self.type("", Array(repeating: .tab, count: 20), into: &state)
        let line = try #require(state.line)
        #expect(line.chosen == 19)
        #expect(state.picture.contains { $0.hasPrefix("> ") && $0.contains(line.field.text.trimmingBlanks) })
        _ = state.handle(.key(.mouse(MouseEvent(row: 10, column: 3, kind: .wheelUp))))
        #expect(try #require(state.line).offset == line.offset - 3)
        _ = Sample.type([.escape], into: &state)
        _ = Self.type("alert", into: &state)
        _ = state.handle(.key(state.mouse(.doublePress, at: "All open alerts")))
        #expect(state.screen == .alerts)
    }

    @Test func reasonsAndHelpAreShown() {
        var state = Sample.state()
        _ = Self.type("ack", into: &state)
        #expect(state.picture.contains { $0.hasPrefix("- ack") && $0.contains("No alert is selected.") })
        _ = Sample.type([.escape], into: &state)
        _ = Self.type("zoom", into: &state)
        #expect(state.picture.contains { $0.contains("zoom") && $0.contains(" z ") && $0.contains("whole screen") })
    }

    @Test func anUnknownWordKeepsTheLineAndAsksWhetherAnotherWasMeant() throws {
        var state = Sample.state()
        #expect(Self.type("akc", [.enter], into: &state).isEmpty)
        #expect(state.line?.field.text == "akc")
        #expect(state.picture.contains { $0.contains("There is no command “akc”. Did you mean “ack”?") })
        _ = Sample.type([.backspace], into: &state)
        #expect(state.line?.fault == nil)
    }

    @Test func upBringsBackLinesThatBeginAsTyped() {
        var state = Sample.state()
        for line in ["theme dark", "zone UTC", "theme mono", "theme dark"] {
            _ = Self.type(line, [.enter], into: &state)
        }
        #expect(state.commandHistory == ["zone UTC", "theme mono", "theme dark"], "no line stands twice")
        _ = Self.type("", [.up, .up], into: &state)
        #expect(state.line?.field.text == "theme mono")
        _ = Sample.type([.down, .down], into: &state)
        #expect(state.line?.field.text == "")
        _ = Sample.type([.escape], into: &state)
        _ = Self.type("z", [.up], into: &state)
        #expect(state.line?.field.text == "zone UTC")
        _ = Sample.type([.up, .down], into: &state)
        #expect(state.line?.field.text == "z")
    }

    @Test func typedLinesAreKeptForLater() {
        var state = Sample.state()
        var effects = state.handle(.key(.character(":")))
        for key in Sample.text("zone UTC") + [.enter] { effects += state.handle(.key(key)) }
        #expect(effects.contains(.saveHistory(":zone UTC")))
        state = AppState(
            board: Board(), now: SampleLog.night, real: SampleLog.night, width: 80, height: 24, officer: "x",
            history: [":zone UTC", "/heroin", "rubbish"])
        #expect(state.commandHistory == ["zone UTC"] && state.filterHistory == ["heroin"])
    }
}
