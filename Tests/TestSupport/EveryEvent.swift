import Model

/// One event of every kind, with every field filled in, for tests that must meet them all.
///
/// A kind that is not written down here is taken from nights that `NightScript` makes up.
package enum EveryEvent {
    package struct Sample: Sendable {
        package let area: Area
        package let event: Event
    }

    private static let night = SampleLog.night

    private static let quantity = Quantity(amount: "6.3", unit: "kg")

    /// Founding events stand before the others of their area, and what closes a subject comes last.
    private static let written: [Sample] = [
        Sample(
            area: .logKeeping,
            event: .logKeeping(
                .founded(LogFounded(centre: "CARICC", desk: "ALMATY-1", isExercise: false, deskKey: "key+1+a")))),
        Sample(
            area: .logKeeping,
            event: .logKeeping(
                .payloadErased(PayloadErased(payload: String(repeating: "0a", count: 32), basis: "article 17")))),
        Sample(
            area: .shifts,
            event: .shift(
                .started(ShiftStarted(officer: "Orazov D.M.", until: night + .hours(8), relief: "Ermekov", unsaid: 2)))),
        Sample(area: .shifts, event: .shift(.noted(ShiftNoted(text: "a note of the watch")))),
        Sample(
            area: .alerts,
            event: .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .seizureReport, headline: "a lorry with a name on it",
                        source: "a service",
                        place: "a village", substance: "something", quantity: quantity, due: night + .hours(2),
                        near: SubjectName("CD-2026-001"), row: EventID(Array(repeating: 0x0E, count: 16)),
                        payloads: [String(repeating: "0b", count: 32)])))),
        Sample(area: .alerts, event: .alert(.noted(AlertNoted(text: "called somebody")))),
        Sample(
            area: .alerts,
            event: .alert(.shelved(AlertShelved(until: night + .hours(1), reason: "waits for somebody")))),
        Sample(area: .alerts, event: .alert(.unshelved(AlertUnshelved()))),
        Sample(area: .alerts, event: .alert(.acknowledged(AlertAcknowledged(until: night + .hours(3))))),
        Sample(
            area: .deliveries,
            event: .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 1, goods: "something 38.4 kg", method: .intact, conveyance: "truck TJK 4821 AT 02",
                        initiator: "a service")))),
        Sample(
            area: .deliveries,
            event: .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "a State", entry: "a post", exit: "another post", from: night - .hours(1),
                        until: night + .hours(1), reportEvery: 30, quietUntil: night - .minutes(50), lead: "a leader")))
        ),
        Sample(
            area: .deliveries,
            event: .delivery(
                .reportReceived(
                    ReportReceived(
                        from: "somebody", text: "where it is", place: "a queue", leg: 1, exitEstimate: night + .hours(2)
                    )))),
        Sample(area: .deliveries, event: .delivery(.noted(DeliveryNoted(text: "a note")))),
        Sample(
            area: .seizures,
            event: .seizure(
                .reported(
                    SeizureReported(
                        source: "a return", region: "a region", subregion: "a part", country: "a country",
                        administrativeDivision: "a division", place: "a place", drug: "a drug", quantity: quantity,
                        hidingPlace: "a wheel", installation: "a tank", transport: "a car", producingCountry: "one",
                        departureCountry: "another", destinationCountry: "a third", routing: "a road",
                        duplicateOf: .timed(night, count: 1, chance: 1), repetition: 1)))),
        Sample(
            area: .exercises,
            event: .exercise(
                .clockStarted(ExerciseClockStarted(title: "a drill", scenario: night, speed: 1_000)))),
        Sample(area: .exercises, event: .exercise(.clockPaused(ExerciseClockPaused()))),
        Sample(area: .exercises, event: .exercise(.clockResumed(ExerciseClockResumed(speed: 1_000)))),
        Sample(area: .exercises, event: .exercise(.clockJumped(ExerciseClockJumped(to: night + .minutes(1))))),
        Sample(area: .exercises, event: .exercise(.ended(ExerciseEnded()))),
    ]

    /// A handover with everything that one can say.
    package static let handover = HandoverWritten(
        lines: [
            HandoverWritten.Line(
                item: "CD-2026-001 consent UZB", severity: .watch, usual: .critical, due: night, basis: 7,
                note: "a remark",
                ifThen: [IfThen(condition: "no paper", action: "call")])
        ], leftOut: [HandoverWritten.LeftOut(item: "AL-2026-0001 alert", reason: "a drill of yesterday")], rest: 1,
        horizon: night, size: 9,
        risks: [
            .crossing(SubjectName("CD-2026-001")!, from: "UZB", at: night),
            .nobodyHolds(SubjectName("CD-2026-001")!, since: night),
            .exception(SubjectName("CD-2026-001")!, .deviated), .smallHours,
        ], secondPerson: "somebody", riskReason: "a reason")

    /// The watch: what goes with it, and what holds for a while.
    private static let watch: [Sample] = [
        Sample(area: .shifts, event: .shift(.offered(ShiftOffered(to: "somebody", handover: handover)))),
        Sample(
            area: .shifts,
            event: .shift(
                .itemSet(
                    HandoverItemSet(
                        item: .init(SubjectName("CD-2026-001")!, "running"), severity: .critical, note: "a remark",
                        ifThen: [IfThen(condition: "no paper", action: "call")], place: 2, leftOut: "a reason")))),
        Sample(
            area: .shifts,
            event: .shift(
                .saidBack(
                    HandoverSaidBack(item: .init(SubjectName("CD-2026-001")!, "running"), text: "what was understood")
                ))),
        Sample(
            area: .shifts,
            event: .shift(
                .asked(HandoverAsked(item: .init(SubjectName("CD-2026-001")!, "running"), text: "and who calls?")))),
        Sample(area: .shifts, event: .shift(.answered(HandoverAnswered(question: 4, text: "I do")))),
        Sample(area: .shifts, event: .shift(.refused(HandoverRefused(reason: "too much is open")))),
        Sample(
            area: .shifts, event: .shift(.paperRow(PaperRowEntered(row: 3, text: "written by hand", who: "somebody")))),
        Sample(
            area: .shifts,
            event: .shift(
                .decided(
                    DecisionRecorded(
                        text: "what was decided", reason: "why", options: ["another way"], decidedBy: "somebody",
                        about: SubjectName("CD-2026-001"), knownTo: 3, concerns: "a doubt")))),
        Sample(area: .shifts, event: .shift(.takingSeen(ShiftTakingSeen(note: "I know")))),
        Sample(
            area: .roster,
            event: .roster(.set(RosterSet(turn: 720, begins: night, zone: "Almaty", offset: 300, rest: 720)))),
        Sample(
            area: .roster,
            event: .roster(
                .planned(
                    TurnsPlanned(turns: [
                        PlannedTurn(from: night, until: night + .hours(12), officer: "somebody", standby: "another"),
                        PlannedTurn(from: night + .hours(12), until: night + .hours(24), officer: "a third"),
                    ])))),
        Sample(
            area: .roster,
            event: .roster(
                .replaced(TurnReplaced(turn: night, officer: "a fourth", standby: "a fifth", reason: "ill")))),
        Sample(
            area: .roster,
            event: .roster(.swapped(TurnsSwapped(turn: night, with: night + .hours(12), reason: "asked")))),
        Sample(area: .roster, event: .roster(.cancelled(TurnCancelled(turn: night, reason: "a holiday")))),
        Sample(
            area: .onCall,
            event: .onCall(
                .set(
                    OnCallSet(
                        person: "somebody", duty: .liaison, state: "a State", from: night - .hours(1),
                        until: night + .hours(9), wakeFor: 2, languages: ["ru"], zone: "Dushanbe",
                        payloads: [String(repeating: "0c", count: 32)])))),
        Sample(
            area: .directory,
            event: .directory(
                .entrySet(
                    DirectoryEntrySet(
                        DirectoryEntry(
                            DirectoryKey(unchecked: .liaison, "UZB", nil, tail: "1"),
                            [.name: "a route", .agency: "a service", .hours: "by day", .note: "a remark"]),
                        payloads: [String(repeating: "0d", count: 32)])))),
        Sample(
            area: .directory,
            event: .directory(.verified(DirectoryEntryVerified(by: "somebody", when: night - .hours(2))))),
        Sample(
            area: .directory,
            event: .directory(
                .standing(
                    DirectoryStandingReported(
                        .onCall, since: night - .hours(1), party: "a service", note: "a remark")))),
        Sample(
            area: .orders,
            event: .order(
                .issued(
                    StandingOrderIssued(
                        title: "a title", text: "the whole text", from: night - .hours(1), until: night + .hours(9),
                        replaces: SubjectName("SO-2026-009"))))),
        Sample(area: .orders, event: .order(.read(StandingOrderRead()))),
        Sample(
            area: .arrangements,
            event: .arrangement(
                .made(
                    ArrangementMade(
                        type: .phoneForwarded, text: "to a number", orderedBy: "somebody", until: night + .hours(1))))),
        Sample(
            area: .arrangements,
            event: .arrangement(.extended(ArrangementExtended(until: night + .hours(2), reason: "not yet")))),
    ]

    /// What ends a subject, so that it leaves the board.
    private static let closing: [Sample] = [
        Sample(area: .alerts, event: .alert(.closed(AlertClosed(disposition: .handled, note: "a remark")))),
        Sample(
            area: .deliveries,
            event: .delivery(.ended(DeliveryEnded(outcome: .seizure, place: "a yard", note: "a remark")))),
        Sample(
            area: .shifts,
            event: .shift(
                .ended(
                    ShiftEnded(
                        note: "a remark", relievedBy: "somebody", reservation: "not for the safe",
                        asked: "another",
                        risks: handover.risks, secondPerson: "a third one",
                        riskReason: "nobody else is awake")))
        ),
        Sample(area: .onCall, event: .onCall(.ended(OnCallEnded(note: "a remark")))),
        Sample(area: .directory, event: .directory(.retired(DirectoryEntryRetired(reason: "moved")))),
        Sample(area: .orders, event: .order(.ended(StandingOrderEnded(reason: "a new one")))),
        Sample(
            area: .arrangements,
            event: .arrangement(.ended(ArrangementEnded(isCarriedOut: true, note: "a remark")))),
        Sample(
            area: .alerts, event: .logKeeping(.withdrawn(EntryWithdrawn(index: 0, reason: "written in error")))),
    ]

    package static var samples: [Sample] {
        written + AlertSamples.written + DeliverySamples.written + watch + OfficerSamples.written + closing
            + AlertSamples.closing
            + OfficerSamples.closing
    }

    /// Of each kind one event with a text of its own in every place that takes any text.
    ///
    /// - Parameter isOpen: leaves out what ends a subject.
    package static func marked(isOpen: Bool, _ marker: (String) -> String) -> [Sample] {
        (isOpen ? written + AlertSamples.written + DeliverySamples.written + watch + OfficerSamples.written : samples)
            .map { sample in
                Sample(area: sample.area, event: marking(sample.event) { marker("\(sample.event.kind).\($0)") })
            }
    }

    /// An event with markers in the place of its texts, but for codes that its kind reads.
    package static func marking(_ event: Event, _ marker: (String) -> String) -> Event {
        let declared = Event.openness(ofKind: event.kind) ?? [:]
        var body = event.body
        for path in texts(of: .object(body), at: []) {
            if case .log? = declared[path.last ?? ""] { continue }
            let attempt = replacing(.object(body), path[...], by: marker(path.joined(separator: ".")))
            guard let changed = attempt.object, let read = try? Event(kind: event.kind, version: 1, body: changed)
            else { continue }
            if case .unknown = read { continue }
            body = changed
        }
        return (try? Event(kind: event.kind, version: 1, body: body)) ?? event
    }

    /// The ways to all texts of a value, by keys and places.
    private static func texts(of value: JSON, at path: [String]) -> [[String]] {
        switch value {
        case .string: [path]
        case .object(let object): object.members.flatMap { texts(of: $0.value, at: path + [$0.key]) }
        case .array(let values): values.enumerated().flatMap { texts(of: $0.element, at: path + ["\($0.offset)"]) }
        default: []
        }
    }

    private static func replacing(_ value: JSON, _ path: ArraySlice<String>, by text: String) -> JSON {
        guard let key = path.first else { return .string(text) }
        switch value {
        case .object(var object):
            object[key] = object[key].map { replacing($0, path.dropFirst(), by: text) }
            return .object(object)
        case .array(var values):
            if let place = Int(key) { values[place] = replacing(values[place], path.dropFirst(), by: text) }
            return .array(values)
        default: return value
        }
    }
}
