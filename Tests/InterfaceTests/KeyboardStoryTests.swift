import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// One officer's night on one keyboard: everything is typed by position, so that what arrives is what that keyboard
/// sends, and the layout is never changed.
struct KeyboardStory {
    let typist: Typist
    var log = SampleLog.busyNight
    var state: AppState

    init(on layout: KeyboardLayout) {
        typist = Typist(layout: layout)
        state = Sample.state(on: layout)
    }

    /// Presses the keys at these positions, as they stand on the US layout.
    mutating func press(_ positions: String) -> [Effect] { give(typist.keys(positions)) }

    mutating func press(_ keys: Key...) -> [Effect] { give(keys) }

    private mutating func give(_ keys: [Key]) -> [Effect] { Sample.type(keys, into: &state, log: log) }

    /// Saves what was asked for, as the log would; the one event, or nil.
    mutating func save(_ effects: [Effect]) -> Event? {
        guard effects.count == 1, case .append(let drafts) = effects[0], drafts.count == 1 else { return nil }
        let draft = drafts[0]
        let name: SubjectName
        switch draft.target {
        case .existing(let known): name = log.add(draft.event, to: known, minutesAgo: 0)
        case .new(let area): name = log.begin(area, draft.event, minutesAgo: 0)
        case .sameAs: return nil
        }
        guard let entry = log.entries.last else { return nil }
        _ = state.handle(.saved(index: entry.index, subject: name))
        for effect in state.handle(.moved(log.board, new: [entry])) {
            if case .loadHistory(let name) = effect { _ = state.handle(.history(name, log.history(of: name))) }
        }
        return draft.event
    }
}

@Suite struct KeyboardStoryTests {
    @Test(arguments: KeyboardLayout.all) func aWholeTaskOnOneKeyboard(_ layout: KeyboardLayout) throws {
        var story = KeyboardStory(on: layout)
        let words = story.typist.characters("two trucks, one plate")

        // A new alert with two times and a choice by its number.
        #expect(story.press(.insert).isEmpty)
        _ = story.press("two trucks, one plate")
        _ = story.press(.enter)
        _ = story.press("UZB")
        _ = story.press(.enter)
        _ = story.press("1")
        _ = story.press(.enter, .enter, .enter)
        _ = story.press("0406")
        _ = story.press(.enter)
        _ = story.press("0600")
        let asked = story.press(.enter, .enter)
        guard case .append(let drafts)? = asked.first else {
            Issue.record("not raised: \(asked), \(String(describing: story.state.overlay))")
            return
        }
        #expect(drafts[0].at == SampleLog.night - .minutes(6))
        guard case .alert(.raised(let raised))? = story.save(asked) else { return }
        #expect(raised.headline == words && raised.priority == 1)
        #expect(raised.firstDue == SampleLog.night + .minutes(108))

        // Acknowledge the first alert that nobody has.
        _ = story.press(.tab)
        _ = story.press("gg")
        while let alert = story.state.selectedAlert, alert.acknowledgement != nil { _ = story.press("j") }
        let name = try #require(story.state.selectedSubject)
        guard case .alert(.acknowledged(let acknowledged))? = story.save(story.press("a")) else {
            Issue.record("not acknowledged")
            return
        }
        let lasts = story.state.alert(name).flatMap { $0.triage.acknowledgementLasts }
        #expect(acknowledged.until == lasts.map { SampleLog.night + $0 })

        // A note on it, and then it goes to the shelf for two hours.
        #expect(story.press("e").isEmpty)
        _ = story.press("called the desk back")
        #expect(
            story.save(story.press(.enter))
                == .alert(.noted(AlertNoted(text: story.typist.characters("called the desk back")))))
        #expect(story.press("s").isEmpty)
        _ = story.press(.backTab, .backspace, .backspace)
        _ = story.press("2h")
        _ = story.press(.enter)
        _ = story.press("laboratory")
        guard case .alert(.shelved(let shelved))? = story.save(story.press(.enter)) else {
            Issue.record("not shelved: \(String(describing: story.state.overlay))")
            return
        }
        #expect(shelved.until == SampleLog.night + .hours(2))
        #expect(story.state.alert(name).map { $0.status(at: SampleLog.night + .minutes(1)) != .acknowledged } == true)
    }

    @Test(arguments: KeyboardLayout.all) func findOpenCloseAndTheLineTypedBlindly(_ layout: KeyboardLayout) throws {
        var story = KeyboardStory(on: layout)

        // Find, typed without looking at the layout, open what is found, and come back.
        _ = story.press(.tab)
        #expect(story.press("/").isEmpty)
        _ = story.press("heroin")
        _ = story.press(.enter)
        #expect(story.state.rows(of: .alerts).count == 1)
        let found = try #require(story.state.selectedSubject)
        _ = story.press(.enter)
        #expect(story.state.screen == .subject(found))
        _ = story.press("q")
        #expect(story.state.screen == .board)
        _ = story.press("q")
        #expect(story.state.filters.isEmpty)

        // Close it with the second outcome.
        #expect(story.press("C").isEmpty)
        _ = story.press(.backTab)
        _ = story.press("2")
        guard case .alert(.closed(let closed))? = story.save(story.press(.enter, .enter)) else {
            Issue.record("not closed: \(String(describing: story.state.overlay))")
            return
        }
        #expect(closed.disposition == Disposition.allCases[1])

        // The command line on the wrong layout, with a subject and without.
        _ = story.press(":")
        _ = story.press("ack 0004")
        guard case .alert(.acknowledged)? = story.save(story.press(.enter)) else {
            Issue.record("not acknowledged")
            return
        }
        #expect(story.log.entries.last?.subject == SubjectName("AL-2026-0004"))
        _ = story.press(":")
        _ = story.press("watch-note quiet")
        #expect(story.save(story.press(.enter)) == .shift(.noted(ShiftNoted(text: story.typist.characters("quiet")))))
        _ = story.press(":")
        _ = story.press("theme dark")
        #expect(story.press(.enter) == [.setTheme("dark")])
        _ = story.press(":")
        _ = story.press("al")
        _ = story.press(.tab)
        _ = story.press(.enter)
        #expect(story.state.screen == .alerts)
        _ = story.press("1")
        #expect(story.state.screen == .board)
    }
}
