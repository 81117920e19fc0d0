import Model

/// A drill as it is planned: what happens when, before anybody takes part.
package struct Scenario: Equatable, Sendable {
    /// Titles by language code; English is always there.
    package let titles: [String: String]
    /// Scenario time at the beginning.
    package let start: Instant
    /// Seconds east of UTC that the start was written with: the clock of the place.
    package let offsetSeconds: Int
    /// How much faster than real time it runs, in thousandths, as `ExerciseClockStarted` takes it.
    package let speed: Int64
    /// Who writes the steps that name nobody.
    package let officer: String
    /// In the order of their time.
    package let steps: [Step]

    package var title: String { titles["en"] ?? "" }
    /// The time of the last step.
    package var end: Instant { steps.last?.at ?? start }
}

/// One thing that happens in a scenario: an event in the making, about a subject under a name of the scenario's own.
package struct Step: Equatable, Sendable {
    /// What stands in a body in place of something that only the log can number.
    enum Reference: Equatable, Sendable {
        case subject(symbol: String)
        case entry(stepName: String)
    }

    /// Counted from 1.
    package let number: Int
    /// Scenario time at which it is told.
    package let at: Instant
    /// By which a later step can withdraw it.
    package let name: String?
    /// The subject's name within the scenario.
    package let symbol: String
    /// The area of the subject that this step founds; nil when it is about one that is there.
    package let founds: Area?
    package let kind: String
    /// When it happened, where that is not when it is told.
    package let happened: Instant?
    package let actor: String
    let body: JSONObject
    /// By the key of the body that they fill.
    let references: [String: Reference]

    /// The event to propose; nil when the subject or the entry that it is about is not in the log.
    ///
    /// - Parameters:
    ///   - subjects: the names that the log gave, by the scenario's names.
    ///   - entries: the numbers of the entries that named steps became.
    package func proposal(subjects: [String: SubjectName], entries: [String: Int64], id: EventID) -> Proposal? {
        let target: Proposal.Target
        if let founds {
            target = .new(founds)
        } else {
            guard let subject = subjects[symbol] else { return nil }
            target = .existing(subject)
        }
        var body = body
        for (key, reference) in references {
            switch reference {
            // An alert about something that is not there is still an alert.
            case .subject(let symbol): body[key] = subjects[symbol].map { .string($0.text) }
            case .entry(let stepName):
                guard let index = entries[stepName] else { return nil }
                body[key] = .integer(index)
            }
        }
        guard let event = try? Event(kind: kind, version: Event.version, body: body) else { return nil }
        return Proposal(
            target, event, id: id, at: happened, precision: happened == nil ? .millisecond : .minute, actor: actor)
    }
}
