import Keyboards
import Model
import Places
import Screen
import Settings
import Wording

/// The screens of the program, by what they answer.
package enum ScreenID: Hashable, Sendable {
    case board
    case alerts
    case deliveries
    case subject(SubjectName)
    case log
    case watch
    case officers
    /// What goes over to the next officer.
    case handover
    /// The States, everything about one of them, and one entry.
    case directory
    case directoryState(String)
    case directoryEntry(DirectoryKey)
    /// How well the alerts served the watch.
    case health
    /// One handover that was, and how well all of them went.
    case pastHandover(SubjectName)
    case figures
    /// Everything that is open with one State, by ISO 3166-1 alpha-3 code.
    case state(String)
}

/// A list that can have the focus.
package enum PanelID: String, Hashable, Sendable {
    case deliveries, alerts, agenda, latest, watchLog, timeline, records, facts, officers
    /// Of the watch: who has it and the next turns, people on call, what holds for a while, standing orders.
    case duty, onCall, inForce, orders
    /// What goes over to the next officer.
    case handover
    /// Of the alerts: what lies on the shelf, what is known of the one under the cursor, and how they served the watch.
    case shelved, preview, health
    /// Of handovers: one that was, and how well all of them went.
    case pastPage, figures
    /// Of the directory: the States, what is known of one and what it lacks, and what one entry says.
    case states, stateEntries, lacking, entryFacts
    /// The tabs of a delivery, beside its timeline.
    case now, plan, consents, custody, reports, evidence, checklist, contingency, contacts, entities
    /// What is open with one State.
    case state
}

/// Everything the interface knows. Drawing is a pure function of it; `handle` is the one way to change it.
package struct AppState: Sendable {
    package enum Mode: Equatable, Sendable {
        case live
        /// A past instant of the board's clock: read only.
        case review(Instant)
        /// The picture of one moment, on purpose.
        case frozen(since: Instant)
    }

    // What is known.
    package internal(set) var board: Board { didSet { takeLadders() } }
    /// The Centre's own steps.
    var ladders = EscalationLadders.standard
    package internal(set) var recent: [Entry] = []
    package internal(set) var histories: [SubjectName: SubjectHistory] = [:]
    /// What may be the same as a subject, or has something in common with it, of those that were asked for.
    package internal(set) var matches: [SubjectName: Matches] = [:]
    /// Seizures near the road of a delivery on the board that wait for an answer, by delivery.
    var roadAsked: [SubjectName: [RoadQuestion]] = [:]
    /// What alerts say of seizures, and where places lie, each read once.
    let seizureReadings = SeizureReadings()
    var spotMemo = SpotMemo()
    package internal(set) var log = LogWindow()
    package internal(set) var withdrawn: Set<Int64> = []
    /// Of every subject that bears a handling code.
    package internal(set) var handlings: [SubjectName: Handling] = [:]
    /// When this officer's reading of a protected record was written down last, on the real clock.
    var consulted: [SubjectName: Instant] = [:]
    /// The record whose reading is being written down; it is opened then.
    var consulting: SubjectName?
    package internal(set) var certified: Int64?
    /// How to reach the people on call, by the hash of the payload that says so.
    package internal(set) var contacts: [Digest: String] = [:]
    var askedContacts: Set<Digest> = []
    package internal(set) var obstacle: Message?
    /// Since when, on the real clock.
    var obstacleSince: Instant?
    /// The live board while a frozen or a past one is shown.
    var liveBoard: Board?

    // Time, from outside.
    package internal(set) var now: Instant
    package internal(set) var real: Instant
    var liveNow: Instant

    // Where the person is.
    package internal(set) var mode = Mode.live
    package internal(set) var width: Int
    package internal(set) var height: Int
    package internal(set) var screens: [ScreenID] = [.board]
    package internal(set) var focus: [ScreenID: PanelID] = [:]
    package internal(set) var lists: [PanelID: ListState] = [:]
    package internal(set) var isZoomed = false
    /// Layout, columns, order and saved views, as this person chose them.
    package internal(set) var looks = Looks()
    package internal(set) var filters: [ScreenID: String] = [:]
    /// Screens whose search marks rows and hides none.
    package internal(set) var marking: Set<ScreenID> = []
    /// Rows that were marked to be found again, by their ids.
    package internal(set) var marks: Set<String> = []
    /// What was copied last, for the fields of forms and lines.
    package internal(set) var clipboard = ""
    /// What leaves as soon as the log has it.
    var givingOut: ComposedRelease?
    package internal(set) var isMouseOn: Bool
    /// What is searched in place of a filter that finds nothing as it was typed.
    package internal(set) var flipped: [ScreenID: ShownQuery] = [:]
    package internal(set) var overlay: Overlay?
    package internal(set) var notice: Notice?
    package internal(set) var lastSaved: Int64?
    package internal(set) var isSaving = false
    package internal(set) var ownEntries: [Int64] = []
    package internal(set) var commandHistory: [String] = []
    package internal(set) var filterHistory: [String] = []
    /// What was typed into forms that were left without saving, to be found again.
    var drafts: [String: KeptDraft] = [:]
    /// What the disk has of it; nil where nobody keeps it there.
    var keptDrafts: [String: KeptDraft]?
    /// Saved or given up since the disk was told last.
    var droppedDrafts: [String] = []
    /// What is said of drafts that were found, once somebody sits here.
    var draftOffer: Message?
    /// When the notice came, on the real clock, so that it goes by itself.
    var noticeSince: Instant?
    var pendingPrefix: Key?
    /// The words of other languages, once a search has asked for them.
    var otherWords: [Catalogue] = []
    var hasAskedForWords = false
    /// What place fields are completed from; empty until one is typed into.
    package internal(set) var places = Gazetteer.empty {
        didSet {
            shippedCrossings = places.directoryEntries
            spotMemo = SpotMemo()
        }
    }
    /// The crossings of the tables, as entries of the directory.
    var shippedCrossings: [DirectoryEntry] = []
    var hasAskedForPlaces = false
    package internal(set) var bell = Bell()
    /// How the alerts of the period that was asked for served the watch; nil while it is being read.
    package internal(set) var health: AlarmHealth?
    /// The watches that are over, as they were asked for; nil while they are being read.
    package internal(set) var handovers: [HandoverPast]?
    /// For which words they were looked for.
    var handoverWords = ""
    package internal(set) var pastPage: PastHandoverPage?
    package internal(set) var figures: ShownFigures?
    /// The repeats that somebody wants to see one by one.
    var unfolded: Set<String> = []
    /// The list of alerts that had the focus last.
    var previewedList = PanelID.alerts
    /// What this officer has seen of each panel; nil where nobody keeps it.
    package internal(set) var seen: Seen?
    var attention = Attention()
    /// Visitors look on: names are pseudonyms, words are hidden, and what would show more is stopped.
    package internal(set) var isVisitor: Bool
    /// Whether what is here was made of veiled entries. Until it is, nothing of the log is here at all.
    var isVeiled: Bool
    /// Lengths of time are written as they are said, not as narrow columns need them.
    var isSpoken = false

    // How it is shown.
    package internal(set) var catalogue: Catalogue
    package internal(set) var zone: Zone
    package internal(set) var themeName: String
    package internal(set) var keymap: Keymap
    package internal(set) var preferences: Preferences
    /// The order of layouts that was configured; nil for the one that follows from the language.
    var configuredLayouts: [KeyboardLayout]?
    /// The layout that the last letters came from, once one came that the first layout does not have.
    var layoutSeen: KeyboardLayout?
    /// The words for commands in the languages that were shown since the start.
    var vocabularies: [Vocabulary]
    // Who sits here.
    package internal(set) var session: Session
    /// Who may sign what, as far as the console was told; empty for a log without officers' keys.
    package internal(set) var roll = Roll()
    /// How this console is named in the log: the machine and the terminal.
    package let consoleName: String
    var sessionClock = SessionClock()
    var keysAtHand: [KeyAtHand] = []
    /// What was put away when the console was locked.
    var stowed: Stowed?
    /// No other passphrase before this reading of the session's clock.
    var nextTry: Int64 = 0
    var isSigningOn = false
    var isKeyCopied = false
    var signedOnElsewhere: String?
    /// The kind of what is being proposed, until it is saved.
    var proposing: String?
    /// Who was heard, while the report of one key is being saved.
    var hearing: String?
    /// What a second person looks at before they sign.
    package internal(set) var examined: Examined?
    /// The held message whose page was opened last.
    var heldShown: SubjectName?
    /// The held message that is being read for an alert.
    var heldAwaited: SubjectName?
    /// The held messages beyond those that the board has, since they were asked for.
    var heldBeyond: [SubjectName: HeldMessage] = [:]
    /// Everything that is open, where the board holds windows of it.
    var handoverBoard: Board?
    var isHandoverAsked = false
    /// As it stood when the offer that stands was made, and for which size of the log that was asked for.
    var handoverThen: Board?
    var handoverThenAsked: Int64?
    /// What the screen of the handover stands on.
    var handoverPage: HandoverPage?
    /// What waits in the folders of partners; nil where nobody reads any for this log.
    package internal(set) var backlog: SpoolBacklog?

    /// What graphs are drawn with.
    package var symbols = SymbolLadder.block
    /// Who acts in a log without officers' keys.
    let configuredOfficer: String
    package let isReadOnly: Bool
    /// The themes at hand, in the order to offer them.
    package internal(set) var themes: [ThemeCard]
    /// What completion offers for languages.
    package let languages: [Language]

    /// One line for the person, until the next key.
    package struct Notice: Equatable, Sendable {
        package let message: Message
        package let isError: Bool
    }

    package init(
        board: Board, recent: [Entry] = [], now: Instant, real: Instant, width: Int, height: Int, officer: String,
        catalogue: Catalogue = .english, zone: Zone = .almaty, themeName: String = "default",
        themeNames: [String] = ["default"], themes: [ThemeCard] = [],
        languages: [Language] = Language.shipped, keymap: Keymap = .standard, preferences: Preferences = Preferences(),
        layouts: [KeyboardLayout]? = nil, isReadOnly: Bool = false, history: [String] = [], isMouseOn: Bool = false,
        isVisitor: Bool = false, session: Session = .desk, consoleName: String = ""
    ) {
        let ladders = EscalationLadders(preferences)
        var board = board
        board.ladders = ladders
        self.board = board
        self.ladders = ladders
        self.recent = recent
        self.now = now
        self.real = real
        liveNow = now
        self.width = width
        self.height = height
        configuredOfficer = officer
        self.session = session
        self.consoleName = consoleName
        self.catalogue = catalogue
        self.zone = zone
        self.themeName = themeName
        self.themes = themes.isEmpty ? themeNames.map { ThemeCard(name: $0) } : themes
        self.languages = languages
        self.keymap = keymap
        self.preferences = preferences
        bell.isOn = preferences.sound == .bell
        bell.intervals = preferences.bellIntervals
        looks.arrangement = preferences.arrangement
        configuredLayouts = layouts ?? KeyboardLayout.order(in: preferences)
        vocabularies = [Vocabulary(catalogue)]
        self.isReadOnly = isReadOnly
        self.isMouseOn = isMouseOn
        self.isVisitor = isVisitor
        isVeiled = isVisitor
        recall(history)
        settleLists()
    }

    package var themeNames: [String] { themes.map(\.name) }
    package var screen: ScreenID { screens.last ?? .board }
    package var face: ClockFace {
        ClockFace(convention: isSpoken ? catalogue.convention.spoken : catalogue.convention, zone: zone)
    }

    /// The text of a message in the language of the screen, made safe to draw.
    package func text(_ message: Message) -> SafeText { SafeText(catalogue.text(message)) }

    package var isReviewing: Bool { if case .review = mode { true } else { false } }
    package var isFrozen: Bool { if case .frozen = mode { true } else { false } }

    /// The panel that the keys act on.
    package var focusedPanel: PanelID {
        let panels = self.panels
        if let chosen = focus[screen], panels.contains(chosen) { return chosen }
        if screen == .watch { return .watchLog }
        return panels.first ?? .deliveries
    }

    /// The subject that a command acts on: the one whose page is open, or the one under the cursor.
    package var selectedSubject: SubjectName? {
        // Nothing is done about what this reader may not even see, and no form bears its number.
        rowSubject.flatMap { withholds($0) ? nil : $0 }
    }

    /// What the row under the cursor is about, whoever may read it.
    var rowSubject: SubjectName? {
        if case .subject(let name) = screen { return name }
        if focusedPanel == .preview { return previewed?.name }
        if focusedPanel == .state { return stateSubject }
        guard let anchor = lists[focusedPanel]?.anchor else { return nil }
        // Lists are settled after each input, so that the row is there.
        if let index = PanelItem.entryNumber(of: anchor) { return knownEntry(index)?.subject }
        return SubjectName(String(anchor.prefix { $0 != " " }))
    }

    package var selectedAlert: Alert? { selectedSubject.flatMap { alert($0) } }
    package var selectedDelivery: Delivery? { selectedSubject.flatMap { delivery($0) } }

    package func alert(_ name: SubjectName) -> Alert? {
        if let alert = board.alerts[name] { return alert }
        if case .alert(let alert) = histories[name]?.subject { return alert }
        return nil
    }

    package func delivery(_ name: SubjectName) -> Delivery? {
        if let delivery = board.deliveries[name] { return delivery }
        if case .delivery(let delivery) = histories[name]?.subject { return delivery }
        return nil
    }

    /// The entry under the cursor, on screens that list entries.
    package var selectedEntry: Int64? {
        lists[focusedPanel]?.anchor.flatMap { PanelItem.entryNumber(of: $0) }
    }
}
