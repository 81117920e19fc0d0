import Screen

/// A terminal that draws what our types of terminal may legitimately be sent, and takes everything else for a fault.
///
/// Bytes go in, in pieces of any size; out come a grid of cells, the answers that a real terminal would give, and what was
/// wrong. A test that finds `faults` empty has proved that nothing but terminfo's sequences and ours was on the wire.
package struct StrictTerminal {
    package struct Cell: Equatable, Sendable {
        /// The character with its marks; empty for the right half of a wide one.
        package var text = " "
        /// The attributes that are set, in order, such as `1;38;5;9`.
        package var look = ""
    }

    package private(set) var rows: Int
    package private(set) var columns: Int
    package private(set) var grid: [[Cell]]
    package private(set) var row = 0
    package private(set) var column = 0
    /// What was sent that is not allowed, at most a hundred, each in words.
    package private(set) var faults: [String] = []
    /// Bytes that the terminal answers, in order, since `takeAnswers`.
    private var answers: [UInt8] = []
    package internal(set) var title = ""
    package internal(set) var bells = 0
    package internal(set) var modes: Set<Int> = []
    /// How many times the whole screen was erased.
    package private(set) var erasures = 0
    var look: [String] = []
    var wrapPending = false
    var drawsLines = false
    var region = 0...0
    private var saved = (row: 0, column: 0)
    private var last = " "
    private var pending: [UInt8] = []
    let personality: Personality

    /// What a terminal is like, besides what it is sent.
    package struct Personality: Sendable {
        /// False for one of those that never answer.
        package var answers = true
        /// The answers to DA1, DA2 and XTVERSION; a question without its answer here is a fault.
        package var attributes: [String: String] = [:]
        /// What DECRQM answers for a private mode: 1 set, 2 not set.
        package var knownModes: [Int: Int] = [:]
        /// Blocks of characters that take another width here than in our table.
        package var widths: [(block: ClosedRange<UInt32>, columns: Int)] = []

        package init() {}
    }

    package init(rows: Int, columns: Int, personality: Personality = Personality()) {
        self.rows = rows
        self.columns = columns
        self.personality = personality
        grid = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
        region = 0...(rows - 1)
    }

    /// The rows as text without trailing blanks.
    package var lines: [String] {
        grid.map { row in
            var text = row.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }
    package var text: String { lines.joined(separator: "\n") }

    package mutating func takeAnswers() -> [UInt8] {
        defer { answers = [] }
        return answers
    }

    mutating func fault(_ what: String) {
        if faults.count < 100 { faults.append(what) }
    }

    mutating func answer(_ text: String) {
        if personality.answers { answers += Array(text.utf8) }
    }

    // MARK: Reading

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        pending += bytes
        var position = 0
        while position < pending.count, let length = step(from: position) { position += length }
        pending.removeFirst(position)
    }

    /// Bytes taken; nothing while more are needed.
    private mutating func step(from position: Int) -> Int? {
        let byte = pending[position]
        switch byte {
        case 0x1B: return escape(from: position)
        case 0x20...0x7E:
            draw(UnicodeScalar(byte))
            return 1
        case 0x80...: return scalar(from: position)
        default:
            control(byte)
            return 1
        }
    }

    private mutating func scalar(from position: Int) -> Int? {
        let lead = pending[position]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard position + length <= pending.count else { return nil }
        let text = String(validating: pending[position..<(position + length)], as: UTF8.self)
        guard let scalar = text?.unicodeScalars.first, text?.unicodeScalars.count == 1 else {
            fault("bytes that are not UTF-8: \(pending[position..<(position + length)])")
            return 1
        }
        draw(scalar)
        return length
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x07: bells += 1
        case 0x08: move(to: row, column - 1)
        case 0x09: move(to: row, (column / 8 + 1) * 8)
        case 0x0A: lineFeed()
        case 0x0D: move(to: row, 0)
        case 0x0E: drawsLines = true
        case 0x0F: drawsLines = false
        case 0x18: break
        default: fault("control \(byte)")
        }
    }

    private mutating func escape(from start: Int) -> Int? {
        guard start + 1 < pending.count else { return nil }
        switch pending[start + 1] {
        case UInt8(ascii: "["):
            var end = start + 2
            while end < pending.count, (0x20...0x3F).contains(pending[end]) { end += 1 }
            guard end < pending.count else { return nil }
            // Cut in the middle by another sequence, as when the program is ended.
            if pending[end] == 0x1B || pending[end] == 0x18 { return end - start }
            let parameters = String(decoding: pending[(start + 2)..<end], as: UTF8.self)
            sequence(parameters, Character(UnicodeScalar(pending[end])))
            return end + 1 - start
        case UInt8(ascii: "]"):
            guard let end = pending[start...].firstIndex(of: 0x07) else {
                if pending.count - start > 40 { fault("an OSC without an end") }
                return pending.count - start > 40 ? 2 : nil
            }
            let content = String(decoding: pending[(start + 2)..<end], as: UTF8.self)
            if content.hasPrefix("2;") { title = String(content.dropFirst(2)) } else { fault("OSC \(content)") }
            return end + 1 - start
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            guard start + 2 < pending.count else { return nil }
            switch (pending[start + 1], pending[start + 2]) {
            case (UInt8(ascii: "("), UInt8(ascii: "0")): drawsLines = true
            case (UInt8(ascii: "("), UInt8(ascii: "B")): drawsLines = false
            case (UInt8(ascii: ")"), UInt8(ascii: "0")): break
            default: fault("character set \(pending[start + 2])")
            }
            return 3
        case UInt8(ascii: "7"): saved = (row, column)
        case UInt8(ascii: "8"): move(to: saved.row, saved.column)
        case UInt8(ascii: "M"): if row == region.lowerBound { scroll(down: 1) } else { move(to: row - 1, column) }
        case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "\\"): break
        case let other: fault("escape \(Character(UnicodeScalar(other)))")
        }
        return 2
    }

    // MARK: Drawing

    private mutating func draw(_ scalar: Unicode.Scalar) {
        if let other = personality.widths.first(where: { $0.block.contains(scalar.value) }) {
            if other.columns > 0 { put(String(scalar), width: other.columns) }
            return
        }
        switch CharacterWidth.classify(scalar) {
        case .mark, .jamo: addMark(scalar)
        case .narrow: put(String(scalar), width: 1)
        case .wide: put(String(scalar), width: 2)
        case .format where scalar.value == 0x200C || scalar.value == 0x200D: addMark(scalar)
        case let other: fault("U+\(String(scalar.value, radix: 16)), \(other)")
        }
    }

    private mutating func addMark(_ scalar: Unicode.Scalar) {
        var before = wrapPending ? column : column - 1
        while before > 0, grid[row][before].text.isEmpty { before -= 1 }
        guard before >= 0 else { return fault("a mark at the beginning of a row") }
        grid[row][before].text.unicodeScalars.append(scalar)
    }

    private mutating func put(_ text: String, width: Int) {
        if wrapPending {
            wrapPending = false
            column = 0
            lineFeed()
        }
        if column + width > columns { return fault("a wide character in the last column") }
        let shown = drawsLines ? Self.line(text) : text
        last = shown
        blankHalves(from: column, to: column + width)
        grid[row][column] = Cell(text: shown, look: look.joined(separator: ";"))
        if width == 2 { grid[row][column + 1] = Cell(text: "", look: look.joined(separator: ";")) }
        column += width
        if column == columns {
            column = columns - 1
            wrapPending = true
        }
    }

    /// What is left of a wide character whose other half is overwritten becomes a blank.
    private mutating func blankHalves(from: Int, to: Int) {
        if grid[row][from].text.isEmpty, from > 0 { grid[row][from - 1].text = " " }
        if to < columns, grid[row][to].text.isEmpty { grid[row][to].text = " " }
    }

    mutating func repeatLast(_ count: Int) {
        for _ in 0..<min(count, columns) { put(last, width: 1) }
    }

    mutating func move(to newRow: Int, _ newColumn: Int) {
        wrapPending = false
        row = min(max(0, newRow), rows - 1)
        column = min(max(0, newColumn), columns - 1)
    }

    mutating func lineFeed() {
        if row == region.upperBound { scroll(down: -1) } else if row < rows - 1 { row += 1 }
    }

    /// Moves the rows of the scroll region.
    mutating func scroll(down count: Int) { shift(from: region.lowerBound, by: count) }

    /// Moves the rows from one to the end of the scroll region down, or up if `count` is negative.
    mutating func shift(from first: Int, by count: Int) {
        guard region.contains(first) else { return }
        for _ in 0..<min(abs(count), rows) {
            let blank = Array(repeating: Cell(text: " ", look: background), count: columns)
            grid.remove(at: count > 0 ? region.upperBound : first)
            grid.insert(blank, at: count > 0 ? first : region.upperBound)
        }
    }

    /// What erased cells look like: the background alone, as terminals with `bce` do it.
    private var background: String {
        look.filter { $0.hasPrefix("4") && $0 != "4" || $0.hasPrefix("10") }.joined(separator: ";")
    }

    mutating func erase(rows rowRange: ClosedRange<Int>, columns columnRange: ClosedRange<Int>) {
        if rowRange == 0...(rows - 1), columnRange == 0...(columns - 1) { erasures += 1 }
        for row in rowRange.clamped(to: 0...(rows - 1)) {
            for column in columnRange.clamped(to: 0...(columns - 1)) {
                grid[row][column] = Cell(text: " ", look: background)
            }
        }
    }

    mutating func shiftCells(by count: Int) {
        wrapPending = false
        let blank = Cell(text: " ", look: background)
        for _ in 0..<min(abs(count), columns) {
            grid[row].remove(at: count > 0 ? columns - 1 : column)
            grid[row].insert(blank, at: count > 0 ? column : columns - 1)
        }
    }

    private static func line(_ text: String) -> String {
        ["q": "\u{2500}", "x": "\u{2502}", "l": "\u{250C}", "k": "\u{2510}", "m": "\u{2514}", "j": "\u{2518}"][text]
            ?? text
    }
}
