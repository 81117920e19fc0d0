/// A controlled delivery as its events add up.
package struct Delivery: FoldedSubject {
    package var trail: Trail
    package let opened: DeliveryOpened
    /// By number, without gaps being required: States are told of in any order.
    package private(set) var legs: [LegPlanned] = []
    package private(set) var currentLegNumber: Int?
    package private(set) var lastReport: Report?
    package private(set) var reportCount = 0
    package private(set) var lastPlace: String?
    package private(set) var exitEstimate: Instant?
    package private(set) var end: End?
    /// When the Centre closed its file on it.
    package private(set) var closedAt: Instant?

    package struct Report: Equatable, Sendable {
        package let index: Int64
        package let at: Instant
        package let learnt: Instant
        package let report: ReportReceived
    }

    package struct End: Equatable, Sendable {
        package let at: Instant
        package let ended: DeliveryEnded
    }

    package enum Phase: Equatable, Sendable {
        /// Nothing heard yet and the first leg has not begun.
        case planned
        case underWay
        /// A report was due at `due` and has not come.
        case silent(due: Instant)
        /// Silence was agreed for now.
        case quietByPlan(until: Instant)
        case ended
    }

    init(_ entry: Entry, _ opened: DeliveryOpened) {
        trail = Trail(entry)
        self.opened = opened
    }

    package static func own(_ event: Event) -> DeliveryEvent? {
        if case .delivery(let event) = event { event } else { nil }
    }

    package var currentLeg: LegPlanned? {
        guard let number = currentLegNumber else { return legs.first }
        return legs.first { $0.number == number }
    }

    /// When the next report is due: one interval after the last word, or after the leg began, or when agreed silence ends.
    package var reportDue: Instant? {
        guard end == nil, let leg = currentLeg, let minutes = leg.reportEvery else { return nil }
        let lastWord = lastReport.map { max($0.at, leg.from) } ?? leg.from
        let due = lastWord + .minutes(Int64(minutes))
        return leg.quietUntil.map { max($0, due) } ?? due
    }

    package func phase(at now: Instant) -> Phase {
        if end != nil { return .ended }
        guard let leg = currentLeg else { return lastReport == nil ? .planned : .underWay }
        if let due = reportDue, due < now { return .silent(due: due) }
        if let quiet = leg.quietUntil, quiet > now, now >= leg.from { return .quietByPlan(until: quiet) }
        return lastReport == nil && now < leg.from ? .planned : .underWay
    }

    /// By how much the estimate passes the end of the planned window of the leg it is on; nil when it does not.
    package var windowOverrun: Span? {
        guard end == nil, let leg = currentLeg, let exitEstimate, exitEstimate > leg.until else { return nil }
        return exitEstimate - leg.until
    }

    package var nextChange: Instant? { reportDue }

    package mutating func apply(_ event: DeliveryEvent, _ entry: Entry) {
        switch event {
        case .opened, .noted, .requestSent, .evidenceTransferred: break
        case .closed: closedAt = entry.at
        case .legPlanned(let leg):
            legs.removeAll { $0.number == leg.number }
            legs.insert(leg, at: legs.firstIndex { $0.number > leg.number } ?? legs.endIndex)
        case .reportReceived(let report):
            reportCount += 1
            if let leg = report.leg, leg != currentLegNumber {
                currentLegNumber = leg
                exitEstimate = nil
            }
            // A report that happened earlier than the last one fills the timeline, but does not turn the clock back.
            guard lastReport.map({ entry.at >= $0.at }) ?? true else { return }
            lastReport = Report(index: entry.index, at: entry.at, learnt: entry.learnt, report: report)
            lastPlace = report.place ?? lastPlace
            exitEstimate = report.exitEstimate ?? exitEstimate
        case .ended(let ended): end = End(at: entry.at, ended: ended)
        }
    }

    package func refusal(of event: DeliveryEvent, by actor: String, at now: Instant) -> Refusal? {
        if let closedAt { return .alreadyEnded(name, at: closedAt) }
        if let end, !event.isAllowedAfterTheEnd { return .alreadyEnded(name, at: end.at) }
        switch event {
        case .opened: return .alreadyExists(name)
        case .legPlanned(let leg):
            if leg.until <= leg.from { return .windowEndsBeforeItBegins(from: leg.from, until: leg.until) }
        case .reportReceived(let report):
            if report.text.trimmingBlanks.isEmpty && report.place == nil { return .textMissing }
            if let leg = report.leg, !legs.contains(where: { $0.number == leg }) { return .noSuchLeg(name, leg) }
        case .noted(let note):
            if note.text.trimmingBlanks.isEmpty { return .textMissing }
        case .requestSent(let request):
            if request.text.trimmingBlanks.isEmpty { return .textMissing }
        case .closed(let closed):
            if end == nil { return .notEnded(name) }
            if closed.summary.trimmingBlanks.isEmpty { return .textMissing }
        case .ended, .evidenceTransferred: break
        }
        return nil
    }

    package var summary: SubjectSummary {
        SubjectSummary(
            trail, bucket: end == nil ? .open : .closed,
            rank: SubjectSummary.rank(priority: opened.priority, since: trail.opened), nextChange: nextChange)
    }
}

extension DeliveryEvent {
    /// Evidence, requests and the closing of the file come after the end of the road.
    fileprivate var isAllowedAfterTheEnd: Bool {
        switch self {
        case .noted, .requestSent, .evidenceTransferred, .closed: true
        case .opened, .legPlanned, .reportReceived, .ended: false
        }
    }
}
