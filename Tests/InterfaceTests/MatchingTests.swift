import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// What stands beside an alert: shown with its reasons, decided by a person, hidden where the records are hidden.
@Suite struct MatchingTests {
    static func raised(_ headline: String, place: String, amount: String, unit: String, plate: String) -> Event {
        let item = SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: amount, unit: unit))
        let mention = IdentifierMention(.plate, typed: plate)
        return .alert(
            .raised(
                AlertRaised(
                    priority: 2, message: .seizureReport, headline: headline, source: "KGZ",
                    particulars: Particulars(
                        items: [item], identifiers: [mention].compactMap { $0 }, state: "KGZ", place: place))))
    }

    /// Two reports of one seizure, and a third one of the same lorry.
    static func log() -> (SampleLog, SubjectName, SubjectName, SubjectName) {
        var log = SampleLog()
        let first = log.begin(
            .alerts, raised("a first word", place: "Batken", amount: "6.942", unit: "kg", plate: "05KG711ABJ"),
            minutesAgo: 60)
        let second = log.begin(
            .alerts, raised("a second word", place: "Баткен", amount: "6942", unit: "g", plate: "05 KG 711 ABJ"),
            minutesAgo: 30)
        let third = log.begin(
            .alerts, raised("a third word", place: "Osh", amount: "1", unit: "kg", plate: "05КG711ABJ"), minutesAgo: 20)
        return (log, first, second, third)
    }

    /// What the log would answer, by the same comparison.
    static func matches(_ log: SampleLog, of name: SubjectName) -> Matches? {
        let histories = Set(log.entries.map(\.subject)).map { log.history(of: $0) }
        guard let own = histories.first(where: { $0.subject?.name == name }), let account = SeizureAccount(own) else {
            return nil
        }
        let found = histories.compactMap { history -> Match? in
            guard let subject = history.subject, let other = SeizureAccount(history) else { return nil }
            return Match(
                account, links: own.subject?.trail.links, other, links: subject.trail.links, subject.trail.handling)
        }
        return Matches(account: account, list: Match.ranked(found))
    }

    static func state(_ log: SampleLog, showing name: SubjectName, width: Int = 120) -> AppState {
        var state = Sample.state(log, width: width, height: 40)
        Sample.carryOut(state.open(.subject(name)), in: &state, log: log)
        Sample.carryOut(state.handle(.matches(name, matches(log, of: name))), in: &state, log: log)
        return state
    }

    static func text(_ state: AppState) -> String { state.render().plainLines().joined(separator: "\n") }

    @Test func thePageOfASubjectAsksForWhatStandsBesideItAndAgainWhenARecordComes() {
        let (log, first, second, _) = Self.log()
        var state = Sample.state(log)
        #expect(state.open(.subject(second)).contains(.loadMatches(second)))
        _ = state.handle(.matches(second, Self.matches(log, of: second)))
        #expect(state.handle(.moved(log.board, new: [log.entries[0]])).contains(.loadMatches(second)))
        #expect(state.handle(.moved(log.board, new: [log.entries[0]])).contains(.loadMatches(first)))
    }

    @Test func thePageSaysWhatMayBeTheSameAndWhyAndWhatIsRelated() {
        let (log, first, second, third) = Self.log()
        let text = Self.text(Self.state(log, showing: second, width: 160))
        #expect(text.contains("SAME SEIZURE?"))
        #expect(text.contains(first.text))
        #expect(text.contains("the same day"))
        #expect(text.contains("Related") && text.contains(third.text))
        #expect(text.contains("may be one"))
    }

    @Test func theRowInTheQueueNamesTheAlertThatItMayBe() {
        let (log, first, second, _) = Self.log()
        var state = Self.state(log, showing: second)
        Sample.carryOut(state.open(.alerts), in: &state, log: log)
        #expect(Self.text(state).contains("=\(first.short)?"))
    }

    @Test func twoReportsStandBesideEachOtherAndAreJoinedTheYoungerIntoTheOlder() throws {
        let (log, first, second, _) = Self.log()
        var state = Self.state(log, showing: second)
        _ = Sample.type([.character("M")], into: &state, log: log)
        #expect(Self.text(state).contains("The same seizure?"))
        _ = Sample.type([.enter], into: &state, log: log)
        let text = Self.text(state)
        #expect(text.contains("6.942 kg") && text.contains("6942 g"))
        #expect(text.contains("Beside each other"))
        _ = Sample.type(Sample.text("join") + [.enter], into: &state, log: log)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fields[0].text.contains("same day"))
        let effects = Sample.type([.enter], into: &state, log: log)
        guard case .append(let drafts)? = effects.first, case .link(.joined(let joined)) = drafts[0].event else {
            Issue.record("nothing to append: \(effects)")
            return
        }
        #expect(drafts[0].target == .existing(second))
        #expect(joined.into == first && !joined.why.isEmpty)
    }

    @Test func oneKeyLinksOneTakesItBackAndTheLastOneIsUndone() throws {
        var (log, first, second, _) = Self.log()
        var state = Self.state(log, showing: second)
        _ = Sample.type([.character("M")], into: &state, log: log)
        #expect(Self.text(state).contains("Space links or takes the link back"))
        let linked = AlertScreenTests.drafts(Sample.type([.character(" ")], into: &state, log: log))
        guard case .link(.linked(let link))? = linked.first?.event else {
            Issue.record("\(linked)")
            return
        }
        #expect(linked[0].target == .existing(second) && link.to == first && link.why.contains("same day"))
        /// What the log answers.
        func save(_ draft: Draft) {
            log.add(draft.event, to: second, minutesAgo: 0, actor: state.officer)
            let index = Int64(log.entries.count - 1)
            let asked = state.handle(.moved(log.board, new: [log.entries[log.entries.count - 1]]))
            #expect(asked.contains(.loadMatches(second)), "the open list is read again")
            _ = state.handle(.saved(index: index, subject: second))
            _ = state.handle(.history(second, log.history(of: second)))
            _ = state.handle(.matches(second, Self.matches(log, of: second)))
        }
        save(linked[0])
        #expect(Self.text(state).contains("linked: "))
        // The same key takes it back.
        var other = state
        let back = AlertScreenTests.drafts(Sample.type([.character(" ")], into: &other, log: log))
        guard case .link(.unlinked(let unlinked))? = back.first?.event else {
            Issue.record("\(back)")
            return
        }
        #expect(unlinked.from == first && !unlinked.reason.isEmpty)
        // The key that withdraws undoes what was done last.
        let undone = AlertScreenTests.drafts(Sample.type([.character("u")], into: &state, log: log))
        guard case .logKeeping(.withdrawn(let withdrawn))? = undone.first?.event else {
            Issue.record("\(undone)")
            return
        }
        #expect(withdrawn.index == Int64(log.entries.count - 1))
        save(undone[0])
        #expect(!Self.text(state).contains("linked: "))
        // Nothing is left to undo: the letter searches.
        #expect(Sample.type([.character("u")], into: &state, log: log).isEmpty)
        if case .pick(let pick) = state.overlay { #expect(pick.query.text == "u") } else { Issue.record("no list") }
    }

    @Test func whatIsToldApartIsProposedNoMoreAndWhatIsJoinedIsOnThePageOfTheOther() {
        var (log, first, second, _) = Self.log()
        log.add(.link(.toldApart(SubjectToldApart(from: second))), to: first, minutesAgo: 10)
        #expect(!Self.text(Self.state(log, showing: second)).contains("SAME SEIZURE?"))
        log.add(.link(.joined(SubjectJoined(into: first, why: "after all"))), to: second, minutesAgo: 9)
        let text = Self.text(Self.state(log, showing: first, width: 200))
        #expect(text.contains("joined"))
        #expect(text.contains("Together"))
        #expect(text.contains("a second word"))
        #expect(Sample.state(log).board.alerts[second] == nil)
        log.add(.link(.parted(SubjectParted(from: first, reason: "no"))), to: second, minutesAgo: 8)
        #expect(Sample.state(log).board.alerts[second] != nil)
        #expect(!Self.text(Self.state(log, showing: first, width: 200)).contains("Together"))
    }

    @Test func aReaderWithoutTheNeedToKnowSeesThatThereIsSomethingAndWhomToAsk() {
        let (log, first, second, _) = Self.log()
        var state = Self.state(log, showing: second, width: 160)
        state.session = .open(Seat(officer: "t.trainer", role: .trainer, since: SampleLog.night))
        let set = HandlingSet(code: .h3, originator: "TJK", readers: ["b.karimova"])
        var history = log
        history.add(.handling(.set(set)), to: first, minutesAgo: 5)
        _ = state.handle(.handlings([first: history.history(of: first).subject!.trail.handling!]))
        let text = Self.text(state)
        #expect(text.contains("MATCH in another operation. Field: registration plate. Call: TJK desk."))
        #expect(!text.contains("first word") && !text.contains("Batken"), "\(text)")
        #expect(!text.contains(first.text) && !text.contains("=\(first.short)"))
        #expect(!state.matchItems(of: second).contains { $0.id == first.text })
        #expect(state.matchItems(of: second).first?.reason != nil)
        #expect(state.pairItems(second, first).isEmpty)
    }

    @Test func neitherVisitorsNorALockedConsoleSeeAnyOfIt() {
        let (log, _, second, _) = Self.log()
        var state = Self.state(log, showing: second)
        var locked = state
        locked.session = .signedOff
        #expect(
            !Self.text(locked).contains("SAME SEIZURE?") && !Self.text(locked).contains("6.942"), "\(Self.text(locked))"
        )
        #expect(locked.matchLoads(of: second).isEmpty)
        _ = state.handle(.key(.character("V")))
        #expect(state.matches.isEmpty)
        _ = state.handle(.matches(second, Self.matches(log, of: second)))
        #expect(state.matches.isEmpty)
        #expect(!Command.forVisitors.contains("related") && !Command.whileConcealed.contains("related"))
    }
}
