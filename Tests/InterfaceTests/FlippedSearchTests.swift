import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct FlippedSearchTests {
    static func shows(_ text: String, _ state: AppState) -> Bool {
        state.render().plainLines().contains { $0.contains(text) }
    }

    @Test func aFilterThatFitsNothingIsTriedOnTheOtherLayouts() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.character("/")] + Sample.text("руксшт"), into: &state)
        #expect(state.rows(of: .alerts).isEmpty, "hercin is a slip, not a layout")
        _ = Sample.type([.escape, .character("/")] + Sample.text("рукщшт"), into: &state)
        #expect(state.rows(of: .alerts).count == 1)
        #expect(Self.shows("nothing fits “рукщшт”; shown: heroin", state))
        _ = Sample.type([.enter], into: &state)
        #expect(Self.shows("nothing fits “рукщшт”; shown: heroin", state))
        _ = Sample.type([.escape], into: &state)
        #expect(!Self.shows("nothing fits", state) && state.rows(of: .alerts).count == 3)
    }

    @Test func whatFitsAsTypedIsLeftAlone() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.character("/")] + Sample.text("heroin"), into: &state)
        #expect(state.flipped.isEmpty && !Self.shows("shown: ", state))
        _ = Sample.type([.escape, .character("/")] + Sample.text("!heroin"), into: &state)
        #expect(state.rows(of: .alerts).count == 2 && state.flipped.isEmpty)
    }

    @Test func aFieldIsKeptAndItsValueFlipped() {
        let state = Sample.state()
        #expect(state.alternatives(of: "kind:фдуке").contains("kind:alert"))
        #expect(state.alternatives(of: "!рукщшт").contains("!heroin"))
        #expect(state.alternatives(of: "heroin")[0] == "heroin")
    }

    @Test func whatComesLaterAndFitsAsTypedTakesOver() {
        var log = SampleLog.busyNight
        var state = Sample.state(log, width: 120, height: 40)
        _ = Sample.type([.character("/")] + Sample.text("рукщшт") + [.enter], into: &state)
        log.begin(
            .alerts, .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: "рукщшт", source: "UZB"))),
            minutesAgo: 0)
        _ = state.handle(.moved(log.board, new: [log.entries.last!]))
        #expect(state.rows(of: .alerts).count == 1 && state.flipped.isEmpty)
    }

    @Test func theHelpSearchSaysWhatItShows() {
        var state = Sample.state()
        _ = Sample.type([.function(1)] + Sample.text("ыруд"), into: &state)
        guard case .pick(let help) = state.overlay else {
            Issue.record("no help")
            return
        }
        #expect(state.lines(of: help).contains { $0.id == "shelve" })
        #expect(Self.shows("nothing fits “ыруд”; shown: shel", state))
    }

    /// The worker's answers, played: nothing as typed, then something for the flip.
    @Test func theLogIsSearchedAgainWithTheFlip() throws {
        let log = SampleLog.busyNight
        var state = Sample.state(log, width: 120, height: 40)
        let effects = Sample.type([.character("7"), .character("/")] + Sample.text("рукщшт"), into: &state)
        guard case .searchLog(let first, _, let generation) = effects.last else {
            Issue.record("no search: \(effects)")
            return
        }
        #expect(first.text == "рукщшт")
        let next = state.handle(.found([], searchedTo: 0, generation: generation, isLast: true))
        guard case .searchLog(let second, _, let later) = next.last else {
            Issue.record("no second search: \(next)")
            return
        }
        #expect(second.text == "heroin" && later > generation)
        let hits = log.entries.filter { second.matches($0) }
        try #require(!hits.isEmpty)
        #expect(state.handle(.found(hits.reversed(), searchedTo: 0, generation: later, isLast: true)).isEmpty)
        #expect(Self.shows("nothing fits “рукщшт”; shown: heroin", state))
        #expect(state.rows(of: .records).count == hits.count)
    }

    @Test func aSearchThatFindsNothingAtAllEnds() {
        var state = Sample.state()
        var effects = Sample.type([.character("7"), .character("/")] + Sample.text("qzxj"), into: &state)
        var searches = 0
        while case .searchLog(_, _, let generation)? = effects.last {
            searches += 1
            guard searches < 20 else { break }
            effects = state.handle(.found([], searchedTo: 0, generation: generation, isLast: true))
        }
        #expect(searches > 1 && searches < 8, "\(searches)")
        #expect(state.flipped.isEmpty)
        #expect(Self.shows("nothing fits", state))
    }
}
