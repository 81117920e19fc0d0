import Screen

extension Key {
    /// By how many rows this key moves the cursor of a list over the screen; nil where it does something else.
    ///
    /// - Parameters:
    ///   - page: rows that are visible at once
    ///   - count: rows of the whole list
    ///   - wheel: rows for a step of the mouse wheel
    ///   - isTyping: whether the list has a text in which Home and End move
    func rows(page: Int, count: Int, wheel: Int = 1, isTyping: Bool = false) -> Int? {
        switch self {
        case .up: -1
        case .down: 1
        case .pageUp: -page
        case .pageDown: page
        case .home where !isTyping: -count
        case .end where !isTyping: count
        case .mouse(let event) where event.kind == .wheelUp: -wheel
        case .mouse(let event) where event.kind == .wheelDown: wheel
        default: nil
        }
    }
}

extension AppState {
    /// What a key means in a list without a text, where letters move, too; `own` are letters that do something else.
    func listKey(_ key: Key, own: [Key]) -> Key {
        let movements: [Key: Key] = [
            .character("k"): .up, .character("j"): .down, .character("g"): .home, .character("G"): .end,
        ]
        let meant = meaning(of: key, among: own + movements.keys) ?? key
        return movements[meant] ?? meant
    }
}
