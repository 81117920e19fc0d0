/// A leg as the page of a delivery shows it: planned, as it went or is expected, and covered or not.
package struct RoadLeg: Equatable, Sendable {
    package enum Mark: Equatable, Sendable {
        case passed, here, ahead
    }

    package let leg: LegPlanned
    package let mark: Mark
    /// When it left the leg, where a side said so; else when it is expected to, where that is not as planned.
    package let out: Instant?
    package let isEstimate: Bool
    package let cover: Cover
    /// When the consent that is there ends.
    package let coverUntil: Instant?
    /// How long nobody held the load where the leg ends; nil where it was not let go there.
    package let gap: Custody.Gap?
    /// For how long it was there and no consent held.
    package let spent: Span
}

/// What the last handing over showed of the seal and the weight.
package struct CustodyCheck: Equatable, Sendable {
    package enum Seal: Equatable, Sendable {
        case same, differs, unknown
    }

    package let seal: Seal
    /// Taken over less let go, in grams; nil where one side did not weigh.
    package let differenceGrams: Int64?
    package let isWeightDoubted: Bool
    /// Somebody found out why it does not match.
    package let isSettled: Bool
}

extension Delivery {
    package func road(at now: Instant) -> [RoadLeg] {
        let here = isOnTheRoad ? currentLeg?.number : nil
        return cover(at: now).map { covered in
            let leg = covered.leg
            let mark: RoadLeg.Mark =
                here.map { leg.number < $0 ? .passed : leg.number == $0 ? .here : .ahead } ?? .ahead
            let left = covered.window.left
            let expected = mark == .passed || covered.window.until == leg.until ? nil : covered.window.until
            return RoadLeg(
                leg: leg, mark: end != nil && mark == .ahead ? .passed : mark, out: left ?? expected,
                isEstimate: left == nil, cover: covered.cover, coverUntil: covered.until, gap: gapAtTheEnd(of: leg),
                spent: covered.spent)
        }
    }

    /// The cover of what lies ahead in one word: the first leg that is not covered, else one that is only by word of
    /// mouth, else the one that is covered by least; nil where nothing lies ahead.
    package func coverOfTheRest(at now: Instant) -> LegCover? {
        let ahead = coverAhead(at: now)
        if let open = ahead.first(where: { !$0.cover.isCovered }) { return open }
        let oral = ahead.first { if case .oralOnly = $0.cover { true } else { false } }
        return oral ?? ahead.min { ($0.spare ?? .zero) < ($1.spare ?? .zero) }
    }

    /// The party that holds it by the last word of custody, where a later report has it in another State; nil where both
    /// agree, and where the party names no State.
    package var holderElsewhere: (party: String, leg: LegPlanned)? {
        guard end == nil, let holder = custody.holder, let leg = currentLeg, let lastReport,
            currentLegNumber != nil, lastReport.at > holder.since, let state = OpenWords.state(in: holder.party),
            state != leg.state
        else { return nil }
        return (holder.party, leg)
    }

    /// What the newest finished handing over showed; nil before the first.
    package var custodyCheck: CustodyCheck? {
        guard let gap = custody.gaps.last(where: { $0.accepted != nil }), let accepted = gap.accepted else {
            return nil
        }
        let mismatches = custody.mismatches.filter { $0.entry == accepted.entry }
        let isSealWrong = mismatches.contains { if case .seal = $0 { true } else { false } }
        let isKnown = gap.released.seal != nil && accepted.seal != nil
        let difference = gap.released.grossGrams.flatMap { before in accepted.grossGrams.map { $0 - before } }
        return CustodyCheck(
            seal: isSealWrong ? .differs : isKnown ? .same : .unknown, differenceGrams: difference,
            isWeightDoubted: mismatches.contains { if case .weight = $0 { true } else { false } },
            isSettled: !mismatches.isEmpty && mismatches.allSatisfy { settled[$0.entry] != nil })
    }
}

extension LegCover {
    /// By how much the consent outlasts the leg.
    package var spare: Span? {
        switch cover {
        case .complete(let spare), .oralOnly(_, let spare): spare
        default: nil
        }
    }
}

/// What was agreed for a situation that is here or near, and how far it is done.
package struct Intervention: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        package let number: Int
        package let text: String
        package let done: Exceptions.Done?
    }

    package struct Telling: Equatable, Sendable {
        package let party: String
        package let told: Exceptions.Done?
    }

    package let situation: ExceptionKind
    /// Nil while it is only near.
    package let open: Exceptions.Open?
    /// Nil where nothing was agreed.
    package let decides: String?
    package let steps: [Step]
    package let tell: [Telling]
    package let agreed: InterventionAgreed?
}

extension Delivery {
    /// What was agreed for each exception that is open, the gravest first, and for a consent that will not last.
    package func interventions(at now: Instant) -> [Intervention] {
        let leg = currentLegNumber ?? legs.first?.number
        guard end == nil else { return [] }
        var all = exceptionsByDanger.map { open in
            intervention(
                open.entered.exception, open,
                exceptions.agreed(for: open.entered.exception, leg: open.entered.leg ?? leg))
        }
        let isShort = coverAhead(at: now).contains { !$0.cover.isCovered }
        if isShort, !exceptions.open.contains(where: { $0.entered.exception == .uncovered }),
            let agreed = exceptions.agreed(for: .uncovered, leg: leg)
        {
            all.append(intervention(.uncovered, nil, agreed))
        }
        return all
    }

    private func intervention(
        _ situation: ExceptionKind, _ open: Exceptions.Open?, _ agreed: InterventionAgreed?
    ) -> Intervention {
        // Who was told without having been agreed is shown as well.
        let toTell = open.map { partiesToTell($0, agreed) } ?? agreed?.tell ?? []
        let others = (open?.told.keys.sorted() ?? []).filter { !toTell.contains($0) }
        return Intervention(
            situation: situation, open: open, decides: agreed?.decides,
            steps: (agreed?.steps ?? []).enumerated().map { place, text in
                Intervention.Step(number: place + 1, text: text, done: open?.done[place + 1])
            },
            tell: (toTell + others).map { Intervention.Telling(party: $0, told: open?.told[$0]) },
            agreed: agreed)
    }
}
