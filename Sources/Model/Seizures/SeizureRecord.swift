/// A seizure record on the board: what was reported, and nothing to be done about it.
package struct SeizureRecord: FoldedSubject {
    package var trail: Trail
    package let report: SeizureReported
    package let date: Instant
    package let precision: Precision

    init(_ entry: Entry, _ report: SeizureReported) {
        trail = Trail(entry)
        self.report = report
        date = entry.at
        precision = entry.precision
    }

    package static func own(_ event: Event) -> SeizureEvent? {
        if case .seizure(let event) = event { event } else { nil }
    }

    package mutating func apply(_ event: SeizureEvent, _ entry: Entry) {}
    package func refusal(of event: SeizureEvent, by actor: String, at now: Instant) -> Refusal? { .alreadyExists(name) }

    package var summary: SubjectSummary {
        SubjectSummary(trail, bucket: .closed, rank: trail.first, nextChange: nil)
    }
}
