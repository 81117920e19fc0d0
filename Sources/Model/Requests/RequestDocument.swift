/// A request to a State, drafted from what the log knows of a delivery, and what is still missing in it.
///
/// It is a function of the delivery, the wishes of whoever drafts it and the instant; nothing of it is stored before it went
/// out (`RequestSent`).
package struct RequestDocument: Equatable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case initiator, goods, method, conveyance, identifiers, concealment
        case entry, exit, window, lead, consents
        case consent
        case consentUntil = "consent_until"
        case exitEstimate = "exit_estimate"
        case uncovered, until
        case seizure
        case seizedAt = "seized_at"
        case exhibits, outcome
        case words, also
        case answerBy = "answer_by"
        case ourNumber = "our_number"
    }

    package enum Value: Equatable, Sendable {
        case texts([String])
        case identifiers([Identifier])
        case instant(Instant)
        case window(Instant, Instant)
        case span(Span)
        case method(DeliveryMethod)
        /// What other States gave for their part of the road.
        case consents([Consents.Consent])
        case outcome(DeliveryOutcome)
    }

    package struct Row: Equatable, Sendable {
        package let field: Field
        /// Nil where nobody knows it yet.
        package let value: Value?
        /// Whether the request is of no use without it.
        package let isNeeded: Bool
    }

    /// Whether the document says what a rule of the State asks for.
    package enum Standing: Equatable, Sendable {
        case stated
        case missing
        /// Nobody but a person can tell.
        case toBeLookedAt
    }

    package struct Asked: Equatable, Sendable {
        package let requirement: Directory.Requirement
        package let standing: Standing
    }

    package let delivery: SubjectName
    package let wishes: RequestWishes
    /// 1 for the first request of the delivery to this State.
    package let version: Int
    /// Our number of the one that this takes the place of.
    package let supersedes: String?
    package let isExercise: Bool
    package let rows: [Row]
    package let asked: [Asked]

    package var missing: [Field] { rows.filter { $0.isNeeded && $0.value == nil }.map(\.field) }

    /// Whether everything is in it that is known to be needed.
    package var isComplete: Bool { missing.isEmpty && !asked.contains { $0.standing == .missing } }

    package subscript(field: Field) -> Value? { rows.first { $0.field == field }?.value }
}

extension RequestDocument {
    /// - Parameters:
    ///   - now: what consents cover depends on it
    ///   - seizure: the alert that it is about
    ///   - requirements: what the directory says that the State asks for
    package init(
        _ delivery: Delivery, _ wishes: RequestWishes, at now: Instant, seizure: Alert? = nil,
        requirements: [Directory.Requirement]
    ) {
        self.delivery = delivery.name
        self.wishes = wishes
        isExercise = delivery.name.text.hasPrefix("X")
        let before = delivery.requests.sent.filter { $0.sent.state == wishes.state }
        version = (before.compactMap(\.sent.version).max() ?? before.count) + 1
        supersedes = wishes.purpose == .information ? nil : before.last { $0.isOpen }?.sent.number
        let draft = RequestDraft(delivery: delivery, wishes: wishes, now: now, seizure: seizure)
        let rows = draft.rows
        self.rows = rows
        // How early they want to be asked is kept by its hours, not by its words.
        asked = requirements.filter { $0.field != .noticeMinutes }.map { requirement in
            Asked(requirement: requirement, standing: RequestDocument.standing(of: requirement.text, in: rows))
        }
    }

    /// What wishes begin with: for more time as long as it needs and four hours, rounded up to the hour.
    package static func usual(_ delivery: Delivery, _ purpose: RequestPurpose, to state: String, at now: Instant)
        -> RequestWishes
    {
        var wishes = RequestWishes(purpose, to: state)
        let leg = delivery.leg(of: state, at: now)
        wishes.lead = leg?.leg.lead
        switch purpose {
        case .moreTime:
            wishes.until = leg.map { RequestDocument.hour(after: $0.window.until + .hours(4)) }
            wishes.answerBy = leg?.askBy.flatMap { $0 > now ? leg?.until : nil } ?? leg?.until
        // An answer in the minute in which it comes in helps nobody.
        case .transit: wishes.answerBy = leg.map { $0.window.from - ($0.notice ?? .hours(1)) }
        case .information: wishes.answerBy = now + .hours(4)
        case .evidence, .charges, .extradition: break
        }
        if let by = wishes.answerBy, by <= now { wishes.answerBy = nil }
        wishes.ourNumber = "\(delivery.name.text)/\(delivery.requests.sent.count + 1)"
        return wishes
    }

    private static func hour(after instant: Instant) -> Instant {
        let hour: Int64 = 3_600_000
        return Instant(milliseconds: (instant.milliseconds + hour - 1).quotientFloored(by: hour) * hour)
    }

    /// A rule is a text of a person's; words of it tell which field it is about.
    private static func standing(of text: String, in rows: [Row]) -> Standing {
        let folded = String(String.UnicodeScalarView(SearchFolding.fold(text)))
        let also = rows.first { $0.field == .also }?.value
        if case .texts(let said)? = also, said.contains(where: { shares(folded, $0) }) { return .stated }
        let fields = words.filter { $0.words.contains { folded.contains($0) } }.map(\.field)
        let about = rows.filter { fields.contains($0.field) }
        if about.isEmpty { return .toBeLookedAt }
        return about.contains { $0.value != nil } ? .stated : .missing
    }

    /// Whether an answer repeats a telling word of the rule.
    private static func shares(_ folded: String, _ answer: String) -> Bool {
        let said = String(String.UnicodeScalarView(SearchFolding.fold(answer)))
        return folded.split { !$0.isLetter }.contains { $0.count > 4 && said.contains($0) }
    }

    private static let words: [(field: Field, words: [String])] = [
        (.lead, ["investigator", "case officer", "следовател", "оперативн", "办案"]),
        (.conveyance, ["vehicle", "driver", "транспорт", "водител", "车辆"]),
        (.identifiers, ["plate", "container", "number of the", "номер машин", "госномер", "контейнер", "车牌", "集装箱"]),
        (.entry, ["entry", "crossing", "пункт пропуск", "въезд", "口岸", "入境"]),
        (.exit, ["exit", "выезд", "出境"]), (.window, ["time", "hours", "date", "врем", "срок", "时间"]),
        (.goods, ["substance", "drug", "amount", "вещест", "количеств", "наркотик", "物质", "数量"]),
        (.method, ["method", "substitution", "подмен", "замен", "способ", "替换"]),
        (.concealment, ["conceal", "hidden", "сокрыт", "тайник", "隐藏"]),
        (.initiator, ["requesting", "initiat", "инициатор", "请求方"]),
        (.exhibits, ["exhibit", "sample", "вещдок", "вещественн", "образц", "物证"]),
    ]
}

extension Delivery {
    /// The part of the road that a request to a State is about: where its cover is lacking, else the one ahead.
    package func leg(of state: String, at now: Instant) -> LegCover? {
        let own = cover(at: now).filter { $0.leg.state == state }
        let ahead = own.filter { $0.leg.number >= (currentLegNumber ?? 0) }
        return ahead.first { !$0.cover.isCovered } ?? ahead.first ?? own.last
    }
}
