import Model
import Wording

/// What was typed into a form and not saved, kept on disk as well: a console may end in the middle of a word.
package struct KeptDraft: Equatable, Sendable {
    package struct Answer: Equatable, Sendable {
        /// The label's English text, by which it finds its field again.
        package let label: String
        package let text: String
        package let choice: Int?
    }

    /// Which form it belongs to.
    package let key: String
    /// The form's title, in the words in which it was shown.
    package let title: String
    /// When something was typed last, on the real clock.
    package let at: Instant
    package let answers: [Answer]
    /// The first thing that somebody typed, to know it again by.
    package let words: String

    init(_ form: Form, title: String, at: Instant) {
        key = form.draftKey
        self.title = title
        self.at = at
        answers = form.fields.map { field in
            if case .choice = field.kind { return Answer(label: field.label.key, text: "", choice: field.choice) }
            return Answer(label: field.label.key, text: field.input.text, choice: nil)
        }
        words = form.fields.first { !$0.text.isEmpty && $0.text != $0.initial }?.text ?? ""
    }

    private init(key: String, title: String, at: Instant, answers: [Answer], words: String) {
        (self.key, self.title, self.at, self.answers, self.words) = (key, title, at, answers, words)
    }
}

extension Form {
    /// A new alert with what was typed of it before.
    static func raiseAlert(of draft: KeptDraft) -> Form {
        var form = raiseAlert()
        form.draft = callNumber(ofKey: draft.key) ?? 1
        form.take(draft)
        return form
    }

    static func callKey(_ number: Int) -> String {
        number > 1 ? "\(Purpose.raiseAlert) \(number)" : "\(Purpose.raiseAlert)"
    }

    /// Nil for the draft of another form.
    static func callNumber(ofKey key: String) -> Int? {
        let parts = key.split(separator: " ")
        guard parts.first.map(String.init) == callKey(1) else { return nil }
        return parts.count == 1 ? 1 : parts.count == 2 ? Int(parts[1]) : nil
    }

    /// Puts the answers of a draft in; the form keeps what it knows of the log.
    mutating func take(_ draft: KeptDraft) {
        for (place, answer) in draft.answers.enumerated() {
            let own = fields.indices.contains(place) && fields[place].label.key == answer.label ? place : nil
            guard let field = own ?? fields.firstIndex(where: { $0.label.key == answer.label }) else { continue }
            guard case .choice(let choices, _) = fields[field].kind else {
                fields[field].input = TextField(answer.text)
                continue
            }
            if let choice = answer.choice, choices.indices.contains(choice) {
                fields[field].kind = .choice(choices, selected: choice)
            }
        }
    }
}

// MARK: - As text

extension KeptDraft {
    private static let heading = "caricc drafts 1"

    /// A few lines for each draft, its parts divided by tabs, which no field can hold.
    package static func text(_ drafts: [KeptDraft]) -> String {
        let lines = drafts.sorted { ($0.at, $0.key) < ($1.at, $1.key) }.flatMap { draft in
            [["draft", String(draft.at.milliseconds), draft.key, draft.title, draft.words]]
                + draft.answers.map { answer in
                    answer.choice.map { ["choice", answer.label, String($0)] } ?? ["text", answer.label, answer.text]
                }
        }
        return ([heading] + lines.map { $0.map(plain).joined(separator: "\t") }).joined(separator: "\n") + "\n"
    }

    /// What can be read; a line that cannot be is left out with nothing else.
    package static func read(_ text: String) -> [KeptDraft] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        guard lines.first.map(String.init) == heading else { return [] }
        var drafts: [KeptDraft] = []
        for line in lines.dropFirst() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if parts.first == "draft", parts.count == 5, let at = Int64(parts[1]) {
                drafts.append(
                    KeptDraft(
                        key: parts[2], title: parts[3], at: Instant(milliseconds: at), answers: [], words: parts[4]))
            } else if parts.count == 3, let last = drafts.last, parts[0] == "text" || parts[0] == "choice" {
                let isText = parts[0] == "text"
                let answer = Answer(label: parts[1], text: isText ? parts[2] : "", choice: isText ? nil : Int(parts[2]))
                drafts[drafts.count - 1] = KeptDraft(
                    key: last.key, title: last.title, at: last.at, answers: last.answers + [answer], words: last.words)
            }
        }
        return drafts
    }

    private static func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
