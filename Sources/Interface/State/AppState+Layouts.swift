import Keyboards
import Screen
import Settings
import Wording

extension AppState {
    /// The layouts in the order in which a character is looked up.
    package var layouts: [KeyboardLayout] {
        configuredLayouts.flatMap { $0.isEmpty ? nil : $0 } ?? KeyboardLayout.order(for: catalogue.language.rawValue)
    }

    /// The layout that is on, as far as the letters that came tell; the first one until then.
    package var layoutInUse: KeyboardLayout { layoutSeen ?? layouts.first ?? KeyboardLayout.all[0] }

    /// Only letters tell: digits and signs are on most layouts, and the keypad has no layout.
    mutating func noteLayout(of key: Key) {
        if case .character(let character) = key { layoutSeen = layout(of: character) ?? layoutSeen }
    }

    /// The layout that a letter tells; nil where it is that of the letters before it, or no letter.
    package func layout(of character: Character) -> KeyboardLayout? {
        guard character.isLetter, layoutInUse.position(of: character) == nil else { return nil }
        return (layouts + KeyboardLayout.all).first { $0.position(of: character) != nil }
    }

    /// The keys of a command, as engraved on the layout in use.
    package func keyNames(of command: String) -> [String] {
        func strokes(_ name: String) -> [String] {
            keymap.strokes(of: name, engravedOn: layoutInUse, order: layouts).map(\.name)
        }
        // A key that means something else here is not one of the command's.
        let local = localKeys
        let lent = keymap.commands.filter { local[$0] == command }.flatMap { strokes($0) }
        return (local[command] == nil ? strokes(command) : []) + lent
    }

    /// Which of an overlay's own keys was pressed: itself, or the one at its position; nil for another key.
    func meaning(of key: Key, among own: [Key]) -> Key? {
        Keymap.meanings(of: key, on: layouts).first(where: own.contains)
    }

    mutating func take(_ keymap: Keymap) {
        self.keymap = keymap
        pendingPrefix = nil
    }

    mutating func speak(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        vocabularies.removeAll { $0.language == catalogue.language }
        vocabularies.insert(Vocabulary(catalogue), at: 0)
    }
}

extension KeyboardLayout {
    /// The order that the person configured; nil for the one that goes with the language.
    package static func order(in preferences: Preferences) -> [KeyboardLayout]? {
        preferences.keyboards.map { $0.compactMap { named($0) } }
    }
}
