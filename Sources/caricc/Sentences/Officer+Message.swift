import EventLog
import Interface
import Model
import Wording

extension Model.Officer {
    /// “can sign since #12”, “ended 21 Nov 04:06 +05”, “no valid key”.
    private func standing(_ face: ClockFace) -> Message {
        if let revocation { return "enrolment ended \(face.stamp(revocation.at))" }
        guard let key else { return "NO VALID KEY" }
        return "signs since #\(key.from)"
    }

    /// One row of a list.
    func row(at now: Instant, _ face: ClockFace) -> Message {
        "\(id)  \(shownName)  \(roles.message)  \(standing(face))"
    }

    func page(at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = [
            "\(name.text)  \(shownName) (\(id)), service number \(enrolled.person)", "roles: \(roles.message)",
            standing(face),
        ]
        if let emergency, emergency.until > now, isActive {
            lines.append(
                "EMERGENCY: may act as \(emergency.role.message) until \(face.stamp(emergency.until)): \(emergency.reason)"
            )
        }
        for key in keys {
            let print = (try? VerifierKey(key.text)).map { Fingerprint.text(of: $0) } ?? key.text
            if let until = key.until {
                lines.append("key from #\(key.from) to #\(until) (\(key.reason ?? "")): \(print)")
            } else {
                lines.append("key from #\(key.from): \(print)")
            }
        }
        for session in sessions { lines.append("signed on at \(session.console) since \(face.stamp(session.since))") }
        if failedAttempts > 0 {
            lines.append(
                .plural(failedAttempts, one: "%1 wrong passphrase since", other: "%1 wrong passphrases since"))
        }
        return lines
    }

    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["active"] = .bool(isActive)
        object["failed_attempts"] = .integer(Int64(failedAttempts))
        object["keys"] = .array(
            keys.map { key in
                var item = JSONObject()
                item["from"] = .integer(key.from)
                item["key"] = .string(key.text)
                item["until"] = key.until.map { .integer($0) } ?? .null
                return .object(item)
            })
        object["name"] = .string(shownName)
        object["officer"] = .string(id)
        object["person"] = .string(enrolled.person)
        object["roles"] = .array(roles(at: now).map { .string($0.rawValue) })
        object["subject"] = .string(name.text)
        return object
    }
}
