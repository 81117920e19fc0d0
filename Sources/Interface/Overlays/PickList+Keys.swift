import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in pick: PickList) -> [Effect] {
        var pick = pick
        noteNews(in: pick)
        let lines = lines(of: pick)
        let height = pickFrame(pick).rows
        switch key {
        case .escape, .function(1), .function(10):
            overlay = nil
            return []
        case .enter where lines.isEmpty && pick.source == .handovers:
            return openHandovers(pick.query.text.trimmingBlanks)
        case .enter: return choose(in: pick, of: lines)
        // The list is searched already; whoever looks for the search finds it.
        case .character(let character) where pick.source == .handovers && pick.query.isEmpty && isFind(character):
            return []
        case .character(" ") where pick.source.hasSpaceKey && (pick.query.isEmpty || pick.source.keepsSpaceKey):
            return actAtOnce(in: pick, of: lines)
        case .character where pick.query.isEmpty && isUndo(key, in: pick): return undoBond(in: pick)
        case .tab,
            .right where pick.query.isEmpty:
            pick.turn(by: 1, of: pages(of: pick).count)
        case .backTab,
            .left where pick.query.isEmpty:
            pick.turn(by: -1, of: pages(of: pick).count)
        default:
            let isTyping = !pick.query.isEmpty
            if let rows = key.rows(page: height, count: lines.count, wheel: 3, isTyping: isTyping) {
                pick.move(by: rows, of: lines, height: height)
            } else if case .mouse(let event) = key {
                return take(event, in: pick, of: lines)
            } else {
                guard pick.source.isSearched, pick.query.take(key) else { return [] }
                pick.list = ListState()
            }
        }
        settle(&pick)
        overlay = .pick(pick)
        return []
    }

    /// Opens a pick list with the cursor on its first item.
    mutating func open(_ pick: PickList) -> [Effect] {
        var pick = pick
        settle(&pick)
        overlay = .pick(pick)
        return wantedWords()
    }

    /// Brings the cursor onto an item; called after each input, because items come and go.
    func settle(_ pick: inout PickList) {
        pick.move(by: 0, of: lines(of: pick), height: pickFrame(pick).rows)
    }

    /// The lines of a pick list: what fits what was typed.
    func lines(of pick: PickList) -> [PickLine] { search(pick).found }

    /// The lines, with what was searched where nothing fits what was typed.
    func search(_ pick: PickList) -> (flipped: ShownQuery?, found: [PickLine]) {
        let items = allItems(of: pick)
        return firstThatFits(pick.query.text.trimmingBlanks) { items.lines(fitting: $0) }
    }

    private mutating func choose(in pick: PickList, of lines: [PickLine]) -> [Effect] {
        guard let item = lines.first(where: { $0.id == pick.list.anchor })?.item, item.reason == nil else { return [] }
        overlay = nil
        return choose(item.id, in: pick)
    }

    private mutating func take(_ event: MouseEvent, in pick: PickList, of lines: [PickLine]) -> [Effect] {
        var pick = pick
        let frame = pickFrame(pick)
        switch event.kind {
        case .press, .doublePress:
            if let page = page(of: pick, at: event) {
                pick.turn(by: page - pick.page, of: pages(of: pick).count)
                settle(&pick)
                break
            }
            let place = event.row - frame.top + pick.list.offset
            guard (frame.top..<(frame.top + frame.rows)).contains(event.row),
                frame.inside.contains(row: event.row, column: event.column),
                lines.indices.contains(place), let item = lines[place].item
            else { return [] }
            pick.list.select(item.id, of: lines.map(\.id), height: frame.rows)
            if event.kind == .doublePress { return choose(in: pick, of: lines) }
        case .wheelUp, .wheelDown, .release: return []
        }
        overlay = .pick(pick)
        return []
    }
}

extension PickList {
    /// Moves the cursor by lines; headings are stepped over, and seen when the cursor is below the first one.
    mutating func move(by rows: Int, of lines: [PickLine], height: Int) {
        let ids = lines.map(\.id)
        list.settle(ids, height: height)
        list.move(by: rows, of: ids, height: height)
        guard !lines.isEmpty, lines[list.cursor].item == nil else { return }
        let onwards = rows < 0 ? -1 : 1
        list.move(by: onwards, of: ids, height: height)
        if lines[list.cursor].item == nil { list.move(by: -2 * onwards, of: ids, height: height) }
        if lines[list.cursor].item == nil { list.move(by: 1, of: ids, height: height) }
    }

    /// Opens the next page, or the one before, in a circle; what was typed goes, because it searches all pages.
    mutating func turn(by steps: Int, of count: Int) {
        guard count > 1 else { return }
        page = ((page + steps) % count + count) % count
        query.clear()
        list = ListState()
    }
}
