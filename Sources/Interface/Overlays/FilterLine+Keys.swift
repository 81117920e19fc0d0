import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in line: FilterLine) -> [Effect] {
        var line = line
        switch key {
        case .escape:
            overlay = nil
            return setFilter(line.before, isMarking: line.wasMarking)
        // A line with a mistake stays, because it would search for nothing.
        case .enter where searchFault(filter(line.field.text)) != nil: return []
        case .enter:
            overlay = nil
            let text = line.field.text.trimmingBlanks
            return text.isEmpty ? [] : remember(text, in: \.filterHistory, mark: "/")
        case .tab, .backTab:
            // Of a handover nothing is hidden.
            return setFilter(line.field.text, isMarking: screen == .handover || !marking.contains(screen))
        case .pageUp, .pageDown, .mouse:
            overlay = nil
            return takeOnScreen(key)
        case .up, .down:
            let lines = (isVisitor ? [] : filterHistory).reversed().filter {
                $0.hasPrefix(line.typed) && $0 != line.typed
            }
            let place = (line.historyPlace ?? -1) + (key == .up ? 1 : -1)
            guard place < lines.count else { return [] }
            line.historyPlace = place < 0 ? nil : place
            line.field = TextField(place < 0 ? line.typed : lines[place])
        case .right where line.field.beforeCaret == line.field.text:
            line.field.insert(suggestion(for: line))
            line.typed = line.field.text
        default:
            guard line.field.take(key) else { return [] }
            line.historyPlace = nil
            line.typed = line.field.text
        }
        overlay = .filter(line)
        return setFilter(line.field.text)
    }
}
