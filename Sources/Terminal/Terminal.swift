private import CNcurses
private import CSystem
private import Glibc
import Screen

/// The terminal: claimed once, shown canvases, asked for keys, given back.
///
/// For one thread, the main one: ncurses keeps its state in globals. Open the `SignalGate` first, or ncurses installs
/// handlers of its own. After a crash the terminal is given back by a signal handler.
package final class Terminal {
    /// Where the caller's poll(2) waits for keys.
    package let inputDescriptor: Int32
    /// Colours that this terminal shows.
    package let depth: ColourDepth
    /// Set where only ASCII can be drawn.
    package let asciiOnly: Bool
    /// What a canvas for this terminal measures; changed by `resize`.
    package private(set) var size: TerminalSize

    let escapeDelay: Duration
    var decoder: KeyDecoder
    var spin = SpinGuard()
    var lastInput = ContinuousClock.now
    var isGone = false
    var painter: Painter

    private let output: Int32
    private let screen: OpaquePointer
    private let streams: (in: UnsafeMutablePointer<FILE>, out: UnsafeMutablePointer<FILE>)
    private let modes: (on: String, off: String)
    private let takesTitle: Bool
    private var hasTitle = false
    private var isSuspended = false
    private var isGivenBack = false

    /// Takes the terminal over: raw mode, alternate screen, keys as bytes. On an error everything is as it was.
    package static func claim(options: TerminalOptions = TerminalOptions()) throws(TerminalFault) -> Terminal {
        guard let type = options.type ?? environment("TERM"), !type.isEmpty else { throw .noTerm }
        for descriptor in [options.input, options.output] where isatty(descriptor) == 0 {
            throw .notATerminal(descriptor: descriptor)
        }
        guard caricc_claim_once() == 1 else { throw .alreadyClaimed }
        do {
            return try Terminal(type: type, options: options)
        } catch {
            caricc_restore_finish()
            caricc_claim_end()
            throw error
        }
    }

    private init(type: String, options: TerminalOptions) throws(TerminalFault) {
        let isUTF8 = caricc_set_locale(options.locale) == 1
        let home = options.ignoresPersonalTerminfo ? Self.hidePersonalTerminfo() : nil
        defer { if let home { setenv("HOME", home, 1) } }
        switch caricc_knows_terminal(type, options.output) {
        case 1: break
        case 2: throw .cannotPlaceCursor(type)
        default: throw .unknownTerm(type)
        }
        guard caricc_restore_prepare(options.output, nil, 0) == 0 else {
            throw .system(call: "tcgetattr", errno: errno)
        }
        var streams: (in: UnsafeMutablePointer<FILE>?, out: UnsafeMutablePointer<FILE>?)
        let opened = caricc_open_screen(type, options.input, options.output, &streams.in, &streams.out)
        guard let screen = opened, let input = streams.in, let output = streams.out else {
            if let input = streams.in { fclose(input) }
            if let output = streams.out { fclose(output) }
            throw .unknownTerm(type)
        }
        self.screen = screen
        self.streams = (input, output)
        self.output = options.output
        inputDescriptor = options.input
        asciiOnly = options.asciiOnly || !isUTF8
        escapeDelay = .milliseconds(options.escapeDelayMilliseconds ?? Self.environmentEscapeDelay ?? 25)
        size = .usual
        depth = Self.startColours(maximum: options.maximumColours)
        painter = Painter(depth: depth, asciiOnly: asciiOnly)
        decoder = KeyDecoder(known: Self.knownSequences())
        takesTitle = tigetflag("XT") == 1
        let understands = caricc_capability("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
        let mouse = options.mouse && caricc_capability("kmous") != nil
        modes =
            understands
            ? (
                TerminalModes.pasteOn + (mouse ? TerminalModes.mouseOn : ""),
                (mouse ? TerminalModes.mouseOff : "") + TerminalModes.pasteOff
            )
            : ("", "")
        enterModes(refusesMessages: options.refusesMessages)
    }

    deinit {
        giveBack()
    }

    /// Gives the terminal back as it was found. Harmless when called again.
    package func giveBack() {
        guard !isGivenBack else { return }
        isGivenBack = true
        if !isSuspended { leaveModes() }
        delscreen(screen)
        fclose(streams.in)
        fclose(streams.out)
        caricc_restore_finish()
        caricc_claim_end()
    }

    // MARK: Size

    /// Asks the kernel for the size, after SIGWINCH. Returns whether it changed; then draw anew.
    @discardableResult
    package func resize() -> Bool {
        var (rows, columns): (Int32, Int32) = (0, 0)
        guard !isGivenBack, caricc_window_size(output, &rows, &columns) == 0 else { return false }
        let reported = TerminalSize(reportedRows: Int(rows), columns: Int(columns))
        guard reported != size else { return false }
        guard resize_term(Int32(reported.rows), Int32(reported.columns)) == OK else { return false }
        size = TerminalSize(rows: Int(caricc_rows()), columns: Int(caricc_columns()))
        painter.forget()
        clearok(caricc_window(), true)
        return true
    }

    // MARK: Suspending

    /// Gives the terminal back for a while, before the process stops.
    package func suspend() {
        guard !isSuspended, !isGivenBack else { return }
        isSuspended = true
        leaveModes()
    }

    /// Takes the terminal over again after `suspend`; the next canvas is painted in full.
    package func resume() {
        guard isSuspended, !isGivenBack else { return }
        isSuspended = false
        reset_prog_mode()
        write(modes.on)
        resize()
        repaint()
    }

    /// Paints everything anew with the next canvas, over whatever other programs wrote.
    package func repaint() {
        painter.forget()
        clearok(caricc_window(), true)
    }

    // MARK: Showing

    /// Shows a canvas: writes the cells that differ from the last one. What does not fit is cut off.
    package func show(_ canvas: Canvas, palette: Palette) {
        guard !isSuspended, !isGivenBack else { return }
        painter.paint(canvas, palette: palette, size: size)
    }

    /// Whether the terminal takes output at once; if not, skip this frame rather than wait for it.
    package var isReadyForFrame: Bool {
        var state = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        return poll(&state, 1, 0) == 1 && state.revents & Int16(POLLOUT) != 0
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
    }

    // MARK: Reading back

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

// MARK: - Starting and ending

extension Terminal {
    private func enterModes(refusesMessages: Bool) {
        let window = caricc_window()
        raw()
        noecho()
        nonl()
        keypad(window, true)
        leaveok(window, false)
        scrollok(window, false)
        typeahead(-1)
        armRestore(with: restoreString)
        if refusesMessages { caricc_refuse_messages() }
        resize()
        werase(window)
        wrefresh(window)
        write(modes.on)
    }

    private func leaveModes() {
        write(modes.off + (hasTitle ? TerminalModes.titlePop : ""))
        hasTitle = false
        endwin()
    }

    /// What a signal handler writes: leave the alternate screen, show the cursor, plain attributes, ordinary keys.
    private var restoreString: [UInt8] {
        var text = modes.off
        for name in ["rmkx", "sgr0", "op", "cnorm", "rmcup"] {
            if let capability = caricc_capability(name) {
                text += TerminalModes.withoutPadding(String(cString: capability))
            }
        }
        return Array(text.utf8)
    }

    private func armRestore(with bytes: [UInt8]) {
        _ = caricc_restore_string(bytes, bytes.count)
        _ = caricc_restore_arm()
    }

    /// Writes past ncurses, whose own output is complete after each refresh.
    private func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    private static func startColours(maximum: ColourDepth) -> ColourDepth {
        guard environment("NO_COLOR")?.isEmpty ?? true, maximum > .mono, has_colors(), start_color() == OK else {
            return .mono
        }
        use_default_colors()
        let colours = Int(caricc_colours())
        // Colour numbers are red, green and blue themselves only where terminfo says so.
        let isDirect = colours >= ColourDepth.trueColour.rawValue && tigetflag("RGB") == 1
        let depth: ColourDepth =
            switch colours {
            case _ where isDirect: .trueColour
            case 256...: .colours256
            case 16...: .colours16
            case 8...: .colours8
            default: .mono
            }
        return min(depth, maximum)
    }

    private static func knownSequences() -> [[UInt8]: Key] {
        var known: [[UInt8]: Key] = [:]
        for (name, key) in KeySequences.capabilities {
            guard let sequence = caricc_capability(name) else { continue }
            known[Array(String(cString: sequence).utf8)] = key
        }
        return known
    }

    private static var environmentEscapeDelay: Int? {
        environment("ESCDELAY").flatMap { Int($0) }.flatMap { (1...5000).contains($0) ? $0 : nil }
    }

    /// Removes what would make ncurses read terminfo from elsewhere; returns the home folder to put back.
    private static func hidePersonalTerminfo() -> String? {
        let home = environment("HOME")
        for name in ["TERMINFO", "TERMINFO_DIRS", "HOME"] { unsetenv(name) }
        return home
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
