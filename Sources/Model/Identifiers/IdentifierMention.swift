/// An identifier as the body of an event names it: as it was typed, or, where it identifies a living person, by the payload
/// that holds it, so that it can be erased.
///
/// In the body: `identifier` (the kind), `state` where somebody said it, and either `typed` or `payload` with `row`.
/// The normal form is not stored; it is a function of kind and text (`Identifier`), so that a better rule reaches old entries.
package struct IdentifierMention: Hashable, Sendable {
    package enum Value: Hashable, Sendable {
        /// As it was typed, blanks at its ends removed.
        case typed(String)
        /// Row `row` (from 0) of the `SealedIdentifiers` in this payload.
        case sealed(Digest, row: Int)
    }

    package let kind: IdentifierKind
    package let value: Value
    /// ISO 3166-1 alpha-3 code of the State that issued it, where somebody said it.
    package let state: String?

    /// An identifier in the open.
    ///
    /// Nil where there is no text, where it is longer than `lengthLimit`, and for a kind that identifies a living person:
    /// that one belongs in a payload.
    package init?(_ kind: IdentifierKind, typed: String, state: String? = nil) {
        guard let text = IdentifierMention.kept(typed), !kind.isPersonal else { return nil }
        self.kind = kind
        value = .typed(text)
        self.state = state
    }

    /// An identifier that lies in a payload. Any kind may; those that identify a living person must.
    package init(_ kind: IdentifierKind, sealedIn payload: Digest, row: Int, state: String? = nil) {
        self.kind = kind
        value = .sealed(payload, row: row)
        self.state = state
    }

    /// In bytes of UTF-8. The longest that are in use, addresses of virtual assets, have 108.
    package static let lengthLimit = 256
    /// How many rows a payload may have.
    package static let rowLimit = 1000

    static func kept(_ typed: String) -> String? {
        let text = typed.trimmingBlanks
        return text.isEmpty || text.utf8.count > lengthLimit ? nil : text
    }

    /// What was typed; nil where it lies in a payload.
    package var typed: String? { if case .typed(let text) = value { text } else { nil } }
    /// The payload that holds it; nil where it is in the open.
    package var payload: Digest? { if case .sealed(let payload, _) = value { payload } else { nil } }

    /// - Throws: `outOfRange(key: "typed")` for a personal identifier in the open, too: no log may take one in.
    package init(reading body: BodyReader) throws(BodyFault) {
        let kind = try body.code("identifier", IdentifierKind.self)
        let state = try body.optionalText("state")
        guard let text = try body.optionalText("payload") else {
            guard let mention = IdentifierMention(kind, typed: try body.text("typed"), state: state) else {
                throw .outOfRange(key: "typed")
            }
            self = mention
            return
        }
        guard let payload = Digest(hex: text) else { throw .outOfRange(key: "payload") }
        let row = try body.integer("row", in: 0...Int64(IdentifierMention.rowLimit - 1))
        self.init(kind, sealedIn: payload, row: Int(row), state: state)
    }

    package func write(to body: inout BodyWriter) {
        body.text("identifier", kind.rawValue)
        body.text("state", state)
        switch value {
        case .typed(let text): body.text("typed", text)
        case .sealed(let payload, let row):
            body.text("payload", payload.hex)
            body.integer("row", Int64(row))
        }
    }

    /// The members that an object in an array of mentions has.
    package var object: JSONObject {
        var writer = BodyWriter()
        write(to: &writer)
        return writer.object
    }

    /// For the kinds whose body holds mentions.
    package static let openness: [String: Openness] = [
        "identifier": .code(IdentifierKind.self), "state": .state, "payload": .reference,
    ]
}

extension BodyReader {
    /// The mentions in the array at `key`; none where it is missing.
    package func mentions(_ key: String) throws(BodyFault) -> [IdentifierMention] {
        var mentions: [IdentifierMention] = []
        for object in try objects(key) { mentions.append(try IdentifierMention(reading: object)) }
        return mentions
    }
}

extension BodyWriter {
    package mutating func mentions(_ key: String, _ mentions: [IdentifierMention]) {
        objects(key, mentions.map(\.object))
    }
}
