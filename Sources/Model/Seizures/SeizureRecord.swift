/// A seizure record on the board: what was reported, and nothing to be done about it.
package struct SeizureRecord: Equatable, Sendable {
    package internal(set) var trail: Trail
    package let report: SeizureReported
    package let date: Instant
    package let precision: Precision

    init(_ entry: Entry, _ report: SeizureReported) {
        trail = Trail(entry)
        self.report = report
        date = entry.at
        precision = entry.precision
    }
}
