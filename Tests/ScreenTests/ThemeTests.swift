import Foundation
import Testing

@testable import Screen
@testable import Themes

@Suite("Themes")
struct ThemeTests {
    @Test("Every shipped theme loads without a warning and names every role", arguments: ThemeShelf.shippedNames)
    func shipped(name: String) throws {
        let theme = try ThemeShelf().theme(named: name)
        #expect(theme.warnings == [])
        #expect(theme.name == name)
        let statesColours = theme.palette[.text].background != .terminalDefault
        #expect(theme.isDark != nil || !statesColours)
        for role in Role.allCases where role != .text && statesColours {
            #expect(theme.palette[role].foreground != .terminalDefault, "\(role)")
        }
    }

    @Test func everyThemeFileShips() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("Themes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".toml") }
        #expect(Set(files) == Set(ThemeShelf.shippedNames.map { "\($0).toml" }))
    }

    @Test("Themes for any ground use no colour that needs one, and mono none at all")
    func colourless() throws {
        let shelf = ThemeShelf()
        let mono = try shelf.theme(named: "mono").palette
        let usual = try shelf.theme(named: "default").palette
        for role in Role.allCases {
            #expect(mono[role].foreground == .terminalDefault && mono[role].background == .terminalDefault, "\(role)")
            let isOwn = usual[role].background == .terminalDefault
            #expect(isOwn == (usual[role].foreground == .terminalDefault), "\(role) states one colour of two")
        }
    }

    private func fault(_ text: String, name: String = "mine") throws -> ThemeFault? {
        let shelf = ThemeShelf(user: [(name, text)])
        do {
            return try shelf.theme(named: name).warnings.first
        } catch let fault as ThemeFault {
            return fault
        }
    }

    @Test("A mistake is told with its line and key")
    func warnings() throws {
        let base = "name = \"mine\"\n[palette]\nink = \"#102030\"\n\n[roles]\n"
        let found = { (line: String) in try fault(base + "text = { fg = \"ink\" }\n" + line) }
        let expected = { (key: String, problem: ThemeFault.Problem) in
            ThemeFault(file: "mine", line: 7, key: key, problem: problem)
        }
        #expect(try found("urgnet = {}") == expected("roles.urgnet", .unknownRole))
        #expect(try found("urgent = { fg = \"inkk\" }") == expected("roles.urgent.fg", .unknownColour("inkk")))
        #expect(try found("urgent = { fg = \"#12345\" }") == expected("roles.urgent.fg", .unknownColour("#12345")))
        #expect(try found("urgent = { fg = 256 }") == expected("roles.urgent.fg", .unknownColour("256")))
        #expect(try found("urgent = { blink = true }") == expected("roles.urgent.blink", .unknownAttribute("blink")))
        #expect(try found("urgent = { bold = 1 }") == expected("roles.urgent.bold", .wrongType))
        #expect(try found("urgent = 7") == expected("roles.urgent", .wrongType))
        #expect(try found("[sounds]") == expected("sounds", .unknownKey))
        #expect(try found("[roles.error]\nfgg = 1")?.line == 8)
        #expect(try found("") == nil)
    }

    @Test("A colour of the palette that is none is told where it stands, and the inherited one is used")
    func palette() throws {
        let theme = try ThemeShelf(user: [("mine", "inherits = \"dark\"\n[palette]\nink = \"#zz\"\n")])
            .theme(named: "mine")
        #expect(
            theme.warnings == [
                ThemeFault(file: "mine", line: 3, key: "palette.ink", problem: .unknownColour("#zz"))
            ])
        #expect(try theme.palette == ThemeShelf().theme(named: "dark").palette)
    }

    @Test("A syntax error has its line and column")
    func syntax() throws {
        let fault = try #require(try fault("name = \"mine\"\n[roles]\ntext = { fg = }\n"))
        #expect(fault.line == 3)
        #expect((fault.column ?? 0) > 10)
        guard case .syntax = fault.problem else {
            Issue.record("not a syntax error: \(fault)")
            return
        }
    }

    @Test("A theme inherits roles and may only change colours")
    func inheritance() throws {
        let shelf = ThemeShelf(user: [("warm", "inherits = \"dark\"\n[palette]\nred = \"#ffaaaa\"\n[roles]\ngood = {}")]
        )
        let warm = try shelf.theme(named: "warm")
        #expect(warm.palette[.urgent].background == .rgb(0xFF, 0xAA, 0xAA))
        #expect(warm.palette[.good] == Appearance())
        #expect(try warm.palette[.title] == shelf.theme(named: "dark").palette[.title])
        #expect(shelf.names == ThemeShelf.shippedNames + ["warm"])
    }

    @Test("A user's theme may stand in front of a shipped one and inherit from it")
    func shadowing() throws {
        let dark = try ThemeShelf(user: [("dark", "inherits = \"dark\"\n[roles]\ngood = { fg = 2 }")]).theme(
            named: "dark")
        #expect(dark.palette[.good].foreground == .indexed(2))
        #expect(dark.palette[.urgent].bold)
    }

    @Test("A circle and an unknown name are faults at the line that says so")
    func circles() {
        let shelf = ThemeShelf(user: [
            ("a", "name = \"a\"\ninherits = \"b\""), ("b", "inherits = \"a\""), ("c", "\ninherits = \"nowhere\""),
            ("d", "inherits = \"d\""),
        ])
        #expect(throws: ThemeFault(file: "b", line: 1, key: "inherits", problem: .inheritsItself(["a", "b", "a"]))) {
            try shelf.theme(named: "a")
        }
        #expect(
            throws: ThemeFault(
                file: "c", line: 2, key: "inherits", problem: .unknownTheme("nowhere", known: shelf.names))
        ) {
            try shelf.theme(named: "c")
        }
        #expect(throws: ThemeFault.self) { try shelf.theme(named: "d") }
        #expect(throws: ThemeFault(file: "x", problem: .unknownTheme("x", known: shelf.names))) {
            try shelf.theme(named: "x")
        }
    }
}
