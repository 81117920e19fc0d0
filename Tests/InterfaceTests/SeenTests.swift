import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// What is new to one officer, and what makes it seen.
struct SeenDesk {
    var log = SampleLog.busyNight
    var state: AppState
    var real = SampleLog.night
    private(set) var kept: [Seen] = []

    init(
        officer: String = "a.orazov", text: String? = nil, log: SampleLog = .busyNight, width: Int = 120,
        height: Int = 40
    ) {
        self.log = log
        state = AppState(
            board: log.board, recent: log.entries, now: SampleLog.night, real: SampleLog.night, width: width,
            height: height, officer: officer)
        carryOut(state.start())
        take(.seen(text, size: Int64(log.entries.count)))
    }

    mutating func take(_ input: Input) { carryOut(state.handle(input, at: real)) }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in Sample.carryOut(effects, in: &state, log: log) {
            if case .keepSeen(let seen) = effect { kept.append(seen) }
        }
    }

    mutating func press(_ keys: Key...) { for key in keys { take(.key(key)) } }

    mutating func run(_ line: String) {
        press(.character(":"))
        for character in line { press(.character(character)) }
        press(.enter)
    }

    mutating func wait(_ span: Span) {
        real = real + span
        take(.tick(now: real, real: real))
    }

    /// Somebody writes.
    @discardableResult
    mutating func raise(_ headline: String, priority: Int = 1, by actor: String = "sagynbaeva") -> SubjectName {
        let raised = AlertRaised(priority: priority, message: .warning, headline: headline, source: "UZB")
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 0, actor: actor)
        take(.moved(log.board, new: [log.entries.last!]))
        return name
    }

    var text: String { state.render().plainLines(ascii: false).joined(separator: "\n") }
    var marked: [String] { state.render().plainLines(ascii: false).filter { $0.dropFirst().first == "|" } }
}

@Suite struct SeenTests {
    @Test func whoBeginsHasNothingToCatchUpWith() {
        var desk = SeenDesk()
        #expect(desk.marked.isEmpty && desk.state.unseenEntries.isEmpty)
        desk.wait(.hours(1))
        #expect(!desk.text.contains(" new since "))
    }

    /// Drawn in an empty room is not seen; the first key only says who is back; a key after a look makes it seen.
    @Test func aRowIsSeenByAKeyAfterALookAndNotBefore() {
        var desk = SeenDesk()
        desk.press(.tab)
        desk.raise("first new")
        #expect(desk.text.contains("1 new"))
        #expect(desk.marked.contains { $0.contains("first new") })
        desk.wait(.minutes(30))
        #expect(desk.text.contains("1 new since 04:12"), "\(desk.text)")
        desk.press(.character("j"))
        #expect(!desk.marked.isEmpty, "the key of the return is not a look")
        #expect(desk.text.contains("1 new since 04:12"), "how long they were away stays")
        desk.press(.character("k"))
        #expect(!desk.marked.isEmpty, "nobody reads in no time")
        desk.wait(.seconds(3))
        #expect(!desk.marked.isEmpty, "time alone is no look")
        desk.press(.character("j"))
        #expect(desk.state.unseenEntries.isEmpty && !desk.text.contains("new since"))
        #expect(!desk.marked.contains { $0.contains("0005") })
    }

    @Test func ownEntriesAreNeverNew() {
        var desk = SeenDesk()
        let own = desk.raise("written here", by: "a.orazov")
        desk.wait(.minutes(5))
        #expect(desk.marked.isEmpty && desk.state.unseenEntries.isEmpty && !desk.text.contains("new since"))
        // What somebody else adds to it is.
        desk.log.add(.alert(.noted(AlertNoted(text: "called back"))), to: own, minutesAgo: 0, actor: "sagynbaeva")
        desk.take(.moved(desk.log.board, new: [desk.log.entries.last!]))
        #expect(desk.state.unseenEntries.map(\.subject) == [own])
    }

    @Test func twoOfficersHaveTwoMarksOnOneLog() throws {
        var first = SeenDesk(officer: "a.orazov")
        first.raise("for both")
        var second = SeenDesk(
            officer: "b.ermekov", text: Seen(size: Int64(first.log.entries.count - 1)).text, log: first.log)
        #expect(first.state.unseenEntries.count == 1 && second.state.unseenEntries.count == 1)
        second.run("all-seen")
        #expect(second.state.unseenEntries.isEmpty && second.marked.isEmpty)
        #expect(first.state.unseenEntries.count == 1)
        let kept = try #require(second.kept.last)
        let again = SeenDesk(officer: "b.ermekov", text: kept.text, log: first.log)
        #expect(again.state.unseenEntries.isEmpty, "a restart keeps what was seen")
        let late = SeenDesk(officer: "a.orazov", text: first.state.seen?.text, log: first.log)
        #expect(late.state.unseenEntries.count == 1, "and what was not")
        #expect(late.text.contains("1 new since"), "it is said at once")
    }

    @Test func marksAreKeptOnceAMinuteAndOnlyWhenTheyChanged() {
        var desk = SeenDesk()
        desk.wait(.minutes(2))
        let before = desk.kept.count
        desk.wait(.minutes(2))
        #expect(desk.kept.count == before, "nothing changed")
        desk.press(.character("j"))
        desk.wait(.seconds(90))
        #expect(desk.kept.count == before + 1)
    }

    /// By the sequence, and by the key that needs no sequence, on a Russian keyboard as well.
    @Test(arguments: [[Key.character("g"), .character("u")], [.character("U")], [.character("п"), .character("г")]])
    func aKeyGoesToWhatIsNewFromPanelToPanel(keys: [Key]) {
        var desk = SeenDesk()
        let alert = desk.raise("to be found", priority: 4)
        desk.wait(.minutes(3))
        for key in keys { desk.press(key) }
        #expect(desk.state.selectedSubject == alert && desk.state.focusedPanel == .alerts)
        for key in keys { desk.press(key) }
        #expect(desk.state.focusedPanel == .latest && desk.state.selectedSubject == alert)
        desk.run("all-seen")
        for key in keys { desk.press(key) }
        #expect(desk.text.contains("Nothing is new"))
    }

    /// A record without a row on the screen is found in the log.
    @Test func whatIsOnNoPanelIsFoundInTheLog() {
        var desk = SeenDesk(width: 80, height: 24)
        let name = desk.raise("closed at once")
        desk.log.add(.alert(.closed(AlertClosed(disposition: .handled))), to: name, minutesAgo: 0, actor: "sagynbaeva")
        desk.take(.moved(desk.log.board, new: [desk.log.entries.last!]))
        desk.run("unseen")
        #expect(desk.state.screen == .log && desk.state.selectedEntry == Int64(desk.log.entries.count - 2))
        desk.wait(.seconds(5))
        desk.press(.character("j"))
        #expect(desk.state.unseenEntries.isEmpty)
    }

    @Test func theListReadsOldestFirstAndIsReadByLeavingIt() {
        var desk = SeenDesk()
        desk.raise("older news")
        desk.raise("newer news", priority: 3)
        desk.run("news")
        let lines = desk.text.split(separator: "\n").map(String.init)
        let places = ["older news", "newer news"].map { word in
            lines.lastIndex { $0.contains(word) && $0.contains("#") } ?? -1
        }
        #expect(places[0] > 0 && places[0] < places[1], "\(desk.text)")
        #expect(desk.text.contains("While you did not look"))
        desk.press(.escape)
        #expect(desk.state.unseenEntries.isEmpty)
        #expect(desk.marked.contains { $0.contains("older news") }, "its panel has not shown it yet")
    }

    @Test func thePastAndVisitorsChangeNothing() {
        var desk = SeenDesk()
        desk.raise("before the past")
        let before = desk.state.seen?.marks
        desk.take(.reviewing(desk.log.board, at: SampleLog.night - .hours(1)))
        #expect(desk.marked.isEmpty)
        desk.wait(.seconds(5))
        desk.press(.character("j"))
        desk.wait(.seconds(5))
        desk.press(.character("j"))
        desk.take(.reviewEnded)
        #expect(desk.state.seen?.marks == before && desk.marked.contains { $0.contains("before the past") })
        desk.press(.character("V"))
        desk.wait(.seconds(5))
        desk.press(.character("j"), .character("k"))
        #expect(desk.state.seen?.marks == before)
    }

    /// A mark stands in a column that is always there: rows stay where they are, with it and without it.
    @Test(arguments: [(60, 16), (80, 24), (120, 40), (240, 70)])
    func marksNeverMoveARow(size: (Int, Int)) {
        var desk = SeenDesk(width: size.0, height: size.1)
        for number in 1...4 { desk.raise("news \(number)", priority: number) }
        let new = desk.state.render().plainLines(ascii: true)
        #expect(new.contains { $0.dropFirst().first == "|" })
        desk.state.seen = Seen(size: Int64(desk.log.entries.count))
        let old = desk.state.render().plainLines(ascii: true)
        for (line, before) in zip(new, old) where !line.contains(" new") {
            let blanked = line.enumerated().map { place, character in
                character == "|" && Array(before)[safe: place] == " " ? " " : String(character)
            }.joined()
            #expect(blanked.trimmingBlanks == before.trimmingBlanks)
        }
    }

    @Test func marksAreTextThatIsReadBackOrNotAtAll() throws {
        var seen = Seen(size: 40)
        seen.insert(44, in: .alerts)
        (seen.lastKey, seen.lastKeyOnBoard) = (SampleLog.night, SampleLog.night - .hours(1))
        #expect(Seen(seen.text, size: 50) == seen)
        #expect(Seen(seen.text, size: 42)?.marks[.alerts]?.beyond == [], "a record that is not there was not seen")
        #expect(Seen(seen.text, size: 10)?.marks[.latest]?.upTo == 9)
        for text in [
            "", "caricc seen 2\n", "caricc seen 1\nalerts x\n", "\u{1}", "caricc seen 1\nalerts 99999999999999999999",
        ] {
            #expect(Seen(text, size: 50) == nil)
        }
        var other = Seen(size: 43)
        other.insert(45, in: .latest)
        let both = seen.merging(other)
        #expect(both.marks[.alerts] == Seen.Mark(upTo: 42, beyond: [44]))
        #expect(both.marks[.latest] == Seen.Mark(upTo: 42, beyond: [45]) && both.lastKey == SampleLog.night)
    }
}

extension Array {
    fileprivate subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
