import Model
import Wording

/// Visitor mode. The log itself is read behind a veil (`Veil`), so that no screen has anything to hide; what is here stops
/// what would show more than the board, and forgets what was there before the visitors came.
extension AppState {
    /// Visitors are here, and what was read without the veil is gone; what is read behind it has not come yet.
    var isVeiling: Bool { isVisitor && !isVeiled }

    mutating func toggleVisitors() -> [Effect] {
        if !isVisitor { return receiveVisitors() }
        return mayLeaveVisitorMode ? [.veil(nil)] : []
    }

    /// The one place that decides whether the key alone ends visitor mode.
    var mayLeaveVisitorMode: Bool { true }

    private mutating func receiveVisitors() -> [Effect] {
        isVisitor = true
        isVeiled = false
        overlay = nil
        notice = nil
        pendingPrefix = nil
        (filters, flipped, marking) = ([:], [:], [])
        screens.removeAll { if case .subject = $0 { true } else { false } }
        if isFrozen { mode = .live }
        board = Board(isExercise: board.isExercise)
        liveBoard = nil
        recent = []
        histories = [:]
        matches = [:]
        (handoverBoard, handoverPage, isHandoverAsked) = (nil, nil, false)
        (handoverThen, handoverThenAsked) = (nil, nil)
        (contacts, askedContacts) = ([:], [])
        log = LogWindow(generation: log.generation + 1)
        return [.veil(veilWords)]
    }

    /// Everything anew, behind the veil or without it. A past that was shown is asked for again.
    mutating func takeVeiled(_ board: Board, recent: [Entry], isOn: Bool) -> [Effect] {
        let past: Instant? = if case .review(let instant) = mode { instant } else { nil }
        isVisitor = isOn
        isVeiled = isOn
        mode = .live
        liveBoard = nil
        self.board = board
        self.recent = recent
        histories = [:]
        matches = [:]
        (handoverBoard, handoverPage, isHandoverAsked) = (nil, nil, false)
        (handoverThen, handoverThenAsked) = (nil, nil)
        log = LogWindow(generation: log.generation + 1)
        liveNow = board.clock.time(at: real)
        now = liveNow
        notice = Notice(
            message: isOn
                ? "Visitors: names and words are hidden; \(visitorKey) ends it."
                : "Everything is shown again.", isError: false)
        return loads() + (past.map { [.review($0)] } ?? [])
    }

    /// What stands for what is hidden, in the language of the screen.
    package var veilWords: Veil.Words { Veil.Words(catalogue) }

    // MARK: What is stopped

    /// What is pressed, or in plain lines said, to end visitor mode.
    private var visitorKey: String { isSpoken ? "visitor" : keyNames(of: "visitor").first ?? ":visitor" }

    var visitorSentence: Message {
        "Not while visitors are here; \(visitorKey) ends visitor mode."
    }

    func obstacleOfVisitors(to command: Command) -> Message? {
        isVisitor && !Command.forVisitors.contains(command.name) ? visitorSentence : nil
    }

    /// Why a filter is not used in front of visitors: it asks for words. Codes may be asked for.
    func visitorFault(of search: EntryFilter) -> Message? {
        guard isVisitor, search.asksForWords else { return nil }
        return "While visitors are here only codes are searched: p:1, state:UZB, kind:warning, is:unacked, #4711."
    }

    /// A sentence from outside, such as a fault of the disk: with a name or a path in it, it is told that there is one.
    func forEverybody(_ message: Message) -> Message {
        guard isVisitor, message.isVerbatim || !message.arguments.isEmpty else { return message }
        return "There is a message that visitors must not see; \(visitorKey) shows it."
    }

    /// What is the matter with the log or the disk, in words that everybody on the screen may read.
    var shownObstacle: Message? { obstacle.map { forEverybody($0) } }
}

extension Command {
    /// What can be done while visitors look on: it moves, counts, tells the time and takes an alert, and shows and asks for
    /// no words. A command that does not stand here is stopped.
    static let forVisitors: Set<String> = [
        "down", "up", "page-down", "page-up", "top", "bottom", "panel", "panel-back", "back",
        "board", "alerts", "deliveries", "watch", "handover", "directory", "log", "ack", "unshelve",
        "zoom", "freeze", "follow", "zone", "at", "now", "language", "layout", "sort",
        "find", "next-match", "previous-match", "mark", "next-mark", "unmark-all", "mute", "unmute", "mouse",
        "help", "menu", "command", "lock", "sign-on", "sign-off", "visitor", "repaint", "suspend", "quit",
    ]
}

extension Input {
    /// Whether it brings something of the log, which may have been read before the veil fell.
    var isOfTheLog: Bool {
        switch self {
        case .moved, .history, .matches, .logPage, .found, .foundRecord, .raw, .contacts, .reviewing, .reviewEnded,
            .health, .handovers, .past, .handoverFigures, .heldRead, .heldMessages, .persons, .handoverBoard,
            .offeredBoard, .certificate:
            true
        default: false
        }
    }
}
