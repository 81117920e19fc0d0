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

        /// What the log makes of it, where the officer makes less of it; nil otherwise.
        package let lowered: HandoverSeverity?
        /// Why the officer before left it out: proposed again, and not done.
        package let leftOutBefore: String?
        /// Note, cases and own words are those of the handover by which this watch was taken.
        package let isInherited: Bool

        package var key: HandoverItem.Key { item.key }

        /// - Parameters:
        ///   - edit: what the officer says of it, or said when it was offered
        ///   - before: what it said in the handover by which this watch was taken
        ///   - leftOutBefore: why the officer before left it out
        ///   - usual: what the log made of it when it was offered; nil for what it makes of it now
        package init(
            _ item: HandoverItem, _ edit: HandoverItemSet? = nil, before: HandoverWritten.Line? = nil,
            leftOutBefore: String? = nil, usual: HandoverSeverity? = nil
        ) {
            self.item = item
            // What was taken in an emergency stays the first line, whatever anybody thinks of it.
            severity = item.isBreakGlass ? .critical : edit?.severity ?? item.severity
            note = edit == nil ? before?.note : edit?.note
            ifThen = edit?.ifThen ?? before?.ifThen ?? []
            place = edit?.place
            leftOut = item.isBreakGlass ? nil : edit?.leftOut
            let made = usual ?? item.severity
            lowered = item.key.isOwn || severity <= made ? nil : made
            self.leftOutBefore = leftOutBefore
            isInherited = edit == nil && before.map { $0.note != nil || !$0.ifThen.isEmpty } ?? false
        }

        /// Power taken in an emergency, then the graver one, then where the officer put it, then what is due first.
        fileprivate func comesBefore(_ other: Line) -> Bool {
            if item.isBreakGlass != other.item.isBreakGlass { return item.isBreakGlass }
            if severity != other.severity { return severity < other.severity }
            let (mine, theirs) = (place ?? .max, other.place ?? .max)
            if mine != theirs { return mine < theirs }
            let (due, theirDue) = (item.turn, other.item.turn)
            if due != theirDue { return due < theirDue }
            // "own 2" before "own 10".
            let (length, theirLength) = key.isOwn && other.key.isOwn ? (key.topic.count, other.key.topic.count) : (0, 0)
            return (key.subject, length, key.topic) < (other.key.subject, theirLength, other.key.topic)
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
        let before = board.handoverBefore(watch)
        let told = Dictionary(before?.lines.map { ($0.item, $0) } ?? []) { first, _ in first }
        let spared = Dictionary(before?.leftOut.map { ($0.item, $0.reason) } ?? []) { first, _ in first }
        func known<Value>(_ item: HandoverItem, in values: [String: Value]) -> Value? {
            values[item.key.text] ?? item.oldKey.flatMap { values[$0] }
        }
        var all = board.handoverItems(for: watch, at: now, until: horizon).map { item in
            let edit = known(item, in: edits)
            if edit == nil, let reason = known(item, in: spared) { return Line(item, leftOutBefore: reason) }
            // What was changed of a contact before is no news of this watch.
            return Line(item, edit, before: known(item, in: told))
        }
        for edit in edits.values {
            guard let key = HandoverItem.Key(edit.item), key.isOwn else { continue }
            all.append(
                Line(HandoverItem(key, .own, edit.severity ?? .watch, basis: watch.trail.first), edit))
        }
        // What the officer before wrote in words of their own holds until somebody says that it does not.
        for line in before?.lines ?? [] where edits[line.item] == nil {
            guard let key = line.key, key.isOwn else { continue }
            all.append(Line(HandoverItem(key, .own, line.severity, basis: watch.trail.first), before: line))
        }
        all.sort { $0.comesBefore($1) }
        lines = all.filter { $0.leftOut == nil }
        leftOut = all.filter { $0.leftOut != nil }
    }

    /// A handover as it was offered, its lines in the order in which they were.
    ///
    /// - Parameters:
    ///   - board: whose words its lines have: as it stood then (`written.size`), or as it is now. A line that this board
    ///     knows nothing of any more has the matter `.own` and its key, unless `then` knows it
    ///   - then: as it stood at the offer, for the words of what is settled since
    package init(
        _ written: HandoverWritten, _ board: Board, for watch: Shift, at now: Instant, then: Board? = nil
    ) {
        self.watch = watch.name
        horizon = written.horizon
        size = written.size
        var known = board.handoverItems(byKey: watch, at: now, until: written.horizon)
        if let then, let offer = watch.offer {
            let old = then.handoverItems(byKey: watch, at: offer.at, until: written.horizon)
            known.merge(old) { new, _ in new }
        }
        func item(_ text: String, _ severity: HandoverSeverity, _ due: Instant?, _ basis: Int64) -> HandoverItem {
            known[text]
                ?? HandoverItem(
                    HandoverItem.Key(text) ?? HandoverItem.Key(watch.name, text), .own, severity, due: due, basis: basis
                )
        }
        lines = written.lines.map { told in
            let item = item(told.item, told.severity, told.due, told.basis)
            let said = HandoverItemSet(
                item: item.key, severity: told.severity, note: told.note, ifThen: told.ifThen)
            return Line(item, said, usual: told.usual ?? told.severity)
        }
        leftOut = written.leftOut.map { spared in
            let item = item(spared.item, .stable, nil, 0)
            return Line(item, HandoverItemSet(item: item.key, leftOut: spared.reason))
        }
    }

    package subscript(key: HandoverItem.Key) -> Line? { (lines + leftOut).first { $0.key == key } }

    /// How many lines are past their hour.
    func overdue(at now: Instant) -> Int {
        (lines + leftOut).count { line in line.item.due.map { $0 < now } ?? false }
    }

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
                    item: $0.key.text, severity: $0.severity, usual: $0.lowered, due: $0.item.due,
                    basis: $0.item.basis, note: $0.note, ifThen: $0.ifThen)
            }, leftOut: leftOut.map { HandoverWritten.LeftOut(item: $0.key.text, reason: $0.leftOut ?? "") },
            rest: lines.count - told.count, horizon: horizon, size: size, risks: risks, secondPerson: secondPerson,
            riskReason: riskReason)
    }
}

extension Board {
    /// What was handed over when this watch was taken: accepted, or offered at least; nil where it relieves nobody.
    package func handoverBefore(_ watch: Shift) -> HandoverWritten? {
        guard let relieved, relieved.name == watch.started.relieves else { return nil }
        let accepted = relieved.handover.accepted?.offer
        return (relieved.handover.offers.last { $0.entry == accepted } ?? relieved.offer)?.written
    }

    /// How many reminders somebody set for themselves alone; they stay with them, whoever has the watch.
    package func ownReminders(of officer: String) -> Int {
        alerts.values.reduce(0) { $0 + $1.followUps.count { $0.isOwn && $0.by == officer } }
    }

    /// Where no next turn is planned, what will be due is looked at for this long after the watch.
    package static let usualTurn = Span.hours(24)

    /// The end of the next turn: as planned, else as long again as this one.
    package func handoverHorizon(for watch: Shift, at now: Instant) -> Instant {
        let end = max(now, watch.started.until)
        if let turn = roster?.next(after: max(now, watch.started.until - .hours(1))) { return max(turn.until, end) }
        let length = watch.planned > .hours(1) ? min(watch.planned, Board.usualTurn) : Board.usualTurn
        return end + length
    }

    /// The same by the texts of the keys, those of older logs, too.
    fileprivate func handoverItems(
        byKey watch: Shift, at now: Instant, until horizon: Instant
    ) -> [String: HandoverItem] {
        let all = handoverItems(for: watch, at: now, until: horizon).flatMap { item in
            [item.key.text, item.oldKey].compactMap { $0 }.map { ($0, item) }
        }
        return Dictionary(all) { first, _ in first }
    }

    /// Everything that is open, by key; no two items have one key.
    func handoverItems(for watch: Shift, at now: Instant, until horizon: Instant) -> [HandoverItem] {
        var list = HandoverList(at: now, until: horizon)
        for delivery in deliveries.values.sorted(by: { $0.name < $1.name }) { list.add(delivery) }
        for alert in alerts.values.sorted(by: { $0.name < $1.name }) { list.add(alert) }
        for arrangement in arrangements.values where arrangement.isInForce { list.add(arrangement) }
        let others = officers.values.filter {
            $0.isActive && $0.id != watch.officerID && $0.roles.contains(.dutyOfficer)
        }
        for order in orders.values.sorted(by: { $0.name < $1.name }) {
            list.add(order, since: watch.from, unsignedBy: others.filter { !order.isRead(by: $0.id) }.map(\.shownName))
        }
        list.add(closedCrossings: crossingsClosed(at: now))
        for trail in unsettled.values { list.add(trail) }
        for officer in officers.values where officer.isActive { list.add(officer, since: watch.from) }
        list.add(watch)
        list.addHeld(max(held.count, tally[.intake, .attention]), of: watch, oldest: heldMessages.first)
        let changed = contacts(changedSince: watch.from)
        list.addContacts(changed.map(\.contact), of: watch, last: changed.first?.last ?? watch.trail.first)
        return list.items
    }

    /// The newest first.
    private func contacts(changedSince from: Instant) -> [(contact: ChangedContact, last: Int64)] {
        // A crossing that is closed has a line of its own.
        let records = directory.records.values.filter { record in
            record.trail.lastLearnt >= from && ClosedCrossing(record) == nil
        }.map { record in
            let contact = ChangedContact(
                subject: record.name, title: record.entry.title, state: record.entry.key.state)
            return (contact: contact, last: record.trail.last)
        }
        let people = onCall.values.filter { $0.trail.lastLearnt >= from }.map { person in
            (
                contact: ChangedContact(subject: person.name, title: person.terms.person, state: person.terms.state),
                last: person.trail.last
            )
        }
        return (records + people).sorted { $0.last > $1.last }
    }
}
