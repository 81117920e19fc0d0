/// Why the body of an event is not what its kind and version require.
package enum BodyFault: Error, Hashable, Sendable {
    case missing(key: String)
    case wrongType(key: String)
    case outOfRange(key: String)
    case unknownKind(String)
    case bodyTooLarge(bytes: Int)
}

/// Reads the members of an event's body, one typed look-up for each.
package struct BodyReader {
    package let object: JSONObject

    package init(_ object: JSONObject) { self.object = object }

    package func text(_ key: String) throws(BodyFault) -> String {
        guard let value = try optionalText(key) else { throw .missing(key: key) }
        return value
    }

    package func optionalText(_ key: String) throws(BodyFault) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value.string else { throw .wrongType(key: key) }
        return text
    }

    package func integer(_ key: String, in range: ClosedRange<Int64> = -JSON.largestInteger...JSON.largestInteger)
        throws(BodyFault) -> Int64
    {
        guard let value = try optionalInteger(key, in: range) else { throw .missing(key: key) }
        return value
    }

    package func optionalInteger(
        _ key: String, in range: ClosedRange<Int64> = -JSON.largestInteger...JSON.largestInteger
    ) throws(BodyFault) -> Int64? {
        guard let value = object[key] else { return nil }
        guard let integer = value.integer else { throw .wrongType(key: key) }
        guard range.contains(integer) else { throw .outOfRange(key: key) }
        return integer
    }

    package func instant(_ key: String) throws(BodyFault) -> Instant { Instant(milliseconds: try integer(key)) }

    package func optionalInstant(_ key: String) throws(BodyFault) -> Instant? {
        try optionalInteger(key).map { Instant(milliseconds: $0) }
    }

    /// A code of a closed list; an unknown code is a fault, because the meaning of the event hangs on it.
    package func code<Code: RawRepresentable<String>>(_ key: String, _ type: Code.Type) throws(BodyFault) -> Code {
        guard let code = Code(rawValue: try text(key)) else { throw .outOfRange(key: key) }
        return code
    }

    /// The name of another subject; what is no name is a fault, because the meaning of the event hangs on it.
    package func optionalName(_ key: String) throws(BodyFault) -> SubjectName? {
        guard let text = try optionalText(key) else { return nil }
        guard let name = SubjectName(text) else { throw .outOfRange(key: key) }
        return name
    }

    package func subject(_ key: String) throws(BodyFault) -> SubjectName {
        guard let name = try optionalName(key) else { throw .missing(key: key) }
        return name
    }

    package func optionalObject(_ key: String) throws(BodyFault) -> JSONObject? {
        guard let value = object[key] else { return nil }
        guard let object = value.object else { throw .wrongType(key: key) }
        return object
    }

    package func optionalReader(_ key: String) throws(BodyFault) -> BodyReader? {
        try optionalObject(key).map { BodyReader($0) }
    }

    package func objects(_ key: String) throws(BodyFault) -> [BodyReader] {
        guard let value = object[key] else { return [] }
        guard let array = value.array else { throw .wrongType(key: key) }
        var objects: [BodyReader] = []
        for element in array {
            guard let object = element.object else { throw .wrongType(key: key) }
            objects.append(BodyReader(object))
        }
        return objects
    }

    package func texts(_ key: String) throws(BodyFault) -> [String] {
        guard let value = object[key] else { return [] }
        guard let array = value.array else { throw .wrongType(key: key) }
        var texts: [String] = []
        for element in array {
            guard let text = element.string else { throw .wrongType(key: key) }
            texts.append(text)
        }
        return texts
    }
}

/// Collects the members of an event's body; what is nil or empty is left out.
package struct BodyWriter {
    package private(set) var object = JSONObject()

    package init() {}

    package mutating func text(_ key: String, _ value: String?) { if let value { object[key] = .string(value) } }
    package mutating func integer(_ key: String, _ value: Int64?) { if let value { object[key] = .integer(value) } }
    package mutating func instant(_ key: String, _ value: Instant?) { integer(key, value?.milliseconds) }
    package mutating func object(_ key: String, _ value: JSONObject?) { if let value { object[key] = .object(value) } }
    package mutating func objects(_ key: String, _ values: [JSONObject]) {
        if !values.isEmpty { object[key] = .array(values.map { .object($0) }) }
    }
    package mutating func texts(_ key: String, _ values: [String]) {
        if !values.isEmpty { object[key] = .array(values.map { .string($0) }) }
    }
}

/// What one kind of event says: its wire name, its version, and how its body is read and written.
package protocol EventBody: Equatable, Sendable {
    /// Past tense, lower camel case, never reused for another meaning.
    static var kind: String { get }
    /// What visitors see of its texts, by key; a text that is not named here is hidden from them.
    static var openness: [String: Openness] { get }
    init(reading body: BodyReader) throws(BodyFault)
    func write(to body: inout BodyWriter)
}

extension EventBody {
    package static var openness: [String: Openness] { [:] }

    package var object: JSONObject {
        var writer = BodyWriter()
        write(to: &writer)
        return writer.object
    }
}

/// One area's closed list of events, so that areas grow without touching each other.
package protocol AreaEvent: Equatable, Sendable {
    static var kinds: [EventKind<Self>] { get }
    var body: any EventBody { get }
}

/// How a kind becomes a case of its area's enumeration.
package struct EventKind<Area: Sendable>: Sendable {
    package let name: String
    let openness: [String: Openness]
    let read: @Sendable (BodyReader) -> Result<Area, BodyFault>

    init<Body: EventBody>(_ type: Body.Type, _ wrap: @escaping @Sendable (Body) -> Area) {
        name = Body.kind
        openness = Body.openness
        read = { reader in Result { () throws(BodyFault) -> Body in try Body(reading: reader) }.map(wrap) }
    }
}
