/// One watch that is over, and how it was given to the next officer, as its own entries tell it.
package struct HandoverPast: Equatable, Sendable {
    package enum Way: String, Sendable {
        case accepted
        case withReservation = "with_reservation"
        /// Taken although it was not offered, or before everything was said back.
        case taken
        /// It ended, and nobody had the next one at once.
        case unrelieved
    }

    package let watch: Shift
    package let ended: ShiftEnded
    package let endedAt: Instant
    /// The entry that ended it: what is before it was known then.
    package let end: Int64
    /// The id of the one who wrote the end: of a relief, the officer who has the next watch.
    package let endedBy: String
    /// The offer that was accepted; of a watch that was taken, the last one that stood.
    package let offer: Handover.Offer?
    /// Why it was taken without being accepted: the next watch says so, and whoever reads both puts it in.
    package var takenBecause: String?

    /// Nil while the watch runs, and for what is no watch.
    package init?(_ history: SubjectHistory) {
        guard case .shift(let watch)? = history.subject, let ended = watch.ended, let endedAt = watch.endedAt,
            let entry = history.entries.last(where: {
                $0.kind == ShiftEnded.kind && !history.withdrawn.contains($0.index)
            })
        else { return nil }
        self.watch = watch
        self.ended = ended
        self.endedAt = endedAt
        end = entry.index
        endedBy = entry.actor
        offer = ended.offer.map { accepted in watch.handover.offers.last { $0.entry == accepted } } ?? watch.offer
    }

    package var name: SubjectName { watch.name }
    package var written: HandoverWritten? { offer?.written }

    package var way: Way {
        if ended.relievedBy == nil { return .unrelieved }
        if ended.offer == nil { return .taken }
        return ended.reservation == nil ? .accepted : .withReservation
    }

    /// How long it was written, from the first word about it until it was offered for the last time.
    package var drafting: Span? {
        guard let begun = watch.handover.begun, let offer else { return nil }
        return max(offer.at - begun, .zero)
    }

    /// How long it waited, was said back and asked about.
    package var answering: Span? { offer.map { max(endedAt - $0.at, .zero) } }

    /// The critical lines of the offer that were said back as they stood, and what was said back besides.
    package var saidBack: Int { (written?.critical.count { saidBack($0) != nil } ?? 0) + saidBesides.count }

    /// What was to be said back: the critical lines of the offer, and what was said back besides. What was settled before the
    /// watch was accepted is none of it; an acceptance leaves nothing else unsaid.
    package var critical: Int {
        let told = written?.critical ?? []
        return (ended.offer == nil ? told.count : told.count { saidBack($0) != nil }) + saidBesides.count
    }

    /// What the officer who has the next watch said back of a line as it stood; nil where they did not.
    package func saidBack(_ line: HandoverWritten.Line) -> Handover.SaidBack? {
        watch.handover.said(line.item).flatMap { $0.holds(for: line) && $0.by == endedBy ? $0 : nil }
    }

    /// What became critical after the offer, and what was left out, where it was said back.
    package var saidBesides: [Handover.SaidBack] { watch.handover.saidBesides.filter { $0.by == endedBy } }

    /// To whom it was offered, where somebody else took it, or nobody.
    package var offeredElsewhere: String? {
        guard ended.offer == nil, let offer = watch.offer,
            !watch.isOffered(to: endedBy, named: ended.relievedBy)
        else { return nil }
        return offer.to
    }

    /// What made it dangerous: when it was offered, and since.
    package var risks: [HandoverRisk] { (written?.risks ?? []) + ended.risks }

    /// Whether all the words occur in what officers wrote about it, in its names and in those of its subjects.
    ///
    /// - Parameters:
    ///   - words: divided at blanks; letters are compared as everywhere in search
    ///   - lines: what else was shown of it
    package func matches(_ words: String, also lines: [String] = []) -> Bool {
        let wanted = words.split(separator: " ").map { SearchFolding.bytes(String($0)) }
        guard !wanted.isEmpty else { return true }
        let texts = (self.words + lines).map { SearchFolding.bytes($0) }
        return wanted.allSatisfy { word in texts.contains { $0.contains(word) } }
    }

    /// Whether this officer gave or took it, by id or by name.
    package func concerns(_ officer: String) -> Bool {
        let wanted = SearchFolding.fold(officer)
        return [watch.officerID, watch.started.officer, endedBy, ended.relievedBy ?? ""].contains {
            SearchFolding.fold($0) == wanted
        }
    }

    /// What is searched: what officers wrote, names, subjects.
    package var words: [String] {
        let handover = watch.handover
        var texts = [
            name.text, watch.started.officer, watch.officerID, endedBy, ended.relievedBy, ended.reservation, ended.note,
            watch.started.reason, takenBecause, ended.asked, ended.secondPerson, ended.riskReason,
            written?.secondPerson, written?.riskReason,
        ].compactMap { $0 }
        texts += handover.offers.map(\.to)
        for line in written?.lines ?? [] {
            texts += [line.item, line.note].compactMap { $0 } + line.ifThen.flatMap { [$0.condition, $0.action] }
        }
        for line in written?.leftOut ?? [] { texts += [line.item, line.reason] }
        texts += handover.saidBack.values.map(\.text)
        for question in handover.questions { texts += [question.asked.text, question.answer?.text].compactMap { $0 } }
        texts += handover.refusals.map(\.reason)
        return texts + watch.paper.rows.values.compactMap(\.text)
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, part.count <= count else { return part.isEmpty }
        return (0...(count - part.count)).contains { place in
            self[place] == first && self[place..<(place + part.count)].elementsEqual(part)
        }
    }
}
