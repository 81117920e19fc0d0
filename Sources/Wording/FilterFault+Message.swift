import Model

extension FilterFault {
    /// One sentence with what to type instead.
    package var message: Message {
        switch self {
        case .unknownField(let word):
            Spelling.question(about: word, among: FilterField.offered).map { "There is no field “\(word)”. \($0)" }
                ?? "There is no field “\(word)”; there are: \(FilterField.offered.joined(separator: ", "))."
        case .unknownCondition(let word):
            "is: takes \(EntryFilter.Condition.allCases.map(\.rawValue).joined(separator: ", ")), not “\(word)”."
        case .notATime(let word): "“\(word)” is no time; try 02:00 or 2026-10-17T02:00."
        case .notANumber(let field, let word): "\(field): takes a number or 1..2, not “\(word)”."
        }
    }
}
