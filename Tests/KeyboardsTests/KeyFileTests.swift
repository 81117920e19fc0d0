import Screen
import Testing

@testable import Keyboards

@Suite struct KeyNameTests {
    static let keys: [Key] =
        [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
            .pageUp, .pageDown, .character(" "), .character("ф"), .character("?"), .character("^"), .character("İ"),
            .character("+"), .character("M"), .character("C"), .alt("x"), .alt("+"), .alt(" "), .alt("я"),
            .control("d"),
            .control("@"), .control("]"),
        ] + (1...24).map { .function($0) }

    @Test(arguments: keys) func aPrintedNameIsReadAgain(_ key: Key) {
        #expect(!key.name.isEmpty)
        #expect(Key(named: key.name) == key, "\(key.name)")
    }

    @Test func otherSpellingsAreUnderstood() {
        for (text, key) in [
            ("f5", Key.function(5)), ("Ctrl+D", .control("d")), ("C-d", .control("d")), ("^D", .control("d")),
            ("insert", .insert), ("pgup", .pageUp), ("SPACE", .character(" ")), ("alt-X", .alt("X")),
            ("M-x", .alt("x")),
            ("Return", .enter), ("shift+tab", .backTab),
        ] { #expect(Key(named: text) == key, "\(text)") }
        for text in ["", "F0", "F25", "Fx", "Hyper+x", "Alt+xy", "^ф", "Shift+F3", "ctrl"] {
            #expect(Key(named: text) == nil, "\(text)")
        }
        #expect(KeyStroke(named: "g g") == KeyStroke(.character("g"), then: .character("g")))
        #expect(KeyStroke(named: "g g g") == nil && KeyStroke(named: " ") == nil)
        #expect(KeyStroke(named: "Alt+x F5")?.name == "Alt+x F5")
    }
}

@Suite struct KeyFileTests {
    @Test func linesAreReadWithTheirPlaces() {
        let file = KeyFile(
            reading: """
                # my keys
                [keys]
                zoom = ["Z", "F11"]
                "top" = "g g"

                [unbind]
                heard = "x"
                """)
        #expect(file.faults.isEmpty)
        #expect(file.keys.map(\.command) == ["zoom", "top"] && file.keys.map(\.line) == [3, 4])
        #expect(file.keys.map(\.keys) == [["Z", "F11"], ["g g"]])
        #expect(file.unbound == [KeyFile.Entry(command: "heard", keys: ["x"], line: 7)])
    }

    @Test func aFaultyLineIsLeftOutAndTheRestHolds() {
        let file = KeyFile(
            reading: """
                [keys]
                ack = = "x"
                zoom = "Z"
                zoom = "Y"
                find = 7
                note = ["n", 3]
                [colours]
                a = 1
                [unbind]
                open = "all
                """)
        #expect(file.keys.map(\.command) == ["zoom"])
        #expect(file.faults.map(\.line) == [2, 4, 5, 6, 7, 10])
        #expect(file.faults.map(\.entry) == ["", "", "keys.find", "keys.note", "colours", ""])
    }

    @Test(arguments: ["", "\n\n", "[", "]", "[keys", "keys = 3", "a", "\u{0}", "[keys]\n\"", "=\n=\n=\n=", "\"\"\"\nx"])
    func anyTextIsRead(_ text: String) {
        let file = KeyFile(reading: text)
        #expect(file.keys.isEmpty && file.unbound.isEmpty)
        for fault in file.faults { #expect((0...6).contains(fault.line)) }
    }
}
