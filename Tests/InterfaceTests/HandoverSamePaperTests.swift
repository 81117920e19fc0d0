import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// While an offer stands, the one who gives the watch and the one who takes it look at the same lines in the same order,
/// whatever the log says meanwhile.
@Suite struct HandoverSamePaperTests {
    private static let alert = SubjectName("AL-2026-0001")!

    /// Offered, and then four records: a report, a new alert, one that is closed, a note.
    private static func moved() throws -> (log: SampleLog, added: SubjectName, then: Board) {
        var log = SampleLog.watchNight
        let watch = try #require(log.board.watch)
        let set = HandoverItemSet(item: .init(alert, "alert"), severity: .critical, note: "the driver is armed")
        log.add(.shift(.itemSet(set)), to: watch.name, minutesAgo: 9)
        let then = log.board
        let written = HandoverDraft(then, for: try #require(then.watch), at: SampleLog.night).written(
            risks: [.smallHours], riskReason: "nobody else is in the building")
        log.add(.shift(.offered(ShiftOffered(to: "Orazov D.M.", handover: written))), to: watch.name, minutesAgo: 8)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: "UZB desk", text: "it moves again", leg: 1))),
            to: HandoverScreenTests.truck, minutesAgo: 4)
        let raised = AlertRaised(priority: 1, message: .warning, headline: "a second car", source: "UZB")
        let added = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 3)
        log.add(.alert(.closed(AlertClosed(disposition: .handled))), to: alert, minutesAgo: 2)
        log.add(.alert(.noted(AlertNoted(text: "blue"))), to: SubjectName("AL-2026-0002")!, minutesAgo: 1)
        return (log, added, then)
    }

    private static func heads(_ state: AppState) -> [String] {
        guard let page = state.handoverPage else { return [] }
        let heads = Set(page.heads)
        return page.rows.filter { heads.contains($0.id) }.map { row in
            row.cells.map(\.longest).joined(separator: " ")
        }
    }

    @Test func bothLookAtTheSameLinesAfterLaterRecords() throws {
        let (log, added, then) = try Self.moved()
        var giver = try HandoverScreenTests.state(log, (100, 40))
        var taker = try HandoverScreenTests.state(log, (100, 40), officer: "orazov")
        _ = giver.handle(.offeredBoard(then))
        _ = taker.handle(.offeredBoard(then))
        #expect(giver.handoverPage?.isHolder == true && taker.handoverPage?.isForMe == true)
        #expect(giver.handoverPage?.draft == taker.handoverPage?.draft)
        let written = try #require(log.board.watch?.offer?.written)
        #expect(giver.handoverPage?.draft.lines.map(\.key.text) == written.lines.map(\.item))
        #expect(Self.heads(giver) == Self.heads(taker) && Self.heads(giver).count > written.lines.count)
        #expect(HandoverScreenTests.lines(giver).contains("\(added.short) P1 UNACKED: a second car"))
        // What came up since is written to like every other line, and then the paper is his draft again.
        giver.selectHandoverLine("\(added.text) alert")
        let effects = Sample.type([.character("e")] + Sample.text("call KAZ") + [.enter], into: &giver, log: log)
        let set = try #require(HandoverScreenTests.sets(effects).first, "\(String(describing: giver.notice))")
        #expect(set.item == "\(added.text) alert" && set.note == "call KAZ")
        var later = log
        later.add(.shift(.itemSet(set)), to: try #require(log.board.watch?.name), minutesAgo: 0)
        _ = giver.handle(.moved(later.board, new: [later.entries.last!]))
        #expect(giver.handoverPage?.draft[.init(added, "alert")]?.note == "call KAZ")
        #expect(giver.handoverPage?.showsOffer == false)
    }

    @Test func whatIsSettledKeepsItsWordsAndIsNotSaidBack() throws {
        let (log, _, then) = try Self.moved()
        var state = try HandoverScreenTests.state(log, (120, 40), officer: "orazov")
        let key = HandoverItem.Key(Self.alert, "alert")
        #expect(state.handoverPage?.unsaid.contains(key) == false)
        // The words are read from the log as it stood, once.
        let size = try #require(log.board.watch?.offer?.written?.size)
        let asked = (0..<3).flatMap { _ in state.handle(.tick(now: SampleLog.night, real: SampleLog.night)) }
        #expect(asked.filter { $0 == .loadOffered(size) }.count == 1)
        _ = state.handle(.offeredBoard(then))
        let lines = HandoverScreenTests.lines(state)
        let headline = try #require(then.alerts[Self.alert]?.headline)
        #expect(lines.contains(headline), "\(lines)")
        #expect(lines.contains("settled 04:10 by #"), "\(lines)")
        state.selectHandoverLine(key.text)
        #expect(state.selectedForSayingBack == nil)
        #expect(!lines.contains("settled since it was offered"))
    }

    /// The page opens on its head; Enter there begins with what is to be said back.
    @Test func enterOnTheHeadBeginsWithTheFirstLineThatIsNotSaidBack() throws {
        let (log, _, _) = try Self.moved()
        var taker = try HandoverScreenTests.state(log, (80, 24), officer: "orazov")
        _ = Sample.type([.home, .enter], into: &taker, log: log)
        guard case .form(let form) = taker.overlay, case .handover(.sayBack(_, let key)) = form.purpose else {
            return #expect(Bool(false), "\(String(describing: taker.notice))")
        }
        #expect(key == taker.handoverPage?.unsaid.first)
        var giver = try HandoverScreenTests.state(log, (80, 24))
        _ = Sample.type([.home, .enter], into: &giver, log: log)
        #expect(giver.notice != nil && giver.overlay == nil)
    }

    /// The time of a row is that of the wall, in whatever zone the screen is; its day may stand in front of it.
    @Test(arguments: [
        // At twenty past midnight, on the sheet of a watch that began at eight the morning before.
        ("2350 line is down", "16 Oct 23:50"), ("0010 line is down", "17 Oct 00:10"),
        ("0819 line is down", "16 Oct 08:19"), ("16 Oct 2350 line is down", "16 Oct 23:50"),
        ("16.10 2350 line is down", "16 Oct 23:50"), ("yesterday 2350 line is down", "16 Oct 23:50"),
        ("вчера 23:50 line is down", "16 Oct 23:50"), ("10月16日 23:50 line is down", "16 Oct 23:50"),
        ("23.50 line is down", "16 Oct 23:50"), ("16.10 line is down", "16 Oct 16:10"),
        ("17.10 2000 kg and line is down", "16 Oct 17:10"),
        // Nobody can tell which of two days was meant, or it was before the sheet.
        ("0110 line is down", nil), ("15 Oct 2350 line is down", nil), ("18 Oct 0010 line is down", nil),
    ])
    func aRowOfPaperBelongsToItsDay(_ typed: String, _ expected: String?) throws {
        let log = SampleLog.watchNight
        let midnight = SampleLog.night - .minutes(232)
        var state = AppState(
            board: log.board, recent: log.entries, now: midnight, real: midnight, width: 80, height: 24,
            officer: "sagynbaeva")
        state.zone = .utc
        _ = Sample.run("paper-row", on: &state, log: log)
        _ = Sample.type(Sample.text(typed), into: &state, log: log)
        guard case .form(let form) = state.overlay else { return #expect(Bool(false), "no form") }
        let read = try? state.paperReading(of: form)
        let face = Catalogue.english.clockFace(in: .almaty)
        #expect(read.map { face.stamp($0.at) } == expected.map { "\($0) +05" })
        #expect(read.map { $0.line.text.hasSuffix("line is down") } ?? true)
        if expected == nil {
            #expect(Sample.type([.enter], into: &state, log: log).isEmpty)
            guard case .form(let kept) = state.overlay else { return #expect(Bool(false), "no form") }
            #expect(kept.fault != nil && kept.fields[3].text == typed)
        }
    }
}
