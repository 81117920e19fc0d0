import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in choices: ChoiceList) -> [Effect] {
        var choices = choices
        let ids = choices.rows.map(\.id)
        let height = choiceRows(choices)
        let own = [Key.character("q"), .character("x"), .character(" "), .character("J"), .character("K")]
        let key = listKey(key, own: own)
        switch key {
        case .escape, .character("q"):
            overlay = nil
            return []
        case .enter:
            overlay = nil
            return take(choices)
        case .character(" "), .character("x"), .insert: choices.toggle()
        case .character("K"), .left: choices.carry(by: -1, height: height)
        case .character("J"), .right: choices.carry(by: 1, height: height)
        case .delete where choices.purpose == .views:
            guard let name = choices.list.anchor else { return [] }
            let effects = forgetView(name)
            overlay = .choices(viewChoices)
            return effects
        default:
            guard let rows = key.rows(page: height, count: ids.count) else { return [] }
            choices.list.move(by: rows, of: ids, height: height)
        }
        overlay = .choices(choices)
        return []
    }

    private mutating func take(_ choices: ChoiceList) -> [Effect] {
        switch choices.purpose {
        case .views: return choices.list.anchor.map { openView($0) } ?? []
        case .columns(let list):
            let ids = choices.rows.filter { $0.isChosen == true }.map(\.id)
            let isStandard = ids == list.columns.filter(\.isStandard).map(\.id)
            looks.columns[list] = isStandard ? nil : ids
            looks.viewName = nil
            return []
        }
    }
}

extension ChoiceList {
    fileprivate mutating func toggle() {
        guard rows.indices.contains(list.cursor), let isChosen = rows[list.cursor].isChosen, !rows[list.cursor].isFixed
        else { return }
        rows[list.cursor].isChosen = !isChosen
    }

    /// Moves the row under the cursor up or down among the others.
    fileprivate mutating func carry(by steps: Int, height: Int) {
        let place = list.cursor + steps
        guard rows.indices.contains(list.cursor), rows[list.cursor].isChosen != nil, rows.indices.contains(place) else {
            return
        }
        rows.swapAt(list.cursor, place)
        list.settle(rows.map(\.id), height: height)
    }
}
