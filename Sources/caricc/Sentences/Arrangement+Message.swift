import Model
import Wording

extension TemporaryArrangement {
    func row(at now: Instant, _ face: ClockFace) -> Message {
        let line: Message =
            "\(name.text)  \(made.type.message): \(made.text) (\(made.orderedBy)), since \(face.stamp(since))"
        guard let until else { return line }
        return isOverdue(at: now)
            ? "\(line), OVERDUE since \(face.stamp(until))" : "\(line), until \(face.stamp(until))"
    }

    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["type"] = .string(made.type.rawValue)
        object["text"] = .string(made.text)
        object["ordered_by"] = .string(made.orderedBy)
        object["since"] = .string(ISO8601.text(since))
        if let until { object["until"] = .string(ISO8601.text(until)) }
        object["overdue"] = .bool(isOverdue(at: now))
        return object
    }
}
