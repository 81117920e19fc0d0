import Model
import Wording

extension StandingOrder {
    func row(on board: Board, _ face: ClockFace) -> Message {
        let until: Message = issued.until.map { "until \(face.stamp($0))" } ?? "until further notice"
        let line: Message = "\(name.text)  \(issued.title), from \(face.stamp(issued.from)), \(until)"
        let missing = board.officersWhoHaveNotRead(self).map(\.shownName)
        if missing.isEmpty { return "\(line); signatures: \(readers.count)" }
        return "\(line); NOT SIGNED by \(missing.joined(separator: ", "))"
    }

    func json(on board: Board) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["title"] = .string(issued.title)
        object["text"] = .string(issued.text)
        object["from"] = .string(ISO8601.text(issued.from))
        if let until = issued.until { object["until"] = .string(ISO8601.text(until)) }
        object["issued_by"] = .string(issuedBy)
        object["signed"] = .array(readers.keys.sorted().map { .string($0) })
        object["not_signed"] = .array(board.officersWhoHaveNotRead(self).map { .string($0.id) })
        return object
    }
}
