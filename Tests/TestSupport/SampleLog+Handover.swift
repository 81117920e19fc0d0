import Model

extension SampleLog {
    /// A night whose figures can be counted by hand: four alerts, one of them told late, an order that the handover leaves
    /// out, an offer that was refused, and a line that came in after the watch was given on.
    ///
    ///     -600 SH-2026-001 begins             -60 the handover is begun          -30 the third alert is said back
    ///     -500 AL 1, happened -510            -50 offered without AL 3           -20 AL 4
    ///     -495 acknowledged                   -45 refused                        -10 accepted
    ///     -400 AL 2, acknowledged -380        -40 offered again, with AL 3        -5 a note on AL 1, happened -15
    ///     -300 a verbal order                 -35 a question, answered -33        -4 a note on AL 2
    ///     -100 AL 3
    package static var handedOver: SampleLog {
        var log = SampleLog()
        let watch = log.begin(
            .shifts,
            .shift(
                .started(
                    ShiftStarted(
                        officer: "Sagynbaeva A.K.", officerID: "sagynbaeva", until: night, relief: "Orazov D.M."))),
            minutesAgo: 600)
        func raise(_ headline: String, _ priority: Int, minutesAgo: Int64, happened: Int64? = nil) -> SubjectName {
            log.begin(
                .alerts,
                .alert(
                    .raised(AlertRaised(priority: priority, message: .bulletin, headline: headline, source: "UZB"))),
                minutesAgo: minutesAgo, happened: happened)
        }
        let first = raise("UZB seized heroin 6.3 kg at Malik", 1, minutesAgo: 500, happened: 510)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: first, minutesAgo: 495)
        let second = raise("KAZ asks for a plate", 3, minutesAgo: 400)
        log.add(.alert(.acknowledged(AlertAcknowledged())), to: second, minutesAgo: 380)
        log.begin(
            .arrangements,
            .arrangement(
                .made(ArrangementMade(type: .verbalOrder, text: "no calls to the press", orderedBy: "the head"))),
            minutesAgo: 300)
        let third = raise("TJK warns of a truck", 2, minutesAgo: 100)
        func told(_ names: [SubjectName]) -> HandoverWritten {
            var written = HandoverDraft(log.board, for: log.board.shifts[watch]!, at: night - .minutes(40)).written()
            written.lines = written.lines.filter { line in names.contains { line.key?.subject == $0 } }
                .map { line in
                    var line = line
                    line.severity = line.key?.subject == third ? .critical : .stable
                    return line
                }
            return written
        }
        log.add(
            .shift(.itemSet(HandoverItemSet(item: .init(first, "alert"), note: "they call again at 06:00"))), to: watch,
            minutesAgo: 60)
        log.add(
            .shift(.offered(ShiftOffered(to: "orazov", handover: told([first, second])))), to: watch, minutesAgo: 50)
        log.add(
            .shift(.refused(HandoverRefused(reason: "the truck is not in it"))), to: watch, minutesAgo: 45,
            actor: "orazov")
        log.add(
            .shift(.offered(ShiftOffered(to: "orazov", handover: told([first, second, third])))), to: watch,
            minutesAgo: 40)
        let offer = Int64(log.entries.count - 1)
        log.add(
            .shift(.asked(HandoverAsked(item: .init(third, "alert"), text: "who follows it?"))), to: watch,
            minutesAgo: 35, actor: "orazov")
        let question = Int64(log.entries.count - 1)
        log.add(
            .shift(.answered(HandoverAnswered(question: question, text: "TJK themselves"))), to: watch, minutesAgo: 33)
        log.add(
            .shift(.saidBack(HandoverSaidBack(item: .init(third, "alert"), text: "a truck, TJK follow it"))), to: watch,
            minutesAgo: 30, actor: "orazov")
        _ = raise("UZB: a courier was seen", 2, minutesAgo: 20)
        log.add(
            .shift(
                .ended(ShiftEnded(relievedBy: "Orazov D.M.", offer: offer, reservation: "the safe was not counted"))),
            to: watch, minutesAgo: 10, actor: "orazov")
        log.begin(
            .shifts,
            .shift(
                .started(
                    ShiftStarted(
                        officer: "Orazov D.M.", officerID: "orazov", until: night + .hours(24), relieves: watch))),
            minutesAgo: 10, actor: "orazov")
        log.add(
            .alert(.noted(AlertNoted(text: "they had called at 03:57"))), to: first, minutesAgo: 5, happened: 15,
            actor: "orazov")
        log.add(.alert(.noted(AlertNoted(text: "answered"))), to: second, minutesAgo: 4, actor: "orazov")
        return log
    }

    /// The board when the log had so many entries.
    package func board(at size: Int64) -> Board {
        Board(folding: Array(entries.prefix(Int(size))), isExercise: isExercise)
    }

    /// Everything that is told of a watch that is over.
    package func past(_ name: SubjectName) -> (
        past: HandoverPast, hindsight: HandoverHindsight, figures: HandoverFigures
    )? {
        guard let past = HandoverPast(history(of: name)) else { return nil }
        let ended = board(at: past.end)
        let hindsight = HandoverHindsight(
            past, offered: past.offer.map { board(at: $0.entry) }, ended: ended,
            later: HandoverHindsight.subjects(on: ended).map { history(of: $0) })
        var offers: [Int64: Board] = [:]
        for offer in past.watch.handover.offers { offers[offer.entry] = board(at: offer.entry) }
        let figures = HandoverFigures(
            past, hindsight, offers: offers, ended: ended,
            entries: entries.filter { $0.index >= past.watch.trail.first && $0.index <= past.end })
        return (past, hindsight, figures)
    }
}
