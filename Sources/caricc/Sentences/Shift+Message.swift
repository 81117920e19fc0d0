import Interface
import Model
import Wording

extension Board {
    /// Who has the watch and what goes with it, one line each.
    func watchPage(at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = []
        if let watch {
            let served = face.age(watch.served(at: dutyTime(now)))
            let planned = face.age(watch.planned)
            lines.append(
                "\(watch.name.text)  \(watch.started.officer) has the watch since \(face.stamp(watch.from)), until \(face.stamp(watch.started.until)); \(served) of \(planned)"
            )
            if let offer = watch.offer { lines.append("offered to \(offer.to) since \(face.stamp(offer.at))") }
        } else if let since = nobodySince {
            lines.append("Nobody has the watch since \(face.stamp(since))")
        } else {
            lines.append("Nobody has the watch")
        }
        if let next = nextOnWatch(at: now) { lines.append("next: \(next.officer) at \(face.stamp(next.at))") }
        if let from = roster?.uncovered(after: now) { lines.append("NOBODY IS PLANNED from \(face.stamp(from))") }
        lines += onCall(at: now).map { $0.row(contact: nil, face) }
        lines += arrangementsInForce(at: now).map { $0.row(at: now, face) }
        lines += ordersInForce(at: now).map { $0.row(on: self, face) }
        return lines
    }
}

extension Shift {
    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["officer"] = .string(started.officer)
        object["officer_id"] = .string(officerID)
        object["from"] = .string(ISO8601.text(from))
        object["until"] = .string(ISO8601.text(started.until))
        object["served_min"] = .integer(served(at: now).wholeMinutes)
        if let relief = started.relief { object["relief"] = .string(relief) }
        if let relieves = started.relieves { object["relieves"] = .string(relieves.text) }
        if let offer { object["offered_to"] = .string(offer.to) }
        object["taken_unseen"] = .bool(isTakingUnseen)
        object["last"] = .integer(trail.last)
        return object
    }
}
