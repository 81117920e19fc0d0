/// What the bytes of a message are, decided before any of it is read.
package enum MessageFormat: String, CaseIterable, Sendable {
    case cap
    case labelledText = "labelled_text"
    /// The table of individual drug seizures (UNODC).
    case seizureTable = "unodc_csv"
    /// Our own events, one JSON object a line.
    case eventLines = "event_lines"
    /// Records as another log of this program gives them out (`export jsonl`), one a line.
    case recordLines = "record_lines"
}
