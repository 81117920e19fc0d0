import TestSupport
import Testing

@testable import Model

/// Two operations with something in common, and a seizure near a road: what is found, and what is told to whom.
@Suite struct DeconflictionTests {
    static func opened(_ goods: String, _ conveyance: String?, initiator: String = "TJK") -> Event {
        .delivery(
            .opened(
                DeliveryOpened(
                    priority: 1, goods: goods, method: .intact, conveyance: conveyance, initiator: initiator)))
    }

    static func detailed(_ kind: IdentifierKind, _ typed: String) -> Event {
        let mention = IdentifierMention(kind, typed: typed)
        return .delivery(.detailed(DeliveryDetailed(Particulars(identifiers: [mention].compactMap { $0 }))))
    }

    static func leg(_ state: String, _ entry: String, _ exit: String, from: Int64, until: Int64) -> Event {
        .delivery(
            .legPlanned(
                LegPlanned(
                    number: 1, state: state, entry: entry, exit: exit, from: SampleLog.night + .minutes(from),
                    until: SampleLog.night + .minutes(until), reportEvery: 30)))
    }

    static func seized(
        _ substance: String, _ amount: String, at place: String, from source: String = "UZB", plate: String? = nil,
        hidden: String? = nil
    ) -> Event {
        let item = SeizedItem(kind: .drug, name: substance, quantity: Quantity(amount: amount, unit: "kg"))
        let mention = plate.flatMap { IdentifierMention(.plate, typed: $0) }
        return .alert(
            .raised(
                AlertRaised(
                    priority: 1, message: .seizureReport, headline: "seized \(substance) \(amount) kg at \(place)",
                    source: source,
                    particulars: Particulars(
                        items: [item], identifiers: [mention].compactMap { $0 }, state: source, place: place,
                        concealment: hidden))))
    }

    /// Malik is 40 km from Yallama, Osh is far from everything; what else there is, is in no table.
    static func kilometres(_ a: Spot, _ b: Spot) -> Int? {
        if [a.name, b.name].contains("Osh") { return 400 }
        return Set([a.name, b.name]) == ["Malik", "Yallama"] ? 40 : nil
    }

    private static func account(_ log: SampleLog, _ name: SubjectName) throws -> SeizureAccount {
        try #require(SeizureAccount(log.history(of: name)))
    }

    private static func match(_ log: SampleLog, _ name: SubjectName, _ other: SubjectName) throws -> Match? {
        let trail = try #require(log.history(of: other).subject?.trail)
        return Match(try account(log, name), links: nil, try account(log, other), links: trail.links, trail.handling)
    }

    @Test(arguments: [
        (IdentifierKind.plate, "01 A 123 BC", "01A123BC"), (.container, "TKRU 428117 4", "TKRU4281174"),
        (.seal, "TJ 004417", "TJ004417"), (.parcel, "RA123456785KZ", "RA 123 456 785 KZ"),
    ]) func theSameNumberInTwoDeliveriesTiesThem(kind: IdentifierKind, first: String, second: String) throws {
        var log = SampleLog()
        let one = log.begin(.deliveries, Self.opened("heroin 38.4 kg", nil), minutesAgo: 90)
        let two = log.begin(.deliveries, Self.opened("opium 5 kg", nil), minutesAgo: 80)
        #expect(try Self.match(log, one, two) == nil)
        log.add(Self.detailed(kind, first), to: one, minutesAgo: 70)
        log.add(Self.detailed(kind, second), to: two, minutesAgo: 60)
        let found = try #require(try Self.match(log, one, two))
        #expect(found.pointers.map(\.field) == [.identifier(kind)])
        // What finds it in the index is what ties it.
        let marks = Set(log.entries.flatMap { $0.event.marks(at: $0.at, precision: $0.precision).map(\.value) })
        #expect(try Self.account(log, one).marks.contains { marks.contains($0.value) })
    }

    @Test func sealsAndTrackersOfTheRoadTieToo() throws {
        var log = SampleLog()
        let one = log.begin(.deliveries, Self.opened("heroin 38.4 kg", nil), minutesAgo: 90)
        let two = log.begin(.deliveries, Self.opened("opium 5 kg", nil), minutesAgo: 80)
        log.add(
            .delivery(
                .prepared(
                    DeliveryPrepared(by: "TJK", method: .intact, text: "sealed", seal: "TJ 004417", tracker: "T-17"))),
            to: one, minutesAgo: 70)
        log.add(
            .delivery(.released(CustodyReleased(party: "UZB Customs", place: "Oybek", seal: "TJ004417"))), to: two,
            minutesAgo: 60)
        #expect(try Self.match(log, one, two)?.pointers.map(\.field) == [.identifier(.seal)])
        log.add(
            .delivery(.prepared(DeliveryPrepared(by: "KAZ", method: .intact, text: "sealed", tracker: "t 17"))),
            to: two, minutesAgo: 50)
        #expect(try Self.match(log, one, two)?.ties.contains(.tracker("T-17")) == true)
    }

    @Test func aPointerSaysTheFieldAndTheDeskAndNothingElse() throws {
        var log = SampleLog()
        let own = log.begin(.deliveries, Self.opened("heroin 38.4 kg", "truck 01 A 123 BC"), minutesAgo: 90)
        let hidden = log.begin(.deliveries, Self.opened("opium 5 kg", "truck 01 A 123 BC"), minutesAgo: 80)
        let other = log.begin(.deliveries, Self.opened("opium 7 kg", "truck 01 A 123 BC"), minutesAgo: 70)
        let set = HandlingSet(code: .h3, originator: "KGZ, a service with a name", readers: ["b.karimova"])
        for name in [hidden, other] { log.add(.handling(.set(set)), to: name, minutesAgo: 5) }
        let list = try [hidden, other].compactMap { try Self.match(log, own, $0) }
        let matches = Matches(account: try Self.account(log, own), list: list)
        let outsider = Reader(officer: "t.trainer", role: .trainer, hasTheWatch: false)
        // Two hidden operations are one pointer: how many there are is not told.
        #expect(matches.pointers(for: outsider) == [Pointer(.identifier(.plate), .desk("KGZ"))])
        #expect(matches.pointers(for: nil) == [Pointer(.identifier(.plate), .desk("KGZ"))])
        let named = Reader(officer: "b.karimova", role: .trainer, hasTheWatch: false)
        #expect(matches.pointers(for: named).isEmpty)
    }

    @Test(arguments: [
        ("KGZ", Pointer.Call.desk("KGZ")), ("Kyrgyzstan", .desk("KGZ")), ("uzb, Colonel N.", .desk("UZB")),
        ("Operation Silk", .supervisor), ("ABC", .supervisor),
    ]) func whomToCallIsAStateOrTheSupervisor(originator: String, call: Pointer.Call) throws {
        var log = SampleLog()
        let name = log.begin(.deliveries, Self.opened("opium 5 kg", nil), minutesAgo: 80)
        log.add(.handling(.set(HandlingSet(code: .h2, originator: originator))), to: name, minutesAgo: 5)
        #expect(log.history(of: name).subject?.trail.handling?.call == call)
    }

    // MARK: A seizure near the road

    /// A truck on its way from Oybek to Yallama, and a seizure at Malik.
    private static func road(_ seizure: Event, minutesAgo: Int64 = 14) -> (SampleLog, SubjectName, SubjectName) {
        var log = SampleLog()
        let delivery = log.begin(
            .deliveries, opened("heroin 38.4 kg, dried apricots", "truck 01 A 123 BC"), minutesAgo: 600)
        log.add(leg("UZB", "Oybek", "Yallama", from: -300, until: 18), to: delivery, minutesAgo: 590)
        let alert = log.begin(.alerts, seizure, minutesAgo: minutesAgo)
        return (log, delivery, alert)
    }

    @Test func aSeizureNearTheRoadAsksWhoseItIs() throws {
        let (log, delivery, alert) = Self.road(
            Self.seized("heroin", "6.3", at: "Malik", plate: "01 B 999 XX", hidden: "among dried apricots"))
        let questions = log.board.roadQuestions(about: alert, Self.kilometres)
        let question = try #require(questions.first)
        #expect(questions == log.board.roadQuestions(about: delivery, Self.kilometres) && questions.count == 1)
        #expect(question.closeness == Closeness(kilometres: 40, place: "Yallama"))
        #expect(question.same.contains(.substance("heroin")))
        #expect(question.same.contains(.hiding("apricots")))
        #expect(question.notSame.contains(.identifiers(.plate)))
        #expect(question.notSame.contains { if case .amount = $0 { true } else { false } })
    }

    @Test func itIsNotAskedFarAwayOrAtAnotherTimeOrOfAnotherDrug() {
        for (seizure, ago) in [
            (Self.seized("heroin", "6.3", at: "Osh"), Int64(14)), (Self.seized("hashish", "6.3", at: "Malik"), 14),
            (Self.seized("heroin", "6.3", at: "Malik"), 60 * 40),
        ] {
            let (log, delivery, _) = Self.road(seizure, minutesAgo: ago)
            #expect(log.board.roadQuestions(about: delivery, Self.kilometres).isEmpty, "\(seizure)")
        }
    }

    /// A post of which nobody knows where it is: in its State, in these hours, the same drug asks.
    @Test func aPlaceThatIsInNoTableIsAskedAboutInItsState() throws {
        func asked(_ substance: String, from state: String) -> Closeness? {
            let (log, delivery, _) = Self.road(Self.seized(substance, "6.3", at: "a new post", from: state))
            return log.board.roadQuestions(about: delivery, Self.kilometres).first?.closeness
        }
        #expect(asked("heroin", from: "UZB") == Closeness(kilometres: 100, place: "a new post", isInState: "UZB"))
        #expect(asked("hashish", from: "UZB") == nil && asked("heroin", from: "KAZ") == nil)
    }

    @Test func onTheCrossingItselfNoTableIsNeeded() {
        let (log, delivery, _) = Self.road(Self.seized("heroin", "38.4", at: "Яллама", plate: "01A123BC"))
        let question = log.board.roadQuestions(about: delivery) { _, _ in nil }.first
        #expect(question?.closeness.kilometres == 0)
        #expect(question?.notSame.isEmpty == true, "\(String(describing: question))")
    }

    /// As it is raised in a hurry: a sentence, no kind, no place and no amount in fields of their own.
    private static func said(_ headline: String) -> Event {
        .alert(.raised(AlertRaised(priority: 1, message: .information, headline: headline, source: "UZB")))
    }

    @Test(arguments: [
        "UZB seized heroin 38 kg at Yallama, truck 01 A 123 BC", "heroin seized near a fuel station, 01A123BC",
        "изъято 38 кг героина, пост Яллама",
    ]) func anAlertThatSaysASeizureAsksWhateverItWasFiledAs(headline: String) throws {
        let (log, delivery, alert) = Self.road(Self.said(headline))
        let question = try #require(log.board.roadQuestions(about: delivery, Self.kilometres).first, "\(headline)")
        #expect(question.alert == alert)
        #expect(log.board.roadQuestions(about: alert, Self.kilometres) == [question])
    }

    @Test(arguments: [
        "UZB asks about heroin at Yallama", "UZB seized hashish 3 kg at Yallama", "UZB seized heroin 3 kg at Osh",
    ]) func whatIsNoSeizureOrNotHereDoesNotAsk(headline: String) {
        let (log, delivery, _) = Self.road(Self.said(headline))
        #expect(log.board.roadQuestions(about: delivery, Self.kilometres).isEmpty)
    }

    @Test func onceAnsweredItIsNotAskedAgain() {
        for link in [
            LinkEvent.linked(SubjectLinked(to: SubjectName("AL-2026-0001")!, why: "ours")),
            .toldApart(SubjectToldApart(from: SubjectName("AL-2026-0001")!, reason: nil)),
        ] {
            var (log, delivery, _) = Self.road(Self.seized("heroin", "6.3", at: "Malik"))
            log.add(.link(link), to: delivery, minutesAgo: 1)
            #expect(log.board.roadQuestions(about: delivery, Self.kilometres).isEmpty)
        }
    }

    @Test func twoLoadsAtOneCrossingInTheSameHoursMeet() {
        for (from, meets) in [(Int64(-60), true), (60 * 30, false)] {
            var log = SampleLog()
            let one = log.begin(.deliveries, Self.opened("heroin 38.4 kg", nil), minutesAgo: 600)
            log.add(Self.leg("UZB", "Oybek", "Yallama", from: -300, until: 18), to: one, minutesAgo: 590)
            let two = log.begin(.deliveries, Self.opened("opium 5 kg", nil), minutesAgo: 500)
            log.add(Self.leg("KAZ", "Yallama", "Aktau", from: from, until: from + 100), to: two, minutesAgo: 490)
            let found = log.board.encounters(of: one) { _, _ in nil }
            #expect(found.map(\.other) == (meets ? [two] : []))
            #expect(found.first.map(\.closeness) == (meets ? Closeness(kilometres: 0, place: "Yallama") : nil))
        }
    }
}
