extension Delivery {
    /// How what lies ahead is covered; where it rolls although no leg is planned, how the State is where it rolls.
    package func coverAheadInOneWord(at now: Instant) -> Cover? {
        coverOfTheRest(at: now)?.cover ?? unplannedCover(at: now)
    }

    /// What is short where it rolls although no leg is planned; nil where nothing is.
    package func unplannedCover(at now: Instant) -> Cover? {
        guard unplannedState != nil else { return nil }
        for case .uncovered(_, let cover, _, _, _) in ownNeeds(at: now) { return cover }
        return nil
    }
}

extension Delivery {
    /// Who has to hear of what is not as planned: as it was agreed, else every State on the road but the one that told us.
    package func partiesToTell(_ open: Exceptions.Open, _ agreed: InterventionAgreed?) -> [String] {
        if let agreed, !agreed.tell.isEmpty { return agreed.tell }
        return statesOnTheRoad.filter { !open.entered.from.hasPrefix($0) }
    }
}
