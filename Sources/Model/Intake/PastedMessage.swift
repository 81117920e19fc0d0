/// What was understood of a text that an officer pasted, before anything of it is saved. The text itself is always kept.
package struct PastedMessage: Equatable, Sendable {
    /// What the officer should look at before saving.
    package enum Doubt: Equatable, Sendable {
        /// The text bears the marks of a message and is not one; it was read as free text.
        case notAMessage(line: Int, label: String?)
        /// A line of a message that says nothing that could be read; it was left out, and everything else was read.
        case fieldNotRead(line: Int, label: String, typed: String)
        /// The amount as it was typed, as it was taken, and as it might be meant.
        case amount(typed: String, taken: String, other: String)
        /// Far more than usual.
        case unusual(typed: String, times: Int64)
        case identifier(typed: String)
        case noSource
        /// An exercise in a live log, or a real message in an exercise.
        case otherRealm
        /// A test or a draft.
        case notForUse
        /// An older message is quoted below it, and was not read.
        case quoted
        /// Only the beginning was read; everything is kept.
        case onlyTheBeginning
        /// A sum that the text gives is not what its parts come to; both as they are said.
        case sum(printed: String, parts: String)
        /// A weight of something that no name of the registry fits.
        case unknownSubstance(typed: String)
        /// A day without a time of day: the beginning of the day is taken.
        case noTimeOfDay
        /// It tells of a seizure and names no day that has been.
        case noDay
        /// It says that something was not found, or takes something back.
        case denied(typed: String)
        /// Amounts of an older case or of a whole year, which were not taken.
        case otherCase(typed: String)
        /// Another message in this log bears the same number of the same sender.
        case sameNumber(SubjectName)
        /// The same text, letter for letter, is in this log.
        case sameWords(SubjectName)
        /// It takes back what somebody else sent.
        case notTheirs(SubjectName, sender: String)
    }

    /// Word for word as it was pasted.
    package let raw: String
    /// SHA-256 of these words, in hexadecimal; nil where nobody has computed it.
    package var hash: String?
    /// Whether a comma or point that may be either mark is taken for the less likely one: an officer chose so.
    package let takesOther: Bool
    /// It bears the labels of a message, or is CAP.
    package var isLabelled = false
    /// What it says of itself; nil where it says nothing.
    package var isExercise: Bool?
    package var kind = MessageKind.information
    package var priority = 3
    /// The State, service or person that sent it; empty where that is not known.
    package var source = ""
    package var headline = ""
    package var number: String?
    /// The days that its words name, in their order.
    package var days: [DateMention] = []
    /// When it happened, by the first of these days that has been; see `settle`. A day alone is its first instant in UTC, as in
    /// tables of seizures.
    package private(set) var happened: Instant?
    /// How exactly that is told.
    package var happenedPrecision: Precision { doubts.contains(.noTimeOfDay) ? .day : .minute }
    package var channel: Channel?
    package var sent: Instant?
    package var answerBy: Instant?
    /// Until when it holds, as it says itself.
    package var expires: Instant?
    /// For whom it is meant and who may see it, as it says itself.
    package var scope: MessageScope?
    package var restriction: String?
    /// Numbers and identities of the messages that it speaks of.
    package var refersTo: [String] = []
    /// Identifiers in the open only, and no words: those lie with the text.
    package var particulars = Particulars()
    /// What identifies living persons, for a payload.
    package var personal: [SealedIdentifiers.Row] = []
    package var doubts: [Doubt] = []
    /// Words and numbers that nothing was made of.
    package var notUnderstood: [String] = []

    package init(raw: String, takesOther: Bool = false) {
        self.raw = raw
        self.takesOther = takesOther
    }

    /// Whether an amount of it has another reading, which can be taken instead.
    package var hasOtherReading: Bool { doubts.contains { if case .amount = $0 { true } else { false } } }

    /// The alert whose thread it belongs to: one that a reference names by our number, theirs, or the identity of a message.
    ///
    /// Of several, the one with the latest message.
    package func thread(in board: Board) -> SubjectName? {
        let own = refersTo.compactMap { SubjectName($0.uppercased()) } + PastedMessage.subjects(in: raw)
        if let named = own.first(where: { board.alerts[$0] != nil }) { return named }
        let wanted = Set(refersTo)
        guard !wanted.isEmpty else { return nil }
        let fitting = board.alerts.values.filter { alert in
            alert.thread.messages.contains { message in
                [message.head.theirNumber, message.head.ourNumber, message.head.identity].contains { number in
                    number.map(wanted.contains) ?? false
                }
            }
        }
        return fitting.max { ($0.trail.last, $0.name) < ($1.trail.last, $1.name) }?.name
    }

    /// What only the log can tell: whether it has this message already, and whether it takes back what another sent.
    package mutating func compare(with board: Board) {
        doubts.removeAll {
            switch $0 {
            case .sameNumber, .sameWords, .notTheirs: true
            default: false
            }
        }
        if let hash, let same = board.alerts.values.filter({ $0.thread.has(hash) }).map(\.name).min() {
            doubts.insert(.sameWords(same), at: 0)
        } else if let double = double(in: board) {
            doubts.append(.sameNumber(double))
        }
        guard kind == .cancellation, !source.isEmpty, let name = thread(in: board),
            let sender = board.alerts[name]?.thread.originator, sender != source
        else { return }
        doubts.append(.notTheirs(name, sender: sender))
    }

    /// An alert that has a message of the same number from the same sender already.
    package func double(in board: Board) -> SubjectName? {
        guard let number, !source.isEmpty else { return nil }
        return board.alerts.values.filter { alert in
            alert.thread.messages.contains {
                $0.direction == .received && $0.party == source && $0.head.theirNumber == number
            }
        }.map(\.name).min()
    }

    private static func subjects(in text: String) -> [SubjectName] {
        text.prefix(20_000).uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
            .compactMap { SubjectName(String($0)) }.filter { $0.area == .alerts }
    }

    /// Decides when it happened, on the clock that is `offset` seconds east of UTC.
    package mutating func settle(before now: Instant, offset: (Instant) -> Int) {
        doubts.removeAll { $0 == .noDay || $0 == .noTimeOfDay }
        let been = days.filter { $0.instant(before: now, offset: offset) <= now }
        // "Today the police said that on 5 November …": a date says more than the distance from today.
        let found = been.first { $0.relative == nil } ?? been.first
        happened = found.map { day in
            day.hour == nil
                ? day.date(before: now, offset: offset).instant(offsetSeconds: 0)
                : day.instant(before: now, offset: offset)
        }
        if let found {
            if found.hour == nil { doubts.append(.noTimeOfDay) }
        } else if !isLabelled, kind == .seizureReport {
            doubts.append(.noDay)
        }
    }

    /// What is written when it is saved: a message of the thread, or an alert of its own.
    ///
    /// - Parameter thread: the alert that it belongs to.
    package func event(in thread: SubjectName?) -> Event {
        let head = MessageHead(
            channel: channel, theirNumber: number, sent: sent, refersTo: refersTo, expires: expires, scope: scope,
            restriction: restriction)
        let words = headline.isEmpty ? kind.rawValue : headline
        let source = source.isEmpty ? "?" : source
        guard thread != nil else {
            return .alert(
                .raised(
                    AlertRaised(
                        priority: priority, message: kind, headline: words, source: source, place: particulars.place,
                        substance: particulars.items.first?.name, quantity: particulars.items.first?.quantity,
                        due: answerBy, head: head, particulars: particulars)))
        }
        return .alert(
            .messageFiled(
                MessageFiled(
                    .received, kind, party: source, text: words, head: head, due: answerBy, particulars: particulars)))
    }

    /// What is kept beside the entry.
    package var parts: [SealedPart] { [.message(raw)] + (personal.isEmpty ? [] : [.identifiers(personal)]) }
}
