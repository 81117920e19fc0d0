/// The identifiers that one payload holds, because they identify living persons.
///
/// As canonical JSON (RFC 8785): `{"identifiers":[{"identifier":"phone","typed":"+996 …"},…]}`. The payload is salted by the
/// log, so that nobody finds a telephone number from its hash by trying all of them.
package struct SealedIdentifiers: Equatable, Sendable {
    package struct Row: Hashable, Sendable {
        package let kind: IdentifierKind
        /// As it was typed, blanks at its ends removed.
        package let typed: String
        /// ISO 3166-1 alpha-3 code of the State that issued it, where somebody said it.
        package let state: String?

        /// Nil where there is no text, or where it is longer than `IdentifierMention.lengthLimit`.
        package init?(_ kind: IdentifierKind, typed: String, state: String? = nil) {
            guard let text = IdentifierMention.kept(typed) else { return nil }
            self.kind = kind
            self.typed = text
            self.state = state
        }
    }

    package let rows: [Row]

    /// Nil for more than `IdentifierMention.rowLimit` rows.
    package init?(_ rows: [Row]) {
        guard rows.count <= IdentifierMention.rowLimit else { return nil }
        self.rows = rows
    }

    /// What the payload holds.
    package var bytes: [UInt8] {
        var body = BodyWriter()
        body.objects(
            "identifiers",
            rows.map { row in
                var object = BodyWriter()
                object.text("identifier", row.kind.rawValue)
                object.text("state", row.state)
                object.text("typed", row.typed)
                return object.object
            })
        return CanonicalJSON.bytes(of: .object(body.object))
    }

    /// Nil where the bytes are no such list, as those of other payloads are.
    package init?(bytes: [UInt8]) {
        guard bytes.count <= SealedIdentifiers.sizeLimit, let json = try? JSONReader.read(bytes, canonical: true),
            let object = json.object, let rows = try? SealedIdentifiers.rows(BodyReader(object))
        else { return nil }
        self.init(rows)
    }

    private static let sizeLimit = 1_048_576

    private static func rows(_ body: BodyReader) throws(BodyFault) -> [Row] {
        guard body.object["identifiers"] != nil || body.object.isEmpty else { throw .missing(key: "identifiers") }
        var rows: [Row] = []
        for object in try body.objects("identifiers") {
            let kind = try object.code("identifier", IdentifierKind.self)
            let row = Row(kind, typed: try object.text("typed"), state: try object.optionalText("state"))
            guard let row else { throw .outOfRange(key: "typed") }
            rows.append(row)
        }
        return rows
    }

    /// What the body of the event names for each row, once the payload has its hash.
    package func mentions(in payload: Digest) -> [IdentifierMention] {
        rows.enumerated().map { place, row in
            IdentifierMention(row.kind, sealedIn: payload, row: place, state: row.state)
        }
    }
}
