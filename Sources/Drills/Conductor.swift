import Model

/// Leads a drill through its scenario: says what is due, and remembers what the log called it.
///
/// Steps go to the log one by one, each with `proposal(for:)`, and what the log answers is told with `appended`. A step
/// that the log refuses, because the person at the keyboard was faster, is not told and thereby left out.
package struct Conductor: Equatable, Sendable {
    package let scenario: Scenario
    /// How many steps have been given out.
    package private(set) var given = 0
    /// The names that the log gave, by the scenario's names.
    package private(set) var subjects: [String: SubjectName] = [:]
    private var entries: [String: Int64] = [:]
    private let ids: [EventID]

    /// - Parameters:
    ///   - run: tells this run from others of the same scenario; the same run gives the same ids, so that going on
    ///     after a crash repeats nothing.
    ///   - digest: SHA-256 in the product.
    package init(_ scenario: Scenario, run: String, digest: ([UInt8]) -> Digest) {
        self.scenario = scenario
        ids = scenario.steps.map { step in
            let parts = ["drill", scenario.title, run, String(step.number)]
            return .derived(from: digest(Array(parts.joined(separator: "\u{1F}").utf8)))
        }
    }

    /// When the next step is due in scenario time; nil at the end.
    package var nextInstant: Instant? { isFinished ? nil : scenario.steps[given].at }
    package var isFinished: Bool { given == scenario.steps.count }

    /// The steps whose time has come, in order, each of them once.
    package mutating func due(at now: Instant) -> [Step] {
        let first = given
        while let next = nextInstant, next <= now { given += 1 }
        return Array(scenario.steps[first..<given])
    }

    /// What to propose for a step; nil when what it is about never came into the log.
    package func proposal(for step: Step) -> Proposal? {
        step.proposal(subjects: subjects, entries: entries, id: ids[step.number - 1])
    }

    /// The log took a step: as this entry, about this subject.
    package mutating func appended(_ step: Step, as index: Int64, about subject: SubjectName) {
        if step.founds != nil { founded(step.symbol, as: subject) }
        if let name = step.name { entries[name] = index }
    }

    /// The log has a subject under the scenario's name `symbol`.
    package mutating func founded(_ symbol: String, as subject: SubjectName) { subjects[symbol] = subject }
}
