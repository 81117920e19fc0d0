import EventLog
import Foundation
import Model

/// A log that was made for measuring, and is kept in the working folder until it is too old.
struct MadeLog {
    let path: String
    let entries: Int
    let open: Int

    /// Bumped when the maker changes, so that older logs are made again.
    private static let version = 1
    /// Planned instants of the log lie this far ahead; a log is made again well before they come.
    static let planAhead = Span.days(30)

    private struct Marker: Codable, Equatable {
        let version: Int
        let entries: Int
        let open: Int
        let rows: String
        let made: Int64
    }

    /// The log that is there already, or a new one.
    static func ready(
        entries: Int, open: Int, _ source: RowSource, in folder: String, _ say: (String) -> Void
    ) throws -> MadeLog {
        let log = MadeLog(path: "\(folder)/log-\(entries)", entries: entries, open: open)
        let marker = log.path + ".made"
        let now = MachineMoment.now().wall
        let wanted = Marker(
            version: version, entries: entries, open: open, rows: source.label, made: now.milliseconds)
        if let data = FileManager.default.contents(atPath: marker),
            let found = try? JSONDecoder().decode(Marker.self, from: data),
            found.version == version, found.entries == entries, found.open == open, found.rows == source.label,
            now - Instant(milliseconds: found.made) < .days(5)
        {
            // An index of an older program is made again here, not while something is measured.
            let store = try LogStore(opening: log.path)
            try store.updateIndex()
            store.close()
            return log
        }
        try? FileManager.default.removeItem(atPath: marker)
        try? FileManager.default.removeItem(atPath: log.path)
        say(
            "Making \(log.path): \(Decimal.grouped(Int64(entries))) entries, \(Decimal.grouped(Int64(open))) subjects open"
        )
        let start = ContinuousClock.now
        var maker = try LogMaker(log, source, now: now)
        try maker.run { done in say("  \(Decimal.grouped(Int64(done))) entries") }
        say("  made in \((ContinuousClock.now - start).text)")
        try JSONEncoder().encode(wanted).write(to: URL(fileURLWithPath: marker))
        return log
    }
}
