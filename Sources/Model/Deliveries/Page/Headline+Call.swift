extension Headline {
    /// The State that is to be called about what is wrong; nil where that says nothing of whom.
    package var stateToCall: String? {
        func known(_ party: String) -> String? { Party.named(party).state.flatMap { StateKey.isKnown($0) ? $0 : nil } }
        switch self {
        case .silence(_, _, let from, _, _): return known(from)
        case .windowOverrun(_, _, let state, _, _): return state
        case .crossingClosed(_, _, _, let state, _, _): return state
        case .delivery(_, _, let need):
            switch need {
            case .uncovered(let state, _, _, _, _), .paperLate(let state, _), .requestUnconfirmed(let state, _, _),
                .answerLate(let state, _, _), .formalLate(_, _, let state, _), .startLate(let state, _):
                return known(state)
            case .nobodyHolds(let party, _, _, _), .notTheHolder(let party, _, _),
                .releaseMissing(let party, _, _, _), .heldByNobodyTooLong(let party, _, _, _, _):
                return known(party)
            case .outOfOrder(_, let later, _): return known(later.party)
            case .exception(_, let from, _, let decides, _): return decides.flatMap { known($0) } ?? known(from)
            case .sealDiffers, .weightDiffers, .exhibitDoubted, .stepLate: return nil
            }
        default: return nil
        }
    }
}
