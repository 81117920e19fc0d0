/// Events about seizure alerts and the messages of their threads (ISA-18.2: annunciate, acknowledge, shelve, return).
package enum AlertEvent: AreaEvent {
    case raised(AlertRaised)
    case acknowledged(AlertAcknowledged)
    case shelved(AlertShelved)
    case unshelved(AlertUnshelved)
    case noted(AlertNoted)
    case closed(AlertClosed)
    case messageFiled(MessageFiled)
    case detailed(AlertDetailed)
    case prioritySet(AlertPrioritySet)
    case offered(AlertOffered)
    case taken(AlertTaken)
    case declined(AlertDeclined)
    case followUpSet(AlertFollowUpSet)
    case followUpDone(AlertFollowUpDone)
    case callTried(AlertCallTried)
    case laboratory(LaboratoryReported)
    case repeated(MessageRepeated)

    package static let kinds: [EventKind<AlertEvent>] = [
        EventKind(AlertRaised.self) { .raised($0) }, EventKind(AlertAcknowledged.self) { .acknowledged($0) },
        EventKind(AlertShelved.self) { .shelved($0) },
        EventKind(AlertUnshelved.self) { .unshelved($0) }, EventKind(AlertNoted.self) { .noted($0) },
        EventKind(AlertClosed.self) { .closed($0) }, EventKind(MessageFiled.self) { .messageFiled($0) },
        EventKind(AlertDetailed.self) { .detailed($0) }, EventKind(AlertPrioritySet.self) { .prioritySet($0) },
        EventKind(AlertOffered.self) { .offered($0) }, EventKind(AlertTaken.self) { .taken($0) },
        EventKind(AlertDeclined.self) { .declined($0) }, EventKind(AlertFollowUpSet.self) { .followUpSet($0) },
        EventKind(AlertFollowUpDone.self) { .followUpDone($0) }, EventKind(AlertCallTried.self) { .callTried($0) },
        EventKind(LaboratoryReported.self) { .laboratory($0) },
        EventKind(MessageRepeated.self) { .repeated($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .raised(let body): body
        case .acknowledged(let body): body
        case .shelved(let body): body
        case .unshelved(let body): body
        case .noted(let body): body
        case .closed(let body): body
        case .messageFiled(let body): body
        case .detailed(let body): body
        case .prioritySet(let body): body
        case .offered(let body): body
        case .taken(let body): body
        case .declined(let body): body
        case .followUpSet(let body): body
        case .followUpDone(let body): body
        case .callTried(let body): body
        case .laboratory(let body): body
        case .repeated(let body): body
        }
    }
}
