import Model

/// What is wrong in a scenario file, as facts: the sentence is made where it is shown.
package struct ScenarioFault: Error, Equatable, Sendable {
    package enum Problem: Equatable, Sendable {
        /// The file is not TOML. `found` is the parser's own remark, in English.
        case syntax(found: String)
        case unknownKey
        case missing
        case wrongType
        case outOfRange
        /// Not ISO 8601 with an offset.
        case notAnInstant(String)
        /// Not like `1h30m`, `+45m` or `-6m`.
        case notASpan(String)
        /// `after` and `at` both.
        case twoTimes
        /// The step comes before the one above it.
        case outOfOrder
        case unknownKind(String)
        /// Kinds that keep the log or drive the clock are not for scenarios.
        case kindNotForScenarios(String)
        case body(BodyFault)
        /// A name of a subject that no earlier step founds.
        case notFounded(String)
        case foundedTwice(String)
        /// No earlier step has this name.
        case noSuchStep(String)
        case sameStepName(String)
        /// The model would refuse the step even if nobody touched a key before it.
        case refused(Refusal)
    }

    package let file: String
    /// Counted from 1; 0 where it is not known.
    package let line: Int
    /// Counted from 1; nil where no step is meant.
    package let step: Int?
    /// The key as it stands in the file, such as `title.en` or `body.until`; empty where none is meant.
    package let key: String
    package let problem: Problem
}

/// Everything that is wrong in a scenario file, in the order of the file.
package struct ScenarioFaults: Error, Equatable, Sendable {
    package let faults: [ScenarioFault]
}
