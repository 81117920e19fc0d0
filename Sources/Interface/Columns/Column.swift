import Model
import Screen
import Wording

/// The lists that have columns of their own.
package enum ListKind: String, CaseIterable, Hashable, Sendable {
    case deliveries, alerts, agenda, log, officers

    var columns: [Column] {
        switch self {
        case .deliveries: Column.deliveries
        case .alerts: Column.alerts
        case .agenda: Column.agenda
        case .log: Column.entries
        case .officers: Column.officers
        }
    }

    func column(_ id: String) -> Column? { columns.first { $0.id == id } }

    var title: Message {
        switch self {
        case .deliveries: "Columns of the deliveries"
        case .alerts: "Columns of the alerts"
        case .agenda: "Columns of NEXT"
        case .log: "Columns of the log"
        case .officers: "Columns of the officers"
        }
    }
}

extension PanelID {
    /// Whose columns the panel shows; nil for a panel of facts.
    package var list: ListKind? {
        switch self {
        case .deliveries: .deliveries
        case .alerts, .shelved: .alerts
        case .agenda: .agenda
        case .latest, .watchLog, .timeline, .records: .log
        case .officers: .officers
        case .facts, .duty, .onCall, .inForce, .orders, .preview, .health, .state: nil
        }
    }
}

/// What stands in one cell: the same in several forms, the longest first; the first that fits is shown.
struct CellText {
    let forms: [String]
    let role: Role

    init(_ forms: [String], _ role: Role = .text) {
        self.forms = forms
        self.role = role
    }

    init(_ form: String, _ role: Role = .text) { self.init([form], role) }

    static let empty = CellText([""])

    var longest: String { forms.first ?? "" }
    var shortest: String { forms.last ?? "" }

    /// The longest form of at most so many columns, else the shortest one with the mark of a cut.
    func fitted(to width: Int) -> SafeText {
        for form in forms {
            let text = SafeText(form)
            if text.width <= width { return text }
        }
        return SafeText(shortest).clipped(to: width)
    }
}

/// What rows of a list are put in order by; rows that have none come last.
enum SortKey: Comparable {
    case number(Int64)
    case text(String)
    case none
}

/// One column of a list: what it says, how wide it wants to be, and when it gives way.
struct Column: Sendable {
    enum Place: Sendable, Equatable {
        /// Stays as long as the list is drawn.
        case always
        /// Goes when the shortest forms of all do not fit; the greater number goes first.
        case needed(Int)
        /// Comes when the others have their longest forms; the smaller number comes first.
        case spare(Int)
    }

    let id: String
    let heading: Message
    /// Stands where the heading does not fit.
    var shortHeading: Message?
    let place: Place
    /// Columns that it takes at least and at most where its words do not say so.
    var least = 1
    var most = 40
    /// Its part of what is left over; 0 takes what its words need.
    var share = 0
    var isRight = false
    /// Shown until somebody chooses otherwise.
    var isStandard = true
    /// Takes no room while all its visible cells are empty.
    var isCollapsible = false
    /// The widest texts that the column can hold, so that it keeps its width while rows come and go.
    var samples: @Sendable (AppState) -> [CellText] = { _ in [] }
    let cell: @Sendable (AppState, PanelItem) -> CellText
    var order: (@Sendable (AppState, PanelItem) -> SortKey)?
}
