import Model

/// Whether somebody is in front of the screen, and since when rows that are new have stood there.
///
/// A row was seen when it stood on the screen for two seconds in which somebody was there, and then a key was pressed. Being
/// drawn in an empty room is not being seen: the first key after a minute without any only says that somebody is back.
struct Attention: Equatable, Sendable {
    /// After so long without a key nobody is there.
    static let absence = Span.minutes(1)
    /// So long a row takes to be seen.
    static let look = Span.seconds(2)

    struct Row: Hashable, Sendable {
        let panel: PanelID
        let index: Int64
    }

    /// Since when rows that are new stand on the screen with somebody before it, on the real clock.
    var shown: [Row: Instant] = [:]
    /// From when on what is new has come while nobody was there, on the board's clock; nil when all of it was seen.
    var awaySince: Instant?
    /// When the marks were last handed over to be kept, and what they were.
    var keptAt: Instant?
    var kept: Seen?

    mutating func see(_ rows: Set<Row>, at real: Instant) {
        shown = Dictionary(uniqueKeysWithValues: rows.map { ($0, shown[$0] ?? real) })
    }
}
