/// One report with the instant by which it was due, as it was when it came.
package struct ReportRecord: Equatable, Sendable {
    package let entry: Int64
    package let report: ReportReceived
    package let at: Instant
    package let learnt: Instant
    /// Nil where no interval was agreed.
    package let due: Instant?

    /// By how much it was learnt too late; nil within the grace that a call takes.
    package var late: Span? {
        guard let due, learnt - due > CallLadder.grace else { return nil }
        return learnt - due
    }
}

extension Delivery {
    /// The reports of a delivery in the order in which they were learnt.
    ///
    /// - Parameters:
    ///   - entries: all of the delivery, ascending; none means none is loaded yet.
    ///   - withdrawn: the numbers of those that do not count.
    package static func reports(in entries: [Entry], without withdrawn: Set<Int64>) -> [ReportRecord] {
        guard let first = entries.first, case .delivery(.opened(let opened)) = first.event else { return [] }
        var delivery = Delivery(first, opened)
        var reports: [ReportRecord] = []
        for entry in entries.dropFirst() where !withdrawn.contains(entry.index) {
            guard case .delivery(let event) = entry.event else { continue }
            if case .reportReceived(let report) = event {
                let due = delivery.isOnTheRoad ? delivery.reportDue : nil
                reports.append(
                    ReportRecord(entry: entry.index, report: report, at: entry.at, learnt: entry.learnt, due: due))
            }
            delivery.apply(event, entry)
        }
        return reports
    }
}
