import Interface
import Model
import Wording

extension OnCall {
    func row(contact: String?, _ face: ClockFace) -> Message {
        let state = terms.state.map { " \($0)" } ?? ""
        let until: Message = terms.until.map { "until \(face.stamp($0))" } ?? "until further notice"
        let line: Message =
            "\(name.text)  \(terms.duty.message)\(state), \(terms.person), \(until); \(terms.wakeMessage)"
        let spoken: Message =
            terms.languages.isEmpty ? line : "\(line); speaks \(terms.languages.joined(separator: ", "))"
        return contact.map { "\(spoken); \($0)" } ?? spoken
    }

    func json(contact: String?) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["person"] = .string(terms.person)
        object["duty"] = .string(terms.duty.rawValue)
        if let state = terms.state { object["state"] = .string(state) }
        object["from"] = .string(ISO8601.text(terms.from))
        if let until = terms.until { object["until"] = .string(ISO8601.text(until)) }
        object["wake_for"] = .integer(Int64(terms.wakeFor))
        object["languages"] = .array(terms.languages.map { .string($0) })
        if let zone = terms.zone { object["zone"] = .string(zone) }
        if let contact { object["contact"] = .string(contact) }
        return object
    }
}
