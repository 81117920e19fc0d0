import Drills
import EventLog
import Interface
import Model
import Terminal
import Wording

extension ConsoleSession {
    /// Opens a log in plain lines on standard input and output, whatever they are.
    func converse(about store: LogStore, conductor: Conductor?, voice: Voice) throws {
        if !store.isIndexCurrent { try store.updateIndex() }
        let isGoverned = try hasOfficers(store)
        if isGoverned { Secret.guardProcess() }
        let veiled = try options.visitor ? store.behindVeil(Veil.Words(catalogue)) : nil
        let shown = veiled ?? store
        let board = try shown.board()
        let seenFile = SeenFile(officer: officer, origin: store.identity.origin)
        let seenText = seenFile.text
        let unseen = seenText.flatMap { Seen($0, size: board.size) }?.oldest ?? .max
        let moment = MachineMoment.now()
        let signals = try SignalGate.open()
        defer { signals.close() }
        let state = AppState(
            board: board, recent: try shown.recentEntries(before: board.size, since: unseen),
            now: board.clock.time(at: moment.wall),
            real: moment.wall, width: 80, height: 24, officer: officer, catalogue: catalogue, zone: zone,
            themeName: keeper.preferences.theme, themeNames: keeper.shelf.names, keymap: keeper.keymap,
            preferences: keeper.preferences, isReadOnly: false, isVisitor: options.visitor,
            session: isGoverned ? .signedOff : .desk, consoleName: ConsoleName.here)
        let columns = options.size == nil ? voice.output.columns : nil
        let worker = LogWorker(
            store: store, board: board, officer: officer, face: face, conductor: conductor, veiled: veiled)
        let console = LineConsole(
            session: LineSession(state: state, columns: try columns ?? options.canvasSize().width), worker: worker,
            bell: LogBell(store.folder), signals: signals, config: LiveConfig(.here, keeper: keeper),
            output: voice.output, seen: seenFile)
        defer { worker.finish() }
        try console.tell(.seen(seenText, size: board.size))
        if let obstacle = store.obstacle { try console.tell(.obstacle(obstacle.message(face))) }
        if let roll = try? store.roll() { try console.tell(.roll(roll)) }
        if !isGoverned, !options.visitor { try console.offerDrafts(of: officer) }
        let first = isGoverned ? options.look.officer.map { ["sign-on", $0].joined(separator: " ") } : nil
        try console.run(first: options.at.map { "at \($0)" } ?? first)
    }
}
