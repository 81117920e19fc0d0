import Model
import Screen

/// How many alerts came when, as one line: the officer sees whether the night is filling up.
package enum AlertStrip {
    /// Alerts raised per interval, oldest first, by when we learnt of them; the last interval ends now.
    package static func counts(of entries: some Sequence<Entry>, until now: Instant, minutes: Int64, count: Int)
        -> [Int]
    {
        let raised = entries.filter { if case .alert(.raised) = $0.event { true } else { false } }
        return Graph.histogram(
            of: raised.map(\.learnt.milliseconds), until: now.milliseconds, width: minutes * 60_000, count: count)
    }

    /// The line itself, exactly `columns` wide.
    package static func line(
        of entries: some Sequence<Entry>, until now: Instant, minutes: Int64 = 10, columns: Int, on ladder: SymbolLadder
    ) -> SafeText {
        let capacity = Graph.capacity(of: columns, on: ladder)
        return Graph.strip(
            counts(of: entries, until: now, minutes: minutes, count: capacity), columns: columns, on: ladder)
    }
}
