import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

enum Sample {
    static func state(_ log: SampleLog = .busyNight, width: Int = 80, height: Int = 24, catalogue: Catalogue = .english)
        -> AppState
    {
        AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: width,
            height: height,
            officer: "sagynbaeva", catalogue: catalogue, themeNames: ["default", "dark", "mono"])
    }

    /// Gives keys, and carries out what needs only the sample log.
    static func type(_ keys: [Key], into state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        keys.flatMap { carryOut(state.handle(.key($0)), in: &state, log: log) }
    }

    /// Carries out what needs only the sample log, and gives back the rest.
    @discardableResult
    static func carryOut(_ effects: [Effect], in state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        var left: [Effect] = []
        for effect in effects {
            switch effect {
            case .loadHistory(let name): left += state.handle(.history(name, log.history(of: name)))
            case .loadLog(let from, let limit):
                left += state.handle(
                    .logPage(from: from, entries: Array(log.entries.dropFirst(Int(from)).prefix(limit))))
            case .loadRaw(let index):
                left += state.handle(
                    .raw(index, text: String(decoding: log.entries[Int(index)].line, as: UTF8.self), isSound: true))
            case .loadPersons(let name): left += state.handle(.persons(name, SealedNames()))
            case .saveHistory, .loadWords, .loadPlaces, .loadMatches: break
            default: left.append(effect)
            }
        }
        return left
    }

    /// Types a command line.
    static func run(_ line: String, on state: inout AppState, log: SampleLog = .busyNight) -> [Effect] {
        type([.character(":")] + text(line) + [.enter], into: &state, log: log)
    }

    static func text(_ text: String) -> [Key] { text.map { .character($0) } }
}

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
        _ = Sample.type([.character("x")] + Sample.text("queue moves") + [.escape], into: &state)
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

@Suite struct DrawingProperties {
    @Test func everySizeFromOneToLargeDrawsAndKeepsTheCursorInside() {
        for (width, height) in [
            (0, 0), (1, 1), (5, 40), (59, 16), (60, 15), (61, 17), (79, 23), (110, 30), (300, 100), (500, 500),
        ] {
            for keys in [
                [], [Key.enter], [.character("7")], [.character("?")], [.tab, .character("s")], [.character(":")],
            ] as [[Key]] {
                var state = Sample.state()
                _ = state.handle(.resized(width: width, height: height))
                _ = Sample.type(keys, into: &state)
                let canvas = state.render()
                #expect(canvas.width == width && canvas.height == height)
                if let cursor = canvas.cursor, width > 0, height > 0 {
                    #expect(
                        cursor.row >= 0 && cursor.row < height && cursor.column >= 0 && cursor.column <= width,
                        "\(width)x\(height) \(keys)")
                }
            }
        }
    }

    /// Text from outside in every field of every screen: nothing of it may act, and everything of it must be seen as text.
    @Test func hostileTextNeverReachesTheCanvasRaw() {
        let hostile = [
            "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31m\u{9D}52;c;AAAA\u{9C}", "a\rb\u{08}\u{08}c",
            "\u{202E}gnp.exe\u{2066}", "\u{200B}\u{FEFF}\u{E0041}",
            "\u{1B}P+q544e\u{1B}\\", "e" + String(repeating: "\u{0301}", count: 500), "\u{0}\u{7F}\u{85}\u{2028}x",
            "👩‍👩‍👧‍👦 family 漢字",
        ]
        for text in hostile {
            let log = Self.log(with: text)
            for keys in [
                [], [Key.enter], [.tab, .enter], [.character("7")], [.character("7"), .character("r")],
                [.character("5")], [.character("2")], [.tab, .character("s")],
            ] as [[Key]] {
                for (width, height) in [(60, 16), (80, 24), (120, 40)] {
                    var state = Sample.state(log, width: width, height: height)
                    _ = Sample.type(keys, into: &state, log: log)
                    Self.expectClean(state.render(), remark: "\(text.debugDescription) \(keys)")
                }
            }
        }
    }

    static func expectClean(_ canvas: Canvas, remark: String) {
        let forbidden = canvas.plainLines().joined().unicodeScalars.first { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200B || scalar.value == 0xFEFF
                || (0xE0000...0xE0FFF).contains(scalar.value)
        }
        let isClean = forbidden == nil
        #expect(isClean, "U+\(String(forbidden?.value ?? 0, radix: 16)) from \(remark)")
    }

    static func log(with text: String) -> SampleLog {
        var log = SampleLog()
        let watch = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: text, until: SampleLog.night + .hours(1), relief: text))),
            minutesAgo: 60)
        log.add(.shift(.noted(ShiftNoted(text: text))), to: watch, minutesAgo: 50, actor: text)
        let truck = log.begin(
            .deliveries,
            .delivery(
                .opened(DeliveryOpened(priority: 1, goods: text, method: .intact, conveyance: text, initiator: text))),
            minutesAgo: 40)
        log.add(
            .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: text, entry: text, exit: text, from: SampleLog.night - .hours(1),
                        until: SampleLog.night + .hours(1), reportEvery: 10))), to: truck, minutesAgo: 39)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: text, text: text, place: text, leg: 1))), to: truck,
            minutesAgo: 38)
        let alert = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .warning, headline: text, source: text, place: text, substance: text))),
            minutesAgo: 30)
        log.add(.alert(.noted(AlertNoted(text: text))), to: alert, minutesAgo: 20, actor: text)
        log.add(
            .unknown(UnknownEvent(kind: "newKind", version: 9, body: JSONObject())), to: alert, minutesAgo: 10,
            actor: text)
        return log
    }
}
