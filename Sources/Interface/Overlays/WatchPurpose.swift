import Model

/// What a form about the watch makes.
package enum WatchPurpose: Equatable, Sendable {
    /// Nobody has it.
    case start(officer: String)
    /// From the one who has it.
    case takeOver(Shift, officer: String)
    /// Together with what is handed over.
    case offer(SubjectName, HandoverWritten)
    case confirmTaking(SubjectName)
    case end(SubjectName)
    /// What was known is the log up to here.
    case decide(SubjectName, knownTo: Int64)
    case verbalOrder
    case arrange
    case extend(SubjectName)
    case endArrangement(SubjectName)
    case issueOrder
    case signOrder(SubjectName)
    case endOrder(SubjectName)
    case putOnCall
    case endOnCall(SubjectName)
    /// The note, on what, and the note itself.
    case correct(Int64, SubjectName, Event)

    /// The same for the same question, however the log moved meanwhile.
    var draftKey: String {
        switch self {
        case .takeOver(let watch, _): "take over \(watch.name.text)"
        case .decide(let watch, _): "decide \(watch.text)"
        case .offer(let watch, _): "offer \(watch.text)"
        case .correct(let index, _, _): "correct \(index)"
        default: "\(self)"
        }
    }
}
