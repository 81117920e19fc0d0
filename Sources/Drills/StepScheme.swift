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
            .alerts, founds: true, instants: ["due"], references: ["near": Reference(key: "near", target: .subject)]),
        AlertAcknowledged.kind: StepScheme(.alerts, instants: ["until"]),
        AlertShelved.kind: StepScheme(.alerts, instants: ["until"]),
        AlertUnshelved.kind: StepScheme(.alerts),
        AlertNoted.kind: StepScheme(.alerts),
        AlertClosed.kind: StepScheme(.alerts),
        DeliveryOpened.kind: StepScheme(.deliveries, founds: true),
        LegPlanned.kind: StepScheme(.deliveries, instants: ["from", "until", "quiet_until"]),
        ReportReceived.kind: StepScheme(.deliveries, instants: ["exit_estimate"]),
        DeliveryNoted.kind: StepScheme(.deliveries),
        DeliveryEnded.kind: StepScheme(.deliveries),
        RequestSent.kind: StepScheme(.deliveries),
        EvidenceTransferred.kind: StepScheme(.deliveries),
        DeliveryClosed.kind: StepScheme(.deliveries),
        HandlingSet.kind: StepScheme(nil),
        ShiftStarted.kind: StepScheme(.shifts, founds: true, instants: ["until"]),
        ShiftNoted.kind: StepScheme(.shifts),
        ShiftEnded.kind: StepScheme(.shifts),
        EntryWithdrawn.kind: StepScheme(nil, references: ["step": Reference(key: "idx", target: .entry)]),
    ]

    /// Kinds that only the program itself writes in a drill: they keep the log or drive the clock.
    static let kindsOfTheProgram: Set<String> = Set([
        LogFounded.kind, PayloadErased.kind, ExportReleased.kind, ExerciseClockStarted.kind, ExerciseClockPaused.kind,
        ExerciseClockResumed.kind, ExerciseClockJumped.kind, ExerciseEnded.kind,
    ])
    .union(OfficerEvent.kinds.map(\.name)).union(RulesEvent.kinds.map(\.name)).union(FourEyesEvent.kinds.map(\.name))
}
