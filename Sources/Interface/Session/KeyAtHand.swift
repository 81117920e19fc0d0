import Wording

/// A key file that this console can reach.
package struct KeyAtHand: Equatable, Sendable {
    /// The officer's id, as the file says; empty where the file cannot be read.
    package let officer: String
    /// The file is not where it was made.
    package let isCopy: Bool
    /// Why it cannot be used.
    package let fault: Message?

    package init(officer: String, isCopy: Bool = false, fault: Message? = nil) {
        self.officer = officer
        self.isCopy = isCopy
        self.fault = fault
    }
}
