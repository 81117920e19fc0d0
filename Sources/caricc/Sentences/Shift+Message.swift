import Model
import Wording

extension Shift {
    func page(_ face: ClockFace) -> [Message] {
        var lines: [Message] = [
            "\(name.text)  \(started.officer) has the watch since \(face.stamp(from)), until \(face.stamp(started.until))"
        ]
        if let relief = started.relief { lines.append("relief: \(relief)") }
        return lines
    }

    func json() -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["officer"] = .string(started.officer)
        object["from"] = .string(ISO8601.text(from))
        object["until"] = .string(ISO8601.text(started.until))
        if let relief = started.relief { object["relief"] = .string(relief) }
        object["last"] = .integer(trail.last)
        return object
    }
}
