/// Hides in an entry what visitors must not see, before anything is folded from it: what is made of veiled entries can show
/// nothing else, whatever shows it.
package struct Veil: Sendable {
    /// What stands for hidden words, in one language.
    package struct Words: Equatable, Sendable {
        package let names: [Pseudonyms.Kind: String]
        /// A text of up to 40 characters, up to 200, and beyond.
        package let short: String
        package let medium: String
        package let long: String
        /// What sort of message an alert came from.
        package let messages: [MessageKind: String]

        package init(
            names: [Pseudonyms.Kind: String], messages: [MessageKind: String], short: String, medium: String,
            long: String
        ) {
            self.names = names
            self.messages = messages
            self.short = short
            self.medium = medium
            self.long = long
        }
    }

    private let pseudonyms: Pseudonyms
    private let words: Words
    /// The subjects that are hidden; nil for all.
    private let subjects: Set<SubjectName>?

    package init(_ pseudonyms: Pseudonyms, _ words: Words, over subjects: Set<SubjectName>? = nil) {
        self.subjects = subjects
        self.pseudonyms = pseudonyms
        self.words = words
    }

    package func callAsFunction(_ entry: Entry) -> Entry {
        if let subjects, !subjects.contains(entry.subject) { return pointing(entry, at: subjects) }
        return hiding(entry)
    }

    /// The entry with its own words hidden, whatever it is about.
    package func hiding(_ entry: Entry) -> Entry {
        var entry = entry
        entry.actor = name(entry.actor, .person)
        entry.body = body(entry.body, of: entry.kind)
        return entry
    }

    /// Whether a question before a handover is about a hidden subject, so that its answer is, too.
    package func hides(_ asked: HandoverAsked) -> Bool {
        guard let subjects else { return true }
        return asked.item.flatMap { HandoverItem.Key($0) }.map { subjects.contains($0.subject) } ?? false
    }

    /// What the records of a watch say of a hidden subject, such as a line of a handover: which one it is stays, and how grave;
    /// what was written about it does not.
    private func pointing(_ entry: Entry, at hidden: Set<SubjectName>) -> Entry {
        guard entry.subject.area == .shifts, let declared = Event.openness(ofKind: entry.kind) else { return entry }
        var entry = entry
        entry.body = pointing(entry.body, at: hidden, declared)
        return entry
    }

    private func pointing(_ object: JSONObject, at hidden: Set<SubjectName>, _ declared: [String: Openness])
        -> JSONObject
    {
        if let key = object["item"]?.string.flatMap({ HandoverItem.Key($0) }), hidden.contains(key.subject) {
            var pointer = self.object(object, declared)
            pointer["item"] = .string(key.pointer(pseudonyms.tag(for: key.text, as: .source)).text)
            return pointer
        }
        let about = (object["about"] ?? object["subject"])?.string.flatMap { SubjectName($0) }
        if let about, hidden.contains(about) { return self.object(object, declared) }
        var all = object
        for member in object.members {
            switch member.value {
            case .object(let inner): all[member.key] = .object(pointing(inner, at: hidden, declared))
            case .array(let values):
                all[member.key] = .array(
                    values.map { value in value.object.map { .object(pointing($0, at: hidden, declared)) } ?? value })
            default: break
            }
        }
        return all
    }

    /// "Person K7QD", in the language of the words.
    package func name(_ word: String, _ kind: Pseudonyms.Kind) -> String {
        word.trimmingBlanks.isEmpty
            ? word : "\(words.names[kind] ?? kind.rawValue) \(pseudonyms.tag(for: word, as: kind))"
    }

    private func body(_ body: JSONObject, of kind: String) -> JSONObject {
        // Of a kind that is not known here nobody can say what its keys hold.
        guard let declared = Event.openness(ofKind: kind) else { return JSONObject() }
        return object(body, declared)
    }

    private func object(_ object: JSONObject, _ declared: [String: Openness]) -> JSONObject {
        var veiled = JSONObject()
        for member in object.members {
            if member.key == "event", let inner = member.value.object, let kind = object["kind"]?.string {
                // An event within an event, such as one that is proposed, hides what its own kind hides.
                veiled[member.key] = .object(body(inner, of: kind))
                continue
            }
            veiled[member.key] = value(member.value, declared[member.key] ?? .hidden, in: object, declared)
        }
        return veiled
    }

    private func value(
        _ value: JSON, _ openness: Openness, in object: JSONObject, _ declared: [String: Openness]
    ) -> JSON {
        switch value {
        case .null, .bool, .integer: value
        case .string(let text): .string(self.text(text, openness, in: object))
        case .array(let values): .array(values.map { self.value($0, openness, in: object, declared) })
        case .object(let inner): .object(self.object(inner, declared))
        }
    }

    private func text(_ text: String, _ openness: Openness, in object: JSONObject) -> String {
        guard !text.trimmingBlanks.isEmpty else { return text }
        switch openness {
        case .code(let known): return known.contains(text) ? text : hidden(text)
        case .reference:
            let isReference = SubjectName(text) != nil || EventID(text) != nil || Digest(hex: text) != nil
            return isReference ? text : hidden(text)
        case .kind: return Event.isKnown(kind: text) ? text : hidden(text)
        case .number: return OpenWords.isNumber(text.trimmingBlanks) ? text : hidden(text)
        case .log: return text
        case .state: return OpenWords.state(in: text) ?? name(text, .source)
        case .goods:
            let goods = OpenWords.goods(in: text)
            return goods.isEmpty ? hidden(text) : goods
        case .headline: return headline(text, in: object)
        case .named(let kind): return name(text, kind)
        case .hidden: return hidden(text)
        }
    }

    /// "warning, heroin 6.3 kg": coded fields first; what they leave open is taken from the text, word for word of the
    /// closed list.
    private func headline(_ text: String, in object: JSONObject) -> String {
        let quantity = object["quantity"]?.object
        let amount = [quantity?["amount"]?.string, quantity?["unit"]?.string].compactMap { $0 }.joined(separator: " ")
        let coded = OpenWords.goods(in: "\(object["substance"]?.string ?? "") \(amount)")
        let found = coded.isEmpty ? OpenWords.goods(in: text) : coded
        let sort = object["message"]?.string.flatMap { MessageKind(rawValue: $0) }.flatMap { words.messages[$0] }
        let parts = [sort, found.isEmpty ? nil : found].compactMap { $0 }
        return parts.isEmpty ? hidden(text) : parts.joined(separator: ", ")
    }

    private func hidden(_ text: String) -> String {
        switch text.count {
        case ...40: words.short
        case ...200: words.medium
        default: words.long
        }
    }
}
