import Model

/// One event of every kind about the threads of alerts, what belongs together, and held messages.
enum AlertSamples {
    private static let night = SampleLog.night
    private static let hash = String(repeating: "0d", count: 32)

    private static func alert(_ event: AlertEvent) -> EveryEvent.Sample {
        EveryEvent.Sample(area: .alerts, event: .alert(event))
    }

    private static func link(_ event: LinkEvent) -> EveryEvent.Sample {
        EveryEvent.Sample(area: .alerts, event: .link(event))
    }

    private static let other = SubjectName(area: .alerts, year: 2026, number: 999, isExercise: false)

    static let particulars = Particulars(
        items: [
            SeizedItem(
                kind: .drug, name: "something", substance: "heroin", quantity: Quantity(amount: "6.3", unit: "kg"),
                packaging: "a bag", logo: "a rhinoceros", note: "wet"),
            SeizedItem(kind: .cash, name: "notes", quantity: Quantity(amount: "15000", unit: "USD"), currency: "USD"),
        ],
        identifiers: [
            IdentifierMention(.plate, typed: "TJK 4821 AT 02", state: "TJK"),
            IdentifierMention(.phone, sealedIn: Digest(hex: hash) ?? .zero, row: 0),
        ].compactMap { $0 },
        state: "UZB", place: "a village by a river", placeID: "a-place",
        position: Position(latitude: 3_722_000, longitude: 6_742_000), departure: "one town", transit: ["another town"],
        destination: "a third town", concealment: "in a spare wheel", transport: "a lorry of somebody",
        text: "the whole message of somebody")

    static let written: [EveryEvent.Sample] =
        [
            alert(
                .messageFiled(
                    MessageFiled(
                        .received, .feedback, party: "a service", text: "what came of it",
                        head: MessageHead(
                            channel: .cencomm, theirNumber: "17/4", ourNumber: "442", sent: night - .hours(1),
                            identity: "a service,17/4", refersTo: ["441"], raw: hash, expires: night + .hours(9),
                            scope: .restricted, restriction: "for some only", addressees: ["a desk"]),
                        due: night + .hours(3), headline: "a lorry with a name", priority: 1, particulars: particulars,
                        payloads: [hash]))),
            alert(.detailed(AlertDetailed(particulars, source: "a service", payloads: [hash]))),
            alert(.prioritySet(AlertPrioritySet(priority: 2, reason: "as somebody said"))),
            alert(.offered(AlertOffered(to: "b.umarov"))),
            alert(.declined(AlertDeclined(reason: "busy with something"))),
            alert(.taken(AlertTaken())),
            alert(.followUpSet(AlertFollowUpSet(at: night + .hours(5), text: "call somebody", isOwn: false))),
            alert(.followUpDone(AlertFollowUpDone(entry: 3))),
            alert(
                .laboratory(
                    LaboratoryReported(
                        LaboratoryResult(
                            substance: "something", substanceCode: "heroin", purity: "62.4", purityBasis: .base,
                            netWeight: Quantity(amount: "6.1", unit: "kg"), laboratory: "a laboratory", date: night,
                            method: "a way of measuring"), item: "something"))),
            alert(.callTried(AlertCallTried(party: "a desk", outcome: .noAnswer, note: "rang long"))),
            alert(.repeated(MessageRepeated(partner: "a partner", file: "a file.xml", raw: hash))),
        ]
        + [other].compactMap { $0 }.flatMap { other in
            [
                link(.linked(SubjectLinked(to: other, why: "the same plate"))),
                link(.unlinked(SubjectUnlinked(from: other, reason: "not the same plate"))),
                link(.toldApart(SubjectToldApart(from: other, reason: "another day"))),
            ]
        } + [
            EveryEvent.Sample(
                area: .intake,
                event: .intake(
                    .held(
                        MessageHeld(
                            partner: "a partner", file: "a file.xml", reason: .malformed, detail: "line 3 of somebody",
                            raw: hash, bytes: 4_711, identity: "a,b,c", refersTo: ["d,e,f"], payloads: [hash]))))
        ]

    /// What ends a subject, so that it leaves the board.
    static let closing: [EveryEvent.Sample] =
        [other].compactMap { $0 }.flatMap { other in
            [
                link(.joined(SubjectJoined(into: other, why: "the same seizure"))),
                link(.parted(SubjectParted(from: other, reason: "another lorry"))),
            ]
        } + [
            EveryEvent.Sample(
                area: .intake, event: .intake(.released(HeldReleased(to: other, note: "read by somebody")))),
            EveryEvent.Sample(
                area: .intake, event: .intake(.discarded(HeldDiscarded(reason: "an advertisement")))),
        ]
}
