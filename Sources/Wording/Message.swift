import Model

/// A sentence for people, before it has a language: an English key with numbered places, and what goes into them.
///
/// `let message: Message = "Ask \(state) by \(time)"` has the key `Ask %1 by %2`. A place is `%` and one digit from
/// 1 to 9; a percent sign that is meant as such is `%%` in keys, and a plain `%` in a literal.
package struct Message: Hashable, Sendable {
    package enum Argument: Hashable, Sendable {
        /// Shown as it is: a code, a formatted time, what a person typed.
        case text(String)
        /// Plain digits, without marks between thousands: numbers of records, cases and legs.
        case number(Int)
        /// Digits with the language's mark between thousands: weights, counts in reports.
        case grouped(Int)
        /// An exact decimal such as `38.4`, shown with the language's decimal mark.
        case decimal(String)
        /// A length of time, in the wide form.
        case span(Span)
        /// Translated by the same catalogue.
        case message(Message)
    }

    private enum Kind: Hashable {
        case phrase
        case plural(count: Int, other: String)
        case verbatim
    }

    /// The English text with numbered places; for a plural its singular form.
    package let key: String
    package let arguments: [Argument]
    /// Tells two uses of one English word apart (`msgctxt`), or nil.
    package let context: String?
    private let kind: Kind

    private init(key: String, arguments: [Argument], context: String?, kind: Kind) {
        self.key = key
        self.arguments = arguments
        self.context = context
        self.kind = kind
    }

    /// A message from a key that is already in its final form, with `%1` and `%%`.
    package init(key: String, arguments: [Argument] = [], context: String? = nil) {
        self.init(key: key, arguments: arguments, context: context, kind: .phrase)
    }

    /// A phrase that depends on a number: `%1` is the number, `%2` and on are `more`.
    package static func plural(_ count: Int, one: String, other: String, _ more: Argument...) -> Message {
        Message(
            key: one, arguments: [.number(count)] + more, context: nil, kind: .plural(count: count, other: other))
    }

    /// Text that is never translated: a code, a name, what a person typed.
    package static func verbatim(_ text: String) -> Message {
        Message(key: text, arguments: [], context: nil, kind: .verbatim)
    }

    /// The same message, told apart from other uses of its English words by `context`.
    package func inContext(_ context: String) -> Message {
        Message(key: key, arguments: arguments, context: context, kind: kind)
    }

    package var isVerbatim: Bool { kind == .verbatim }

    /// The number that decides the form, and the English form for all numbers but one; nil where nothing is counted.
    package var plural: (count: Int, other: String)? {
        if case .plural(let count, let other) = kind { (count, other) } else { nil }
    }
}
