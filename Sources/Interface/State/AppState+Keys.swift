import Keyboards
import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key) -> [Effect] {
        if case .resized = key { return [] }
        if case .redraw = key { return [.repaint] }
        if case .passphrase(let entry) = overlay { return take(key, in: entry) }
        if overlay != nil, !conceals, !isVisitor, !clipboard.isEmpty, key == .control("y") || key == .insert {
            return take(.pasted(clipboard))
        }
        noteLayout(of: key)
        switch overlay {
        case .form(let form): return take(key, in: form)
        case .commandLine(let line): return take(key, in: line)
        case .filter(let line): return take(key, in: line)
        case .pick(let pick): return take(key, in: pick)
        case .raw: return takeOverRaw(key)
        case .choices(let choices): return take(key, in: choices)
        case .themes(let chooser): return take(key, in: chooser)
        case .approval(let page): return take(key, in: page)
        case .paste(let sheet): return take(key, in: sheet)
        case .release(let sheet): return take(key, in: sheet)
        case .calls(let sheet): return take(key, in: sheet)
        case .conflict(let sheet): return take(key, in: sheet)
        case .road(let sheet): return take(key, in: sheet)
        case .certificate(let page): return take(key, in: page)
        case .request(let sheet): return take(key, in: sheet)
        case .passphrase, nil: return takeOnScreen(key)
        }
    }

    /// Pasted text is never run: the beginning of a command line or of a search is filled in, anything else is refused.
    private mutating func takePastedOnScreen(_ text: String) -> [Effect] {
        pendingPrefix = nil
        if let first = text.first, opensLine(first) {
            let line = text.dropFirst().prefix { !$0.isNewline }
            let effects = takeOnScreen(.character(first))
            return effects + (overlay == nil || line.isEmpty ? [] : take(.pasted(String(line))))
        }
        let lines = text.split(whereSeparator: \.isNewline).count { !$0.allSatisfy(\.isWhitespace) }
        if lines > 1, let command = Command.named("paste"), command.unavailable(in: self) == nil {
            // Several lines are a message: what was understood of it is shown, and nothing is saved yet.
            return startPaste("") + take(.pasted(text))
        }
        notice = Notice(
            message: .plural(
                text.count, one: "%1 character was pasted here; open a field first.",
                other: "%1 characters were pasted here; open a field first."), isError: true)
        return []
    }

    /// Whether a character opens the command line or a search, on any layout.
    private func opensLine(_ character: Character) -> Bool {
        let name = keymap.command(for: KeyStroke(.character(character)), on: layouts)
        return name == "command" || name == "find"
    }

    /// Whether a character opens a search, on any layout.
    func isFind(_ character: Character) -> Bool {
        keymap.command(for: KeyStroke(.character(character)), on: layouts) == "find"
    }

    mutating func takeOnScreen(_ typed: Key) -> [Effect] {
        if case .pasted(let text) = typed { return takePastedOnScreen(text) }
        let prefix = pendingPrefix
        pendingPrefix = nil
        let key = keymap.meaning(of: typed, after: prefix, on: layouts) ?? typed
        if prefix == nil, keymap.startsSequence(key) {
            pendingPrefix = key
            return []
        }
        if case .mouse(let event) = key {
            noteSeen(pressing: nil)
            return take(event)
        }
        let command = keymap.command(for: key, after: prefix)
        noteSeen(pressing: command)
        guard let name = command else {
            if prefix != nil { return takeOnScreen(typed) }
            if case .character(let character) = typed, !character.isCombiningMark {
                notice = Notice(message: "\(String(character)) does nothing here; ? shows what does.", isError: false)
            }
            return []
        }
        notice = nil
        return run(commandHere(name))
    }

    private mutating func take(_ event: MouseEvent) -> [Effect] {
        switch event.kind {
        case .wheelUp: return moveCursor(by: -3)
        case .wheelDown: return moveCursor(by: 3)
        case .press, .doublePress:
            guard let (panel, id) = row(at: event.row, column: event.column) else { return [] }
            focus[screen] = panel
            lists[panel, default: ListState()].select(id, of: items(of: panel).map(\.id), height: listHeight(of: panel))
            return event.kind == .doublePress ? run("open") : []
        case .release: return []
        }
    }
}
