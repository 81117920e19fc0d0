import Keyboards
import Model
import Screen
import TestSupport
import Testing
import Wording

@testable import Interface

/// Somebody at a keyboard with one layout: types by position, that is by what the US layout has there.
struct Typist {
    let layout: KeyboardLayout

    /// The layout's own characters at these positions.
    func characters(_ positions: String) -> String {
        String(positions.map { layout.character(at: $0) ?? $0 })
    }

    func keys(_ positions: String) -> [Key] { characters(positions).map { .character($0) } }

    /// What arrives when the key of a binding is pressed.
    func key(_ key: Key) -> Key {
        switch key {
        case .character(let character): .character(layout.character(at: character) ?? character)
        case .alt(let character): .alt(layout.character(at: character) ?? character)
        default: key
        }
    }

    /// This layout first, the others as they are without configuration.
    var order: [KeyboardLayout] { [layout] + KeyboardLayout.all.filter { $0 != layout } }
}

extension Sample {
    static func state(on layout: KeyboardLayout, catalogue: Catalogue = .english) -> AppState {
        var state = state(catalogue: catalogue)
        state.configuredLayouts = Typist(layout: layout).order
        return state
    }
}

@Suite struct LayoutKeyTests {
    /// By position, on every layout that goes first: the same command as on the US layout.
    @Test(arguments: KeyboardLayout.all) func everyBindingWorks(on layout: KeyboardLayout) {
        let typist = Typist(layout: layout)
        for binding in Keymap.standard.bindings {
            let stroke = KeyStroke(typist.key(binding.key), then: binding.second.map(typist.key))
            let command = Keymap.standard.command(for: stroke, on: typist.order)
            #expect(command == binding.command, "\(binding.stroke.name) on \(layout.code) is \(stroke.name)")
        }
    }

    /// The rule once more, in other words: itself if it is bound, else the first layout at whose position something is.
    @Test(arguments: ["en", "ru", "kk", "ky", "tg", "uz", "tk", "az"])
    func theFirstLayoutWinsACharacterThatSeveralHave(_ language: String) {
        let order = KeyboardLayout.order(for: language)
        let keymap = Keymap.standard
        let bound = { (character: Character) in
            keymap.command(for: .character(character), after: nil) != nil
                || keymap.startsSequence(.character(character))
        }
        var disputed: Set<Character> = []
        for character in Set(
            order.flatMap { layout in
                (0x21...0x7E).compactMap { layout.character(at: Character(UnicodeScalar(UInt8($0)))) }
            })
        {
            let positions = order.compactMap { $0.position(of: character) }.filter(bound)
            if Set(positions).count > 1 { disputed.insert(character) }
            guard let winner = bound(character) ? character : positions.first else { continue }
            let meaning = keymap.meaning(of: .character(character), after: nil, on: order)
            #expect(meaning == .character(winner), "\(character) in \(language)")
        }
        #expect(disputed.isSuperset(of: [".", "ü", "қ"]))
    }

    @Test(arguments: [
        ("en", ".", "find"), ("ru", ".", "find"), ("kk", ".", "log"), ("tk", "ü", "heard"), ("az", "ü", "watch-note"),
        ("tg", "қ", "watch-note"), ("uz", "қ", "shelve"), ("ru", "\"", "board"), ("az", "I", "command"),
    ])
    func winners(_ language: String, _ character: Character, _ command: String) {
        let order = KeyboardLayout.order(for: language)
        #expect(Keymap.standard.command(for: KeyStroke(.character(character)), on: order) == command)
    }

    @Test func sequencesMayBeMixedAndAnotherKeyEndsThem() {
        for keys in ["gg", "пп", "gп", "пg"] {
            var state = Sample.state()
            _ = Sample.type([.tab, .character("j")], into: &state)
            #expect(state.lists[.alerts]?.cursor == 1)
            _ = Sample.type(Sample.text(keys), into: &state)
            #expect(state.lists[.alerts]?.cursor == 0, "\(keys)")
        }
        var state = Sample.state()
        _ = Sample.type([.tab, .character("п"), .character("ш")], into: &state)
        guard case .form = state.overlay else {
            Issue.record("the second key was lost")
            return
        }
    }

    @Test func altAndCapsLockAndBareMarks() {
        var state = Sample.state()
        #expect(state.handle(.key(.alt("д"))) == [.repaint])
        #expect(state.handle(.key(.alt("l"))) == [.repaint])
        _ = Sample.type([.tab, .character("О")], into: &state)
        #expect(state.lists[.alerts]?.cursor == 1, "Caps Lock: О is о, which is j")
        _ = state.handle(.key(.character("\u{306}")))
        #expect(state.notice == nil, "a mark that follows its letter is no key")
        _ = Sample.type([.character("I")], into: &state)
        #expect(state.overlay != nil, "Caps Lock on the US layout")
    }

    @Test func everyControlChordHasATwin() {
        for binding in Keymap.standard.bindings {
            guard case .control = binding.key else { continue }
            let others = Keymap.standard.bindings.filter {
                if case .control = $0.key { false } else { $0.command == binding.command }
            }
            #expect(!others.isEmpty, "\(binding.stroke.name) is the only key of \(binding.command)")
            #expect(Command.named(binding.command)?.group != .act, "\(binding.stroke.name) writes")
        }
    }

    @Test func nothingThatLeavesIsOnAKeyThatIsPressedByAccident() throws {
        for binding in Keymap.standard.bindings {
            let command = try #require(Command.named(binding.command))
            #expect(!command.isTooEasy(on: binding.stroke), "\(binding.stroke.name) \(binding.command)")
        }
        for name in Command.essential {
            #expect(Command.named(name) != nil, "\(name)")
            #expect(!Keymap.standard.names(of: name).isEmpty, "\(name)")
        }
    }

    @Test(arguments: KeyboardLayout.all) func overlaysAndChoicesKnowTheirKeys(on layout: KeyboardLayout) {
        let typist = Typist(layout: layout)
        for key in "qr" {
            var state = Sample.state(on: layout)
            _ = Sample.type([.character("7")] + typist.keys("r"), into: &state)
            #expect(state.overlay == .raw)
            _ = Sample.type(typist.keys(String(key)), into: &state)
            #expect(state.overlay == nil, "\(key) on \(layout.code)")
        }
        var state = Sample.state(on: layout)
        _ = Sample.type([.insert, .tab, .tab] + typist.keys("4"), into: &state)
        guard case .form(let form) = state.overlay else {
            Issue.record("no form")
            return
        }
        #expect(form.fields[2].choice == 3)
    }

    @Test func theDigitsThatOpenScreens() {
        for (key, screen) in [("2", ScreenID.alerts), ("3", .deliveries), ("5", .watch), ("7", .log)] {
            var state = Sample.state(on: KeyboardLayout.named("kz")!)
            _ = Sample.type(Typist(layout: state.layoutInUse).keys(key), into: &state)
            #expect(state.screen == screen)
        }
    }
}

/// Footer and help print what pressing it does, on every layout, with the shipped and with a person's own keys.
@Suite struct PrintedKeyTests {
    static let own = Keymap.reading(
        """
        [keys]
        zoom = ["Z", "1", "Alt+x"]
        board = "F2"
        follow = "ф"
        top = ["g t", "Home"]
        log = "."
        find = "/"
        close = "ü"
        """, layouts: KeyboardLayout.all
    ).keymap

    @Test(arguments: KeyboardLayout.all, [Keymap.standard, own])
    func whatIsPrintedRunsWhatItSays(_ layout: KeyboardLayout, _ keymap: Keymap) {
        for order in [Typist(layout: layout).order, KeyboardLayout.order(for: "en"), KeyboardLayout.order(for: "kk")] {
            for command in Command.all {
                for stroke in keymap.strokes(of: command.name, engravedOn: layout, order: order) {
                    #expect(keymap.command(for: stroke, on: order) == command.name, "\(stroke.name)")
                    #expect(KeyStroke(named: stroke.name) == stroke)
                    for key in [stroke.first, stroke.second] {
                        guard case .character(let character) = key, character != " " else { continue }
                        #expect(
                            layout.position(of: character) != nil || character.isASCIIDigit,
                            "\(character) is not on \(layout.code)")
                    }
                }
            }
        }
    }

    /// Nothing that has a key loses all of them where the layout goes first; an essential one never does.
    @Test(arguments: KeyboardLayout.all) func everyCommandKeepsAKey(on layout: KeyboardLayout) {
        func hasKey(_ command: String, _ order: [KeyboardLayout]) -> Bool {
            !Keymap.standard.strokes(of: command, engravedOn: layout, order: order).isEmpty
        }
        for command in Command.all where !Keymap.standard.names(of: command.name).isEmpty {
            #expect(hasKey(command.name, Typist(layout: layout).order), "\(command.name) on \(layout.code)")
        }
        for language in ["en", "ru", "zh", "kk"] {
            for name in Command.essential {
                #expect(hasKey(name, KeyboardLayout.order(for: language)), "\(name) on \(layout.code) in \(language)")
            }
        }
    }

    @Test func theFooterFollowsTheLettersThatCome() {
        var state = Sample.state(width: 200, height: 60)
        _ = state.handle(.key(.tab))
        #expect(state.render().plainLines().last?.contains("s Shelve") == true)
        _ = state.handle(.key(.character("о")))
        #expect(state.layoutInUse.code == "ru")
        #expect(state.render().plainLines().last?.contains("ы Shelve") == true)
        _ = state.handle(.key(.character("ә")))
        #expect(state.layoutInUse.code == "kz")
        _ = state.handle(.key(.character("1")))
        #expect(state.layoutInUse.code == "kz", "the keypad has no layout")
        _ = state.handle(.key(.character("j")))
        #expect(state.render().plainLines().last?.contains("s Shelve") == true)
        var kazakh = Sample.state(on: KeyboardLayout.named("kz")!)
        #expect(kazakh.keyNames(of: "shelve") == ["ы"] && kazakh.keyNames(of: "alerts") == ["ә"])
        kazakh.configuredLayouts = KeyboardLayout.order(for: "ru")
        _ = kazakh.handle(.key(.character("ә")))
        #expect(kazakh.keyNames(of: "log") == ["7"], "the point finds here, so that 7 is the keypad's")
        _ = kazakh.handle(.keymap(Self.own))
        #expect(kazakh.keyNames(of: "top") == ["п е", "Home"])
    }

    /// What the footer prints on every screen, read off the picture and pressed.
    @Test(arguments: KeyboardLayout.all) func pressingTheFooter(on layout: KeyboardLayout) throws {
        let state = Sample.state(on: layout)
        let footer = try #require(state.render().plainLines().last)
        let words = Dictionary(
            Command.all.map { (Catalogue.english.text($0.label.inContext("footer")), $0.name) },
            uniquingKeysWith: { first, _ in first })
        let parts = footer.split(separator: "  ").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
        #expect(parts.count > 4)
        for part in parts where part.count == 2 {
            let stroke = try #require(KeyStroke(named: part[0]), "\(part[0])")
            #expect(
                state.keymap.command(for: stroke, on: state.layouts).map { state.commandHere($0) } == words[part[1]],
                "\(part)")
        }
    }
}

@Suite struct PastedLayoutTests {
    /// A fast typist, or a terminal that sends a burst, looks like a paste.
    @Test(arguments: KeyboardLayout.all) func aLineThatComesAtOnceIsALine(on layout: KeyboardLayout) {
        let typist = Typist(layout: layout)
        var state = Sample.state(on: layout)
        _ = state.handle(.key(.pasted(typist.characters(":alerts"))))
        #expect(state.screen == .board, "it is not run before Enter")
        _ = state.handle(.key(.enter))
        #expect(state.screen == .alerts)
        state = Sample.state(on: layout)
        _ = state.handle(.key(.pasted(typist.characters("/heroin"))))
        #expect(state.rows(of: .alerts).count == 1)
        state = Sample.state(on: layout)
        #expect(state.handle(.key(.pasted(typist.characters("aaa")))).isEmpty && state.notice?.isError == true)
    }
}
