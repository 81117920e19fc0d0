import Testing

@testable import Model

/// Heard in one key, whom one calls, and what is on the road before anybody planned it.
@Suite struct HeardTests {
    private typealias Script = DeliveryScript

    @Test func oneKeySaysThatThoseWhereItIsWereHeard() throws {
        var script = Script()
        script.tell(Script.leg(1, "TJK", "Khujand", "Fotehobod", from: -400, until: -314), minutes: -590)
        script.tell(Script.leg(2, "UZB", "Oybek", "Yallama", from: -300, until: 18), minutes: -590)
        #expect(try script.delivery.heard == nil, "the first word says that it rolls, and needs words")
        script.tell(.reportReceived(ReportReceived(from: "TJK desk", text: "left", leg: 1)), minutes: -390)
        #expect(try script.delivery.heard?.from == "TJK desk")
        #expect(try script.delivery.caller(on: 2) == .desk("UZB") && script.delivery.caller(on: 9) == .desk("TJK"))
        script.tell(.accepted(CustodyAccepted(party: "UZB Customs", place: "Oybek")), minutes: -290)
        let heard = try #require(try script.delivery.heard)
        #expect(heard == ReportReceived(from: "UZB desk", text: "heard") && heard.isAlone)
        // It counts as every report does.
        script.tell(.reportReceived(heard), minutes: -10)
        #expect(try script.delivery.reportDue == Script.at(20))
        script.tell(.ended(DeliveryEnded(outcome: .noSeizure)), minutes: 0)
        #expect(try script.delivery.heard == nil)
    }

    @Test func wordsMayFollowForFiveMinutesAndOnlyThoseOfWhoTookTheCall() throws {
        var script = CallLadderTests.underWay()
        #expect(try script.delivery.heardAlone(among: [0, 1, 2, 3, 4], at: Script.at(-20)) == nil, "it has words")
        let entry = script.tell(.reportReceived(try #require(try script.delivery.heard)), minutes: 0)
        let alone = try script.delivery.heardAlone(among: [entry], at: Script.at(4))
        #expect(alone == HeardAlone(entry: entry, at: Script.night, from: "UZB desk", isCalledBack: false))
        #expect(try script.delivery.heardAlone(among: [entry], at: Script.at(5)) == nil)
        #expect(try script.delivery.heardAlone(among: [entry - 1], at: Script.at(1)) == nil, "a colleague heard it")
        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "lane 4")), minutes: 2)
        #expect(try script.delivery.heardAlone(among: [entry], at: Script.at(3)) == nil, "more was heard since")
    }

    @Test func whereItRollsWithoutAPlanTheCoverOfThatStateIsSaid() throws {
        var script = Script()
        #expect(try script.delivery.coverAheadInOneWord(at: Script.night) == nil)
        script.tell(.reportReceived(ReportReceived(from: "UZB desk", text: "rolling")), minutes: -5)
        #expect(try script.delivery.coverAheadInOneWord(at: Script.night) == Cover.none)
        script.tell(Script.consent("UZB", from: -300, until: 20), minutes: -4)
        #expect(try script.delivery.coverAheadInOneWord(at: Script.night) == nil)
    }

    @Test func aNewVersionOfAProcedureKeepsWhatIsDoneOfIt() throws {
        var script = Script()
        func adopt(_ version: Int, _ steps: String...) -> DeliveryEvent {
            .checklistAdopted(
                ChecklistAdopted(procedure: "road", version: version, items: steps.map { ChecklistAdopted.Item($0) }))
        }
        script.tell(adopt(1, "call all desks", "file the plan"), minutes: -60)
        script.tell(.checklistItemDone(ChecklistItemDone(procedure: "road", step: 2, note: "filed")), minutes: -50)
        script.tell(adopt(2, "ask for the hour", "file the plan", "call all desks"), minutes: -40)
        let list = try #require(try script.delivery.checklists.first)
        #expect(list.adopted.version == 2 && list.done.keys.sorted() == [2] && list.done[2]?.note == "filed")
        #expect(list.open(startingAt: nil).map(\.step) == [1, 3])
    }

    @Test func everyWordOfAnExhibitIsKept() {
        #expect(ExhibitRegistered.item(typed: "heroin 1.07 kg").note == nil)
        for line in [
            "3 tablets and 12 g of methamphetamine in foil, logo crown", "pistol Makarov with 8 rounds",
            "уксусный ангидрид, 3 канистры по 20 л", "heroin, 36 blocks",
        ] {
            let item = ExhibitRegistered.item(typed: line)
            #expect(item.note == line || item.name == line, "\(item)")
        }
    }

    @Test func whatTheCentreCanDoGoesBeforeWhatItWaitsFor() throws {
        var script = Script()
        script.tell(Script.leg(1, "TJK", "Khujand", "Fotehobod", from: 60, until: 200), minutes: -590)
        script.tell(Script.leg(2, "UZB", "Oybek", "Yallama", from: 200, until: 400), minutes: -590)
        script.tell(.requestSent(RequestSent(state: "TJK", channel: "I-24/7", text: "passage")), minutes: -500)
        #expect(try script.delivery.nextState == .request && script.delivery.outlook == .step(.ask(states: ["UZB"])))
        script.tell(.requestSent(RequestSent(state: "UZB", channel: "I-24/7", text: "passage")), minutes: -490)
        #expect(try script.delivery.nextState == .confirmed)
    }

    @Test func everyStateOnTheRoadHearsOfAStopButTheOneThatSaysIt() throws {
        var script = CallLadderTests.underWay()
        let stop = script.tell(.stopReported(StopReported(from: "UZB, Col. N.", text: "stop")), minutes: -10)
        script.tell(.partyTold(PartyTold(entry: stop, party: "KAZ")), minutes: -5)
        let first = try #require(try script.delivery.interventions(at: Script.night).first)
        #expect(first.tell.map(\.party) == ["TJK", "KAZ"] && first.tell.map { $0.told != nil } == [false, true])
    }

    @Test func theListOfCallsIsTheLadderAndOpensOnTheStepThatIsDue() throws {
        var script = CallLadderTests.underWay()
        script.tell(.eyesOn(EyesOn(party: "UZB team 2")), minutes: -21)
        func list(_ minutes: Int64, _ person: String? = "Ermekov") throws -> CallList {
            try script.delivery.callList(responsible: person, at: Script.at(minutes))
        }
        // Nothing is overdue: whom the page lists, each once, the States on the road behind them.
        let quiet = try list(0)
        let contacts = try script.delivery.contacts(responsible: "Ermekov", at: Script.night).map(\.party)
        #expect(quiet.rows.map(\.party).prefix(contacts.count) == contacts[...])
        #expect(quiet.rows.map(\.party).last == .desk("TJK") && quiet.first == 0)
        // A call from before the report was due is shown and counts for no step, here as on the ladder.
        script.tell(CallLadderTests.call("UZB desk", .noAnswer), minutes: 8)
        let due = try list(12)
        let ladder = try #require(try script.delivery.callLadders(at: Script.at(12), responsible: "Ermekov").first)
        #expect(due.rows.prefix(5).map(\.party) == ladder.steps.map(\.party))
        #expect(due.rows[due.first].why == .step(.ask, at: Script.at(12), isDue: true) && due.first == 0)
        #expect(ladder.steps[0].calls.isEmpty && ladder.steps[0].before?.at == Script.at(8))
        #expect(due.rows[0].tried?.at == Script.at(8))
        script.tell(CallLadderTests.call("UZB desk", .noAnswer), minutes: 12)
        #expect(try list(13).first == 1, "the next step, before its hour")
        script.tell(CallLadderTests.call("UZB desk", .busy), minutes: 14)
        #expect(try list(19).rows[2].party == .named("UZB team 2") && list(19).first == 2)
        #expect(try list(29, nil).rows.contains { $0.party == .responsible(nil) }, "the same name on both")
    }

    @Test func whatIsOnTheRoadIsOpenedPlannedAndHeardOfAtOnce() throws {
        var rolling = RollingDelivery(goods: "heroin 38 kg", state: "UZB", began: Script.night)
        rolling.place = "Chinoz"
        rolling.every = 30
        #expect(rolling.until == Script.at(720) && !rolling.leavesBeforeTheReport)
        guard case .opened(let opened) = rolling.events[0], case .legPlanned(let leg) = rolling.events[1],
            case .reportReceived(let report) = rolling.events[2]
        else {
            Issue.record("\(rolling.events)")
            return
        }
        #expect(opened.initiator == "UZB" && opened.priority == 1)
        #expect(leg.entry == "Chinoz" && leg.exit == "?" && leg.reportEvery == 30 && leg.until == Script.at(720))
        #expect(report.from == "UZB desk" && report.leg == 1 && report.exitEstimate == nil)
        rolling.leaves = Script.night
        #expect(rolling.leavesBeforeTheReport)
    }

    @Test func aStateThatWasNeverAskedConfirmsNothingAndOneWithoutALegCoversNothing() throws {
        var script = CallLadderTests.underWay()
        let confirmed = DeliveryEvent.requestAcknowledged(RequestAcknowledged(state: "KAZ", by: "the desk"))
        #expect(script.refusal(confirmed) == .neverAsked(Script.name, state: "KAZ"))
        script.tell(.requestSent(RequestSent(state: "KAZ", channel: "CENcomm", text: "passage")), minutes: -500)
        #expect(script.refusal(confirmed) == nil)
        script.tell(Script.consent("FRA", from: -300, until: 20), minutes: -400)
        #expect(try script.delivery.statesWithoutLeg == ["FRA"] && !script.delivery.hasNoLeg(in: "KAZ"))
    }
}
