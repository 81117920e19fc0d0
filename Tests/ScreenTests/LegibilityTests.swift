import Testing

@testable import Screen
@testable import Themes

/// The bounds are those of WCAG 2.2. Colours 0 to 15 are measured on the palettes of `ReferencePalette.all`: xterm (with
/// plain and with bright bold), the Linux console and Windows Terminal; the worst counts.
@Suite("Legibility of the themes")
struct LegibilityTests {
    private func palette(_ name: String) throws -> Palette { try ThemeShelf().theme(named: name).palette }

    @Test("Every text and every line is legible, with all colours and with few", arguments: ThemeShelf.shippedNames)
    func contrast(name: String) throws {
        let palette = try palette(name)
        let bound = name == "highcontrast" ? Contrast.enhanced : Contrast.minimum
        for depth in ThemeAudit.depths {
            let reduced = palette.reduced(to: depth)
            for (role, bar) in ThemeAudit.looks {
                let look = reduced.look(of: role, within: bar)
                let isOwn = look.foreground == .terminalDefault && look.background == .terminalDefault
                if isOwn, palette[.text].background == .terminalDefault { continue }
                let ratio = try #require(look.contrast, "\(role) in \(String(describing: bar)) at \(depth)")
                let wanted = role.isText ? bound : Contrast.nonText
                #expect(ratio >= wanted, "\(role) in \(String(describing: bar)) at \(depth): \(look)")
            }
        }
    }

    @Test("The audit finds what falls short, where, and by how much")
    func audit() throws {
        let text = "inherits = \"dark\"\n[roles]\nurgent = { fg = \"#333333\", bg = \"#000000\" }\n"
        let audit = ThemeAudit(try ThemeShelf(user: [("mine", text)]).theme(named: "mine"))
        let found = try #require(audit.shortfalls.first)
        #expect(audit.shortfalls.count == 1)
        #expect((found.role, found.depth, found.file, found.line) == (.urgent, .trueColour, "mine", 3))
        #expect(abs(found.ratio - 1.66) < 0.01)
        #expect(ThemeAudit(try ThemeShelf().theme(named: "dark")).shortfalls == [])
    }

    @Test("What must be told apart is so at every depth", arguments: ThemeShelf.shippedNames)
    func distinct(name: String) throws {
        let palette = try palette(name)
        for depth in ColourDepth.allCases {
            let reduced = palette.reduced(to: depth)
            for role in [Role.selected, .selectedInactive, .urgent, .warning, .modeDrill, .escape, .error, .fieldFocus]
            {
                #expect(reduced[role] != reduced[.text], "\(role) at \(depth)")
            }
            #expect(reduced[.modeDrill] != reduced[.modeLive], "at \(depth)")
            #expect(reduced[.urgent] != reduced[.warning], "at \(depth)")
            #expect(reduced[.selected] != reduced[.selectedInactive], "at \(depth)")
            #expect(reduced[.field] != reduced[.fieldFocus], "at \(depth)")
        }
    }

    @Test("A selected row hides nothing that tells, not even without colours", arguments: ThemeShelf.shippedNames)
    func selection(name: String) throws {
        let palette = try palette(name)
        for depth in ColourDepth.allCases {
            let reduced = palette.reduced(to: depth)
            for bar in Role.bars {
                for role in Role.allCases where role.isTelling {
                    #expect(reduced.look(of: role, within: bar) != reduced[bar], "\(role) in \(bar) at \(depth)")
                }
                #expect(reduced.look(of: .dim, within: bar) == reduced[bar])
                let urgent = reduced.look(of: .urgent, within: bar)
                #expect(urgent != reduced.look(of: .warning, within: bar), "\(bar) at \(depth)")
            }
        }
    }

    @Test("A selection is painted over a row and lets the telling roles through")
    func paint() {
        var canvas = Canvas(width: 6, height: 1)
        canvas.put("ab", row: 0, column: 0, role: .urgent)
        canvas.put("cd", row: 0, column: 2, role: .dim)
        canvas.paint(row: 0, column: 0, width: 6, role: .selected)
        #expect(canvas.roleLines() == ["!!SSSS"])
        #expect(canvas[0, 0]?.bar == .selected)
        #expect(canvas[0, 2]?.bar == nil)
        var other = Canvas(width: 6, height: 1)
        other.place(canvas, row: 0, column: 0)
        #expect(other == canvas)
        canvas.paint(row: 0, column: 0, width: 6, role: .text)
        #expect(canvas[0, 0]?.bar == nil)
    }
}
