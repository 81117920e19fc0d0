import Model

extension SampleLog {
    /// The invented night of the mock-ups: one lorry on four legs, a consent that ends too early, a queue, a watch and an
    /// officer on call.
    package static var deliveryNight: SampleLog {
        var log = SampleLog()
        log.begin(
            .shifts,
            .shift(
                .started(ShiftStarted(officer: "Sagynbaeva A.K.", until: night + .minutes(228), relief: "Orazov D.M."))),
            minutesAgo: 1_212)
        log.begin(
            .onCall,
            .onCall(
                .set(OnCallSet(person: "Ermekov", duty: .leader, from: night - .hours(20), until: nil, wakeFor: 1))),
            minutesAgo: 1_200)
        let truck = log.begin(.deliveries, .delivery(opened), minutesAgo: 900)
        for (minutes, happened, event) in before + onTheRoad {
            log.add(.delivery(event), to: truck, minutesAgo: minutes, happened: happened ?? minutes)
        }
        return log
    }

    /// What follows where the desk stays silent: a load let go and not taken over, a stop, and calls that reach nobody.
    package static var deliveryTrouble: SampleLog {
        var log = deliveryNight
        let truck = SubjectName(area: .deliveries, year: 2026, number: 1, isExercise: false)
        let released = CustodyReleased(
            party: "UZB Customs", place: "Yallama", seal: "TJ 004417", grossGrams: 31_440_000)
        log.add(.delivery(.released(released)), to: truck, minutesAgo: 2, happened: 45)
        let stop = StopReported(from: "UZB, Col. Nazarov", text: "the lorry was opened", leg: 2, isCalledBack: true)
        log.add(.delivery(.stopReported(stop)), to: truck, minutesAgo: 1)
        let entry = log.entries.last?.index ?? 0
        log.add(.delivery(.partyTold(PartyTold(entry: entry, party: "KAZ"))), to: truck, minutesAgo: 0)
        log.add(
            .delivery(.callTried(DeliveryCallTried(party: "UZB Customs", outcome: .noAnswer))), to: truck,
            minutesAgo: 0)
        return log
    }

    private static let opened = DeliveryEvent.opened(
        DeliveryOpened(
            priority: 1, goods: "heroin 38.4 kg gross", method: .intact, conveyance: "truck TJK 4821 AT 02",
            initiator: "TJK"))

    private static func leg(
        _ number: Int, _ state: String, _ entry: String, _ exit: String, _ from: Int64, _ until: Int64, _ lead: String
    ) -> DeliveryEvent {
        .legPlanned(
            LegPlanned(
                number: number, state: state, entry: entry, exit: exit, from: night + .minutes(from),
                until: night + .minutes(until), reportEvery: 30, lead: lead,
                notice: number == 2 ? .minutes(60) : nil))
    }

    private static func consent(
        _ state: String, _ authority: String, _ number: String?, _ from: Int64, _ until: Int64,
        _ form: ConsentForm = .written, paperBy: Int64? = nil
    ) -> DeliveryEvent {
        .consentGiven(
            ConsentGiven(
                state: state, authority: authority, number: number, form: form, from: night + .minutes(from),
                until: night + .minutes(until), method: .intact, paperBy: paperBy.map { night + .minutes($0) }))
    }

    private typealias Told = (minutesAgo: Int64, happened: Int64?, event: DeliveryEvent)

    private static let before: [Told] = [
        (895, nil, .checked(DeliveryChecked(text: "no other operation on this plate", isClear: true))),
        (880, nil, leg(1, "TJK", "Khujand", "Fotehobod", -500, -332, "DCA")),
        (879, nil, leg(2, "UZB", "Oybek", "Yallama", -300, 18, "Customs")),
        (878, nil, leg(3, "KAZ", "B. Konysbayev", "Syrym", 20, 2_748, "Police")),
        (877, nil, leg(4, "RUS", "Mashtakovo", "Samara", 2_750, 3_348, "MIA")),
        (
            870, nil,
            .requestSent(
                RequestSent(
                    state: "UZB", channel: "CENcomm", number: "1-44", text: "passage", answerBy: night - .minutes(700)))
        ),
        (850, nil, .requestAcknowledged(RequestAcknowledged(state: "UZB", by: "Major Yusupov", number: "17"))),
        (800, nil, consent("TJK", "DCA order", "214", -800, 468)),
        (790, nil, consent("UZB", "duty prosecutor", "88/26", -372, 108)),
        (780, nil, consent("KAZ", "prosecutor", "3-1142", -252, 4_068)),
        (512, nil, consent("RUS", "MIA", nil, 1_908, 4_788, .oral, paperBy: 468)),
        (
            582, nil,
            .planAgreed(
                PlanAgreed(
                    states: ["TJK", "UZB", "KAZ", "RUS"], version: 3,
                    text: "follow to the recipients in Samara, arrest there"))
        ),
        (
            580, nil,
            .interventionAgreed(
                InterventionAgreed(
                    leg: 2, situation: .uncovered, decides: "UZB",
                    steps: ["ask UZB for more time", "tell KAZ, RUS and TJK", "write down: hold, seize or extend"],
                    tell: ["KAZ", "RUS", "TJK"]))
        ),
        (
            579, nil,
            .interventionAgreed(
                InterventionAgreed(
                    situation: .stopReported, decides: "the State that says so",
                    steps: ["call back on the filed number", "tell every State on the road"],
                    tell: ["KAZ", "RUS", "TJK"]))
        ),
        (570, nil, .limitAgreed(CustodyLimitAgreed(minutes: 30))),
        (
            560, nil,
            .checklistAdopted(
                ChecklistAdopted(
                    procedure: "Before the start", version: 2,
                    items: [
                        ChecklistAdopted.Item("numbers of all desks called", dueMinutes: -60),
                        ChecklistAdopted.Item("limit for nobody holding it agreed", dueMinutes: -30),
                        ChecklistAdopted.Item("paper of every oral consent", dueMinutes: 1_440),
                    ]))
        ),
        (550, nil, .checklistItemDone(ChecklistItemDone(procedure: "Before the start", step: 1))),
        (549, nil, .checklistItemDone(ChecklistItemDone(procedure: "Before the start", step: 2))),
        (497, nil, .startDecided(StartDecided(goes: true, decidedBy: "TJK DCA", number: "order 214"))),
        (480, nil, .startAnnounced(StartAnnounced(states: ["TJK", "UZB", "KAZ", "RUS"]))),
        (
            460, nil,
            .prepared(
                DeliveryPrepared(
                    by: "TJK DCA", place: "Khujand", method: .intact, text: "block 1 of 36 kept as E1",
                    seal: "TJ 004417",
                    grossGrams: 31_460_000, tracker: "T-7"))
        ),
    ]

    private static func report(
        _ from: String, _ text: String, _ place: String?, leg: Int?, estimate: Int64? = nil
    ) -> DeliveryEvent {
        .reportReceived(
            ReportReceived(
                from: from, text: text, place: place, leg: leg, exitEstimate: estimate.map { night + .minutes($0) }))
    }

    private static func weighed(_ exhibit: String, _ weighing: Weighing, _ amount: String, _ unit: String, _ by: String)
        -> DeliveryEvent
    {
        .exhibitWeighed(
            ExhibitWeighed(
                exhibit: exhibit, weighing: weighing, quantity: Quantity(amount: amount, unit: unit), by: by))
    }

    private static let onTheRoad: [Told] = [
        (
            455, nil,
            .exhibitRegistered(
                ExhibitRegistered(
                    exhibit: "E1",
                    item: SeizedItem(
                        kind: .drug, name: "block 1 of 36", substance: "heroin",
                        quantity: Quantity(amount: "1.07", unit: "kg")), state: "TJK", seal: "TJ 118"))
        ),
        (454, nil, weighed("E1", .roadsideGross, "1.07", "kg", "scale 17")),
        (
            450, nil,
            .exhibitRegistered(
                ExhibitRegistered(
                    exhibit: "E2",
                    item: SeizedItem(
                        kind: .drug, name: "sample", substance: "heroin", quantity: Quantity(amount: "2", unit: "g")),
                    state: "TJK", seal: "TJ 119"))
        ),
        (449, nil, weighed("E2", .roadsideGross, "2", "g", "scale 17")),
        (
            440, nil,
            .evidenceTransferred(EvidenceTransferred(exhibit: "E2", from: "TJK DCA", to: "laboratory", seal: "TJ 119"))
        ),
        (430, nil, .accepted(CustodyAccepted(party: "TJK Customs", place: "Khujand", seal: "TJ 004417"))),
        (400, nil, report("TJK desk", "left Khujand", "Khujand", leg: 1)),
        (
            314, nil,
            .released(
                CustodyReleased(
                    party: "TJK Customs", place: "Fotehobod", seal: "TJ 004417", grossGrams: 31_460_000))
        ),
        (
            295, nil,
            .accepted(
                CustodyAccepted(
                    party: "UZB Customs", place: "Oybek", seal: "TJ 004417", grossGrams: 31_440_000,
                    officer: "Capt. Rakhimov"))
        ),
        (290, nil, report("UZB desk", "at Oybek, taken over", "Oybek", leg: 2)),
        (77, 92, report("UZB desk", "left Chinoz after a stop of 45 min, nothing unloaded", "Chinoz", leg: nil)),
        (
            42, nil,
            .decided(
                DeliveryDecided(
                    text: "the interval stays 30 min", reason: "the queue stands, team 2 sees it",
                    options: ["every 15 min"], decidedBy: "UZB, Prosecutor General", knownTo: 40))
        ),
        (21, nil, .eyesOn(EyesOn(party: "UZB team 2", place: "Yallama queue"))),
        (21, nil, report("UZB desk", "in the queue", "Yallama queue", leg: nil)),
        (3, nil, .eyesOn(EyesOn(party: "tracker T-7", place: "Yallama", isTracker: true))),
        (1, 6, report("UZB desk", "40 trucks ahead, exit about 06:20", "Yallama queue", leg: nil, estimate: 128)),
    ]
}
