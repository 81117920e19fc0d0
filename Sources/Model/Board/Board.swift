/// What the events add up to, as far as it is loaded: the open subjects, or the urgent windows of them.
///
/// A board knows no clock: everything that depends on time is a function of it and the instant.
package struct Board: Equatable, Sendable {
    /// How many entries of the log this stands for.
    package private(set) var size: Int64 = 0
    package private(set) var clock = BoardClock()
    package private(set) var isExercise: Bool
    package private(set) var alerts: [SubjectName: Alert] = [:]
    package private(set) var deliveries: [SubjectName: Delivery] = [:]
    package private(set) var shifts: [SubjectName: Shift] = [:]
    /// By the id that entries bear as `actor`; those whose enrolment ended, too.
    package private(set) var officers: [String: Officer] = [:]
    package private(set) var rules = Rules.standard
    package private(set) var rosters: [SubjectName: Roster] = [:]
    package private(set) var onCall: [SubjectName: OnCall] = [:]
    package private(set) var orders: [SubjectName: StandingOrder] = [:]
    package private(set) var arrangements: [SubjectName: TemporaryArrangement] = [:]
    /// Messages that wait for a person to look at them.
    package private(set) var held: [SubjectName: HeldMessage] = [:]
    /// Whom to call, where to cross and what each State asks; without the crossings that ship.
    package private(set) var directory = Directory()
    private var notices = Beside<[String: Span]>([:])
    /// Under which names crossings are known, to the directory and to tables that were handed in.
    private var crossings = Beside(CrossingNames())
    /// The watch that began last, over or not; what is left of it where its beginning was withdrawn.
    package private(set) var newestWatch: Subject?
    /// The watch that the newest one relieved, with what was handed over; nil where it relieved none.
    package var relieved: Shift? {
        guard case .shift(let newest)? = newestWatch else { return nil }
        return passed.value.first { $0.name == newest.started.relieves }
    }
    /// The last watches that ended; more than one, because an end may be withdrawn.
    private var passed = Beside<[Shift]>([])
    /// Who signed the handover by which the newest watch was taken, as far as it was looked at.
    package var signatures: HandoverSignatures? { certificate.value.flatMap { $0.watch == relieved?.name ? $0 : nil } }
    private var certificate = Beside<HandoverSignatures?>(nil)
    /// What waits for a second person, open or over.
    package private(set) var unsettled: [SubjectName: Trail] = [:]
    package private(set) var tally = Tally()
    /// How much comes before the watch; open or closed since, on the board or not.
    package var alarmRate: AlarmRate { arrivals.value }
    private var arrivals = Beside(AlarmRate())
    /// The last entry that was not about the log itself, for the SAVED line.
    package private(set) var newest: Entry?
    /// False while only the urgent windows of the open subjects are loaded.
    package var isComplete = true { didSet { forgetReckoned() } }
    /// Who is called for an alert that nobody acknowledges; nothing of it is in the log.
    package var ladders = EscalationLadders.standard { didSet { forgetReckoned() } }
    /// A frame asks several times for the same, and many frames fall into one instant of the clock.
    private var knownNeeds = Reckoned<AtInstant<[Headline]>>()
    private var knownAgenda = Reckoned<AtInstant<[AgendaItem]>>()
    private var knownOrder = Reckoned<AtInstant<[Delivery]>>()
    private var knownAlerts = Reckoned<AtInstant<[Alert]>>()

    package init(isExercise: Bool = false) { self.isExercise = isExercise }

    /// A board over subjects that an index chose and folded.
    package init(
        isExercise: Bool, size: Int64, clock: BoardClock, subjects: [Subject], tally: Tally, newest: Entry?,
        isComplete: Bool
    ) {
        self.isExercise = isExercise
        self.size = size
        self.clock = clock
        self.tally = tally
        self.newest = newest
        self.isComplete = isComplete
        // A watch before the one that relieved it.
        for subject in subjects.sorted(by: { $0.trail.first < $1.trail.first }) { place(subject) }
        arrivals.value = AlarmRate(alerts.values.flatMap(\.arrivals))
    }

    /// How many open subjects are loaded, without the directory.
    package var loadedCount: Int {
        alerts.count + deliveries.count + shifts.count + onCall.count + orders.count + arrangements.count + held.count
    }

    /// Takes what came before the watch and is not on the board any more.
    package mutating func noteArrivals(_ entries: [Entry]) {
        arrivals.value = alarmRate.adding(entries.compactMap { AlarmArrival($0) })
    }

    /// Takes over what an earlier board of the same log saw come, and what it was told beside it.
    package mutating func keepArrivals(of earlier: Board) {
        arrivals = earlier.arrivals
        certificate = earlier.certificate
        forgetReckoned()
    }

    /// Takes who has signed the handover that was accepted last.
    package mutating func note(_ signatures: HandoverSignatures?) {
        guard certificate.value != signatures else { return }
        certificate.value = signatures
        forgetReckoned()
    }

    /// Takes the next entry of the log.
    ///
    /// - Parameter history: the entries of a subject before this one; asked only when the subject is not loaded
    ///   or must be folded again because an entry was withdrawn.
    package mutating func apply(_ entry: Entry, history: (SubjectName) -> [Entry]) {
        precondition(entry.index == size, "entry \(entry.index) applied to a board of \(size)")
        forgetReckoned()
        var entry = entry
        entry.learnt = clock.time(at: entry.recorded)
        size += 1
        if isExercise, entry.subject.area == .exercises, case .exercise(let event) = entry.event {
            clock.follow(event, recorded: entry.recorded)
            entry.learnt = clock.time(at: entry.recorded)
        }
        if entry.subject.area.isNews { newest = entry }
        if let arrival = AlarmArrival(entry) { arrivals.value.take(arrival) }
        let before = subject(entry.subject)
        var after: Subject?
        if var loaded = before, entry.kind != EntryWithdrawn.kind {
            loaded.apply(entry)
            after = loaded
        } else {
            var entries = history(entry.subject)
            for n in entries.indices { entries[n].learnt = clock.time(at: entries[n].recorded) }
            let old = SubjectHistory(entries).subject
            after = SubjectHistory(entries + [entry]).subject
            tally.replace(before ?? old, by: after)
            if let after { place(after) }
            return
        }
        tally.replace(before, by: after)
        if let after { place(after) }
    }

    /// Counts an entry whose bytes cannot be trusted; nothing of it is folded.
    package mutating func stepOverDamaged() { size += 1 }

    private mutating func forgetReckoned() {
        knownNeeds.forget()
        knownAgenda.forget()
        knownOrder.forget()
        knownAlerts.forget()
    }

    /// Everything that needs somebody at `now`, most urgent first; empty on a quiet night.
    ///
    /// - Parameter officer: the one who looks; what only this person has to do is among them.
    package func needs(at now: Instant, for officer: String? = nil) -> [Headline] {
        knownNeeds.value(
            { $0.now == now && $0.officer == officer },
            reckon: { AtInstant(now: now, officer: officer, value: computedNeeds(at: now, for: officer)) }
        ).value
    }

    /// Everything that will be due after `now`, soonest first; what is overdue stands in `headline` and in its row.
    ///
    /// - Parameter officer: the one who looks; their own reminders are among it, those of others never.
    package func agenda(at now: Instant, for officer: String? = nil) -> [AgendaItem] {
        knownAgenda.value(
            { $0.now == now && $0.officer == officer },
            reckon: { AtInstant(now: now, officer: officer, value: computedAgenda(at: now, for: officer)) }
        ).value
    }

    /// Alerts that are not on the shelf at `now`: unacknowledged first, then by priority, then the oldest.
    package func alertsInOrder(at now: Instant) -> [Alert] {
        knownAlerts.value(
            { $0.now == now },
            reckon: { AtInstant(now: now, officer: nil, value: computedAlertsInOrder(at: now)) }
        ).value
    }

    /// Running deliveries, most urgent first: what is silent, then what is due soonest, then the planned ones.
    package func deliveriesInOrder(at now: Instant) -> [Delivery] {
        knownOrder.value(
            { $0.now == now },
            reckon: {
                AtInstant(now: now, officer: nil, value: Array(deliveries.values).inOrder { $0.urgency(at: now) })
            }
        ).value
    }

    /// Takes a whole log in order; the plain meaning of everything faster.
    package init(folding entries: some Sequence<Entry>, isExercise: Bool) {
        self.init(isExercise: isExercise)
        var histories: [SubjectName: [Entry]] = [:]
        for entry in entries {
            apply(entry) { histories[$0] ?? [] }
            histories[entry.subject, default: []].append(entry)
        }
    }

    /// Whether all of the directory is loaded; the first picture of a console has a part of it.
    package var isDirectoryWhole: Bool { directory.records.count >= tally.open(.directory) }

    package func subject(_ name: SubjectName) -> Subject? {
        if let alert = alerts[name] { return .alert(alert) }
        if let delivery = deliveries[name] { return .delivery(delivery) }
        if let shift = shifts[name] { return .shift(shift) }
        if let roster = rosters[name] { return .roster(roster) }
        if let person = onCall[name] { return .onCall(person) }
        if let order = orders[name] { return .order(order) }
        if let arrangement = arrangements[name] { return .arrangement(arrangement) }
        if let message = held[name] { return .held(message) }
        if let record = directory[name] { return .directory(record) }
        if let officer = officers.values.first(where: { $0.name == name }) { return .officer(officer) }
        return nil
    }

    /// Keeps a watch that is over for as long as the next one stands on it.
    private mutating func pass(_ shift: Shift) {
        passed.value.removeAll { $0.name == shift.name }
        if shift.endedAt != nil { passed.value.append(shift) }
        guard passed.value.count > 3 else { return }
        let needed = relieved?.name
        if let place = passed.value.firstIndex(where: { $0.name != needed }) { passed.value.remove(at: place) }
    }

    /// How early the States want to be asked is a rule of the directory, and the deliveries count with it.
    private mutating func takeNotices() {
        let filed = directory.notices
        if filed != notices.value {
            notices.value = filed
            for name in deliveries.keys { deliveries[name]?.take(notices: filed) }
        }
        let names = directory.crossingNames
        guard names != crossings.value.filed else { return }
        crossings.value.filed = names
        for name in deliveries.keys { deliveries[name]?.take(crossings: crossings.value) }
    }

    package var knowsPlaces: Bool { crossings.value.tables != nil }

    /// Whether a delivery has a consent that seems to be for another crossing, as far as names say, and no tables are at hand.
    package func hasConsentElsewhere(at now: Instant) -> Bool {
        !knowsPlaces && deliveries.values.contains { $0.coverAhead(at: now).contains { $0.cover == .elsewhere } }
    }

    /// Takes tables of places, so that a crossing is one whatever it is called.
    package mutating func take(places: @escaping PlaceKnowledge) {
        crossings.value.tables = places
        for name in deliveries.keys { deliveries[name]?.take(crossings: crossings.value) }
        forgetReckoned()
    }

    /// Only open subjects stay on the board, and closed ones of deliveries, which are asked about for days.
    private mutating func place(_ subject: Subject) {
        let isOpen = ![.closed, .unsettled].contains(subject.summary.bucket)
        unsettled[subject.name] = subject.trail.fourEyes.isSettled ? nil : subject.trail
        if subject.name.area == .shifts, subject.trail.first >= newestWatch?.trail.first ?? 0 { newestWatch = subject }
        switch subject {
        case .alert(let alert): alerts[alert.name] = isOpen ? alert : nil
        case .delivery(var delivery):
            delivery.take(notices: notices.value)
            delivery.take(crossings: crossings.value)
            deliveries[delivery.name] = isOpen ? delivery : nil
        case .shift(let shift):
            shifts[shift.name] = isOpen ? shift : nil
            pass(shift)
        case .other(let other):
            alerts[other.trail.name] = nil
            deliveries[other.trail.name] = nil
            shifts[other.trail.name] = nil
            passed.value.removeAll { $0.name == other.trail.name }
            rosters[other.trail.name] = nil
            onCall[other.trail.name] = nil
            orders[other.trail.name] = nil
            arrangements[other.trail.name] = nil
            held[other.trail.name] = nil
            if directory[other.trail.name] != nil {
                directory[other.trail.name] = nil
                takeNotices()
            }
            officers = officers.filter { $0.value.name != other.trail.name }
        case .officer(let officer): officers[officer.id] = officer
        case .rules(let book): rules = book.rules
        case .roster(let roster): rosters[roster.name] = roster
        case .onCall(let person): onCall[person.name] = isOpen ? person : nil
        case .order(let order): orders[order.name] = isOpen ? order : nil
        case .arrangement(let arrangement): arrangements[arrangement.name] = isOpen ? arrangement : nil
        case .held(let message): held[message.name] = isOpen ? message : nil
        case .directory(let record):
            directory[record.name] = record
            if [.limit, .crossing].contains(record.key.sort) { takeNotices() }
        case .seizure, .exercise: break
        }
    }
}

/// How many subjects there are, by area and bucket, over the whole log.
package struct Tally: Equatable, Sendable {
    private var counts: [Area: [SubjectSummary.Bucket: Int]] = [:]

    package init() {}

    package subscript(area: Area, bucket: SubjectSummary.Bucket) -> Int {
        get { counts[area]?[bucket] ?? 0 }
        set { counts[area, default: [:]][bucket] = newValue == 0 ? nil : newValue }
    }

    package func open(_ area: Area) -> Int {
        (counts[area] ?? [:]).reduce(0) { $0 + ($1.key == .closed || $1.key == .unsettled ? 0 : $1.value) }
    }

    mutating func replace(_ old: Subject?, by new: Subject?) {
        if let old { self[old.name.area, old.summary.bucket] -= 1 }
        if let new { self[new.name.area, new.summary.bucket] += 1 }
    }
}
