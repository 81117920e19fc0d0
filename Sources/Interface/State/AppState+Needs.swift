import Model
import Wording

/// From the line that says what needs somebody to the place where it is done.
extension AppState {
    /// What needs somebody and can be opened, with the screen that has it; nil for the certificate, which lies over any.
    private var openNeeds: [(need: Headline, screen: ScreenID?)] {
        shownNeeds.compactMap { need in
            switch need {
            case .handover(_, .unsigned): (need, nil)
            case .handover, .watchOffered: (need, .handover)
            case .watchTaken, .watchOver, .nobodyHasTheWatch: (need, .watch)
            case .emergency: (need, .officers)
            // These have a list of their own.
            case .messagesHeld, .quiet: nil
            default: need.subject.map { (need, .subject($0)) }
            }
        }
    }

    /// The most urgent one; on its own screen the one that comes after it.
    mutating func openNeed() -> [Effect] {
        let needs = openNeeds
        let here = needs.firstIndex { $0.screen == screen }
        let after = here.map { Array(needs[($0 + 1)...] + needs[..<$0]) } ?? needs
        guard let next = after.first(where: { $0.screen != screen }) else { return say("Nothing else needs you.") }
        switch next.screen {
        case .handover?: return openHandover()
        case let screen?: return open(screen)
        case nil: return [.loadCertificate(next.need.subject)]
        }
    }
}

extension Obstacles {
    static func need(_ state: AppState) -> Message? {
        state.shownNeeds.allSatisfy { if case .quiet = $0 { true } else { false } } ? "Nothing needs you." : nil
    }
}
