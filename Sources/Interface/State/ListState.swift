/// What tells the rows of a list apart, from the first to the last; made when it is asked for.
protocol RowNames: RandomAccessCollection where Element == String, Index == Int {}

extension Array: RowNames where Element == String {}
extension LazyMapSequence: RowNames where Base: RandomAccessCollection, Base.Index == Int, Element == String {}

/// Where a list stands: which row is under the cursor, and which is the first that is visible.
///
/// The cursor belongs to a row, not to a place: when rows arrive above, the row stays where it is on the screen.
package struct ListState: Equatable, Sendable {
    package private(set) var cursor = 0
    package private(set) var offset = 0
    /// The id of the row under the cursor; nil for an empty list.
    package private(set) var anchor: String?
    /// The row that was under the cursor when the list became empty, such as by a search that nothing fits.
    private var former: String?

    package init() {}

    /// Brings the list in line with the rows that are there now and the height it is drawn in.
    mutating func settle(_ ids: some RowNames, height: Int) {
        let height = max(1, height)
        guard !ids.isEmpty else {
            let former = anchor ?? former
            self = ListState()
            self.former = former
            return
        }
        if anchor == nil, let former, let place = ids.firstIndex(of: former) {
            anchor = former
            cursor = place
            offset = max(0, place - height / 2)
        }
        former = nil
        if let anchor, let place = place(of: anchor, in: ids) {
            // At the very top the list shows what is new; further down it holds still.
            if !(offset == 0 && cursor == 0 && place < height) { offset += place - cursor }
            cursor = place
        }
        cursor = min(max(0, cursor), ids.count - 1)
        offset = min(max(offset, cursor - height + 1), cursor)
        offset = min(max(0, offset), max(0, ids.count - height))
        anchor = ids[cursor]
    }

    /// It mostly stands where it stood; the names of long lists are not made to find that out.
    private func place(of id: String, in ids: some RowNames) -> Int? {
        ids.indices.contains(cursor) && ids[cursor] == id ? cursor : ids.firstIndex(of: id)
    }

    /// Moves the cursor by rows; the next `settle` keeps it in sight.
    mutating func move(by rows: Int, of ids: some RowNames, height: Int) {
        guard !ids.isEmpty else { return }
        cursor = min(max(0, cursor + rows), ids.count - 1)
        anchor = ids[cursor]
        settle(ids, height: height)
    }

    /// Forgets the row, so that the next `settle` goes to the last one.
    mutating func jumpToEnd() {
        cursor = .max
        anchor = nil
    }

    /// Puts the cursor on a row by its id, if it is there.
    mutating func select(_ id: String, of ids: some RowNames, height: Int) {
        guard let place = ids.firstIndex(of: id) else { return }
        cursor = place
        anchor = id
        settle(ids, height: height)
    }
}
