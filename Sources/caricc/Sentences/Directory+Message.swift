import Exchange
import Interface
import Model
import Wording

extension DirectoryItem {
    /// One line: the key, what it is called, how to reach it, and how old that is.
    func row(at now: Instant, _ face: ClockFace) -> Message {
        var parts: [Message] = []
        if !isEmptyLaw { parts.append(message) }
        let shown: [DirectoryField] = [
            .membership, .channel, .number, .roundTheClock, .languages, .modes, .noticeMinutes,
        ]
        for field in shown {
            guard let text = entry[field] else { continue }
            switch field {
            case .roundTheClock: if text == "yes" { parts.append("at any hour") }
            case .noticeMinutes: parts.append("notice \(face.age(.minutes(Int64(entry.noticeMinutes ?? 0))))")
            default: parts.append(field.message(of: text))
            }
        }
        if key.sort.isLaw { parts.insert(isEmptyLaw ? "EMPTY" : key.sort.message, at: 0) }
        if let report { parts.append(report.message(face)) }
        let words = parts.reduce(Message.verbatim("")) { line, part in
            line == .verbatim("") ? part : line == part ? line : "\(line), \(part)"
        }
        return "\(key.description)  \(words); \(age(at: now).message(face))"
    }

    /// Everything it says, a line for each field.
    func lines(person: String?, at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = key.sort.fields.compactMap { field in
            entry[field].map { "\(field.message): \(field.message(of: $0))" }
        }
        if let person { lines.append("Person: \(person)") }
        if let report, let note = report.note { lines.append("\(report.message(face)): \(note)") }
        if let verified { lines.append("verified by \(verified.by) at \(face.stamp(verified.at))") }
        if isShipped { lines.append("shipped with the program, unverified") }
        return lines
    }

    func json(at now: Instant, person: String?) -> JSONObject {
        var object = JSONObject()
        object["key"] = .string(key.description)
        if let record { object["subject"] = .string(record.name.text) }
        for field in DirectoryField.allCases {
            if let text = entry[field] { object[field.rawValue] = .string(text) }
        }
        if let person { object["person"] = .string(person) }
        if let verified {
            object["verified_by"] = .string(verified.by)
            object["verified_at"] = .string(ISO8601.text(verified.at))
        }
        object["age"] = .string(age(at: now).code)
        if let report {
            object["standing"] = .string(report.standing.rawValue)
            object["standing_since"] = .string(ISO8601.text(report.since))
            object["standing_party"] = .string(report.party)
        }
        object["shipped"] = .bool(isShipped)
        return object
    }
}

extension DirectoryRecord.Report {
    func message(_ face: ClockFace) -> Message { "\(standing.message) since \(face.stamp(since)), says \(party)" }
}

extension DirectoryAge {
    /// For programs.
    var code: String {
        switch self {
        case .fresh: "fresh"
        case .ageing: "ageing"
        case .old: "old"
        case .never: "never"
        }
    }
}

extension ReadinessFinding {
    func json(_ state: String) -> JSONObject {
        var object = JSONObject()
        object["state"] = .string(state)
        object["severe"] = .bool(isSevere)
        object["finding"] = .string(Catalogue.english.text(message(Catalogue.english.clockFace(in: .almaty))))
        return object
    }
}

extension DirectoryFileFault {
    /// What is wrong, where, and what to do.
    func message(path: String, _ face: ClockFace) -> Message { "\(path), line \(line): \(reason.message(face))" }
}

extension DirectoryFileFault.Reason {
    fileprivate func message(_ face: ClockFace) -> Message {
        switch self {
        case .notUTF8: "not UTF-8; save the file as UTF-8 and try again"
        case .malformed(let found): "“\(found)” does not belong here; “caricc directory export” shows the form"
        case .unknownColumn(let name):
            "there is no field “\(name)”; “caricc directory export” shows the names of all of them"
        case .keyMissing: "the key is missing; write SORT:STATE:NUMBER, such as contact:UZB:1"
        case .twice(let key, let line): "\(key.description) stands in line \(line) already; keep one of the two"
        case .notAnInstant(let column, let text):
            "\(column) says “\(text)”; write a time with its offset, such as 2026-10-17T04:06+05:00"
        case .notAStanding(let text):
            "standing says “\(text)”; write one of: \(DirectoryStanding.allCases.map(\.rawValue).joined(separator: ", "))"
        case .lacks(let column, let beside): "\(beside) needs \(column) beside it; fill it in, or leave both out"
        case .entry(let fault): fault.message(face)
        case .csv(let reason): reason.message
        case .noEntries: "there is no entry in this file; “caricc directory export” shows the form"
        }
    }
}
