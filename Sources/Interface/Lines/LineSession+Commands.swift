import Model
import Wording

extension LineSession {
    /// A line that is a command, a row's number, or nothing at all.
    mutating func takeCommand(_ text: String) -> [Effect] {
        let last = beginAnswer()
        guard !text.isEmpty else {
            sayNews()
            return []
        }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let argument = parts.count > 1 ? parts[1].trimmingBlanks : ""
        switch state.meaning(of: parts[0].hasPrefix(":") ? String(parts[0].dropFirst()) : parts[0]) {
        case .word(.again), .command("repaint"):
            sayAgain(last)
            return []
        case .word(let word): return take(word, argument)
        case .command(let name): return run(name, argument)
        case .row(let number):
            if select(number) { readRow() }
            return []
        case .several(let names):
            say("“\(parts[0])” may be \(names.joined(separator: ", ")).")
            return []
        case .unknown(let nearest):
            // What is no Latin word may be a command in another script: the command line knows.
            if nearest == nil, parts[0].contains(where: { !$0.isASCII }) { return typed(text) }
            say(
                nearest.map { "There is no word “\(parts[0])”; the nearest is “\($0)”." }
                    ?? "There is no word “\(parts[0])”; “help” lists them.")
            return []
        }
    }

    private mutating func take(_ word: LineWord, _ argument: String) -> [Effect] {
        switch word {
        case .now:
            if state.isReviewing { return typed("now") }
            sayNow(limit: 5)
        case .next: readList(.agenda, title: true)
        case .more: sayMore()
        case .read: readEverything()
        case .where: sayPlace()
        case .again: break
        case .quiet:
            isQuiet = true
            say("Quiet: nothing is announced between prompts. “talk” ends it.")
        case .talk:
            isQuiet = false
            say("Priorities 1 and 2 are announced as they come.")
        case .help: sayHelp(argument)
        }
        return []
    }

    /// Runs a command of the table, after a row's number in place of a subject was looked up.
    private mutating func run(_ name: String, _ argument: String) -> [Effect] {
        if !Command.unspoken.isDisjoint(with: [name]) {
            say("“\(name)” changes nothing in plain lines.")
            return []
        }
        if name == "unseen" || name == "news" {
            sayNews()
            return []
        }
        if Command.named(name)?.group == .show || name == "back" {
            mustReadScreen = !["raw", "received"].contains(name)
        }
        if ["panel", "panel-back", "up", "down", "top", "bottom", "page-up", "page-down"].contains(name) {
            let effects = typed(name)
            if mark == before { readRow() }
            return effects
        }
        if name == "quit" { say("Left; everything saved stays saved.") }
        guard Command.named(name).map(Self.takesRow) ?? false, let word = argument.split(separator: " ").first,
            word.count <= 2, let number = Int(word)
        else { return typed("\(name) \(argument)") }
        let rest = argument.dropFirst(word.count).description
        guard listed.indices.contains(number - 1) else {
            say("There is no row \(number) in what was read last.")
            return []
        }
        guard name != "open" else { return open(listed[number - 1], number) }
        guard let subject = listed[number - 1].subject else {
            say("Row \(number) is about no alert and no delivery.")
            return []
        }
        return typed("\(name) \(subject.text)\(rest)")
    }

    /// Commands after which a small number is a row and cannot be meant as text.
    private static func takesRow(_ command: Command) -> Bool {
        command.argument == .subject || command.argument == .disposition || command.name == "unshelve"
    }

    private mutating func open(_ row: Listed, _ number: Int) -> [Effect] {
        if state.panels.contains(row.panel), PanelItem.entryNumber(of: row.id) != nil {
            return select(number) ? typed("open") : []
        }
        if let subject = row.subject { return typed("open \(subject.text)") }
        return typed("open \(row.id)")
    }

    /// Types a line into the state's own command line; what would be written with answers is read back first.
    mutating func typed(_ text: String) -> [Effect] {
        var line = CommandLine()
        line.field = TextField(text.trimmingBlanks)
        state.overlay = .commandLine(line)
        let effects = state.handle(.key(.enter))
        if case .commandLine(let left) = state.overlay {
            // On a screen the line stays to be mended; here it is typed anew.
            state.overlay = nil
            state.notice = left.fault.map { AppState.Notice(message: $0, isError: true) }
        }
        if case .passphrase(let entry) = state.overlay, let form = entry.form, case .sign = entry.purpose {
            // What would be signed is read back first; the passphrase is asked for after the “yes”.
            state.overlay = .form(form)
            readBack(form)
            return effects
        }
        guard case .form(var form) = state.overlay, form.isSaving, effects.contains(where: \.isAppend) else {
            return effects
        }
        form.isSaving = false
        state.isSaving = false
        state.overlay = .form(form)
        readBack(form)
        return effects.filter { !$0.isAppend }
    }

    /// Makes a row of the list that was read last the current one.
    mutating func select(_ number: Int) -> Bool {
        guard listed.indices.contains(number - 1) else {
            say("There is no row \(number) in what was read last.")
            return false
        }
        let row = listed[number - 1]
        let ids = state.items(of: row.panel).map(\.id)
        guard state.panels.contains(row.panel), ids.contains(row.id) else {
            say("Row \(number) is not on this screen any more.")
            return false
        }
        state.focus[state.screen] = row.panel
        state.lists[row.panel, default: ListState()].select(
            row.id, of: ids, height: state.listHeight(of: row.panel))
        before = mark
        return true
    }
}

extension Command {
    /// What only changes how a picture looks.
    static let unspoken: Set<String> = ["zoom", "theme", "command", "menu", "mouse", "copy"]

    /// Whether the command means something in plain lines.
    var speaks: Bool { !Command.unspoken.contains(name) && LineWord(rawValue: name) == nil }
}

extension Effect {
    var isAppend: Bool { if case .append = self { true } else { false } }
}
