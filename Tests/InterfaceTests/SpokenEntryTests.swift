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
        #expect(picture.contains("^S saves it all the same") && picture.contains("Perhaps 5.065"), "\(picture)")
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
}
