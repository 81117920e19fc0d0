import Model
import Screen
import Wording

/// The sheet as text: two pages of 80 columns and 66 lines, parted by a form feed. Seal, signatures and rows to be written
/// on are always on the second; only where the critical lines and those to be watched need more do further pages follow.
extension HandoverSheet {
    static let columns = 80
    static let pageLines = 66

    /// The same for paper and for a browser, which breaks no earlier than 80 columns.
    struct Plan {
        var first: [Section] = []
        /// Above the seal.
        var second: [Section] = []
        /// What has no room on two pages.
        var more: [[Section]] = []
    }

    var plan: Plan {
        let head = mark == nil ? 2 : 3
        let foot = sealLines.count + paperLines.count + 1
        let rooms = [HandoverSheet.pageLines - head, HandoverSheet.pageLines - head - foot]
        var wanted = stableCount
        for isShort in [false, true] {
            if let plan = fit(sections(stable: wanted, isShort: isShort), rooms) { return plan }
        }
        while wanted > 0 {
            wanted -= 1
            if let plan = fit(sections(stable: wanted, isShort: true), rooms) { return plan }
        }
        let further = Array(repeating: HandoverSheet.pageLines - head, count: 200)
        // Where two pages are not enough, nothing is left to be counted.
        return fit(sections(stable: stableCount, isShort: false), rooms + further) ?? Plan()
    }

    /// Row after row into pages of so many lines; nil where they do not fit.
    private func fit(_ sections: [Section], _ rooms: [Int]) -> Plan? {
        var pages: [[Section]] = [[]]
        var left = rooms
        for section in sections {
            for (place, row) in section.rows.enumerated() {
                let isNew = place == 0 || (pages[pages.count - 1].last?.heading != section.heading)
                // A blank line and the heading, and never a heading alone.
                let height = lines(of: row, among: section.rows).count
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
                    pages[pages.count - 1].append(Section(heading: section.heading, rows: [row]))
                }
            }
        }
        return Plan(
            first: pages[0], second: pages.count > 1 ? pages[1] : [], more: Array(pages.dropFirst(2)))
    }

    /// Lines without line ends; a form feed begins each page but the first.
    var pages: [[String]] {
        let plan = plan
        var bodies = [body(plan.first), body(plan.second)]
        if !bodies[1].isEmpty { bodies[1].append("") }
        bodies[1] += sealLines + paperLines
        bodies += plan.more.map { body($0) }
        return bodies.enumerated().map { top(page: $0 + 1, of: bodies.count) + $1 }
    }

    private func body(_ sections: [Section]) -> [String] {
        sections.enumerated().flatMap { place, section in
            (place == 0 ? [] : [""]) + [SafeText(section.heading).plain]
                + section.rows.flatMap { lines(of: $0, among: section.rows) }
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

    /// Labels in a column of their own; the same on every page, so that a row is as high wherever it stands.
    private func lines(of row: Row, among rows: [Row]) -> [String] {
        let widest = rows.contains { $0.label.count > 3 } ? 18 : rows.contains { !$0.label.isEmpty } ? 3 : 0
        let indent = widest == 0 ? 2 : widest + 3
        let start = row.isDetail ? indent + 2 : indent
        let width = HandoverSheet.columns - start
        let safe = SafeText(row.words, multiline: !row.isClipped)
        let pieces = row.isClipped ? [safe.clipped(to: width)] : safe.wrapped(to: width)
        return pieces.enumerated().map { place, piece in
            guard place == 0, !row.isDetail else { return String(repeating: " ", count: start) + piece.plain }
            return "  " + SafeText(row.label).fitted(to: start - 2).plain + piece.plain
        }
    }

    private var sealLines: [String] {
        var lines = [String(repeating: "-", count: HandoverSheet.columns)]
        for row in sealRows {
            let label = SafeText(row.label.isEmpty ? "" : row.label + ":").padded(to: 20).plain
            for (place, piece) in SafeText(row.words, multiline: true).wrapped(to: HandoverSheet.columns - 20)
                .enumerated()
            {
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
