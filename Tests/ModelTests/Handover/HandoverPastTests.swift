import Model
import TestSupport
import Testing

@Suite struct HandoverPastTests {
    static let watch = SubjectName("SH-2026-001")!

    /// Each figure against the count by hand; the night is drawn in `SampleLog.handedOver`.
    @Test func theFiguresAreThoseThatWereCountedByHand() throws {
        let figures = try #require(SampleLog.handedOver.past(Self.watch)).figures
        #expect((figures.officer, figures.takenBy) == ("Sagynbaeva A.K.", "Orazov D.M."))
        #expect(figures.way == .withReservation)
        // Three alerts and the order; the order is missing.
        #expect((figures.open, figures.mentioned) == (4, 3))
        #expect(figures.foundInTime == 1)
        #expect(figures.omitted == 1)
        #expect(figures.learntLater == 1)
        #expect((figures.drafting, figures.answering) == (.minutes(20), .minutes(30)))
        #expect((figures.critical, figures.saidBack) == (1, 1))
        #expect((figures.questions, figures.answered) == (1, 1))
        #expect(figures.alerts == 4)
        #expect(figures.acknowledged == [.minutes(5), .minutes(20)])
        #expect((figures.median, figures.ninetieth) == (.minutes(5), .minutes(20)))
        // Two alerts wait, and nothing is past its hour.
        #expect(figures.overdue == 0)
        #expect((figures.entries, figures.late) == (16, 1))
        #expect(figures.breakGlass == 0)
    }

    @Test func theTurnsOfOneOfficerAreAddedUpAndTheSpansPooled() throws {
        let turn = try #require(SampleLog.handedOver.past(Self.watch)).figures
        let sum = try #require(HandoverFigures.byOfficer([turn, turn]).first)
        #expect((sum.turns, sum.open, sum.mentioned, sum.late) == (2, 8, 6, 2))
        #expect((sum.acknowledged, sum.median, sum.ninetieth) == (4, .minutes(5), .minutes(20)))
        #expect((sum.drafting, sum.answering) == (.minutes(20), .minutes(30)))
    }

    @Test func hindsightTellsWhatWasMissingWhatCameUpAndWhatWasLearntLater() throws {
        let log = SampleLog.handedOver
        let hindsight = try #require(log.past(Self.watch)).hindsight
        #expect(hindsight.omitted.map(\.key.subject.area) == [.arrangements])
        #expect(hindsight.cameUp.map(\.key.subject.text) == ["AL-2026-0004"])
        #expect(hindsight.learntLater.map(\.event.noteText) == ["they had called at 03:57"])
        #expect(!hindsight.isPartial)
        // What its author took back was not learnt.
        var later = log
        let note = try #require(hindsight.learntLater.first)
        later.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: note.index, reason: "a slip"))), to: note.subject,
            minutesAgo: 3, actor: "orazov")
        #expect(try #require(later.past(Self.watch)).hindsight.learntLater.isEmpty)
    }

    @Test func aWatchThatWasTakenIsBreakGlass() throws {
        var log = SampleLog()
        let watch = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: "A", officerID: "a", until: SampleLog.night))),
            minutesAgo: 60)
        let raised = AlertRaised(priority: 1, message: .bulletin, headline: "a truck", source: "UZB")
        let alert = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 40)
        log.add(.shift(.ended(ShiftEnded(relievedBy: "B"))), to: watch, minutesAgo: 30, actor: "b")
        let told = try #require(log.past(watch))
        #expect(told.past.way == .taken)
        // Nothing was written, so nothing was said of the alert.
        #expect(told.hindsight.omitted.map(\.key.subject) == [alert])
        #expect((told.figures.breakGlass, told.figures.open, told.figures.drafting) == (1, nil, nil))
    }

    @Test func searchFindsWhatOfficersWroteAndNothingElse() throws {
        let past = try #require(SampleLog.handedOver.past(Self.watch)).past
        for words in ["", "TJK follow", "safe COUNTED", "al-2026-0003 truck"] {
            #expect(past.matches(words), "\(words)")
        }
        #expect(!past.matches("truck helicopter"))
        #expect(past.concerns("orazov"))
        #expect(!past.concerns("ermekov"))
    }

    // MARK: Paper

    @Test(arguments: [
        (
            "0214 uzb 001 queue 40 trucks eta 0620 at Yallama", "CD-2026-001",
            "uzb queue 40 trucks eta 0620 at Yallama", true
        ),
        ("02:14 001 the driver sleeps", "CD-2026-001", "the driver sleeps", false),
        ("0214 AL-2026-0001 they called back", "AL-2026-0001", "they called back", false),
        ("0214 line to Dushanbe is down, 001 times", nil, "line to Dushanbe is down, 001 times", false),
        ("0214 +03 uzb 001 released the load", "CD-2026-001", "uzb released the load", false),
    ])
    func aRowOfPaperIsTakenApart(_ typed: String, _ about: String?, _ text: String, _ isReport: Bool) {
        let board = SampleLog.busyNight.board
        let line = PaperLine(typed, named: { PaperLine.subject($0, on: board) })
        #expect(line.time?.isEmpty == false)
        #expect(line.about?.text == about)
        #expect(line.text == text)
        #expect(line.isReport == isReport)
        let events = line.events(row: 3)
        #expect(events.count == (about == nil ? 1 : 2))
        #expect(events.last?.event.kind == PaperRowEntered.kind)
        #expect(events.first?.event.kind == (isReport ? ReportReceived.kind : events.first?.event.kind))
    }

    @Test func aNameThatNamesNothingIsNotTakenForWords() {
        let board = SampleLog.busyNight.board
        let line = PaperLine("0214 AL-0999 they called", named: { PaperLine.subject($0, on: board) })
        #expect((line.about, line.unknown) == (nil, "AL-0999"))
        let plain = PaperLine("0214 line A-12 is down", named: { PaperLine.subject($0, on: board) })
        #expect((plain.about, plain.unknown) == (nil, nil))
    }

    @Test func aRowStandsOnceAlsoOnTheSheetOfAWatchThatIsOver() throws {
        var log = SampleLog.handedOver
        let row = Event.shift(.paperRow(PaperRowEntered(row: 7, text: "the line is down")))
        #expect(log.history(of: Self.watch).refusal(of: row, by: "orazov", at: SampleLog.night) == nil)
        log.add(row, to: Self.watch, minutesAgo: 2, happened: 120, actor: "orazov")
        let entry = Int64(log.entries.count - 1)
        let history = log.history(of: Self.watch)
        #expect(
            history.refusal(of: row, by: "orazov", at: SampleLog.night)
                == .paperRowKnown(Self.watch, row: 7, entry: entry))
        guard case .shift(let watch)? = history.subject else { return }
        #expect(watch.paper.next == 1 && watch.paper.free(after: 6) == 8 && watch.paper.free(after: 12) == nil)
        #expect(
            watch.paperRefusal(at: watch.from - .minutes(2), now: SampleLog.night)
                == .beforeTheSheet(Self.watch, from: watch.from))
        #expect(
            watch.paperRefusal(at: SampleLog.night + .minutes(2), now: SampleLog.night)
                == .notYet(SampleLog.night + .minutes(2)))
        // A row that was a slip is withdrawn, and free again.
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: entry, reason: "wrong row"))), to: Self.watch, minutesAgo: 1,
            actor: "orazov")
        #expect(log.history(of: Self.watch).refusal(of: row, by: "orazov", at: SampleLog.night) == nil)
    }
}
