/// What waits in the folders of partners, as the reader of the spool said last.
package struct SpoolBacklog: Equatable, Sendable {
    /// Files, of all partners.
    package let waiting: Int
    /// The partners who sent more than they may.
    package let overQuota: [String]
    /// By the machine's clock.
    package let at: Instant
    /// The reader said nothing for longer than it may, and had not ended in order.
    package let isStale: Bool
    /// It cannot write into the log just now.
    package let isInTrouble: Bool

    package init(waiting: Int, overQuota: [String], at: Instant, isStale: Bool, isInTrouble: Bool) {
        self.waiting = waiting
        self.overQuota = overQuota
        self.at = at
        self.isStale = isStale
        self.isInTrouble = isInTrouble
    }
}
