import TestSupport
import Testing

@testable import Model

/// What a watch begins with that follows another.
@Suite struct HandoverNextWatchTests {
    /// What the officer before wrote is proposed again while the thing is open, and what was taken early says so.
    @Test func theNextWatchBeginsWithWhatTheLastOneWrote() throws {
        var made = MadeUpWatch()
        made.seizure()
        made.quietDelivery()
        let alert = try #require(made.board.alerts.keys.first)
        let delivery = try #require(made.board.deliveries.keys.first)
        let call = IfThen(condition: "no word by 05:00", action: "call UZB")
        made.add(
            .itemSet(HandoverItemSet(item: .init(alert, "alert"), severity: .critical, note: "a trap", ifThen: [call])),
            minutesAgo: 30)
        made.add(.itemSet(HandoverItemSet(item: .init(delivery, "running"), leftOut: "it is KAZ's")), minutesAgo: 30)
        let own = HandoverDraft.nextOwn(of: made.shift)
        made.add(.itemSet(HandoverItemSet(item: own, note: "keys are in the safe")), minutesAgo: 29)
        made.add(
            .offered(
                ShiftOffered(
                    to: "orazov", handover: HandoverDraft(made.board, for: made.shift, at: SampleLog.night).written())),
            minutesAgo: 20)
        var log = made.log
        let relief = WatchRelief(
            of: try #require(log.board.shifts[made.watch]), by: "orazov", named: "Orazov D.M.",
            until: SampleLog.night + .hours(12), reason: "the officer has fainted")
        #expect(relief.started.unsaid == 1)
        log.add(.shift(.ended(relief.ended)), to: made.watch, minutesAgo: 10, actor: "orazov")
        let watch = log.begin(.shifts, .shift(.started(relief.started)), minutesAgo: 10, actor: "orazov")
        let draft = HandoverDraft(log.board, for: try #require(log.board.shifts[watch]), at: SampleLog.night)
        let line = try #require(draft[.init(alert, "alert")])
        #expect(line.note == "a trap" && line.ifThen == [call] && line.isInherited)
        #expect(draft[own]?.note == "keys are in the safe")
        #expect(draft.leftOut.isEmpty && draft[.init(delivery, "running")]?.leftOutBefore == "it is KAZ's")
        #expect(draft.lines.first?.key == HandoverItem.Key(watch, "taken"))
        guard
            case .watchTaken(_, _, _, "the officer has fainted", 1)? = log.board.needs(at: SampleLog.night).first(
                where: {
                    if case .watchTaken = $0 { true } else { false }
                })
        else { return #expect(Bool(false), "the board does not say that a line was not said back") }
        let old = try #require(HandoverPast(log.history(of: made.watch))?.watch)
        let new = try #require(log.board.shifts[watch])
        #expect(HandoverRelief(old, new)?.unsaid == 1 && HandoverRelief(old, new)?.given == nil)
    }
}
