import Model

extension Message {
    /// What is done by an event of this kind, as the name of an action: “closing a delivery”.
    package static func action(_ kind: String) -> Message {
        switch kind {
        case OfficerEnrolled.kind: "enrolling an officer"
        case OfficerRolesChanged.kind: "changing an officer's roles"
        case OfficerRevoked.kind: "ending an officer's enrolment"
        case OfficerKeyRevoked.kind: "revoking a key"
        case OfficerKeyEnrolled.kind: "giving an officer a new key"
        case BreakGlassOpened.kind: "acting in another role in an emergency"
        case RulesSet.kind: "setting the rules"
        case ExportReleased.kind: "giving records out"
        case RequestSent.kind: "sending a request"
        case EvidenceTransferred.kind: "transferring evidence"
        case DeliveryEnded.kind: "the end of a delivery"
        case DeliveryClosed.kind: "closing a delivery"
        case ActionApproved.kind: "an approval by telephone"
        default: .verbatim(kind)
        }
    }
}

extension OfficerRole {
    package var message: Message {
        switch self {
        case .dutyOfficer: "duty officer"
        case .supervisor: "supervisor"
        case .trainer: "trainer"
        case .observer: "observer"
        }
    }
}
