/// What a cell means; a theme says how that looks.
package enum Role: String, CaseIterable, Hashable, Sendable {
    /// Ordinary text and the background of every screen.
    case text
    /// Old, secondary or not applicable text.
    case dim
    /// The name of the screen or of the subject on it.
    case title
    /// Frames, rules and scroll bars.
    case frame
    /// The title of a band or a panel.
    case heading
    /// Column headings and the names of fields.
    case label
    /// The sentence on line 3: what needs the officer now.
    case now
    /// A key in the footer and in the help.
    case key
    /// What a key does, in the footer and in the help.
    case keyLabel
    /// A key or a command that cannot run at present.
    case disabled
    /// The mode word of the live watch.
    case modeLive
    /// The mode word and frame of a review of the past.
    case modeReview
    /// The mode word and frame of an exercise.
    case modeDrill
    /// The mode word of a screen that is stale, frozen or read only.
    case modeStale
    /// The row under the cursor in the panel that has the focus.
    case selected
    /// The row under the cursor in a panel without the focus.
    case selectedInactive
    /// A place found by the search.
    case match
    /// What must be done at once: short, silent, not acknowledged.
    case urgent
    /// What will become urgent.
    case warning
    /// What is complete or covered.
    case good
    /// What the program tells about itself.
    case info
    /// What did not work.
    case error
    /// A field that can be filled in.
    case field
    /// The field that takes the typing.
    case fieldFocus
    /// Priority 1, the highest.
    case priority1
    /// Priority 2.
    case priority2
    /// Priority 3.
    case priority3
    /// Priority 4, the lowest.
    case priority4
    /// A withdrawn entry, still legible.
    case struck
    /// A row that arrived since the officer last looked.
    case fresh
    /// The line that says what is safely on the disk.
    case saved
    /// A character of foreign text that is shown instead of obeyed.
    case escape

    /// Whether it is read; frames are only seen.
    package var isText: Bool { self != .frame }

    /// What a selected row must not hide: that something in it is urgent, late, struck or found.
    package var isTelling: Bool {
        switch self {
        case .urgent, .warning, .error, .priority1, .priority2, .struck, .match: true
        default: false
        }
    }

    /// Whether its ground is only a hint, so that an underline says the same where few colours would make it a bar.
    var hasFaintGround: Bool { self == .selectedInactive || self == .field }

    /// Whether it is a bar under a row or a field, which is no news.
    var isBar: Bool { [.selected, .selectedInactive, .field, .fieldFocus].contains(self) }

    /// The roles that are a bar under a whole row.
    package static let bars: [Role] = [.selected, .selectedInactive]

    /// One ASCII character for snapshots, different for each role; a blank for ordinary text.
    package var mark: Character {
        switch self {
        case .text: " "
        case .dim: "d"
        case .title: "T"
        case .frame: "-"
        case .heading: "H"
        case .label: "l"
        case .now: "N"
        case .key: "k"
        case .keyLabel: "K"
        case .disabled: "x"
        case .modeLive: "L"
        case .modeReview: "R"
        case .modeDrill: "D"
        case .modeStale: "Z"
        case .selected: "S"
        case .selectedInactive: "s"
        case .match: "m"
        case .urgent: "!"
        case .warning: "w"
        case .good: "g"
        case .info: "i"
        case .error: "E"
        case .field: "f"
        case .fieldFocus: "F"
        case .priority1: "1"
        case .priority2: "2"
        case .priority3: "3"
        case .priority4: "4"
        case .struck: "X"
        case .fresh: "+"
        case .saved: "v"
        case .escape: "^"
        }
    }
}
