/// What has to be known about a message that was read, before it becomes a part of a log.
package struct IntakeQuestion: Equatable, Sendable {
    /// What a message does (CAP's `msgType`).
    package enum Act: String, CaseIterable, Sendable {
        case alert, update, cancel
        /// Receipt and acceptance.
        case acknowledgement = "ack"
        /// Rejection.
        case error
    }

    /// For whom a message is meant (CAP's `status`).
    package enum Status: String, CaseIterable, Sendable {
        case actual, exercise, system, test, draft
    }

    /// A message that the log has and this one refers to.
    package struct Found: Equatable, Sendable {
        package let subject: SubjectName
        /// Who sent it, or to whom it went.
        package let party: String
        package let direction: MessageDirection
        /// Who sent the first message of its thread.
        package let originator: String
        /// It bears the sender's address of this message, or none.
        package let isOfSameSender: Bool

        package init(
            subject: SubjectName, party: String, direction: MessageDirection, originator: String,
            isOfSameSender: Bool = true
        ) {
            self.subject = subject
            self.party = party
            self.direction = direction
            self.originator = originator
            self.isOfSameSender = isOfSameSender
        }
    }

    /// A message with the same sender and number and other bytes, which the log has.
    package struct Namesake: Equatable, Sendable {
        /// It says that it was sent at the same time, or one of the two does not say.
        package let hasSameTime: Bool
        /// This message refers to it.
        package let isReferredTo: Bool

        package init(hasSameTime: Bool, isReferredTo: Bool) {
            self.hasSameTime = hasSameTime
            self.isReferredTo = isReferredTo
        }
    }

    package var act: Act
    package var status: Status
    /// Nil where the message does not say.
    package var kind: MessageKind?
    /// The State or service in whose folder it lay.
    package var party: String
    /// The messages it refers to that the log has; those that have not come are not here.
    package var found: [Found]
    /// Whether it names any message, come or not.
    package var refersToSomething: Bool
    /// It names itself, and so nothing that could ever come.
    package var refersToItself: Bool
    /// The log has a message of the sender and number that it names, sent at another time.
    package var isThereWithOtherTime: Bool
    package var namesake: Namesake?
    package var isExerciseLog: Bool
    /// What a message that does not say its kind counts as.
    package var usualKind: MessageKind

    package init(
        _ act: Act, _ status: Status = .actual, kind: MessageKind? = nil, party: String, found: [Found] = [],
        refersToSomething: Bool = true, refersToItself: Bool = false, isThereWithOtherTime: Bool = false,
        namesake: Namesake? = nil, isExerciseLog: Bool = false,
        usualKind: MessageKind = .warning
    ) {
        self.act = act
        self.status = status
        self.kind = kind
        self.party = party
        self.found = found
        self.refersToSomething = refersToSomething
        self.refersToItself = refersToItself
        self.isThereWithOtherTime = isThereWithOtherTime
        self.namesake = namesake
        self.isExerciseLog = isExerciseLog
        self.usualKind = usualKind
    }
}
