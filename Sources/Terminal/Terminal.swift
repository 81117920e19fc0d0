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

    private(set) var escapeDelay: Duration
    var decoder: KeyDecoder
    var spin = SpinGuard()
    var lastInput = ContinuousClock.now
    var isGone = false
    var burst = TypingBurst()
    var painter: Painter
    /// How fast this terminal takes what is written.
    package internal(set) var pace: Pace
    var queue: OutputQueue

    private let output: Int32
    private let screen: OpaquePointer
    private let streams: (in: UnsafeMutablePointer<FILE>, out: UnsafeMutablePointer<FILE>)
    /// Where ncurses writes: a file in memory, so that its output is bytes of ours until the terminal takes them.
    private let frame: Int32
    let modes: TerminalModes
    private let isUTF8: Bool
    private var asciiFrames: Bool
    let takesTitle: Bool
    /// Columns at the right edge that stay empty: one where terminfo promises that the cursor leaves the last column at
    /// once (`ansi`), because most terminals that pass for such a type keep it there.
    private let spareColumns: Int
    var hasTitle = false
    /// Set once `size` is this terminal's and not a guess.
    private var hasSize = false
    var hasMouse: Bool
    private(set) var isSuspended = false
    private(set) var isGivenBack = false
    private var largestFrame = 0

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
        let frame = caricc_memory_file()
        guard frame >= 0 else { throw .system(call: "memfd_create", errno: errno) }
        var streams: (in: UnsafeMutablePointer<FILE>?, out: UnsafeMutablePointer<FILE>?)
        let opened = caricc_open_screen(type, options.input, frame, &streams.in, &streams.out)
        guard let screen = opened, let input = streams.in, let output = streams.out else {
            if let input = streams.in { fclose(input) }
            if let output = streams.out { fclose(output) }
            close(frame)
            throw .unknownTerm(type)
        }
        self.screen = screen
        self.streams = (input, output)
        self.frame = frame
        self.output = options.output
        inputDescriptor = options.input
        queue = OutputQueue(terminal: options.output)
        self.isUTF8 = isUTF8
        asciiFrames = options.asciiFrames
        asciiOnly = options.asciiOnly || !isUTF8
        escapeDelay = .milliseconds(options.escapeDelayMilliseconds ?? Self.environmentEscapeDelay ?? 25)
        size = .usual
        depth = Self.startColours(maximum: options.maximumColours)
        painter = Painter(
            depth: depth, letters: asciiOnly ? .ascii : options.asciiFrames ? .asciiFrames : .all)
        decoder = KeyDecoder(known: Self.knownSequences())
        takesTitle = tigetflag("XT") == 1
        spareColumns = tigetflag("am") == 1 && tigetflag("xenl") != 1 ? 1 : 0
        let understands = caricc_capability("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
        modes = TerminalModes(
            understands: understands, reportsFocus: takesTitle || type.hasPrefix("tmux"),
            hasMouse: caricc_capability("kmous") != nil, synchronises: options.synchronisesOutput)
        hasMouse = options.mouse
        pace = Pace(asks: understands && options.asksTerminal)
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
        close(frame)
        caricc_restore_finish()
        queue.close()
        caricc_claim_end()
    }

    // MARK: Size

    /// Asks the kernel for the size, after SIGWINCH. Returns whether it changed; then draw anew.
    @discardableResult
    package func resize() -> Bool {
        var (rows, columns): (Int32, Int32) = (0, 0)
        guard !isGivenBack, caricc_window_size(output, &rows, &columns) == 0 else { return false }
        let reported = TerminalSize(reportedRows: Int(rows), columns: Int(columns))
        guard reported.rows != size.rows || reported.columns != size.columns + spareColumns || !hasSize else {
            return false
        }
        guard resize_term(Int32(reported.rows), Int32(reported.columns)) == OK else { return false }
        hasSize = true
        size = TerminalSize(
            rows: Int(caricc_rows()), columns: max(1, Int(caricc_columns()) - spareColumns))
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
        _ = caricc_enter_raw_mode()
        write(modes.on(mouse: hasMouse))
        resize()
        repaint()
    }

    /// Paints everything anew with the next canvas, over whatever other programs wrote.
    package func repaint() {
        painter.forget()
        clearok(caricc_window(), true)
    }

    /// Writes every cell anew with the next canvas, without clearing the screen first, so that nothing flickers.
    package func refresh() {
        guard !isSuspended, !isGivenBack else { return }
        var bytes = [CChar](repeating: 0, count: 64)
        let count = caricc_resynchronise(&bytes, Int32(bytes.count))
        append(bytes[..<Int(count)].map { UInt8(bitPattern: $0) })
        redrawwin(caricc_window())
    }

    // MARK: Showing

    /// Shows a canvas: writes the cells that differ from the last one. What does not fit is cut off. Never waits: what
    /// the terminal does not take now goes with `flush`.
    package func show(_ canvas: Canvas, palette: Palette) {
        guard !isSuspended, !isGivenBack else { return }
        if pace.isSlow != painter.isLean { painter.setLean(pace.isSlow) }
        painter.paint(canvas, palette: palette, size: size)
        let now = ContinuousClock.now
        let bytes = takeFrame()
        guard !bytes.isEmpty else { return }
        append(modes.synchroniseOn)
        append(bytes)
        append(modes.synchroniseOff)
        largestFrame = max(largestFrame, bytes.count)
        if pace.noteFrame(bytes: bytes.count, at: now) { ask(at: now) }
        flush()
    }

    /// Whether the last frame is handed over and the terminal keeps up. If not, compose none: the latest state wins.
    package var isReadyForFrame: Bool {
        queue.isEmpty && pace.mayDraw(at: .now)
    }

    /// Set while poll(2) should wait for `outputDescriptor` to be writable; then `flush`.
    package var hasPendingOutput: Bool { !queue.isEmpty }
    /// Where poll(2) waits for `POLLOUT`.
    package var outputDescriptor: Int32 { queue.descriptor }

    /// Writes what the terminal takes at once.
    package func flush() {
        guard !isSuspended, !isGivenBack else { return }
        queue.flush()
        if queue.isBroken { isGone = true }
    }

    /// How often every cell may be written anew while nothing happens, for at most 15 bytes a second: five minutes, or
    /// longer on a large screen; nothing on a slow line.
    package var refreshInterval: Duration? {
        pace.isSlow ? nil : max(.seconds(300), .seconds(largestFrame / 15))
    }

    // MARK: Preferences

    /// Takes other wishes over while the terminal is held. Where only ASCII can be drawn, that stays; repaint after it.
    package func adopt(asciiFrames wished: Bool, mouse: Bool, escapeDelayMilliseconds: Int) {
        guard !isGivenBack else { return }
        escapeDelay = .milliseconds(escapeDelayMilliseconds)
        if asciiFrames != wished {
            asciiFrames = wished
            painter = Painter(depth: depth, letters: letters)
        }
        setMouse(mouse)
    }

    private var letters: Painter.Letters { asciiOnly ? .ascii : asciiFrames ? .asciiFrames : .all }
}

// MARK: - Starting and ending

extension Terminal {
    private func enterModes(refusesMessages: Bool) {
        let window = caricc_window()
        _ = caricc_enter_raw_mode()
        // ncurses is not on a terminal: this tells it only how keys and line ends behave.
        nonl()
        keypad(window, true)
        leaveok(window, false)
        scrollok(window, false)
        typeahead(-1)
        armRestore(with: restoreString)
        caricc_restore_through(queue.isOwn ? queue.descriptor : -1)
        if refusesMessages { caricc_refuse_messages() }
        resize()
        werase(window)
        wrefresh(window)
        append(takeFrame())
        write(modes.on(mouse: hasMouse))
        if pace.asks { ask(at: .now) }
        flush()
    }

    /// Gives the terminal back within about a second, even if it takes nothing any more. The rest of a frame is dropped.
    private func leaveModes() {
        if !queue.isEmpty {
            queue.drop()
            // Ends whatever sequence was cut in the middle.
            write(takesTitle ? "\u{1B}\\" : "\u{18}")
        }
        write(modes.off + (hasTitle ? TerminalModes.titlePop : ""))
        hasTitle = false
        endwin()
        append(takeFrame())
        if !isGone {
            awaitAnswer()
            queue.drain(within: .milliseconds(700))
        }
        queue.drop()
        _ = caricc_leave_raw_mode()
    }

    /// Waits a moment for an answer on its way, which the shell would otherwise take for typing.
    private func awaitAnswer() {
        guard let asked = pace.askedAt else { return }
        let end = pace.answers ? ContinuousClock.now + .milliseconds(700) : asked + .milliseconds(400)
        while pace.askedAt != nil, !isGone, !queue.isBroken, ContinuousClock.now < end {
            queue.flush()
            if waitForInput(.milliseconds(20)) { _ = pendingKeys() }
        }
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

    // MARK: Bytes

    /// Everything that ncurses has written since the last call.
    func takeFrame() -> [UInt8] {
        let length = lseek(frame, 0, SEEK_CUR)
        guard length > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            count = max(0, pread(frame, buffer.baseAddress, buffer.count, 0))
        }
        ftruncate(frame, 0)
        lseek(frame, 0, SEEK_SET)
        return bytes
    }

    func append(_ bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty else { return }
        queue.append(bytes)
    }

    /// Writes past ncurses, whose own output is complete after each refresh.
    func write(_ text: String) {
        queue.append(text.utf8)
        pace.noteSent(bytes: text.utf8.count, at: .now)
        queue.flush()
    }

    private func ask(at now: ContinuousClock.Instant) {
        queue.append(TerminalModes.question.utf8)
        pace.noteQuestion(at: now)
    }

    private static func startColours(maximum: ColourDepth) -> ColourDepth {
        guard environment("NO_COLOR")?.isEmpty ?? true, maximum > .mono, has_colors(), start_color() == OK else {
            return .mono
        }
        use_default_colors()
        let depth = ColourDepth.offered(
            colours: Int(caricc_colours()), isDirect: tigetflag("RGB") == 1, noColour: false)
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
