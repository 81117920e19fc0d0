import Screen

/// How to claim a terminal. The defaults are right for a program started by hand.
package struct TerminalOptions: Sendable {
    /// Where keys come from and where the screen goes; both must be the same terminal.
    package var input: Int32 = 0
    package var output: Int32 = 1
    /// The type of the terminal; the environment's `TERM` if there is none.
    package var type: String?
    /// The locale's name; empty takes it from the environment.
    package var locale = ""
    /// Draws ASCII only, whatever the locale says.
    package var asciiOnly = false
    /// Draws frames and bars as ASCII, and letters as they are.
    package var asciiFrames = false
    /// Wraps each frame in mode 2026; only for a terminal that is known to have it.
    package var synchronisesOutput = false
    /// Asks the terminal now and then whether it has drawn what it got, to measure how fast it is.
    package var asksTerminal = true
    /// Reports the mouse. Off by default, because it takes the terminal's own selection away.
    package var mouse = false
    /// Milliseconds after which Esc is the key itself; the environment's `ESCDELAY`, else 25, if there is none.
    package var escapeDelayMilliseconds: Int?
    /// Never more colours than this; `NO_COLOR` in the environment means none.
    package var maximumColours = ColourDepth.trueColour
    /// Ignores `TERMINFO`, `TERMINFO_DIRS` and `~/.terminfo`, for a service account.
    package var ignoresPersonalTerminfo = false
    /// Keeps other users' messages off the screen while the program runs.
    package var refusesMessages = true

    package init() {}
}

/// Rows and columns of a terminal.
package struct TerminalSize: Hashable, Sendable {
    package var rows: Int
    package var columns: Int

    package init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// What a canvas is never larger than. Kernels report up to 65535, which nothing could allocate.
    package static let largest = TerminalSize(rows: 1000, columns: 1000)
    /// What a terminal is taken for that does not know its size.
    package static let usual = TerminalSize(rows: 24, columns: 80)

    /// The size as the kernel reports it, made usable: an unknown side is the usual one, a huge one the largest.
    init(reportedRows rows: Int, columns: Int) {
        self.rows = rows <= 0 ? Self.usual.rows : min(rows, Self.largest.rows)
        self.columns = columns <= 0 ? Self.usual.columns : min(columns, Self.largest.columns)
    }
}
