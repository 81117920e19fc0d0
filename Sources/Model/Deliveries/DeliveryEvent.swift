/// Events about controlled deliveries (1988 Convention, art. 1(g) and 11). The State decides; these record it.
package enum DeliveryEvent: AreaEvent {
    case opened(DeliveryOpened)
    case legPlanned(LegPlanned)
    case reportReceived(ReportReceived)
    case noted(DeliveryNoted)
    case ended(DeliveryEnded)
    case requestSent(RequestSent)
    case evidenceTransferred(EvidenceTransferred)
    case closed(DeliveryClosed)
    case checked(DeliveryChecked)
    case requestAcknowledged(RequestAcknowledged)
    case consentGiven(ConsentGiven)
    case consentRefused(ConsentRefused)
    case consentWithdrawn(ConsentWithdrawn)
    case paperReceived(ConsentPaperReceived)
    case planAgreed(PlanAgreed)
    case startDecided(StartDecided)
    case startAnnounced(StartAnnounced)
    case prepared(DeliveryPrepared)
    case released(CustodyReleased)
    case accepted(CustodyAccepted)
    case limitAgreed(CustodyLimitAgreed)
    case eyesOn(EyesOn)
    case eyesLost(EyesLost)
    case exceptionEntered(ExceptionEntered)
    case exceptionEnded(ExceptionEnded)
    case interventionAgreed(InterventionAgreed)
    case interventionStepDone(InterventionStepDone)
    case callTried(DeliveryCallTried)
    case exhibitRegistered(ExhibitRegistered)
    case exhibitWeighed(ExhibitWeighed)
    case exhibitResealed(ExhibitResealed)
    case exhibitRecorded(ExhibitRecorded)
    case formalRequestSent(FormalRequestSent)
    case formalRequestAnswered(FormalRequestAnswered)
    case debriefHeld(DebriefHeld)
    case stopReported(StopReported)
    case partyTold(PartyTold)
    case decided(DeliveryDecided)
    case doubtSettled(DoubtSettled)
    case investigationNoted(InvestigationNoted)
    case checklistAdopted(ChecklistAdopted)
    case checklistItemDone(ChecklistItemDone)
    case detailed(DeliveryDetailed)

    package static let kinds: [EventKind<DeliveryEvent>] =
        [
            EventKind(DeliveryOpened.self) { .opened($0) }, EventKind(LegPlanned.self) { .legPlanned($0) },
            EventKind(ReportReceived.self) { .reportReceived($0) },
            EventKind(DeliveryNoted.self) { .noted($0) }, EventKind(DeliveryEnded.self) { .ended($0) },
            EventKind(RequestSent.self) { .requestSent($0) },
            EventKind(EvidenceTransferred.self) { .evidenceTransferred($0) },
            EventKind(DeliveryClosed.self) { .closed($0) },
        ] + beforeTheRoad + onTheRoad + afterTheRoad

    private static let beforeTheRoad: [EventKind<DeliveryEvent>] = [
        EventKind(DeliveryChecked.self) { .checked($0) },
        EventKind(RequestAcknowledged.self) { .requestAcknowledged($0) },
        EventKind(ConsentGiven.self) { .consentGiven($0) }, EventKind(ConsentRefused.self) { .consentRefused($0) },
        EventKind(ConsentWithdrawn.self) { .consentWithdrawn($0) },
        EventKind(ConsentPaperReceived.self) { .paperReceived($0) },
        EventKind(PlanAgreed.self) { .planAgreed($0) }, EventKind(StartDecided.self) { .startDecided($0) },
        EventKind(StartAnnounced.self) { .startAnnounced($0) }, EventKind(DeliveryPrepared.self) { .prepared($0) },
    ]

    private static let onTheRoad: [EventKind<DeliveryEvent>] = [
        EventKind(CustodyReleased.self) { .released($0) }, EventKind(CustodyAccepted.self) { .accepted($0) },
        EventKind(CustodyLimitAgreed.self) { .limitAgreed($0) }, EventKind(EyesOn.self) { .eyesOn($0) },
        EventKind(EyesLost.self) { .eyesLost($0) }, EventKind(ExceptionEntered.self) { .exceptionEntered($0) },
        EventKind(ExceptionEnded.self) { .exceptionEnded($0) },
        EventKind(InterventionAgreed.self) { .interventionAgreed($0) },
        EventKind(InterventionStepDone.self) { .interventionStepDone($0) },
        EventKind(DeliveryCallTried.self) { .callTried($0) },
        EventKind(StopReported.self) { .stopReported($0) }, EventKind(PartyTold.self) { .partyTold($0) },
        EventKind(DeliveryDecided.self) { .decided($0) }, EventKind(DoubtSettled.self) { .doubtSettled($0) },
        EventKind(ChecklistAdopted.self) { .checklistAdopted($0) },
        EventKind(ChecklistItemDone.self) { .checklistItemDone($0) },
        EventKind(DeliveryDetailed.self) { .detailed($0) },
    ]

    private static let afterTheRoad: [EventKind<DeliveryEvent>] = [
        EventKind(ExhibitRegistered.self) { .exhibitRegistered($0) },
        EventKind(ExhibitWeighed.self) { .exhibitWeighed($0) },
        EventKind(ExhibitResealed.self) { .exhibitResealed($0) },
        EventKind(ExhibitRecorded.self) { .exhibitRecorded($0) },
        EventKind(FormalRequestSent.self) { .formalRequestSent($0) },
        EventKind(FormalRequestAnswered.self) { .formalRequestAnswered($0) },
        EventKind(DebriefHeld.self) { .debriefHeld($0) },
        EventKind(InvestigationNoted.self) { .investigationNoted($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .opened(let body): body
        case .legPlanned(let body): body
        case .reportReceived(let body): body
        case .noted(let body): body
        case .ended(let body): body
        case .requestSent(let body): body
        case .evidenceTransferred(let body): body
        case .closed(let body): body
        case .checked(let body): body
        case .requestAcknowledged(let body): body
        case .consentGiven(let body): body
        case .consentRefused(let body): body
        case .consentWithdrawn(let body): body
        case .paperReceived(let body): body
        case .planAgreed(let body): body
        case .startDecided(let body): body
        case .startAnnounced(let body): body
        case .prepared(let body): body
        case .released(let body): body
        case .accepted(let body): body
        case .limitAgreed(let body): body
        case .eyesOn(let body): body
        case .eyesLost(let body): body
        case .exceptionEntered(let body): body
        case .exceptionEnded(let body): body
        case .interventionAgreed(let body): body
        case .interventionStepDone(let body): body
        case .callTried(let body): body
        case .exhibitRegistered(let body): body
        case .exhibitWeighed(let body): body
        case .exhibitResealed(let body): body
        case .exhibitRecorded(let body): body
        case .formalRequestSent(let body): body
        case .formalRequestAnswered(let body): body
        case .debriefHeld(let body): body
        case .stopReported(let body): body
        case .partyTold(let body): body
        case .decided(let body): body
        case .doubtSettled(let body): body
        case .investigationNoted(let body): body
        case .checklistAdopted(let body): body
        case .checklistItemDone(let body): body
        case .detailed(let body): body
        }
    }
}
