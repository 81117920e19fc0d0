import TestSupport
import Testing

@testable import Model

/// The way from the offer to the acceptance, and what is refused on it.
@Suite struct HandoverStepTests {
    private static let now = SampleLog.night
    private static let next = "orazov"
    private static let officer = MadeUpWatch.officer

    private static func offered(risks: [HandoverRisk] = []) -> MadeUpWatch {
        var watch = MadeUpWatch()
        watch.seizure()
        watch.oralConsent(hour: 3)
        watch.add(.offered(offer(watch)), minutesAgo: 20)
        return watch
    }

    private static func offer(_ watch: MadeUpWatch) -> ShiftOffered {
        ShiftOffered(to: next, handover: HandoverDraft(watch.board, for: watch.shift, at: now).written())
    }

    private static func refusal(_ watch: MadeUpWatch, _ event: ShiftEvent, by actor: String) -> Refusal? {
        if let refusal = watch.shift.refusal(of: event, by: actor, at: now) { return refusal }
        // What is critical is a matter of the whole board.
        guard case .ended(let ended) = event, ended.offer != nil else { return nil }
        return watch.board.refusal(accepting: watch.shift, at: now)
    }

    private static func relief(_ watch: MadeUpWatch, reason: String? = nil) -> WatchRelief {
        WatchRelief(of: watch.shift, by: next, named: "Orazov D.M.", until: now + .hours(24), reason: reason)
    }

    @Test func nothingIsOfferedUnseen() {
        let watch = MadeUpWatch()
        #expect(
            Self.refusal(watch, .offered(ShiftOffered(to: Self.next)), by: Self.officer)
                == .handoverMissing(watch.watch))
        #expect(
            Self.refusal(watch, .offered(Self.offer(watch)), by: Self.next)
                == .notYourOwn(watch.watch, of: Self.next))
        #expect(Self.refusal(watch, .offered(Self.offer(watch)), by: Self.officer) == nil)
    }

    @Test func aDangerousMomentNeedsASecondPersonOrAReason() {
        let watch = MadeUpWatch()
        var offer = Self.offer(watch)
        offer.handover?.risks = [.smallHours]
        #expect(Self.refusal(watch, .offered(offer), by: Self.officer) == .handoverAtRisk([.smallHours]))
        offer.handover?.riskReason = "my turn is over, and all is calm"
        #expect(Self.refusal(watch, .offered(offer), by: Self.officer) == nil)
        offer.handover?.riskReason = " "
        offer.handover?.secondPerson = "Umarov B."
        #expect(Self.refusal(watch, .offered(offer), by: Self.officer) == nil)
    }

    @Test func theWatchMovesOnlyWhenAllThatIsCriticalWasSaidBack() throws {
        var watch = Self.offered()
        let lines = try #require(watch.shift.offer?.written?.critical.map(\.item))
        #expect(lines.count == 2)
        #expect(
            Self.refusal(watch, .ended(Self.relief(watch).ended), by: Self.next)
                == .notSaidBack(watch.watch, lines: lines))
        for line in lines {
            let said = HandoverSaidBack(item: try #require(HandoverItem.Key(line)), text: "call, then write")
            #expect(Self.refusal(watch, .saidBack(said), by: Self.officer) == .ownHandover(watch.watch))
            #expect(Self.refusal(watch, .saidBack(said), by: Self.next) == nil)
            watch.add(.saidBack(said), minutesAgo: 15, by: Self.next)
        }
        #expect(Self.refusal(watch, .ended(Self.relief(watch).ended), by: Self.next) == nil)
        let question = watch.add(.asked(HandoverAsked(text: "who calls?")), minutesAgo: 14, by: Self.next)
        #expect(
            Self.refusal(watch, .ended(Self.relief(watch).ended), by: Self.next)
                == .questionOpen(watch.watch, question: question))
        watch.add(.answered(HandoverAnswered(question: question, text: "you do")), minutesAgo: 13)
        #expect(
            Self.refusal(watch, .answered(HandoverAnswered(question: question, text: "no")), by: Self.officer)
                == .noSuchQuestion(question))
        #expect(Self.refusal(watch, .ended(Self.relief(watch).ended), by: Self.next) == nil)
    }

    /// Offered anew: what stands as it stood need not be said back again, what moved must be.
    @Test func whatMovedIsSaidBackAgain() throws {
        var watch = Self.offered()
        let old = Self.relief(watch)
        for line in try #require(watch.shift.offer?.written?.critical) {
            watch.add(
                .saidBack(HandoverSaidBack(item: try #require(line.key), text: "understood")), minutesAgo: 15,
                by: Self.next)
        }
        watch.seizure()
        watch.add(.offered(Self.offer(watch)), minutesAgo: 10)
        let offer = try #require(watch.shift.offer)
        #expect(
            Self.refusal(watch, .ended(old.ended), by: Self.next) == .offeredAnew(watch.watch, entry: offer.entry))
        #expect(watch.shift.handover.toSayBack.map(\.item) == ["AL-2026-0002 alert"])
    }

    @Test func whoeverTakesItUnsaidSaysWhy() {
        let watch = Self.offered()
        let relief = Self.relief(watch, reason: "the officer has fainted")
        #expect(relief.ended.offer == nil && relief.started.reason == "the officer has fainted")
        #expect(Self.refusal(watch, .ended(relief.ended), by: Self.next) == nil)
    }

    @Test func aRefusalLeavesTheWatchWhereItIs() {
        var watch = Self.offered()
        let refused = ShiftEvent.refused(HandoverRefused(reason: "the phone is dead"))
        #expect(Self.refusal(watch, .refused(HandoverRefused(reason: " ")), by: Self.next) == .reasonMissing)
        #expect(Self.refusal(watch, refused, by: Self.officer) == .ownHandover(watch.watch))
        watch.add(refused, minutesAgo: 5, by: Self.next)
        #expect(watch.shift.offer == nil && watch.shift.endedAt == nil)
        #expect(
            watch.shift.handoverNeeds(at: Self.now)
                == [.refused(by: Self.next, at: Self.now - .minutes(5), reason: "the phone is dead")])
        #expect(Self.refusal(watch, refused, by: Self.next) == .notOffered(watch.watch))
    }

    /// Nothing but the clock: a quarter of an hour, half an hour.
    @Test func anOfferWithoutAnAnswerClimbs() {
        let watch = Self.offered()
        let since = Self.now - .minutes(20)
        func needs(after minutes: Int64) -> [HandoverNeed] { watch.shift.handoverNeeds(at: since + .minutes(minutes)) }
        #expect(needs(after: 14) == [.unanswered(to: Self.next, since: since, .asked)])
        #expect(needs(after: 15) == [.unanswered(to: Self.next, since: since, .supervisor)])
        #expect(needs(after: 29) == [.unanswered(to: Self.next, since: since, .supervisor)])
        #expect(needs(after: 30) == [.unanswered(to: Self.next, since: since, .head)])
        #expect(watch.board.needs(at: since + .minutes(30)).contains(.handover(watch.watch, needs(after: 30)[0])))
    }

    /// From the offer on everybody sees that it lacks its acceptance; whoever is asked is told so in their own words.
    @Test func anOfferIsTold() {
        let watch = Self.offered()
        let since = Self.now - .minutes(20)
        func told(_ officer: String?) -> [Headline] {
            watch.board.needs(at: since + .minutes(1), for: officer).filter {
                switch $0 {
                case .handover, .watchOffered: true
                default: false
                }
            }
        }
        let need = Headline.handover(watch.watch, .unanswered(to: Self.next, since: since, .asked))
        #expect(told(Self.officer) == [need] && told(nil) == [need])
        #expect(told(Self.next) == [.watchOffered(watch.watch, by: "Sagynbaeva A.K.", at: since)])
    }

    /// The lines below the certificate lie beside the log: a board is told of them, and names who is missing until they signed.
    @Test func aHandoverThatIsNotSignedByBothIsTold() throws {
        let watch = MadeUpWatch(carrying: 1)
        var board = watch.board
        let old = try #require(board.relieved?.name)
        let taken = watch.shift.from
        func needs(after minutes: Int64, _ missing: [String], of name: SubjectName) -> [Headline] {
            board.note(HandoverSignatures(watch: name, taken: taken, missing: missing))
            return board.needs(at: taken + .minutes(minutes)).filter {
                if case .handover(_, .unsigned) = $0 { true } else { false }
            }
        }
        func unsigned(_ rung: HandoverRung) -> [Headline] {
            [.handover(old, .unsigned(by: ["Ermekov T."], since: taken, rung))]
        }
        #expect(needs(after: 1, ["Ermekov T."], of: old) == unsigned(.asked))
        #expect(needs(after: 15, ["Ermekov T."], of: old) == unsigned(.supervisor))
        #expect(needs(after: 15, [], of: old) == [])
        // Of a handover that is not the last one nothing is asked any more.
        #expect(needs(after: 15, ["Ermekov T."], of: watch.watch) == [])
        // It is no part of what the log says.
        #expect(board == watch.board)
    }

    @Test func aChangeAfterTheOfferIsTold() {
        var watch = Self.offered()
        #expect(!watch.shift.handover.isOutdated)
        watch.add(.itemSet(HandoverItemSet(item: .own(1, of: watch.watch), note: "and the keys")), minutesAgo: 2)
        #expect(watch.shift.handoverNeeds(at: Self.now).contains(.outdated(to: Self.next)))
    }

    @Test func theEndOfTheWatchAsksForTheOffer() {
        let watch = MadeUpWatch()
        let end = Self.now + .minutes(228)
        #expect(watch.shift.handoverDue == end - Shift.offerAhead)
        #expect(watch.board.agenda(at: Self.now).contains { $0.matter == .handover })
        #expect(watch.shift.handoverNeeds(at: end - .minutes(10)) == [.notOffered(until: end)])
        #expect(Self.offered().shift.handoverDue == nil)
    }
}
