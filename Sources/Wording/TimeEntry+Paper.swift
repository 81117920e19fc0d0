import Model

extension TimeEntry {
    /// The time of a row of paper: the latest such time of the watch whose sheet it is, else the latest one up to now.
    ///
    /// - Parameter text: by the Centre's clock; with a day where that is not enough
    package func onPaper(_ text: String, of watch: Shift) throws(TimeEntryFault) -> Instant {
        let end = watch.endedAt.map { min($0, now) } ?? now
        let told = try TimeEntry(zone: zone, now: end).instant(text, .past)
        return told >= watch.from - .minutes(1) ? told : try instant(text, .past)
    }
}
