import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key) -> [Effect] {
        if case .resized = key { return [] }
        if case .redraw = key { return [.repaint] }
        switch overlay {
        case .form(let form): return take(key, in: form)
        case .commandLine(let line): return take(key, in: line)
        case .filter(let field, let before): return take(key, in: field, before: before)
        case .help(let help): return take(key, in: help)
        case .raw:
            if [.escape, .enter, .character("q"), .character("r")].contains(key) { overlay = nil }
            return []
        case nil: return takeOnScreen(key)
        }
    }

    /// Pasted text is never run: the beginning of a command line or of a search is filled in, anything else is refused.
    private mutating func takePastedOnScreen(_ text: String) -> [Effect] {
        pendingPrefix = nil
        if let first = text.first, first == ":" || first == "/" {
            let line = text.dropFirst().prefix { !$0.isNewline }
            let effects = takeOnScreen(.character(first))
            return effects + (overlay == nil || line.isEmpty ? [] : take(.pasted(String(line))))
        }
        notice = Notice(
            message: .plural(
                text.count, one: "%1 character was pasted here; open a field first.",
                other: "%1 characters were pasted here; open a field first."), isError: true)
        return []
    }

    private mutating func takeOnScreen(_ key: Key) -> [Effect] {
        if case .pasted(let text) = key { return takePastedOnScreen(text) }
        let prefix = pendingPrefix
        pendingPrefix = nil
        if prefix == nil, Keymap.standard.startsSequence(key) {
            pendingPrefix = key
            return []
        }
        if case .mouse(let event) = key { return take(event) }
        guard let name = Keymap.standard.command(for: key, after: prefix) else {
            if let prefix, Keymap.standard.command(for: key, after: nil) != nil || prefix == key {
                return takeOnScreen(key)
            }
            if case .character(let character) = key {
                notice = Notice(message: "\(String(character)) does nothing here; ? shows what does.", isError: false)
            }
            return []
        }
        notice = nil
        return run(name)
    }

    private mutating func take(_ event: MouseEvent) -> [Effect] {
        switch event.kind {
        case .wheelUp: return moveCursor(by: -3)
        case .wheelDown: return moveCursor(by: 3)
        case .press, .doublePress:
            guard let (panel, id) = row(at: event.row, column: event.column) else { return [] }
            focus[screen] = panel
            lists[panel, default: ListState()].select(id, of: items(of: panel).map(\.id), height: listHeight(of: panel))
            return event.kind == .doublePress ? openSelection() : []
        case .release: return []
        }
    }

    private mutating func take(_ key: Key, in form: Form) -> [Effect] {
        var form = form
        guard !form.isSaving || key == .escape else { return [] }
        switch key {
        case .escape:
            overlay = nil
            keepDraft(of: form)
            return []
        case .enter where form.focus == form.fields.count - 1, .control("s"), .function(10): return submit(form)
        case .enter, .tab, .down: form.focus = (form.focus + 1) % form.fields.count
        case .backTab, .up: form.focus = (form.focus + form.fields.count - 1) % form.fields.count
        default:
            form.fault = nil
            form.fields[form.focus].take(key)
        }
        overlay = .form(form)
        return []
    }

    private mutating func keepDraft(of form: Form) {
        guard form.hasTypedText else { return }
        drafts[form.draftKey] = form
        notice = Notice(message: "Not saved; what you typed is kept and comes back with the same key.", isError: false)
    }

    private mutating func take(_ key: Key, in field: TextField, before: String) -> [Effect] {
        var field = field
        switch key {
        case .escape:
            overlay = nil
            return setFilter(before)
        case .enter:
            overlay = nil
            return []
        case .up, .down, .pageUp, .pageDown:
            overlay = nil
            return takeOnScreen(key)
        default:
            guard field.take(key) else { return [] }
            overlay = .filter(field, before: before)
            return setFilter(field.text)
        }
    }

    private mutating func take(_ key: Key, in line: CommandLine) -> [Effect] {
        var line = line
        switch key {
        case .escape:
            overlay = nil
            return []
        case .enter: return runLine(line)
        case .tab, .backTab:
            guard !line.completions.isEmpty else { return [] }
            let count = line.completions.count
            line.chosen = ((line.chosen ?? (key == .tab ? -1 : 0)) + (key == .tab ? 1 : count - 1)) % count
            let word = line.completions[line.chosen ?? 0]
            let kept = String(line.field.beforeCaret.dropLast(line.word.count))
            line.field = TextField(kept + word + (count == 1 ? " " : ""))
            if count == 1 { line.completions = completions(for: line) }
        case .up, .down:
            let place = line.historyPlace.map { $0 + (key == .up ? 1 : -1) } ?? (key == .up ? 0 : -1)
            guard place >= 0, place < commandHistory.count else { break }
            line.historyPlace = place
            line.field = TextField(commandHistory[commandHistory.count - 1 - place])
        default:
            guard line.field.take(key) else { return [] }
            line.chosen = nil
            line.historyPlace = nil
            line.fault = nil
            line.completions = completions(for: line)
        }
        overlay = .commandLine(line)
        return []
    }

    private mutating func runLine(_ line: CommandLine) -> [Effect] {
        let text = line.field.text.trimmingBlanks
        overlay = nil
        guard !text.isEmpty else { return [] }
        if commandHistory.last != text { commandHistory.append(text) }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let matches = Command.all.filter { $0.name.hasPrefix(parts[0].lowercased()) }
        let name = Command.named(parts[0])?.name ?? (matches.count == 1 ? matches[0].name : parts[0])
        notice = nil
        return run(name, parts.count > 1 ? parts[1] : "")
    }

    private mutating func take(_ key: Key, in help: HelpList) -> [Effect] {
        var help = help
        let commands = helpCommands(help)
        let ids = commands.map(\.name)
        let height = Layout(width: width, height: height).overlayRows
        switch key {
        case .escape, .function(1):
            overlay = nil
            return []
        case .enter:
            overlay = nil
            guard let name = help.list.anchor else { return [] }
            return run(name)
        case .up: help.list.move(by: -1, of: ids, height: height)
        case .down: help.list.move(by: 1, of: ids, height: height)
        case .pageUp: help.list.move(by: -height, of: ids, height: height)
        case .pageDown: help.list.move(by: height, of: ids, height: height)
        default:
            guard help.query.take(key) else { return [] }
        }
        help.list.settle(helpCommands(help).map(\.name), height: height)
        overlay = .help(help)
        return []
    }

    /// The commands that the help shows: those that fit what was typed, those that can run first.
    package func helpCommands(_ help: HelpList) -> [Command] {
        let filter = EntryFilter(help.query.text)
        let fitting = Command.all.filter { command in
            filter.matches(
                text:
                    "\(command.name) \(catalogue.text(command.label)) \(catalogue.text(command.help)) \(Keymap.standard.names(of: command.name).joined(separator: " "))"
            )
        }
        return fitting.filter { $0.unavailable(in: self) == nil } + fitting.filter { $0.unavailable(in: self) != nil }
    }
}

extension Form.Field {
    mutating func take(_ key: Key) {
        guard case .choice(let choices, let selected) = kind else {
            _ = input.take(key)
            return
        }
        switch key {
        case .left: kind = .choice(choices, selected: (selected + choices.count - 1) % choices.count)
        case .right, .character(" "): kind = .choice(choices, selected: (selected + 1) % choices.count)
        case .character(let character):
            guard let number = character.wholeNumberValue, (1...choices.count).contains(number) else { return }
            kind = .choice(choices, selected: number - 1)
        default: break
        }
    }

    var isEmpty: Bool { text.isEmpty }
}
