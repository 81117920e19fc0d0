import Wording

/// How many panels the board has, as somebody chose it.
package enum Arrangement: String, CaseIterable, Hashable, Sendable {
    /// By the size of the window.
    case auto
    /// The panel that has the focus, and a line with the names of the others.
    case one
    /// The deliveries, and beside or below them the alerts or NEXT.
    case two
    /// Deliveries, alerts, NEXT, and the latest records.
    case four
    /// Every panel with all its facts, to be read from afar.
    case wall

    package var message: Message {
        switch self {
        case .auto: "by the size of the window"
        case .one: "one panel"
        case .two: "two panels"
        case .four: "four panels"
        case .wall: "the wall"
        }
    }
}

/// How the board is divided in the window that there is.
enum Plan: Equatable {
    case one, two, four, wall
    /// Full-width bands one below the other.
    case bands
    /// Deliveries across, two columns below them.
    case columns

    init(_ arrangement: Arrangement, _ layout: Layout) {
        switch arrangement {
        case .one: self = .one
        case .two: self = .two
        case .four: self = .four
        case .wall where layout.isWallPossible: self = .wall
        case .auto, .wall: self = layout.isWall ? .wall : layout.isWide ? .columns : .bands
        }
    }

    /// The panels in the order of the Tab key.
    var panels: [PanelID] {
        switch self {
        case .bands, .two: [.deliveries, .alerts, .agenda]
        case .four: [.deliveries, .alerts, .agenda, .latest]
        case .one, .columns, .wall: [.deliveries, .alerts, .agenda, .latest, .watchLog]
        }
    }

    var showsTheWatch: Bool { panels.contains(.watchLog) }
}
