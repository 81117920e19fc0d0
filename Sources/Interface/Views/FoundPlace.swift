import Model

/// A field of an entry in which a search found something that the row does not show.
struct FoundPlace: Equatable {
    let field: String
    let value: String
}

extension EntryFilter {
    /// The fields that hold the words of the filter, for words that `shown` does not have; at most one field a word.
    func places(in entry: Entry, shown: String) -> [FoundPlace] {
        let shown = shown.lowercased()
        var places: [FoundPlace] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) where !word.hasPrefix("!") {
            let colon = word.firstIndex(of: ":")
            let isField = colon != nil && colon != word.startIndex
            let field = isField ? colon.map { word[..<$0].lowercased() } : nil
            let value = (isField ? colon.map { word[word.index(after: $0)...] } ?? word : word).lowercased()
            guard !value.isEmpty, !shown.contains(value) else { continue }
            let found = EntryFilter.fields(of: entry).first { candidate in
                (field == nil || candidate.field.lowercased() == field) && candidate.value.lowercased().contains(value)
            }
            if let found, !places.contains(found) { places.append(found) }
        }
        return places
    }

    private static func fields(of entry: Entry) -> [FoundPlace] {
        let head = [
            FoundPlace(field: "kind", value: entry.kind), FoundPlace(field: "actor", value: entry.actor),
            FoundPlace(field: "desk", value: entry.desk), FoundPlace(field: "id", value: entry.id.description),
        ]
        return head
            + entry.body.members.map { member in
                FoundPlace(field: member.key, value: member.value.string ?? CanonicalJSON.text(of: member.value))
            }
    }
}
