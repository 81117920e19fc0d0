/// The handover as the log makes it at this instant, with what the officer said of its lines.
package struct HandoverDraft: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package let item: HandoverItem
        /// As the officer sees it, else as the log makes it.
        package let severity: HandoverSeverity
        package let note: String?
        package let ifThen: [IfThen]
        /// Where the officer put it.
        package let place: Int?
        /// Why it is deliberately not handed over.
        package let leftOut: String?

        package var key: HandoverItem.Key { item.key }

        init(_ item: HandoverItem, _ edit: HandoverItemSet?) {
            self.item = item
            // What was taken in an emergency stays the first line, whatever anybody thinks of it.
            severity = item.isBreakGlass ? .critical : edit?.severity ?? item.severity
            note = edit?.note
            ifThen = edit?.ifThen ?? []
            place = edit?.place
            leftOut = item.isBreakGlass ? nil : edit?.leftOut
        }

        fileprivate init(_ item: HandoverItem, _ told: HandoverWritten.Line) {
            self.item = item
            severity = told.severity
            note = told.note
            ifThen = told.ifThen
            place = nil
            leftOut = nil
        }

        fileprivate init(_ item: HandoverItem, leftOut reason: String) {
            self.item = item
            severity = item.severity
            note = nil
            ifThen = []
            place = nil
            leftOut = reason
        }

        /// Power taken in an emergency, then the graver one, then where the officer put it, then what is due first.
        fileprivate func comesBefore(_ other: Line) -> Bool {
            if item.isBreakGlass != other.item.isBreakGlass { return item.isBreakGlass }
            if severity != other.severity { return severity < other.severity }
            let (mine, theirs) = (place ?? .max, other.place ?? .max)
            if mine != theirs { return mine < theirs }
            let (due, theirDue) = (item.due ?? .distantFuture, other.item.due ?? .distantFuture)
            if due != theirDue { return due < theirDue }
            return (key.subject, key.topic) < (other.key.subject, other.key.topic)
        }
    }

    package let watch: SubjectName
    /// Until when what will be due is looked at: the end of the next turn.
    package let horizon: Instant
    /// How many entries of the log it stands on.
    package let size: Int64
    package let lines: [Line]
    package let leftOut: [Line]

    /// - Parameter board: with all open subjects loaded (`isComplete`); what is not loaded cannot be handed over
    package init(_ board: Board, for watch: Shift, at now: Instant) {
        self.init(board, for: watch, at: now, until: board.handoverHorizon(for: watch, at: now))
    }

    init(_ board: Board, for watch: Shift, at now: Instant, until horizon: Instant) {
        self.watch = watch.name
        self.horizon = horizon
        size = board.size
        let edits = watch.handover.edits
        var all = board.handoverItems(for: watch, at: now, until: horizon).map { Line($0, edits[$0.key.text]) }
        for edit in edits.values {
            guard let key = HandoverItem.Key(edit.item), key.isOwn else { continue }
            all.append(
                Line(HandoverItem(key, .own, edit.severity ?? .watch, basis: watch.trail.first), edit))
        }
        all.sort { $0.comesBefore($1) }
        lines = all.filter { $0.leftOut == nil }
        leftOut = all.filter { $0.leftOut != nil }
    }

    /// A handover as it was offered, its lines in the order in which they were.
    ///
    /// - Parameter board: whose words its lines have: as it stood then (`written.size`), or as it is now. A line that
    ///   this board knows nothing of any more has the matter `.own` and its key.
    package init(_ written: HandoverWritten, _ board: Board, for watch: Shift, at now: Instant) {
        self.watch = watch.name
        horizon = written.horizon
        size = written.size
        let known = Dictionary(
            board.handoverItems(for: watch, at: now, until: written.horizon).map { ($0.key.text, $0) }
        ) { first, _ in first }
        func item(_ text: String, _ severity: HandoverSeverity, _ due: Instant?, _ basis: Int64) -> HandoverItem {
            known[text]
                ?? HandoverItem(
                    HandoverItem.Key(text) ?? HandoverItem.Key(watch.name, text), .own, severity, due: due, basis: basis
                )
        }
        lines = written.lines.map { Line(item($0.item, $0.severity, $0.due, $0.basis), $0) }
        leftOut = written.leftOut.map { Line(item($0.item, .stable, nil, 0), leftOut: $0.reason) }
    }

    package subscript(key: HandoverItem.Key) -> Line? { (lines + leftOut).first { $0.key == key } }

    /// The key of the officer's next own line.
    package static func nextOwn(of watch: Shift) -> HandoverItem.Key {
        .own(watch.handover.ownCount + 1, of: watch.name)
    }

    /// What stands still once it is offered.
    package func written(
        risks: [HandoverRisk] = [], secondPerson: String? = nil, riskReason: String? = nil
    ) -> HandoverWritten {
        let told = lines.prefix(HandoverWritten.lineLimit)
        return HandoverWritten(
            lines: told.map {
                HandoverWritten.Line(
                    item: $0.key.text, severity: $0.severity, due: $0.item.due, basis: $0.item.basis, note: $0.note,
                    ifThen: $0.ifThen)
            }, leftOut: leftOut.map { HandoverWritten.LeftOut(item: $0.key.text, reason: $0.leftOut ?? "") },
            rest: lines.count - told.count, horizon: horizon, size: size, risks: risks, secondPerson: secondPerson,
            riskReason: riskReason)
    }
}

extension Board {
    /// Where no next turn is planned, what will be due is looked at for this long after the watch.
    package static let usualTurn = Span.hours(24)

    /// The end of the next turn: as planned, else as long again as this one.
    package func handoverHorizon(for watch: Shift, at now: Instant) -> Instant {
        let end = max(now, watch.started.until)
        if let turn = roster?.next(after: max(now, watch.started.until - .hours(1))) { return max(turn.until, end) }
        let length = watch.planned > .hours(1) ? min(watch.planned, Board.usualTurn) : Board.usualTurn
        return end + length
    }

    /// Everything that is open, by key; no two items have one key.
    func handoverItems(for watch: Shift, at now: Instant, until horizon: Instant) -> [HandoverItem] {
        var list = HandoverList(at: now, until: horizon)
        for delivery in deliveries.values.sorted(by: { $0.name < $1.name }) { list.add(delivery) }
        for alert in alerts.values.sorted(by: { $0.name < $1.name }) { list.add(alert) }
        for arrangement in arrangements.values where arrangement.isInForce { list.add(arrangement) }
        for order in orders.values { list.add(order, since: watch.from) }
        for trail in unsettled.values { list.add(trail) }
        for officer in officers.values where officer.isActive { list.add(officer, since: watch.from) }
        list.add(watch)
        list.addHeld(max(held.count, tally[.intake, .attention]), of: watch, oldest: heldMessages.first)
        list.addContacts(contacts(changedSince: watch.from), of: watch)
        return list.items
    }

    private func contacts(changedSince from: Instant) -> [SubjectName] {
        let records = directory.records.values.map(\.trail)
        let people = onCall.values.map(\.trail)
        return (records + people).filter { $0.lastLearnt >= from }.sorted { $0.last > $1.last }.map(\.name)
    }
}
