import Testing

@testable import Model

/// What the clock alone changes about a leg: rows, needs and dues stand on one outlook. Each answer is reckoned by hand, in minutes
/// after the night's instant.
@Suite struct OutlookByTheClockTests {
    private typealias Script = DeliveryScript

    /// TJK 0 to 220 with consent to 300, UZB 220 to 570 with consent to 660, KAZ 570 to 900 with consent to 960; an hour's notice.
    private static func road(_ consents: [String] = ["TJK", "UZB", "KAZ"]) -> DeliveryScript {
        var script = Script()
        script.tell(Script.leg(1, "TJK", "Khujand", "Fotehobod", from: 0, until: 220), minutes: -590)
        script.tell(Script.leg(2, "UZB", "Oybek", "Yallama", from: 220, until: 570), minutes: -590)
        script.tell(Script.leg(3, "KAZ", "Konysbayev", "Syrym", from: 570, until: 900), minutes: -590)
        let ends: [String: Int64] = ["TJK": 300, "UZB": 660, "KAZ": 960]
        for state in consents {
            script.tell(Script.consent(state, from: -60, until: ends[state] ?? 0), minutes: -580)
        }
        return script
    }

    private static func heard(_ from: String, leg: Int, exit: Int64? = nil) -> DeliveryEvent {
        .reportReceived(
            ReportReceived(from: from, text: "heard", leg: leg, exitEstimate: exit.map { DeliveryScript.at($0) }))
    }

    private static func accepted(_ party: String, _ place: String) -> DeliveryEvent {
        .accepted(CustodyAccepted(party: party, place: place))
    }

    private static func released(_ party: String, _ place: String) -> DeliveryEvent {
        .released(CustodyReleased(party: party, place: place))
    }

    private func needs(_ delivery: Delivery, _ minutes: Int64) -> [DeliveryNeed] {
        delivery.needs(at: Script.at(minutes)).compactMap {
            if case .delivery(_, _, let need) = $0 { need } else { nil }
        }
    }

    @Test func aPlannedExitThatPassesIsMovedByTheClock() throws {
        var script = Self.road()
        script.tell(Self.heard("TJK desk", leg: 1), minutes: 100)
        let delivery = try script.delivery
        func cover(_ minutes: Int64, _ leg: Int = 0) -> LegCover { delivery.cover(at: Script.at(minutes))[leg] }
        #expect(cover(219).cover == .complete(spare: .minutes(80)) && cover(219).askBy == nil)
        // From its hour on the last moment to ask stands among what is due; once that is over it is asked for now.
        #expect(cover(230).cover == .complete(spare: .minutes(70)) && cover(230).askBy == Script.at(240))
        #expect(
            delivery.dues(at: Script.at(230)).contains {
                $0.instant == Script.at(240) && $0.due == .askForMore(state: "TJK")
            })
        #expect(needs(delivery, 239).isEmpty)
        #expect(
            needs(delivery, 240).first
                == .uncovered(
                    state: "TJK", .lapsing(until: Script.at(300)), isThere: true, askBy: Script.at(240),
                    from: Script.at(300)))
        #expect(cover(310).cover == .short(missing: .minutes(10), until: Script.at(300)))
        let without = try #require(needs(delivery, 310).first)
        #expect(
            without
                == .uncovered(
                    state: "TJK", .short(missing: .minutes(10), until: Script.at(300)), isThere: true,
                    askBy: Script.at(240), from: Script.at(300)))
        #expect(without.weight(at: Script.at(310)) < 0, "it comes before silence, which is 0")
        #expect(without.weight(at: Script.at(299)) == 0)
        // It cannot come into the next State before now: in at 320, out at 670, ten minutes short.
        #expect(cover(320, 1).cover == .short(missing: .minutes(10), until: Script.at(660)))
        #expect(delivery.uncovered(at: Script.at(320)) == .minutes(20))
    }

    @Test func arrivingLateKeepsTheSlip() throws {
        var script = Self.road()
        script.tell(Self.heard("TJK desk", leg: 1, exit: 350), minutes: 200)
        script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 360)
        let delivery = try script.delivery
        let (uzb, kaz) = (delivery.cover(at: Script.at(361))[1], delivery.cover(at: Script.at(361))[2])
        #expect(uzb.window.until == Script.at(710) && uzb.askBy == Script.at(600))
        #expect(uzb.cover == .short(missing: .minutes(50), until: Script.at(660)))
        #expect(
            kaz.window.until == Script.at(1_040) && kaz.cover == .short(missing: .minutes(80), until: Script.at(960)))
        #expect(delivery.road(at: Script.at(361)).map(\.out) == [360, 710, 1_040].map { Script.at($0) })
        script.tell(Self.heard("UZB desk", leg: 2, exit: 640), minutes: 400)
        #expect(try script.delivery.cover(at: Script.at(401))[1].cover == .complete(spare: .minutes(20)))
    }

    @Test func aLegThatWasLeftUsesItsOwnHour() throws {
        var script = Self.road()
        script.tell(Self.heard("TJK desk", leg: 1), minutes: 100)
        script.tell(Self.released("TJK Customs", "Fotehobod"), minutes: 238)
        let open = try script.delivery
        #expect(open.cover(at: Script.at(250))[0].cover == .complete(spare: .minutes(62)))
        #expect(open.cover(at: Script.at(250))[1].window.from == Script.at(250), "nobody has taken it over yet")
        #expect(open.reportingState == "UZB" && open.lastHeard == Script.at(238))
        #expect(
            open.phase(at: Script.at(268)) == .underWay
                && open.phase(at: Script.at(269)) == .silent(due: Script.at(268)))
        script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 257)
        let delivery = try script.delivery
        #expect(delivery.cover(at: Script.at(260))[0].cover == .complete(spare: .minutes(62)))
        #expect(delivery.custody.gaps.first?.length(at: Script.at(260)) == .minutes(19))
        #expect(delivery.reportingState == "UZB")
    }

    @Test func whatWasUncoveredIsNotForgotten() throws {
        var script = Self.road()
        script.tell(Self.heard("TJK desk", leg: 1), minutes: 100)
        script.tell(Self.released("TJK Customs", "Fotehobod"), minutes: 320)
        script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 330)
        script.tell(Script.consent("UZB", from: 680, until: 900, number: "2"), minutes: 640)
        script.tell(Self.released("UZB Customs", "Yallama"), minutes: 700)
        script.tell(Self.accepted("KAZ Customs", "Konysbayev"), minutes: 710)
        script.tell(.ended(DeliveryEnded(outcome: .seizure)), minutes: 970)
        let delivery = try script.delivery
        #expect(delivery.road(at: Script.at(2_000)).map(\.spent) == [20, 20, 10].map { .minutes($0) })
        #expect(delivery.uncovered(at: Script.at(2_000)) == .minutes(50))
        #expect(delivery.cover(at: Script.at(2_000))[2].cover == .short(missing: .minutes(10), until: Script.at(960)))
    }

    @Test func theLastMomentToAskIsTheFirstMinuteWithoutCoverLessTheNotice() throws {
        func askBy(_ events: [DeliveryEvent], _ from: Int64 = -570) throws -> Instant? {
            var script = Self.road(["TJK", "KAZ"])
            for event in events { script.tell(event, minutes: from) }
            return try script.delivery.cover(at: Script.at(-500))[1].askBy
        }
        #expect(try askBy([]) == Script.at(160), "nobody was asked")
        #expect(try askBy([Script.consent("UZB", from: 235, until: 600)]) == Script.at(160), "it begins late")
        #expect(try askBy([Script.consent("UZB", from: 0, until: 200)]) == Script.at(160), "it ended before")
        let gap = [
            Script.consent("UZB", from: 0, until: 300), Script.consent("UZB", from: 310, until: 600, number: "2"),
        ]
        #expect(try askBy(gap) == Script.at(240))
        #expect(try askBy([Script.consent("UZB", from: 0, until: 600, exit: "Gisht Kuprik")]) == Script.at(160))
        let delivery = try Self.road(["TJK", "KAZ"]).delivery
        #expect(
            delivery.dues(at: Script.at(-500)).contains {
                $0.instant == Script.at(160) && $0.due == .askFirst(state: "UZB")
            })
        // What has hours to go comes behind what is late.
        let ahead = try #require(needs(delivery, -500).first)
        #expect(
            ahead.weight(at: Script.at(-500))
                > DeliveryNeed.paperLate(state: "KAZ", promised: Script.at(-501)).weight(at: Script.at(-500)))
        #expect(ahead.weight(at: Script.at(150)) == 1)
    }

    @Test func aCrossingIsOneByEachOfItsNames() throws {
        func isCovered(_ planned: String, _ typed: String, _ names: CrossingNames = CrossingNames()) throws -> Bool {
            var script = Script()
            script.tell(Script.leg(1, "KAZ", planned, "Syrym", from: 0, until: 220), minutes: -590)
            script.tell(Script.consent("KAZ", from: -60, until: 300, entry: typed), minutes: -580)
            var delivery = try script.delivery
            delivery.take(crossings: names)
            return delivery.heardCover[0].cover.isCovered
        }
        #expect(
            try isCovered("Yallama", "Яллама") && isCovered("Кордай", "Korday")
                && isCovered("Zhibek Zholy", "Жибек Жолы"))
        #expect(try !isCovered("Konysbayev", "Yallama"), "the other post of the pair needs a table")
        let pair = KnownPlace(id: "pair", states: ["UZB", "KAZ"])
        let tables = CrossingNames(tables: { ["Konysbayev", "Yallama"].contains($0) ? [pair] : [] })
        #expect(try isCovered("Konysbayev", "Yallama", tables) && !isCovered("Konysbayev", "Korday", tables))
        let filed = CrossingNames(filed: [
            SearchFolding.fold("Chernyaevka"): ["a"], SearchFolding.fold("Zhibek Zholy"): ["a"],
        ])
        #expect(try isCovered("Zhibek Zholy", "chernyaevka", filed))
    }

    @Test func aBrokenLimitAndAMissingReleaseAreToBeExplained() throws {
        var script = Self.road()
        script.tell(Self.accepted("TJK Customs", "Khujand"), minutes: -10)
        script.tell(Self.released("TJK Customs", "Fotehobod"), minutes: 220)
        let taken = script.tell(Self.accepted("UZB Customs", "Oybek"), minutes: 290)
        #expect(try script.delivery.openDoubts == [taken])
        #expect(
            try needs(script.delivery, 291).contains(
                .heldByNobodyTooLong(
                    from: "TJK Customs", to: "UZB Customs", place: "Fotehobod", over: .minutes(40), entry: taken)))
        script.tell(.doubtSettled(DoubtSettled(entry: taken, from: "UZB", text: "a queue")), minutes: 300)
        #expect(try script.delivery.openDoubts.isEmpty)
        // Kazakhstan has it and Uzbekistan has not told that it let it go: asked about once the limit is over.
        let next = script.tell(Self.accepted("KAZ Customs", "Konysbayev"), minutes: 560)
        let missing = DeliveryNeed.releaseMissing(
            party: "UZB Customs", taker: "KAZ Customs", since: Script.at(560), entry: next)
        #expect(try !needs(script.delivery, 590).contains(missing) && needs(script.delivery, 591).contains(missing))
        script.tell(Self.released("UZB Customs", "Yallama"), minutes: 550)
        #expect(try !needs(script.delivery, 591).contains(missing))
    }

    @Test func theFirstReportCountsFromTheAnnouncementAndAStartThatIsOverdueIsTold() throws {
        var script = Self.road()
        #expect(try needs(script.delivery, -1).isEmpty)
        let late = DeliveryNeed.startLate(state: "TJK", planned: Script.at(0))
        #expect(try needs(script.delivery, 101).contains(late))
        script.tell(.startDecided(StartDecided(goes: true, decidedBy: "TJK")), minutes: 95)
        script.tell(.startAnnounced(StartAnnounced(states: ["TJK", "UZB", "KAZ"])), minutes: 101)
        let delivery = try script.delivery
        #expect(!needs(delivery, 101).contains(late) && delivery.reportDue == Script.at(131))
    }

    @Test func whatIsKeptFromMinuteToMinuteIsWhatIsReckonedAnew() throws {
        var script = Self.road()
        script.tell(Self.heard("TJK desk", leg: 1), minutes: 100)
        let kept = try script.delivery
        for minutes in [100, 219, 220, 239, 240, 299, 300, 301, 330, 700] as [Int64] {
            for at in [Script.at(minutes), Script.at(minutes) + .seconds(59)] {
                let anew = try script.delivery
                #expect(kept.needs(at: at) == anew.needs(at: at) && kept.cover(at: at) == anew.cover(at: at))
            }
        }
    }
}
