import Model

/// A log in memory, without signatures: numbers entries as the store would, for tests of what is folded and drawn.
package struct SampleLog {
    package private(set) var entries: [Entry] = []
    package let isExercise: Bool
    /// Saturday 17 October 2026, 04:12 in Almaty (+05).
    package static let night = Instant(milliseconds: 1_792_192_320_000)
    private var numbers: [Area: Int] = [:]

    package init(isExercise: Bool = false) { self.isExercise = isExercise }

    /// Adds an event that happened and was learnt `minutesAgo` before the night's instant.
    @discardableResult
    package mutating func add(
        _ event: Event, to name: SubjectName, minutesAgo: Int64, happened: Int64? = nil, actor: String = "sagynbaeva"
    ) -> SubjectName {
        let learnt = SampleLog.night - .minutes(minutesAgo)
        entries.append(
            Entry(
                origin: "CARICC/ALMATY-1/live/2026", index: Int64(entries.count), previous: .zero,
                id: .timed(learnt, count: UInt16(entries.count & 0xFFF), chance: UInt64(entries.count)),
                desk: "ALMATY-1", subject: name,
                kind: event.kind, at: SampleLog.night - .minutes(happened ?? minutesAgo), recorded: learnt,
                actor: actor, body: event.body))
        return name
    }

    /// Begins a new subject.
    @discardableResult
    package mutating func begin(
        _ area: Area, _ event: Event, minutesAgo: Int64, happened: Int64? = nil, actor: String = "sagynbaeva"
    ) -> SubjectName {
        numbers[area, default: 0] += 1
        let name = SubjectName(area: area, year: 2026, number: numbers[area] ?? 1, isExercise: isExercise)
        return add(event, to: name, minutesAgo: minutesAgo, happened: happened, actor: actor)
    }

    /// The same log with other entries in the place of its own.
    package func mapping(_ change: (Entry) -> Entry) -> SampleLog {
        var log = self
        log.entries = entries.map(change)
        return log
    }

    package var board: Board { Board(folding: entries, isExercise: isExercise) }

    package func history(of name: SubjectName) -> SubjectHistory {
        SubjectHistory(entries.filter { $0.subject == name })
    }

    /// In writing, for every crossing and method, and for longer than any night.
    package mutating func consent(
        _ state: String, to delivery: SubjectName, minutesAgo: Int64 = 690, actor: String = "sagynbaeva"
    ) {
        let given = ConsentGiven(
            state: state, authority: "prosecutor", number: "1/26", from: Self.night - .days(3),
            until: Self.night + .days(3))
        add(.delivery(.consentGiven(given)), to: delivery, minutesAgo: minutesAgo, actor: actor)
    }

    /// A watch with three deliveries and five alerts, one of them on the shelf, one delivery silent.
    package static var busyNight: SampleLog {
        var log = SampleLog()
        log.begin(
            .shifts,
            .shift(
                .started(ShiftStarted(officer: "Sagynbaeva A.K.", until: night + .minutes(228), relief: "Orazov D.M."))),
            minutesAgo: 1_212)
        let truck = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 1, goods: "heroin 38.4 kg gross", method: .intact, conveyance: "truck TJK 4821 AT 02",
                        initiator: "TJK"))), minutesAgo: 900)
        let legs: [(Int, String, String, String, Int64, Int64)] = [
            (1, "TJK", "Khujand", "Fotehobod", -400, -320), (2, "UZB", "Oybek", "Yallama", -300, 108),
            (3, "KAZ", "B. Konysbayev", "Syrym", 110, 2_000),
        ]
        for (number, state, entry, exit, from, until) in legs {
            let leg = LegPlanned(
                number: number, state: state, entry: entry, exit: exit, from: night + .minutes(from),
                until: night + .minutes(until), reportEvery: 30)
            log.add(.delivery(.legPlanned(leg)), to: truck, minutesAgo: 880)
            log.consent(state, to: truck)
        }
        log.add(
            .delivery(
                .reportReceived(
                    ReportReceived(
                        from: "UZB desk", text: "40 trucks ahead", place: "Yallama queue", leg: 2,
                        exitEstimate: night + .minutes(128)))), to: truck, minutesAgo: 35, happened: 41)
        let ferry = log.begin(
            .deliveries,
            .delivery(
                .opened(
                    DeliveryOpened(
                        priority: 3, goods: "opium 52 kg", method: .partialSubstitution, conveyance: nil,
                        initiator: "AZE"))), minutesAgo: 700)
        log.add(
            .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: "AZE", entry: "Alat", exit: "Kuryk", from: night - .minutes(200),
                        until: night + .minutes(900), reportEvery: 60, quietUntil: night + .minutes(138)))), to: ferry,
            minutesAgo: 690)
        log.consent("AZE", to: ferry)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "AZE Customs", text: "left Alat", place: "at sea", leg: 1))),
            to: ferry, minutesAgo: 187)
        let seizure = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .seizureReport, headline: "UZB seized heroin 6.3 kg at Malik",
                        source: "UZB", place: "Malik", near: truck))), minutesAgo: 7, happened: 14)
        let warning = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 2, message: .warning, headline: "WARNING container TKRU 428117 4, Khorgos",
                        source: "ContainerComm", due: night + .minutes(108)))), minutesAgo: 32)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: warning, minutesAgo: 30)
        let request = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 2, message: .request, headline: "Запрос: два телефона и номер машины", source: "KGZ"))
            ), minutesAgo: 77)
        log.add(
            .alert(.shelved(AlertShelved(until: night + .minutes(228), reason: "the register opens at 08:00"))),
            to: request, minutesAgo: 70)
        log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(priority: 3, message: .information, headline: "阿拉木图邮件中心截获 1.2 公斤卡西酮", source: "KAZ"))),
            minutesAgo: 162)
        log.add(
            .alert(.noted(AlertNoted(text: "called the desk back on the filed number"))), to: seizure, minutesAgo: 3)
        return log
    }
}
