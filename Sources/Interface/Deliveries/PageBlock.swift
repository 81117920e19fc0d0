import Model
import Screen
import Wording

/// A line of a page that shrinks: the greater its rank, the sooner it gives way where there is no room.
struct PageLine {
    var segments: [Segment]
    var rank: Int
    /// The tab that tells more about it.
    var panel: PanelID?
    /// It continues the line above.
    var goesOn = false
    /// What gives way before anything else.
    static let weak = 90
}

/// A band of a page: its title goes with its last line.
struct PageBlock {
    var title: [Segment]
    let panel: PanelID
    var titleRank = 3
    var lines: [PageLine]

    var rows: [PageLine] {
        guard !lines.isEmpty else { return [] }
        return (title.isEmpty ? [] : [PageLine(segments: title, rank: titleRank, panel: panel)]) + lines
    }

    var height: Int { lines.isEmpty ? 0 : lines.count + (title.isEmpty ? 0 : 1) }
}

/// Blocks side by side: one column goes over the whole width.
struct PageGroup {
    var columns: [[PageBlock]]

    static func full(_ block: PageBlock) -> PageGroup { PageGroup(columns: [[block]]) }

    func height(of column: Int) -> Int { columns[column].reduce(0) { $0 + $1.height } }
    var height: Int { columns.indices.map { height(of: $0) }.max() ?? 0 }

    /// Width of each column, with a line between two.
    static func widths(_ width: Int, columns: Int) -> [Int] {
        guard columns > 1 else { return [width] }
        let each = (width - 3 * (columns - 1)) / columns
        return (0..<columns).map { $0 == columns - 1 ? width - (each + 3) * (columns - 1) : each }
    }

    func lines(width: Int) -> [PageLine] {
        guard columns.count > 1 else { return columns.flatMap { $0 }.flatMap(\.rows) }
        let widths = PageGroup.widths(width, columns: columns.count)
        let sides = columns.map { $0.flatMap(\.rows) }
        return (0..<height).map { row in
            var segments: [Segment] = []
            for (place, side) in sides.enumerated() {
                if place > 0 { segments.append(Segment("│", .frame, width: 1)) }
                let own = side.indices.contains(row) ? side[row].segments : []
                segments += place < sides.count - 1 ? Segment.filling(own, to: widths[place]) : own
            }
            return PageLine(segments: segments, rank: 0, panel: sides.first { $0.indices.contains(row) }?[row].panel)
        }
    }
}

extension PageBlock {
    /// Takes a line away; what it went on from then carries the mark of a cut.
    fileprivate mutating func remove(at place: Int) {
        guard lines.remove(at: place).goesOn, place > 0 else { return }
        lines[place - 1].segments = Segment.cut(lines[place - 1].segments)
    }
}

extension Segment {
    /// The same with the mark of a cut at the end of its words.
    static func cut(_ segments: [Segment]) -> [Segment] {
        guard let place = segments.lastIndex(where: { !$0.text.isEmpty }) else { return segments }
        var marked = segments
        let last = segments[place]
        marked[place] = Segment(last.text.dropLast() + "~", last.role, width: last.width, isRight: last.isRight)
        return marked
    }
}

/// A page that fits into its height: what gives way is counted, never lost without a word.
struct ShrunkPage {
    private(set) var lines: [PageLine] = []
    private(set) var hidden = 0

    init(_ groups: [PageGroup], width: Int, height: Int) {
        var groups = groups
        while groups.reduce(0, { $0 + $1.height }) > height, let place = ShrunkPage.weakest(in: groups) {
            groups[place.group].columns[place.column][place.block].remove(at: place.line)
            hidden += 1
        }
        // Where only what matters is left, the words above it go before any of it does.
        for group in groups.indices where groups.reduce(0, { $0 + $1.height }) > height {
            for column in groups[group].columns.indices {
                for block in groups[group].columns[column].indices { groups[group].columns[column][block].title = [] }
            }
        }
        lines = groups.flatMap { $0.lines(width: width) }
    }

    private struct Place {
        let group, column, block, line: Int
    }

    /// The line that gives way next: the last of those with the greatest rank, in a column that makes its group high.
    private static func weakest(in groups: [PageGroup]) -> Place? {
        var best: (rank: Int, place: Place)?
        for (group, of) in groups.enumerated() {
            for column in of.columns.indices where of.height(of: column) == of.height {
                for (block, content) in of.columns[column].enumerated() {
                    for (line, candidate) in content.lines.enumerated() where candidate.rank >= best?.rank ?? 1 {
                        best = (candidate.rank, Place(group: group, column: column, block: block, line: line))
                    }
                }
            }
        }
        return best?.place
    }
}

extension Segment {
    /// The segments with widths that add up to so many columns, blanks between them included.
    static func filling(_ segments: [Segment], to width: Int) -> [Segment] {
        let fixed = segments.reduce(0) { $0 + ($1.width ?? 0) } + max(0, segments.count - 1)
        var filled = segments
        if let flexible = segments.firstIndex(where: { $0.width == nil }) {
            let old = segments[flexible]
            filled[flexible] = Segment(old.text, old.role, width: max(0, width - fixed), isRight: old.isRight)
            return filled
        }
        if fixed < width { filled.append(Segment("", width: width - fixed - (segments.isEmpty ? 0 : 1))) }
        return filled
    }

    /// A band title within a page: words, a line, and a remark at its end, which goes where there is no room.
    static func rule(
        _ title: String, _ role: Role = .heading, remark: [String] = [], _ remarkRole: Role = .dim, width: Int
    )
        -> [Segment]
    {
        let lead = SafeText(title).clipped(to: max(1, width))
        let fitting = remark.first { SafeText($0).width + lead.width + 3 <= width } ?? ""
        let tail = SafeText(fitting).width
        let line = width - lead.width - 1 - (tail > 0 ? tail + 1 : 0)
        var segments = [Segment(lead.plain, role, width: lead.width)]
        if line > 0 { segments.append(Segment(String(repeating: "─", count: line), .frame, width: line)) }
        if tail > 0 { segments.append(Segment(fitting, remarkRole, width: tail)) }
        return segments
    }
}

extension AppState {
    /// Rows of cells in columns that fit; the column `flexible` gives way first and takes what is left over.
    func pageTable(
        _ headings: [Message], _ places: [Column.Place], flexible: Int, _ rows: [[CellText]], width: Int
    ) -> (heading: [Segment], rows: [[Segment]]) {
        let heads = headings.map { CellText(catalogue.text($0), .label) }
        let needs = places.indices.map { place in
            let words = rows.map { SafeText($0[place].longest).width }.max() ?? 0
            let least = rows.map { SafeText($0[place].shortest).width }.max() ?? 0
            let isFlexible = place == flexible
            // A text that has a shorter form is not cut.
            let forms = rows.filter { $0[place].forms.count > 1 }.map { SafeText($0[place].shortest).width }.max() ?? 0
            return ColumnFit.Need(
                place: words == 0 ? .spare(99) : places[place], least: isFlexible ? max(min(12, words), forms) : least,
                ideal: max(words, words == 0 ? 0 : min(SafeText(heads[place].longest).width, words + 6)),
                most: isFlexible ? max(words, 12) : words + 6, share: isFlexible ? 1 : 0)
        }
        let widths = ColumnFit.widths(of: needs, in: width)
        func segments(_ cells: [CellText]) -> [Segment] {
            cells.indices.compactMap { place in
                guard let width = widths[place], width > 0 else { return nil }
                return Segment(cells[place].fitted(to: width).plain, cells[place].role, width: width)
            }
        }
        return (segments(heads), rows.map(segments))
    }
}
