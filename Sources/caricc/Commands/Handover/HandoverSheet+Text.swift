import Model
import Screen
import Wording

/// The sheet as text: two pages of 80 columns and 66 lines, parted by a form feed. Seal, signatures and rows to be written
/// on are always on the last; only where the critical lines and those to be watched need more are there further pages.
extension HandoverSheet {
    static let columns = 80
    static let pageLines = 66

    /// The same for paper and for a browser, which breaks no earlier than 80 columns.
    struct Plan {
        var first: [Section] = []
        /// Above the seal, on the last page.
        var second: [Section] = []
        /// What has no room on two pages.
        var between: [[Section]] = []
    }

    /// Everything in full on two pages where it fits; else what is told elsewhere in one line each, then fewer of the stable
    /// lines, then what was said back in one line each. Where that is not enough nothing is shortened, and as many pages
    /// follow as it takes: what is signed stands before the signatures.
    var plan: Plan {
        let head = mark == nil ? 2 : 3
        let page = HandoverSheet.pageLines - head
        let foot = sealLines.count + paperLines.count + 1
        let rooms = [page, max(0, page - foot)]
        let all = stableCount
        for (stable, isShort) in [(all, false), (all, true)] + (0..<all).reversed().map({ ($0, true) }) {
            if let plan = fit(sections(stable: stable, isShort: isShort), rooms) { return plan }
        }
        if let plan = fit(clippingReadBacks(sections(stable: all, isShort: true)), rooms) { return plan }
        return broken(sections(stable: all, isShort: false), page: page, foot: foot)
    }

    /// What was said back of a line in one line of its own; all of it is in the log.
    private func clippingReadBacks(_ sections: [Section]) -> [Section] {
        sections.map { section in
            var section = section
            for place in section.rows.indices where section.rows[place].isReadBack {
                section.rows[place].isClipped = true
            }
            return section
        }
    }

    /// On as many pages as it takes, the last of them with the seal; a row goes on where the page ends.
    private func broken(_ sections: [Section], page: Int, foot: Int) -> Plan {
        var pages: [[Section]] = [[]]
        var left = page
        for section in sections {
            for row in section.rows {
                var rest: Row? = row
                while let now = rest {
                    let isNew = pages[pages.count - 1].last?.heading != section.heading
                    // A blank line and the heading, and never a heading alone.
                    let heading = isNew ? (pages[pages.count - 1].isEmpty ? 1 : 2) : 0
                    let height = lines(of: now, in: section).count
                    let (part, more): (Row?, Row?) =
                        height + heading <= left ? (now, nil) : parted(now, of: section, left - heading)
                    guard let part else {
                        pages.append([])
                        left = page
                        continue
                    }
                    left -= lines(of: part, in: section).count + heading
                    if isNew {
                        pages[pages.count - 1].append(section.holding([part]))
                    } else {
                        pages[pages.count - 1][pages[pages.count - 1].count - 1].rows.append(part)
                    }
                    rest = more
                }
            }
        }
        // The seal has a page of its own where the last one has no room for it; the first one never has it.
        if left < foot || pages.count == 1 { pages.append([]) }
        return Plan(
            first: pages[0], second: pages[pages.count - 1], between: Array(pages.dropFirst().dropLast()))
    }

    /// A row in two, the first of so many lines; no first one where a page has too little room to begin it, unless the row
    /// is longer than a page.
    private func parted(_ row: Row, of section: Section, _ room: Int) -> (Row?, Row?) {
        let pieces = pieces(of: row, in: section).map(\.plain)
        let isLong = pieces.count > HandoverSheet.pageLines / 4
        guard room > 0, isLong, pieces.count > room else { return (nil, row) }
        func part(_ label: String, _ lines: some Sequence<String>) -> Row {
            Row(label: label, words: lines.joined(separator: "\n"), isDetail: row.isDetail, isClipped: row.isClipped)
        }
        return (part(row.label, pieces.prefix(room)), part("", pieces.dropFirst(room)))
    }

    /// Row after row into pages of so many lines; nil where they do not fit.
    private func fit(_ sections: [Section], _ rooms: [Int]) -> Plan? {
        var pages: [[Section]] = [[]]
        var left = rooms
        for section in sections {
            for (place, row) in section.rows.enumerated() {
                let isNew = place == 0 || (pages[pages.count - 1].last?.heading != section.heading)
                // A blank line and the heading, and never a heading alone.
                let height = lines(of: row, in: section).count
                let page = pages.count - 1
                let needed = height + (isNew ? (pages[page].isEmpty ? 1 : 2) : 0)
                if needed <= left[page] {
                    left[page] -= needed
                } else {
                    guard pages.count < rooms.count, height + 1 <= left[pages.count] else { return nil }
                    pages.append([])
                    left[pages.count - 1] -= height + 1
                }
                if pages[pages.count - 1].last?.heading == section.heading {
                    pages[pages.count - 1][pages[pages.count - 1].count - 1].rows.append(row)
                } else {
                    pages[pages.count - 1].append(section.holding([row]))
                }
            }
        }
        return Plan(first: pages[0], second: pages.count > 1 ? pages[1] : [])
    }

    /// Lines without line ends; a form feed begins each page but the first.
    var pages: [[String]] {
        let plan = plan
        let last = body(plan.second)
        let bodies =
            ([plan.first] + plan.between).map { body($0) } + [
                last + (last.isEmpty ? [] : [""]) + sealLines + paperLines
            ]
        return bodies.enumerated().map { top(page: $0 + 1, of: bodies.count) + $1 }
    }

    private func body(_ sections: [Section]) -> [String] {
        sections.enumerated().flatMap { place, section in
            (place == 0 ? [] : [""]) + [SafeText(section.heading).plain]
                + section.rows.flatMap { lines(of: $0, in: section) }
        }
    }

    var asText: [String] {
        pages.enumerated().flatMap { number, lines in
            number == 0 ? lines : ["\u{0C}" + (lines.first ?? "")] + lines.dropFirst()
        }
    }

    private func top(page: Int, of count: Int) -> [String] {
        let right = SafeText(text("page \(page) of \(count)"))
        let left = SafeText("\(title)  \(identity.origin)").fitted(to: HandoverSheet.columns - right.width - 1)
        let rule = String(repeating: "=", count: HandoverSheet.columns)
        return [left.plain + " " + right.plain] + (mark.map { [centred($0)] } ?? []) + [rule]
    }

    private func centred(_ words: String) -> String {
        let safe = SafeText(words)
        return String(repeating: " ", count: max(0, (HandoverSheet.columns - safe.width) / 2)) + safe.plain
    }

    /// Where the words of a row begin: labels in a column of their own, as wide as the widest of them; the same on every
    /// page, so that a row is as high wherever it stands.
    private func start(of row: Row, in section: Section) -> Int {
        let indent = section.labels == 0 ? 2 : max(3, min(section.labels, HandoverSheet.columns / 3)) + 3
        return row.isDetail ? indent + 2 : indent
    }

    private func pieces(of row: Row, in section: Section) -> [SafeText] {
        let width = HandoverSheet.columns - start(of: row, in: section)
        let safe = SafeText(row.words, multiline: !row.isClipped)
        return row.isClipped ? [safe.clipped(to: width)] : safe.wrapped(to: width)
    }

    private func lines(of row: Row, in section: Section) -> [String] {
        let start = start(of: row, in: section)
        return pieces(of: row, in: section).enumerated().map { place, piece in
            guard place == 0, !row.isDetail else { return String(repeating: " ", count: start) + piece.plain }
            return "  " + SafeText(row.label).fitted(to: start - 2).plain + piece.plain
        }
    }

    private var sealLines: [String] {
        var lines = [String(repeating: "-", count: HandoverSheet.columns)]
        for row in sealRows {
            let label = SafeText(row.label.isEmpty ? "" : row.label + ":").padded(to: 20).plain
            let width = HandoverSheet.columns - 20
            let words = SafeText(row.words, multiline: !row.isClipped)
            for (place, piece) in (row.isClipped ? [words.clipped(to: width)] : words.wrapped(to: width)).enumerated() {
                lines.append((place == 0 ? label : String(repeating: " ", count: 20)) + piece.plain)
            }
        }
        for signature in signatures {
            let left = SafeText("\(signature.label): \(signature.name)").clipped(to: 46).padded(to: 48)
            lines += ["", left.plain + String(repeating: "_", count: HandoverSheet.columns - 48)]
        }
        return lines + [""]
    }

    private var paperLines: [String] {
        let widths = [18, 9, 16, HandoverSheet.columns - 43 - 3]
        let columns = zip(paperColumns, widths).map { SafeText($0).fitted(to: $1).plain }
        var lines = [SafeText(paperHeading).clipped(to: HandoverSheet.columns).plain, columns.joined(separator: "|")]
        for number in PaperRowEntered.rows {
            lines.append("")
            let blank = widths.dropFirst().map { String(repeating: "_", count: $0) }
            lines.append(([SafeText(rowName(number)).fitted(to: widths[0]).plain] + blank).joined(separator: "|"))
        }
        return lines
    }
}
