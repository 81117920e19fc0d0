import Model

extension AppState {
    /// What the first screen needs.
    package mutating func start(at screen: ScreenID = .board) -> [Effect] {
        if screen != .board { screens.append(screen) }
        settleLists()
        guard !isVeiling else { return [] }
        askRoads()
        return loads() + (screen == .board || screen == .deliveries ? besideLoads : [])
    }

    /// The clock of the log, even while a past board is shown.
    package var liveClock: BoardClock { (liveBoard ?? board).clock }

    /// Whether something on the screen counts down by the second.
    package var showsSeconds: Bool {
        if let notice, !notice.isError { return true }
        guard mode == .live, screen == .board, let next = board.agenda(at: now, for: ownOfficer).first else {
            return false
        }
        return next.instant - now < .minutes(10)
    }
}
