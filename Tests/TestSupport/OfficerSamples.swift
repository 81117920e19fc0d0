import Model

/// One event of every kind about officers, rules, handling and acts of two persons.
enum OfficerSamples {
    private static let night = SampleLog.night
    private static let hash = Digest(hex: String(repeating: "0c", count: 32)) ?? .zero

    private static func officer(_ event: OfficerEvent) -> EveryEvent.Sample {
        EveryEvent.Sample(area: .officers, event: .officer(event))
    }

    private static func alert(_ event: FourEyesEvent) -> EveryEvent.Sample {
        EveryEvent.Sample(area: .alerts, event: .fourEyes(event))
    }

    static let written: [EveryEvent.Sample] = [
        officer(
            .enrolled(
                OfficerEnrolled(
                    officer: "a.orazov", name: "Orazov D.M.", person: "0417", roles: [.dutyOfficer, .supervisor],
                    key: "CARICC/live/a.orazov+00000000+AAAA"))),
        officer(.rolesChanged(OfficerRolesChanged(roles: [.dutyOfficer], reason: "a new post"))),
        officer(.keyReplaced(OfficerKeyReplaced(key: "CARICC/live/a.orazov+00000001+AAAA", reason: "yearly"))),
        officer(.keyRevoked(OfficerKeyRevoked(key: "CARICC/live/a.orazov+00000001+AAAA", reason: "lost in a taxi"))),
        officer(.keyEnrolled(OfficerKeyEnrolled(key: "CARICC/live/a.orazov+00000002+AAAA"))),
        officer(.signedOn(OfficerSignedOn(console: "console-2", isCopy: true))),
        officer(.signedOff(OfficerSignedOff(console: "console-2", cause: .asked))),
        officer(.signOnFailed(SignOnFailed(console: "console-2", attempts: 3))),
        officer(
            .glassBroken(BreakGlassOpened(role: .supervisor, until: night + .hours(2), reason: "nobody else is there"))),
        officer(.glassMended(BreakGlassEnded(note: "somebody came"))),
        officer(
            .consulted(
                RecordConsulted(
                    record: SubjectName(area: .alerts, year: 2026, number: 1, isExercise: false), code: .h2,
                    reason: "asked by somebody"))),
        EveryEvent.Sample(
            area: .rules, event: .rules(.set(RulesSet(rules: .standard, reason: "as agreed by somebody")))),
        EveryEvent.Sample(
            area: .alerts,
            event: .handling(
                .set(
                    HandlingSet(
                        code: .h3, originator: "a service", conditions: "for somebody", readers: ["b.umarov"],
                        permission: "by letter", source: .mostly, information: .corroborated)))),
        alert(
            .proposed(
                ActionProposed(
                    .alert(.noted(AlertNoted(text: "what somebody said"))), until: night + .hours(1), reason: "agreed"))
        ),
        alert(
            .approved(
                ActionApproved(
                    entry: 3, proposal: hash,
                    telephone: ActionApproved.Telephone(by: "b.umarov", at: night, number: "+7 000 000-01-07")))),
        alert(.declined(ActionDeclined(entry: 3, reason: "not agreed"))),
        alert(
            .countersignatureAsked(
                CountersignatureAsked(entry: 3, of: AlertNoted.kind, until: night + .hours(4), from: "b.umarov"))),
        alert(.countersignatureRefused(CountersignatureRefused(entry: 3, reason: "never said so"))),
        alert(.countersigned(EntryCountersigned(entry: 3, leaf: hash))),
        EveryEvent.Sample(
            area: .logKeeping,
            event: .logKeeping(
                .exportReleased(
                    ExportReleased(recipient: "a prosecutor", purpose: "a case", size: 12, root: hash)))),
        EveryEvent.Sample(
            area: .deliveries,
            event: .delivery(
                .requestSent(RequestSent(state: "a State", channel: "a channel", number: "12/26", text: "more time")))),
        EveryEvent.Sample(
            area: .deliveries,
            event: .delivery(
                .evidenceTransferred(
                    EvidenceTransferred(exhibit: "E1", from: "a post", to: "a laboratory", seal: "TJ 118")))),
    ]

    static let closing: [EveryEvent.Sample] = [
        EveryEvent.Sample(
            area: .deliveries,
            event: .delivery(.closed(DeliveryClosed(summary: "what became of it", reason: "why without")))),
        officer(.revoked(OfficerRevoked(reason: "left the service"))),
    ]
}
