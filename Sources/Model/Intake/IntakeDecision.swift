/// What becomes of a message that was read: a function of the message and of what the log has, and of nothing else.
///
/// As CAP 1.2 means it (section 3.2.1): Update supersedes what it refers to, Cancel takes it back, Ack confirms receipt and
/// acceptance, Error rejects; Exercise, System, Test and Draft are not for action.
package enum IntakeDecision: Equatable, Sendable {
    /// It begins a thread.
    case raise(MessageKind)
    /// It belongs to these threads.
    case file(MessageKind, on: [Thread])
    /// A person looks at it first.
    case hold(HoldReason)

    package struct Thread: Equatable, Sendable {
        package let subject: SubjectName
        /// From here on the thread is about what this message says: it is an Update by who began the thread.
        package let isSuperseded: Bool

        package init(_ subject: SubjectName, isSuperseded: Bool = false) {
            self.subject = subject
            self.isSuperseded = isSuperseded
        }
    }
}

extension IntakeQuestion {
    package var decision: IntakeDecision {
        if let reason = realmReason { return .hold(reason) }
        // A number is used once. Who corrects a message under its own number says so by referring to it.
        if let namesake, namesake.hasSameTime || !namesake.isReferredTo { return .hold(.conflicting) }
        switch act {
        case .update: return change(as: news, supersedes: true)
        case .cancel: return change(as: .cancellation, supersedes: false)
        case .acknowledgement: return reply(as: .acknowledgement)
        case .error: return reply(as: .rejection)
        case .alert: break
        }
        switch news {
        case .cancellation: return change(as: .cancellation, supersedes: false)
        case .feedback, .answer, .acknowledgement, .rejection: return reply(as: news)
        // A seizure is news of its own: nobody waits for the warning that it may have come of.
        case .seizureReport where !found.isEmpty: return reply(as: news)
        default: return .raise(news)
        }
    }

    private var news: MessageKind { kind ?? usualKind }

    private var realmReason: HoldReason? {
        switch status {
        case .actual: isExerciseLog ? .otherRealm : nil
        case .exercise: isExerciseLog ? nil : .otherRealm
        case .test: .test
        case .system: .system
        case .draft: .draft
        }
    }

    private var missing: HoldReason {
        if refersToItself { return .referenceToItself }
        if isThereWithOtherTime { return .referenceOtherTime }
        return refersToSomething ? .referenceMissing : .referenceUnsaid
    }

    private func reply(as kind: MessageKind) -> IntakeDecision {
        found.isEmpty ? .hold(missing) : .file(kind, on: threads(found, supersedes: false))
    }

    /// Only who sent a message may change it or take it back: the same address, not only somebody of the same State.
    private func change(as kind: MessageKind, supersedes: Bool) -> IntakeDecision {
        if found.isEmpty { return .hold(missing) }
        let own = found.filter { $0.direction == .received && $0.party == party && $0.isOfSameSender }
        return own.isEmpty ? .hold(.notTheirs) : .file(kind, on: threads(own, supersedes: supersedes))
    }

    private func threads(_ found: [Found], supersedes: Bool) -> [IntakeDecision.Thread] {
        var threads: [IntakeDecision.Thread] = []
        for message in found where !threads.contains(where: { $0.subject == message.subject }) {
            threads.append(.init(message.subject, isSuperseded: supersedes && message.originator == party))
        }
        return threads
    }
}
