import Model

/// A scenario played through with nobody at the keyboard: the entries it makes, and the steps that the model refuses.
struct Rehearsal {
    private(set) var entries: [Entry] = []
    private(set) var refusals: [(step: Step, refusal: Refusal)] = []
    /// Steps about something that an earlier refusal kept out of the log.
    private(set) var leftOut: [Step] = []
    private var histories: [SubjectName: [Entry]] = [:]
    private var numbers: [Area: Int] = [:]
    private var conductor: Conductor

    init(of scenario: Scenario) {
        conductor = Conductor(scenario, run: "rehearsal") { _ in .zero }
        for step in conductor.due(at: scenario.end) { take(step) }
    }

    private mutating func take(_ step: Step) {
        guard let proposal = conductor.proposal(for: step) else {
            leftOut.append(step)
            return
        }
        if let refusal = refusal(of: proposal, at: step.at) {
            refusals.append((step, refusal))
            return
        }
        let subject = subject(of: proposal, year: Civil(step.at, offsetSeconds: 0).year)
        let entry = Entry(
            origin: "rehearsal", index: Int64(entries.count), previous: .zero, id: proposal.id, desk: "rehearsal",
            subject: subject, kind: step.kind, at: proposal.at ?? step.at, precision: proposal.precision,
            recorded: step.at, actor: proposal.actor, body: proposal.event.body)
        entries.append(entry)
        histories[subject, default: []].append(entry)
        conductor.appended(step, as: entry.index, about: subject)
    }

    private mutating func subject(of proposal: Proposal, year: Int) -> SubjectName {
        switch proposal.target {
        case .existing(let name): return name
        case .sameAs: preconditionFailure("a step names its subject")
        case .new(let area):
            numbers[area, default: 0] += 1
            return SubjectName(area: area, year: year, number: numbers[area, default: 0], isExercise: true)
        }
    }

    private func refusal(of proposal: Proposal, at now: Instant) -> Refusal? {
        guard case .existing(let name) = proposal.target else { return secondWatch(proposal.event) }
        return SubjectHistory(histories[name] ?? []).refusal(of: proposal.event, by: proposal.actor, at: now)
    }

    /// Only one officer has the watch.
    private func secondWatch(_ event: Event) -> Refusal? {
        guard case .shift(.started) = event else { return nil }
        for (name, history) in histories where name.area == .shifts {
            if case .shift(let shift) = SubjectHistory(history).subject, shift.endedAt == nil {
                return .watchAlreadyHeld(name, by: shift.started.officer)
            }
        }
        return nil
    }
}
