import EventLog
import Model

/// A log of nothing but deliveries: many that run, with forty records each, and many more that are closed.
struct DeliveriesLog {
    static let running = 500
    static let closed = 20_000
    static let recordsEach = 40

    private let store: LogStore
    private var ids = EventIDSource()
    private let now: Instant
    private var count = 0
    private(set) var names: [SubjectName] = []

    init(_ path: String) throws {
        now = MachineMoment.now().wall
        let identity = try LogIdentity(centre: "BENCH", desk: "A", isExercise: false, epoch: "2026")
        let founded = MachineMoment(wall: now - .days(3), boot: "bench", mono: 0)
        try LogStore.found(path, identity: identity, actor: LogMaker.actor, moment: founded)
        store = try LogStore(opening: path)
    }

    /// How many entries it has then.
    mutating func make() throws -> Int {
        let started = ShiftStarted(officer: "Bench", until: now + MadeLog.planAhead, relief: nil)
        _ = try append([(.new(.shifts), .shift(.started(started)))])
        for begin in stride(from: 0, to: DeliveriesLog.closed, by: 1_000) {
            let names = try open(Array(begin..<min(begin + 1_000, DeliveriesLog.closed)))
            _ = try append(
                names.map { (.existing($0), .delivery(.ended(DeliveryEnded(outcome: .seizure, place: "Shymkent")))) })
            _ = try append(
                names.map {
                    (
                        .existing($0),
                        .delivery(.closed(DeliveryClosed(summary: "seized, file closed", reason: "made up")))
                    )
                })
        }
        names = try open(Array(0..<DeliveriesLog.running))
        for number in 1..<DeliveriesLog.recordsEach {
            _ = try append(
                names.enumerated().map { n, name in (.existing(name), .delivery(event(number, delivery: n))) })
        }
        try store.checkpoint()
        let size = Int(try store.size())
        store.close()
        return size
    }

    private mutating func open(_ numbers: [Int]) throws -> [SubjectName] {
        try append(
            numbers.map { n in
                (
                    .new(.deliveries),
                    .delivery(
                        .opened(
                            DeliveryOpened(
                                priority: 1 + n % 3, goods: "heroin \(10 + n % 90).4 kg gross", method: .intact,
                                conveyance: "truck \(1_000 + n) AT", initiator: "TJK")))
                )
            })
    }

    private mutating func append(_ events: [(Proposal.Target, Event)]) throws -> [SubjectName] {
        count += 1
        // Two days pass while it is written.
        let wall = now - .days(2) + .minutes(Int64(count * 20))
        let moment = MachineMoment(wall: min(wall, now - .minutes(1)), boot: "bench", mono: Int64(count))
        let proposals = events.map {
            Proposal($0.0, $0.1, id: ids.next(at: moment.wall), actor: LogMaker.actor)
        }
        return try store.append(proposals, moment: moment).map(\.subject)
    }

    private static let road: [(state: String, entry: String, exit: String)] = [
        ("TJK", "Panji Poyon", "Fotehobod"), ("UZB", "Oybek", "Yallama"), ("KAZ", "Konysbayev", "Korday"),
        ("KGZ", "Ak-Zhol", "Bishkek"),
    ]

    /// What a delivery is made of: its road, requests, consents, preparation, handovers and reports. One in twenty has a consent
    /// that does not last, one in fifty is silent, one in thirty has an exception.
    private func event(_ number: Int, delivery n: Int) -> DeliveryEvent {
        let place = DeliveriesLog.road[number % 4]
        let begin = now - .hours(30) + .hours(Int64(10 * (number % 4)))
        switch number {
        case 1...4:
            let quiet = n % 50 == 49 ? nil : now + .days(20) + .minutes(Int64(n))
            return .legPlanned(
                LegPlanned(
                    number: number % 4 + 1, state: place.state, entry: place.entry, exit: place.exit, from: begin,
                    until: begin + .hours(10), reportEvery: 60, quietUntil: quiet, notice: .hours(1)))
        case 5...8:
            return .requestSent(
                RequestSent(
                    state: place.state, channel: "CENcomm", number: "\(n)/\(number)", text: "passage of the truck",
                    answerBy: now + .days(1)))
        case 9...12: return .requestAcknowledged(RequestAcknowledged(state: place.state, by: "\(place.state) desk"))
        case 13...16:
            let isShort = n % 20 == 19 && number == 16
            return .consentGiven(
                ConsentGiven(
                    state: place.state, authority: "Prosecutor General", number: "\(n)-\(number)",
                    from: begin - .hours(2), until: begin + .hours(isShort ? 9 : 14 + Int64(n % 40))))
        case 17: return .planAgreed(PlanAgreed(states: DeliveriesLog.road.map(\.state), version: 1, text: "by road"))
        case 18:
            return .prepared(
                DeliveryPrepared(
                    by: "TJK DCA", method: .intact, text: "two samples", seal: "TJ \(n)", grossGrams: 31_460_000))
        case 19: return .startAnnounced(StartAnnounced(states: DeliveriesLog.road.map(\.state), reason: "as agreed"))
        case 20: return .accepted(CustodyAccepted(party: "TJK DCA", place: "Dushanbe", seal: "TJ \(n)"))
        case 21: return .released(CustodyReleased(party: "TJK DCA", place: "Fotehobod", seal: "TJ \(n)"))
        case 22: return .accepted(CustodyAccepted(party: "UZB Customs", place: "Oybek", seal: "TJ \(n)"))
        case 23: return .eyesOn(EyesOn(party: "UZB team", place: "Oybek"))
        case 24 where n % 30 == 29:
            return .exceptionEntered(ExceptionEntered(.delayed, from: "UZB desk", text: "an axle is broken", leg: 2))
        default:
            return .reportReceived(
                ReportReceived(
                    from: "UZB desk", text: "on the road, report \(number)", place: "km \(number * 20)",
                    leg: number < 24 ? 1 : 2))
        }
    }
}
