import Model
import Wording

/// The reasons why commands cannot run, each in one sentence.
enum Obstacles {
    static func reading(_ state: AppState) -> Message? {
        switch state.mode {
        case .review:
            return state.isSpoken
                ? "This is the past: nothing can be written here. “\(LineWord.now.message)” goes back."
                : "This is the past: nothing can be written here. Esc goes back to now."
        case .frozen:
            return state.isSpoken
                ? "The picture is frozen. “freeze” lets it run again." : "The picture is frozen. = thaws it."
        case .live: break
        }
        if state.isReadOnly { return "This console was opened for reading only." }
        if state.conceals { return state.obstacleOfConcealing }
        return state.shownObstacle.map { "Nothing can be written now: \($0)" }
    }

    static func alert(_ state: AppState) -> Message? {
        reading(state) ?? (state.selectedAlert == nil ? "No alert is selected." : nil)
    }

    static func held(_ state: AppState) -> Message? {
        reading(state) ?? (state.board.held.isEmpty ? "Nothing is held." : nil)
    }

    static func openAlert(_ state: AppState) -> Message? {
        if let reason = alert(state) { return reason }
        guard let alert = state.selectedAlert, alert.closure == nil else { return "This alert is closed." }
        return nil
    }

    static func unacknowledged(_ state: AppState) -> Message? {
        if let reason = openAlert(state) { return reason }
        guard let alert = state.selectedAlert, alert.status(at: state.now) == .acknowledged,
            let by = alert.acknowledgement?.by
        else { return nil }
        return "\(by) has acknowledged it already."
    }

    static func shelved(_ state: AppState) -> Message? {
        if let reason = alert(state) { return reason }
        guard let alert = state.selectedAlert, case .shelved = alert.status(at: state.now) else {
            return "This alert is not on the shelf."
        }
        return nil
    }

    static func runningDelivery(_ state: AppState) -> Message? {
        if let reason = reading(state) { return reason }
        guard let delivery = state.selectedDelivery else { return "No delivery is selected." }
        return delivery.end == nil ? nil : "This delivery has ended."
    }

    static func subject(_ state: AppState) -> Message? { state.selectedSubject == nil ? "Nothing is selected." : nil }

    static func notable(_ state: AppState) -> Message? {
        if let reason = reading(state) { return reason }
        guard let subject = state.selectedSubject ?? state.board.watch?.name,
            [.alerts, .deliveries, .shifts].contains(subject.area)
        else { return "There is no watch to write into; :take-watch starts one." }
        return nil
    }

    static func watch(_ state: AppState) -> Message? {
        reading(state) ?? (state.board.watch == nil ? "Nobody has the watch." : nil)
    }

    static func openable(_ state: AppState) -> Message? {
        // Above the lines of a handover Enter begins with the first one that is to be said back.
        if state.screen == .handover, state.handoverPage != nil { return nil }
        return state.selectedSubject == nil && state.selectedEntry == nil && state.selectedEntryKey == nil
            ? "Nothing is selected." : nil
    }

    static func entry(_ state: AppState) -> Message? {
        state.selectedEntry == nil ? "No entry is selected." : nil
    }

    static func received(_ state: AppState) -> Message? {
        guard state.selectedAlert != nil else { return "Choose an alert first." }
        return state.receivedEntry == nil
            ? "It came by no message that is kept; what was typed stands on its page." : nil
    }

    static func row(_ state: AppState) -> Message? {
        state.lists[state.focusedPanel]?.anchor == nil ? "Nothing is selected." : nil
    }

    static func search(_ state: AppState) -> Message? {
        state.search.isEmpty ? "Nothing is searched for on this screen; / begins a search." : nil
    }

    static func marks(_ state: AppState) -> Message? {
        state.marks.isEmpty ? "No row is marked." : nil
    }

    static func present(_ state: AppState) -> Message? {
        state.isReviewing ? "A past moment stands still already." : nil
    }

    static func onLog(_ state: AppState) -> Message? {
        state.screen == .log ? nil : "Only the log screen follows."
    }

    static func past(_ state: AppState) -> Message? {
        state.isReviewing ? nil : "This is the live board."
    }
}
