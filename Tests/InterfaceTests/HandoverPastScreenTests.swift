import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct HandoverPastScreenTests {
    static let watch = SubjectName("SH-2026-001")!

    static func page() throws -> PastHandoverPage {
        let log = SampleLog.handedOver
        let (past, hindsight, _) = try #require(log.past(watch))
        let offer = try #require(past.offer)
        let written = try #require(offer.written)
        let then = log.board(at: written.size)
        let told = HandoverDraft(written, then, for: then.shifts[watch] ?? past.watch, at: offer.at)
        return PastHandoverPage(past: past, told: told, hindsight: hindsight)
    }

    static func state(_ size: (Int, Int), _ code: String = "en") throws -> AppState {
        let log = SampleLog.handedOver
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        return AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: size.0,
            height: size.1, officer: "orazov", catalogue: catalogue)
    }

    @Test(arguments: ["en", "ru", "zh"]) func pictures(_ code: String) throws {
        let figures = try #require(SampleLog.handedOver.past(Self.watch)).figures
        for size in [(80, 24), (120, 40)] {
            var state = try Self.state(size, code)
            func compare(_ name: String) throws {
                let difference = Snapshot.difference(
                    ScreenSnapshots.lines(state), name: "\(name)-\(code)-\(size.0)x\(size.1)",
                    folder: ScreenSnapshots.folder)
                #expect(difference == nil)
            }
            let asked = Sample.run("handovers", on: &state, log: .handedOver)
            #expect(asked.contains(.loadHandovers(words: "")))
            _ = state.handle(.handovers([try Self.page().past]))
            try compare("handovers")
            let opened = state.handle(.key(.enter))
            #expect(opened.contains(.loadPast(Self.watch)))
            _ = state.handle(.past(try Self.page()))
            try compare("handover-past")
            _ = Sample.run("figures", on: &state, log: .handedOver)
            _ = state.handle(
                .handoverFigures([figures], from: SampleLog.night - .days(14), until: SampleLog.night))
            try compare("figures")
        }
    }

    @Test func thePageSaysWhatWasToldAndWhatWasNot() throws {
        var state = try Self.state((120, 60))
        _ = state.handle(.past(try Self.page()))
        let page = state.pastSentences.map(\.key).joined(separator: "\n")
        #expect(!page.isEmpty)
        let text = state.pastLines.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        for words in [
            "TJK warns of a truck", "the safe was not counted", "the truck is not in it", "who follows it?",
            "TJK themselves", "a truck, TJK follow it", "no calls to the press", "they had called at 03:57",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    /// The key that searches every list: what fits stays, whole and under its heading, and nothing else.
    @Test func aPastHandoverIsSearched() throws {
        var state = try Self.state((80, 24))
        _ = state.open(.pastHandover(Self.watch))
        _ = state.handle(.past(try Self.page()))
        let all = state.items(of: .pastPage).count
        Sample.type(Sample.text("/themselves"), into: &state)
        let found = state.items(of: .pastPage).compactMap { item -> String? in
            if case .fact(_, let segments) = item { segments.map(\.text).joined(separator: " ") } else { nil }
        }
        #expect(found.count < all && found.first == "ASKED", "\(found)")
        #expect(found.contains { $0.contains("TJK themselves") } && !found.contains { $0.contains("the press") })
        Sample.type([.enter, .escape], into: &state)
        #expect(state.items(of: .pastPage).count == all)
    }

    /// In the list it is searched by typing; the key of the search begins nothing else, and Enter looks further.
    @Test func theListTakesTheKeyOfTheSearch() throws {
        var state = try Self.state((120, 40))
        _ = Sample.run("handovers", on: &state, log: .handedOver)
        _ = state.handle(.handovers([try Self.page().past]))
        Sample.type(Sample.text("/safe"), into: &state)
        guard case .pick(let pick) = state.overlay else { throw TestFault() }
        #expect(pick.query.text == "safe" && state.lines(of: pick).count == 1)
        Sample.type(Sample.text("xyz"), into: &state)
        #expect(state.handle(.key(.enter)).contains(.loadHandovers(words: "safexyz")))
    }

    private struct TestFault: Error {}

    @Test func theListIsSearchedByWhatWasWritten() throws {
        var state = try Self.state((120, 40))
        _ = Sample.run("handovers", on: &state, log: .handedOver)
        _ = state.handle(.handovers([try Self.page().past]))
        func rows() -> Int { if case .pick(let pick) = state.overlay { state.lines(of: pick).count } else { -1 } }
        #expect(rows() == 1)
        Sample.type(Sample.text("safe"), into: &state)
        #expect(rows() == 1)
        Sample.type(Sample.text(" zebra"), into: &state)
        #expect(rows() == 0)
    }

    /// Row after row without leaving the line: the reading before it is saved, the number by itself.
    @Test func rowsOfPaperAreTypedOneAfterTheOther() throws {
        let log = SampleLog.busyNight
        var state = Sample.state(log, width: 120, height: 40)
        _ = Sample.run("paper-row", on: &state, log: log)
        Sample.type(Sample.text("0214 uzb 001 queue 40 trucks"), into: &state, log: log)
        let shown = state.render().plainLines().joined(separator: "\n")
        #expect(shown.contains("what: UZB reports about CD-2026-001: queue 40 trucks"), "\(shown)")
        #expect(shown.contains("marked late"))
        guard case .append(let drafts)? = Sample.type([.enter], into: &state, log: log).first else {
            Issue.record("nothing to append")
            return
        }
        let watch = try #require(log.board.watch?.name)
        let told = SampleLog.night - .minutes(118)
        #expect(drafts.map(\.target) == [.existing(SubjectName("CD-2026-001")!), .existing(watch)])
        #expect(drafts.map(\.at) == [told, told])
        #expect(drafts.last?.event == .shift(.paperRow(PaperRowEntered(row: 1, about: SubjectName("CD-2026-001")!))))
        // Refused, everything stays; saved, the next row is there.
        _ = state.handle(.notSaved("no"))
        guard case .form(let kept)? = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(kept.fields[3].text == "0214 uzb 001 queue 40 trucks")
        Sample.type([.enter], into: &state, log: log)
        _ = state.handle(.saved(index: 40, subject: watch))
        guard case .form(let next)? = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(next.fields.map(\.text) == [watch.text, "2", "", ""] && next.focus == 3)
        // A line of the watch itself, then a time that has not come.
        Sample.type(Sample.text("0231 line to Dushanbe is down"), into: &state, log: log)
        #expect(state.render().plainLines().joined().contains("a line of the watch: line to Dushanbe is down"))
        Sample.type([.escape], into: &state, log: log)
        _ = Sample.run("paper-row 9 0450 too early", on: &state, log: log)
        #expect(Sample.type([.enter], into: &state, log: log).isEmpty)
        guard case .form(let refused)? = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(refused.fault != nil && refused.fields[1].text == "9")
    }

    @Test func theFiguresOfOfficersAreForSupervisors() throws {
        var state = try Self.state((120, 40))
        #expect(Command.named("figures")?.unavailable(in: state) == nil)
        state.isVisitor = true
        #expect(Command.named("figures")?.unavailable(in: state) != nil)
        #expect(Command.named("handovers")?.unavailable(in: state) != nil)
    }
}
