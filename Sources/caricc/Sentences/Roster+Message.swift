import Interface
import Model
import Wording

extension RosterSet {
    func message(_ face: ClockFace) -> Message {
        let place = Zone.named(zone)?.place ?? .verbatim(zone)
        return
            "turns of \(decimal: turn.hoursText) h, the first at \(face.stamp(begins)), clock of \(place); rest of \(decimal: rest.hoursText) h"
    }
}

extension Roster {
    func row(_ turn: PlannedTurn, at now: Instant, _ face: ClockFace) -> Message {
        let standby: Message = turn.standby.map { ", standby \($0)" } ?? .verbatim("")
        let change: Message = changes[turn.from].map { " (changed: \($0))" } ?? .verbatim("")
        let mark = turn.from <= now && now < turn.until ? ">" : " "
        return "\(mark) \(face.stamp(turn.from)) to \(face.stamp(turn.until))  \(turn.officer)\(standby)\(change)"
    }

    func json(_ turn: PlannedTurn) -> JSONObject {
        var object = JSONObject()
        object["from"] = .string(ISO8601.text(turn.from))
        object["until"] = .string(ISO8601.text(turn.until))
        object["officer"] = .string(turn.officer)
        if let standby = turn.standby { object["standby"] = .string(standby) }
        if let change = changes[turn.from] { object["changed"] = .string(change) }
        return object
    }
}

extension RosterRemark {
    func json() -> JSONObject {
        var object = JSONObject()
        object["from"] = .string(ISO8601.text(from))
        switch self {
        case .gap(_, let until):
            object["remark"] = .string("gap")
            if let until { object["until"] = .string(ISO8601.text(until)) }
        case .overlap(_, let until, let officer, let other):
            object["remark"] = .string("overlap")
            object["until"] = .string(ISO8601.text(until))
            object["officer"] = .string(officer)
            object["other"] = .string(other)
        case .tooLong(let officer, _, let until):
            object["remark"] = .string("too_long")
            object["until"] = .string(ISO8601.text(until))
            object["officer"] = .string(officer)
        case .tooSoon(let officer, _, let rest):
            object["remark"] = .string("too_soon")
            object["officer"] = .string(officer)
            object["rest_min"] = .integer(rest.wholeMinutes)
        }
        return object
    }
}
