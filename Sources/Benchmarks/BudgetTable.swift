import Foundation

/// The rows with the machine they were measured on, as Markdown or as JSON.
struct BudgetTable {
    let machine: Machine
    var rows: [BudgetRow]
    let source: String

    var markdown: [String] {
        var lines = [
            "Measured on \(machine.sentence).", "Rows: \(source).", "",
            "| quantity | budget | measured | | beside it in the same run |", "| --- | --- | --- | --- | --- |",
        ]
        for row in rows {
            lines.append(
                "| \(row.quantity) | \(row.budget) | \(row.measured) | \(row.verdict.text) | \(row.peer) |")
        }
        return lines
    }

    private struct Line: Encodable {
        let quantity: String
        let budget: String
        let measured: String
        let verdict: String
        let peer: String
    }

    func jsonLines() throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let head = try encoder.encode(["machine": machine.sentence, "rows": source])
        let lines = try rows.map {
            try encoder.encode(
                Line(
                    quantity: $0.quantity, budget: $0.budget, measured: $0.measured, verdict: $0.verdict.text,
                    peer: $0.peer))
        }
        return ([head] + lines).map { String(decoding: $0, as: UTF8.self) }
    }
}
