import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Who may read what bears a handling code, on the screen: the words are withheld, or their reading is written down.
@Suite struct HandlingScreenTests {
    private static let delivery = SubjectName(area: .deliveries, year: 2026, number: 1, isExercise: false)

    /// The night of `SignedDesk` with a code on its delivery, as the console of `officer` has it.
    private static func state(
        _ code: HandlingCode, readers: [String] = [], as officer: String, width: Int = 100, height: Int = 30
    ) -> (AppState, SampleLog) {
        var log = SignedDesk.log()
        log.add(
            .handling(.set(HandlingSet(code: code, originator: "TJK", conditions: "as agreed", readers: readers))),
            to: delivery, minutesAgo: 5, actor: SignedDesk.officer)
        var state = SignedDesk.state(log, as: officer, width: width, height: height)
        let handling = log.history(of: delivery).subject?.trail.handling
        _ = state.handle(.handlings(handling.map { [delivery: $0] } ?? [:]))
        return (state, log)
    }

    private static func consulted(_ effects: [Effect]) -> RecordConsulted? {
        for case .append(let drafts) in effects {
            for draft in drafts { if case .officer(.consulted(let body)) = draft.event { return body } }
        }
        return nil
    }

    /// What the delivery's own words are, by which a leak is seen.
    private static let words = [
        "heroin \(SignedDesk.marker)", "A373", "Oybek", "Yallama", "on the road", delivery.text,
    ]

    @Test func whoHasTheWatchReadsAndItIsWrittenDownFirst() throws {
        var (state, log) = Self.state(.h2, as: SignedDesk.officer)
        let effects = state.open(.subject(Self.delivery))
        let body = try #require(Self.consulted(effects))
        #expect(body.record == Self.delivery && body.code == .h2 && body.reason == nil)
        #expect(state.screen == .board, "nothing is opened before it is written down")
        let next = state.handle(.saved(index: 99, subject: SubjectName("OF-2026-001")!))
        Sample.carryOut(next, in: &state, log: log)
        #expect(state.screen == .subject(Self.delivery))
        #expect(state.render().plainLines().contains { $0.contains("H2, TJK, as agreed") })
        // The same reading goes on for a while.
        _ = state.goBack()
        #expect(Self.consulted(state.open(.subject(Self.delivery))) == nil && state.screen == .subject(Self.delivery))
    }

    @Test func whoDoesNotHaveTheWatchIsAskedWhy() throws {
        var (state, _) = Self.state(.h2, as: SignedDesk.other)
        #expect(Self.consulted(state.open(.subject(Self.delivery))) == nil)
        guard case .form(var form) = state.overlay else {
            Issue.record("no reason was asked for")
            return
        }
        #expect(form.fields[0].label == "Because")
        form.fields[0].input = TextField("the prosecutor of TJK called")
        let effects = state.submit(form)
        #expect(Self.consulted(effects)?.reason == "the prosecutor of TJK called")
        #expect(state.screen == .board)
        _ = state.handle(.saved(index: 99, subject: SubjectName("OF-2026-002")!))
        #expect(state.screen == .subject(Self.delivery), "it opens once the reason is saved")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60)])
    func whatIsNotForOneIsAPointerOnly(_ size: (Int, Int)) {
        for code in [HandlingCode.h2, .h3] {
            var (state, log) = Self.state(code, as: SignedDesk.other, width: size.0, height: size.1)
            state.session = .open(Seat(officer: SignedDesk.other, role: .observer, since: SampleLog.night))
            for name in Command.all.map(\.name) where !["sign-off", "lock", "role"].contains(name) {
                var tried = state
                tried.focus[.board] = .deliveries
                Sample.carryOut(tried.run(name), in: &tried, log: log)
                Sample.carryOut(tried.openSelection(), in: &tried, log: log)
                let text = tried.render().plainLines().joined(separator: "\n")
                for word in Self.words { #expect(!text.contains(word), "\(name) \(size) shows \(word):\n\(text)") }
                #expect(!Self.words.contains { tried.clipboard.contains($0) }, "\(name) copied it")
            }
            let board = state.render().plainLines().joined(separator: "\n")
            #expect(board.contains("not for you. Call: TJK desk"), "\(board)")
            let tokens = board.split(whereSeparator: { $0 == " " || $0 == "\n" })
            #expect(!tokens.contains("001") && !tokens.contains("001,"), "not even its number: \(board)")
            #expect(state.subject(named: "001") != nil, "a number of that form is looked for")
            if case .success? = state.subject(named: "001") { Issue.record("its number opens it") }
            // A word that stands in it finds nothing, also in the list itself.
            state.focus[.board] = .deliveries
            _ = state.setFilter("heroin")
            #expect(!state.rows(of: .deliveries).contains { $0.subject == Self.delivery })
        }
    }

    @Test func aSearchFindsNothingInWordsThatAreWithheld() {
        var (state, log) = Self.state(.h3, readers: ["x.nobody"], as: SignedDesk.other)
        state.session = .open(Seat(officer: SignedDesk.other, role: .observer, since: SampleLog.night))
        _ = state.open(.log)
        _ = state.setFilter("A373")
        let entries = Array(log.entries.filter { $0.subject == Self.delivery })
        _ = state.handle(.found(entries, searchedTo: 0, generation: state.log.generation, isLast: true))
        #expect(state.log.entries.isEmpty)
    }

    @Test func aNamedReaderReadsAndTheCodeStandsBeforeTheWords() {
        let (state, _) = Self.state(.h2, as: SignedDesk.officer)
        #expect(state.render().plainLines().contains { $0.contains("[H2] ") })
        let (open, _) = Self.state(.h0, as: SignedDesk.officer)
        #expect(!open.render().plainLines().contains { $0.contains("[H0]") })
    }

    @Test func copyingIsWrittenDownAndNeedsTheReading() {
        var (state, _) = Self.state(.h2, as: SignedDesk.officer)
        state.focus[.board] = .deliveries
        _ = state.render()
        #expect(!state.copyRow().contains { if case .copy = $0 { true } else { false } })
        #expect(state.notice?.isError == true)
        state.consulted[Self.delivery] = state.real
        let effects = state.copyRow()
        #expect(Self.consulted(effects)?.action == .copy)
    }

    @Test func theFormSaysTheCode() throws {
        var (state, _) = Self.state(.h2, as: SignedDesk.officer)
        var form = Form.handling(Self.delivery, state.handlings[Self.delivery])
        form.fields[5].input = TextField("b2")
        let effects = state.submit(form)
        guard case .append(let drafts)? = effects.first, case .handling(.set(let set)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(
            set.code == .h2 && set.originator == "TJK" && set.source == .mostly && set.information == .knownToSource)
        form.fields[5].input = TextField("b9")
        #expect(state.submit(form).isEmpty)
    }
}
