/// Why stored bytes are not an entry of this log format.
package enum EntryFault: Error, Hashable, Sendable {
    case notJSON(JSONFault)
    case missing(key: String)
    case wrong(key: String)
}

extension Entry {
    /// The one line of canonical JSON that is signed, with its newline. Keys stand in byte order.
    package var line: [UInt8] {
        var out = CanonicalJSON()
        out.reserve(512)
        out.raw("{\"actor\":")
        out.write(actor)
        out.raw(",\"at\":")
        out.write(at.milliseconds)
        out.raw(",\"body\":")
        out.write(body)
        out.raw(",\"boot\":")
        out.write(boot)
        out.raw(",\"desk\":")
        out.write(desk)
        out.raw(",\"id\":")
        out.write(id.description)
        out.raw(",\"idx\":")
        out.write(index)
        out.raw(",\"kind\":")
        out.write(kind)
        out.raw(",\"log\":")
        out.write(origin)
        out.raw(",\"mono\":")
        out.write(mono)
        if precision != .millisecond {
            out.raw(",\"precision\":")
            out.write(precision.rawValue)
        }
        out.raw(",\"prev\":")
        out.write(previous.hex)
        out.raw(",\"rec\":")
        out.write(recorded.milliseconds)
        if let role {
            out.raw(",\"role\":")
            out.write(role.rawValue)
        }
        out.raw(",\"subject\":")
        out.write(subject.text)
        out.raw(",\"v\":")
        out.write(version)
        out.raw("}\n")
        return out.bytes
    }

    /// Reads the line back. What `line` would not have written byte for byte is refused.
    package init(line: UnsafeBufferPointer<UInt8>) throws(EntryFault) {
        var reader = EntryReader(line)
        if let entry = reader.entry() {
            self = entry
            return
        }
        try self.init(anyLine: line)
    }

    /// The long way, which says what is wrong.
    private init(anyLine line: UnsafeBufferPointer<UInt8>) throws(EntryFault) {
        let value: JSON
        do throws(JSONFault) {
            value = try JSONReader.read(buffer: line, canonical: true)
        } catch {
            throw .notJSON(error)
        }
        guard let object = value.object else { throw .missing(key: "log") }
        func text(_ key: String) throws(EntryFault) -> String {
            guard let value = object[key] else { throw .missing(key: key) }
            guard let text = value.string else { throw .wrong(key: key) }
            return text
        }
        func integer(_ key: String) throws(EntryFault) -> Int64 {
            guard let value = object[key] else { throw .missing(key: key) }
            guard let number = value.integer else { throw .wrong(key: key) }
            return number
        }
        guard let previous = Digest(hex: try text("prev")) else { throw .wrong(key: "prev") }
        guard let id = EventID(try text("id")) else { throw .wrong(key: "id") }
        guard let subject = SubjectName(try text("subject")) else { throw .wrong(key: "subject") }
        guard let body = object["body"]?.object else { throw .wrong(key: "body") }
        let precision: Precision
        if let stated = object["precision"] {
            guard let found = stated.string.flatMap({ Precision(rawValue: $0) }), found != .millisecond else {
                throw .wrong(key: "precision")
            }
            precision = found
        } else {
            precision = .millisecond
        }
        let role: OfficerRole?
        if let stated = object["role"] {
            guard let found = stated.string.flatMap({ OfficerRole(rawValue: $0) }) else { throw .wrong(key: "role") }
            role = found
        } else {
            role = nil
        }
        self.init(
            origin: try text("log"), index: try integer("idx"), previous: previous, id: id, desk: try text("desk"),
            subject: subject, kind: try text("kind"), version: try integer("v"),
            at: Instant(milliseconds: try integer("at")), precision: precision,
            recorded: Instant(milliseconds: try integer("rec")), boot: try text("boot"), mono: try integer("mono"),
            actor: try text("actor"), role: role, body: body)
        let members = 14 + (precision == .millisecond ? 0 : 1) + (role == nil ? 0 : 1)
        guard object.members.count == members else { throw .wrong(key: "precision") }
    }
}
