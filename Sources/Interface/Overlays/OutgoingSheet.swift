import Screen
import Wording

/// Fields over a text: first it is chosen what leaves the Centre, then it lies there as it would leave.
protocol OutgoingSheet {
    var fields: [Form.Field] { get }
    var focus: Int { get set }
    /// The first line in sight of what stands below the fields.
    var first: Int { get set }
    var fault: Message? { get set }
    var isWorking: Bool { get }
    /// Whether it lies there as it would leave.
    var isComposed: Bool { get }
}

extension ReleaseSheet: OutgoingSheet {
    var isComposed: Bool { composed != nil }
}

extension RequestSheet: OutgoingSheet {
    var isComposed: Bool { composed != nil }
}

/// What a key came to in such a sheet.
enum OutgoingMove {
    /// The sheet stands as it was changed.
    case moved
    case left
    /// The key belongs to the field in focus.
    case typed
    /// What leaves is to be put together.
    case composing
    /// The key belongs to the text as it would leave.
    case composed
}

extension AppState {
    /// - Parameter lines: how many lines stand below the fields, at a width in columns.
    func move<Sheet: OutgoingSheet>(
        _ key: Key, in sheet: inout Sheet, lines: (_ sheet: Sheet, _ width: Int) -> Int
    ) -> OutgoingMove {
        guard !sheet.isWorking || key == .escape else { return .moved }
        if key == .pageDown || key == .pageUp {
            let page = max(1, layout.overlayRows / 2)
            let last = max(0, lines(sheet, layout.overlay.width - 4) - 1)
            sheet.first = min(max(0, sheet.first + (key == .pageDown ? page : -page)), last)
            return .moved
        }
        sheet.fault = nil
        if sheet.isComposed { return .composed }
        let count = sheet.fields.count
        switch key {
        case .escape: return .left
        case .enter where sheet.focus == count - 1, .control("s"), .function(10): return .composing
        case .enter, .tab, .down: sheet.focus = (sheet.focus + 1) % count
        case .backTab, .up: sheet.focus = (sheet.focus + count - 1) % count
        default: return .typed
        }
        return .moved
    }

    /// What went wrong, or what the field in focus is for; who else has to agree; and the keys.
    func foot(
        of sheet: some OutgoingSheet, _ keys: Message, secondPerson: Message?, width: Int
    ) -> [(text: SafeText, role: Role)] {
        func lines(_ message: Message?, _ role: Role) -> [(text: SafeText, role: Role)] {
            message.map { text($0).wrapped(to: width).prefix(2).map { ($0, role) } } ?? []
        }
        let said = lines(sheet.fault, .error)
        let hint = sheet.isComposed || !said.isEmpty ? [] : lines(sheet.fields[sheet.focus].hint, .dim)
        return said + hint + lines(secondPerson, .warning) + lines(keys, .dim)
    }

    /// - Parameter leastRows: how many of the window's rows the lines keep, however many fields there are.
    func drawOutgoing(
        _ sheet: some OutgoingSheet, _ title: Message, lines: [[Segment]], leastRows: (_ height: Int) -> Int,
        foot: [(text: SafeText, role: Role)], on canvas: inout Canvas
    ) {
        let wanted = sheet.isComposed ? 0 : sheet.fields.count
        let inside = frame(title, rows: wanted + lines.count + foot.count, on: &canvas)
        let shown = min(wanted, max(1, inside.height - foot.count - leastRows(inside.height)))
        if wanted > 0 {
            let first = max(0, min(sheet.focus - shown + 1, sheet.fields.count - shown))
            drawFields(
                sheet.fields, focus: sheet.focus, first: first, count: shown, leastLabel: 10, inside, on: &canvas)
        }
        let top = inside.row + shown
        let rows = max(0, inside.height - shown - foot.count)
        let first = min(sheet.first, max(0, lines.count - rows))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(line, row: top + row, column: inside.column, width: inside.width)
        }
        canvas.scrollBar(
            row: top, column: inside.column + inside.width + 1, height: rows, first: first, total: lines.count)
        for (line, piece) in foot.enumerated() where shown + rows + line < inside.height {
            canvas.put(piece.text, row: top + rows + line, column: inside.column, width: inside.width, role: piece.role)
        }
        if sheet.isComposed { canvas.cursor = Canvas.Position(row: inside.row, column: inside.column) }
    }
}
