import Model
import Screen
import TestSupport
import Wording

@testable import Interface

/// A log whose officers have keys, and a console at which one of them sits.
enum SignedDesk {
    static let officer = "a.orazov"
    static let other = "s.karimova"
    /// Stands in every text that no stranger may read.
    static let marker = "SECRET"

    static func enrolled(_ id: String, _ name: String, person: String, _ roles: [OfficerRole]) -> OfficerEnrolled {
        OfficerEnrolled(officer: id, name: name, person: person, roles: roles, key: "CARICC/live/\(id)+00000000+AA")
    }

    /// Two custodians, a watch of the first, one delivery and one alert; nothing of priority 1.
    static func log(alertPriority: Int = 2) -> SampleLog {
        var log = SampleLog()
        let persons = [
            enrolled(officer, "Orazov \(marker)", person: "1", [.dutyOfficer, .supervisor]),
            enrolled(other, "Karimova \(marker)", person: "2", [.supervisor, .dutyOfficer]),
        ]
        let founded = LogFounded(
            centre: "CARICC", desk: "ALMATY-1", isExercise: false, deskKey: "k",
            custodians: persons.map { Custodian($0) })
        log.begin(.logKeeping, .logKeeping(.founded(founded)), minutesAgo: 2_000, actor: "setup")
        for person in persons { log.begin(.officers, .officer(.enrolled(person)), minutesAgo: 2_000, actor: "setup") }
        log.begin(
            .shifts,
            .shift(
                .started(
                    ShiftStarted(
                        officer: "Orazov \(marker)", until: SampleLog.night + .minutes(228), relief: "K \(marker)"))),
            minutesAgo: 1_212, actor: officer)
        let truck = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 2, goods: "heroin \(marker)", method: .intact, conveyance: "truck \(marker)",
                        initiator: "TJK"))), minutesAgo: 300, actor: officer)
        log.add(
            .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "UZB", entry: "Oybek \(marker)", exit: "Yallama \(marker)",
                        from: SampleLog.night - .minutes(200), until: SampleLog.night + .minutes(300), reportEvery: 60))
            ),
            to: truck, minutesAgo: 290, actor: officer)
        log.consent("UZB", to: truck, minutesAgo: 280, actor: officer)
        log.add(
            .delivery(
                .reportReceived(
                    ReportReceived(
                        from: "UZB \(marker)", text: "on the road \(marker)", place: "A373 \(marker)", leg: 1))),
            to: truck, minutesAgo: 10, actor: officer)
        log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: alertPriority, message: .warning, headline: "UZB truck \(marker)", source: "UZB",
                        place: "Malik \(marker)", near: truck))), minutesAgo: 7, actor: officer)
        log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 3, message: .request, headline: "two telephones \(marker)", source: "desk \(marker)",
                        place: "Osh \(marker)", due: SampleLog.night + .minutes(50)))), minutesAgo: 17, actor: officer)
        return log
    }

    static func roll(_ log: SampleLog) -> Roll {
        var roll = Roll()
        for entry in log.entries { roll.apply(entry) }
        return roll
    }

    static func state(
        _ log: SampleLog = log(), as officer: String? = officer, role: OfficerRole = .dutyOfficer, width: Int = 80,
        height: Int = 24, catalogue: Catalogue = .english
    ) -> AppState {
        var state = AppState(
            board: log.board, recent: log.entries.filter { $0.subject.area.isNews }, now: SampleLog.night,
            real: SampleLog.night, width: width, height: height, officer: "desk", catalogue: catalogue,
            session: .signedOff, consoleName: "desk1 tty1")
        _ = state.handle(.tick(now: SampleLog.night, real: SampleLog.night))
        _ = state.handle(.roll(roll(log)))
        _ = state.handle(.keysAtHand([KeyAtHand(officer: self.officer), KeyAtHand(officer: other)]))
        guard let officer else { return state }
        _ = state.run("sign-on", officer)
        if case .pick = state.overlay { _ = state.choose(role.rawValue, in: PickList(.roles(of: officer))) }
        _ = enter(&state, isRight: true)
        _ = state.handle(.saved(index: Int64(log.entries.count), subject: log.entries[1].subject))
        _ = state.handle(.tick(now: SampleLog.night, real: SampleLog.night))
        return state
    }

    /// Types a passphrase and Enter; the answer comes as the program would give it.
    @discardableResult
    static func enter(_ state: inout AppState, isRight: Bool, wait: Span = .zero) -> [Effect] {
        _ = state.handle(.secretTyped(12))
        let effects = state.handle(.key(.enter))
        guard effects.contains(where: { if case .openKey = $0 { true } else { false } }) else { return effects }
        return state.handle(isRight ? .keyOpened(isCopy: false) : .keyNotOpened("not the passphrase", wait: wait))
    }

    /// Time goes on by so many minutes without a key.
    static func pause(_ state: inout AppState, minutes: Int64, from start: Int64 = 0) -> [Effect] {
        state.handle(.uptime(start + minutes * 60_000))
    }

    /// A proposal to close the delivery, made by one officer.
    static func propose(_ log: inout SampleLog, by actor: String = officer) -> Int64 {
        log.add(
            .fourEyes(
                .proposed(
                    ActionProposed(
                        .delivery(
                            .requestSent(
                                RequestSent(state: "TJK", channel: "CENcomm", text: "name the driver \(marker)"))),
                        until: SampleLog.night + .minutes(60)))), to: SubjectName("CD-2026-001")!, minutesAgo: 2,
            actor: actor)
        return log.entries.last!.index
    }
}
