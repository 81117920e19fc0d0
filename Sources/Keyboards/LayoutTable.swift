/// The table of layouts as it ships; where it comes from stands at its head.
struct LayoutTable: Sendable {
    let layouts: [KeyboardLayout]
    /// By position: the same key without Shift.
    let unshifted: [Character: Character]

    static let shipped = LayoutTable(reading: String(decoding: PackageResources.layouts_tsv, as: UTF8.self))

    /// Lines of cells between tabs: the name of the key, then two characters for each layout, alone and with Shift.
    /// Lines that begin with `#` are remarks; a cell that is no single character is left out.
    init(reading text: String) {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let codes = lines.first.map { $0.dropFirst().filter { !$0.hasSuffix("_shift") } } ?? []
        var typed = Array(repeating: [Character: Character](), count: codes.count)
        var unshifted: [Character: Character] = [:]
        for cells in lines.dropFirst() where cells.count == 1 + 2 * codes.count {
            for place in 1...2 where cells[place].count == 1 {
                let position = Character(cells[place])
                if cells[1].count == 1 { unshifted[position] = Character(cells[1]) }
                for layout in codes.indices where cells[place + 2 * layout].count == 1 {
                    typed[layout][position] = Character(cells[place + 2 * layout])
                }
            }
        }
        layouts = zip(codes, typed).map { KeyboardLayout(code: $0, typed: $1) }
        self.unshifted = unshifted
    }
}
