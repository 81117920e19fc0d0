import Screen
import Wording

/// The sheet as text: pages of 80 columns and 62 lines, parted by form feeds.
extension HandoverSheet {
    static let columns = 80
    static let pageLines = 62
    /// So many rows of paper there are at least, and at most.
    static let paperRows = 8...24

    /// Lines without line ends; a form feed begins each page but the first.
    var pages: [[String]] {
        let head = mark == nil ? 2 : 3
        let room = HandoverSheet.pageLines - head
        var bodies: [[String]] = [[]]
        for section in sections {
            var lines = [SafeText(section.heading).plain] + wrapped(section.rows)
            if !(bodies.last ?? []).isEmpty, (bodies.last ?? []).count < room { lines.insert("", at: 0) }
            for (place, line) in lines.enumerated() {
                // A heading does not stand alone at the foot of a page.
                let needed = place <= 1 && lines.count > 2 ? 3 - place : 1
                if bodies[bodies.count - 1].count + needed > room { bodies.append([]) }
                if line.isEmpty, bodies[bodies.count - 1].isEmpty { continue }
                bodies[bodies.count - 1].append(line)
            }
        }
        let seal = sealLines
        let least = seal.count + 3 + HandoverSheet.paperRows.lowerBound * 2
        // The seal stands on the second page at the earliest, so that it and the rows of paper can be kept apart.
        if bodies.count < 2 || bodies[bodies.count - 1].count + 1 + least > room { bodies.append([]) }
        if !bodies[bodies.count - 1].isEmpty { bodies[bodies.count - 1].append("") }
        bodies[bodies.count - 1] += seal
        let left = (room - bodies[bodies.count - 1].count - 3) / 2
        bodies[bodies.count - 1] += paper(min(left, HandoverSheet.paperRows.upperBound))
        return bodies.enumerated().map { top(page: $0 + 1, of: bodies.count) + $1 }
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

    /// Labels in a column of their own, as wide as the widest of them.
    private func wrapped(_ rows: [Row]) -> [String] {
        let widest = min(20, rows.map { SafeText($0.label).width }.max() ?? 0)
        let indent = widest == 0 ? 2 : widest + 4
        return rows.flatMap { row in
            let start = row.isDetail ? indent + 2 : indent
            return SafeText(row.words, multiline: true).wrapped(to: HandoverSheet.columns - start).enumerated().map {
                place, piece in
                guard place == 0, !row.isDetail else { return String(repeating: " ", count: start) + piece.plain }
                return "  " + SafeText(row.label).fitted(to: start - 2).plain + piece.plain
            }
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

    private func paper(_ count: Int) -> [String] {
        let widths = [18, 9, 16, HandoverSheet.columns - 43 - 3]
        let columns = zip(paperColumns, widths).map { SafeText($0).fitted(to: $1).plain }
        var lines = [SafeText(paperHeading).clipped(to: HandoverSheet.columns).plain, columns.joined(separator: "|")]
        for number in 1...max(1, count) {
            lines.append("")
            let blank = widths.dropFirst().map { String(repeating: "_", count: $0) }
            lines.append(([SafeText(rowName(number)).fitted(to: widths[0]).plain] + blank).joined(separator: "|"))
        }
        return lines
    }
}
