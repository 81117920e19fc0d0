import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct LayoutTests {
    static let screens: [ScreenID] = [
        .board, .alerts, .deliveries, .log, .watch, .handover, .subject(SubjectName("CD-2026-001")!),
        .subject(SubjectName("AL-2026-0001")!), .directory, .directoryState("UZB"),
        .directoryEntry(DirectoryKey("state:UZB")!),
    ]

    /// Every width and every height once or more, with layout, screen, focus and zoom by chance.
    @Test func everySizeDrawsEveryPanelOfTheTabKeyWithoutOverlap() {
        var chance = SeededGenerator(seed: 4)
        var sizes = (1...300).map { ($0, Int.random(in: 1...100, using: &chance)) }
        sizes += (1...100).flatMap { height in (0..<2).map { _ in (Int.random(in: 1...300, using: &chance), height) } }
        sizes += (58...64).flatMap { width in (15...19).map { (width, $0) } }
        sizes += [(79, 24), (80, 24), (109, 30), (110, 30), (131, 40), (132, 40), (159, 50), (160, 50), (500, 500)]
        for (width, height) in sizes {
            var state = Sample.state()
            state.arrange(Arrangement.allCases.randomElement(using: &chance)!)
            Sample.carryOut(state.start(at: Self.screens.randomElement(using: &chance)!), in: &state)
            _ = state.handle(.resized(width: width, height: height))
            for list in ListKind.allCases where Bool.random(using: &chance) {
                let fixed = list.columns.filter { $0.place == .always }.map(\.id)
                let others = list.columns.map(\.id).filter { !fixed.contains($0) && Bool.random(using: &chance) }
                state.looks.columns[list] = (fixed + others).shuffled(using: &chance)
            }
            for _ in 0..<Int.random(in: 0...4, using: &chance) { _ = state.handle(.key(.tab)) }
            if Bool.random(using: &chance) { _ = state.handle(.key(.character("z"))) }
            for _ in 0..<Int.random(in: 0...5, using: &chance) { _ = state.handle(.key(.down)) }
            Self.check(state, "\(width)x\(height) \(state.looks.arrangement) \(state.screen) zoom \(state.isZoomed)")
        }
    }

    static func check(_ state: AppState, _ remark: String) {
        let canvas = state.render()
        #expect(canvas.width == state.width && canvas.height == state.height, "\(remark)")
        guard !state.layout.isTooSmall else {
            #expect(canvas.plainLines().allSatisfy { $0.count <= max(state.width, 0) }, "\(remark)")
            return
        }
        let frames = state.frames
        let named = Set(state.tabs?.panels ?? [])
        for panel in state.panels {
            let isDrawn = frames.contains { $0.panel == panel && $0.rect.height >= 2 && $0.rect.width >= 20 }
            let isZoomedAway = state.isZoomed && panel != state.focusedPanel
            let isBeside = state.plan == .two && [.alerts, .agenda].contains(panel)
            #expect(isDrawn || named.contains(panel) || isZoomedAway || isBeside, "\(panel) \(remark)")
        }
        var cells: Set<Int> = []
        for (panel, rect) in frames {
            #expect(
                rect.row >= 4 && rect.row + rect.height <= state.height - 2 - state.figuresRows, "\(panel) \(remark)")
            #expect(rect.column >= 0 && rect.column + rect.width <= state.width, "\(panel) \(remark)")
            let own = (rect.row..<rect.row + rect.height).flatMap { row in
                (rect.column..<rect.column + rect.width).map { row * 1_000 + $0 }
            }
            #expect(cells.isDisjoint(with: own), "\(panel) overlaps: \(remark)")
            cells.formUnion(own)
        }
        guard let rect = frames.first(where: { $0.panel == state.focusedPanel })?.rect else {
            Issue.record("the focus is not drawn: \(remark)")
            return
        }
        guard !state.items(of: state.focusedPanel).isEmpty else { return }
        let cursor = canvas.cursor
        #expect(cursor != nil && rect.contains(row: cursor?.row ?? -1, column: cursor?.column ?? -1), "\(remark)")
        #expect(canvas[cursor?.row ?? 0, cursor?.column ?? 0]?.glyph.scalars == ">", "\(remark)")
    }

    @Test func theLayoutCommandSetsAndCyclesAndExplainsItself() {
        var state = Sample.state(width: 120, height: 40)
        #expect(state.plan == .columns)
        _ = Sample.run("layout one", on: &state)
        #expect(state.plan == .one && state.frames.count == 1)
        #expect(state.render().plainLines()[4].contains("[DELIVERIES 2]"))
        _ = Sample.type([.tab], into: &state)
        #expect(state.render().plainLines()[4].contains("[ALERTS 3]"))
        _ = Sample.type([.character("W")], into: &state)
        #expect(state.looks.arrangement == .two && state.frames.map(\.panel) == [.deliveries, .alerts])
        _ = Sample.type([.tab], into: &state)
        #expect(state.frames.map(\.panel) == [.deliveries, .agenda], "NEXT takes the place of the alerts")
        _ = Sample.type([.tab], into: &state)
        #expect(state.focusedPanel == .deliveries && state.frames.map(\.panel) == [.deliveries, .agenda])
        _ = Sample.run("layout wall", on: &state)
        #expect(state.notice.map { state.catalogue.text($0.message) }?.contains("132x40") == true)
        _ = Sample.run("layout five", on: &state)
        #expect(state.notice?.isError == true && state.looks.arrangement == .wall)
    }

    @Test func theWallTellsTheRoadOfEachDeliveryAndTheFigures() {
        var state = Sample.state(width: 200, height: 60)
        Sample.carryOut(state.start(), in: &state)
        let lines = state.render().plainLines()
        #expect(lines.contains { $0.contains("TJK Khujand ===== Fotehobod") && $0.contains("UZB Oybek ==>-- Yallama") })
        #expect(lines.contains { $0.contains("alerts open 3") && $0.contains("UNACKED 2") })
        #expect(
            lines.contains { $0.contains("alerts per 10 min since 16 Oct 16:12") && $0.contains("most in 10 min 1") })
    }

    @Test func whereRowsAreHiddenTheTitleCountsThem() {
        var log = SampleLog.busyNight
        for n in 1...600 {
            log.begin(
                .alerts,
                .alert(.raised(AlertRaised(priority: 3, message: .warning, headline: "alert \(n)", source: "UZB"))),
                minutesAgo: 1)
        }
        var state = Sample.state(log, width: 80, height: 24)
        _ = Sample.type([.character("7")], into: &state, log: log)
        #expect(log.entries.count == 620)
        let rows = state.listHeight(of: .records)
        #expect(state.log.entries.count < 620, "a page is loaded, not the log")
        #expect(state.render().plainLines()[4].contains("+\(620 - rows) more"))
        _ = Sample.type([.escape, .tab], into: &state, log: log)
        let height = state.listHeight(of: .alerts)
        #expect(state.render().plainLines().contains { $0.contains("+\(603 - height) more") })
    }

    @Test func aDropInTheNewsIsSaidOnEveryPanelAndDimsIt() {
        var state = Sample.state(width: 120, height: 40)
        _ = state.handle(.obstacle("The disk is gone"))
        _ = state.handle(.tick(now: SampleLog.night, real: SampleLog.night + .minutes(7)))
        let lines = state.render().plainLines()
        #expect(lines[0].hasPrefix("STALE") && lines[1].contains("7min"))
        #expect(lines.joined().components(separatedBy: "STALE for 7min").count - 1 == state.frames.count)
        let row = lines.firstIndex { $0.contains("opium") }!
        let column = 6 + 4
        #expect(state.render()[row, column]?.role == .dim)
    }
}

@Suite struct ColumnTests {
    @Test func columnsGoInTheirOrderWhenThereIsLessRoom() {
        let needs = [
            ColumnFit.Need(place: .always, least: 3, ideal: 3, most: 3),
            ColumnFit.Need(place: .always, least: 10, ideal: 20, most: 40, share: 1),
            ColumnFit.Need(place: .needed(2), least: 5, ideal: 12, most: 12),
            ColumnFit.Need(place: .needed(1), least: 5, ideal: 5, most: 5),
            ColumnFit.Need(place: .spare(1), least: 8, ideal: 20, most: 20),
        ]
        #expect(ColumnFit.widths(of: needs, in: 120) == [3, 40, 12, 5, 20])
        #expect(ColumnFit.widths(of: needs, in: 50) == [3, 27, 12, 5, nil])
        #expect(ColumnFit.widths(of: needs, in: 30) == [3, 14, 5, 5, nil])
        #expect(ColumnFit.widths(of: needs, in: 22) == [3, 12, nil, 5, nil])
        #expect(ColumnFit.widths(of: needs, in: 16) == [3, 12, nil, nil, nil])
        for width in 0...200 {
            let widths = ColumnFit.widths(of: needs, in: width)
            let used = widths.reduce(0) { $0 + ($1 ?? 0) } + widths.count { $0 != nil } - 1
            #expect(used <= max(width, 3), "\(width)")
        }
    }

    @Test func sortingKeepsWhatIsUrgentOnTop() {
        var state = Sample.state()
        _ = Sample.type([.tab], into: &state)
        _ = Sample.run("sort age", on: &state)
        let names = { (state: AppState) in state.items(of: .alerts).map(\.id) }
        // 0001 is of priority 1 and nobody has acknowledged it.
        #expect(names(state) == ["AL-2026-0001", "AL-2026-0002", "AL-2026-0004"])
        #expect(state.render().plainLines().contains { $0.contains("ALERTS 3 open, by “Age”") })
        _ = Sample.run("sort age reverse", on: &state)
        #expect(names(state) == ["AL-2026-0001", "AL-2026-0004", "AL-2026-0002"])
        _ = Sample.run("sort number", on: &state)
        #expect(names(state) == ["AL-2026-0001", "AL-2026-0002", "AL-2026-0004"])
        _ = Sample.run("sort nothing", on: &state)
        #expect(state.notice?.isError == true)
        _ = Sample.run("sort", on: &state)
        #expect(state.looks.orders.isEmpty)
    }

    @Test func columnsAreChosenAndMovedInAListThatScrolls() {
        var state = Sample.state(width: 60, height: 16)
        _ = Sample.run("columns", on: &state)
        guard case .choices(let choices) = state.overlay else {
            Issue.record("no list")
            return
        }
        #expect(choices.rows.count == Column.deliveries.count)
        // To the last one, which is below the edge, take it, and carry it to the front.
        _ = Sample.type(
            [.character("G"), .character(" ")] + Array(repeating: .character("K"), count: 14), into: &state)
        #expect(state.render().plainLines().contains { $0.contains("> [x] estimate") })
        _ = Sample.type([.enter], into: &state)
        #expect(state.looks.columns[.deliveries]?.first == "estimate")
        #expect(state.chosenColumns(of: .deliveries).first?.id == "estimate")
        // What carries the meaning cannot be left out, and Esc leaves all as it was.
        let before = state.looks
        _ = Sample.run("columns deliveries", on: &state)
        _ = Sample.type([.character("j"), .character(" "), .enter], into: &state)
        #expect(state.chosenColumns(of: .deliveries).contains { $0.id == "standing" })
        state.looks = before
        _ = Sample.run("columns log", on: &state)
        _ = Sample.type([.down, .character(" "), .escape], into: &state)
        #expect(state.looks == before)
    }
}
