import Model
import Wording

/// Writes entries as lines that `EventLines` reads back, with what the log knows beside them.
package enum EventLine {
    /// The keys of a line, those that are only for the reader of a log included.
    static let keys: Set<String> = [
        "actor", "at", "body", "desk", "id", "idx", "kind", "log", "precision", "rec", "subject", "v",
    ]

    /// One line of JSON with its line feed: `at` and `rec` as ISO 8601, keys in the order of their bytes.
    ///
    /// - Parameter offsetSeconds: of the clock by which the instants are written, east of UTC.
    package static func bytes(of entry: Entry, offsetSeconds: Int = 0) -> [UInt8] {
        var object = JSONObject()
        object["actor"] = .string(entry.actor)
        object["at"] = instant(entry.at, offsetSeconds)
        object["body"] = .object(entry.body)
        object["desk"] = .string(entry.desk)
        object["id"] = .string(entry.id.description)
        object["idx"] = .integer(entry.index)
        object["kind"] = .string(entry.kind)
        object["log"] = .string(entry.origin)
        if entry.precision != .millisecond { object["precision"] = .string(entry.precision.rawValue) }
        object["rec"] = instant(entry.recorded, offsetSeconds)
        object["subject"] = .string(entry.subject.text)
        object["v"] = .integer(entry.version)
        return CanonicalJSON.bytes(of: .object(object)) + [0x0A]
    }

    /// Beyond the years that ISO 8601 writes with four digits, plain milliseconds.
    private static func instant(_ instant: Instant, _ offsetSeconds: Int) -> JSON {
        let day = Span.days(1)
        guard instant > .distantPast + day, instant < .distantFuture - day else {
            return .integer(instant.milliseconds)
        }
        return .string(ISO8601.text(instant, offsetSeconds: offsetSeconds))
    }
}
