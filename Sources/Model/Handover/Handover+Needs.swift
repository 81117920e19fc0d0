/// Who is told that an offer of the watch stays without an answer, and after how long.
package enum HandoverRung: Int, CaseIterable, Sendable {
    /// The one to whom it was offered.
    case asked = 0
    case supervisor = 15
    case head = 30

    /// After the offer.
    package var after: Span { .minutes(Int64(rawValue)) }

    package static func at(_ waiting: Span) -> HandoverRung { allCases.last { $0.after <= waiting } ?? .asked }
}

/// What needs somebody about a handover.
package enum HandoverNeed: Equatable, Sendable {
    /// Offered, and neither accepted nor refused; who is called about it depends on for how long.
    case unanswered(to: String, since: Instant, HandoverRung)
    case refused(by: String, at: Instant, reason: String)
    case question(String, by: String, at: Instant, entry: Int64)
    /// A line was changed after it was offered: the offer does not say so.
    case outdated(to: String)
    /// The watch ends soon, and nothing is offered.
    case notOffered(until: Instant)
    /// It has changed hands, and these have not signed the certificate.
    case unsigned(by: [String], since: Instant, HandoverRung)

    /// Beside what needs somebody otherwise, as `Headline` orders it.
    var weight: Int {
        switch self {
        case .unanswered(_, _, .head): 13
        case .unanswered(_, _, .asked): 29
        case .unanswered, .refused: 22
        case .question: 24
        case .outdated: 28
        case .notOffered: 30
        case .unsigned(_, _, .asked): 31
        case .unsigned: 26
        }
    }
}

/// The lines of the two officers below the certificate of a handover. They lie beside the log, so that whoever opened it
/// tells a board of them (`Board.note`).
package struct HandoverSignatures: Equatable, Sendable {
    /// The watch that was handed over.
    package let watch: SubjectName
    package let taken: Instant
    /// Whose line is missing, by name.
    package let missing: [String]

    package init(watch: SubjectName, taken: Instant, missing: [String]) {
        self.watch = watch
        self.taken = taken
        self.missing = missing
    }

    func needs(at now: Instant) -> [HandoverNeed] {
        missing.isEmpty || now < taken ? [] : [.unsigned(by: missing, since: taken, HandoverRung.at(now - taken))]
    }
}

extension Shift {
    /// How long before its end a watch should be offered.
    package static let offerAhead = Span.minutes(30)

    /// When the handover is to be written; nil once it is offered, or over.
    package var handoverDue: Instant? {
        endedAt == nil && offer == nil ? max(from, started.until - Shift.offerAhead) : nil
    }

    package func handoverNeeds(at now: Instant) -> [HandoverNeed] {
        guard endedAt == nil else { return [] }
        var needs: [HandoverNeed] = []
        if let offer {
            needs.append(.unanswered(to: offer.to, since: offer.at, HandoverRung.at(now - offer.at)))
            for question in handover.openQuestions {
                needs.append(
                    .question(question.asked.text, by: question.by, at: question.at, entry: question.entry))
            }
            if handover.isOutdated { needs.append(.outdated(to: offer.to)) }
        } else if let refused = handover.refused {
            needs.append(.refused(by: refused.by, at: refused.at, reason: refused.reason))
        } else if let due = handoverDue, due <= now, now < started.until {
            needs.append(.notOffered(until: started.until))
        }
        return needs
    }
}
