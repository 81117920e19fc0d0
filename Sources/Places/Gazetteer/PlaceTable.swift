/// A table of places as it lies in its file: lines of cells that tabs divide. Nothing is copied out until it is asked for.
struct PlaceTable: Sendable {
    let bytes: [UInt8]

    private static let tab = UInt8(ascii: "\t")
    private static let feed = UInt8(ascii: "\n")

    /// Calls `body` with each line's start and its cells; lines that begin with `#` are left out.
    func forEachLine(_ body: (_ start: Int, _ cells: [Range<Int>]) -> Void) {
        var cells: [Range<Int>] = []
        var start = 0
        bytes.withUnsafeBufferPointer { bytes in
            while start < bytes.count {
                cells.removeAll(keepingCapacity: true)
                let end = PlaceTable.split(bytes, from: start, into: &cells)
                if bytes[start] != UInt8(ascii: "#"), end > start { body(start, cells) }
                start = end + 1
            }
        }
    }

    /// The cells of the line that begins at `start`.
    func cells(at start: Int) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        bytes.withUnsafeBufferPointer { _ = PlaceTable.split($0, from: start, into: &cells) }
        return cells
    }

    /// Where the line ends.
    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into cells: inout [Range<Int>]
    ) -> Int {
        var cell = start
        var place = start
        while place < bytes.count, bytes[place] != feed {
            if bytes[place] == tab {
                cells.append(cell..<place)
                cell = place + 1
            }
            place += 1
        }
        cells.append(cell..<place)
        return place
    }

    func text(_ cell: Range<Int>) -> String { String(decoding: bytes[cell], as: UTF8.self) }

    /// Nil where the cell is empty.
    func optionalText(_ cell: Range<Int>) -> String? { cell.isEmpty ? nil : text(cell) }

    /// The parts of a cell that `|` divides.
    func parts(of cell: Range<Int>) -> [Range<Int>] {
        guard !cell.isEmpty else { return [] }
        var parts: [Range<Int>] = []
        var start = cell.lowerBound
        for place in cell where bytes[place] == UInt8(ascii: "|") {
            parts.append(start..<place)
            start = place + 1
        }
        return parts + [start..<cell.upperBound]
    }

    /// A whole number with or without a minus; 0 where it is none.
    func integer(_ cell: Range<Int>) -> Int32 {
        var number: Int32 = 0
        var isNegative = false
        for place in cell {
            let byte = bytes[place]
            if byte == UInt8(ascii: "-") {
                isNegative = true
            } else {
                guard byte >= 0x30, byte <= 0x39 else { return 0 }
                number = number &* 10 &+ Int32(byte - 0x30)
            }
        }
        return isNegative ? -number : number
    }

    /// A decimal of degrees as steps of 0.00001; nil where the cell is none.
    func degrees(_ cell: Range<Int>) -> Int32? {
        guard !cell.isEmpty, let degrees = Double(text(cell)), abs(degrees) <= 180 else { return nil }
        return Int32((degrees * 100_000).rounded())
    }
}
