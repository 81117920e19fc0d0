import Model
import Testing

@testable import caricc

/// The table of the manual is what the model says, cell by cell.
@Suite struct HandlingManualTests {
    @Test func theManualPrintsTheModelsTable() throws {
        let lines = HandlingTable.lines
        let letters: [Character: Leave] = ["y": .yes, "l": .logged, "r": .withReason, ".": .no]
        for (row, line) in zip(HandlingTable.rows, lines.dropFirst(2)) {
            #expect(line.hasPrefix(row.label))
            let cells = line.dropFirst(28).filter { $0 != " " }
            #expect(cells.count == HandlingCode.allCases.count * HandlingAction.allCases.count)
            var place = cells.startIndex
            for code in HandlingCode.allCases {
                for action in HandlingAction.allCases {
                    #expect(letters[cells[place]] == row.reader.leave(for: action, code, isNamed: row.isNamed))
                    place = cells.index(after: place)
                }
            }
        }
        let roles = Set(HandlingTable.rows.map(\.reader.role))
        #expect(roles == Set(OfficerRole.allCases))
    }

    @Test func theManualShowsIt() {
        var page = Roff()
        ManualPage.handling(&page)
        for row in HandlingTable.rows { #expect(page.text.contains(row.label)) }
    }
}
