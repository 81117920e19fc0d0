import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in field: TextField, before: String) -> [Effect] {
        var field = field
        switch key {
        case .escape:
            overlay = nil
            return setFilter(before)
        case .enter:
            overlay = nil
            return []
        case .up, .down, .pageUp, .pageDown:
            overlay = nil
            return takeOnScreen(key)
        default:
            guard field.take(key) else { return [] }
            overlay = .filter(field, before: before)
            return setFilter(field.text)
        }
    }
}
