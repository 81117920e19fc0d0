/// What a person typed after `/`: words that an entry must contain, `field:value` terms, and `!` for "not".
///
/// Terms are separated by blanks and all must hold. Fields are `kind`, `subject`, `actor`, `desk`, `id` and every key
/// of a body. Letters compare without regard to case, in any script.
package struct EntryFilter: Equatable, Sendable {
    private struct Term: Equatable, Sendable {
        let field: String?
        let value: String
        let isInverse: Bool
    }

    package let text: String
    private let terms: [Term]

    package init(_ text: String) {
        self.text = text
        terms = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { word in
            let isInverse = word.hasPrefix("!")
            let rest = isInverse ? word.dropFirst() : word
            guard !rest.isEmpty else { return nil }
            guard let colon = rest.firstIndex(of: ":"), colon != rest.startIndex else {
                return Term(field: nil, value: rest.lowercased(), isInverse: isInverse)
            }
            return Term(
                field: rest[..<colon].lowercased(), value: rest[rest.index(after: colon)...].lowercased(),
                isInverse: isInverse)
        }
    }

    package var isEmpty: Bool { terms.isEmpty }

    package func matches(_ entry: Entry) -> Bool {
        guard !terms.isEmpty else { return true }
        var whole: String?
        for term in terms {
            let found: Bool
            if let field = term.field {
                found = EntryFilter.value(of: field, in: entry)?.lowercased().contains(term.value) ?? false
            } else {
                let text = whole ?? EntryFilter.searchText(entry)
                whole = text
                found = text.contains(term.value)
            }
            if found == term.isInverse { return false }
        }
        return true
    }

    /// The same terms over any text, for lists that are not entries.
    package func matches(text: String) -> Bool {
        let text = text.lowercased()
        return terms.allSatisfy { text.contains($0.value) != $0.isInverse }
    }

    private static func value(of field: String, in entry: Entry) -> String? {
        switch field {
        case "kind": entry.kind
        case "subject": entry.subject.text
        case "actor": entry.actor
        case "desk": entry.desk
        case "id": entry.id.description
        default: entry.body[field].map { $0.string ?? CanonicalJSON.text(of: $0) }
        }
    }

    private static func searchText(_ entry: Entry) -> String {
        "\(entry.index) \(entry.subject.text) \(entry.kind) \(entry.actor) \(CanonicalJSON.text(of: .object(entry.body)))"
            .lowercased()
    }
}
