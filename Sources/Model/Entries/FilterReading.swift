/// Reads the text of a filter into terms.
struct FilterReading {
    let otherNames: (String) -> [String]
    let instant: (String) -> Instant?
    var terms: [EntryFilter.Term] = []
    var fault: FilterFault?
    var words: [String] = []
    var loose: [String] = []

    /// - Parameter otherNames: what else the place of this name is called
    init(otherNames: @escaping (String) -> [String], instant: @escaping (String) -> Instant?) {
        self.otherNames = otherNames
        self.instant = instant
    }

    mutating func read(_ text: String) {
        var pieces = FilterReading.pieces(of: text)[...]
        while let piece = pieces.first {
            if let count = readName(pieces) {
                pieces = pieces.dropFirst(count)
            } else {
                read(piece)
                pieces = pieces.dropFirst()
            }
        }
    }

    /// Takes the longest run of words that is the name of a place with other names, and says how many they are.
    private mutating func readName(_ pieces: ArraySlice<Piece>) -> Int? {
        let isPlain = { (piece: Piece) in
            guard let first = piece.bare.first ?? piece.quoted?.first else { return false }
            return FilterReading.colon(in: piece.bare) == nil && (piece.bare.isEmpty || first.isLetter)
        }
        let run = pieces.prefix(FilterReading.mostWordsOfAName).prefix(while: isPlain).map(\.whole)
        for count in stride(from: run.count, to: 0, by: -1) {
            let name = run.prefix(count).joined(separator: " ")
            // Names of fewer letters are in too many other words.
            guard name.utf8.count >= 3, name.count >= 2 else { continue }
            let names = otherNames(name)
            let others = SearchWord(names: names, of: name)
            guard !others.forms.isEmpty else { continue }
            let own = run.prefix(count).map { SearchWord($0) }
            terms.append(EntryFilter.Term(test: .name(own, others: others), isInverse: false))
            for (word, typed) in zip(own, run) { words += [typed] + word.otherTexts }
            words += others.forms.map { String(decoding: $0, as: UTF8.self) }
            return count
        }
        return nil
    }

    private static let mostWordsOfAName = 4

    /// One term as it was typed: what stands before a quotation, and what is in it.
    private struct Piece {
        var bare = ""
        var quoted: String?
        var whole: String { bare + (quoted ?? "") }
    }

    /// Divides at blanks outside quotation marks; a mark that is not closed reaches to the end.
    private static func pieces(of text: String) -> [Piece] {
        let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»", "„": "“"]
        var pieces: [Piece] = []
        var piece = Piece()
        var end: Character?
        for character in text {
            if let closer = end {
                if character == closer { end = nil } else { piece.quoted?.append(character) }
            } else if let closer = closing[character], piece.quoted == nil {
                end = closer
                piece.quoted = ""
            } else if character == " " || character == "\t" || character == "\u{3000}" {
                pieces.append(piece)
                piece = Piece()
            } else if piece.quoted != nil {
                piece.quoted?.append(character)
            } else {
                piece.bare.append(character)
            }
        }
        return (pieces + [piece]).filter { !$0.whole.isEmpty }
    }

    private mutating func read(_ piece: Piece) {
        var piece = piece
        let isInverse = ["!", "-", "！"].contains(piece.bare.first) && piece.whole.count > 1
        if isInverse { piece.bare.removeFirst() }
        guard let test = test(of: piece) else { return }
        terms.append(EntryFilter.Term(test: test, isInverse: isInverse))
        guard !isInverse else { return }
        switch test {
        case .words(let word): words += [piece.whole] + word.otherTexts
        case .fuzzy(let word): loose.append(word)
        case .field(_, let value): words += value.forms.map { String(decoding: $0, as: UTF8.self) }
        default: break
        }
    }

    private mutating func test(of piece: Piece) -> EntryFilter.Test? {
        let whole = piece.whole
        if piece.bare.first == "~" {
            let word = String(whole.dropFirst())
            return word.isEmpty ? nil : .fuzzy(word)
        }
        if piece.bare.first == "#", let range = FilterReading.range(String(piece.bare.dropFirst()), upTo: Int64.max) {
            return .records(range)
        }
        guard let colon = FilterReading.colon(in: piece.bare) else { return .words(SearchWord(whole)) }
        let value = String(whole[whole.index(after: colon)...])
        guard let field = FilterField.named(String(piece.bare[..<colon])) else {
            fault = fault ?? .unknownField(String(piece.bare[..<colon]))
            return nil
        }
        // A field without its value is one that is still being typed.
        return value.isEmpty ? nil : test(of: field, value)
    }

    private mutating func test(of field: String, _ value: String) -> EntryFilter.Test? {
        switch field {
        case FilterField.condition:
            if let condition = EntryFilter.Condition(rawValue: value.lowercased()) { return .condition(condition) }
            fault = fault ?? .unknownCondition(value)
        case FilterField.priority:
            if let range = FilterReading.range(value, upTo: 9) {
                return .priority(Int(range.lowerBound)...Int(range.upperBound))
            }
            fault = fault ?? .notANumber(field: field, value)
        case FilterField.after, FilterField.before:
            if let instant = instant(value) { return field == FilterField.after ? .after(instant) : .before(instant) }
            fault = fault ?? .notATime(value)
        default:
            return .field(field, SearchWord(value, crossesScripts: !EntryFilter.codedFields.contains(field)))
        }
        return nil
    }

    /// The colon after the name of a field: letters, digits and `_`, a letter first. `12:30` has none.
    private static func colon(in text: String) -> String.Index? {
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }), let first = text.first, first.isLetter,
            text[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
        else { return nil }
        return colon
    }

    /// `4711`, `4700..4720`, `4700..` or `..4720`.
    static func range(_ text: String, upTo last: Int64) -> ClosedRange<Int64>? {
        guard let dots = text.firstRange(of: "..") else { return Int64(text).flatMap { $0 >= 0 ? $0...$0 : nil } }
        let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
        guard let first = left.isEmpty ? 0 : Int64(left), let end = right.isEmpty ? last : Int64(right), first >= 0,
            first <= end, !(left.isEmpty && right.isEmpty)
        else { return nil }
        return first...end
    }
}

/// The names of the fields that a filter can ask for.
package enum FilterField {
    static let priority = "priority"
    static let condition = "is"
    static let after = "after"
    static let before = "before"

    /// The fields that are offered, most asked for first.
    package static let offered = [
        "state", "priority", "who", "kind", "from", "place", "is", "after", "before", "subject", "desk", "id",
    ]

    /// Other names of the same fields.
    private static let others = [
        "p": priority, "prio": priority, "actor": "who", "by": "who", "officer": "who", "since": after, "until": before,
    ]

    /// Keys of the bodies that events have; each is a field of its own.
    package static let keys: Set<String> = [
        "message", "headline", "source", "substance", "quantity", "due", "near", "payloads", "reason", "text",
        "disposition", "note", "goods", "method", "conveyance", "initiator", "leg", "entry", "exit",
        "report_every_min", "quiet_until", "lead", "exit_estimate", "outcome", "title", "scenario",
        "speed_thousandths", "to", "centre", "purpose", "desk_key", "idx", "payload", "basis", "region", "subregion",
        "country", "division", "drug", "hiding", "installation", "transport", "producing", "departure",
        "destination", "routing", "duplicate_of", "repetition", "relief",
        "officer_id", "relieves", "relieved_by", "corrects", "options", "decided_by", "about", "known_to", "concerns",
        "turn_min", "begins", "zone", "offset_min", "rest_min", "turns", "turn", "standby", "with", "person", "duty",
        "wake_for", "languages", "replaces", "type", "ordered_by", "how",
        "channel", "their_number", "our_number", "sent", "identity", "refers_to", "raw", "expires", "particulars",
        "scope", "restriction", "addressees",
        "direction",
        "party",
        "no_result", "found", "substance_code", "purity", "purity_basis", "laboratory", "result_of", "item_name",
        "notice_min", "authority", "form", "conditions", "paper_by", "replaces_number", "clear", "states",
        "version",
        "goes", "decided_by", "prepared_by", "gross_grams", "tracker_name", "acknowledged_by", "officer", "tracker",
        "limit_min",
        "exception", "called_back", "situation", "decides", "steps", "tell", "step", "exhibit", "object", "weighing",
        "weighed_by",
        "old_seal", "new_seal", "sort", "reference", "result", "matter", "from_state", "to_state", "granted", "lessons",
        "number", "procedure", "checks", "confirm_by", "answer_by", "language",
        "own", "entry_number", "into", "why", "partner", "file", "detail", "bytes",
        "other_state", "serial", "post", "fields", "by", "when", "standing", "since",
        "item", "severity", "if_then", "position", "left_out", "question", "handover", "offer", "reservation", "row",
        "unsaid", "asked", "operation",
    ]

    /// The field that a word names; nil when there is none.
    static func named(_ word: String) -> String? {
        let word = word.lowercased()
        return others[word] ?? (offered.contains(word) || keys.contains(word) ? word : nil)
    }
}
