import Settings
import Wording

/// How many panels the board has, as somebody chose it: by the size of the window; the one that has the focus, with the
/// names of the others; the deliveries, and beside or below them the alerts or NEXT; these and the latest records; every
/// panel with all its facts, to be read from afar.
package typealias Arrangement = Preferences.Arrangement

extension Preferences.Arrangement {
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

    /// Whether what holds for a while has room beside the log of the watch.
    var mayShowInForce: Bool { self == .columns || self == .wall }

    var showsTheWatch: Bool { panels.contains(.watchLog) }
}
