/// What is known of an alert, as its entries add it up; ``Alert`` shares it among its copies.
struct AlertFacts: Equatable, Sendable {
    var trail: Trail
    let raised: AlertRaised
    let raisedAt: Instant
    /// How exactly that is known.
    let precision: Precision
    /// Asked for again and again while repeats come in.
    let likeness: String
    /// When we learnt of it; its age in the queue counts from here.
    let learnt: Instant
    /// 1 (now, wakes people) to 4 (for information), as it stands now.
    private(set) var priority: Int
    private(set) var headline: String
    /// The same in other languages, by two letters, where the message itself says it.
    private(set) var headlines: [String: String]
    /// Everything that the messages and the officers said, taken together.
    private(set) var particulars: Particulars
    private(set) var thread: AlertThread
    private(set) var acknowledgement: Alert.Acknowledgement?
    private(set) var shelf: Alert.Shelf?
    private(set) var closure: Alert.Closure?
    /// The officer in charge: whoever took it, else whoever acknowledged it first.
    private(set) var inCharge: String?
    private(set) var offer: Alert.Offer?
    private(set) var followUps: [Alert.FollowUp] = []
    private(set) var calls: [Alert.Call] = []
    /// What laboratories found, in the order in which they reported.
    private(set) var laboratory: [LaboratoryReported] = []
    /// How many messages of the thread came a second time, byte for byte.
    private(set) var repetitions = 0
    /// What was said after the first message, in its order: what holds is added up anew when one of them is taken back.
    private var later: [Statement] = []
    /// Since when it has to be looked at again: a higher priority or a new message on a closed thread.
    private(set) var resetAt: Instant?

    /// What one entry says of the alert's head and particulars.
    private struct Statement: Equatable, Sendable {
        let entry: Int64
        var headline: String?
        var priority: Int?
        var particulars = Particulars()
        /// A message with things of its own in the place of what messages said before: an Update that corrects, and the
        /// seizure that came of a warning.
        var replacesItems = false
        var isMessage = false
    }

    init(_ entry: Entry, _ raised: AlertRaised) {
        trail = Trail(entry)
        trail.handling = raised.head.handling(from: raised.source).map { Handling($0, entry, after: nil) }
        self.raised = raised
        raisedAt = entry.at
        precision = entry.precision
        likeness = raised.likeness
        learnt = entry.learnt
        priority = raised.priority
        headline = raised.headline
        headlines = MessageLines.headlines(in: raised.particulars.text)
        particulars = raised.particulars
        thread = AlertThread(entry, raised)
    }

    mutating func apply(_ event: AlertEvent, _ entry: Entry) {
        switch event {
        case .raised, .noted: break
        case .repeated: repetitions += 1
        case .acknowledged(let body):
            acknowledgement = Alert.Acknowledgement(by: entry.actor, at: entry.learnt, until: body.until)
            inCharge = inCharge ?? entry.actor
            shelf = nil
        case .shelved(let body):
            shelf = Alert.Shelf(by: entry.actor, at: entry.learnt, until: body.until, reason: body.reason)
        case .unshelved: shelf = nil
        case .closed(let body):
            closure = Alert.Closure(by: entry.actor, at: entry.learnt, disposition: body.disposition, note: body.note)
        case .messageFiled(let body): take(body, entry)
        case .detailed(let body):
            later.append(Statement(entry: entry.index, particulars: body.particulars))
            particulars = particulars.adding(body.particulars)
        case .prioritySet(let body):
            later.append(Statement(entry: entry.index, priority: body.priority))
            setPriority(body.priority, entry)
        case .offered(let body): offer = Alert.Offer(to: body.to, by: entry.actor, at: entry.learnt)
        case .taken:
            inCharge = entry.actor
            offer = nil
        case .declined: offer = nil
        case .followUpSet(let body):
            followUps.append(
                Alert.FollowUp(entry: entry.index, at: body.at, text: body.text, by: entry.actor, isOwn: body.isOwn))
        case .followUpDone(let body): followUps.removeAll { $0.entry == body.entry }
        case .laboratory(let body): laboratory.append(body)
        case .callTried(let body):
            calls.append(
                Alert.Call(party: body.party, outcome: body.outcome, note: body.note, by: entry.actor, at: entry.at))
        }
    }

    private mutating func take(_ body: MessageFiled, _ entry: Entry) {
        let (wasCancelled, takenBack) = (thread.cancelled != nil, thread.cancelledEntries)
        thread.file(body, entry)
        if trail.handling == nil, body.direction == .received {
            trail.handling = body.head.handling(from: body.party).map { Handling($0, entry, after: nil) }
        }
        let supersedes = body.direction == .received && body.headline != nil
        var said = body.particulars
        // What the alert says is what took the place of its first message, never what was said about it.
        if !supersedes, particulars.text != nil { said.text = nil }
        let isSeizure = body.message == .seizureReport && body.direction == .received
        let isOfAWarning = isSeizure && raised.message != .seizureReport
        let statement = Statement(
            entry: entry.index, headline: supersedes ? body.headline : nil, priority: body.priority, particulars: said,
            replacesItems: (supersedes || isOfAWarning) && !said.items.isEmpty, isMessage: true)
        let newer = thread.messages.last?.newer
        if newer != nil || thread.messages.last?.cancelled != nil {
            later.insert(statement, at: later.firstIndex { $0.entry == newer } ?? later.endIndex)
            addUp(entry)
            return
        }
        later.append(statement)
        particulars = statement.replacesItems ? sum(of: later) : particulars.adding(said)
        if body.direction == .received {
            if let headline = body.headline {
                self.headline = headline
                headlines = MessageLines.headlines(in: said.text)
            }
            // What is closed comes back with news; receipts, confirmations and our own letters are none.
            let isNews = !body.message.isAboutAnother || body.message == .rejection
            if closure != nil, isNews { reset(entry) }
            if !wasCancelled, thread.cancelled != nil { reset(entry) }
        }
        if let priority = body.priority { setPriority(priority, entry) }
        if body.message == .cancellation, thread.cancelledEntries != takenBack { addUp(entry) }
    }

    /// Everything that still holds. The first message stays as it was raised: an alert is always about something.
    private mutating func addUp(_ entry: Entry) {
        let takenBack = thread.cancelledEntries
        let holding = later.filter { !takenBack.contains($0.entry) }
        headline = holding.last { $0.headline != nil }?.headline ?? raised.headline
        particulars = sum(of: holding)
        headlines = MessageLines.headlines(in: particulars.text)
        setPriority(holding.last { $0.priority != nil }?.priority ?? raised.priority, entry)
    }

    private func sum(of statements: [Statement]) -> Particulars {
        var sum = raised.particulars
        let last = statements.lastIndex { $0.replacesItems }
        if last != nil { sum.items = [] }
        for (place, statement) in statements.enumerated() {
            var said = statement.particulars
            if let last, place < last, statement.isMessage { said.items = [] }
            sum = sum.adding(said)
        }
        return sum
    }

    private mutating func setPriority(_ new: Int, _ entry: Entry) {
        if new < priority { reset(entry) }
        priority = new
    }

    private mutating func reset(_ entry: Entry) {
        closure = nil
        acknowledgement = nil
        shelf = nil
        resetAt = entry.learnt
    }
}
