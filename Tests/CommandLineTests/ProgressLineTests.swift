import Model
import Testing
import Wording

@testable import caricc

@Suite struct ProgressLineTests {
    private func line(_ done: Int64, of total: Int64, rows: Int64, after milliseconds: Int64) -> ProgressLine {
        ProgressLine(
            title: "Importing", done: done, total: total, rows: rows, elapsed: Span(milliseconds: milliseconds))
    }

    @Test func timeLeftFollowsThePaceSoFar() {
        #expect(line(25, of: 100, rows: 0, after: 10_000).left == .seconds(30))
        #expect(line(100, of: 100, rows: 0, after: 10_000).left == .zero)
        #expect(line(0, of: 100, rows: 0, after: 10_000).left == nil)
        #expect(line(25, of: 100, rows: 0, after: 999).left == nil)
        #expect(line(1, of: .max, rows: 0, after: 10_000).left == nil)
    }

    @Test func rateAndPercent() {
        #expect(line(1, of: 2, rows: 20_000, after: 1_000).rowsPerSecond == 20_000)
        #expect(line(1, of: 2, rows: 20_000, after: 99).rowsPerSecond == nil)
        #expect(line(1, of: 2, rows: 0, after: 1_000).rowsPerSecond == nil)
        #expect(line(0, of: 0, rows: 0, after: 0).percent == 100)
        #expect(line(1, of: 3, rows: 0, after: 0).percent == 33)
        #expect(line(.max, of: .max, rows: 0, after: 0).percent == 100)
    }

    @Test func theBarFillsTheLineAndNoMore() {
        let half = line(50, of: 100, rows: 20_000, after: 1_000)
        #expect(
            half.bar(.english, columns: 79)
                == "Importing [##########----------]  50 %  20,000 rows  20,000 a second  0:01 left")
        for columns in 0...200 { #expect(half.bar(.english, columns: columns).count <= columns) }
    }

    @Test func elsewhereItIsASentence() {
        let half = line(50, of: 100, rows: 20_000, after: 1_000)
        #expect(
            Catalogue.english.text(half.message(.english))
                == "Importing: 50 %, 20,000 rows, 20,000 a second, 0:01 left")
        #expect(Catalogue.english.text(line(50, of: 100, rows: 0, after: 0).message(.english)) == "Importing: 50 %")
    }
}
