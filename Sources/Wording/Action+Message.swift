import Model

extension Message {
    /// What is done by an event of this kind, as the name of an action: “closing a delivery”.
    package static func action(_ kind: String) -> Message {
        switch kind {
        case OfficerEnrolled.kind: "enrolling an officer"
        case OfficerRolesChanged.kind: "changing an officer's roles"
        case OfficerRevoked.kind: "ending an officer's enrolment"
        case OfficerKeyReplaced.kind: "replacing one's own key"
        case OfficerKeyRevoked.kind: "revoking a key"
        case OfficerKeyEnrolled.kind: "giving an officer a new key"
        case OfficerSignedOn.kind: "signing on"
        case OfficerSignedOff.kind: "signing off"
        case SignOnFailed.kind: "noting wrong passphrases"
        case RecordConsulted.kind: "consulting a protected record"
        case BreakGlassOpened.kind: "acting in another role in an emergency"
        case BreakGlassEnded.kind: "ending an emergency"
        case RulesSet.kind: "setting the rules"
        default: workAction(kind) ?? .verbatim(kind)
        }
    }

    /// What the watch does; nil for a kind that nobody has named.
    private static func workAction(_ kind: String) -> Message? {
        switch kind {
        case AlertRaised.kind: "raising an alert"
        case AlertAcknowledged.kind: "acknowledging an alert"
        case AlertShelved.kind: "shelving an alert"
        case AlertUnshelved.kind: "taking an alert off the shelf"
        case AlertNoted.kind: "a note on an alert"
        case AlertClosed.kind: "closing an alert"
        case MessageFiled.kind: "filing a message of a thread"
        case AlertDetailed.kind: "adding particulars to an alert"
        case AlertPrioritySet.kind: "changing the priority of an alert"
        case AlertOffered.kind: "offering an alert to an officer"
        case AlertTaken.kind: "taking an alert over"
        case AlertDeclined.kind: "declining an alert"
        case AlertFollowUpSet.kind: "setting a follow-up"
        case AlertFollowUpDone.kind: "ending a follow-up"
        case AlertCallTried.kind: "writing down a call"
        case LaboratoryReported.kind: "writing down a laboratory result"
        case MessageRepeated.kind: "noting that a message came again"
        case ShiftStarted.kind: "taking the watch"
        case ShiftNoted.kind: "a line in the log of the watch"
        case ShiftEnded.kind: "ending the watch"
        case HandoverItemSet.kind: "a line of the handover"
        case HandoverSaidBack.kind: "saying a line of the handover back"
        case HandoverAsked.kind: "a question about the handover"
        case HandoverAnswered.kind: "an answer about the handover"
        case HandoverRefused.kind: "refusing the watch"
        case PaperRowEntered.kind: "a row of the paper"
        case SeizureReported.kind: "taking a seizure record in"
        case DirectoryEntrySet.kind: "setting an entry of the directory"
        case DirectoryEntryVerified.kind: "verifying an entry of the directory"
        case DirectoryEntryRetired.kind: "retiring an entry of the directory"
        case DirectoryStandingReported.kind: "reporting a crossing open or closed"
        default: deliveryAction(kind) ?? matchingAction(kind) ?? lawAction(kind)
        }
    }

    /// Controlled deliveries: what is asked, reported and kept.
    private static func deliveryAction(_ kind: String) -> Message? {
        switch kind {
        case DeliveryOpened.kind: "opening a delivery"
        case LegPlanned.kind: "planning a leg"
        case ReportReceived.kind: "writing down a check-in"
        case DeliveryNoted.kind: "a note on a delivery"
        case RequestSent.kind: "sending a request"
        case EvidenceTransferred.kind: "transferring evidence"
        case DeliveryEnded.kind: "the end of a delivery"
        case DeliveryClosed.kind: "closing a delivery"
        case DeliveryChecked.kind: "checking what stands against a delivery"
        case RequestAcknowledged.kind: "writing down that a request arrived"
        case ConsentGiven.kind: "writing down a consent"
        case ConsentRefused.kind: "writing down a refusal"
        case ConsentWithdrawn.kind: "writing down that a consent is taken back"
        case ConsentPaperReceived.kind: "filing the paper of a consent"
        case PlanAgreed.kind: "writing down the joint plan"
        case StartDecided.kind: "writing down who decided the start"
        case StartAnnounced.kind: "announcing the start"
        case DeliveryPrepared.kind: "writing down the preparation"
        default: roadAction(kind) ?? evidenceAction(kind)
        }
    }

    private static func roadAction(_ kind: String) -> Message? {
        switch kind {
        case CustodyReleased.kind: "writing down a release"
        case CustodyAccepted.kind: "writing down an acceptance"
        case CustodyLimitAgreed.kind: "agreeing how long nobody may hold a load"
        case EyesOn.kind: "writing down who sees the load"
        case EyesLost.kind: "writing down who no longer sees it"
        case ExceptionEntered.kind: "writing down that it is not as planned"
        case ExceptionEnded.kind: "writing down that it is as planned again"
        case InterventionAgreed.kind: "agreeing what is done in a situation"
        case InterventionStepDone.kind: "ticking a step of what was agreed"
        case DeliveryCallTried.kind: "writing down a call about a delivery"
        case StopReported.kind: "writing down that a State says stop"
        case PartyTold.kind: "writing down who was told"
        case DeliveryDecided.kind: "writing down a decision about a delivery"
        case DoubtSettled.kind: "explaining what did not match"
        case ChecklistAdopted.kind: "taking a procedure over"
        case ChecklistItemDone.kind: "ticking a procedure"
        default: nil
        }
    }

    private static func evidenceAction(_ kind: String) -> Message? {
        switch kind {
        case ExhibitRegistered.kind: "registering an exhibit"
        case ExhibitWeighed.kind: "writing down a weight"
        case ExhibitResealed.kind: "writing down a new seal"
        case ExhibitRecorded.kind: "a sample, test or photograph"
        case FormalRequestSent.kind: "writing down a formal request"
        case FormalRequestAnswered.kind: "writing down the answer to a formal request"
        case DebriefHeld.kind: "writing down a de-brief"
        case InvestigationNoted.kind: "writing down another investigation"
        case DeliveryDetailed.kind: "adding particulars to a delivery"
        default: nil
        }
    }

    /// What belongs together, and what is held.
    private static func matchingAction(_ kind: String) -> Message? {
        switch kind {
        case SubjectLinked.kind: "linking two subjects"
        case SubjectUnlinked.kind: "taking a link back"
        case SubjectJoined.kind: "joining two reports of one seizure"
        case SubjectParted.kind: "parting what was joined"
        case SubjectToldApart.kind: "telling two reports apart"
        case MessageHeld.kind: "holding a message that cannot be read"
        case HeldReleased.kind: "releasing a held message"
        case HeldDiscarded.kind: "putting a held message aside"
        default: nil
        }
    }

    /// What keeps the log, and what takes two persons.
    private static func lawAction(_ kind: String) -> Message? {
        switch kind {
        case LogFounded.kind: "founding the log"
        case EntryWithdrawn.kind: "withdrawing a record of one's own"
        case PayloadErased.kind: "erasing personal data by law"
        case ExportReleased.kind: "giving records out"
        case HandlingSet.kind: "setting a handling code"
        case ActionProposed.kind: "proposing what takes two persons"
        case ActionApproved.kind: "an approval by telephone"
        case ActionDeclined.kind: "not agreeing to a proposal"
        case CountersignatureAsked.kind: "asking for a second signature"
        case EntryCountersigned.kind: "the second signature"
        case CountersignatureRefused.kind: "refusing the second signature"
        case ExerciseClockStarted.kind: "starting an exercise's clock"
        case ExerciseClockPaused.kind: "pausing an exercise's clock"
        case ExerciseClockResumed.kind: "letting an exercise's clock go on"
        case ExerciseClockJumped.kind: "moving an exercise's clock"
        case ExerciseEnded.kind: "ending an exercise"
        default: nil
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
