import EventLog
import Exchange
import Interface
import Model
import Wording

/// Prints records, one a line: for people, as JSON, or as the signed notes that they are.
struct RecordPrinter {
    enum Format {
        case line, json, raw
    }

    let voice: Voice
    let format: Format
    /// Records whose bytes are not what was hashed.
    private(set) var damaged = 0

    init(_ voice: Voice, json: Bool, raw: Bool = false) {
        self.voice = voice
        format = raw ? .raw : json ? .json : .line
    }

    mutating func print(_ stored: StoredEntry) throws {
        if format == .raw { return try voice.bytes(stored.bytes + [0x0A]) }
        guard stored.isSound, let entry = stored.entry else {
            damaged += 1
            return try printDamaged(stored.index)
        }
        try print(entry)
    }

    func print(_ entry: Entry, isWithdrawn: Bool = false) throws {
        guard format == .line else { return try voice.json(line: EventLine.bytes(of: entry)) }
        try voice.line(RecordPrinter.line(entry, zone: voice.zone, isWithdrawn: isWithdrawn))
    }

    /// The record in the words of the screen: `#4711 17 Oct 09:12 +05 birlik: …`.
    func tell(_ entry: Entry, at now: Instant, isWithdrawn: Bool) throws {
        let happened =
            entry.precision == .day ? voice.face.dayAlone(entry.at, now: now) : voice.face.stamp(entry.at)
        let late = entry.at == entry.recorded ? "" : " (\(happened))"
        let mark = isWithdrawn ? "WITHDRAWN " : ""
        let words = voice.text(entry.message(voice.face, now: now))
        try voice.line("#\(entry.index) \(voice.face.stamp(entry.recorded))\(late) \(entry.actor): \(mark)\(words)")
    }

    /// `#4711 2026-10-17T04:12:36+05:00 AL-2026-0193 alertRaised birlik {…}`; codes only, the same in every language.
    static func line(_ entry: Entry, zone: Zone, isWithdrawn: Bool = false) -> String {
        var parts = ["#\(entry.index)", ISO8601.text(entry.recorded, offsetSeconds: zone.offset(at: entry.recorded))]
        if entry.precision == .day {
            parts.append("at=\(ISO8601.text(entry.at).prefix(10))")
        } else if entry.lateness != nil || entry.at > entry.recorded {
            parts.append("at=\(ISO8601.text(entry.at, offsetSeconds: zone.offset(at: entry.at)))")
        }
        parts += [entry.subject.text, entry.kind, entry.actor]
        if isWithdrawn { parts.append("WITHDRAWN") }
        parts.append(CanonicalJSON.text(of: .object(entry.body)))
        return parts.joined(separator: " ")
    }

    private func printDamaged(_ index: Int64) throws {
        guard format == .json else { return try voice.say("#\(index) is DAMAGED: its bytes are not what was signed") }
        var object = JSONObject()
        object["damaged"] = .bool(true)
        object["idx"] = .integer(index)
        try voice.json(object)
    }

    var status: ExitStatus { damaged > 0 ? .findings : .done }
}

extension LogStore {
    /// Calls `body` with stored rows from `first` on, in order, until it returns false or the log ends.
    ///
    /// Returns the number behind the last row that was handed over.
    func forEachStored(from first: Int64, _ body: (StoredEntry) throws -> Bool) throws -> Int64 {
        var next = first
        while true {
            let page = try storedEntries(from: next, limit: 1_000)
            guard !page.isEmpty else { return next }
            for stored in page {
                guard try body(stored) else { return stored.index }
                next = stored.index + 1
            }
        }
    }
}
