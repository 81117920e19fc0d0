/// Which roles may write which events, on a log whose officers have keys.
///
/// One table: the store asks it before an entry is signed, the verifier afterwards, and the manual prints it.
package enum Permission {
    /// What the desk's own key may sign, without a person: what programs take in, and what nobody may be missing for.
    package static let desk: Set<String> = [
        LogFounded.kind, SeizureReported.kind, AlertRaised.kind, MessageFiled.kind, MessageHeld.kind, SignOnFailed.kind,
        // What came again, and what was held only until the message came that it speaks of.
        MessageRepeated.kind, HeldReleased.kind,
        // At a locked console the officer's key is gone; somebody must be able to say that they are, too.
        OfficerSignedOff.kind,
    ]

    /// Written by the log itself behind the entry that asks for it, in the name of the same officer.
    package static let automatic: Set<String> = [CountersignatureAsked.kind]

    package static func mayWrite(_ role: OfficerRole, _ kind: String) -> Bool { writers(of: kind).contains(role) }

    /// In which roles an event of this kind may be written, or proposed where it needs two.
    package static func writers(of kind: String) -> Set<OfficerRole> {
        table[kind] ?? (Event.isKnown(kind: kind) ? [] : [.dutyOfficer, .supervisor])
    }

    private static let everybody = Set(OfficerRole.allCases)
    private static let watch: Set<OfficerRole> = [.dutyOfficer]
    private static let staff: Set<OfficerRole> = [.dutyOfficer, .supervisor]
    private static let lead: Set<OfficerRole> = [.supervisor]
    private static let training: Set<OfficerRole> = [.trainer]

    /// Every kind that this program knows; `everyKindHasItsWriters` fails when one is missing.
    package static let table: [String: Set<OfficerRole>] = {
        var table: [String: Set<OfficerRole>] = [:]
        func allow(_ roles: Set<OfficerRole>, _ kinds: [String]) { for kind in kinds { table[kind] = roles } }
        allow([], [LogFounded.kind, SeizureReported.kind, MessageHeld.kind, SignOnFailed.kind])
        allow(staff, [AlertRaised.kind, EntryWithdrawn.kind])
        allow(staff, AlertEvent.kinds.map(\.name).filter { $0 != AlertRaised.kind })
        allow(staff, [HeldReleased.kind, HeldDiscarded.kind])
        allow(staff, LinkEvent.kinds.map(\.name))
        allow(staff, DeliveryEvent.kinds.map(\.name))
        allow(
            watch,
            [
                ShiftStarted.kind, ShiftOffered.kind, ShiftEnded.kind, HandoverItemSet.kind, HandoverSaidBack.kind,
                HandoverAsked.kind, HandoverAnswered.kind, HandoverRefused.kind,
            ])
        allow(staff, [ShiftNoted.kind, PaperRowEntered.kind, DecisionRecorded.kind, ShiftTakingSeen.kind])
        allow(staff, ArrangementEvent.kinds.map(\.name))
        allow(lead, RosterEvent.kinds.map(\.name))
        allow(lead, OnCallEvent.kinds.map(\.name))
        // Whoever has the watch finds that a number is wrong, and that a crossing is closed.
        allow(staff, DirectoryEvent.kinds.map(\.name))
        allow(lead, [StandingOrderIssued.kind, StandingOrderEnded.kind])
        allow(everybody, [StandingOrderRead.kind])
        allow(lead, [PayloadErased.kind])
        allow(staff, [ExportReleased.kind])
        allow(training, ExerciseEvent.kinds.map(\.name))
        allow(
            lead,
            [
                OfficerEnrolled.kind, OfficerRolesChanged.kind, OfficerRevoked.kind, OfficerKeyEnrolled.kind,
                RulesSet.kind,
            ])
        allow(staff, [OfficerKeyRevoked.kind, BreakGlassOpened.kind, BreakGlassEnded.kind])
        allow(staff, HandlingEvent.kinds.map(\.name))
        allow(everybody, [RecordConsulted.kind])
        allow(everybody, [OfficerKeyReplaced.kind, OfficerSignedOn.kind, OfficerSignedOff.kind])
        // A proposal is judged by what it proposes, an approval by the rule of it.
        allow(everybody, [ActionProposed.kind, ActionDeclined.kind])
        allow(
            staff,
            [
                ActionApproved.kind, CountersignatureAsked.kind, EntryCountersigned.kind, CountersignatureRefused.kind,
            ])
        return table
    }()
}
