import Drills
import EventLog
import Glibc
import Interface
import Keyboards
import Model
import Screen
import Settings
import Terminal
import Themes
import Wording

/// Opens a log on a terminal, or prints one screen of it.
struct ConsoleSession {
    let options: ConsoleOptions
    let catalogue: Catalogue
    let zone: Zone
    let officer: String
    let keeper: PreferencesKeeper

    /// - Parameters:
    ///   - log: What the command line says besides the options of the screen.
    ///   - officer: Who sits here, where the settings do not decide it.
    init(
        options: ConsoleOptions, log: [SettingKey: SettingSources.Option], voice: Voice, officer: String? = nil
    ) {
        self.options = options
        catalogue = voice.catalogue
        zone = voice.zone
        let reading = ConfigReading(.here)
        let said = log.merging(options.look.settings) { $1 }
        var sources = StartingConfig.sources(said, file: reading.settings)
        sources.choices.themes = reading.shelf.names
        keeper = PreferencesKeeper(reading, sources: sources)
        self.officer = officer ?? keeper.preferences.officer
    }

    var face: ClockFace { ClockFace(convention: catalogue.convention, zone: zone) }

    /// Shows the log until the person leaves.
    func run(_ store: LogStore, conductor: Conductor? = nil, voice: Voice) throws {
        if let screen = try options.plainScreen() {
            try print(screen, of: store, voice: voice)
            return
        }
        if options.lines { return try converse(about: store, conductor: conductor, voice: voice) }
        let (theme, themeFault) = startingTheme()
        if options.visitor, !store.isIndexCurrent { try store.updateIndex() }
        let veiled = try options.visitor ? store.behindVeil(Veil.Words(catalogue)) : nil
        let shown = veiled ?? store
        let isCurrent = store.isIndexCurrent
        let board =
            isCurrent ? try shown.board(window: LogStore.firstWindow) : Board(isExercise: store.identity.isExercise)
        let isGoverned = try hasOfficers(store)
        let moment = MachineMoment.now()
        let signals = try SignalGate.open()
        defer { signals.close() }
        let choice = TerminalChoice(keeper.preferences)
        let terminal: Terminal
        do throws(TerminalFault) {
            terminal = try Terminal.claim(options: choice.options)
        } catch {
            throw CommandFault.said(error.message)
        }
        Secret.guardProcess()
        let notebook = Notebook(isExercise: store.identity.isExercise)
        let seenFile = SeenFile(officer: officer, origin: store.identity.origin)
        let seenText = seenFile.text
        let size = try store.size()
        let unseen = seenText.flatMap { Seen($0, size: size) }?.oldest ?? .max
        var state = AppState(
            board: board, recent: isCurrent ? try shown.recentEntries(before: board.size, since: unseen) : [],
            now: board.clock.time(at: moment.wall),
            real: moment.wall, width: terminal.size.columns, height: terminal.size.rows, officer: officer,
            catalogue: catalogue, zone: zone,
            themeName: theme.name, themeNames: keeper.shelf.names, keymap: keeper.keymap,
            preferences: keeper.preferences, isReadOnly: false, history: notebook.lines(),
            isMouseOn: keeper.preferences.usesMouse, isVisitor: options.visitor,
            session: isGoverned ? .signedOff : .desk, consoleName: ConsoleName.here)
        state.symbols = terminal.asciiOnly ? .ascii : choice.symbols
        let worker = LogWorker(
            store: store, board: board, officer: officer, face: face, conductor: conductor, veiled: veiled)
        let console = Console(
            state: state, worker: worker, bell: LogBell(store.folder), terminal: terminal, signals: signals,
            config: LiveConfig(.here, keeper: keeper), theme: theme, notebook: notebook, seen: seenFile)
        console.tell(.seen(seenText, size: size))
        if terminal.asciiOnly {
            console.tell(
                .told(
                    "This locale is not UTF-8, so letters are written with the nearest Latin ones: set LC_ALL=C.UTF-8.")
            )
        }
        if let obstacle = store.obstacle { console.tell(.obstacle(obstacle.message(face))) }
        if !isCurrent { worker.prepareIndex() } else if !board.isComplete { worker.widenBoard() }
        if let fault = keeper.faults.summary ?? themeFault { console.tell(.failed(fault)) }
        if let at = options.at { console.tell(.key(keeper.keymap.commandKey), typing: "at \(at)") }
        if isCurrent, let roll = try? store.roll() { console.tell(.roll(roll)) }
        if !isGoverned, !options.visitor { console.offerDrafts(of: officer) }
        if isGoverned { console.beginSession(preselected: options.look.officer) }
        console.run()
        worker.finish()
    }

    /// The theme to begin with: the chosen one, else the default with what is wrong with the chosen one.
    private func startingTheme() -> (theme: Theme, fault: Message?) {
        do throws(ThemeFault) {
            return (try keeper.shelf.theme(named: keeper.preferences.theme), nil)
        } catch {
            let plain = (try? ThemeShelf().theme(named: "default")) ?? Theme.plain
            return (plain, error.message)
        }
    }

    /// Whether officers sign with keys of their own in this log; its founding entry says it.
    func hasOfficers(_ store: LogStore) throws -> Bool {
        guard case .logKeeping(.founded(let founded))? = try store.entry(0)?.event else { return false }
        return !founded.custodians.isEmpty
    }

    /// One screen as lines, for scripts, screen readers and serial lines.
    private func print(_ screen: ScreenID, of whole: LogStore, voice: Voice) throws {
        let (width, height) = try options.canvasSize()
        if !whole.isIndexCurrent { try whole.updateIndex() }
        // Nobody is known here by a key: what is protected is as visitors see it.
        let protected = try whole.roll().isGoverned ? Set(whole.handlings().filter(\.value.isProtected).keys) : []
        let store =
            try options.visitor
            ? whole.behindVeil(Veil.Words(catalogue))
            : protected.isEmpty ? whole : whole.behindVeil(Veil.Words(catalogue), over: protected)
        if options.visitor, case .subject = screen {
            throw CommandFault.said(
                "A subject's page is not shown to visitors; print the board, or leave out --visitor")
        }
        let isWhole = screen == .handover
        var board = try isWhole ? store.wholeBoard() : store.board()
        var now = board.clock.time(at: MachineMoment.now().wall)
        var size = board.size
        var instant: Instant?
        if let at = options.at {
            let typed = ISO8601.instant(at)
            let past = try typed ?? TimeEntry(zone: zone, now: now).instant(at, .past)
            size = try store.size(recordedBy: board.clock.real(for: past) ?? .distantFuture)
            board = try isWhole ? store.wholeBoard(at: size) : store.board(at: size)
            now = past
            instant = past
        }
        var state = AppState(
            board: board, recent: try store.recentEntries(before: size), now: now,
            real: MachineMoment.now().wall, width: width,
            height: height, officer: officer,
            catalogue: catalogue, zone: zone,
            keymap: keeper.keymap, isVisitor: options.visitor)
        if let instant { _ = state.handle(.reviewing(board, at: instant)) }
        if let obstacle = whole.obstacle { _ = state.handle(.obstacle(obstacle.message(face))) }
        if let last = try? store.lastCheckpoint(), instant == nil { _ = state.handle(.certified(to: last.size)) }
        _ = state.handle(.withdrawn(try store.withdrawnEntries(before: size)))
        for effect in state.start(at: screen) {
            switch effect {
            case .loadHistory(let name): _ = state.handle(.history(name, try store.history(of: name, before: size)))
            case .loadMatches(let name):
                let found = try store.matches(for: name, before: size, places: ShippedPlaces.knowledge)
                _ = state.handle(.matches(name, found))
            case .loadLog(let from, let limit):
                _ = state.handle(
                    .logPage(from: from, entries: try store.entries(from: from, limit: min(limit, Int(size - from)))))
            default: break
            }
        }
        // Whoever asks for ASCII here wants nothing else; the file speaks of what graphs and frames are drawn with.
        for line in state.render().plainLines(ascii: options.look.ascii == true) { try voice.output.write(line + "\n") }
    }
}

extension Console {
    /// In a log with officers' keys somebody signs on first: the one who was named, else one of those whose keys are at hand.
    func beginSession(preselected officer: String?) {
        tell(.key(state.keymap.commandKey), typing: ["sign-on", officer ?? ""].joined(separator: " "))
    }

    /// Gives the state an input before the loop begins, and then types a command line.
    func tell(_ input: Input, typing text: String? = nil) {
        queueInput(input)
        guard let text else { return }
        for character in text { queueInput(.key(.character(character))) }
        queueInput(.key(.enter))
    }
}
