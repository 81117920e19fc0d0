/// Why a terminal cannot be used, as facts.
package enum TerminalFault: Error, Hashable, Sendable {
    /// `TERM` is not set or empty.
    case noTerm
    /// Terminfo has no entry for this type, or ncurses cannot use it.
    case unknownTerm(String)
    /// This type of terminal cannot place its cursor, so only plain lines make sense.
    case cannotPlaceCursor(String)
    /// The descriptor is something else: a pipe, a file.
    case notATerminal(descriptor: Int32)
    /// This process holds a terminal already.
    case alreadyClaimed
    /// A call to the system failed.
    case system(call: String, errno: Int32)
}
