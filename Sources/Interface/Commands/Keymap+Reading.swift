import Keyboards
import Screen
import Wording

extension Keymap {
    /// The shipped keys changed as a key file says, and what in it could not be taken: a line with a fault is left out,
    /// the rest holds. `layouts` is the order that decides what a character means.
    package static func reading(_ text: String, layouts: [KeyboardLayout]) -> (keymap: Keymap, faults: [KeyFault]) {
        let file = KeyFile(reading: text)
        var change = KeymapChange(layouts: layouts)
        change.faults = file.faults
        change.remove(file.unbound, replaced: file.keys)
        change.bind(file.keys)
        change.keepEssentials()
        change.noteCovered()
        change.faults.sort { ($0.line, $0.entry) < ($1.line, $1.entry) }
        return (Keymap(bindings: change.bindings.map(\.binding)), change.faults)
    }
}

/// The shipped keymap on its way to the person's own.
private struct KeymapChange {
    typealias Bound = (binding: Keymap.Binding, line: Int?)

    let layouts: [KeyboardLayout]
    /// With the line of the file that each comes from; nil for shipped ones.
    var bindings: [Bound] = Keymap.standard.bindings.map { ($0, nil) }
    var faults: [KeyFault] = []
    /// By command, the entry that changed it last.
    private var changes: [String: (line: Int, entry: String)] = [:]

    init(layouts: [KeyboardLayout]) { self.layouts = layouts }

    // MARK: Lines of the file

    mutating func remove(_ entries: [KeyFile.Entry], replaced: [KeyFile.Entry]) {
        for entry in entries {
            guard let command = command(of: entry, in: "unbind") else { continue }
            changes[command] = (entry.line, "unbind.\(command)")
            if entry.keys == ["all"] {
                bindings.removeAll { $0.binding.command == command }
                continue
            }
            for name in entry.keys {
                guard let stroke = stroke(name, of: entry, in: "unbind") else { continue }
                let count = bindings.count
                bindings.removeAll { $0.binding.command == command && $0.binding.stroke == stroke }
                if count == bindings.count { fault(entry, "unbind", .notItsKey(stroke.name)) }
            }
        }
        for entry in replaced where Command.named(entry.command) != nil {
            bindings.removeAll { $0.binding.command == entry.command }
        }
    }

    mutating func bind(_ entries: [KeyFile.Entry]) {
        for entry in entries {
            guard let command = command(of: entry, in: "keys") else { continue }
            changes[command] = (entry.line, "keys.\(command)")
            for name in entry.keys {
                guard let stroke = stroke(name, of: entry, in: "keys") else { continue }
                if let problem = problem(with: stroke, for: command) {
                    fault(entry, "keys", problem)
                } else {
                    bindings.append((Keymap.Binding(stroke.first, command, then: stroke.second), entry.line))
                }
            }
        }
        // What a faulty line took away comes back as far as nobody else has it now.
        for command in Set(entries.map(\.command)) where !bindings.contains(where: { $0.binding.command == command }) {
            guard entries.contains(where: { $0.command == command && !$0.keys.isEmpty }) else { continue }
            restore(command)
        }
    }

    private mutating func command(of entry: KeyFile.Entry, in table: String) -> String? {
        if Command.all.contains(where: { $0.name == entry.command }) { return entry.command }
        let nearest = Spelling.nearest(to: entry.command, among: Command.all.map(\.name))
        fault(entry, table, .unknownCommand(nearest: nearest))
        return nil
    }

    private mutating func stroke(_ name: String, of entry: KeyFile.Entry, in table: String) -> KeyStroke? {
        if let stroke = KeyStroke(named: name) { return stroke }
        fault(entry, table, .unknownKeyName(name))
        return nil
    }

    private mutating func fault(_ entry: KeyFile.Entry, _ table: String, _ problem: KeyFault.Problem) {
        faults.append(KeyFault(line: entry.line, entry: "\(table).\(entry.command)", problem: problem))
    }

    // MARK: Rules

    private func problem(with stroke: KeyStroke, for command: String) -> KeyFault.Problem? {
        for key in [stroke.first, stroke.second].compactMap({ $0 }) {
            if key == .control("c") || key == .control("z") && command != "suspend" { return .reserved(key.name) }
            if let other = KeymapChange.sameByte[key] { return .same(key.name, as: other.name) }
        }
        if Command.named(command)?.isTooEasy(on: stroke) == true { return .tooEasy(stroke.name) }
        for (binding, line) in bindings where binding.command != command || binding.stroke == stroke {
            if binding.stroke == stroke { return .taken(stroke.name, by: binding.command, line: line) }
        }
        for (binding, line) in bindings where binding.key == stroke.first {
            if stroke.second == nil, binding.second != nil {
                return .blocks(stroke.name, sequence: binding.stroke.name, of: binding.command, line: line)
            }
            if stroke.second != nil, binding.second == nil {
                return .blocks(binding.key.name, sequence: stroke.name, of: binding.command, line: line)
            }
        }
        return nil
    }

    /// Chords for which a terminal sends the byte of another key.
    private static let sameByte: [Key: Key] = [
        .control("i"): .tab, .control("j"): .enter, .control("m"): .enter, .control("h"): .backspace,
        .control("["): .escape,
    ]

    mutating func keepEssentials() {
        for command in Command.essential where !bindings.contains(where: { $0.binding.command == command }) {
            restore(command)
            let kept = bindings.filter { $0.binding.command == command }.map(\.binding.stroke.name)
            let change = changes[command] ?? (0, "")
            faults.append(KeyFault(line: change.line, entry: change.entry, problem: .keepsAKey(kept)))
        }
    }

    /// Gives a command its shipped keys back. For an essential one a key goes even to it that somebody else took.
    private mutating func restore(_ command: String) {
        let shipped = Keymap.standard.bindings.filter { $0.command == command }
        let free = shipped.filter { problem(with: $0.stroke, for: command) == nil }
        if free.isEmpty, Command.essential.contains(command), let first = shipped.first {
            for (binding, line) in bindings where binding.stroke == first.stroke {
                faults.append(
                    KeyFault(
                        line: line ?? 0, entry: "keys.\(binding.command)",
                        problem: .taken(first.stroke.name, by: command, line: nil)))
            }
            bindings.removeAll { $0.binding.stroke == first.stroke }
            bindings.append((first, nil))
        }
        bindings += free.map { ($0, nil) }
    }

    /// A character of the file that a layout types where another command's key is.
    mutating func noteCovered() {
        let keymap = Keymap(bindings: bindings.map(\.binding))
        for (binding, line) in bindings {
            guard let line, case .character(let character) = binding.key, !character.isASCII else { continue }
            for layout in layouts {
                guard let position = layout.position(of: character),
                    let other = keymap.command(for: .character(position), after: nil), other != binding.command
                else { continue }
                faults.append(
                    KeyFault(
                        line: line, entry: "keys.\(binding.command)",
                        problem: .covers(binding.key.name, of: other, on: layout.code)))
                break
            }
        }
    }
}
