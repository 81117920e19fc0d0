import Model
import Screen
import Settings
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct ViewsTests {
    @Test func aViewIsKeptWithAllItsPartsAndComesBack() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.character("2")], into: &state)
        _ = Sample.run("find heroin \"x\\", on: &state)
        _ = Sample.run("sort age reverse", on: &state)
        _ = Sample.run("layout two", on: &state)
        state.looks.columns[.alerts] = ["standing", "what", "number", "priority", "mark"]
        state.isZoomed = true
        let effects = Sample.run("save-view ночь", on: &state)
        guard case .saveViews(let text) = effects.first else {
            Issue.record("not kept: \(effects)")
            return
        }
        let looks = state.looks
        state = Sample.state()
        _ = state.handle(.views(Array(text.utf8)))
        #expect(state.looks.viewsFault == nil && state.looks.views.count == 1)
        _ = Sample.run("view ночь", on: &state)
        #expect(state.screen == .alerts && state.isZoomed && state.filters[.alerts] == "heroin \"x\\")
        #expect(state.looks.orders == looks.orders && state.looks.columns == looks.columns)
        #expect(state.looks.arrangement == .two)
    }

    @Test func theListOfViewsOpensThemAndForgetsOnlyYourOwn() {
        var state = Sample.state()
        _ = Sample.run("save-view zz", on: &state)
        _ = Sample.type([.character("v")], into: &state)
        #expect(state.render().plainLines().contains { $0.contains("tonight") })
        let effects = Sample.type([.delete], into: &state)
        #expect(effects.contains { if case .saveViews(let text) = $0 { !text.contains("zz") } else { false } })
        #expect(state.looks.views.isEmpty)
        _ = Sample.type([.delete], into: &state)
        #expect(state.notice?.isError == true && state.allViews.count == SavedView.shipped.count)
        _ = Sample.type([.escape], into: &state)
        _ = Sample.run("view overdue", on: &state)
        #expect(state.items(of: .deliveries).map(\.id) == ["CD-2026-001"])
        #expect(state.items(of: .alerts).map(\.id) == ["AL-2026-0001", "AL-2026-0004"])
        #expect(state.render().plainLines()[1].contains("VIEW overdue"))
        _ = Sample.type([.escape], into: &state)
        #expect(state.items(of: .deliveries).count == 2)
        _ = Sample.run("view mine", on: &state)
        #expect(state.items(of: .alerts).map(\.id) == ["AL-2026-0002"])
    }

    @Test(arguments: [
        ("screen = \"board\"", 1, "screen", ViewsFault.Problem.outsideAView),
        ("[view.a]\nscreen = \"moon\"", 2, "view.a.screen", .badValue(known: SavedView.screens.map(\.word))),
        ("[view.a]\nlayout = [\"one\"]", 2, "view.a.layout", .badValue(known: ["\"text\""])),
        ("[view.a]\nonly = 2026-10-17", 2, "view.a.only", .badValue(known: ["\"text\""])),
        ("# x\n[view.a]\n\ncolour = \"red\"", 4, "view.a.colour", .unknownKey(nearest: nil)),
        ("[view.a]\nsort-alert = [\"number\"]", 2, "view.a.sort-alert", .unknownKey(nearest: "sort-alerts")),
        ("[view.\"a b\"]\nzoom = true", 1, "view.a b", .badName), ("[other]", 1, "other", .outsideAView),
        ("view = 3", 1, "view", .outsideAView), ("[view]\na = 3", 2, "view.a", .outsideAView),
        (
            "[view.a]\nsort-alerts = [\"mark\"]", 2, "view.a.sort-alerts",
            .badValue(known: Column.alerts.filter { $0.order != nil }.map(\.id) + ["reverse"])
        ),
        ("[view.a]\ncolumns-log = []", 2, "view.a.columns-log", .badValue(known: Column.entries.map(\.id))),
    ])
    func aFaultIsToldWithItsLineAndKey(_ text: String, _ line: Int, _ key: String, _ problem: ViewsFault.Problem) {
        #expect(ViewsText.faults(in: Array(text.utf8)) == [.entry(key, line: line, problem)])
    }

    @Test(arguments: [
        ("[view.a]\nzoom = true\nzoom = true", "views.toml:3: view.a.zoom: it is in line 2 already"),
        ("[view.a]\n[view.a]", "views.toml:2: view.a: it is in line 1 already"),
        ("[view.a]\nfilter = \"x", "views.toml:2:12: this is not TOML"),
        ("[вид]", "views.toml:1:2: this is not TOML"),
        ("[view.a]\n\nzoom = 1", "views.toml:3: view.a.zoom: the value cannot be used; it can be true, false"),
    ])
    func aFaultIsASentenceWithFileLineAndKey(_ text: String, _ beginning: String) {
        let faults = ViewsText.faults(in: Array(text.utf8)).map { Catalogue.english.text($0.message()) }
        #expect(faults.count == 1 && faults[0].hasPrefix(beginning), "\(faults)")
    }

    @Test func everyFaultIsToldInTheOrderOfTheFile() {
        let text = "[view.b]\nzoom = 1\n[view.a]\nscreen = 1\nscren = 1\n"
        let keys = ViewsText.faults(in: Array(text.utf8)).map { fault in
            if case .entry(let key, _, _) = fault { key } else { "" }
        }
        #expect(keys == ["view.b.zoom", "view.a.screen", "view.a.scren"])
        #expect(ViewsText.faults(in: [0x5B, 0xFF]) == [.file(SettingsFault(file: "views.toml", problem: .notUTF8))])
    }

    @Test(arguments: [
        "a \"quoted\" word", "back\\slash \\u0041 \\", "\u{1}\u{8}\t\n\u{C}\r\u{1B}[2J\u{1F}\u{7F}\u{85}\u{9B}",
        "қалқан ЁЖ № «дом»", "\u{2028}x\u{2029}", "# no remark ] = '", "警 👮🏽", "\"\"\"", "",
    ])
    func whatIsWrittenIsReadAgain(_ filter: String) {
        var first = SavedView("ночь-警_1")
        first.filter = filter
        first.screen = .alerts
        first.panel = .alerts
        first.arrangement = .two
        first.isZoomed = true
        first.subset = .overdue
        first.columns[.alerts] = ["number", "what"]
        first.orders[.alerts] = ChosenOrder(column: "number", isReversed: true)
        var second = SavedView("a")
        second.filter = filter
        let (views, faults) = ViewsText.read(Array(ViewsText.text(of: [first, second]).utf8))
        #expect(faults.isEmpty && views == [first, second], "\(faults)")
    }

    @Test func aFaultyFileIsNeverOverwritten() {
        var state = Sample.state()
        _ = state.handle(.views(Array("[view.a]\nscreen = \"moon\"".utf8)))
        #expect(state.notice?.isError == true)
        #expect(Sample.run("save-view b", on: &state).isEmpty)
        #expect(state.notice?.isError == true && state.looks.views.isEmpty)
    }

    @Test func whatIsWrittenByHandIsRead() {
        let text = """
            # mine
            [view.night] # at night
              screen="deliveries"   # no blanks
            columns-deliveries = [ "number" , "where", ]
            zoom = false
            filter = "\\u0041 \\"b\\""
            """
        let (views, faults) = ViewsText.read(Array(text.utf8))
        #expect(faults.isEmpty)
        guard views.count == 1 else {
            Issue.record("\(views)")
            return
        }
        #expect(views[0].screen == .deliveries && views[0].filter == "A \"b\"" && !views[0].isZoomed)
        #expect(views[0].columns[.deliveries] == ["number", "where"])
    }
}

@Suite struct LeftoverTests {
    @Test func anImportIsOneLineOfTheLatestRecords() {
        var log = SampleLog.busyNight
        let before = log.entries.count
        let report = { (n: Int) in
            Event.seizure(
                .reported(
                    SeizureReported(
                        source: "unodc-ids", region: "", subregion: "", country: "KGZ", administrativeDivision: "",
                        place: "place \(n)", drug: "opium", quantity: Quantity(amount: "1", unit: "kg"),
                        hidingPlace: "",
                        installation: "", transport: "", producingCountry: "", departureCountry: "",
                        destinationCountry: "",
                        routing: "")))
        }
        for n in 1...300 { log.begin(.seizures, report(n), minutesAgo: 2) }
        var state = Sample.state(width: 120, height: 40)
        _ = state.handle(.moved(log.board, new: Array(log.entries.dropFirst(before))))
        #expect(state.items(of: .latest).count == before + 1)
        #expect(state.render().plainLines().contains { $0.contains("300 seizure records, #20–#319") })
        #expect(state.recent.count == before + 2)
    }

    @Test func anAlertFromTheShelfSaysSo() {
        var state = Sample.state()
        let later = SampleLog.night + .minutes(240)
        _ = state.handle(.tick(now: later, real: later))
        let needs = state.board.needs(at: later).map { state.catalogue.text($0.message(state.face, now: later)) }
        #expect(needs.contains { $0.contains("0003 BACK FROM THE SHELF since 08:00") })
    }

    @Test func aDayAloneIsShownAsItEnded() {
        var state = Sample.state()
        let effects = Sample.run("at 16 Oct", on: &state)
        guard case .review(let instant) = effects.first else {
            Issue.record("no review: \(effects)")
            return
        }
        #expect(state.face.stamp(instant) == "16 Oct 23:59 +05")
        #expect(state.notice.map { state.catalogue.text($0.message) }?.contains("16 Oct 23:59 +05") == true)
        #expect(Sample.run("at 17 Oct", on: &state).contains(.review(SampleLog.night)), "never after now")
        #expect(Sample.run("at nonsense", on: &state).isEmpty)
    }

    @Test func aSearchHitSaysInWhichFieldItLies() {
        let log = SampleLog.busyNight
        var state = Sample.state(log, width: 120, height: 40)
        _ = Sample.type([.character("7"), .character("/")] + Sample.text("fotehobod") + [.enter], into: &state)
        let hits = log.entries.filter { state.filter.matches($0) }
        _ = state.handle(.found(hits, searchedTo: 0, generation: state.log.generation, isLast: true))
        #expect(state.items(of: .records).count == 1)
        #expect(state.foundPlaces(in: hits[0]) == "", "the row shows it")
        #expect(
            EntryFilter("2026-1 khujand").places(in: log.entries[2], shown: "leg 1") == [
                FoundPlace(field: "entry", value: "Khujand")
            ])
        #expect(EntryFilter("state:tjk").places(in: log.entries[2], shown: "leg 1").first?.value == "TJK")
        #expect(EntryFilter("!khujand").places(in: log.entries[2], shown: "leg 1").isEmpty)
    }

    @Test func theRawRecordScrollsInALowWindow() {
        var state = Sample.state(width: 60, height: 16)
        _ = Sample.type([.character("7"), .character("r")], into: &state)
        let text = String(repeating: "0123456789", count: 120) + "END"
        _ = state.handle(.raw(15, text: text, isSound: true))
        #expect(!state.render().plainLines().joined().contains("END"))
        #expect(state.render().plainLines().joined().contains("lines 1–"))
        _ = Sample.type([.character("G")], into: &state)
        #expect(state.render().plainLines().joined().contains("END"))
        let last = state.log.rawFirst
        _ = Sample.type([.character("j")], into: &state)
        #expect(state.log.rawFirst == last)
        _ = Sample.type([.character("k"), .pageUp, .character("g")], into: &state)
        #expect(state.log.rawFirst == 0)
        _ = Sample.type([.escape], into: &state)
        #expect(state.overlay == nil)
    }
}
