import Model
import Wording

extension OfficerEvent {
    /// What the entry says about an officer, in one line.
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .enrolled(let body): "\(body.name) (\(body.officer)) enrolled: \(body.roles.message)"
        case .rolesChanged(let body): "may act as \(body.roles.message): \(body.reason)"
        case .revoked(let body): "ENROLMENT ENDED: \(body.reason)"
        case .keyReplaced(let body): "key replaced by the holder: \(body.reason)"
        case .keyRevoked(let body): "KEY REVOKED: \(body.reason)"
        case .keyEnrolled: "new key enrolled"
        case .signedOn(let body):
            body.isCopy ? "signed on at \(body.console), with a COPY of the key file" : "signed on at \(body.console)"
        case .signedOff(let body): "signed off at \(body.console): \(body.cause.message)"
        case .signOnFailed(let body):
            .plural(
                body.attempts, one: "%1 WRONG PASSPHRASE at %2", other: "%1 WRONG PASSPHRASES at %2",
                .text(body.console))
        case .glassBroken(let body):
            "EMERGENCY: may act as \(body.role.message) until \(time(body.until)): \(body.reason)"
        case .consulted(let body):
            body.reason.map { "read \(body.record.text), \(body.code.rawValue): \($0)" }
                ?? "read \(body.record.text), \(body.code.rawValue)"
        case .glassMended(let body): body.note.map { "the emergency is over: \($0)" } ?? "the emergency is over"
        }
    }
}

extension OfficerSignedOff.Cause {
    package var message: Message {
        switch self {
        case .asked: "by their own wish"
        case .idle: "nobody typed for the length of a turn"
        case .hangUp: "the terminal went away"
        case .relieved: "somebody else signed on"
        }
    }
}

extension [OfficerRole] {
    /// “duty officer, supervisor”.
    package var message: Message {
        guard let first else { return .verbatim("") }
        return dropFirst().reduce(first.message) { "\($0), \($1.message)" }
    }
}

extension FourEyesEvent {
    /// What the entry says about something that takes two persons; what is proposed stands there in full.
    func message(_ entry: Entry, _ face: ClockFace, now: Instant) -> Message {
        switch self {
        case .proposed(let body):
            var proposed = entry
            proposed.kind = body.event.kind
            proposed.version = body.event.version
            proposed.body = body.event.body
            let words = proposed.message(face, now: now)
            let line: Message = "PROPOSED until \(face.moment(body.until, now: now)): \(words)"
            return body.reason.map { "\(line) (\($0))" } ?? line
        case .approved(let body):
            guard let telephone = body.telephone else { return "APPROVED #\(Int(body.entry))" }
            return
                "APPROVED #\(Int(body.entry)) by \(telephone.by) on the telephone at \(face.moment(telephone.at, now: now))"
        case .declined(let body): return "NOT APPROVED #\(Int(body.entry)): \(body.reason)"
        case .countersignatureAsked(let body):
            let due = face.moment(body.until, now: now)
            return body.from.map { "#\(Int(body.entry)) waits for the signature of \($0) until \(due)" }
                ?? "#\(Int(body.entry)) waits for a second signature until \(due)"
        case .countersigned(let body): return "countersigned #\(Int(body.entry))"
        case .countersignatureRefused(let body): return "DOES NOT STAND FOR #\(Int(body.entry)): \(body.reason)"
        }
    }
}
