/// How exactly it is known when something happened.
package enum Precision: String, Sendable {
    case millisecond
    case minute
    /// Only the day is known; `at` is its first instant in UTC.
    case day
}

/// An event as the log keeps it: where it stands, who wrote it, when it happened and when we learnt it.
package struct Entry: Equatable, Sendable {
    /// Which log this belongs to: `CENTRE/DESK/live/EPOCH` or `CENTRE/DESK/exercise/RUN`.
    package var origin: String
    /// Counted from 0 without gaps (RFC 6962 leaf index).
    package var index: Int64
    /// The leaf hash of the entry before; zero for the first.
    package var previous: Digest
    package var id: EventID
    package var desk: String
    package var subject: SubjectName
    package var kind: String
    package var version: Int64
    /// When it happened, as far as we were told.
    package var at: Instant
    package var precision: Precision
    /// When we learnt it. Never falls within a log.
    package var recorded: Instant
    /// Which start of the machine `mono` counts from.
    package var boot: String
    /// Milliseconds of the machine's monotonic clock.
    package var mono: Int64
    /// A stable officer id, or the program's own name for what it does by itself.
    package var actor: String
    /// In which of their roles the officer acted; nil for what the desk's key signed.
    package var role: OfficerRole?
    package var body: JSONObject

    /// When we learnt it, on the clock of the board: scenario time in an exercise, `recorded` otherwise.
    package var learnt: Instant

    package init(
        origin: String, index: Int64, previous: Digest, id: EventID, desk: String, subject: SubjectName, kind: String,
        version: Int64 = Event.version, at: Instant, precision: Precision = .millisecond, recorded: Instant,
        boot: String = "", mono: Int64 = 0,
        actor: String, role: OfficerRole? = nil, body: JSONObject
    ) {
        self.origin = origin
        self.index = index
        self.previous = previous
        self.id = id
        self.desk = desk
        self.subject = subject
        self.kind = kind
        self.version = version
        self.at = at
        self.precision = precision
        self.recorded = recorded
        self.boot = boot
        self.mono = mono
        self.actor = actor
        self.role = role
        self.body = body
        learnt = recorded
    }

    /// What the entry says; a body that its kind does not allow is carried as `.unknown`, never dropped.
    package var event: Event {
        do throws(BodyFault) {
            return try Event(kind: kind, version: version, body: body)
        } catch {
            return .unknown(UnknownEvent(kind: kind, version: version, body: body))
        }
    }

    /// How long after it happened we learnt it; nil when it was told at once (within a minute) or only the day is known,
    /// and for the clock of an exercise, whose jumps nobody reports.
    package var lateness: Span? {
        guard precision != .day, subject.area != .exercises else { return nil }
        let late = learnt - at
        return late >= .minutes(1) ? late : nil
    }
}
