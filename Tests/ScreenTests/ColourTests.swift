import Testing

@testable import Screen

@Suite("Colours")
struct ColourTests {
    @Test("Contrast is that of the guidelines")
    func contrast() throws {
        let black = Colour.rgb(0, 0, 0)
        let white = Colour.rgb(255, 255, 255)
        let most = try #require(Contrast.ratio(black, white))
        #expect(abs(most - 21) < 0.001)
        let grey = try #require(Contrast.ratio(.rgb(0x77, 0x77, 0x77), white))
        #expect(abs(grey - 4.48) < 0.01)
        #expect(Contrast.ratio(.terminalDefault, white) == nil)
    }

    @Test("Colours fall to the nearest that a terminal has")
    func reduction() {
        #expect(Colour.rgb(255, 0, 0).reduced(to: .colours256) == .indexed(196))
        #expect(Colour.rgb(8, 8, 8).reduced(to: .colours256) == .indexed(232))
        #expect(Colour.rgb(250, 10, 10).reduced(to: .colours16) == .indexed(9))
        #expect(Colour.indexed(9).reduced(to: .colours8) == .indexed(1))
        #expect(Colour.indexed(9).reduced(to: .colours16) == .indexed(9))
        #expect(Colour.rgb(1, 2, 3).reduced(to: .trueColour) == .rgb(1, 2, 3))
        #expect(Colour.indexed(196).reduced(to: .mono) == .terminalDefault)
        for depth in ColourDepth.allCases { #expect(Colour.terminalDefault.reduced(to: depth) == .terminalDefault) }
    }

    @Test("A palette answers for every role, and a lost ground becomes reverse video")
    func palette() {
        let palette = Palette([.text: Appearance(bold: true), .selected: Appearance(background: .rgb(40, 40, 40))])
        for role in Role.allCases where role != .selected { #expect(palette[role] == Appearance(bold: true)) }
        #expect(palette.reduced(to: .mono)[.selected].reverse)
        #expect(!palette.reduced(to: .mono)[.good].reverse)
        #expect(!palette.reduced(to: .colours256)[.selected].reverse)
    }

    @Test("The width table is sorted, starts at 0 and holds known classes only")
    func table() {
        let table = CharacterWidth.table
        #expect(table.first.map { $0 >> 4 } == 0)
        #expect(zip(table, table.dropFirst()).allSatisfy { $0 >> 4 < $1 >> 4 })
        #expect(table.allSatisfy { ScalarClass(rawValue: UInt8($0 & 0xF)) != nil })
    }
}
