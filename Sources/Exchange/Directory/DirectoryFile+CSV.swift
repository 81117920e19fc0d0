import Model

extension DirectoryFile {
    static func csv(_ rows: [DirectoryRow]) -> [UInt8] {
        var bytes = Array(columns.joined(separator: ",").utf8) + CSVText.lineEnd
        for row in rows {
            let cells = cells(of: row)
            for (place, column) in columns.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                _ = CSVText.append(guarded(cells[column] ?? ""), to: &bytes)
            }
            bytes += CSVText.lineEnd
        }
        return bytes
    }

    /// With an apostrophe in front where a spreadsheet would run it as a formula; what begins with apostrophes before such a
    /// text gets one more, so that reading takes exactly one away.
    private static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    private static func unguarded(_ text: String) -> String {
        text.hasPrefix("'") && isFormula(text) ? String(text.dropFirst()) : text
    }

    private static func isFormula(_ text: String) -> Bool {
        SpreadsheetTable.guarded(String(text.drop { $0 == "'" })).hasPrefix("'")
    }

    mutating func readCSV(_ bytes: [UInt8]) {
        var reader = CSVReader(bytes)
        var headings: [String]?
        while let outcome = reader.next() {
            switch outcome {
            case .fault(let fault): faults.append(DirectoryFileFault(line: fault.line, .csv(fault.reason)))
            case .row(let row):
                let texts = row.fields.map { DirectoryFile.unguarded(reader.text(of: $0)) }
                guard let names = headings else {
                    headings = texts
                    if let unknown = texts.first(where: { !DirectoryFile.columns.contains($0) }) {
                        faults.append(DirectoryFileFault(line: row.line, .unknownColumn(unknown)))
                        return
                    }
                    if let twice = texts.indices.first(where: { texts[..<$0].contains(texts[$0]) }) {
                        faults.append(DirectoryFileFault(line: row.line, .malformed(found: texts[twice])))
                        return
                    }
                    continue
                }
                take(Dictionary(zip(names, texts)) { first, _ in first }, line: row.line)
            }
        }
    }
}
