/// How much something wants the next officer (after the illness severity of I-PASS).
package enum HandoverSeverity: String, CaseIterable, Comparable, Sendable {
    /// To be said back by whoever takes the watch.
    case critical
    case watch
    case stable

    private var rank: Int {
        switch self {
        case .critical: 0
        case .watch: 1
        case .stable: 2
        }
    }

    /// The graver one comes first.
    package static func < (a: HandoverSeverity, b: HandoverSeverity) -> Bool { a.rank < b.rank }
}

/// One thing that is open and goes over to the next officer.
package struct HandoverItem: Equatable, Sendable {
    /// What it is about; the same for as long as the same thing is the matter, whatever its numbers do meanwhile.
    package struct Key: Hashable, Sendable {
        package let subject: SubjectName
        package let topic: String

        package init(_ subject: SubjectName, _ topic: String) {
            self.subject = subject
            self.topic = topic
        }

        /// `CD-2026-014 consent UZB`; nil where it is nothing of the kind.
        package init?(_ text: String) {
            guard let space = text.firstIndex(of: " "), let name = SubjectName(String(text[..<space])) else {
                return nil
            }
            self.init(name, String(text[text.index(after: space)...]))
        }

        package var text: String { "\(subject.text) \(topic)" }

        /// Power that was taken in an emergency; its line stays the first, as it is.
        var isBreakGlass: Bool {
            (subject.area == .shifts && topic == "taken") || (subject.area == .officers && topic == "emergency")
        }

        /// Written by the officer, not drawn from the log.
        package var isOwn: Bool { topic.hasPrefix("own ") }
        package static func own(_ number: Int, of watch: SubjectName) -> Key { Key(watch, "own \(number)") }

        /// A line about a subject whose words are not for whoever reads: its topic would tell some of them.
        package var isPointer: Bool { topic.hasPrefix("protected ") }
        func pointer(_ tag: String) -> Key { Key(subject, "protected \(tag)") }
    }

    package enum Matter: Equatable, Sendable {
        /// A delivery: where it is, and when the next report is due.
        case delivery(Delivery.Phase, state: String?, decides: String?)
        /// A load that nobody has in sight any more.
        case eyesLost(by: String?, since: Instant)
        /// What somebody asks us in the thread of an alert, and has no answer to.
        case askedOfUs(by: String, String)
        /// A standing order that came into force in this watch.
        case newOrder(title: String)
        /// A standing order in force that these duty officers have not signed.
        case unsignedOrder(title: String, by: [String])
        /// A crossing that is closed, and which deliveries are to leave or come in there, with the hour of each.
        case crossingClosed(place: String, since: Instant, by: String, note: String?, [CrossingAhead])
        /// A delivery that begins in the next turn: where, when, whether all States on the road consented.
        case begins(state: String, at: Instant, uncovered: [String])
        /// A checklist of which no step is done, or steps without an hour are left.
        case checklist(procedure: String, done: Int, of: Int)
        /// The watch was taken without having been accepted.
        case taken(by: String, at: Instant, reason: String, unsaid: Int?, confirmedBy: String?)
        /// What needs somebody now.
        case need(Headline)
        /// What will be due in the next turn, or was promised without an hour.
        case due(AgendaItem.Matter)
        case alert(headline: String, priority: Int, Alert.Status, inCharge: String?)
        /// A State was asked and has not decided; `confirmBy` while it has not even confirmed that it has the request.
        case request(state: String, number: String?, asks: String, answerBy: Instant?, confirmBy: Instant?)
        /// A State promised the paper of what it said by word of mouth.
        case paper(state: String, number: String?, authority: String, by: Instant?)
        case arrangement(ArrangementType, text: String)
        case messagesHeld(count: Int)
        /// Entries of the directory, and who is on call, that changed in this watch; the newest first.
        case contactsChanged([ChangedContact])
        /// What the officer wrote.
        case own
    }

    package let key: Key
    package let matter: Matter
    package let severity: HandoverSeverity
    /// When it is due; nil for no hour.
    package let due: Instant?
    /// The last entry that moved this very thing; other entries about its subject leave it as it is.
    package let basis: Int64
    /// The last entry about its subject.
    package let last: Int64
    /// The text of the key that older logs have for it.
    package let oldKey: String?
    /// Power that was taken in an emergency: the first line of any handover.
    package let isBreakGlass: Bool

    package init(
        _ key: Key, _ matter: Matter, _ severity: HandoverSeverity, due: Instant? = nil, basis: Int64,
        last: Int64? = nil, oldKey: String? = nil, isBreakGlass: Bool = false
    ) {
        self.key = key
        self.matter = matter
        self.severity = severity
        self.due = due
        self.basis = basis
        self.last = last ?? basis
        self.oldKey = oldKey
        self.isBreakGlass = isBreakGlass
    }
}

extension HandoverItem {
    /// By what it stands among its like: what needs somebody now, then by the hour, then what has none.
    var turn: Instant {
        if let due { return due }
        switch matter {
        case .need, .eyesLost, .taken, .alert(_, _, .unacknowledged, _), .delivery(.silent, _, _): return .distantPast
        default: return .distantFuture
        }
    }
}

/// A delivery that is to go over a crossing.
package struct CrossingAhead: Equatable, Sendable {
    package let subject: SubjectName
    package let at: Instant
}

/// An entry of the directory, or a person on call, that is not as it was.
package struct ChangedContact: Equatable, Sendable {
    package let subject: SubjectName
    /// What it is called: a desk, a post, a person.
    package let title: String
    /// Of the State, where it belongs to one.
    package let state: String?
}

/// What to do if something happens.
package struct IfThen: Equatable, Sendable {
    package var condition: String
    package var action: String

    package init(condition: String, action: String) {
        self.condition = condition
        self.action = action
    }
}
