private import CNcurses
private import Glibc
import Screen

/// What a terminal has besides its cells: a mouse, a clipboard, a title, a bell.
extension Terminal {
    /// Whether the terminal reports the mouse; while it does, its own selection needs Shift. No effect on a terminal
    /// without a mouse.
    package func setMouse(_ isOn: Bool) {
        guard isOn != hasMouse else { return }
        hasMouse = isOn
        guard !isSuspended, !isGivenBack else { return }
        write(isOn ? modes.mouseOn : modes.mouseOff)
    }

    /// Offers a text to the clipboard of the terminal; false for one that is too long. Whether the terminal takes it
    /// nobody can tell.
    package func offerToClipboard(_ text: String) -> Bool {
        guard let sequence = ClipboardSequence.text(text, insideTmux: getenv("TMUX") != nil) else { return false }
        guard !isSuspended, !isGivenBack else { return false }
        write(sequence)
        return true
    }

    /// Sets the window's title, where there is one. Takes only text of the program itself.
    package func setTitle(_ title: StaticString) {
        guard takesTitle, !isSuspended, !isGivenBack else { return }
        let safe = SafeText("\(title)").plain
        write((hasTitle ? "" : TerminalModes.titlePush) + TerminalModes.titleBegin + safe + TerminalModes.titleEnd)
        hasTitle = true
    }

    /// The same with a number behind it, such as how much waits; without one for zero.
    package func setTitle(_ title: StaticString, count: Int) {
        guard takesTitle, !isSuspended, !isGivenBack else { return }
        let safe = SafeText("\(title)").plain + (count > 0 ? " (\(count))" : "")
        write((hasTitle ? "" : TerminalModes.titlePush) + TerminalModes.titleBegin + safe + TerminalModes.titleEnd)
        hasTitle = true
    }

    /// Rings the bell.
    package func bell() {
        guard !isSuspended, !isGivenBack else { return }
        beep()
        append(takeFrame())
        flush()
    }

    /// Removes the title again.
    package func clearTitle() {
        guard hasTitle, !isSuspended, !isGivenBack else { return }
        write(TerminalModes.titlePop)
        hasTitle = false
    }
}

// MARK: - Reading back

extension Terminal {
    /// What ncurses holds in a cell: the character with its marks, empty for the right half of a wide one; nothing
    /// outside. For tests.
    package func cell(row: Int, column: Int) -> String? {
        painter.cell(row: row, column: column)?.text
    }

    /// Whether ncurses holds a cell in reverse video. For tests.
    package func isReversed(row: Int, column: Int) -> Bool {
        painter.cell(row: row, column: column)?.isReversed ?? false
    }
}
