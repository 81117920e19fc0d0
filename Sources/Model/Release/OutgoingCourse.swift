/// What a message of ours does on a thread: what it is, what of theirs it answers, what of ours it takes back.
package struct OutgoingCourse: Equatable, Sendable {
    package let kind: MessageKind
    /// Messages of the recipient that it speaks of.
    package let answers: [MessageHead]
    /// Messages of ours to the recipient that hold no longer.
    package let takesBack: [MessageHead]
    /// Whether the recipient is asked for something, by the hour that the alert names.
    package let asks: Bool

    package init(kind: MessageKind, answers: [MessageHead], takesBack: [MessageHead], asks: Bool) {
        self.kind = kind
        self.answers = answers
        self.takesBack = takesBack
        self.asks = asks
    }

    /// It speaks of a message, and there is none.
    package var lacksMessage: Bool {
        switch kind {
        case .cancellation: takesBack.isEmpty
        case .acknowledgement, .rejection, .answer, .feedback: answers.isEmpty
        default: false
        }
    }
}
