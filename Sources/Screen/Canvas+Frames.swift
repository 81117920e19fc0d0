/// Rules, frames and bars: box drawing only, which every terminal has and which becomes ASCII where it must.
extension Canvas {
    /// A band title such as `DELIVERIES 4 ──────── newest word 3 min`: a title, a line, and a remark at the right end.
    ///
    /// The line keeps at least one column; the remark is clipped first, then dropped with a `~`, then the title clipped.
    package mutating func rule(
        row: Int, column: Int, width: Int, title: SafeText = SafeText(), trailing: SafeText = SafeText(),
        titleRole: Role = .heading, trailingRole: Role = .dim
    ) {
        guard width > 0 else { return }
        let head = title.clipped(to: width)
        let lead = head.isEmpty ? 0 : head.width + 1
        var tail = trailing
        if !tail.isEmpty {
            let room = width - lead - 2
            tail = room >= 4 || tail.width <= room ? tail.clipped(to: room) : SafeText(glyphs: [.cut])
        }
        let tailColumns = tail.isEmpty ? 0 : tail.width + 1
        put(head, row: row, column: column, role: titleRole)
        let line = width - lead - tailColumns
        guard line > 0 else {
            if !trailing.isEmpty, head.width < width {
                put(SafeText(glyphs: [.cut]), row: row, column: column + width - 1)
            }
            return
        }
        if lead > 0 { set(.space, row: row, column: column + lead - 1, role: .frame) }
        for offset in 0..<line { set(.horizontal, row: row, column: column + lead + offset, role: .frame) }
        guard !tail.isEmpty else { return }
        set(.space, row: row, column: column + lead + line, role: .frame)
        put(tail, row: row, column: column + width - tail.width, role: trailingRole)
    }

    /// A vertical line.
    package mutating func vertical(row: Int, column: Int, height: Int, role: Role = .frame) {
        for line in max(0, row)..<max(0, row, min(self.height, row + height)) {
            set(.vertical, row: line, column: column, role: role)
        }
    }

    /// A frame with its title in the upper edge; nothing below 2 by 2 cells. What is inside stays.
    package mutating func box(
        row: Int, column: Int, width: Int, height: Int, title: SafeText = SafeText(), role: Role = .frame,
        titleRole: Role = .heading
    ) {
        guard width >= 2, height >= 2 else { return }
        let (bottom, right) = (row + height - 1, column + width - 1)
        for offset in max(1, -column)..<max(1, -column, min(width - 1, self.width - column)) {
            set(.horizontal, row: row, column: column + offset, role: role)
            set(.horizontal, row: bottom, column: column + offset, role: role)
        }
        vertical(row: row + 1, column: column, height: height - 2, role: role)
        vertical(row: row + 1, column: right, height: height - 2, role: role)
        set(Glyph.corners[0], row: row, column: column, role: role)
        set(Glyph.corners[1], row: row, column: right, role: role)
        set(Glyph.corners[2], row: bottom, column: column, role: role)
        set(Glyph.corners[3], row: bottom, column: right, role: role)
        guard !title.isEmpty, width >= 6 else { return }
        put(" " + title.clipped(to: width - 4) + " ", row: row, column: column + 1, role: titleRole)
    }

    /// The bar that says which part of a long list is visible; nothing if all of it is.
    ///
    /// - Parameters:
    ///   - first: the index of the first visible line of the list
    ///   - total: lines of the whole list
    package mutating func scrollBar(row: Int, column: Int, height: Int, first: Int, total: Int) {
        guard height > 0, total > height else { return }
        let length = max(1, height * height / total)
        let travel = height - length
        let top = min(travel, max(0, first) * travel / (total - height))
        for offset in 0..<height {
            let isThumb = (top..<(top + length)).contains(offset)
            set(isThumb ? .ascii(0x23) : .vertical, row: row + offset, column: column, role: .frame)
        }
    }
}
