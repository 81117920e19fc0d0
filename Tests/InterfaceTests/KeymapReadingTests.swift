import Keyboards
import Screen
import Testing
import Wording

@testable import Interface

@Suite struct KeymapReadingTests {
    static func read(_ text: String) -> (keymap: Keymap, faults: [KeyFault]) {
        Keymap.reading(text, layouts: KeyboardLayout.all)
    }

    @Test func aCommandsKeysAreReplacedAndTakenAway() {
        let (keymap, faults) = Self.read("[keys]\nzoom = [\"Z\", \"Alt+9\"]\n[unbind]\nheard = \"x\"\nfollow = \"all\"")
        #expect(faults.isEmpty, "\(faults)")
        #expect(keymap.names(of: "zoom") == ["Z", "Alt+9"])
        #expect(keymap.names(of: "heard") == ["F7"])
        #expect(keymap.names(of: "follow").isEmpty)
        #expect(keymap.isRebound("zoom") && keymap.isRebound("heard") && !keymap.isRebound("ack"))
    }

    @Test func nothingChangesNothing() {
        #expect(Self.read("").keymap.bindings == Keymap.standard.bindings)
        #expect(Self.read("[keys]\n[unbind]\n").faults.isEmpty)
    }

    @Test func keysMayBeSwapped() {
        let (keymap, faults) = Self.read("[keys]\nack = [\"F8\", \"C\"]\nclose = [\"F5\", \"a\"]")
        #expect(faults.isEmpty, "\(faults)")
        #expect(keymap.names(of: "ack") == ["F8", "C"] && keymap.names(of: "close") == ["F5", "a"])
    }

    @Test(arguments: [
        ("freze = \"K\"", KeyFault.Problem.unknownCommand(nearest: "freeze")),
        ("nonsense-word = \"K\"", .unknownCommand(nearest: nil)),
        ("zoom = \"Hyper+q\"", .unknownKeyName("Hyper+q")),
        ("zoom = \"a\"", .taken("a", by: "ack", line: nil)),
        ("follow = \"K\"\nzoom = \"K\"", .taken("K", by: "follow", line: 2)),
        ("zoom = \"g\"", .blocks("g", sequence: "g g", of: "top", line: nil)),
        ("zoom = \"j k\"", .blocks("j", sequence: "j k", of: "down", line: nil)),
        ("zoom = \"^c\"", .reserved("^C")), ("zoom = \"^z\"", .reserved("^Z")),
        ("zoom = \"^i\"", .same("^I", as: "Tab")),
        ("quit = \"Q\"", .tooEasy("Q")), ("quit = \"Enter\"", .tooEasy("Enter")), ("ack = \"^d\"", .tooEasy("^D")),
        ("note = \"^n\"", .tooEasy("^N")), ("ack = []", .keepsAKey(["F5", "a"])),
        ("zoom = \"ф\"", .covers("ф", of: "ack", on: "ru")),
    ])
    func aFaultNamesItsLineAndTheRestHolds(_ lines: String, _ problem: KeyFault.Problem) throws {
        let (keymap, faults) = Self.read("[keys]\n\(lines)\nwatch-note = \"Alt+w\"")
        let fault = try #require(faults.first)
        #expect(faults.count == 1, "\(faults)")
        #expect(fault.problem == problem)
        #expect(fault.line == lines.split(separator: "\n").count + 1)
        #expect(keymap.names(of: "watch-note") == ["Alt+w"], "the rest holds")
        var seen: Set<KeyStroke> = []
        for binding in keymap.bindings { #expect(seen.insert(binding.stroke).inserted, "\(binding.stroke.name) twice") }
    }

    @Test func aCommandWhoseLineIsFaultyKeepsItsShippedKeys() {
        let (keymap, _) = Self.read("[keys]\nraw = \"^c\"\nfind = [\"Shift+F3\"]")
        #expect(keymap.names(of: "raw") == ["r"] && keymap.names(of: "find") == ["/", "Alt+/"])
        #expect(!keymap.isRebound("raw"))
    }

    @Test func anEssentialCommandKeepsAKeyEvenWhenOthersTookThemAll() {
        let (keymap, faults) = Self.read(
            "[unbind]\nhelp = \"all\"\n[keys]\nzoom = \"F1\"\nfollow = \"?\"")
        #expect(!keymap.names(of: "help").isEmpty)
        #expect(faults.contains { $0.entry == "unbind.help" && $0.line == 2 }, "\(faults)")
        for name in Command.essential { #expect(!keymap.names(of: name).isEmpty, "\(name)") }
    }

    @Test func whatIsNotThereCannotBeTakenAway() {
        let faults = Self.read("[unbind]\nack = \"K\"").faults
        #expect(faults.map(\.problem) == [.notItsKey("K")])
    }

    @Test func faultsAreSentencesWithFileLineAndKey() {
        let fault = Self.read("[keys]\nzoom = \"a\"").faults[0]
        #expect(
            Catalogue.english.text(fault.message())
                == "keys.toml:2: keys.zoom: a is the key of ack; take it away there first, under [unbind]")
    }

    @Test func ownKeysAreUsedAtOnce() {
        var state = Sample.state()
        _ = state.handle(.keymap(Self.read("[keys]\nzoom = \"K\"").keymap))
        _ = Sample.type([.character("Л")], into: &state)
        #expect(state.isZoomed, "K by its position on a Cyrillic layout")
        #expect(state.keyNames(of: "zoom") == ["Л"])
    }
}
