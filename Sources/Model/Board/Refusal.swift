/// Why the model refuses an event. Facts only; the sentence is made where it is shown.
package enum Refusal: Error, Equatable, Sendable {
    case noSuchSubject(SubjectName)
    case alreadyExists(SubjectName)
    case alreadyClosed(SubjectName, by: String, at: Instant)
    case alreadyEnded(SubjectName, at: Instant)
    case alreadyAcknowledged(SubjectName, by: String, at: Instant)
    case notShelved(SubjectName)
    case notInTheFuture(Instant)
    case reasonMissing
    case textMissing
    case windowEndsBeforeItBegins(from: Instant, until: Instant)
    case noSuchLeg(SubjectName, Int)
    case wrongSubject(SubjectName, kind: String)
    case notOfThisSubject(Int64)
    case alreadyWithdrawn(Int64)
    case notTheAuthor(Int64, author: String)
    case unknownKind(String)
    case onlyInAnExercise(kind: String)
    case watchAlreadyHeld(SubjectName, by: String)
}
