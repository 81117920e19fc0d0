import Testing

@testable import Model

/// A delivery told event by event, folded as a log would.
struct DeliveryScript {
    static let night = Instant(milliseconds: 1_792_192_320_000)  // 17 Oct 2026 04:12 +05
    static let name = SubjectName(area: .deliveries, year: 2026, number: 14, isExercise: false)

    private(set) var entries: [Entry] = []

    init(method: DeliveryMethod = .intact) {
        tell(
            .opened(
                DeliveryOpened(
                    priority: 1, goods: "heroin 38.4 kg gross", method: method, conveyance: "truck TJK 4821 AT 02",
                    initiator: "TJK")), minutes: -600)
    }

    /// - Parameter minutes: after the night's instant; when it happened and was learnt.
    @discardableResult
    mutating func tell(_ event: DeliveryEvent, minutes: Int64 = 0) -> Int64 {
        let at = Self.night + .minutes(minutes)
        let index = Int64(entries.count)
        entries.append(
            Entry(
                origin: "CARICC/A/live/2026", index: index, previous: .zero,
                id: .timed(at, count: 0, chance: UInt64(index)),
                desk: "A", subject: Self.name, kind: event.body.kindOfBody, at: at, recorded: at, actor: "sagynbaeva",
                body: event.body.object))
        return index
    }

    var delivery: Delivery {
        get throws {
            guard case .delivery(let delivery) = SubjectHistory(entries).subject else { throw Missing() }
            return delivery
        }
    }

    struct Missing: Error {}

    func refusal(_ event: DeliveryEvent, minutes: Int64 = 0) -> Refusal? {
        SubjectHistory(entries).refusal(of: .delivery(event), by: "sagynbaeva", at: Self.night + .minutes(minutes))
    }

    static func at(_ minutes: Int64) -> Instant { night + .minutes(minutes) }

    /// UZB from Oybek to Yallama, left at 04:30 by plan, with an hour's notice.
    static func leg(
        _ number: Int, _ state: String, _ entry: String, _ exit: String, from: Int64, until: Int64, notice: Int64? = 60
    ) -> DeliveryEvent {
        .legPlanned(
            LegPlanned(
                number: number, state: state, entry: entry, exit: exit, from: at(from), until: at(until),
                reportEvery: 30, notice: notice.map { .minutes($0) }))
    }

    static func consent(
        _ state: String, from: Int64, until: Int64, form: ConsentForm = .written, number: String? = "88/26",
        entry: String? = nil, exit: String? = nil, method: DeliveryMethod? = nil, paperBy: Int64? = nil,
        replaces: String? = nil
    ) -> DeliveryEvent {
        .consentGiven(
            ConsentGiven(
                state: state, authority: "\(state) prosecutor", number: number, form: form, from: at(from),
                until: at(until), entry: entry, exit: exit, method: method, paperBy: paperBy.map { at($0) },
                replaces: replaces))
    }
}

extension Delivery {
    /// As far as was heard, whatever the clock says.
    var heardCover: [LegCover] { cover(at: .distantPast) }
}

extension EventBody {
    fileprivate var kindOfBody: String { Self.kind }
}
