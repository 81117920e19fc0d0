import Model

/// What reading one message gave.
package enum MessageAnswer: Equatable, Sendable {
    case message(IncomingMessage)
    /// The rows of a table or the lines of events, all of them sound; at most `rowLimit`.
    case items([ImportItem], format: MessageFormat)
    case refused(IntakeRefusal)

    /// Rows in one message.
    package static let rowLimit = 10_000
}

extension MessageAnswer {
    /// Lines of canonical JSON: what it is, and one line for each item.
    var bytes: [UInt8] {
        var head = JSONObject()
        switch self {
        case .message(let message):
            head["answer"] = .string("message")
            head["message"] = .object(message.json)
        case .refused(let refusal):
            head["answer"] = .string("refused")
            head["refusal"] = .object(refusal.json)
        case .items(let items, let format):
            head["answer"] = .string("items")
            head["format"] = .string(format.rawValue)
            head["count"] = .integer(Int64(items.count))
            let lines = items.map { CanonicalJSON.bytes(of: .object($0.json)) }
            return CanonicalJSON.bytes(of: .object(head)) + lines.flatMap { [0x0A] + $0 }
        }
        return CanonicalJSON.bytes(of: .object(head))
    }

    /// Reads what `bytes` gave, and nothing else. The process that wrote it is not trusted.
    init(reading bytes: [UInt8]) throws(WireFault) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
        guard let first = lines.popFirst(), let object = MessageAnswer.object(first) else { throw WireFault(key: "") }
        var wire = WireObject(object)
        switch try wire.text("answer") {
        case "message": self = .message(try IncomingMessage(reading: try wire.object("message")))
        case "refused": self = .refused(try IntakeRefusal(reading: try wire.object("refusal")))
        case "items":
            let format: MessageFormat = try wire.code("format")
            let count = try wire.integer("count", in: 0...Int64(MessageAnswer.rowLimit))
            let areItems = [.seizureTable, .eventLines, .recordLines].contains(format)
            guard lines.count == Int(count), areItems else {
                throw WireFault(key: "count")
            }
            var founding: Set<Int> = []
            var items: [ImportItem] = []
            for line in lines {
                guard let object = MessageAnswer.object(line) else { throw WireFault(key: "item") }
                items.append(try ImportItem(reading: object, foundingLines: &founding))
            }
            lines = []
            self = .items(items, format: format)
        default: throw WireFault(key: "answer")
        }
        try wire.end()
        guard lines.isEmpty else { throw WireFault(key: "line") }
    }

    /// Whether it is the same after the way from one process to another.
    package init?(returned answer: MessageAnswer) {
        guard let back = try? MessageAnswer(reading: answer.bytes) else { return nil }
        self = back
    }

    private static func object(_ line: ArraySlice<UInt8>) -> JSONObject? {
        (try? JSONReader.read(line, canonical: true))?.object
    }
}

extension IntakeRefusal {
    /// For the way from one process to another, and for the note beside what is held.
    package var json: JSONObject {
        var object = JSONObject()
        object["reason"] = .string(reason.rawValue)
        object["offset"] = .integer(Int64(offset))
        object["line"] = .integer(Int64(line))
        if !path.isEmpty { object["path"] = .string(path) }
        if !found.isEmpty { object["found"] = .string(found) }
        if let limit { object["limit"] = .integer(Int64(limit)) }
        return object
    }

    package init(reading object: JSONObject) throws(WireFault) {
        var wire = WireObject(object)
        let most: Int64 = 1 << 40
        self.init(
            try wire.code("reason"), offset: Int(try wire.integer("offset", in: 0...most)),
            line: Int(try wire.integer("line", in: 0...most)), path: try wire.optionalText("path") ?? "",
            found: try wire.optionalText("found") ?? "",
            limit: try wire.optionalInteger("limit", in: 0...most).map(Int.init))
        guard path.utf8.count <= 8_192 else { throw WireFault(key: "path") }
        try wire.end()
    }
}

extension ImportItem {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        if let actor { object["actor"] = .string(actor) }
        object["at"] = .integer(at.milliseconds)
        object["body"] = .object(event.body)
        object["id"] = .string(id.description)
        object["kind"] = .string(event.kind)
        object["line"] = .integer(Int64(line))
        object["precision"] = .string(precision.rawValue)
        if let record { object["record"] = .object(RecordLines.object(record, offsetSeconds: 0)) }
        if case .unknown(let unknown) = event { object["v"] = .integer(unknown.version) }
        var subject = JSONObject()
        switch target {
        case .new(let area): subject["new"] = .string(area.rawValue)
        case .sameAs(let line): subject["same_as"] = .integer(Int64(line))
        case .existing(let name):
            object["subject"] = .string(name.text)
            return object
        }
        object["subject"] = .object(subject)
        return object
    }

    fileprivate init(reading object: JSONObject, foundingLines: inout Set<Int>) throws(WireFault) {
        var object = object
        guard let line = object["line"]?.integer, (1...(1 << 40)).contains(line), object["id"] != nil else {
            throw WireFault(key: "line")
        }
        object["line"] = nil
        var record: OutgoingRecord?
        if let said = object["record"] {
            record = (try? RecordLines.read(CanonicalJSON.bytes(of: said)))?.first
            guard record != nil else { throw WireFault(key: "record") }
            object["record"] = nil
        }
        let parts: EventLineReader.Parts
        do throws(EventLineReader.Fault) {
            parts = try EventLineReader(object).parts(foundingLines: foundingLines)
        } catch {
            throw WireFault(key: "item")
        }
        guard let id = parts.id else { throw WireFault(key: "id") }
        if case .new = parts.target { foundingLines.insert(Int(line)) }
        self.init(
            target: parts.target, event: parts.event, at: parts.at, precision: parts.precision, id: id,
            actor: parts.actor, line: Int(line), record: record)
    }
}
