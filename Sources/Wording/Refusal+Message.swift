import Model

extension Refusal {
    /// What is refused and what can be done instead, with times as `face` shows them.
    package func message(_ face: ClockFace) -> Message {
        switch self {
        case .noSuchSubject(let name): "There is no \(name.text) in this log; look the name up in the list"
        case .alreadyExists(let name): "\(name.text) is there already; add to it, or begin a new one"
        case .alreadyClosed(let name, let by, let at):
            "\(name.text) was closed by \(by) at \(face.stamp(at)); only a note can be added"
        case .alreadyEnded(let name, let at): "\(name.text) ended at \(face.stamp(at)); nothing can follow"
        case .alreadyAcknowledged(let name, let by, let at):
            "\(name.text) was acknowledged by \(by) at \(face.stamp(at)) already"
        case .notShelved(let name): "\(name.text) is not shelved"
        case .notInTheFuture(let instant): "\(face.stamp(instant)) is not in the future; give a later time"
        case .reasonMissing: "A reason is needed"
        case .textMissing: "A text is needed"
        case .windowEndsBeforeItBegins(let from, let until):
            "The window ends at \(face.stamp(until)), before it begins at \(face.stamp(from)); give a later end"
        case .noSuchLeg(let name, let number): "\(name.text) has no leg \(number); plan the leg first"
        case .wrongSubject(let name, let kind): "“\(kind)” cannot be said about \(name.text)"
        case .notOfThisSubject(let index): "#\(index) is not a record of this subject"
        case .alreadyWithdrawn(let index): "#\(index) is withdrawn already"
        case .notTheAuthor(let index, let author): "#\(index) was written by \(author), who alone may withdraw it"
        case .unknownKind(let kind): "This program does not know the kind “\(kind)”; a newer one may"
        case .onlyInAnExercise(let kind): "“\(kind)” is only for exercises, and this log is live"
        case .watchAlreadyHeld(let name, let by): "\(by) has the watch (\(name.text)); end it first"
        }
    }
}
