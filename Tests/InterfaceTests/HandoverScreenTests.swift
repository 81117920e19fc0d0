import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// The screen of the handover, drawn and driven by keys, over a log in memory.
@Suite struct HandoverScreenTests {
    static let truck = SubjectName("CD-2026-001")!
    static let running = HandoverItem.Key(truck, "running")

    /// The night with what was agreed for a stop, and the notes of the one who has the watch.
    static func edited() -> SampleLog {
        var log = SampleLog.watchNight
        let agreed = InterventionAgreed(
            situation: .deviated, decides: "UZB", steps: ["ask UZB"], tell: ["TJK", "KAZ"])
        log.add(.delivery(.interventionAgreed(agreed)), to: truck, minutesAgo: 60)
        guard let watch = log.board.watch?.name else { return log }
        let sets = [
            HandoverItemSet(
                item: running, note: "the queue moves again since 04:00",
                ifThen: [IfThen(condition: "no report by 05:00", action: "call the UZB desk, tell KAZ")]),
            HandoverItemSet(
                item: HandoverItem.Key(SubjectName("AL-2026-0004")!, "alert"), leftOut: "for the analysts, by day"),
            HandoverItemSet(
                item: .own(1, of: watch), severity: .watch, note: "the key of the evidence room is with Ermekov"),
        ]
        for set in sets { log.add(.shift(.itemSet(set)), to: watch, minutesAgo: 5) }
        return log
    }

    /// Offered to Orazov, one critical line said back, one question open, one alert new since.
    static func offered() throws -> SampleLog {
        var log = edited()
        let watch = try #require(log.board.watch)
        let written = HandoverDraft(log.board, for: watch, at: SampleLog.night).written(
            risks: [.smallHours], riskReason: "nobody else is in the building")
        log.add(
            .shift(.offered(ShiftOffered(to: "Orazov D.M.", handover: written))), to: watch.name, minutesAgo: 4)
        let first = try #require(written.critical.first?.key)
        log.add(
            .shift(.saidBack(HandoverSaidBack(item: first, text: "05:00 report of UZB, else I call the desk"))),
            to: watch.name, minutesAgo: 3, actor: "orazov")
        log.add(
            .shift(.asked(HandoverAsked(item: running, text: "who sees the truck now?"))), to: watch.name,
            minutesAgo: 2, actor: "orazov")
        log.begin(
            .alerts,
            .alert(
                .raised(AlertRaised(priority: 2, message: .warning, headline: "TJK warns of a blue van", source: "TJK"))
            ),
            minutesAgo: 1)
        return log
    }

    static func state(
        _ log: SampleLog, _ size: (Int, Int), _ code: String = "en", officer: String = "sagynbaeva"
    ) throws -> AppState {
        var state = AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: size.0,
            height: size.1, officer: officer, catalogue: try Catalogue.load(try #require(Language(rawValue: code))))
        Sample.carryOut(state.start(at: .handover), in: &state, log: log)
        return state
    }

    @Test(arguments: ["en", "ru", "zh"]) func pictures(_ code: String) throws {
        let logs = [("draft", Self.edited(), "sagynbaeva"), ("offered", try Self.offered(), "orazov")]
        for (name, log, officer) in logs {
            for size in ScreenSnapshots.sizes {
                let state = try Self.state(log, size, code, officer: officer)
                let difference = Snapshot.difference(
                    ScreenSnapshots.lines(state), name: "handover-\(name)-\(code)-\(size.0)x\(size.1)",
                    folder: ScreenSnapshots.folder)
                #expect(difference == nil)
            }
        }
    }

    static func lines(_ state: AppState) -> String {
        (state.handoverPage?.rows ?? []).map { row in row.cells.map(\.longest).joined(separator: " ") }
            .joined(separator: "\n")
    }

    @Test func theDraftFollowsTheLogAndSaysWhatChangedSinceTheOfficerWrote() throws {
        var log = Self.edited()
        var state = try Self.state(log, (120, 40))
        #expect(!Self.lines(state).contains("(changed)"))
        let alert = log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        #expect(Self.lines(state).contains("\(alert.short) P1 UNACKED: new (changed)"))
        #expect(Self.lines(state).contains("Since you last wrote here 2 lines changed"))
    }

    @Test func nothingIsDrawnFromAPartOfTheBoard() throws {
        let log = Self.edited()
        var part = log.board
        part.isComplete = false
        var state = AppState(
            board: part, now: SampleLog.night, real: SampleLog.night, width: 80, height: 24, officer: "sagynbaeva")
        let effects = Sample.run("handover", on: &state, log: log)
        #expect(effects.filter { $0 == .loadHandover }.count == 1 && state.handoverPage == nil)
        _ = Sample.run("offer-watch", on: &state, log: log)
        #expect(state.overlay == nil, "nothing is offered from a part")
        _ = state.handle(.handoverBoard(log.board))
        #expect(Self.lines(state).contains("CRITICAL"))
        _ = Sample.run("offer-watch", on: &state, log: log)
        guard case .form(let form) = state.overlay, case .watch(.offer(_, let written)) = form.purpose else {
            Issue.record("no form")
            return
        }
        #expect(written.lines.count == state.handoverPage?.draft.lines.count)
    }

    static func sets(_ effects: [Effect]) -> [HandoverItemSet] {
        effects.flatMap { effect -> [HandoverItemSet] in
            guard case .append(let drafts) = effect else { return [] }
            return drafts.compactMap { if case .shift(.itemSet(let set)) = $0.event { set } else { nil } }
        }
    }

    /// Every key writes the whole of what is said of a line, and takes nothing away that was said before.
    @Test func eachKeyChangesOnePointOfALine() throws {
        let log = Self.edited()
        func press(_ keys: [Key]) throws -> HandoverItemSet {
            var state = try Self.state(log, (80, 24))
            state.selectHandoverLine(Self.running.text)
            let effects = Sample.type(keys, into: &state, log: log)
            return try #require(Self.sets(effects).first, "\(keys) \(String(describing: state.notice))")
        }
        let before = try #require(log.board.watch?.handover.edits[Self.running.text])
        let noted = try press([.character("e")] + Sample.text("; ask") + [.enter])
        #expect(noted.note == "the queue moves again since 04:00; ask" && noted.ifThen == before.ifThen)
        let severe = try press([.character("p"), .character("3"), .enter])
        #expect(severe.severity == .stable && severe.note == before.note && severe.ifThen == before.ifThen)
        let cases = try press(
            [.character("t")] + Sample.text("the seal differs") + [.enter] + Sample.text("ask UZB") + [.control("s")])
        #expect(cases.ifThen == before.ifThen + [IfThen(condition: "the seal differs", action: "ask UZB")])
        let out = try press([.character("X")] + Sample.text("it ended") + [.enter])
        #expect(out.leftOut == "it ended" && out.note == before.note)
        let own = try press([.character("o")] + Sample.text("the lift is broken") + [.control("s")])
        #expect(own.item == "SH-2026-001 own 2" && own.severity == .watch && own.note == "the lift is broken")
    }

    @Test func whatWasAgreedBeforehandIsOffered() throws {
        var log = SampleLog.watchNight
        log.add(
            .delivery(
                .interventionAgreed(
                    InterventionAgreed(situation: .deviated, decides: "UZB", steps: ["ask UZB"], tell: ["KAZ"]))),
            to: Self.truck, minutesAgo: 60)
        var state = try Self.state(log, (80, 24))
        state.selectHandoverLine(Self.running.text)
        let set = try #require(Self.sets(Sample.type([.character("t"), .control("s")], into: &state, log: log)).first)
        #expect(set.ifThen.count == 1 && set.ifThen[0].action == "UZB decides: ask UZB; tell KAZ")
    }

    /// Moved up and down it comes back to where it was, and the severities stay apart.
    @Test func aLineIsMovedAmongItsLike() throws {
        var log = SampleLog.watchNight
        var state = try Self.state(log, (120, 40))
        let watch = try #require(log.board.watch?.name)
        func group() -> [String] {
            (state.handoverPage?.draft.lines ?? []).filter { $0.severity == .watch }.map(\.key.text)
        }
        let before = group()
        #expect(before.count > 3)
        func press(_ letter: Character) {
            for set in Self.sets(Sample.type([.character(letter)], into: &state, log: log)) {
                log.add(.shift(.itemSet(set)), to: watch, minutesAgo: 0)
            }
            state.isSaving = false
            _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        }
        state.selectHandoverLine(before[2])
        press("+")
        #expect(group() == [before[0], before[2], before[1]] + before[3...])
        press("+")
        #expect(group() == [before[2], before[0], before[1]] + before[3...])
        press("+")
        #expect(group().first == before[2], "it is the first already")
        press("-")
        press("-")
        #expect(group() == before)
    }

    @Test func acceptingTooEarlySaysWhatIsMissingAndGoesThere() throws {
        let log = try Self.offered()
        var state = try Self.state(log, (80, 24), officer: "orazov")
        let missing = try #require(log.board.watch?.handover.toSayBack.first)
        _ = Sample.type([.character("a")], into: &state, log: log)
        #expect(state.overlay == nil && state.selectedHandoverKey?.text == missing.item)
        #expect(state.notice?.isError == true)
        // Break-glass stays possible, with a reason.
        _ = Sample.run("take-now", on: &state, log: log)
        _ = Sample.type([.control("s")], into: &state, log: log)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fault != nil && form.focus == 4)
        let effects = Sample.type(Sample.text("the building burns") + [.control("s")], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .shift(.started(let started)) = drafts[1].event,
            case .shift(.ended(let ended)) = drafts[0].event
        else {
            Issue.record("\(effects)")
            return
        }
        #expect(started.reason == "the building burns" && ended.offer == nil)
    }

    @Test func aProposalIsPickedChangedAndSaidBack() throws {
        let log = try Self.offered()
        var state = try Self.state(log, (80, 24), officer: "orazov")
        let line = try #require(log.board.watch?.handover.toSayBack.first)
        state.selectHandoverLine(line.item)
        let effects = Sample.type(
            [.enter, .right] + Sample.text(", I see to it") + [.enter], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .shift(.saidBack(let said)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(said.item == line.item && said.text.hasSuffix(", I see to it") && said.text.count > 20)
    }

    @Test func theOfferIsSentAnewWhenTheLogMovesMeanwhile() throws {
        var log = Self.edited()
        var state = try Self.state(log, (80, 24))
        _ = Sample.type([.character("O")], into: &state, log: log)
        let alert = log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 1, message: .warning, headline: "new", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        // 04:12 is one of the small hours.
        let keys = Sample.text("Ermekov") + [.control("s")]
        #expect(Sample.type(keys, into: &state, log: log).isEmpty)
        guard case .form(let form) = state.overlay, let fault = form.fault else {
            Issue.record("sent without a word")
            return
        }
        #expect(state.catalogue.text(fault).contains(alert.short))
        let effects = Sample.type([.control("s")], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .shift(.offered(let offered)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(offered.handover?.lines.contains { $0.item == "\(alert.text) alert" } == true)
        #expect(offered.handover?.secondPerson == "Ermekov" && offered.to == "Orazov D.M.")
    }

    /// What waits for an answer is told to the one who has the watch, and one key answers it.
    @Test func oneKeyAnswersFromTheBoard() throws {
        let log = try Self.offered()
        var state = Sample.state(log)
        #expect(state.shownNeeds.contains { if case .handover(_, .question) = $0 { true } else { false } })
        let effects = Sample.type([.character("B")] + Sample.text("team 2") + [.enter], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .shift(.answered(let answered)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(answered.question == log.board.watch?.handover.openQuestions.first?.entry)
    }

    /// One key goes from the line at the top to the handover that lacks something, and on to what comes after it.
    @Test func oneKeyOpensWhatNeedsSomebody() throws {
        let log = try Self.offered()
        var state = Sample.state(log)
        var seen: [ScreenID] = []
        for _ in state.shownNeeds {
            Sample.type([.character("0")], into: &state, log: log)
            #expect(state.screen != seen.last)
            seen.append(state.screen)
        }
        #expect(seen.first == state.shownNeeds.first?.subject.map { .subject($0) })
        #expect(seen.contains(.handover), "\(seen)")
        #expect(Sample.text("0").map { state.keymap.command(for: $0, after: nil) } == ["need"])
    }

    @Test func theDeltaIsShownToTheOneWhoTakesIt() throws {
        let state = try Self.state(try Self.offered(), (120, 40), officer: "orazov")
        #expect(Self.lines(state).contains("2 things came up since the offer:"))
        #expect(Self.lines(state).contains("TJK warns of a blue van"))
        #expect(Self.lines(state).contains("05:00 report of UZB, else I call the desk"))
    }

    /// In the past, before visitors and at a console for reading nothing is written.
    @Test func whereNothingMayBeWrittenNoKeyWrites() throws {
        let log = Self.edited()
        var past = try Self.state(log, (80, 24))
        _ = past.handle(.reviewing(log.board, at: SampleLog.night - .minutes(1)))
        _ = past.open(.handover)
        past.selectHandoverLine(Self.running.text)
        #expect(past.selectedHandoverKey == Self.running)
        for letter in "eptXo+-OB" {
            #expect(Sample.type([.character(letter)], into: &past, log: log).isEmpty)
            #expect(past.overlay == nil && past.notice?.isError == true, "\(letter)")
        }
    }

    /// Every row is a sentence where one listens.
    @Test func plainLinesReadTheWholeOfIt() throws {
        for code in ["en", "ru", "zh"] {
            var state = try Self.state(try Self.offered(), (60, 16), code, officer: "orazov")
            state.isSpoken = true
            state.settleLists()
            let items = state.items(of: .handover)
            #expect(items.count > 12)
            for item in items {
                let text = state.catalogue.text(state.sentence(of: item))
                #expect(text.count > 3 && !text.contains("%1"), "\(code): \(text)")
            }
        }
    }
}
