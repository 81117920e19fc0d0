import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// The page of a delivery as an officer meets it at 04:12, and what lies behind it.
@Suite struct DeliveryPageTests {
    static let name = SubjectName("CD-2026-001")!

    static func state(
        _ log: SampleLog = .deliveryNight, width: Int = 80, height: Int = 24, catalogue: Catalogue = .english
    ) -> AppState {
        var state = Sample.state(log, width: width, height: height, catalogue: catalogue)
        Sample.carryOut(state.start(at: .subject(name)), in: &state, log: log)
        return state
    }

    static func lines(_ state: AppState) -> [String] { state.render().plainLines() }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (200, 60)], ["en", "ru", "zh"])
    func looksAsAgreed(_ size: (Int, Int), _ language: String) throws {
        let catalogue = language == "en" ? Catalogue.english : try Catalogue.load(Language(rawValue: language)!)
        let state = Self.state(width: size.0, height: size.1, catalogue: catalogue)
        let name = "delivery-now-\(language)-\(size.0)x\(size.1)"
        #expect(Snapshot.difference(Self.lines(state), name: name, folder: Snapshot.folder(of: #filePath)) == nil)
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40)])
    func inTroubleItSaysWhatIsWrongAndWhomToCall(_ size: (Int, Int)) {
        let state = Self.state(.deliveryTrouble, width: size.0, height: size.1)
        let lines = Self.lines(state)
        let name = "delivery-trouble-\(size.0)x\(size.1)"
        #expect(Snapshot.difference(lines, name: name, folder: Snapshot.folder(of: #filePath)) == nil)
        let all = lines.joined(separator: "\n")
        for word in ["STOP REPORTED", "NOBODY", "KAZ desk", "UZB Customs"] { #expect(all.contains(word), "\(word)") }
    }

    @Test func everyTabIsReachedByTheTabKeyAndSaysSomething() {
        var state = Self.state(width: 100, height: 30)
        var all: [String] = []
        for panel in PanelID.ofDelivery {
            #expect(state.focusedPanel == panel)
            let lines = Self.lines(state)
            #expect(lines[4].contains("[\(state.catalogue.text(panel.tab))]"), "\(lines[4])")
            if panel.isOfDelivery { #expect(!state.deliveryLines(panel).isEmpty, "\(panel)") }
            all +=
                ["== \(panel.rawValue)"]
                + state.deliveryLines(panel).map { line in
                    line.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
                }
            _ = Sample.type([.tab], into: &state, log: .deliveryNight)
        }
        #expect(state.focusedPanel == .now, "round again")
        #expect(Snapshot.difference(all, name: "delivery-tabs", folder: Snapshot.folder(of: #filePath)) == nil)
    }

    @Test func enterOnABandOpensTheTabThatTellsMore() {
        var state = Self.state()
        let row = state.deliveryLines(.now).firstIndex { $0.first?.text == "Holds it" } ?? 0
        _ = Sample.type(Array(repeating: .down, count: row) + [.enter], into: &state, log: .deliveryNight)
        #expect(state.focusedPanel == .custody)
        _ = Sample.type([.escape], into: &state, log: .deliveryNight)
        #expect(state.screen == .board || state.focusedPanel == .now)
    }

    @Test(arguments: [(60, 16), (72, 18), (80, 24), (110, 30), (120, 40), (160, 50), (200, 60)])
    func whatMattersIsNeverCutOff(_ size: (Int, Int)) {
        let state = Self.state(width: size.0, height: size.1)
        let all = Self.lines(state).joined(separator: "\n")
        for word in ["UZB Customs", "Yallama", "SHORT", "UZB desk", "04:"] {
            #expect(all.contains(word), "\(word) \(size)")
        }
        for line in Self.lines(state).dropLast(2) { #expect(SafeText(line).width <= size.0) }
    }

    @Test func whatHasNoRoomIsCounted() {
        let small = Self.state(width: 60, height: 16)
        #expect(small.hiddenNowLines > 0)
        #expect(Self.lines(small)[4].contains("+\(small.hiddenNowLines) more"))
        #expect(Self.state(width: 80, height: 90).hiddenNowLines == 0)
    }

    @Test func aLegInAnotherZoneShowsItsOffset() {
        var state = Self.state(width: 120, height: 40)
        #expect(Self.lines(state).contains { $0.contains("> Samara (+04)") })
        _ = Sample.run("zone Samara", on: &state, log: .deliveryNight)
        let lines = Self.lines(state)
        #expect(!lines.contains { $0.contains("Samara (+04)") })
        #expect(lines.contains { $0.contains("Yallama (+05)") })
        #expect(Zone.at("Mashtakovo", in: "RUS") == nil, "Russia has eleven zones")
    }

    @Test func theRowOfTheBoardSaysWhoHoldsItAndWhatIsShort() {
        var state = Sample.state(.deliveryNight, width: 120, height: 40)
        let row = Self.lines(state).first { $0.contains("heroin 38.4 kg") && $0.contains("UZB Customs") }
        #expect(row?.contains("SHORT 20min") == true)
        state = Sample.state(.deliveryNight, width: 240, height: 60)
        #expect(
            Self.lines(state).contains { $0.contains("TJK Khujand ===== Fotehobod") && $0.contains("NOBODY 19min") })
        state = Sample.state(.deliveryTrouble, width: 80, height: 24)
        #expect(Self.lines(state).contains { $0.contains("NOBODY") && $0.contains("STOP REPORTED") })
    }

    @Test func silenceByPlanIsNoSilence() {
        var log = SampleLog.deliveryNight
        let leg = LegPlanned(
            number: 2, state: "UZB", entry: "Oybek", exit: "Yallama", from: SampleLog.night - .minutes(300),
            until: SampleLog.night + .minutes(18), reportEvery: 5, quietUntil: SampleLog.night + .minutes(60))
        log.add(.delivery(.legPlanned(leg)), to: Self.name, minutesAgo: 0)
        let quiet = Self.lines(Self.state(log)).joined(separator: "\n")
        #expect(quiet.contains("quiet by plan until 05:12") && !quiet.contains("SILENT"))
        var state = Self.state(.deliveryNight)
        let later = SampleLog.night + .minutes(40)
        _ = state.handle(.tick(now: later, real: later))
        let silent = Self.lines(state).joined(separator: "\n")
        #expect(silent.contains("OVERDUE 16min") && silent.contains("now 04:39"), "\(silent)")
        #expect(silent.contains("46min"), "the last known position ages")
    }

    @Test func aProtectedDeliveryShowsNothingOfItself() {
        var state = Self.state()
        state.session = .signedOff
        #expect(state.deliveryLines(.now).isEmpty && state.panels == [.timeline, .facts])
    }
}
