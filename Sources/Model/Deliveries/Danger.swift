/// Of several things that are not as planned, the most dangerous one is told first, and none of them hides another.
extension ExceptionKind {
    /// The smaller, the more dangerous: people, then a State's stop, then the load slipping away, then what is only not known.
    package var danger: Int {
        switch self {
        case .danger, .weapons: 0
        case .stopReported: 1
        case .lossOfControl, .unloading, .compromised, .tampering: 2
        case .seizedEarly: 3
        case .uncovered: 4
        case .contactLost: 5
        case .deviated: 6
        case .timeLimit: 7
        case .stopped, .delayed, .destinationReached: 12
        }
    }
}

extension DeliveryNeed {
    /// Among needs of one weight, the smaller, the sooner.
    var danger: Int {
        switch self {
        case .exception(let kind, _, _, _, _): kind.danger
        case .nobodyHolds: 8
        case .uncovered(_, _, isThere: true, _, _): 7
        // Somebody may have been at the load; what is only short on paper comes after it.
        case .sealDiffers: 3
        case .weightDiffers, .notTheHolder, .outOfOrder: 4
        default: Delivery.noDanger
        }
    }
}

extension Headline {
    /// Among needs of one weight, the smaller, the sooner. One that was never heard of may not have begun to report.
    var danger: Int {
        switch self {
        case .delivery(_, _, let need): need.danger
        case .silence(_, _, _, _, let lastHeard): lastHeard == nil ? 10 : 9
        default: Delivery.noDanger
        }
    }
}

extension Delivery {
    static let noDanger = 11

    /// What is not as planned now, the most dangerous first, then the newest; nothing once it has ended.
    package var exceptionsByDanger: [Exceptions.Open] {
        guard end == nil else { return [] }
        return exceptions.open.sorted {
            ($0.entered.exception.danger, $1.entry) < ($1.entered.exception.danger, $0.entry)
        }
    }

    /// How dangerous it is, for the order of deliveries that are in trouble.
    func danger(at now: Instant) -> Int {
        let needs = ownNeeds(at: now).filter { $0.weight(at: now) < 2 }.map(\.danger).min() ?? Delivery.noDanger
        guard case .silent = phase(at: now) else { return needs }
        return min(needs, lastReport == nil ? 10 : 9)
    }
}
