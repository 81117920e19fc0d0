/// What the shell is told, besides the words.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    /// The work was done, and something was found: bad rows, damaged records.
    case findings = 1
    case usage = 2
    /// The model refuses it, or somebody wrote first.
    case notAllowed = 3
    /// Nothing can be promised: a fault of the disk, of a file, of the log.
    case notSure = 4
    case short = 10
    case damaged = 11
    case altered = 12
    case notALog = 13
}
