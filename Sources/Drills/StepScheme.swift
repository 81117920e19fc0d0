import Model

/// What a scenario may write in the body of one kind of event beside plain texts and numbers.
struct StepScheme {
    struct Reference {
        enum Target {
            case subject
            case entry
        }

        /// The key of the event's body that it fills.
        let key: String
        let target: Target
    }

    /// The area of the subjects that the kind is about; nil for any.
    let area: Area?
    /// The area of the subject that the kind begins; nil when it is about one that is there.
    let founds: Area?
    /// The keys whose value is an instant.
    let instants: Set<String>
    /// By the key that the scenario writes.
    let references: [String: Reference]

    private init(
        _ area: Area?, founds: Bool = false, instants: Set<String> = [], references: [String: Reference] = [:]
    ) {
        self.area = area
        self.founds = founds ? area : nil
        self.instants = instants
        self.references = references
    }

    /// The kinds that a scenario may use.
    static let byKind: [String: StepScheme] = [
        SeizureReported.kind: StepScheme(.seizures, founds: true),
        AlertRaised.kind: StepScheme(
            .alerts, founds: true, instants: ["due", "sent", "expires"],
            references: ["near": Reference(key: "near", target: .subject)]),
        AlertAcknowledged.kind: StepScheme(.alerts, instants: ["until"]),
        AlertShelved.kind: StepScheme(.alerts, instants: ["until"]),
        AlertUnshelved.kind: StepScheme(.alerts),
        AlertNoted.kind: StepScheme(.alerts),
        AlertClosed.kind: StepScheme(.alerts),
        MessageFiled.kind: StepScheme(.alerts, instants: ["due", "sent", "expires"]),
        AlertDetailed.kind: StepScheme(.alerts),
        AlertPrioritySet.kind: StepScheme(.alerts),
        AlertOffered.kind: StepScheme(.alerts),
        AlertTaken.kind: StepScheme(.alerts),
        AlertDeclined.kind: StepScheme(.alerts),
        AlertFollowUpSet.kind: StepScheme(.alerts, instants: ["due"]),
        AlertFollowUpDone.kind: StepScheme(
            .alerts, references: ["step": Reference(key: "entry_number", target: .entry)]),
        AlertCallTried.kind: StepScheme(.alerts),
        MessageRepeated.kind: StepScheme(.alerts),
        LaboratoryReported.kind: StepScheme(.alerts, instants: ["result_of"]),
        SubjectLinked.kind: StepScheme(nil, references: ["to": Reference(key: "to", target: .subject)]),
        SubjectUnlinked.kind: StepScheme(nil, references: ["from": Reference(key: "from", target: .subject)]),
        SubjectJoined.kind: StepScheme(nil, references: ["into": Reference(key: "into", target: .subject)]),
        SubjectParted.kind: StepScheme(nil, references: ["from": Reference(key: "from", target: .subject)]),
        SubjectToldApart.kind: StepScheme(nil, references: ["from": Reference(key: "from", target: .subject)]),
        MessageHeld.kind: StepScheme(.intake, founds: true),
        HeldReleased.kind: StepScheme(.intake, references: ["to": Reference(key: "to", target: .subject)]),
        HeldDiscarded.kind: StepScheme(.intake),
        DeliveryOpened.kind: StepScheme(.deliveries, founds: true),
        LegPlanned.kind: StepScheme(.deliveries, instants: ["from", "until", "quiet_until"]),
        DeliveryChecked.kind: StepScheme(.deliveries),
        RequestAcknowledged.kind: StepScheme(.deliveries),
        ConsentGiven.kind: StepScheme(.deliveries, instants: ["from", "until", "paper_by"]),
        ConsentRefused.kind: StepScheme(.deliveries),
        ConsentWithdrawn.kind: StepScheme(.deliveries, instants: ["from"]),
        ConsentPaperReceived.kind: StepScheme(.deliveries),
        PlanAgreed.kind: StepScheme(.deliveries),
        StartDecided.kind: StepScheme(.deliveries),
        StartAnnounced.kind: StepScheme(.deliveries),
        DeliveryPrepared.kind: StepScheme(.deliveries),
        CustodyReleased.kind: StepScheme(.deliveries),
        CustodyAccepted.kind: StepScheme(.deliveries),
        CustodyLimitAgreed.kind: StepScheme(.deliveries),
        EyesOn.kind: StepScheme(.deliveries),
        EyesLost.kind: StepScheme(.deliveries),
        ExceptionEntered.kind: StepScheme(.deliveries),
        ExceptionEnded.kind: StepScheme(
            .deliveries, references: ["step": Reference(key: "entry_number", target: .entry)]),
        InterventionAgreed.kind: StepScheme(.deliveries),
        InterventionStepDone.kind: StepScheme(
            .deliveries, references: ["of_step": Reference(key: "entry_number", target: .entry)]),
        DeliveryCallTried.kind: StepScheme(.deliveries),
        StopReported.kind: StepScheme(.deliveries),
        PartyTold.kind: StepScheme(
            .deliveries, references: ["exception": Reference(key: "entry_number", target: .entry)]),
        DeliveryDecided.kind: StepScheme(.deliveries),
        DoubtSettled.kind: StepScheme(
            .deliveries, references: ["doubt": Reference(key: "entry_number", target: .entry)]),
        InvestigationNoted.kind: StepScheme(.deliveries),
        DeliveryDetailed.kind: StepScheme(.deliveries),
        ChecklistAdopted.kind: StepScheme(.deliveries),
        ChecklistItemDone.kind: StepScheme(.deliveries),
        ExhibitRegistered.kind: StepScheme(.deliveries),
        ExhibitWeighed.kind: StepScheme(.deliveries),
        ExhibitResealed.kind: StepScheme(.deliveries),
        ExhibitRecorded.kind: StepScheme(.deliveries),
        FormalRequestSent.kind: StepScheme(.deliveries, instants: ["due"]),
        FormalRequestAnswered.kind: StepScheme(.deliveries),
        DebriefHeld.kind: StepScheme(.deliveries),
        ReportReceived.kind: StepScheme(.deliveries, instants: ["exit_estimate"]),
        DeliveryNoted.kind: StepScheme(.deliveries),
        DeliveryEnded.kind: StepScheme(.deliveries),
        RequestSent.kind: StepScheme(.deliveries, instants: ["confirm_by", "answer_by"]),
        EvidenceTransferred.kind: StepScheme(.deliveries),
        DeliveryClosed.kind: StepScheme(.deliveries),
        HandlingSet.kind: StepScheme(nil),
        ShiftStarted.kind: StepScheme(
            .shifts, founds: true, instants: ["until"],
            references: ["relieves": Reference(key: "relieves", target: .subject)]),
        ShiftOffered.kind: StepScheme(.shifts),
        ShiftNoted.kind: StepScheme(.shifts, references: ["corrects": Reference(key: "corrects", target: .entry)]),
        DecisionRecorded.kind: StepScheme(
            .shifts,
            references: [
                "about": Reference(key: "about", target: .subject),
                "known_to_step": Reference(key: "known_to", target: .entry),
            ]),
        ShiftTakingSeen.kind: StepScheme(.shifts),
        ShiftEnded.kind: StepScheme(.shifts),
        HandoverItemSet.kind: StepScheme(.shifts),
        HandoverSaidBack.kind: StepScheme(.shifts),
        HandoverAsked.kind: StepScheme(.shifts),
        HandoverAnswered.kind: StepScheme(
            .shifts, references: ["question": Reference(key: "question", target: .entry)]),
        HandoverRefused.kind: StepScheme(.shifts),
        PaperRowEntered.kind: StepScheme(.shifts, references: ["about": Reference(key: "about", target: .subject)]),
        RosterSet.kind: StepScheme(.roster, founds: true, instants: ["begins"]),
        TurnReplaced.kind: StepScheme(.roster, instants: ["turn"]),
        TurnsSwapped.kind: StepScheme(.roster, instants: ["turn", "with"]),
        TurnCancelled.kind: StepScheme(.roster, instants: ["turn"]),
        TurnsPlanned.kind: StepScheme(.roster),
        OnCallSet.kind: StepScheme(.onCall, founds: true, instants: ["from", "until"]),
        OnCallEnded.kind: StepScheme(.onCall),
        StandingOrderIssued.kind: StepScheme(
            .orders, founds: true, instants: ["from", "until"],
            references: ["replaces": Reference(key: "replaces", target: .subject)]),
        StandingOrderRead.kind: StepScheme(.orders),
        StandingOrderEnded.kind: StepScheme(.orders),
        ArrangementMade.kind: StepScheme(.arrangements, founds: true, instants: ["until"]),
        ArrangementExtended.kind: StepScheme(.arrangements, instants: ["until"]),
        ArrangementEnded.kind: StepScheme(.arrangements),
        DirectoryEntrySet.kind: StepScheme(.directory, founds: true),
        DirectoryEntryVerified.kind: StepScheme(.directory, instants: ["when"]),
        DirectoryEntryRetired.kind: StepScheme(.directory),
        DirectoryStandingReported.kind: StepScheme(.directory, instants: ["since"]),
        EntryWithdrawn.kind: StepScheme(nil, references: ["step": Reference(key: "idx", target: .entry)]),
    ]

    /// Kinds that only the program itself writes in a drill: they keep the log or drive the clock.
    static let kindsOfTheProgram: Set<String> = Set([
        LogFounded.kind, PayloadErased.kind, ExportReleased.kind, ExerciseClockStarted.kind, ExerciseClockPaused.kind,
        ExerciseClockResumed.kind, ExerciseClockJumped.kind, ExerciseEnded.kind,
    ])
    .union(OfficerEvent.kinds.map(\.name)).union(RulesEvent.kinds.map(\.name)).union(FourEyesEvent.kinds.map(\.name))
}
