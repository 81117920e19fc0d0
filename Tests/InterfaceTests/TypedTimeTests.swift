import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

@Suite struct TypedTimeTests {
    static func form(_ state: AppState) -> Form? {
        if case .form(let form) = state.overlay { form } else { nil }
    }

    /// Moment 12: the Kazakh digit row in a time.
    @Test func digitsOfTheKazakhRowAreReadBackInATime() throws {
        var state = Sample.state()
        _ = Sample.type([.insert] + Sample.text("truck seen"), into: &state)
        for _ in 0..<5 { _ = Sample.type([.tab], into: &state) }
        _ = Sample.type(Sample.text("қңқ,"), into: &state)
        #expect(Self.form(state)?.focus == 5 && Self.form(state)?.fields[5].text == "қңқ,")
        #expect(state.render().plainLines().contains { $0.contains("KZ layout: read as 04:06. Enter takes it") })
        _ = Sample.type([.enter], into: &state)
        #expect(Self.form(state)?.fields[5].text == "0406", "taken by going on")
    }

    @Test func escDoesNotTakeIt() {
        var state = Sample.state()
        _ = Sample.type(
            [.insert] + [Key](repeating: .tab, count: 5) + Sample.text("қңқ,") + [.escape, .insert, .function(3)],
            into: &state)
        #expect(Self.form(state)?.fields[5].text == "қңқ,")
    }

    @Test(arguments: [
        ("ә", 2), ("45", 45), ("\"қ", 10), ("әч", 120), ("2р", 120), ("\"р", 60), ("іқь", 30), ("1h", 60),
    ])
    func lengthsAreReadBackToo(_ typed: String, _ minutes: Int) {
        var state = Sample.state()
        _ = Sample.type([.tab, .character("s")] + [.control("u")], into: &state)
        guard var form = Self.form(state) else { return }
        form.focus = 0
        form.fields[0].input = TextField(typed)
        let read = state.typedTime(in: form.fields[0])
        #expect(read?.instant == SampleLog.night + .minutes(Int64(minutes)), "\(typed)")
    }

    @Test func whatIsATimeAsItStandsIsNotTouched() {
        let state = Sample.state()
        for text in ["0406", "17.10 04:06", "2 ч", "завтра 0800", "04:06 +04"] {
            let field = Form.Field("When", text, time: .nearest)
            guard let read = state.typedTime(in: field) else { continue }
            #expect(read.layout == nil && read.text == text)
        }
        for text in ["", "later", "確認", "қққққққ", "привет"] {
            #expect(state.typedTime(in: Form.Field("When", text, time: .nearest)) == nil, "\(text)")
        }
    }

    @Test func numbersAmountsAndWordsAreNeverReadBack() throws {
        var state = Sample.state()
        _ = Sample.type(Sample.text(":report") + [.enter] + Sample.text("іү,ң kg"), into: &state)
        _ = Sample.type([.tab, .tab, .tab, .control("u")] + Sample.text("ә"), into: &state)
        let effects = Sample.type([.function(10)], into: &state)
        #expect(effects.isEmpty, "a leg is a number, and is not guessed")
        let fault = try #require(Self.form(state)?.fault)
        #expect(
            Catalogue.english.text(fault)
                == "Leg: “ә” was typed on the KZ layout and is NOT TAKEN; type digits on the keypad, or change the layout."
        )
        #expect(Self.form(state)?.fields[1].text == "іү,ң kg")
    }

    @Test func theCommandLineShowsWhatItReadBeforeItSaves() {
        var state = Sample.state()
        #expect(CommandWordTests.run("shelve 0002 әч laboratory", on: &state).isEmpty)
        #expect(Self.form(state)?.focus == 0)
        #expect(state.render().plainLines().contains { $0.contains("KZ layout: read as") })
        let effects = Sample.type([.enter, .enter], into: &state)
        guard case .append(let drafts) = effects.first, case .alert(.shelved(let body)) = drafts[0].event else {
            Issue.record("not shelved: \(effects)")
            return
        }
        #expect(body.until == SampleLog.night + .hours(2) && body.reason == "laboratory")
        #expect(drafts[0].target == .existing(SubjectName("AL-2026-0002")!))
    }

    @Test func thePastIsFoundByKazakhDigits() {
        var state = Sample.state()
        let plain = CommandWordTests.run("at 02:14", on: &state)
        #expect(!plain.isEmpty && CommandWordTests.run("at қә:\"ң", on: &state) == plain)
    }

    @Test func aMarkJoinsItsLetter() {
        var field = TextField()
        for scalar in ["и", "\u{306}", "о"] as [Character] { _ = field.take(.character(scalar)) }
        #expect(field.text == "йо" && field.characters.count == 2)
        _ = field.take(.left)
        _ = field.take(.backspace)
        #expect(field.text == "о")
    }
}
