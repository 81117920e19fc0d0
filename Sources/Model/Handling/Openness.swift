/// What visitors see of one text of an event's body. What an event does not declare is hidden; numbers, instants and truth
/// values are always shown, so that what tells people apart is never a number.
package enum Openness: Sendable {
    /// A code of a closed list; anything else is hidden.
    case code(Set<String>)
    /// The name of a subject, the id of an event, a hash: what the log itself names things by.
    case reference
    /// A kind of event that this program knows.
    case kind
    /// Digits with a decimal mark.
    case number
    /// What the log is called: no more than its origin says on every record.
    case log
    /// The code of a State, also at the beginning of a text such as "UZB desk"; any other source is a pseudonym.
    case state
    /// Substances and amounts that a closed list knows.
    case goods
    /// The same from the coded fields beside it, else from the text, behind the word for its `message`.
    case headline
    /// A pseudonym of this kind.
    case named(Pseudonyms.Kind)
    /// The words are hidden, their length is told.
    case hidden

    /// The codes of a closed list.
    package static func code<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type) -> Openness {
        .code(Set(type.allCases.map(\.rawValue)))
    }
}
