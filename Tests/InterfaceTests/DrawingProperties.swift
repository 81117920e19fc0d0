import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct DrawingProperties {
    @Test func everySizeFromOneToLargeDrawsAndKeepsTheCursorInside() {
        for (width, height) in [
            (0, 0), (1, 1), (5, 40), (59, 16), (60, 15), (61, 17), (79, 23), (110, 30), (300, 100), (500, 500),
        ] {
            for keys in [
                [], [Key.enter], [.character("7")], [.character("?")], [.tab, .character("s")], [.character(":")],
            ] as [[Key]] {
                var state = Sample.state()
                _ = state.handle(.resized(width: width, height: height))
                _ = Sample.type(keys, into: &state)
                let canvas = state.render()
                #expect(canvas.width == width && canvas.height == height)
                if let cursor = canvas.cursor, width > 0, height > 0 {
                    #expect(
                        cursor.row >= 0 && cursor.row < height && cursor.column >= 0 && cursor.column <= width,
                        "\(width)x\(height) \(keys)")
                }
            }
        }
    }

    /// Text from outside in every field of every screen: nothing of it may act, and everything of it must be seen as text.
    @Test func hostileTextNeverReachesTheCanvasRaw() {
        let hostile = [
            "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31m\u{9D}52;c;AAAA\u{9C}", "a\rb\u{08}\u{08}c",
            "\u{202E}gnp.exe\u{2066}", "\u{200B}\u{FEFF}\u{E0041}",
            "\u{1B}P+q544e\u{1B}\\", "e" + String(repeating: "\u{0301}", count: 500), "\u{0}\u{7F}\u{85}\u{2028}x",
            "👩‍👩‍👧‍👦 family 漢字",
        ]
        for text in hostile {
            let log = Self.log(with: text)
            for keys in [
                [], [Key.enter], [.tab, .enter], [.character("7")], [.character("7"), .character("r")],
                [.character("5")], [.character("2")], [.tab, .character("s")],
            ] as [[Key]] {
                for (width, height) in [(60, 16), (80, 24), (120, 40)] {
                    var state = Sample.state(log, width: width, height: height)
                    _ = Sample.type(keys, into: &state, log: log)
                    Self.expectClean(state.render(), remark: "\(text.debugDescription) \(keys)")
                }
            }
        }
    }

    static func expectClean(_ canvas: Canvas, remark: String) {
        let forbidden = canvas.plainLines().joined().unicodeScalars.first { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0x200B || scalar.value == 0xFEFF
                || (0xE0000...0xE0FFF).contains(scalar.value)
        }
        let isClean = forbidden == nil
        #expect(isClean, "U+\(String(forbidden?.value ?? 0, radix: 16)) from \(remark)")
    }

    static func log(with text: String) -> SampleLog {
        var log = SampleLog()
        let watch = log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: text, until: SampleLog.night + .hours(1), relief: text))),
            minutesAgo: 60)
        log.add(.shift(.noted(ShiftNoted(text: text))), to: watch, minutesAgo: 50, actor: text)
        let truck = log.begin(
            .deliveries,
            .delivery(
                .opened(DeliveryOpened(priority: 1, goods: text, method: .intact, conveyance: text, initiator: text))),
            minutesAgo: 40)
        log.add(
            .delivery(
                .legPlanned(
                    LegPlanned(
                        number: 1, state: text, entry: text, exit: text, from: SampleLog.night - .hours(1),
                        until: SampleLog.night + .hours(1), reportEvery: 10))), to: truck, minutesAgo: 39)
        log.add(
            .delivery(.reportReceived(ReportReceived(from: text, text: text, place: text, leg: 1))), to: truck,
            minutesAgo: 38)
        let alert = log.begin(
            .alerts,
            .alert(
                .raised(
                    AlertRaised(
                        priority: 1, message: .warning, headline: text, source: text, place: text, substance: text))),
            minutesAgo: 30)
        log.add(.alert(.noted(AlertNoted(text: text))), to: alert, minutesAgo: 20, actor: text)
        log.add(
            .unknown(UnknownEvent(kind: "newKind", version: 9, body: JSONObject())), to: alert, minutesAgo: 10,
            actor: text)
        return log
    }
}
