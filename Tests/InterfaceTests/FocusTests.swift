import Model
import Screen
import TestSupport
import Testing
import Themes
import Wording

@testable import Interface

/// Where a screen reader looks: the terminal's own cursor, and marks that need no colour.
@Suite struct FocusTests {
    static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]
    static let screens: [ScreenID] = [
        .board, .alerts, .deliveries, .log, .watch, .handover, .subject(SubjectName("CD-2026-001")!),
        .subject(SubjectName("AL-2026-0001")!),
    ]

    static func state(_ screen: ScreenID, _ log: SampleLog, _ size: (Int, Int), _ catalogue: Catalogue = .english)
        -> AppState
    {
        var state = Sample.state(log, width: size.0, height: size.1, catalogue: catalogue)
        for effect in state.start(at: screen) {
            switch effect {
            case .loadHistory(let name): _ = state.handle(.history(name, log.history(of: name)))
            case .loadLog(let from, let limit):
                _ = state.handle(.logPage(from: from, entries: Array(log.entries.dropFirst(Int(from)).prefix(limit))))
            default: break
            }
        }
        return state
    }

    @Test(arguments: screens) func theCursorSitsOnTheSelectedRow(_ screen: ScreenID) throws {
        for size in Self.sizes {
            for log in [SampleLog.busyNight, SampleLog()] {
                var state = Self.state(screen, log, size)
                for _ in state.panels {
                    let canvas = state.render()
                    let cursor = try #require(canvas.cursor, "\(screen) \(size)")
                    let isEmpty = state.items(of: state.focusedPanel).isEmpty
                    let cell = canvas[cursor.row, cursor.column]
                    #expect(cell?.glyph.scalars == ">", "\(screen) \(size) \(state.focusedPanel)")
                    #expect(isEmpty || cell?.role == .selected, "\(screen) \(size) \(state.focusedPanel)")
                    _ = state.handle(.key(.tab))
                }
            }
        }
    }

    @Test func theCursorSitsInTheFieldOfEveryOverlay() throws {
        for size in Self.sizes {
            for keys in [
                [Key.character("?")], [.character(":")], [.character("/")], [.character("7"), .character("r")],
            ] {
                var state = Sample.state(width: size.0, height: size.1)
                _ = Sample.type(keys, into: &state)
                #expect(state.overlay != nil)
                #expect(state.render().cursor != nil, "\(keys) \(size)")
            }
            var state = Sample.state(width: size.0, height: size.1)
            _ = Sample.type([.insert], into: &state)
            guard case .form(let form) = state.overlay else {
                Issue.record("no form")
                return
            }
            var rows: Set<Int> = []
            for _ in form.fields {
                let canvas = state.render()
                let cursor = try #require(canvas.cursor)
                #expect(canvas[cursor.row, cursor.column]?.role == .fieldFocus)
                #expect(canvas.plainLines()[cursor.row].contains(">"), "the focused field has its mark")
                rows.insert(cursor.row)
                _ = state.handle(.key(.tab))
            }
            #expect(rows.count > 1)
        }
    }

    @Test func aRecordThatHasNotComeYetHasTheCursorToo() {
        var state = Self.state(.log, .busyNight, (80, 24))
        _ = state.handle(.key(.character("r")))
        #expect(state.overlay == .raw && state.log.raw == nil)
        #expect(state.render().cursor != nil)
    }
}

/// Meaning is in the words: the roles only repeat it.
@Suite struct WithoutColourTests {
    @Test func everyStandingHasItsOwnWords() {
        let log = Self.everyStanding
        for width in [60, 80, 120] {
            let state = FocusTests.state(.alerts, log, (width, 40))
            for panel in [PanelID.alerts, .deliveries] {
                var texts: [String: Role] = [:]
                for item in state.items(of: panel) {
                    guard let cell = panel.list?.column("standing")?.cell(state, item) else { continue }
                    for form in cell.forms {
                        let word = form.filter { !$0.isNumber }
                        if let role = texts[word] { #expect(role == cell.role, "\(word) has two roles at \(width)") }
                        texts[word] = cell.role
                    }
                }
                #expect(texts.count >= 5, "\(panel): \(texts.keys.sorted())")
            }
        }
    }

    /// Two pictures that differ in a role at some place differ in a character somewhere in the same row.
    @Test func aRowThatChangesItsRoleChangesItsText() {
        let calm = FocusTests.state(.board, .busyNight, (80, 24))
        for (remark, change) in Self.changes {
            var state = calm
            change(&state)
            let (before, after) = (calm.render(), state.render())
            let (oldRoles, newRoles) = (before.roleLines(), after.roleLines())
            let (oldText, newText) = (before.plainLines(), after.plainLines())
            // The title of the panel with the focus is brighter; the mark beside its row says the same.
            for row in 0..<24 where oldRoles[row] != newRoles[row] && !(oldRoles[row] + newRoles[row]).contains("T") {
                // A stale picture says so in its first word and in each title; its rows only grow dim.
                if newText[0].hasPrefix("STALE"), newRoles[row].contains("d") { continue }
                #expect(oldText[row] != newText[row], "\(remark), row \(row): \(oldRoles[row]) \(newRoles[row])")
            }
        }
    }

    static let changes: [(String, @Sendable (inout AppState) -> Void)] = [
        ("the other panel", { _ = $0.handle(.key(.tab)) }), ("the next row", { _ = $0.handle(.key(.down)) }),
        ("frozen", { _ = $0.handle(.key(.character("="))) }),
        ("a later hour", { _ = $0.handle(.tick(now: SampleLog.night + .hours(3), real: SampleLog.night + .hours(3))) }),
        ("the past", { _ = $0.handle(.reviewing(SampleLog.busyNight.board, at: SampleLog.night - .hours(1))) }),
        ("a fault", { _ = $0.handle(.failed("Nothing came")) }),
    ]

    /// A whole picture that is old is dim, and says so in its first word and above every list.
    @Test func whatIsStaleSaysSo() {
        var state = FocusTests.state(.board, .busyNight, (80, 24))
        _ = state.handle(.obstacle("The disk is full"))
        let lines = state.render().plainLines()
        #expect(lines[0].hasPrefix("STALE"))
        #expect(lines.count { $0.contains("STALE") } >= 3)
    }

    /// Withdrawn, late, cut and short are said in words in every plain picture.
    @Test func marksAreInTheText() {
        let night = SampleLog.night
        var log = SampleLog.busyNight
        log.add(
            .logKeeping(.withdrawn(EntryWithdrawn(index: 19, reason: "wrong alert"))),
            to: SubjectName("AL-2026-0001")!, minutesAgo: 1)
        _ = night
        let page = FocusTests.state(.subject(SubjectName("AL-2026-0001")!), log, (80, 24)).render()
        for (row, line) in page.plainLines().enumerated() where page.roleLines()[row].contains("X") {
            #expect(line.contains("WITHDRAWN"))
        }
        #expect(page.roleLines().contains { $0.contains("X") })
        let small = FocusTests.state(.board, log, (60, 16)).render().plainLines().joined()
        #expect(small.contains("~") && small.contains("more"))
    }

    static var everyStanding: SampleLog {
        var log = SampleLog()
        let night = SampleLog.night
        func raise(_ due: Instant? = nil) -> SubjectName {
            log.begin(
                .alerts,
                .alert(.raised(AlertRaised(priority: 2, message: .warning, headline: "x", source: "UZB", due: due))),
                minutesAgo: 30)
        }
        _ = raise()
        for due in [nil, night - .minutes(5), night + .minutes(5)] {
            let name = raise(due)
            log.add(.alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 20)
        }
        let shelved = raise()
        log.add(.alert(.shelved(AlertShelved(until: night + .hours(1), reason: "x"))), to: shelved, minutesAgo: 20)
        for (from, every, quiet, heard, leaves) in [
            (-60, 30, nil, nil, nil), (-60, 30, nil, 5, nil), (-60, 30, nil, 5, 900), (-60, 30, 60, 5, nil),
            (60, 600, nil, nil, nil),
        ] as [(Int64, Int, Int64?, Int64?, Int64?)] {
            let name = log.begin(
                .deliveries,
                .delivery(
                    .opened(
                        DeliveryOpened(priority: 2, goods: "x", method: .intact, conveyance: nil, initiator: "UZB"))),
                minutesAgo: 100)
            log.add(
                .delivery(
                    .legPlanned(
                        LegPlanned(
                            number: 1, state: "UZB", entry: "a", exit: "b", from: night + .minutes(from),
                            until: night + .hours(5), reportEvery: every,
                            quietUntil: quiet.map { night + .minutes($0) }))), to: name, minutesAgo: 90)
            log.consent("UZB", to: name, minutesAgo: 80)
            guard let heard else { continue }
            log.add(
                .delivery(
                    .reportReceived(
                        ReportReceived(
                            from: "UZB", text: "x", place: "y", leg: 1,
                            exitEstimate: leaves.map { night + .minutes($0) }))), to: name, minutesAgo: heard)
        }
        return log
    }
}
