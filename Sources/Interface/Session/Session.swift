import Model

/// Who sits at this console.
package enum Session: Equatable, Sendable {
    /// A log without officers' keys: the desk signs, in the name of a configured id.
    case desk
    /// Nobody is signed on.
    case signedOff
    case open(Seat)
    /// The key is gone from memory; the officer comes back with the passphrase.
    case locked(Seat, since: Instant)

    package var seat: Seat? {
        switch self {
        case .desk, .signedOff: nil
        case .open(let seat), .locked(let seat, _): seat
        }
    }

    package var isLocked: Bool { if case .locked = self { true } else { false } }
}

/// An officer at a console, in one of their roles.
package struct Seat: Equatable, Sendable {
    /// The id that entries bear as `actor`.
    package let officer: String
    package var role: OfficerRole
    /// On the real clock; for the eye only, because it can be set.
    package let since: Instant

    package init(officer: String, role: OfficerRole, since: Instant) {
        self.officer = officer
        self.role = role
        self.since = since
    }
}
