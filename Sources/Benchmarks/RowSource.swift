import EventLog
import Exchange
import Foundation
import Model

/// The rows that logs are made of: a real return, taken again and again under a new label, or synthetic ones.
struct RowSource {
    /// A whole CSV file.
    let bytes: [UInt8]
    let isReal: Bool
    let label: String
    private let name: String

    init(path: String) {
        if let data = FileManager.default.contents(atPath: path) {
            bytes = Array(data)
            (isReal, name) = (true, "unodc-ids")
            label = "real rows of \((path as NSString).lastPathComponent), replicated; body `source` says which copy"
        } else {
            bytes = RowSource.synthetic(rows: 37_000)
            (isReal, name) = (false, "synthetic")
            label = "SYNTHETIC rows (the return was not found); body `source` says so"
        }
    }

    /// The rows of copy `k`, counted from 1; every copy has ids of its own.
    func table(copy k: Int) throws -> SeizureTable {
        try SeizureTable(bytes, source: "\(name) replicated \(k)", digest: { Hashing.plain($0) })
    }

    private static func synthetic(rows: Int) -> [UInt8] {
        var text = SeizureColumn.names.joined(separator: ",") + "\n"
        let drugs = ["Heroin", "Opium", "Cannabis herb", "Hashish", "Methamphetamine"]
        let places = ["Atyrau", "Osh", "Khujand", "Termez", "Mary", "Ganja", "Omsk"]
        for n in 0..<rows {
            let day = 1 + n % 28
            text +=
                "Asia,Central Asia,Synthetic,,\(places[n % places.count]) \(n),2015-\(1 + n / 28 % 12 < 10 ? "0" : "")"
                + "\(1 + n / 28 % 12)-\(day < 10 ? "0" : "")\(day),\(drugs[n % drugs.count]),\(n % 997).\(n % 10),"
                + "Kilogram,Luggage,Building,Road,Unknown,Unknown,Unknown,\n"
        }
        return Array(text.utf8)
    }
}

/// An endless run of rows: one copy after the other.
struct RowStream {
    private let source: RowSource
    private var copy = 1
    private var table: SeizureTable

    init(_ source: RowSource) throws {
        self.source = source
        table = try source.table(copy: 1)
    }

    mutating func next() throws -> ImportItem {
        while true {
            switch table.next() {
            case .item(let item): return item
            case .fault: continue
            case nil:
                copy += 1
                table = try source.table(copy: copy)
            }
        }
    }
}
