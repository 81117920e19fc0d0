import Model
import Screen
import Wording

/// What a person can ask for: its name, its help, why it cannot be had now, and what it does.
///
/// The one table: keys, footer, help, palette and manual are derived from it.
package struct Command: Sendable {
    /// What may follow the name on the command line.
    package enum ArgumentKind: Sendable {
        case none, text, subject, zone, theme, language, disposition, filter
        case layout, sort, columns, view, ownView
        case officer, role
    }

    package let name: String
    /// A word for the footer.
    package let label: Message
    /// One sentence for the help.
    package let help: Message
    package let argument: ArgumentKind
    package let group: Group
    let obstacle: @Sendable (AppState) -> Message?
    let run: @Sendable (inout AppState, String) -> [Effect]

    package enum Group: Int, CaseIterable, Sendable {
        case act, move, look, show, program
    }

    init(
        _ name: String, _ label: Message, _ help: Message, group: Group, argument: ArgumentKind = .none,
        unless obstacle: @escaping @Sendable (AppState) -> Message? = { _ in nil },
        run: @escaping @Sendable (inout AppState, String) -> [Effect]
    ) {
        self.name = name
        self.label = label
        self.help = help
        self.group = group
        self.argument = argument
        self.obstacle = obstacle
        self.run = run
    }

    package static let all: [Command] =
        actions + alertActs + deliveryActs + bonds + deconfliction + exchange + handlings + acts + watchActs
        + handoverActs + handoverLines + watchArrangements + directoryActs
        + movements + screens + stateScreen + handoversPast + seals
        + finding + views
        + looks
        + sounds
        + news + intake + sessions + program

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func named(_ name: String) -> Command? { byName[name.lowercased()] }

    /// Whether a subject's name may stand before everything else that the command takes.
    var takesSubject: Bool {
        group == .act
            && ![
                "new", "new-delivery", "paste", "phone", "rolling", "watch-note", "paper-row", "take-watch",
                "offer-watch",
                "confirm-watch", "end-watch", "take-now", "refuse-watch", "say-back", "ask-before", "answer-question",
                "severity", "line-note", "if-then", "leave-out", "own-line", "sooner", "later", "line-subject",
                "withdraw", "release", "discard", "take-in", "approve", "decline", "telephone", "countersign", "refuse",
                "correct", "order", "arrange", "issue-order", "on-call", "new-entry", "set-entry", "verify-entry",
                "retire-entry", "standing", "link", "join", "part", "apart", "unlink",
            ].contains(name)
    }

    /// Why the command cannot run now, in one sentence; nil when it can.
    ///
    /// - Parameter isNamed: whether a subject stands behind the word, so that none has to be selected
    package func unavailable(in state: AppState, isNamed: Bool = false) -> Message? {
        state.obstacleOfConcealing(to: self) ?? state.obstacleOfVisitors(to: self)
            ?? (isNamed ? nil : obstacle(state)) ?? state.obstacleOfRole(to: self)
    }
}
