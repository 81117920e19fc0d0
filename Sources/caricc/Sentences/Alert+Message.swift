import Model
import Wording

extension Alert {
    /// "unacknowledged for 12 min", "shelved until 17 Oct 08:00 +05".
    func statusMessage(at now: Instant, _ face: ClockFace) -> Message {
        switch status(at: now) {
        case .unacknowledged:
            waiting(at: now).map { "unacknowledged for \($0)" }
                ?? "EXPIRED \(thread.validUntil.map { face.stamp($0) } ?? "--"), not acknowledged"
        case .acknowledged: "acknowledged by \(acknowledgement?.by ?? "--")"
        case .shelved(let until): "shelved until \(face.stamp(until))"
        case .closed:
            "closed by \(closure?.by ?? "--") at \(closure.map { face.stamp($0.at) } ?? "--"): \(closure.map { $0.disposition.message } ?? "--")"
        }
    }

    /// The same, and that its sender took it back.
    private func standing(at now: Instant, _ face: ClockFace) -> Message {
        let status = statusMessage(at: now, face)
        guard let cancelled = thread.cancelled else { return status }
        return "CANCELLED by \(thread.originator) at \(face.stamp(cancelled)), \(status)"
    }

    /// A word for programs.
    func statusCode(at now: Instant) -> String {
        switch status(at: now) {
        case .unacknowledged: "unacknowledged"
        case .acknowledged: "acknowledged"
        case .shelved: "shelved"
        case .closed: "closed"
        }
    }

    /// One row of a list.
    func row(at now: Instant, _ face: ClockFace) -> Message {
        "\(name.text)  P\(priority)  \(standing(at: now, face))  \(headline)"
    }

    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["priority"] = .integer(Int64(priority))
        object["status"] = .string(statusCode(at: now))
        object["cancelled"] = thread.cancelled.map { .string(ISO8601.text($0)) }
        object["valid_until"] = thread.validUntil.map { .string(ISO8601.text($0)) }
        object["headline"] = .string(headline)
        object["source"] = .string(raised.source)
        object["learnt"] = .string(ISO8601.text(learnt))
        object["last"] = .integer(trail.last)
        return object
    }
}
