import TestSupport
import Testing

@testable import Model

/// What is kept from one frame to the next is what would be reckoned anew.
@Suite struct NeedsForNowTests {
    @Test func whatIsKeptIsWhatIsReckonedAnew() throws {
        let log = SampleLog.busyNight
        var chance = SeededGenerator(seed: 2008)
        var seen: Set<Int> = []
        for kept in log.board.deliveries.values {
            let turns =
                kept.dues(at: SampleLog.night).map(\.instant)
                + kept.legs.flatMap { [$0.from - .hours(24), $0.from - .hours(2)] }
            let gap = kept.custody.openGap.map { [$0.released.since + kept.custody.limit] } ?? []
            let instants = (turns + gap).flatMap { [$0 - .milliseconds(1), $0, $0 + .milliseconds(1)] }
            for now in instants.shuffled(using: &chance) {
                guard case .delivery(let anew)? = log.history(of: kept.name).subject else { continue }
                #expect(kept.needs(at: now) == anew.needs(at: now))
                seen.insert(anew.needs(at: now).count)
            }
        }
        #expect(seen.count > 2, "time changes what is needed")
    }

    @Test func aBoardThatMovesOnForgets() throws {
        var log = SampleLog.busyNight
        let name = try #require(SubjectName("CD-2026-001"))
        var board = log.board
        let (now, size) = (SampleLog.night, log.entries.count)
        let before = (board.needs(at: now), board.agenda(at: now), board.deliveriesInOrder(at: now))
        let copy = board
        log.add(
            .delivery(.ended(DeliveryEnded(outcome: .seizure, place: "Yallama", note: nil))), to: name, minutesAgo: 0)
        for entry in log.entries.dropFirst(size) {
            board.apply(entry) { name in log.entries.prefix(size).filter { $0.subject == name } }
        }
        #expect(board.needs(at: now) == log.board.needs(at: now) && board.needs(at: now) != before.0)
        #expect(board.agenda(at: now) == log.board.agenda(at: now) && board.agenda(at: now) != before.1)
        #expect(copy.needs(at: now) == before.0 && copy.agenda(at: now) == before.1)
        #expect(copy.deliveriesInOrder(at: now) == before.2)
    }
}
