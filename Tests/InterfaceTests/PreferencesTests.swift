import Model
import Settings
import Testing
import Wording

@testable import Interface

@Suite struct PreferencesTests {
    private func state(_ preferences: Preferences = Preferences()) -> AppState {
        AppState(
            board: Board(isExercise: false), now: .distantPast, real: .distantPast, width: 80, height: 24,
            officer: "sagynbaeva", zone: preferences.zone, preferences: preferences)
    }

    @Test func aNewZoneIsTakenOver() {
        var state = state()
        var new = Preferences()
        new[.zone] = .word("UTC")
        #expect(state.handle(.preferences(new)) == [])
        #expect(state.zone == .utc && state.preferences == new)
    }

    @Test func whatThePersonChoseOnTheScreenStaysWhileTheFileSaysNothingNew() {
        var state = state()
        _ = state.handle(.key(.character("T")))
        let chosen = state.zone
        #expect(chosen != .almaty)
        var new = Preferences()
        new[.theme] = .word("dark")
        _ = state.handle(.preferences(new))
        #expect(state.zone == chosen)
    }

    @Test func newsIsNoFaultAndGoesByItself() {
        var state = state()
        _ = state.handle(.told("keys.toml was read again"))
        #expect(state.notice?.isError == false)
        let later = state.real + .seconds(6)
        _ = state.handle(.tick(now: later, real: later))
        #expect(state.notice == nil)
    }
}
