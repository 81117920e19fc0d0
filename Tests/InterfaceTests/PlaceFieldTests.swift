import Model
import Places
import Screen
import Testing
import Wording

@testable import Interface

@Suite("Place fields of forms")
struct PlaceFieldTests {
    private static let gazetteer: Gazetteer = {
        do throws(PlacesFault) {
            return try Gazetteer.load()
        } catch {
            return .empty
        }
    }()

    /// The form of a new alert with the cursor in its place field.
    private static func formAtPlace(_ gazetteer: Gazetteer?) -> AppState {
        var state = Sample.state()
        if let gazetteer { _ = state.handle(.places(gazetteer)) }
        var form = Form.raiseAlert()
        form.focus = place(in: form)
        state.overlay = .form(form)
        return state
    }

    private static func place(in form: Form) -> Int {
        form.fields.firstIndex { if case .place = $0.kind { true } else { false } } ?? 0
    }

    private static func typed(_ state: AppState) -> (text: String, focus: Int) {
        guard case .form(let form) = state.overlay else { return ("", -1) }
        return (form.fields[place(in: form)].text, form.focus)
    }

    @Test("The tables are asked for when somebody first types into a place field, once, and nothing waits for them")
    func asking() {
        var state = Self.formAtPlace(nil)
        #expect(state.handle(.key(.character("P"))) == [.loadPlaces])
        #expect(state.handle(.key(.character("a"))).isEmpty)
        let before = Self.typed(state)
        #expect(before.text == "Pa")
        _ = state.handle(.key(.tab))
        #expect(Self.typed(state).text == "Pa" && Self.typed(state).focus == before.focus + 1, "Tab goes on")

        var other = Self.formAtPlace(nil)
        guard case .form(var form) = other.overlay else { return }
        form.focus = 0
        other.overlay = .form(form)
        #expect(other.handle(.key(.character("P"))).isEmpty, "this field is no place")
    }

    @Test(
        "Tab completes the place in the script that was typed, and goes on when nothing is left to complete",
        arguments: [
            ("Panji P", "Panji Poyon"), ("Нижний П", "Нижний Пяндж"), ("yalla", "Yallama"), ("яллам", "Яллама"),
            ("Sughd, khuj", "Sughd, Khujand"),
        ])
    func completing(typed: String, whole: String) {
        #expect(!Self.gazetteer.isEmpty)
        var state = Self.formAtPlace(Self.gazetteer)
        for character in typed { _ = state.handle(.key(.character(character))) }
        let focus = Self.typed(state).focus
        _ = state.handle(.key(.tab))
        #expect(Self.typed(state) == (whole, focus))
        _ = state.handle(.key(.tab))
        #expect(Self.typed(state) == (whole, focus + 1))
    }

    @Test("What Tab would take is shown under the form with its States, and is gone when it is taken")
    func hint() {
        var state = Self.formAtPlace(Self.gazetteer)
        for character in "Panji" { _ = state.handle(.key(.character(character))) }
        #expect(state.render().plainLines().contains { $0.contains("Panji Poyon (TJK–AFG)") })
        _ = state.handle(.key(.tab))
        #expect(!state.render().plainLines().contains { $0.contains("Tab takes") })
    }

    @Test("Any text is a place, and a name that is typed in full is left alone")
    func anyText() {
        var state = Self.formAtPlace(Self.gazetteer)
        for character in "Panj" { _ = state.handle(.key(.character(character))) }
        let focus = Self.typed(state).focus
        _ = state.handle(.key(.tab))
        #expect(Self.typed(state) == ("Panj", focus + 1), "Panji Poyon begins so, too, and was not meant")
        var other = Self.formAtPlace(Self.gazetteer)
        for character in "zzqq bank" { _ = other.handle(.key(.character(character))) }
        _ = other.handle(.key(.tab))
        #expect(Self.typed(other).text == "zzqq bank")
    }
}
