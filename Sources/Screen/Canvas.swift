/// One cell of a canvas.
package struct Cell: Hashable, Sendable {
    package var glyph: Glyph
    package var role: Role
    /// Set on the right half of a wide glyph, whose left half is the cell before.
    package var isContinuation: Bool
    /// The selection that the cell lies in, when its own role shows through it.
    package var bar: Role?

    package init(glyph: Glyph = .space, role: Role = .text, isContinuation: Bool = false, bar: Role? = nil) {
        self.glyph = glyph
        self.role = role
        self.isContinuation = isContinuation
        self.bar = bar
    }
}

/// A picture of a screen in character cells: what a view draws on, a test compares and the terminal shows.
///
/// Rows and columns count from 0 at the upper left. Everything outside is cut off without an error.
package struct Canvas: Equatable, Sendable {
    package let width: Int
    package let height: Int
    /// Where the terminal's own cursor sits: on the focused row, so that screen readers find it. Nothing hides it.
    package var cursor: Position?
    private var cells: [Cell]

    package struct Position: Hashable, Sendable {
        package var row: Int
        package var column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A blank canvas; negative sizes count as 0.
    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        cells = Array(repeating: Cell(), count: self.width * self.height)
    }

    /// Draws text on one row and returns the columns used.
    ///
    /// The text is clipped with `~` to `width` columns, or to the right edge if there is no width. What lies left of
    /// column 0 is dropped.
    @discardableResult
    package mutating func put(
        _ text: SafeText, row: Int, column: Int, width limit: Int? = nil, role: Role = .text
    ) -> Int {
        guard column < width else { return 0 }
        let room = min(limit ?? Int.max, width - max(column, -text.width))
        let clipped = text.clipped(to: room)
        guard (0..<height).contains(row) else { return clipped.width }
        var at = column
        for glyph in clipped.glyphs {
            set(glyph, row: row, column: at, role: role)
            at += glyph.width
        }
        return clipped.width
    }

    /// Blanks a rectangle and gives it a role.
    package mutating func fill(row: Int, column: Int, width: Int, height: Int, role: Role = .text) {
        forEachCell(row: row, column: column, width: width, height: height) { canvas, row, column in
            canvas.set(.space, row: row, column: column, role: role)
        }
    }

    /// Gives a rectangle another role and leaves what is written there. Telling roles show through a selection.
    package mutating func paint(row: Int, column: Int, width: Int, height: Int = 1, role: Role) {
        let isBar = Role.bars.contains(role)
        forEachCell(row: row, column: column, width: width, height: height) { canvas, row, column in
            let place = row * canvas.width + column
            if isBar, canvas.cells[place].role.isTelling {
                canvas.cells[place].bar = role
            } else {
                canvas.cells[place].role = role
                canvas.cells[place].bar = nil
            }
        }
    }

    /// Copies another canvas onto this one with its upper left corner at a place; its cursor comes along.
    package mutating func place(_ other: Canvas, row: Int, column: Int) {
        for otherRow in 0..<other.height {
            for otherColumn in 0..<other.width {
                let cell = other.cells[otherRow * other.width + otherColumn]
                if cell.isContinuation { continue }
                set(cell.glyph, row: row + otherRow, column: column + otherColumn, role: cell.role, bar: cell.bar)
            }
        }
        if let inner = other.cursor { cursor = Position(row: row + inner.row, column: column + inner.column) }
    }

    /// The cell at a place; nothing outside.
    package subscript(row: Int, column: Int) -> Cell? {
        guard (0..<height).contains(row), (0..<width).contains(column) else { return nil }
        return cells[row * width + column]
    }

    /// The cells of one row, which must be inside.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        cells[(row * width)..<((row + 1) * width)]
    }

    mutating func set(_ glyph: Glyph, row: Int, column: Int, role: Role, bar: Role? = nil) {
        guard (0..<height).contains(row), column > -glyph.width, column < width else { return }
        guard column >= 0, column + glyph.width <= width else {
            // A wide glyph across an edge: its visible half becomes a blank.
            set(.space, row: row, column: max(0, column), role: role)
            return
        }
        let first = row * width + column
        if cells[first].isContinuation { cells[first - 1] = Cell(role: cells[first - 1].role) }
        let after = first + glyph.width
        if column + glyph.width < width, cells[after].isContinuation {
            cells[after] = Cell(role: cells[after].role)
        }
        cells[first] = Cell(glyph: glyph, role: role, bar: bar)
        if glyph.width == 2 { cells[first + 1] = Cell(glyph: glyph, role: role, isContinuation: true, bar: bar) }
    }

    private mutating func forEachCell(
        row: Int, column: Int, width: Int, height: Int, _ change: (inout Canvas, Int, Int) -> Void
    ) {
        let rows = max(0, row)..<max(0, row, min(self.height, row.addingClamped(height)))
        let columns = max(0, column)..<max(0, column, min(self.width, column.addingClamped(width)))
        for row in rows where row < self.height {
            for column in columns where column < self.width { change(&self, row, column) }
        }
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
