import Places
import TestSupport
import Testing

@testable import Exchange
@testable import Model

@Suite struct DirectoryFileTests {
    private static let now = SampleLog.night

    private static func text(_ random: inout SeededGenerator) -> String {
        let extra = [
            "=1+2", "a,b", "\"", "\"\"\"", "'''", "]]>", "<key>", "&amp;", "\\", "\\n", "#", "x\n\ny", "\ttab",
            " blank ", "+998",
        ]
        var text = Int.random(in: 0...1, using: &random) == 0 ? extra.randomElement(using: &random)! : ""
        text += random.text(upTo: 12)
        text.unicodeScalars.removeAll { !DirectoryEntry.isPrintable(String($0)) }
        return text.trimmingBlanks.isEmpty ? "x" : text
    }

    /// A spreadsheet that opens the file runs nothing, and reading it again gives what was there.
    @Test func aTableHoldsNoFormula() throws {
        var row = DirectoryRow(try #require(DirectoryKey("contact:UZB:1")))
        row.values = [.name: "=HYPERLINK(\"http://x\")", .number: "+998 00 000-01-20", .note: "'=as it was typed"]
        let text = String(decoding: DirectoryFile.write([row], as: .csv), as: UTF8.self)
        for part in ["'=HYPERLINK", "'+998", "''=as it was typed"] { #expect(text.contains(part), "\(text)") }
        let read = DirectoryFile(reading: Array(text.utf8), as: .csv).rows.first?.row.values
        for field in [DirectoryField.name, .number, .note] { #expect(read?[field] == row.values[field]) }
    }

    private static func value(_ field: DirectoryField, _ random: inout SeededGenerator) -> String {
        switch field.format {
        case .words: text(&random)
        case .code(let codes): codes.randomElement(using: &random)!
        case .codes(let codes): codes.shuffled(using: &random).prefix(2).joined(separator: ",")
        case .minutes: "\(Int.random(in: 0...DirectoryField.mostMinutes, using: &random))"
        }
    }

    private static func row(_ number: Int, _ random: inout SeededGenerator) -> DirectoryRow {
        let sort = DirectorySort.allCases[number % DirectorySort.allCases.count]
        let state = String(
            (0..<3).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x41...0x5A, using: &random))) })
        let tail = sort == .state ? "" : "\(number + 1)"
        let key = DirectoryKey(sort, state, sort.isPair ? "TKM" : nil, tail: tail)!
        var row = DirectoryRow(key)
        for field in sort.fields where field == .name || Bool.random(using: &random) {
            row.values[field] = value(field, &random)
        }
        if sort == .liaison { row.person = text(&random) }
        let instant = now - .milliseconds(Int64.random(in: 0...9_000_000_000, using: &random))
        if Bool.random(using: &random) { row.verified = DirectoryRecord.Verification(by: text(&random), at: instant) }
        if let standing = sort.standings.randomElement(using: &random) {
            row.report = DirectoryRow.Report(
                standing, since: instant, party: text(&random), note: Bool.random(using: &random) ? text(&random) : nil)
        }
        return row
    }

    /// Texts that are equal to Swift may differ in their bytes. A table has empty cells, too.
    private static func bytes(_ row: DirectoryRow) -> [String: [UInt8]] {
        DirectoryFile.cells(of: row).filter { !$0.value.isEmpty }.mapValues { Array($0.utf8) }
    }

    @Test(arguments: DirectoryFormat.allCases, 1...20 as ClosedRange<UInt64>)
    func randomEntriesSurviveByteForByte(_ format: DirectoryFormat, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var rows: [DirectoryRow] = []
        for number in 0..<40 { rows.append(Self.row(number, &random)) }
        let bytes = DirectoryFile.write(rows, as: format)
        let file = DirectoryFile(reading: bytes, as: format)
        #expect(file.faults.isEmpty, "\(file.faults.prefix(3))")
        #expect(file.rows.map { Self.bytes($0.row) } == rows.map { Self.bytes($0) })
        #expect(DirectoryFile.write(file.rows.map(\.row), as: format) == bytes)
        // Whatever is cut off or flipped is read or refused, and never traps.
        for _ in 0..<20 {
            var broken = bytes
            if Bool.random(using: &random) {
                broken.removeLast(Int.random(in: 1..<bytes.count, using: &random))
            } else {
                broken[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = DirectoryFile(reading: broken, as: format)
        }
    }

    @Test func eachMistakeCostsItsEntryAndSaysWhere() {
        let csv = """
            key,name,channel,notice_min,verified_at,verified_by,standing,standing_since,standing_party
            contact:UZB:1,desk,telephone,,,,,,
            contact:UZB,desk,,,,,,,
            ,desk,,,,,,,
            contact:UZB:2,desk,pigeon,,,,,,
            contact:UZB:1,again,,,,,,,
            limit:UZB:1,,,soon,,,,,
            contact:UZB:3,desk,,,2026-10-01,a,,,
            contact:UZB:4,desk,,,2026-10-01T00:00Z,,,,
            contact:UZB:5,desk,,,,a,,,
            crossing:UZB-TKM:1,post,,,,,ajar,2026-10-01T00:00Z,UZB
            crossing:UZB-TKM:2,post,,,,,closed,,UZB
            crossing:UZB-TKM:3,post,,,,,closed,2026-10-01T00:00Z,
            contact:UZB:6,desk
            contact:UZB:7,"last",,,,,,,
            """
        let file = DirectoryFile(reading: Array(csv.utf8), as: .csv)
        #expect(file.rows.map(\.row.key.description) == ["contact:UZB:1", "contact:UZB:7"])
        #expect(file.rows.map(\.line) == [2, 15])
        let key = DirectoryKey(.contact, "UZB", tail: "1")!
        let codes = ContactChannel.allCases.map(\.rawValue)
        #expect(
            file.faults == [
                DirectoryFileFault(line: 3, .entry(.badKey("contact:UZB"))), DirectoryFileFault(line: 4, .keyMissing),
                DirectoryFileFault(line: 5, .entry(.notOneOf(.channel, "pigeon", codes))),
                DirectoryFileFault(line: 6, .twice(key, line: 2)),
                DirectoryFileFault(line: 7, .entry(.notMinutes(.noticeMinutes, "soon"))),
                DirectoryFileFault(line: 8, .notAnInstant(column: "verified_at", "2026-10-01")),
                DirectoryFileFault(line: 9, .lacks(column: "verified_by", beside: "verified_at")),
                DirectoryFileFault(line: 10, .lacks(column: "verified_at", beside: "verified_by")),
                DirectoryFileFault(line: 11, .notAStanding("ajar")),
                DirectoryFileFault(line: 12, .lacks(column: "standing_since", beside: "standing")),
                DirectoryFileFault(line: 13, .lacks(column: "standing_party", beside: "standing")),
                DirectoryFileFault(line: 14, .csv(.columnCount(found: 2, expected: 9))),
            ])
        #expect(
            DirectoryFile(reading: Array("key,nmae\n".utf8), as: .csv).faults.map(\.reason) == [.unknownColumn("nmae")])
        #expect(DirectoryFile(reading: [0x6B, 0xFF], as: .toml).faults.map(\.reason) == [.notUTF8])
        #expect(DirectoryFile(reading: [], as: .toml).faults.map(\.reason) == [.noEntries])
    }

    @Test func tomlIsReadAsPeopleWriteIt() {
        let toml = """
            # a remark
            [[entry]]  # the desk
            key = "contact:UZB:1"
            name = 'it''s' 
            [[ entry ]]
            key = 'limit:UZB:1'
            notice_min = 180
            trackers = \"\"\"
            two
            lines \\
              joined \\u00e9\"\"\"
            [[entry]]
            key = "contact:UZB:2"
            name = "desk"
            name = "again"
            [[entry]]
            key = "contact:UZB:3"
            name = ["a"]
            [table]
            [[entry]]
            key = "contact:UZB:4"
            name = ""
            """
        let file = DirectoryFile(reading: Array(toml.utf8), as: .toml)
        #expect(file.rows.map(\.row.key.description) == ["limit:UZB:1", "contact:UZB:4"])
        #expect(file.rows.first?.row.values == [.noticeMinutes: "180", .trackers: "two\nlines joined é"])
        #expect(file.rows.last?.row.values == [.name: ""])
        #expect(file.faults.map(\.line) == [4, 15, 18])
    }

    @Test func xmlTakesNothingBesideItsForm() {
        func faults(_ xml: String) -> [Int] { DirectoryFile(reading: Array(xml.utf8), as: .xml).faults.map(\.line) }
        #expect(faults("<directory>\n<entry><key>state:UZB</key></entry>\n</directory>").isEmpty)
        #expect(faults("<!DOCTYPE directory [<!ENTITY a \"b\">]>\n<directory/>") == [1])
        #expect(faults("<directory>\n<entry>\n<key a=\"1\">state:UZB</key></entry></directory>") == [3])
        #expect(faults("<directory>\n<entry><key>state:UZB</key><key>state:KAZ</key></entry></directory>") == [2])
        #expect(faults("<directory>\n<other/></directory>") == [2])
        #expect(faults("<list/>") == [1])
        #expect(faults("<directory>\n<entry>\n<key>state:UZB</entry></directory>") == [3])
    }

    /// Every pair of the table ships, with its names in both scripts, and without a standing.
    @Test func theCrossingsShipUnverified() throws {
        let gazetteer = try Gazetteer.load()
        let entries = gazetteer.directoryEntries
        #expect(entries.count == gazetteer.all(.crossing).count && entries.count > 70)
        #expect(entries.allSatisfy { $0.fault == nil })
        #expect(Set(entries.map(\.key)).count == entries.count)
        let directory = Directory().adding(entries)
        for name in ["Hairatan", "Нижний Пяндж", "Fotehobod", "Zhibek Zholy", "Farap", "Karamyk"] {
            #expect(directory.crossing(named: name) != nil, "\(name)")
        }
        #expect(directory.items.allSatisfy { $0.report == nil && $0.verified == nil })
    }
}
