import Screen

/// A rectangle of character cells.
package struct Rect: Equatable, Sendable {
    package var row: Int
    package var column: Int
    package var width: Int
    package var height: Int

    package init(row: Int, column: Int, width: Int, height: Int) {
        self.row = row
        self.column = column
        self.width = width
        self.height = height
    }

    func contains(row: Int, column: Int) -> Bool {
        row >= self.row && row < self.row + height && column >= self.column && column < self.column + width
    }
}

/// What the size of the window allows.
package struct Layout: Equatable, Sendable {
    package let width: Int
    package let height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    package static let smallestWidth = 60
    package static let smallestHeight = 16

    var isTooSmall: Bool { width < Layout.smallestWidth || height < Layout.smallestHeight }
    /// Wide enough for two columns of panels.
    var isWide: Bool { width >= 110 && height >= 30 }
    /// Large enough for every panel at once.
    var isWall: Bool { width >= 160 && height >= 50 }
    /// The wall can be asked for before it comes by itself.
    var isWallPossible: Bool { width >= 132 && height >= 40 }
    /// Room for column headings where they only help.
    var hasHeadings: Bool { width >= 80 && height >= 28 }
    /// Mode line, figures, and the NOW sentence with a second line for its end or for what comes after it.
    var headerRows: Int { 4 }
    /// The SAVED line and the keys.
    var footerRows: Int { 2 }
    var body: Rect { Rect(row: headerRows, column: 0, width: width, height: max(0, height - headerRows - footerRows)) }
    /// Rows of text that fit into an overlay with its frame.
    var overlayRows: Int { max(1, height - 8) }
    var overlay: Rect {
        // Up to this width a box takes all of it: two columns of the rows behind it would only look like rubbish.
        let width = min(self.width, 100)
        return Rect(row: 2, column: (self.width - width) / 2, width: width, height: height - 4)
    }

    /// Shares `rows` among bands so that each gets what it needs, or as near as can be: first three rows each, then in turn.
    static func share(_ rows: Int, needs: [Int]) -> [Int] {
        var given = needs.map { _ in 0 }
        var left = max(0, rows)
        for ceiling in [3, Int.max] {
            var isGiving = true
            while left > 0, isGiving {
                isGiving = false
                for place in needs.indices where left > 0 && given[place] < min(needs[place], ceiling) {
                    given[place] += 1
                    left -= 1
                    isGiving = true
                }
            }
        }
        if left > 0, let last = given.indices.last { given[last] += left }
        return given
    }
}
