import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Of another operation that somebody may not see, a pointer; of a seizure near the road, a question; of a State, everything.
@Suite struct DeconflictionScreenTests {
    private static func delivery(_ event: DeliveryEvent) -> Event { .delivery(event) }

    private static func plate(_ typed: String) -> Particulars {
        Particulars(identifiers: [IdentifierMention(.plate, typed: typed)].compactMap { $0 })
    }

    /// Every text of the hidden operation is one of these.
    private static let markers = ["Zqopium", "Zqtruck", "Zqentry", "Zqexit", "Zqlead", "Zqtext", "Zqwho", "Zqplace"]

    /// One delivery that is seen, another one that is not; both with the plate 01 A 123 BC, both at Yallama.
    private static func log() -> (SampleLog, shown: SubjectName, hidden: SubjectName) {
        var log = SampleLog()
        let shown = log.begin(
            .deliveries,
            delivery(
                .opened(
                    DeliveryOpened(
                        priority: 1, goods: "heroin 38.4 kg", method: .intact, conveyance: "truck 01 A 123 BC",
                        initiator: "TJK"))), minutesAgo: 600)
        let hidden = log.begin(
            .deliveries,
            delivery(
                .opened(
                    DeliveryOpened(
                        priority: 1, goods: "Zqopium 5 kg", method: .intact, conveyance: "Zqtruck", initiator: "KGZ"))),
            minutesAgo: 590)
        log.add(
            delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "UZB", entry: "Oybek", exit: "Yallama", from: SampleLog.night - .hours(5),
                        until: SampleLog.night + .hours(2), reportEvery: 30))), to: shown, minutesAgo: 580)
        log.add(
            delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "UZB", entry: "Zqentry", exit: "Yallama", from: SampleLog.night - .hours(4),
                        until: SampleLog.night + .hours(1), reportEvery: 30, lead: "Zqlead"))), to: hidden,
            minutesAgo: 570)
        log.add(
            delivery(.reportReceived(ReportReceived(from: "Zqwho", text: "Zqtext", place: "Zqplace", leg: 1))),
            to: hidden, minutesAgo: 20)
        log.add(delivery(.detailed(DeliveryDetailed(plate("01A123BC"), source: "Zqwho"))), to: hidden, minutesAgo: 15)
        let set = HandlingSet(code: .h3, originator: "KGZ", conditions: "Zqtext", readers: ["b.karimova"])
        log.add(.handling(.set(set)), to: hidden, minutesAgo: 10)
        return (log, shown, hidden)
    }

    private static func state(_ log: SampleLog, hidden: SubjectName?, width: Int = 120, height: Int = 40) -> AppState {
        var state = Sample.state(log, width: width, height: height)
        if let hidden, let handling = log.history(of: hidden).subject?.trail.handling {
            state.session = .open(Seat(officer: "t.trainer", role: .trainer, since: SampleLog.night))
            _ = state.handle(.handlings([hidden: handling]))
        }
        return state
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60)]) func nothingOfAHiddenOperationIsOnAnyPage(
        width: Int, height: Int
    ) {
        let (log, shown, hidden) = Self.log()
        var state = Self.state(log, hidden: hidden, width: width, height: height)
        Sample.carryOut(state.open(.subject(shown)), in: &state, log: log)
        Sample.carryOut(
            state.handle(.matches(shown, MatchingTests.matches(log, of: shown))), in: &state, log: log)
        // The page of the other one, in all its lines.
        let words = state.pageLines(of: shown).map { Catalogue.english.text($0) }.joined(separator: "\n")
        #expect(words.contains("Field: registration plate. Call: KGZ desk."), "\(words)")
        #expect(words.contains("Field: time and place. Call: KGZ desk."), "\(words)")
        var seen = [MatchingTests.text(state), words]
        for item in state.matchItems(of: shown) {
            seen.append(item.segments.map(\.text).joined(separator: " ") + item.names.joined() + item.words.joined())
        }
        seen += state.sentences(of: state.stateView("UZB")).map { Catalogue.english.text($0) }
        for text in seen {
            for marker in Self.markers { #expect(!text.contains(marker), "\(marker) in \(text)") }
        }
        // Lists say that there is something and when; the page of another operation does not even say its name.
        for text in seen.dropFirst() { #expect(!text.contains(hidden.text), "\(text)") }
        // The same words are there for whoever may read them: the markers can be found.
        var open = Self.state(log, hidden: nil, width: width, height: height)
        Sample.carryOut(open.open(.subject(shown)), in: &open, log: log)
        _ = open.handle(.matches(shown, MatchingTests.matches(log, of: shown)))
        #expect(open.pageLines(of: shown).map { Catalogue.english.text($0) }.contains { $0.contains(hidden.text) })
    }

    /// The truck, and a seizure on its crossing.
    private static func seizure() -> (SampleLog, SubjectName, SubjectName) {
        var (log, shown, _) = Self.log()
        let item = SeizedItem(kind: .drug, name: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"))
        let alert = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .seizureReport, headline: "seized heroin 6.3 kg", source: "UZB",
                        particulars: Particulars(items: [item], state: "UZB", place: "Yallama")))), minutesAgo: 14)
        return (log, shown, alert)
    }

    @Test func oneKeyOpensTheQuestionAndOneAnswersIt() {
        let (log, shown, alert) = Self.seizure()
        var state = Self.state(log, hidden: nil)
        Sample.carryOut(state.open(.subject(alert)), in: &state, log: log)
        #expect(MatchingTests.text(state).contains("OUR LOAD?"))
        #expect(Sample.type([.character("g"), .character("o")], into: &state, log: log).isEmpty)
        #expect(MatchingTests.text(state).contains("Is it the load of"))
        var other = state
        let yes = Sample.type([.character("y")], into: &state, log: log)
        guard case .append(let drafts)? = yes.first else {
            Issue.record("nothing is saved: \(yes)")
            return
        }
        #expect(drafts.map(\.event.kind) == [SubjectLinked.kind, ExceptionEntered.kind])
        #expect(drafts.allSatisfy { $0.target == .existing(shown) })
        guard case .append(let apart)? = Sample.type([.character("n")], into: &other, log: log).first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(apart.map(\.event.kind) == [SubjectToldApart.kind])
    }

    @Test func whoeverIsNotSureDraftsARequestThatSaysWhatIsMissing() {
        let (log, _, alert) = Self.seizure()
        var state = Self.state(log, hidden: nil)
        Sample.carryOut(state.open(.subject(alert)), in: &state, log: log)
        _ = Sample.type([.character("g"), .character("o"), .character("?")], into: &state, log: log)
        guard case .request(let sheet)? = state.overlay else {
            Issue.record("no request is drafted")
            return
        }
        #expect(sheet.alert == alert && sheet.state == "UZB" && sheet.purpose == .information)
        #expect(MatchingTests.text(state).contains("NOT SENT"))
        let effects = Sample.type([.control("s")], into: &state, log: log)
        guard case .composeRequest(let order)? = effects.first else {
            Issue.record("nothing is put together: \(effects)")
            return
        }
        _ = state.handle(.requestComposed(ComposedRequest(order, text: "as it leaves", hash: "0e")))
        #expect(MatchingTests.text(state).contains("as it leaves"))
        guard case .append(let drafts)? = Sample.type([.function(8)], into: &state, log: log).first,
            case .delivery(.requestSent(let sent)) = drafts[0].event
        else {
            Issue.record("it is not written down as sent")
            return
        }
        #expect(sent.state == "UZB" && sent.version == 1 && sent.raw == "0e" && sent.channel == "I-24/7")
    }

    @Test func aStateIsOpenedByItsCodeAndItsRowsOpenWhatTheyAreAbout() {
        let (log, shown, _) = Self.seizure()
        var state = Self.state(log, hidden: nil, width: 80, height: 24)
        Sample.carryOut(Sample.run("state uzb", on: &state, log: log), in: &state, log: log)
        #expect(state.screen == .state("UZB"))
        let text = MatchingTests.text(state)
        for words in ["WE WAIT FOR THEM", "ASK NOW", "our load?"] { #expect(text.contains(words), "\(text)") }
        _ = Sample.run("state nowhere", on: &state, log: log)
        #expect(state.screen == .state("UZB"))
        #expect(state.stateView("UZB").askNow.contains { $0.subject == shown })
    }
}
