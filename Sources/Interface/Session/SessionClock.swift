import Model

/// How long nobody typed, on a clock that never goes back: the time of day, which somebody may set, neither locks nor unlocks.
struct SessionClock: Equatable, Sendable {
    /// Milliseconds of the machine's clock that counts from its start, sleep included.
    private(set) var uptime: Int64 = 0
    private var lastKey: Int64 = 0
    private var signedOn: Int64 = 0
    /// Nobody typed for so long that a signature asks for the passphrase again.
    private(set) var hasPaused = false

    var idle: Span { Span(milliseconds: uptime - lastKey) }
    var sinceSignOn: Span { Span(milliseconds: uptime - signedOn) }

    /// A reading that goes back is not taken.
    mutating func advance(to reading: Int64, pause: Span) {
        uptime = max(uptime, reading)
        if idle >= pause { hasPaused = true }
    }

    mutating func noteKey() { lastKey = uptime }

    /// The passphrase was right.
    mutating func noteProof() {
        lastKey = uptime
        hasPaused = false
    }

    mutating func noteSignOn() {
        signedOn = uptime
        noteProof()
    }
}
