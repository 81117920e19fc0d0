import Model

/// What a form about an alert makes.
package enum AlertPurpose: Equatable, Sendable {
    case acknowledge(SubjectName)
    case priority(SubjectName)
    /// Our word to whoever sent it: feedback, an answer, a result.
    case reply(AlertParty)
    /// Who was told what.
    case tell(AlertParty)
    case ask(AlertParty)
    case file(AlertParty)
    case charge(SubjectName)
    case detail(SubjectName)
    case followUp(SubjectName)
    case call(SubjectName)
    case laboratory(SubjectName)
    /// While something is owed to whoever sent it.
    case closeOwing(AlertParty)

    /// The kind of the event that it makes, where a second person may be needed for it.
    var kind: String {
        switch self {
        case .acknowledge: AlertAcknowledged.kind
        case .priority: AlertPrioritySet.kind
        case .reply, .tell, .ask, .file: MessageFiled.kind
        case .charge: AlertTaken.kind
        case .detail: AlertDetailed.kind
        case .followUp: AlertFollowUpSet.kind
        case .call: AlertCallTried.kind
        case .laboratory: LaboratoryReported.kind
        case .closeOwing: AlertClosed.kind
        }
    }

    /// The same for the same question, however the thread moved meanwhile.
    var draftKey: String {
        switch self {
        case .reply(let party): "reply \(party.name.text)"
        case .tell(let party): "tell \(party.name.text)"
        case .ask(let party): "ask \(party.name.text)"
        case .file(let party): "file \(party.name.text)"
        case .closeOwing(let party): "closeAlert \(party.name.text)"
        default: "\(self)"
        }
    }
}

/// What the messages of an alert's thread are written with.
package struct AlertParty: Equatable, Sendable {
    let name: SubjectName
    let originator: String
    let debt: Debt?
    /// The number that our next message bears.
    let number: String
    /// What our answer refers to.
    let refersTo: [String]

    init(_ alert: Alert) {
        name = alert.name
        originator = alert.thread.originator
        debt = alert.thread.debt
        number = alert.nextNumber
        let head = alert.raised.head
        refersTo = [head.identity ?? head.theirNumber].compactMap { $0 }
    }

    /// What pays the debt.
    var reply: MessageKind { debt == .answer ? .answer : .feedback }
}
