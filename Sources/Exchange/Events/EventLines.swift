import Model
import Wording

/// Reads our own events from JSON Lines: one object a line, strictly, without repairing anything.
///
/// A line is `{"kind", "body", "subject", "at"}`, and optionally `actor`, `id`, `precision` and `v`. The subject is a
/// name, `{"new":"AL"}`, or `{"same_as":3}` for the new subject of line 3 of the same file; `at` is ISO 8601 with an
/// offset, or milliseconds since 1970 UTC. What else `EventLine` writes about an entry is allowed and not taken. A line
/// without an id gets one from the source's name, its bytes and how often the same line stood before it.
package struct EventLines: Sendable {
    /// An entry of a log is smaller than this.
    package static let lineLimitBytes = 65_535

    package let bytes: [UInt8]
    /// How much has been read, for a progress display.
    package private(set) var bytesDone: Int
    private let source: String
    private let digest: DigestFunction
    private var line = 0
    private var foundingLines: Set<Int> = []
    private var occurrences: [EventID: Int] = [:]

    /// - Parameter source: goes into every derived id; the same file must always come under the same name.
    package init(_ bytes: [UInt8], source: String, digest: @escaping DigestFunction) {
        self.bytes = bytes
        self.source = source
        self.digest = digest
        bytesDone = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    package var byteCount: Int { bytes.count }

    /// The next line or fault; nil at the end of the file. Blank lines are passed over.
    package mutating func next() -> ImportOutcome? {
        while bytesDone < bytes.count {
            let rest = bytes[bytesDone...]
            let end = rest.firstIndex(of: 0x0A) ?? bytes.endIndex
            let content = EventLines.trimmed(bytes[bytesDone..<end])
            let start = bytesDone
            bytesDone = min(end + 1, bytes.count)
            line += 1
            guard !content.isEmpty else { continue }
            do throws(ImportFault) {
                return .item(try item(content, lineStart: start))
            } catch {
                return .fault(error)
            }
        }
        return nil
    }

    private mutating func item(_ content: ArraySlice<UInt8>, lineStart: Int) throws(ImportFault) -> ImportItem {
        let column = content.startIndex - lineStart + 1
        guard content.count <= EventLines.lineLimitBytes else {
            throw fault(.lineTooLong(limitBytes: EventLines.lineLimitBytes), content, column)
        }
        let value: JSON
        do throws(JSONFault) {
            value = try JSONReader.read(content)
        } catch {
            let at = content.dropFirst(error.offset)
            throw fault(.json(error.reason), at, column + error.offset)
        }
        guard let object = value.object else { throw fault(.notAnObject, content, column) }
        let reader = EventLineReader(object)
        let parts: EventLineReader.Parts
        do throws(EventLineReader.Fault) {
            parts = try reader.parts(foundingLines: foundingLines)
        } catch {
            throw fault(error.reason, content, column)
        }
        if case .new = parts.target { foundingLines.insert(line) }
        return ImportItem(
            target: parts.target, event: parts.event, at: parts.at, precision: parts.precision,
            id: parts.id ?? derivedID(content), actor: parts.actor, line: line)
    }

    private mutating func derivedID(_ content: ArraySlice<UInt8>) -> EventID {
        let identity = Array(source.utf8) + [0x1F] + content + [0x1F]
        let first = EventID.derived(from: digest(identity + [0x30]))
        let occurrence = occurrences[first, default: 0]
        occurrences[first] = occurrence + 1
        return occurrence == 0 ? first : .derived(from: digest(identity + String(occurrence).utf8))
    }

    private func fault(_ reason: ImportFault.Reason, _ text: ArraySlice<UInt8>, _ column: Int) -> ImportFault {
        ImportFault(
            reason: reason, line: line, column: column, columnName: nil, excerpt: ImportFault.excerpt(text),
            skippedLines: line...line)
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        var content = line.drop(while: isBlank)
        while let last = content.last, isBlank(last) { content.removeLast() }
        return content
    }
}

/// Makes the parts of an item from the object on one line.
struct EventLineReader {
    struct Parts {
        let target: ImportTarget
        let event: Event
        let at: Instant
        let precision: Precision
        let id: EventID?
        let actor: String?
    }

    struct Fault: Error {
        let reason: ImportFault.Reason
    }

    private let object: JSONObject

    init(_ object: JSONObject) { self.object = object }

    func parts(foundingLines: Set<Int>) throws(Fault) -> Parts {
        for member in object.members where !EventLine.keys.contains(member.key) {
            throw Fault(reason: .unknownKey(member.key))
        }
        let actor = try text("actor")
        if actor?.isEmpty == true { throw wrong("actor") }
        return Parts(
            target: try target(foundingLines: foundingLines), event: try event(), at: try instant(),
            precision: try precision(), id: try id(), actor: actor)
    }

    private func wrong(_ key: String) -> Fault { Fault(reason: .wrongValue(key: key)) }

    private func text(_ key: String) throws(Fault) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value.string else { throw wrong(key) }
        return text
    }

    private func present(_ key: String) throws(Fault) -> JSON {
        guard let value = object[key] else { throw Fault(reason: .missingKey(key)) }
        return value
    }

    private func event() throws(Fault) -> Event {
        guard let kind = try present("kind").string, !kind.isEmpty else { throw wrong("kind") }
        guard let body = try present("body").object else { throw wrong("body") }
        let version = object["v"] ?? .integer(Event.version)
        guard let version = version.integer, version >= 1 else { throw wrong("v") }
        do throws(BodyFault) {
            return try Event(kind: kind, version: version, body: body)
        } catch {
            throw Fault(reason: .body(error))
        }
    }

    private func target(foundingLines: Set<Int>) throws(Fault) -> ImportTarget {
        switch try present("subject") {
        case .string(let text):
            guard let name = SubjectName(text) else { throw wrong("subject") }
            return .existing(name)
        case .object(let object) where object.members.count == 1:
            if let area = object["new"]?.string.flatMap({ Area(rawValue: $0) }), area != .unknown { return .new(area) }
            guard let line = object["same_as"]?.integer else { throw wrong("subject") }
            guard let line = Int(exactly: line), foundingLines.contains(line) else {
                throw Fault(reason: .noSubjectOnLine(Int(clamping: line)))
            }
            return .sameAs(line: line)
        default: throw wrong("subject")
        }
    }

    private func instant() throws(Fault) -> Instant {
        switch try present("at") {
        case .integer(let milliseconds): return Instant(milliseconds: milliseconds)
        case .string(let text):
            guard let instant = ISO8601.instant(text) else { throw wrong("at") }
            return instant
        default: throw wrong("at")
        }
    }

    private func precision() throws(Fault) -> Precision {
        guard let text = try text("precision") else { return .millisecond }
        guard let precision = Precision(rawValue: text) else { throw wrong("precision") }
        return precision
    }

    private func id() throws(Fault) -> EventID? {
        guard let text = try text("id") else { return nil }
        guard let id = EventID(text) else { throw wrong("id") }
        return id
    }
}
