import Foundation
import Testing

@testable import Places

@Suite("Places of real rows")
struct RealRowsTests {
    let gazetteer = PlacesMaterial.gazetteer

    /// The States whose towns are in the tables, in UNODC's spelling.
    private static let states = [
        "Russian Federation": "RUS", "Afghanistan": "AFG", "Pakistan": "PAK", "Uzbekistan": "UZB", "Kazakhstan": "KAZ",
        "Iran, Islamic Republic of": "IRN", "Tajikistan": "TJK", "Turkmenistan": "TKM", "Armenia": "ARM",
        "Kyrgyzstan": "KGZ", "China": "CHN", "Georgia": "GEO",
    ]

    /// Rows of a CSV file with quotes, by column.
    static func rows(_ name: String) -> [[String: String]] {
        let text = String(
            decoding: PlacesMaterial.bytes(of: PlacesMaterial.folder + "/seizures/" + name), as: UTF8.self)
        var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\n" where !isQuoted, "\r\n" where !isQuoted:
                rows.append(row + [cell])
                (row, cell) = ([], "")
            default: cell.append(character)
            }
        }
        guard let head = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(zip(head, $0)) { $1 } }
    }

    @Test("Nearly every place of the real returns is found, or its division", .enabled(if: PlacesMaterial.hasData))
    func returns() {
        var texts: [String: Int] = [:]
        for row in Self.rows("unodc-ids-2011-2015.csv") {
            guard let state = Self.states[row["COUNTRY"] ?? ""] else { continue }
            let parts = ["PLACE", "ADMINISTRATIVE_DIVISION"].compactMap { row[$0] }
            let said = parts.map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
            if !said.isEmpty { texts["\(state)|\(said.joined(separator: ", "))", default: 0] += 1 }
        }
        var counts: [PlaceReading.Certainty: Int] = [:]
        for (key, count) in texts {
            let pieces = key.split(separator: "|", maxSplits: 1).map(String.init)
            let reading = gazetteer.read(pieces[1], state: pieces[0])
            counts[reading.certainty, default: 0] += count
            guard let place = reading.place else { continue }
            let states = [place.state, place.crossing?.secondState]
            #expect(states.contains(pieces[0]), "\(pieces[1]) of \(pieces[0]) is not \(place.id)")
        }
        let total = counts.values.reduce(0, +)
        let list = PlaceReading.Certainty.allCases.map { "\($0.rawValue) \(counts[$0] ?? 0)" }.joined(separator: ", ")
        print("Places of \(total) rows, \(texts.count) texts: \(list)")
        #expect(total > 36_000)
        #expect(Double(counts[.none] ?? 0) < 0.02 * Double(total))
        #expect(Double(counts[.ambiguous] ?? 0) < 0.005 * Double(total))
        #expect(Double((counts[.exact] ?? 0) + (counts[.likely] ?? 0)) > 0.75 * Double(total))
    }

    @Test("Places of press reports are found, or the district or the bank", .enabled(if: PlacesMaterial.hasData))
    func press() {
        let states = ["AZ": "AZE", "KG": "KGZ"]
        var (found, missing): ([String], Set<String>) = ([], [])
        for row in Self.rows("press-reports.csv") {
            let text = row["place"] ?? ""
            let reading = gazetteer.read(text, state: states[row["country"] ?? ""])
            if let place = reading.place {
                found.append("\(text): \(reading.certainty.rawValue) \(place.name)")
            } else {
                missing.insert(text)
            }
        }
        for line in Set(found).sorted() { print(line) }
        print("Press rows with a place: \(found.count); without: \(missing.sorted())")
        #expect(found.count > 45)
    }

    @Test("Without the data folder, this is said", .enabled(if: !PlacesMaterial.hasData))
    func absence() { print(PlacesMaterial.absence) }

    @Test("The tables are made of their sources, byte for byte", .enabled(if: PlacesMaterial.hasData))
    func preparation() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("places-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = PlacesMaterial.package + "/Sources/Places/Preparation/prepare.py"
        let python = Process()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        python.arguments = ["python3", script, PlacesMaterial.folder, folder.path]
        try python.run()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        for name in ["towns", "airports", "codes", "regions", "borders"] {
            let made = try Data(contentsOf: folder.appendingPathComponent(name + ".tsv"))
            let shipped = PlacesMaterial.package + "/Sources/Places/Tables/\(name).tsv"
            #expect(try Data(contentsOf: URL(fileURLWithPath: shipped)) == made, "\(name).tsv: run prepare.py")
        }
    }
}
