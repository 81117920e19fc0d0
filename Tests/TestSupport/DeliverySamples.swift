import Model

/// One event of every kind about consents, custody, what goes wrong and evidence.
enum DeliverySamples {
    private static let night = SampleLog.night
    private static let hash = String(repeating: "0e", count: 32)

    private static func delivery(_ event: DeliveryEvent) -> EveryEvent.Sample {
        EveryEvent.Sample(area: .deliveries, event: .delivery(event))
    }

    private static let item = SeizedItem(
        kind: .drug, name: "something", substance: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"))

    static let written: [EveryEvent.Sample] = before + road + evidence

    private static let before: [EveryEvent.Sample] = [
        delivery(.checked(DeliveryChecked(text: "no other operation of somebody", isClear: true))),
        delivery(.requestAcknowledged(RequestAcknowledged(state: "UZB", by: "a major", number: "17"))),
        delivery(
            .consentGiven(
                ConsentGiven(
                    state: "UZB", authority: "a prosecutor", number: "88/26", form: .oral, from: night - .hours(4),
                    until: night + .hours(2), entry: "a post", exit: "another post", method: .intact,
                    conditions: ["by day"], paperBy: night + .hours(8), replaces: "87/26"))),
        delivery(
            .consentRefused(ConsentRefused(state: "KAZ", authority: "a court", number: "9", reason: "no officers"))),
        delivery(
            .consentWithdrawn(
                ConsentWithdrawn(
                    state: "UZB", authority: "a prosecutor", number: "88/26", from: night + .hours(1),
                    reason: "a change"))),
        delivery(.paperReceived(ConsentPaperReceived(state: "UZB", number: "90/26", raw: hash))),
        delivery(.planAgreed(PlanAgreed(states: ["UZB", "KAZ"], version: 2, text: "the plan"))),
        delivery(
            .startDecided(StartDecided(goes: true, decidedBy: "a prosecutor", number: "1/26", text: "at night"))),
        delivery(.startAnnounced(StartAnnounced(states: ["UZB", "KAZ"], reason: "on the word of somebody"))),
        delivery(
            .prepared(
                DeliveryPrepared(
                    by: "a team", place: "a yard", method: .intact, text: "nothing taken out", seal: "TJ 004417",
                    grossGrams: 31_460_000, tracker: "a tracker"))),
    ]

    private static let road: [EveryEvent.Sample] = [
        delivery(.limitAgreed(CustodyLimitAgreed(minutes: 30))),
        delivery(
            .released(
                CustodyReleased(
                    party: "a service", place: "a post", seal: "TJ 004417", grossGrams: 31_460_000,
                    officer: "a captain",
                    note: "in rain"))),
        delivery(
            .accepted(
                CustodyAccepted(
                    party: "another service", place: "another post", seal: "TJ 004417", grossGrams: 31_440_000,
                    officer: "a major", note: "in rain"))),
        delivery(.eyesOn(EyesOn(party: "a team", place: "a queue"))),
        delivery(.eyesLost(EyesLost(party: "a team", reason: "fog"))),
        delivery(
            .exceptionEntered(
                ExceptionEntered(.deviated, from: "a desk", text: "left the road", leg: 1, isCalledBack: true))),
        delivery(
            .interventionAgreed(
                InterventionAgreed(
                    leg: 1, situation: .deviated, decides: "a State", steps: ["call somebody"], tell: ["a service"]))),
        delivery(.interventionStepDone(InterventionStepDone(entry: 3, step: 1, note: "they know"))),
        delivery(.exceptionEnded(ExceptionEnded(entry: 3, text: "back on the road"))),
        delivery(.callTried(DeliveryCallTried(party: "a desk", outcome: .busy, note: "rang long"))),
        delivery(
            .stopReported(StopReported(from: "a colonel", text: "do not let it go on", leg: 1, isCalledBack: true))),
        delivery(.partyTold(PartyTold(entry: 3, party: "KAZ desk", note: "at once"))),
        delivery(
            .decided(
                DeliveryDecided(
                    text: "the interval stays", reason: "two cars see it", options: ["every 15 min"],
                    decidedBy: "a State", knownTo: 3))),
        delivery(.doubtSettled(DoubtSettled(entry: 3, from: "a post", text: "two digits were swapped"))),
        delivery(
            .checklistAdopted(
                ChecklistAdopted(
                    procedure: "a procedure", version: 2,
                    items: [ChecklistAdopted.Item("call somebody", dueMinutes: -60)]))),
        delivery(.checklistItemDone(ChecklistItemDone(procedure: "a procedure", step: 1, note: "they know"))),
    ]

    private static let evidence: [EveryEvent.Sample] = [
        delivery(
            .exhibitRegistered(
                ExhibitRegistered(
                    exhibit: "E-1", item: item, state: "RUS", place: "a yard", seal: "A-1", payloads: [hash]))),
        delivery(
            .exhibitWeighed(
                ExhibitWeighed(
                    exhibit: "E-1", weighing: .laboratoryNet, quantity: Quantity(amount: "6.1", unit: "kg"),
                    by: "a laboratory", note: "dry"))),
        delivery(
            .exhibitResealed(ExhibitResealed(exhibit: "E-1", oldSeal: "A-1", newSeal: "A-2", reason: "a sample"))),
        delivery(
            .exhibitRecorded(
                ExhibitRecorded(exhibit: "E-1", sort: .photograph, reference: "a file", result: "clear", raw: hash))),
        delivery(
            .formalRequestSent(
                FormalRequestSent(matter: .evidence, from: "RUS", to: "KAZ", number: "R-1", due: night + .hours(40)))),
        delivery(
            .formalRequestAnswered(FormalRequestAnswered(number: "R-1", isGranted: true, text: "sent by post"))),
        delivery(
            .investigationNoted(
                InvestigationNoted(
                    sort: .backTracking, state: "TJK", authority: "a prosecutor", number: "12/26", text: "the source"))),
        delivery(
            .detailed(
                DeliveryDetailed(
                    Particulars(
                        items: [item], identifiers: [IdentifierMention(.seal, typed: "TJ 004417")].compactMap { $0 },
                        state: "UZB", place: "a village", departure: "a town", transit: ["another town"],
                        destination: "a city", concealment: "under the floor", transport: "a lorry",
                        text: "as somebody said"),
                    source: "a service", payloads: [hash]))),
        delivery(.debriefHeld(DebriefHeld(text: "what was learnt", lessons: ["ask earlier"]))),
    ]
}
