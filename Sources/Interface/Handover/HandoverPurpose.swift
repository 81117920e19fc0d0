import Model

/// What a form about the handover makes. A line is named by its key; what stands of it is read when it is saved, so that
/// two forms about one line do not undo each other.
package enum HandoverPurpose: Equatable, Sendable {
    case severity(SubjectName, HandoverItem.Key)
    case note(SubjectName, HandoverItem.Key)
    case ifThen(SubjectName, HandoverItem.Key)
    case leaveOut(SubjectName, HandoverItem.Key)
    case own(SubjectName)
    case sayBack(SubjectName, HandoverItem.Key)
    case askBefore(SubjectName, HandoverItem.Key?)
    /// The entry that asks.
    case answer(SubjectName, Int64)
    case refuse(SubjectName)
    /// The offer as it was when it was shown.
    case accept(Shift, officer: String)

    /// The same for the same question, however the log moved meanwhile.
    var draftKey: String {
        switch self {
        case .accept(let watch, _): "accept \(watch.name.text)"
        default: "\(self)"
        }
    }
}
