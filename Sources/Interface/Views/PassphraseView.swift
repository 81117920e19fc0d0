import Model
import Screen
import Wording

extension AppState {
    /// Prompt, marks for the characters, and what is wrong or being done. What was typed is nowhere in it.
    func draw(_ entry: PassphraseEntry, on canvas: inout Canvas) {
        let width = layout.overlay.width - 4
        let lines: [(SafeText, Role)] =
            text(passphraseHint).wrapped(to: width).map { ($0, .dim) }
            + (entry.isChecking
                ? [(text("checking..."), .warning)]
                : entry.fault.map { fault in text(fault).wrapped(to: width).map { ($0, .error) } } ?? [])
            + text("Enter goes on, ^U empties it, Esc leaves").wrapped(to: width).map { ($0, .dim) }
        let inside = frame(passphraseTitle(of: entry), rows: 1 + lines.count, on: &canvas)
        let label = text(passphraseLabel(of: entry))
        let used = canvas.put(label, row: inside.row, column: inside.column, width: inside.width - 4, role: .title) + 1
        let room = max(1, inside.width - used)
        canvas.fill(row: inside.row, column: inside.column + used, width: room, height: 1, role: .fieldFocus)
        let marks = min(entry.count, room - 1)
        canvas.put(
            SafeText(String(repeating: "*", count: marks)), row: inside.row, column: inside.column + used, width: room,
            role: .fieldFocus)
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column + used + marks)
        for (line, piece) in lines.enumerated() where line + 1 < inside.height {
            canvas.put(
                piece.0, row: inside.row + 1 + line, column: inside.column, width: inside.width, role: piece.1)
        }
    }

    func passphraseTitle(of entry: PassphraseEntry) -> Message {
        switch entry.purpose {
        case .signOn: "Sign on: \(entry.officer), \(entry.role.message)"
        case .unlock: "Unlock: \(entry.officer)"
        case .sign, .cosign: "Sign as \(entry.officer)"
        case .changeOld, .changeNew, .changeAgain: "Change the passphrase of \(entry.officer)"
        }
    }

    func passphraseLabel(of entry: PassphraseEntry) -> Message {
        switch entry.purpose {
        case .signOn, .unlock, .sign, .cosign: "Passphrase"
        case .changeOld: "Old passphrase"
        case .changeNew: "New passphrase"
        case .changeAgain: "Once more"
        }
    }

    /// Nobody sees what they type, so the layout is said where it is known.
    var passphraseHint: Message {
        guard let layoutSeen else { return "What you type is taken as it is; look at the layout and at Caps Lock." }
        return "What you type is taken as it is, layout: \(layoutSeen.code.uppercased())"
    }
}
