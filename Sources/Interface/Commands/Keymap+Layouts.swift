import Keyboards
import Screen

extension Keymap {
    /// What a key may mean, best first: itself, then the key at its position on each layout in their order, then the
    /// same without Shift, for those who type with Caps Lock.
    static func meanings(of key: Key, on layouts: [KeyboardLayout]) -> [Key] {
        guard let character = key.typed else { return [key] }
        let positions = layouts.compactMap { $0.position(of: character) }
        return ([character] + positions + positions.compactMap(KeyboardLayout.withoutShift)).map(key.typing)
    }

    /// The bound key that a pressed one means; nil when it means none.
    func meaning(of key: Key, after prefix: Key?, on layouts: [KeyboardLayout]) -> Key? {
        Keymap.meanings(of: key, on: layouts).first {
            command(for: $0, after: prefix) != nil || prefix == nil && startsSequence($0)
        }
    }

    /// What pressing these keys, one after the other, runs.
    package func command(for stroke: KeyStroke, on layouts: [KeyboardLayout]) -> String? {
        guard let first = meaning(of: stroke.first, after: nil, on: layouts) else { return nil }
        guard let second = stroke.second else { return command(for: first, after: nil) }
        guard startsSequence(first), let last = meaning(of: second, after: first, on: layouts) else { return nil }
        return command(for: last, after: first)
    }

    /// The keys of a command as they are engraved on a layout, function keys first, `order` deciding what a character
    /// means. Never a key that runs something else: what another layout takes away is left out, and a digit that is
    /// not on the layout is the keypad's.
    package func strokes(
        of command: String, engravedOn layout: KeyboardLayout, order: [KeyboardLayout]
    ) -> [KeyStroke] {
        var found: [KeyStroke] = []
        for binding in bindings where binding.command == command {
            let firsts = Keymap.engravings(of: binding.key, on: layout)
            let seconds = binding.second.map { Keymap.engravings(of: $0, on: layout).map(Optional.some) } ?? [nil]
            let strokes = firsts.flatMap { first in seconds.map { KeyStroke(first, then: $0) } }
            guard let stroke = strokes.first(where: { self.command(for: $0, on: order) == command }),
                !found.contains(stroke)
            else { continue }
            found.append(stroke)
        }
        return found
    }

    /// The keys that may be pressed for a bound one, best first: itself where the layout types it, else what its
    /// position types, else the keypad.
    private static func engravings(of key: Key, on layout: KeyboardLayout) -> [Key] {
        guard let character = key.typed else { return [key] }
        let itself = layout.position(of: character) != nil || character == " " ? [character] : []
        let keypad = character.isASCIIDigit ? [character] : []
        return (itself + [layout.character(at: character)].compactMap { $0 } + keypad).map(key.typing)
    }
}

extension Key {
    /// The character that a layout decides about.
    fileprivate var typed: Character? {
        switch self {
        case .character(let character), .alt(let character): character
        default: nil
        }
    }

    /// The same key with another character.
    fileprivate func typing(_ character: Character) -> Key {
        if case .alt = self { .alt(character) } else { .character(character) }
    }
}

extension Character {
    /// Arrives as a key of its own behind a letter that was typed decomposed.
    var isCombiningMark: Bool { unicodeScalars.first?.properties.canonicalCombiningClass != .notReordered }
}
