import Model
import Wording

extension Alert {
    /// "unacknowledged for 12 min", "shelved until 17 Oct 08:00 +05".
    func statusMessage(at now: Instant, _ face: ClockFace) -> Message {
        switch status(at: now) {
        case .unacknowledged: "unacknowledged for \(waiting(at: now) ?? .zero)"
        case .acknowledged: "acknowledged by \(acknowledgement?.by ?? "--")"
        case .shelved(let until): "shelved until \(face.stamp(until))"
        case .closed:
            "closed by \(closure?.by ?? "--") at \(closure.map { face.stamp($0.at) } ?? "--"): \(closure.map { $0.disposition.message } ?? "--")"
        }
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
        "\(name.text)  P\(priority)  \(statusMessage(at: now, face))  \(headline)"
    }

    /// The lines of the alert's page.
    func page(at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = [
            "\(name.text)  P\(priority)  \(statusMessage(at: now, face))", .verbatim(headline),
            "\(raised.message.message) from \(raised.source), learnt \(face.stamp(learnt))",
        ]
        if let place = place { lines.append("place: \(place)") }
        if let substance = raised.substance { lines.append("substance: \(substance)") }
        if let quantity = raised.quantity { lines.append("amount: \(quantity.amount) \(quantity.unit)") }
        if let due { lines.append("answer due \(face.stamp(due))") }
        if let near = raised.near { lines.append("about \(near.text)") }
        for hash in raised.payloads { lines.append("personal data kept apart: \(hash)") }
        return lines
    }

    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["priority"] = .integer(Int64(priority))
        object["status"] = .string(statusCode(at: now))
        object["headline"] = .string(headline)
        object["source"] = .string(raised.source)
        object["learnt"] = .string(ISO8601.text(learnt))
        object["last"] = .integer(trail.last)
        return object
    }
}
