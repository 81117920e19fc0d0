/// Reads gettext `.po` text (GNU gettext manual, section "The Format of PO Files"), strictly: the first fault ends it.
package struct PoReader {
    private enum Keyword: Equatable {
        case context, id, plural, translation
        case form(Int)
    }

    /// The message being read; `nil` members have not been seen yet.
    private struct Draft {
        var firstLine = 0
        var context: String?
        var id: String?
        var plural: String?
        var translations: [String] = []
        var isFuzzy = false
        var last: Keyword?
        var isEmpty: Bool { last == nil }
    }

    private var draft = Draft()
    private var nextIsFuzzy = false
    private var firstLines: [String: Int] = [:]
    private var header: [String: String] = [:]
    private var entries: [PoEntry] = []

    private init() {}

    package static func read(_ bytes: [UInt8]) throws(PoFault) -> PoFile {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PoFault(line: firstBadLine(bytes), kind: .notUTF8)
        }
        return try read(text)
    }

    package static func read(_ text: String) throws(PoFault) -> PoFile {
        var reader = PoReader()
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            try reader.take(line, number: number)
        }
        try reader.finishEntry(before: number)
        return PoFile(header: reader.header, entries: reader.entries)
    }

    private static func firstBadLine(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }

    private mutating func take(_ line: Substring, number: Int) throws(PoFault) {
        let text = line.trimmingBlanks()
        guard let first = text.first else { return }
        switch first {
        case "#":
            // A flag belongs to the message after it, obsolete messages (`#~`) to nobody.
            if !draft.isEmpty, !draft.translations.isEmpty { try finishEntry(before: number) }
            if text.hasPrefix("#,"), text.contains("fuzzy") { nextIsFuzzy = true }
        case "\"":
            try continueString(PoString.read(text, line: number), line: number)
        default:
            try takeKeyword(text, line: number)
        }
    }

    private mutating func takeKeyword(_ text: Substring, line: Int) throws(PoFault) {
        let word = text.prefix { $0 != " " && $0 != "\t" && $0 != "\"" }
        let keyword = try PoReader.keyword(word, line: line)
        let value = try PoString.read(text.dropFirst(word.count).trimmingBlanks(), line: line)
        switch keyword {
        case .context:
            try finishEntry(before: line)
            draft = Draft(firstLine: line, context: value, isFuzzy: takeFuzzy(), last: keyword)
        case .id:
            if draft.last == .context {
                draft.id = value
            } else {
                try finishEntry(before: line)
                draft = Draft(firstLine: line, id: value, isFuzzy: takeFuzzy())
            }
        case .plural:
            guard draft.last == .id else { throw PoFault(line: line, kind: .keywordOutOfOrder(String(word))) }
            draft.plural = value
        case .translation:
            guard draft.last == .id || draft.last == .plural else {
                throw PoFault(line: line, kind: .keywordOutOfOrder(String(word)))
            }
            guard draft.plural == nil else { throw PoFault(line: line, kind: .pluralFormExpected) }
            draft.translations.append(value)
        case .form(let index):
            try takeForm(index, value: value, word: word, line: line)
        }
        draft.last = keyword
    }

    private mutating func takeForm(_ index: Int, value: String, word: Substring, line: Int) throws(PoFault) {
        guard draft.id != nil, draft.last != .translation else {
            throw PoFault(line: line, kind: .keywordOutOfOrder(String(word)))
        }
        guard draft.plural != nil else { throw PoFault(line: line, kind: .pluralFormUnexpected) }
        guard index == draft.translations.count else {
            throw PoFault(line: line, kind: .pluralFormOutOfOrder(expected: draft.translations.count))
        }
        draft.translations.append(value)
    }

    private mutating func takeFuzzy() -> Bool {
        defer { nextIsFuzzy = false }
        return nextIsFuzzy
    }

    private mutating func continueString(_ value: String, line: Int) throws(PoFault) {
        switch draft.last {
        case nil: throw PoFault(line: line, kind: .stringWithoutKeyword)
        case .context: draft.context = (draft.context ?? "") + value
        case .id: draft.id = (draft.id ?? "") + value
        case .plural: draft.plural = (draft.plural ?? "") + value
        case .translation, .form: draft.translations[draft.translations.count - 1] += value
        }
    }

    private mutating func finishEntry(before line: Int) throws(PoFault) {
        guard !draft.isEmpty else { return }
        guard let id = draft.id, !draft.translations.isEmpty else {
            throw PoFault(line: line, kind: .missingTranslation)
        }
        var entry = PoEntry(context: draft.context, id: id, plural: draft.plural, translations: draft.translations)
        entry.isFuzzy = draft.isFuzzy
        entry.line = draft.firstLine
        draft = Draft()
        if let first = firstLines.updateValue(entry.line, forKey: entry.key) {
            throw PoFault(line: entry.line, kind: .duplicate(firstLine: first))
        }
        guard entry.key.isEmpty else { return entries.append(entry) }
        guard entries.isEmpty else { throw PoFault(line: entry.line, kind: .headerNotFirst) }
        header = try PoReader.fields(entry.translations[0], line: entry.line)
    }

    private static func keyword(_ word: Substring, line: Int) throws(PoFault) -> Keyword {
        switch word {
        case "msgctxt": return .context
        case "msgid": return .id
        case "msgid_plural": return .plural
        case "msgstr": return .translation
        default:
            guard word.hasPrefix("msgstr["), word.hasSuffix("]"), let index = Int(word.dropFirst(7).dropLast()),
                index >= 0
            else { throw PoFault(line: line, kind: .unknownKeyword(String(word))) }
            return .form(index)
        }
    }

    private static func fields(_ text: String, line: Int) throws(PoFault) -> [String: String] {
        var fields: [String: String] = [:]
        for field in text.split(separator: "\n") {
            guard let colon = field.firstIndex(of: ":"), colon > field.startIndex else {
                throw PoFault(line: line, kind: .headerField(String(field)))
            }
            fields[String(field[..<colon])] = String(field[field.index(after: colon)...].trimmingBlanks())
        }
        return fields
    }
}
