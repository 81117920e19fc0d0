import Model
import Screen
import Wording

/// The console in plain lines: the same state and the same commands, read and driven by text alone.
///
/// For screen readers, serial lines and scripts. It places no cursor and writes no control character; a line in gives lines out.
/// The caller gives a line, carries out the effects, gives their answers as inputs, and then asks for the conclusion.
package struct LineSession: Sendable {
    /// What is said in answer, in lines that fit, and what the outside world is to do.
    package struct Reply: Equatable, Sendable {
        package var lines: [String] = []
        package var effects: [Effect] = []
    }

    /// What the next line answers; nil when it is a command.
    enum Question: Equatable, Sendable {
        case answer(field: Int)
        case confirm
        /// The lines of a message that is given, as they stand.
        case paste
        /// Who sent it.
        case source
        /// Of what is given out.
        case sheet(field: Int)
        case confirmSheet
        /// Which answer to change, after a "no" or a refusal.
        case mend
        case words
        /// Typed without echo, and never as a line.
        case passphrase
        /// A row of a list by its number.
        case pick([String])
    }

    /// A numbered row of the list that was read last.
    struct Listed: Equatable, Sendable {
        let panel: PanelID
        let id: String
        let subject: SubjectName?
    }

    /// Rows of a list, and lines of a page, that are read at once.
    static let pageRows = 10

    package internal(set) var state: AppState
    /// Where lines are wrapped, in columns.
    package var columns: Int
    /// Set while nothing is announced between prompts.
    package internal(set) var isQuiet = false

    var question: Question?
    /// The lines of a message so far.
    var pasted = ""
    /// The question after a correction is the read-back again, not the next field.
    var isMending = false
    var listed: [Listed] = []
    /// What `more` reads on.
    var rest: [String] = []
    /// Entries of others since the last line was given.
    var news: [Entry] = []
    var newsSince: Instant
    /// Urgent matters that are there; what is not in it is announced.
    var knownNeeds: Set<String>
    var heldNeeds: [Headline] = []
    var lastAnnounced: Instant?
    var before: Mark
    /// Who sat here when it was said last.
    private var toldSession: Session
    /// A command that reads its screen even where it was there already.
    var mustReadScreen = false
    /// What the entry says that this line has saved.
    private var savedWords: Message?
    private(set) var said: [String] = []
    private var lastSaid: [String] = []
    private var isAnswering = false

    /// What tells whether a command changed something that is to be read.
    struct Mark: Equatable {
        var screen: ScreenID
        var mode: AppState.Mode
        var filter: String?
        var panel: PanelID
        var row: String?
    }

    package init(state: AppState, columns: Int) {
        self.state = state
        self.state.isSpoken = true
        self.columns = max(20, columns)
        newsSince = state.now
        toldSession = state.session
        before = Mark(screen: .board, mode: .live, filter: nil, panel: .deliveries, row: nil)
        knownNeeds = Set(state.urgentNeeds.compactMap(\.identity))
    }

    /// What is said at the beginning, and what the board needs.
    package mutating func start() -> Reply {
        let effects = state.start()
        news = state.unseenEntries
        newsSince = state.attention.awaySince ?? state.now
        knownNeeds = Set(state.urgentNeeds.compactMap(\.identity))
        sayWhereWeAre()
        say("Enter says what is new. “board” reads the board, “help” lists the words, “quit” leaves.")
        before = mark
        return reply(effects)
    }

    /// Takes a line that was typed. What follows from the effects is said by `conclude`.
    package mutating func take(line: String) -> Reply {
        let whole = String(line.filter { !$0.isNewline })
        let text = question == .paste ? whole : whole.trimmingBlanks
        isAnswering = true
        before = mark
        state.notice = nil
        state.bell.last = nil
        state.sessionClock.noteKey()
        let typed = state.typedForm
        let effects = question == nil ? takeCommand(text) : takeAnswer(text)
        return reply(effects + state.keepTyped(since: typed))
    }

    /// Takes an answer of the outside world, or the time.
    package mutating func take(_ input: Input) -> Reply {
        if case .veiled = input { forget() }
        let effects = state.handle(input)
        tellSession()
        if case .moved(_, let new) = input {
            takeNews(new)
            let own = new.last { state.ownEntries.contains($0.index) }
            if let own, !state.conceals { savedWords = own.message(state.face, now: state.now) }
        }
        if !isAnswering {
            // What was read or made later than the line waited for.
            if input.isOfASheet { concludeOverlay() }
            // What nobody asked for, such as a changed configuration, has no line to be the answer of.
            if let notice = state.notice { say(notice.message) }
            state.notice = nil
            announce()
        }
        return reply(effects)
    }

    /// What is to be said when everything that a line asked for has been answered.
    package mutating func conclude() -> Reply {
        guard isAnswering else { return Reply() }
        isAnswering = false
        tellSession()
        concludeOverlay()
        if question == nil {
            let now = mark
            if mustReadScreen || now.screen != before.screen || now.mode != before.mode || now.filter != before.filter {
                readScreen()
            } else if now.panel != before.panel || now.row != before.row {
                readRow()
            }
        }
        if let notice = state.notice {
            say(savedWords.map { "\(notice.message): \($0)" } ?? notice.message)
            state.notice = nil
            savedWords = nil
        }
        if said.isEmpty, lastSaid.isEmpty, question == nil { say("Done.") }
        mustReadScreen = false
        announce()
        before = mark
        return reply([])
    }

    /// Leaves a question as Ctrl-C does; outside a question it does nothing.
    package mutating func interrupt() -> Reply {
        guard question != nil else {
            say("Nothing is asked. “quit” leaves.")
            return reply([])
        }
        isAnswering = true
        return reply(question == .paste ? leaveSheet() : takeAnswer("."))
    }

    /// Keeps as much of an answer as came before the line broke; of other questions nothing.
    package mutating func keep(half text: String) -> Reply {
        guard case .answer(let field) = question, case .form(var form) = state.overlay, !text.isEmpty,
            form.fields.indices.contains(field)
        else { return Reply() }
        if case .choice = form.fields[field].kind { return Reply() }
        let typed = state.typedForm
        form.fields[field].input = TextField(text)
        state.overlay = .form(form)
        return Reply(effects: state.keepTyped(since: typed))
    }

    /// What is said when the input ends in the middle of a question.
    package mutating func end() -> Reply {
        if question != nil {
            let isKept = state.keptDrafts != nil && state.typedForm?.hasTypedText == true
            say(
                isKept
                    ? "The input ended; what was typed is not saved, and is there again when the same form is opened."
                    : "The input ended; what was asked last is not saved.")
        }
        return reply([])
    }

    /// Something was asked of the log that has not come yet.
    package var isWaiting: Bool {
        if case .approval = state.overlay, state.examined == nil { return true }
        if case .paste(let sheet) = state.overlay, !sheet.text.isEmpty, sheet.message == nil { return true }
        if case .release(let sheet) = state.overlay, sheet.isWorking { return true }
        return state.isSaving || state.heldAwaited != nil || state.isCheckingPassphrase
            || (state.screen == .log && state.log.isLoading)
    }

    /// Takes the end of a passphrase that was typed without echo, or that it was given up.
    package mutating func takePassphrase(isGiven: Bool) -> Reply {
        isAnswering = true
        before = mark
        state.notice = nil
        return reply(state.handle(.key(isGiven ? .enter : .escape)))
    }

    /// Says who sits here no longer, and forgets what was read before, so that no word brings it back.
    private mutating func tellSession() {
        guard state.session != toldSession else { return }
        toldSession = state.session
        guard state.conceals else { return }
        forget()
        if let sentence = state.sessionSentence { say(sentence) }
    }

    var mark: Mark {
        Mark(
            screen: state.screen, mode: state.mode, filter: state.filters[state.screen], panel: state.focusedPanel,
            row: state.lists[state.focusedPanel]?.anchor)
    }

    /// Forgets what was read before, so that no word brings it back in front of others.
    private mutating func forget() {
        (news, rest, listed, lastSaid) = ([], [], [], [])
        question = nil
        savedWords = nil
        heldNeeds = []
    }

    // MARK: Speaking

    mutating func say(_ message: Message) { said.append(state.catalogue.text(message)) }

    /// Takes what was said since the last time, wrapped and harmless.
    private mutating func reply(_ effects: [Effect]) -> Reply {
        let lines = said.flatMap { SafeText($0).wrapped(to: columns).map(\.plain) }
        if isAnswering || !lines.isEmpty { lastSaid = isAnswering ? lastSaid + lines : lines }
        said = []
        return Reply(lines: lines, effects: effects)
    }

    /// Says again what was said last; called before anything else is said.
    mutating func sayAgain(_ lines: [String]) { said += lines }

    /// Begins a new answer and gives the one before, for `again`.
    mutating func beginAnswer() -> [String] {
        defer { lastSaid = [] }
        return lastSaid
    }
}
