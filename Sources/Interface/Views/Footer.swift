import Model
import Screen
import Wording

extension AppState {
    /// The SAVED line, or a notice, and the keys that work here.
    func drawFooter(on canvas: inout Canvas) {
        let row = height - 2
        if case .filter(let line) = overlay {
            drawLine(line.field, prompt: "/", ghost: SafeText(suggestion(for: line)), row: row, on: &canvas)
        } else if case .commandLine(let line) = overlay {
            drawLine(line.field, prompt: ":", row: row, on: &canvas)
        } else if let notice {
            canvas.put(text(notice.message), row: row, column: 0, width: width, role: notice.isError ? .error : .info)
        } else if isSaving {
            canvas.put(text("saving..."), row: row, column: 0, width: width, role: .warning)
        } else {
            drawSaved(row: row, on: &canvas)
        }
        drawKeys(row: height - 1, on: &canvas)
    }

    private func drawLine(
        _ field: TextField, prompt: SafeText, ghost: SafeText = SafeText(), row: Int, on canvas: inout Canvas
    ) {
        canvas.fill(row: row, column: 0, width: width, height: 1, role: .fieldFocus)
        canvas.put(prompt, row: row, column: 0, role: .key)
        let room = width - 2
        let before = SafeText(field.beforeCaret)
        let shift = max(0, before.width - room + 1)
        let whole = SafeText(field.text)
        canvas.put(whole, row: row, column: 1 - shift, role: .fieldFocus)
        if shift > 0 { canvas.put(prompt, row: row, column: 0, role: .key) }
        canvas.put(ghost, row: row, column: 1 + whole.width - shift, role: .field)
        canvas.cursor = Canvas.Position(row: row, column: 1 + before.width - shift)
    }

    private func drawSaved(row: Int, on canvas: inout Canvas) {
        guard let newest = board.newest else {
            canvas.put(text("SAVED nothing yet"), row: row, column: 0, width: width, role: .dim)
            return
        }
        let lead = text("SAVED #\(Int(newest.index)) \(face.moment(newest.learnt, now: now))")
        let used = canvas.put(lead, row: row, column: 0, width: width, role: .saved) + 2
        if conceals { return }
        let happened: Message =
            newest.lateness == nil ? .verbatim("") : "(happened \(face.moment(newest.at, now: now)))"
        let words =
            withholdsRecords(of: newest.subject) ? withheldWords(of: newest.subject) : newest.message(face, now: now)
        let what = text("\(shownName(newest.subject)) \(words) \(happened)")
        canvas.put(what, row: row, column: used, width: width - used, role: .text)
    }

    /// Keys from the live keymap, only those that can do something now; in a drill the line ends as it must.
    private func drawKeys(row: Int, on canvas: inout Canvas) {
        let ending = board.isExercise ? text("NOT REAL") : SafeText()
        let room = width - (ending.isEmpty ? 0 : ending.width + 1)
        var column = 0
        if let (hint, role) = lineHint { canvas.put(text(hint), row: row, column: 0, width: room, role: role) }
        for name in overlay == nil ? footerCommands : [] {
            guard let command = Command.named(name), let key = keyNames(of: name).first else { continue }
            let label = text(command.label.inContext("footer"))
            let keyText = SafeText(key)
            guard column + keyText.width + 1 + label.width <= room else { continue }
            let isAvailable = command.unavailable(in: self) == nil
            column += canvas.put(keyText, row: row, column: column, role: isAvailable ? .key : .disabled)
            // A dash for what cannot be done now, so that it shows without colours as well.
            column += canvas.put(
                isAvailable ? " " : "-", row: row, column: column, role: isAvailable ? .text : .disabled)
            column += canvas.put(label, row: row, column: column, role: isAvailable ? .keyLabel : .disabled) + 2
        }
        if !ending.isEmpty { canvas.put(ending, row: row, column: width - ending.width, role: .modeDrill) }
    }

    /// What is said under a line that is being typed.
    private var lineHint: (Message, Role)? {
        switch overlay {
        case .filter(let line): hint(for: line)
        case .commandLine(let line): hint(for: line)
        case .pick(let pick): keyHint(of: pick).map { ($0, .dim) }
        default: nil
        }
    }

    /// What is pressed most on this screen, in the order of its weight; what does not fit is left to the help.
    private var footerCommands: [String] {
        guard !conceals else {
            let way = session.isLocked ? "lock" : "sign-on"
            return ["help", way, "panel", "command", "zone", "language", "quit"]
        }
        switch screen {
        case .log: return ["help", "open", "back", "find", "raw", "follow", "command", "zone", "withdraw"]
        case .subject(let name):
            switch name.area {
            case .deliveries:
                return [
                    "help", "fact", "heard", "next-state", "call", "border", "stop", "phone", "eyes-on", "exception",
                    "step", "told", "back", "withdraw", "command", "zone",
                ]
            case .alerts:
                return [
                    "help", "back", "ack", "charge", "detail", "call", "reply", "shelve", "close", "tell", "ask",
                    "file", "follow-up", "laboratory", "related", "received", "raw", "withdraw", "command",
                ]
            case .officers: return ["help", "back", "raw", "approvals", "command", "zone"]
            case .arrangements: return ["help", "back", "end-arrangement", "raw", "command", "zone"]
            case .orders: return ["help", "back", "sign-order", "raw", "command", "zone"]
            default: return ["help", "back", "note", "raw", "command", "zone"]
            }
        case .handover: return handoverFooter
        case .officers: return ["help", "open", "back", "approvals", "sign-on", "lock", "find", "command"]
        case .watch:
            return [
                "help", "back", "handover", "watch-note", "decide", "order", "arrange", "end-arrangement", "sign-order",
                "correct",
                "panel", "command",
            ]
        case .alerts:
            return [
                "help", "open", "back", "ack", "charge", "call", "detail", "reply", "shelve", "close", "new", "paste",
                "health",
                "find", "command",
            ]
        case .directory: return ["help", "open", "back", "find", "new-entry", "command", "zone"]
        case .directoryState:
            return [
                "help", "open", "back", "verify-entry", "set-entry", "new-entry", "standing", "panel", "find",
                "command",
            ]
        case .directoryEntry:
            return ["help", "back", "verify-entry", "set-entry", "standing", "retire-entry", "command", "zone"]
        case .state: return ["help", "back", "draft", "open", "deliveries", "alerts", "command", "zone"]
        case .health: return ["help", "back", "alerts", "find", "command", "zone"]
        case .pastHandover: return ["help", "back", "find", "handovers", "watch", "command", "zone"]
        case .figures: return ["help", "back", "handovers", "watch", "command", "zone"]
        case .deliveries:
            return [
                "help", "open", "fact", "heard", "next-state", "call", "border", "stop", "phone", "back", "find",
                "command", "zone", "freeze",
            ]
        case .board:
            let names = isOnDeliveries ? AppState.boardOnDelivery : AppState.boardKeys
            return names.map { $0 == "phone" ? $0 : commandHere($0) }
        }
    }

    private static let boardKeys = [
        "help", "open", "ack", "heard", "note", "shelve", "close", "command", "panel", "find", "new", "paste", "zoom",
        "freeze", "log",
    ]
    private static let boardOnDelivery = [
        "help", "open", "note", "heard", "close", "call", "phone", "stop", "command", "panel", "find", "new", "paste",
        "zoom", "freeze", "log",
    ]
}
