import Model
import Places
import Screen
import Testing
import Wording

@testable import Interface

/// What is typed into a new alert and pasted onto the board.
@Suite struct SpokenEntryTests {
    private static let gazetteer = (try? Gazetteer.load()) ?? .empty

    private static func fields(_ state: AppState) -> [String] {
        guard case .form(let form) = state.overlay else { return [] }
        return form.fields.map(\.text)
    }

    @Test func theLineGivesThePlaceAloneAndTheAlertWhereItIs() throws {
        var state = Sample.state()
        var effects = Sample.type([.insert] + Sample.text("kgz heroin 7,5 kg Osh"), into: &state)
        #expect(state.hasAskedForPlaces, "the tables are asked for while the line is typed")
        _ = state.handle(.places(Self.gazetteer))
        effects = Sample.type([.control("s")], into: &state)
        guard case .append(let drafts)? = effects.first, case .alert(.raised(let raised)) = drafts[0].event else {
            Issue.record("\(effects)")
            return
        }
        #expect(
            raised.place == "Osh" && raised.particulars.placeID == "gn:1527534" && raised.particulars.state == "KGZ")
        #expect(raised.particulars.position != nil && raised.particulars.items.first?.quantity?.amount == "7.5")
        var other = Sample.state()
        _ = other.handle(.places(Self.gazetteer))
        _ = Sample.type([.insert] + Sample.text("TJK 5 кг героина в Ишкашиме, авто"), into: &other)
        #expect(Self.fields(other)[4] == "Ишкашим")
    }

    @Test func muchMoreThanUsualSaysWhichKeySavesItAndWhatElseItMayBe() {
        var state = Sample.state(width: 120, height: 40)
        #expect(Sample.type([.insert] + Sample.text("UZB heroin 5,065 kg Malik") + [.control("s")], into: &state) == [])
        let picture = state.render().plainLines().joined(separator: "\n")
        #expect(picture.contains("^S saves it all the same") && picture.contains("F6 takes it"), "\(picture)")
        guard case .append? = Sample.type([.control("s")], into: &state).first else {
            Issue.record("the second time it is saved")
            return
        }
    }

    @Test func aNewCallIsEmptyAndTheOldOneComesBackWithOneKey() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.insert] + Sample.text("UZB heroin 6.3 kg Malik") + [.enter, .escape], into: &state)
        _ = Sample.type([.insert], into: &state)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.focus == 0 && form.fields[0].isEmpty && form.fields[1].isEmpty)
        #expect(state.render().plainLines().joined().contains("F3 brings back"))
        _ = Sample.type([.function(3)], into: &state)
        #expect(Self.fields(state).first == "UZB heroin 6.3 kg Malik" && Self.fields(state)[1] == "UZB")
    }

    @Test func severalLinesOnTheBoardAreAMessage() {
        var state = Sample.state()
        let effects = Sample.type([.pasted("seized 6.3 kg\nat Osh")], into: &state)
        #expect(effects == [.readPaste("seized 6.3 kg\nat Osh", generation: 1)])
        guard case .paste(let sheet) = state.overlay else {
            Issue.record("no sheet")
            return
        }
        #expect(sheet.text == "seized 6.3 kg\nat Osh" && !sheet.isSaving)
        var one = Sample.state()
        #expect(Sample.type([.pasted("seized 6.3 kg")], into: &one) == [] && one.overlay == nil)
        #expect(one.notice?.isError == true)
    }

    @Test func oneKeyTakesTheOtherReadingOfANumber() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.insert] + Sample.text("UZB heroin 1,250 kg Malik"), into: &state)
        let picture = state.render().plainLines().joined(separator: "\n")
        #expect(picture.contains("Perhaps 1.25 kg is meant: F6"), "\(picture)")
        #expect(Sample.type([.control("s")], into: &state) == [], "it is asked first")
        _ = Sample.type([.function(6)], into: &state)
        #expect(Self.fields(state)[7].contains("1.25 kg"))
        guard case .append(let drafts)? = Sample.type([.control("s")], into: &state).first,
            case .alert(.raised(let raised)) = drafts[0].event
        else {
            Issue.record("what was chosen is saved at once")
            return
        }
        #expect(raised.particulars.items.first?.quantity?.amount == "1.25" && raised.headline.contains("1,250 kg"))
    }

    @Test func aWordTakesTheOtherReadingWhereLinesAreTyped() throws {
        var talk = LineTalk()
        _ = talk.say("new")
        var said = talk.say("UZB heroin 1,250 kg Malik")
        #expect(talk.session.prompt == "Who told [UZB]> ", "the line of the call fills the other answers")
        for _ in 0..<12 where talk.session.prompt != "Save? yes or no> " { said = talk.say("") }
        #expect(said.joined(separator: " ").contains("Perhaps 1.25 kg is meant: “other” takes it."), "\(said)")
        #expect(!talk.transcript.contains { $0.contains("F6") || $0.contains("^S") }, "\(talk.transcript)")
        said = talk.say("other")
        #expect(said.contains { $0.contains("1.25 kg") } && talk.session.prompt == "Save? yes or no> ", "\(said)")
        _ = talk.say("yes")
        guard case .alert(.raised(let raised))? = talk.log.entries.last?.event else {
            Issue.record("\(talk.transcript.suffix(8))")
            return
        }
        #expect(raised.particulars.items.first?.quantity?.amount == "1.25")
        // What was heard and is right is saved with one yes.
        _ = talk.say("new UZB heroin 1,250 kg Malik")
        for _ in 0..<12 where talk.session.prompt != "Save? yes or no> " { _ = talk.say("") }
        let size = talk.log.entries.count
        _ = talk.say("yes")
        #expect(talk.log.entries.count == size + 1, "\(talk.transcript.suffix(6))")
    }

    @Test func aWordTakesTheOtherReadingOfAPastedTextAndBringsBackACall() {
        var talk = LineTalk()
        for line in ["paste", "UZB 1,250 kg heroin", "."] { _ = talk.say(line) }
        var message = PastedMessage(raw: "UZB 1,250 kg heroin")
        (message.source, message.headline) = ("UZB", "1,250 kg heroin")
        message.doubts = [.amount(typed: "1,250 kg", taken: "1250 kg", other: "1.25 kg")]
        let read = talk.answer(.pasteRead(message, generation: 1))
        #expect(read.contains { $0.contains("“other” takes the other reading") }, "\(read)")
        _ = talk.say("other")
        #expect(talk.effects.last == .readPaste("UZB 1,250 kg heroin\n", generation: 2, takesOther: true))
        _ = talk.say(".")
        _ = talk.say("new")
        _ = talk.say("TJK opium 2 kg Kulob")
        #expect(talk.say(".").contains { $0.contains("“earlier” in a new alert") }, "\(talk.transcript.suffix(4))")
        #expect(talk.say("new").contains { $0.contains("“earlier” brings back") })
        _ = talk.say("earlier")
        #expect(talk.session.prompt.contains("TJK opium 2 kg Kulob"), "\(talk.session.prompt)")
    }

    @Test func eachCallIsKeptUntilItIsSavedOrThrownAway() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.insert] + Sample.text("UZB heroin 6.3 kg Malik") + [.escape], into: &state)
        _ = Sample.type([.insert] + Sample.text("TJK opium 2 kg Kulob") + [.escape], into: &state)
        // A third call is saved, and takes none of the others with it.
        let saved = Sample.type([.insert] + Sample.text("KGZ hashish 2 kg Osh") + [.control("s")], into: &state)
        #expect(saved.contains { if case .append = $0 { true } else { false } })
        _ = state.handle(
            .saved(index: 40, subject: SubjectName(area: .alerts, year: 2026, number: 9, isExercise: false)))
        _ = Sample.type([.insert, .function(3)], into: &state)
        #expect(Self.fields(state).first == "TJK opium 2 kg Kulob")
        _ = Sample.type([.function(3)], into: &state)
        #expect(Self.fields(state).first == "UZB heroin 6.3 kg Malik")
        #expect(state.render().plainLines().joined().contains("F8 throws this one away"))
        _ = Sample.type([.function(8), .function(3)], into: &state)
        #expect(Self.fields(state).first == "TJK opium 2 kg Kulob")
        _ = Sample.type([.function(3)], into: &state)
        #expect(Self.fields(state).first == "TJK opium 2 kg Kulob", "the other one was thrown away")
    }

    @Test(arguments: ["P", "З"])
    func oneKeyOpensThePaste(letter: Character) {
        for screen in ["board", "alerts"] {
            var state = Sample.state()
            _ = Sample.run(screen, on: &state)
            _ = Sample.type([.character(letter)], into: &state)
            guard case .paste? = state.overlay else {
                Issue.record("\(screen) \(letter)")
                continue
            }
        }
    }

    @Test func thePasteIsReadTheOtherWayWithOneKeyAndADateBearsItsYear() {
        var state = Sample.state(width: 120, height: 40)
        _ = Sample.type([.character("P"), .pasted("UZB 1,250 kg heroin on 5 January 2011")], into: &state)
        var message = PastedMessage(raw: "UZB 1,250 kg heroin on 5 January 2011")
        (message.source, message.headline) = ("UZB", "1,250 kg heroin")
        message.days = DateMention.find(in: message.raw)
        message.doubts = [.amount(typed: "1,250 kg", taken: "1250 kg", other: "1.25 kg")]
        _ = state.handle(.pasteRead(message, generation: 1))
        let picture = state.render().plainLines().joined(separator: "\n")
        #expect(picture.contains("F6 takes the other reading") && picture.contains("5 Jan 2011"), "\(picture)")
        #expect(!picture.contains("00:00"), "nobody gave an hour")
        let effects = Sample.type([.function(6)], into: &state)
        #expect(effects == [.readPaste(message.raw, generation: 2, takesOther: true)])
    }

    /// A call is saved with three keys beside its words, a pasted text with two: what has a good default is not asked.
    @Test func aCallAndAPasteAreSavedWithFewKeys() {
        var state = Sample.state()
        let call = Sample.type([.insert] + Sample.text("UZB heroin 6.3 kg Malik P1") + [.enter, .enter], into: &state)
        #expect(call.contains { if case .append = $0 { true } else { false } })
        var other = Sample.state()
        _ = Sample.type([.character("P"), .pasted("UZB: 6.3 kg of heroin seized in Termez")], into: &other)
        var message = PastedMessage(raw: "UZB: 6.3 kg of heroin seized in Termez")
        (message.source, message.headline) = ("UZB", "6.3 kg of heroin")
        _ = other.handle(.pasteRead(message, generation: 1))
        let paste = Sample.type([.enter], into: &other)
        #expect(paste.contains { if case .append = $0 { true } else { false } })
    }
}
