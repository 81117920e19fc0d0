import Glibc
import Testing

@testable import Model

/// What the finder and the keys make of real rows; they are not part of the repository.
@Suite struct RealRowsTests {
    /// `CARICC_DATA`, or `../shared/data` beside the package.
    private static func text(of name: String) -> String? {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        let folder =
            getenv("CARICC_DATA").map { String(cString: $0) }
            ?? (root + ["..", "shared", "data"]).joined(separator: "/")
        guard let file = fopen("\(folder)/\(name)", "rb") else {
            print("No \(name): set CARICC_DATA to the data folder. Nothing was tested on real rows.")
            return nil
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// No press report of the list names a plate or number; dates, weights and addresses of pages are not taken for one.
    @Test func pressReportsHoldNoIdentifiers() {
        guard let text = Self.text(of: "seizures/press-reports.csv") else { return }
        var rows = 0
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let found = IdentifierFinder.find(in: String(line))
            rows += 1
            #expect(found.isEmpty, "\(line.prefix(60)): \(found.map(\.identifier.normal))")
        }
        #expect(rows > 50)
    }

    @Test func seizureRowsHoldHardlyAny() {
        guard let text = Self.text(of: "seizures/unodc-ids-2011-2015.csv") else { return }
        var found: [String] = []
        var rows = 0
        for (place, line) in text.split(whereSeparator: \.isNewline).enumerated() where place % 20 == 1 {
            rows += 1
            found += IdentifierFinder.find(in: String(line)).map { "\($0.identifier.kind) \($0.identifier.typed)" }
        }
        print("identifiers in \(rows) seizure rows: \(found)")
        #expect(rows > 1500 && found.count <= 2, "\(found)")
    }

    /// Places with a name in both scripts, as they come: old names, other languages and misspellings included.
    @Test func placesOfTheRegionFindTheirOtherName() {
        guard let text = Self.text(of: "places/geonames-region.csv") else { return }
        var (pairs, same, filed) = (0, 0, 0)
        for (place, line) in text.split(whereSeparator: \.isNewline).enumerated() where place % 4 == 1 {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 3, !line.contains("\""), !cells[2].isEmpty, cells[3] == "RU" else { continue }
            pairs += 1
            if NameLikeness(cells[1], cells[2]).isSame { same += 1 }
            let (keys, others) = (NameKey.keys(cells[1]), NameKey.keys(cells[2]))
            if keys.contains(where: { key in others.contains { $0.overlap(key) } }) { filed += 1 }
        }
        print("\(pairs) places in the Russian Federation: \(same) taken for the same, \(filed) under a shared key")
        #expect(pairs > 1000 && same * 100 >= pairs * 88 && filed * 100 >= pairs * 92)
    }
}
