import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// A hunt for words that visitors must not see: every text of every kind of event is a marker, and none is in any frame.
@Suite struct VisitorTests {
    static let catalogues = [Catalogue.english] + [Language.ru, .zh].compactMap { try? Catalogue.load($0) }

    static func expectNone(_ text: String, _ place: String) {
        #expect(!text.contains(MarkedLog.sign), "\(place):\n\(text)")
    }

    @Test(arguments: [(60, 16), (80, 24), (120, 40), (240, 70)], [false, true])
    func noFrameOfAnyScreenHasAMarker(size: (Int, Int), isExercise: Bool) {
        let log = MarkedLog.make(isExercise: isExercise)
        for catalogue in size.0 == 80 ? Self.catalogues : [.english] {
            var desk = VisitorDesk(log, width: size.0, height: size.1, catalogue: catalogue)
            #expect(desk.text.contains(MarkedLog.sign), "without visitors the markers are there")
            desk.press(.character("V"))
            #expect(desk.state.isVisitor)
            for screen in ["board", "alerts", "deliveries", "watch", "handover", "log"] {
                desk.run(screen)
                for layout in screen == "board" ? ["one", "two", "four", "wall", "auto"] : ["auto"] {
                    desk.run("layout \(layout)")
                    for panel in desk.state.panels {
                        Self.expectNone(desk.text, "\(screen) \(layout) \(panel) \(catalogue.language.rawValue)")
                        let word = catalogue.text("VISITOR")
                        #expect(desk.lines[0].contains(word), "\(desk.lines[0])")
                        for key in [Key.enter, .end, .function(3)] {
                            desk.press(key)
                            Self.expectNone(desk.text, "\(key) on \(panel) of \(screen)")
                        }
                        desk.press(.tab)
                    }
                }
            }
        }
    }

    /// Whatever anybody asks for while visitors are here, no word comes.
    @Test func noCommandShowsAMarker() {
        let log = MarkedLog.make()
        for command in Command.all where command.name != "visitor" {
            for argument in ["", "0002"] {
                var desk = VisitorDesk(log, width: 120, height: 40)
                desk.press(.function(12))
                desk.run("\(command.name) \(argument)")
                Self.expectNone(desk.text, "\(command.name) \(argument)")
                for key in [Key.up, .character("o"), .tab, .control("y"), .down] {
                    desk.press(key)
                    Self.expectNone(desk.text, "\(key) after \(command.name) \(argument)")
                }
            }
        }
    }

    @Test func completionAndSearchOfferNoMarker() {
        var desk = VisitorDesk(MarkedLog.make(), width: 120, height: 40)
        desk.press(.character("V"), .character(":"))
        for character in "find place:" { desk.press(.character(character)) }
        Self.expectNone(desk.text, "places")
        desk.press(.escape, .character("/"))
        for character in "who:" { desk.press(.character(character)) }
        Self.expectNone(desk.text, "people")
        desk.press(.right)
        Self.expectNone(desk.text, "a person")
    }

    /// What was typed, copied, filtered and told before is not there in front of visitors, and comes back with them gone.
    @Test func nothingOfBeforeStays() {
        var desk = VisitorDesk(MarkedLog.make(), width: 120, height: 40)
        desk.run("nonsense \(MarkedLog.sign)1")
        desk.press(.escape)
        desk.state.clipboard = "\(MarkedLog.sign)2"
        desk.state.looks.subset = .mine
        desk.state.looks.viewName = "\(MarkedLog.sign)3"
        desk.run("alerts")
        desk.run("find \(MarkedLog.sign)")
        desk.take(.told("see \("\(MarkedLog.sign)4")"))
        desk.press(.character("V"))
        Self.expectNone(desk.text, "at once")
        desk.press(.character(":"), .up)
        Self.expectNone(desk.text, "history")
        desk.press(.control("y"))
        Self.expectNone(desk.text, "paste")
        desk.press(.escape, .escape, .character("/"), .up, .control("y"))
        Self.expectNone(desk.text, "filters of before")
        desk.press(.escape)
        desk.take(.failed(.verbatim("\(MarkedLog.sign)5")))
        Self.expectNone(desk.text, "a fault")
        desk.take(.notSaved("\("\(MarkedLog.sign)6") wrote first"))
        Self.expectNone(desk.text, "a conflict")
        desk.take(.obstacle("\("/home/\(MarkedLog.sign)7") is full"))
        Self.expectNone(desk.text, "an obstacle")
        #expect(desk.text.contains("STALE"), "that something is wrong is said")
        desk.press(.character("V"))
        #expect(!desk.state.isVisitor && desk.text.contains(MarkedLog.sign))
    }

    /// Between the key and the veil nothing of the log is drawn, whatever comes in.
    @Test func nothingIsShownUntilTheVeilHasFallen() {
        let log = MarkedLog.make()
        var state = VisitorDesk(log).state
        #expect(state.handle(.key(.character("V"))).contains { if case .veil = $0 { true } else { false } })
        Self.expectNone(state.render().plainLines(ascii: false).joined(), "at once")
        _ = state.handle(.moved(log.board, new: log.entries))
        _ = state.handle(.logPage(from: 0, entries: log.entries))
        _ = state.handle(.history(log.entries[9].subject, log.history(of: log.entries[9].subject)))
        let lines = state.render().plainLines(ascii: false)
        Self.expectNone(lines.joined(), "answers of before")
        #expect(lines[0].contains("VISITOR"))
        #expect(state.recent.isEmpty && state.histories.isEmpty && state.board.alerts.isEmpty)
    }

    @Test func aNameHasOnePseudonymOnAllScreensAndAfterARestart() throws {
        var desk = VisitorDesk(.busyNight, width: 200, height: 60)
        desk.press(.character("V"))
        let person = VisitorDesk.veil(desk.state.veilWords).name("Sagynbaeva A.K.", .person)
        #expect(person.hasPrefix("Person "))
        for screen in ["board", "alerts", "watch"] {
            desk.run(screen)
            #expect(desk.text.contains(person), "\(screen)")
        }
        desk.run("language ru")
        let sign = try #require(person.split(separator: " ").last)
        #expect(desk.text.contains("Лицо \(sign)"), "the sign stays, the word is translated")
        var anew = VisitorDesk(.busyNight, width: 200, height: 60)
        anew.press(.function(12))
        #expect(anew.text.contains(person))
    }

    @Test func ageAndCountStayAndActsWithoutWordsWork() {
        var open = VisitorDesk(.busyNight, width: 120, height: 40)
        var desk = VisitorDesk(.busyNight, width: 120, height: 40)
        desk.press(.character("V"))
        for minutes in [0, 40, 240] as [Int64] {
            let now = SampleLog.night + .minutes(minutes)
            open.take(.tick(now: now, real: now))
            desk.take(.tick(now: now, real: now))
            #expect(open.lines[1].prefix(24) == desk.lines[1].prefix(24))
            #expect(open.state.title(of: .alerts).leads == desk.state.title(of: .alerts).leads)
            #expect(open.state.items(of: .agenda).count == desk.state.items(of: .agenda).count)
        }
        desk.press(.tab)
        let effects = desk.take(.key(.character("a")))
        #expect(effects.contains { $0.isAppend }, "an alert can be taken")
        #expect(desk.take(.key(.character("e"))).isEmpty)
        #expect(desk.state.overlay == nil, "what would be written in words is stopped, for it would show and keep them")
        #expect(desk.text.contains("Not while visitors are here"))
    }

    @Test func codesAreFilteredAndWordsAreNot() {
        var desk = VisitorDesk(.busyNight, width: 120, height: 40)
        desk.press(.character("V"))
        desk.run("alerts")
        desk.run("find p:1")
        #expect(desk.state.items(of: .alerts).count == 1)
        desk.run("find malik")
        #expect(desk.text.contains("only codes"))
        #expect(desk.state.filters[.alerts] == nil)
        desk.press(.character("/"), .character("m"), .enter)
        #expect(desk.text.contains("only codes"), "the line with words cannot be left")
    }

    @Test func thePastIsVeiledToo() {
        var desk = VisitorDesk(MarkedLog.make())
        desk.take(.reviewing(desk.log.board, at: SampleLog.night))
        let effects = desk.take(.key(.character("V")))
        #expect(effects.contains(.review(SampleLog.night)), "the same past is asked for again, behind the veil")
        Self.expectNone(desk.text, "review")
    }

    @Test func plainLinesSayNoMarker() {
        for catalogue in Self.catalogues {
            var talk = LineTalk(MarkedLog.make(), catalogue: catalogue)
            talk.say("alerts")
            talk.say("visitor")
            let words = [
                "again", "more", "board", "more", "alerts", "deliveries", "watch", "log", "now", "next", "where",
                "read",
                "open 1", "1", "read", "raw", "copy", "note x", "find Zq", "help", "", "again", "news", "unseen",
            ]
            let start = talk.transcript.count
            for word in words { talk.say(word) }
            let said = talk.transcript[start...].filter { !$0.contains("> ") }.joined(separator: "\n")
            Self.expectNone(said, catalogue.language.rawValue)
        }
    }
}
