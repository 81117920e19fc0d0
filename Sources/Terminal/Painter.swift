private import CNcurses
import Screen

/// Writes canvases into the ncurses window, only what differs from the last one.
struct Painter {
    /// Which characters a terminal draws.
    enum Letters {
        case all
        /// Letters as they are, frames and bars as ASCII.
        case asciiFrames
        case ascii
    }

    private let depth: ColourDepth
    private let letters: Letters
    /// Set on a slow line: a selected row is marked at its beginning only, and the rest of it stays as it is.
    private(set) var isLean = false
    private var shown: Canvas?
    private var palette: Palette?
    private var looks: [LookName: Look] = [:]
    private var pairs = ColourPairs()

    private struct LookName: Hashable {
        var role: Role
        var bar: Role?
    }

    private struct Look {
        var attributes: attr_t
        var pair: Int32
    }

    init(depth: ColourDepth, letters: Letters) {
        self.depth = depth
        self.letters = letters
    }

    mutating func setLean(_ isOn: Bool) {
        isLean = isOn
        forget()
    }

    /// Forgets what is on the screen, so that the next canvas is written in full.
    mutating func forget() {
        shown = nil
    }

    mutating func paint(_ canvas: Canvas, palette: Palette, size: TerminalSize) {
        if palette != self.palette { take(palette) }
        let before = shown.flatMap { $0.width == canvas.width && $0.height == canvas.height ? $0 : nil }
        if before == nil { werase(caricc_window()) }
        for row in 0..<min(canvas.height, size.rows) {
            paint(row: row, of: canvas, before: before, columns: min(canvas.width, size.columns))
        }
        placeCursor(canvas.cursor, size: size)
        wrefresh(caricc_window())
        shown = canvas
    }

    /// The text and the reverse attribute of a cell; nothing outside the window.
    func cell(row: Int, column: Int) -> (text: String, isReversed: Bool)? {
        var scalars = [UInt32](repeating: 0, count: 6)
        var attributes: attr_t = 0
        var pair: Int32 = 0
        let count = caricc_get(Int32(row), Int32(column), &scalars, &attributes, &pair)
        guard count >= 0 else { return nil }
        var text = ""
        for value in scalars[..<Int(count)] { text.unicodeScalars.append(Unicode.Scalar(value) ?? "?") }
        return (text, attributes & caricc_reverse() != 0)
    }

    private func paint(row: Int, of canvas: Canvas, before: Canvas?, columns: Int) {
        let new = canvas.row(row)
        let old = before?.row(row)
        if let old, new == old { return }
        for column in 0..<columns {
            let cell = new[new.startIndex + column]
            if cell.isContinuation { continue }
            if !isLean, let old, old[old.startIndex + column] == cell { continue }
            write(isLean ? lean(cell, at: column, of: new) : cell, row: row, column: column, columns: columns)
        }
    }

    /// A selected cell as ordinary text, unless it is the first of its row.
    private func lean(_ cell: Cell, at column: Int, of row: ArraySlice<Cell>) -> Cell {
        guard cell.role == .selected || cell.role == .selectedInactive, column > 0,
            row[row.startIndex + column - 1].role == cell.role
        else { return cell }
        var plain = cell
        plain.role = .text
        return plain
    }

    private func write(_ cell: Cell, row: Int, column: Int, columns: Int) {
        guard let look = looks[LookName(role: cell.role, bar: cell.bar)] else { return }
        let attributes = cell.glyph.escaped ? look.attributes ^ caricc_reverse() : look.attributes
        if column + cell.glyph.width > columns {
            put([0x20], row, column, attributes, look.pair)
            return
        }
        let (scalars, width) = drawable(cell.glyph)
        put(scalars, row, column, attributes, look.pair)
        // A question mark for a wide glyph fills both cells, so that the next one stays in its place.
        var filled = width
        while filled < cell.glyph.width {
            put([width == 1 && scalars == [0x3F] ? 0x3F : 0x20], row, column + filled, attributes, look.pair)
            filled += 1
        }
    }

    /// What is written for a glyph and how many columns the C library takes for it.
    private func drawable(_ glyph: Glyph) -> (scalars: [UInt32], width: Int) {
        switch letters {
        case .all: break
        case .asciiFrames:
            if glyph.isDrawing, let likeness = glyph.asciiLikeness { return (likeness.unicodeScalars.map(\.value), 1) }
        case .ascii: return (glyph.asciiLikeness.map { $0.unicodeScalars.map(\.value) } ?? [0x3F], 1)
        }
        let scalars = glyph.scalars.unicodeScalars.map(\.value)
        guard let base = scalars.first else { return ([0x20], 1) }
        if base < 0x7F, scalars.count == 1 { return (scalars, 1) }
        let width = Int(caricc_columns_of(base))
        // Unknown to the C library, or of another width there: nobody could say where the next cell then comes to lie.
        guard width == glyph.width, scalars.dropFirst().allSatisfy({ caricc_columns_of($0) == 0 }) else {
            return ([0x3F], 1)
        }
        return (scalars, width)
    }

    private func put(_ scalars: [UInt32], _ row: Int, _ column: Int, _ attributes: attr_t, _ pair: Int32) {
        _ = caricc_put(Int32(row), Int32(column), scalars, Int32(scalars.count), attributes, pair)
    }

    private func placeCursor(_ cursor: Canvas.Position?, size: TerminalSize) {
        guard let cursor, (0..<size.rows).contains(cursor.row), (0..<size.columns).contains(cursor.column) else {
            curs_set(0)
            return
        }
        curs_set(1)
        wmove(caricc_window(), Int32(cursor.row), Int32(cursor.column))
    }

    private mutating func take(_ palette: Palette) {
        self.palette = palette
        shown = nil
        pairs = ColourPairs()
        let reduced = palette.reduced(to: depth)
        let selected = Role.bars.flatMap { bar in Role.allCases.filter(\.isTelling).map { LookName(role: $0, bar: bar) }
        }
        for name in Role.allCases.map({ LookName(role: $0) }) + selected {
            let look = reduced.look(of: name.role, within: name.bar)
            var attributes: attr_t = 0
            if look.bold { attributes |= caricc_bold() }
            if look.dim || look.strike { attributes |= caricc_dim() }
            if look.underline { attributes |= caricc_underline() }
            if look.reverse { attributes |= caricc_reverse() }
            let pair = depth == .mono ? 0 : pairs.number(of: look.foreground, on: look.background)
            looks[name] = Look(attributes: attributes, pair: pair)
        }
    }
}

/// The colour pairs that ncurses was told about, numbered from 1 in the order of need.
private struct ColourPairs {
    private struct Pair: Hashable {
        var foreground: Colour
        var background: Colour
    }

    private var numbers: [Pair: Int32] = [:]

    /// The number of a pair; 0, the terminal's own colours, when ncurses has no more.
    mutating func number(of foreground: Colour, on background: Colour) -> Int32 {
        let pair = Pair(foreground: foreground, background: background)
        if foreground == .terminalDefault, background == .terminalDefault { return 0 }
        if let number = numbers[pair] { return number }
        let number = Int32(numbers.count + 1)
        guard number < caricc_colour_pairs(),
            init_extended_pair(number, Self.number(of: foreground), Self.number(of: background)) == OK
        else { return 0 }
        numbers[pair] = number
        return number
    }

    private static func number(of colour: Colour) -> Int32 {
        switch colour {
        case .terminalDefault: -1
        case .indexed(let index): Int32(index)
        // Where colours are direct, the first eight numbers still mean the palette.
        case .rgb(let red, let green, let blue): max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
    }
}
