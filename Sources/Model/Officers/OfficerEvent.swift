/// Events about one officer: who they are, which keys are theirs, and when they sat at a console.
package enum OfficerEvent: AreaEvent {
    case enrolled(OfficerEnrolled)
    case rolesChanged(OfficerRolesChanged)
    case revoked(OfficerRevoked)
    case keyReplaced(OfficerKeyReplaced)
    case keyRevoked(OfficerKeyRevoked)
    case keyEnrolled(OfficerKeyEnrolled)
    case signedOn(OfficerSignedOn)
    case signedOff(OfficerSignedOff)
    case signOnFailed(SignOnFailed)
    case glassBroken(BreakGlassOpened)
    case glassMended(BreakGlassEnded)
    case consulted(RecordConsulted)

    package static let kinds: [EventKind<OfficerEvent>] = [
        EventKind(OfficerEnrolled.self) { .enrolled($0) }, EventKind(OfficerRolesChanged.self) { .rolesChanged($0) },
        EventKind(OfficerRevoked.self) { .revoked($0) }, EventKind(OfficerKeyReplaced.self) { .keyReplaced($0) },
        EventKind(OfficerKeyRevoked.self) { .keyRevoked($0) }, EventKind(OfficerKeyEnrolled.self) { .keyEnrolled($0) },
        EventKind(OfficerSignedOn.self) { .signedOn($0) }, EventKind(OfficerSignedOff.self) { .signedOff($0) },
        EventKind(SignOnFailed.self) { .signOnFailed($0) }, EventKind(BreakGlassOpened.self) { .glassBroken($0) },
        EventKind(BreakGlassEnded.self) { .glassMended($0) },
        EventKind(RecordConsulted.self) { .consulted($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .enrolled(let body): body
        case .rolesChanged(let body): body
        case .revoked(let body): body
        case .keyReplaced(let body): body
        case .keyRevoked(let body): body
        case .keyEnrolled(let body): body
        case .signedOn(let body): body
        case .signedOff(let body): body
        case .signOnFailed(let body): body
        case .glassBroken(let body): body
        case .glassMended(let body): body
        case .consulted(let body): body
        }
    }
}

/// A person may act from here on, with this key and in these roles.
package struct OfficerEnrolled: EventBody {
    package static let kind = "officerEnrolled"
    /// The stable id that entries bear as `actor`, such as `a.orazov`.
    package var officer: String
    /// The name as it is to be shown.
    package var name: String
    /// The service number: one person is enrolled once, whatever their keys.
    package var person: String
    package var roles: [OfficerRole]
    /// The verifier key in the form `name+hash+key` (C2SP signed note).
    package var key: String

    package init(officer: String, name: String, person: String, roles: [OfficerRole], key: String) {
        self.officer = officer
        self.name = name
        self.person = person
        self.roles = roles
        self.key = key
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        officer = try body.text("officer")
        name = try body.text("name")
        person = try body.text("person")
        roles = try body.roles("roles")
        key = try body.text("key")
    }

    package func write(to body: inout BodyWriter) {
        body.text("officer", officer)
        body.text("name", name)
        body.text("person", person)
        body.texts("roles", roles.map(\.rawValue))
        body.text("key", key)
    }

    /// Names under which programs write with the desk's key; a person of that name could not be told from them.
    package static let namesOfPrograms: Set<String> = ["caricc", "console", "desk", "import", "log", "setup"]

    /// A small Latin letter, then 1 to 31 of small letters, digits, dot and hyphen; not the name of a program.
    package static func isValid(officer: String) -> Bool {
        guard (2...32).contains(officer.utf8.count), let first = officer.utf8.first, (0x61...0x7A).contains(first),
            !namesOfPrograms.contains(officer)
        else { return false }
        return officer.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
    }
}

package struct OfficerRolesChanged: EventBody {
    package static let kind = "officerRolesChanged"
    package var roles: [OfficerRole]
    package var reason: String

    package init(roles: [OfficerRole], reason: String) {
        self.roles = roles
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        roles = try body.roles("roles")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.texts("roles", roles.map(\.rawValue))
        body.text("reason", reason)
    }
}

/// The person may no longer act; what they signed before this entry stays valid.
package struct OfficerRevoked: EventBody {
    package static let kind = "officerRevoked"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}

/// The holder changes keys: written with the old key, and no longer valid for it after this entry.
package struct OfficerKeyReplaced: EventBody {
    package static let kind = "officerKeyReplaced"
    package var key: String
    package var reason: String

    package init(key: String, reason: String) {
        self.key = key
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        key = try body.text("key")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("key", key)
        body.text("reason", reason)
    }
}

/// A key is lost or in other hands: it signs nothing after this entry.
package struct OfficerKeyRevoked: EventBody {
    package static let kind = "officerKeyRevoked"
    package var key: String
    package var reason: String

    package init(key: String, reason: String) {
        self.key = key
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        key = try body.text("key")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("key", key)
        body.text("reason", reason)
    }
}

/// A new key for an officer who has none that is valid.
package struct OfficerKeyEnrolled: EventBody {
    package static let kind = "officerKeyEnrolled"
    package var key: String

    package init(key: String) { self.key = key }
    package init(reading body: BodyReader) throws(BodyFault) { key = try body.text("key") }
    package func write(to body: inout BodyWriter) { body.text("key", key) }
}

package struct OfficerSignedOn: EventBody {
    package static let kind = "officerSignedOn"
    /// Where: the machine and the terminal, as they name themselves.
    package var console: String
    /// True when the key file is a copy of the one that was made.
    package var isCopy: Bool

    package init(console: String, isCopy: Bool = false) {
        self.console = console
        self.isCopy = isCopy
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        console = try body.text("console")
        isCopy = try body.optionalText("key_file") == "copy"
    }

    package func write(to body: inout BodyWriter) {
        body.text("console", console)
        body.text("key_file", isCopy ? "copy" : nil)
    }
}

package struct OfficerSignedOff: EventBody {
    package static let kind = "officerSignedOff"
    package var console: String
    package var cause: Cause

    package enum Cause: String, CaseIterable, Sendable {
        case asked
        /// Nobody typed for the length of a turn.
        case idle
        /// The terminal went away.
        case hangUp = "hang_up"
        /// Somebody else signed on at this console.
        case relieved
    }

    package init(console: String, cause: Cause) {
        self.console = console
        self.cause = cause
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        console = try body.text("console")
        cause = try body.code("cause", Cause.self)
    }

    package func write(to body: inout BodyWriter) {
        body.text("console", console)
        body.text("cause", cause.rawValue)
    }
}

/// Wrong passphrases were typed for this officer's key; the console writes it.
package struct SignOnFailed: EventBody {
    package static let kind = "signOnFailed"
    package var console: String
    package var attempts: Int

    package init(console: String, attempts: Int) {
        self.console = console
        self.attempts = attempts
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        console = try body.text("console")
        attempts = Int(try body.integer("attempts", in: 1...1_000_000))
    }

    package func write(to body: inout BodyWriter) {
        body.text("console", console)
        body.integer("attempts", Int64(attempts))
    }
}

/// In an emergency the officer may act in a role that is not theirs, until a stated hour.
package struct BreakGlassOpened: EventBody {
    package static let kind = "breakGlassOpened"
    /// An emergency that lasts longer is an appointment.
    package static let longest = Span.hours(72)
    package var role: OfficerRole
    package var until: Instant
    package var reason: String

    package init(role: OfficerRole, until: Instant, reason: String) {
        self.role = role
        self.until = until
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        role = try body.code("role", OfficerRole.self)
        until = try body.instant("until")
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("role", role.rawValue)
        body.instant("until", until)
        body.text("reason", reason)
    }
}

package struct BreakGlassEnded: EventBody {
    package static let kind = "breakGlassEnded"
    package var note: String?

    package init(note: String? = nil) { self.note = note }
    package init(reading body: BodyReader) throws(BodyFault) { note = try body.optionalText("note") }
    package func write(to body: inout BodyWriter) { body.text("note", note) }
}

/// The officer read a record that is protected; written by itself when it is opened.
package struct RecordConsulted: EventBody {
    package static let kind = "recordConsulted"
    package var record: SubjectName
    /// The code that it bore.
    package var code: HandlingCode
    /// How it was read: opened, copied.
    package var action: HandlingAction
    /// Asked of those who do not have the watch.
    package var reason: String?

    package init(record: SubjectName, code: HandlingCode, action: HandlingAction = .open, reason: String? = nil) {
        self.record = record
        self.code = code
        self.action = action
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        guard let name = SubjectName(try body.text("record")) else { throw .wrongType(key: "record") }
        record = name
        code = try body.code("code", HandlingCode.self)
        action = try body.code("action", HandlingAction.self)
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("record", record.text)
        body.text("code", code.rawValue)
        body.text("action", action.rawValue)
        body.text("reason", reason)
    }
}

extension BodyReader {
    /// A list of roles without repetition; at least one.
    func roles(_ key: String) throws(BodyFault) -> [OfficerRole] {
        var roles: [OfficerRole] = []
        for text in try texts(key) {
            guard let role = OfficerRole(rawValue: text), !roles.contains(role) else { throw .outOfRange(key: key) }
            roles.append(role)
        }
        guard !roles.isEmpty else { throw .missing(key: key) }
        return roles
    }
}
