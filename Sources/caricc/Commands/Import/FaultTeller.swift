import EventLog
import Exchange
import Interface
import Model
import Wording

/// Tells of bad rows: a sentence each on standard error, or an object each on standard output.
struct FaultTeller {
    let voice: Voice
    let file: String
    let isJSON: Bool

    func tell(_ fault: ImportFault) throws {
        guard isJSON else { return voice.warn(fault.message(file: file)) }
        var object = object(line: fault.line, reason: fault.reason.message)
        object["column"] = .integer(Int64(fault.column))
        if let name = fault.columnName { object["column_name"] = .string(name) }
        object["excerpt"] = .string(fault.excerpt)
        object["last_line"] = .integer(Int64(fault.skippedLines.upperBound))
        try voice.json(object)
    }

    func tell(_ rejection: Importer.Rejection) throws {
        let reason: Message
        switch rejection.fault {
        case .refused(let refusal, _)?: reason = refusal.message(voice.face)
        case let fault?: reason = fault.message(voice.face)
        case nil: reason = "the line that was to begin its subject was left out"
        }
        guard isJSON else { return voice.warn("\(file), line \(rejection.item.line): \(reason)") }
        try voice.json(object(line: rejection.item.line, reason: reason))
    }

    /// How many remarks on sound rows are told; the sum says how many rows there are.
    static let lookLimit = 20

    func tell(_ item: ImportItem, _ remark: IntakeRemark) throws {
        let reason = remark.message(QuantityWords(voice.catalogue))
        guard isJSON else { return voice.warn("LOOK: \(file), line \(item.line): \(reason)") }
        var object = JSONObject()
        object["file"] = .string(file)
        object["line"] = .integer(Int64(item.line))
        object["look"] = .string(voice.catalogue.text(reason))
        try voice.json(object)
    }

    private func object(line: Int, reason: Message) -> JSONObject {
        var object = JSONObject()
        object["file"] = .string(file)
        object["line"] = .integer(Int64(line))
        object["bad_row"] = .string(voice.catalogue.text(reason))
        return object
    }
}
