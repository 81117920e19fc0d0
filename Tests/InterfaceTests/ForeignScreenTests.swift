import Foundation
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// No English is left on a Russian or Chinese screen: only codes, keys, commands, units and what people typed.
@Suite struct ForeignScreenTests {
    /// Key names, zones and marks that every language prints as they are.
    static let everywhere: Set<String> = [
        "Enter", "Esc", "Tab", "Shift", "Alt", "Space", "Ins", "Del", "Home", "End", "PgUp", "PgDn", "Up", "Down",
        "Left",
        "Right", "Backspace", "UTC", "CSV", "ISO", "ASCII", "Almaty", "SIM", "fg", "auto",
        // A name of a delivery whose number a box hides.
        "CD-2026",
    ]

    @Test(arguments: [("ru", "Груз яблок"), ("zh", "苹果货物")])
    func noEnglishIsLeft(_ code: String, _ words: String) throws {
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        let log = Self.log(saying: words)
        let keys: [[Key]] = [
            [], [.character("?")], [.character("?"), .pageDown], [.character("?"), .pageDown, .pageDown],
            [.character("i")], [.character("x")], [.character("u")], [.character("/")], [.character("=")],
        ]
        for screen in FocusTests.screens {
            for size in FocusTests.sizes {
                for presses in keys {
                    var state = FocusTests.state(screen, log, size, catalogue)
                    for key in presses { _ = state.handle(.key(key)) }
                    for line in state.render().plainLines() {
                        let left = Self.english(in: line)
                        #expect(left.isEmpty, "\(screen) \(size) \(presses): \(left) in \(line)")
                    }
                }
            }
        }
    }

    @Test(arguments: ["ru", "zh"]) func noEnglishIsLeftInPlainLines(_ code: String) throws {
        let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
        let log = Self.log(saying: code == "ru" ? "Груз яблок" : "苹果货物")
        var talk = LineTalk(log, catalogue: catalogue)
        for line in [
            "board", "alerts", "1", "where", "read", "open 1", "next", "deliveries", "open 1", "back", "log", "watch",
            "note", "?", ".", "", "quiet", "talk", "mute", "zone utc",
        ] {
            talk.say(line)
        }
        for line in talk.transcript where !line.contains("> ") {
            #expect(Self.english(in: line).isEmpty, "\(Self.english(in: line)) in \(line)")
        }
    }

    /// Changing the language changes every screen at once, and back again.
    @Test func theLanguageChangesAsTheProgramRuns() throws {
        for screen in FocusTests.screens {
            var state = FocusTests.state(screen, .busyNight, (120, 40))
            let english = state.render()
            for code in ["ru", "zh"] {
                let catalogue = try Catalogue.load(try #require(Language(rawValue: code)))
                _ = state.handle(.language(catalogue))
                let fresh = FocusTests.state(screen, .busyNight, (120, 40), catalogue)
                #expect(state.render().plainLines() == fresh.render().plainLines(), "\(screen) \(code)")
            }
            _ = state.handle(.language(.english))
            #expect(state.render().plainLines() == english.plainLines())
        }
    }

    /// Plurals in sentences as they are drawn: 1, 2 to 4, 5 and more, and the teens.
    @Test func russianCountsAreInTheirForms() throws {
        let russian = try Catalogue.load(.ru)
        for (count, word) in [
            (1, "1 оповещение"), (2, "2 оповещения"), (5, "5 оповещений"), (11, "11 оповещений"), (12, "12 оповещений"),
            (14, "14 оповещений"), (21, "21 оповещение"), (22, "22 оповещения"), (25, "25 оповещений"),
        ] {
            var log = SampleLog()
            log.begin(
                .shifts, .shift(.started(ShiftStarted(officer: "Я", until: SampleLog.night + .hours(9)))), minutesAgo: 1
            )
            for _ in 0..<count {
                let raised = AlertRaised(priority: 4, message: .information, headline: "х", source: "UZB")
                let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 5)
                log.add(.alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 4)
            }
            let state = Sample.state(log, width: 80, height: 24, catalogue: russian)
            #expect(state.render().plainLines()[3].contains(word), "\(state.render().plainLines()[3])")
            var talk = LineTalk(log, catalogue: russian)
            let said = talk.say("board").joined(separator: " ")
            #expect(said.contains("ПОСТАВКИ"))
            #expect(talk.session.state.catalogue.text(talk.session.state.figuresSentence).contains(word))
        }
    }

    /// Latin words that are no code of a State, no subject, no command, no key and no unit.
    static func english(in line: String) -> [String] {
        line.matches(of: /[:#«“"^\/]?[A-Za-z][A-Za-z0-9\-_]*/).map { String($0.0) }.filter { word in
            if word.hasPrefix(":") || word.hasPrefix("^") { return false }
            let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: "#«“\"/-"))
            if everywhere.contains(bare) || Command.named(bare) != nil { return false }
            if bare.wholeMatch(of: /X?[A-Z]{2}-\d{4}-\d+|[A-Z]{2,3}|[FP]\d+|x\d*|[kgm]|kg|[a-zA-Z]|P/) != nil {
                return false
            }
            // A command's name that was cut.
            return !Command.all.contains { $0.name.hasPrefix(bare) && bare.count > 2 }
        }
    }

    static func log(saying words: String) -> SampleLog {
        var log = SampleLog()
        let night = SampleLog.night
        log.begin(
            .shifts, .shift(.started(ShiftStarted(officer: words, until: night + .hours(3), relief: words))),
            minutesAgo: 60, actor: words)
        let truck = log.begin(
            .deliveries,
            .delivery(
                .opened(DeliveryOpened(priority: 1, goods: words, method: .intact, conveyance: words, initiator: "TJK"))
            ),
            minutesAgo: 50, actor: words)
        for number in 1...3 {
            log.add(
                .delivery(
                    .legPlanned(
                        LegPlanned(
                            number: number, state: "UZB", entry: words, exit: words, from: night - .hours(2),
                            until: night + .hours(1), reportEvery: 10))), to: truck, minutesAgo: 49, actor: words)
        }
        log.add(
            .delivery(
                .reportReceived(
                    ReportReceived(from: words, text: words, place: words, leg: 2, exitEstimate: night + .hours(2)))),
            to: truck, minutesAgo: 30, happened: 40, actor: words)
        for (priority, kind) in zip(1..., MessageKind.allCases.prefix(4)) {
            let name = log.begin(
                .alerts,
                .alert(
                    .raised(
                        AlertRaised(
                            priority: priority, message: kind, headline: words, source: "UZB", place: words,
                            due: night + .minutes(90), near: truck))), minutesAgo: 20, actor: words)
            if priority == 2 {
                log.add(.alert(.acknowledged(AlertAcknowledged())), to: name, minutesAgo: 9, actor: words)
            }
            if priority == 3 {
                log.add(
                    .alert(.shelved(AlertShelved(until: night + .hours(1), reason: words))), to: name, minutesAgo: 9,
                    actor: words)
            }
            if priority == 4 {
                log.add(.alert(.closed(AlertClosed(disposition: .passedOn))), to: name, minutesAgo: 9, actor: words)
            }
        }
        return log
    }
}
