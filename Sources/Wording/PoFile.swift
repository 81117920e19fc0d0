/// One message of a gettext catalogue.
package struct PoEntry: Hashable, Sendable {
    package var context: String?
    package var id: String
    package var plural: String?
    /// `msgstr`, or `msgstr[0]` and on; an empty text is not translated yet.
    package var translations: [String]
    /// Marked by a translator as to be looked at again; shown in English until then.
    package var isFuzzy = false
    /// The line of its first keyword, from 1.
    package var line = 0

    package init(context: String? = nil, id: String, plural: String? = nil, translations: [String]) {
        self.context = context
        self.id = id
        self.plural = plural
        self.translations = translations
    }

    /// Untranslated forms make the entry unusable: half a plural is worse than English.
    package var isComplete: Bool { !isFuzzy && !translations.isEmpty && translations.allSatisfy { !$0.isEmpty } }

    /// How the entry is found: its id, after its context and U+0004 where it has one (as gettext does).
    package var key: String { PoEntry.key(id: id, context: context) }

    package static func key(id: String, context: String?) -> String {
        if let context { "\(context)\u{4}\(id)" } else { id }
    }
}

/// A gettext catalogue as it was written.
package struct PoFile: Hashable, Sendable {
    /// The fields of the entry with the empty id, by name.
    package var header: [String: String]
    /// All other entries, in the order of the file.
    package var entries: [PoEntry]
}

/// Why a text is no gettext catalogue, and where.
package struct PoFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case notUTF8
        case unknownKeyword(String)
        case missingQuote
        case unterminatedString
        case unknownEscape(String)
        case controlCharacter
        case textAfterString
        case stringWithoutKeyword
        case keywordOutOfOrder(String)
        case missingTranslation
        case pluralFormExpected
        case pluralFormUnexpected
        case pluralFormOutOfOrder(expected: Int)
        case duplicate(firstLine: Int)
        case headerNotFirst
        case headerField(String)
    }

    /// From 1.
    package let line: Int
    package let kind: Kind

    package init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    package var message: Message { "line \(line): \(reason)" }

    private var reason: Message {
        switch kind {
        case .notUTF8: "not UTF-8 text"
        case .unknownKeyword(let word): "unknown keyword \(word)"
        case .missingQuote: "text in double quotes expected"
        case .unterminatedString: "the closing quote is missing"
        case .unknownEscape(let escape): "unknown escape \(escape)"
        case .controlCharacter: "a control character within text"
        case .textAfterString: "something stands after the closing quote"
        case .stringWithoutKeyword: "text without a keyword before it"
        case .keywordOutOfOrder(let word): "\(word) cannot stand here"
        case .missingTranslation: "msgstr is missing"
        case .pluralFormExpected: "msgstr[0] expected, because there is msgid_plural"
        case .pluralFormUnexpected: "msgstr[…] without msgid_plural"
        case .pluralFormOutOfOrder(let expected): "msgstr[\(expected)] expected"
        case .duplicate(let firstLine): "the same message stands in line \(firstLine)"
        case .headerNotFirst: "the header must be the first message"
        case .headerField(let text): "not a header field: \(text)"
        }
    }
}
