import Model
import Screen
import Wording

/// The sheet as one file of HTML for a printer: A4, nothing fetched, nothing that runs.
extension HandoverSheet {
    var html: [String] {
        var markup: [String] = [
            "<!DOCTYPE html>", "<html lang=\"\(escaped(catalogue.language.rawValue))\">", "<head>",
            "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<title>\(escaped((mark.map { $0 + "  " } ?? "") + title))</title>", "<style>",
        ]
        markup += style + ["</style>", "</head>", "<body>", banner]
        markup.append("<h1>\(escaped(title))</h1>")
        markup.append("<p class=\"log\">\(escaped(identity.origin))</p>")
        let plan = plan
        markup += plan.first.flatMap { marked($0) }
        for page in plan.between {
            markup += ["<div class=\"second\">", banner, "<h2>\(escaped(title))</h2>"]
            markup += page.flatMap { marked($0) } + ["</div>"]
        }
        markup += ["<div class=\"second\">", banner, "<h2>\(escaped(title))</h2>"]
        markup += plan.second.flatMap { marked($0) } + seal + ["</div>"]
        markup += ["</body>", "</html>"]
        return markup.filter { !$0.isEmpty }
    }

    private func marked(_ section: Section) -> [String] {
        let rows = section.rows.map { row in
            let kind = [row.isDetail ? "detail" : "", row.isClipped ? "clipped" : ""].filter { !$0.isEmpty }
            let attribute = kind.isEmpty ? "" : " class=\"\(kind.joined(separator: " "))\""
            return "<tr\(attribute)><th>\(escaped(row.label))</th><td>\(escaped(row.words))</td></tr>"
        }
        // Numbers and signs need little room in front of the words.
        let widest = section.rows.map(\.label.count).max() ?? 0
        let kind = widest == 0 ? " class=\"bare\"" : widest <= 3 ? " class=\"numbered\"" : ""
        return ["<section><h2>\(escaped(section.heading))</h2><table\(kind)>"] + rows + ["</table></section>"]
    }

    private var banner: String { mark.map { "<p class=\"mark\">\(escaped($0))</p>" } ?? "" }

    private var seal: [String] {
        var markup: [String] = ["<section class=\"seal\">", "<table>"]
        markup += sealRows.map { row in
            let kind = row.isClipped ? " class=\"clipped\"" : ""
            return "<tr\(kind)><th>\(escaped(row.label))</th><td>\(escaped(row.words))</td></tr>"
        }
        markup.append("</table><table class=\"sign\">")
        markup += signatures.map {
            "<tr><th>\(escaped($0.label))</th><td>\(escaped($0.name))</td><td class=\"line\"></td></tr>"
        }
        markup.append("</table><h2>\(escaped(paperHeading))</h2><table class=\"paper\"><tr>")
        markup += paperColumns.map { "<th>\(escaped($0))</th>" } + ["</tr>"]
        for number in PaperRowEntered.rows {
            markup.append("<tr><th>\(escaped(rowName(number)))</th><td></td><td></td><td></td></tr>")
        }
        return markup + ["</table></section>"]
    }

    private var style: [String] {
        [
            "@page { size: A4; margin: 10mm 14mm 11mm; @bottom-left { content: \"\(escaped(name))\"; font: 8pt sans-serif; }",
            "  @bottom-right { content: counter(page) \" / \" counter(pages); font: 8pt sans-serif; } }",
            "body { font: 9pt/1.25 sans-serif; color: #000; background: #fff; margin: 0; }",
            "h1 { font-size: 14pt; margin: 0; } h2 { font-size: 9.5pt; margin: 2.2mm 0 .6mm; border-bottom: .3mm solid #000; }",
            ".log { margin: 0; font: 8pt monospace; } .mark { font-size: 13pt; font-weight: bold; text-align: center;",
            "  border: .6mm solid #000; margin: 0 0 2mm; padding: 1mm; }",
            "table { width: 100%; border-collapse: collapse; } tr { break-inside: avoid; }",
            "th { text-align: left; font-weight: normal; vertical-align: top; width: 33mm; padding: 0 2mm 0 0; color: #333; }",
            ".numbered th { width: 7mm; } .bare th { width: 0; padding: 0; }",
            "td { vertical-align: top; padding: 0; overflow-wrap: anywhere; } .detail td { padding-left: 5mm; font-style: italic; }",
            ".second { break-before: page; } .seal { break-inside: avoid; border-top: .5mm solid #000;",
            "  margin-top: 3mm; padding-top: 1mm; } .seal td { font: 8pt monospace; }",
            ".clipped td { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 0; }",
            ".sign td, .sign th { padding-top: 5mm; } .sign .line { width: 80mm; border-bottom: .3mm solid #000; }",
            ".paper th, .paper td { border: .25mm solid #000; height: 7.4mm; padding: 0 1mm; font: 8pt monospace; }",
            ".paper th { width: 26mm; } .paper tr:first-child th { height: auto; } .paper th:nth-child(2) { width: 18mm; }",
            ".paper th:nth-child(3) { width: 34mm; } .paper th:nth-child(4) { width: auto; }",
        ]
    }

    /// Safe for a terminal first, then for a browser.
    private func escaped(_ words: String) -> String {
        var result = ""
        for character in SafeText(words, multiline: true).plain.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n": result += "<br>"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
