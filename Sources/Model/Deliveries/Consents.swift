/// A State's consent to the passage, and what becomes of it. Each State decides for its own soil, case by case
/// (1988 Convention, art. 11(2)); a consent holds for its crossings, its method and its hours only.

/// In which form a consent or a decision was told.
package enum ConsentForm: String, CaseIterable, Sendable {
    case written
    /// By word of mouth, with the paper to follow.
    case oral
}

package struct ConsentGiven: EventBody {
    package static let kind = "consentGiven"
    /// ISO 3166-1 alpha-3.
    package var state: String
    /// Who gave it: a prosecutor, a court, the head of an agency.
    package var authority: String
    package var number: String?
    package var form: ConsentForm
    package var from: Instant
    package var until: Instant
    /// The crossing at which it may come in; nil for any.
    package var entry: String?
    /// The crossing at which it may go out; nil for any.
    package var exit: String?
    /// Nil for any method.
    package var method: DeliveryMethod?
    /// What it depends on, one text for each condition.
    package var conditions: [String]
    /// By when the paper of an oral consent was promised.
    package var paperBy: Instant?
    /// The number of the consent that this one takes the place of.
    package var replaces: String?

    package init(
        state: String, authority: String, number: String? = nil, form: ConsentForm = .written, from: Instant,
        until: Instant, entry: String? = nil, exit: String? = nil, method: DeliveryMethod? = nil,
        conditions: [String] = [], paperBy: Instant? = nil, replaces: String? = nil
    ) {
        self.state = state
        self.authority = authority
        self.number = number
        self.form = form
        self.from = from
        self.until = until
        self.entry = entry
        self.exit = exit
        self.method = method
        self.conditions = conditions
        self.paperBy = paperBy
        self.replaces = replaces
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        authority = try body.text("authority")
        number = try body.optionalText("number")
        form = try body.code("form", ConsentForm.self)
        from = try body.instant("from")
        until = try body.instant("until")
        entry = try body.optionalText("entry")
        exit = try body.optionalText("exit")
        method = try body.optionalCode("method", DeliveryMethod.self)
        conditions = try body.texts("conditions")
        paperBy = try body.optionalInstant("paper_by")
        replaces = try body.optionalText("replaces_number")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("authority", authority)
        body.text("number", number)
        body.text("form", form.rawValue)
        body.instant("from", from)
        body.instant("until", until)
        body.text("entry", entry)
        body.text("exit", exit)
        body.text("method", method?.rawValue)
        body.texts("conditions", conditions)
        body.instant("paper_by", paperBy)
        body.text("replaces_number", replaces)
    }
}

package struct ConsentRefused: EventBody {
    package static let kind = "consentRefused"
    package var state: String
    package var authority: String
    package var number: String?
    package var reason: String?

    package init(state: String, authority: String, number: String? = nil, reason: String? = nil) {
        self.state = state
        self.authority = authority
        self.number = number
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        authority = try body.text("authority")
        number = try body.optionalText("number")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("authority", authority)
        body.text("number", number)
        body.text("reason", reason)
    }
}

/// A State takes its consent back, from an instant on.
package struct ConsentWithdrawn: EventBody {
    package static let kind = "consentWithdrawn"
    package var state: String
    package var authority: String
    /// The consent that is withdrawn; nil for all of this State.
    package var number: String?
    package var from: Instant
    package var reason: String?

    package init(state: String, authority: String, number: String? = nil, from: Instant, reason: String? = nil) {
        self.state = state
        self.authority = authority
        self.number = number
        self.from = from
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        authority = try body.text("authority")
        number = try body.optionalText("number")
        from = try body.instant("from")
        reason = try body.optionalText("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("authority", authority)
        body.text("number", number)
        body.instant("from", from)
        body.text("reason", reason)
    }
}

/// The paper of an oral consent is in.
package struct ConsentPaperReceived: EventBody {
    package static let kind = "consentPaperReceived"
    package var state: String
    /// The number on the paper.
    package var number: String
    /// SHA-256 of the file, in hexadecimal, where there is one.
    package var raw: String?

    package init(state: String, number: String, raw: String? = nil) {
        self.state = state
        self.number = number
        self.raw = raw
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        number = try body.text("number")
        raw = try body.optionalText("raw")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("number", number)
        body.text("raw", raw)
    }
}

/// What the States have consented to, as their words add up.
package struct Consents: Equatable, Sendable {
    /// A consent as it stands now.
    package struct Consent: Equatable, Sendable {
        package let given: ConsentGiven
        package let entry: Int64
        package let learnt: Instant
        /// Written from the beginning, or the paper came later.
        package fileprivate(set) var isWritten: Bool
        package fileprivate(set) var paperNumber: String?
        /// From when on it was withdrawn.
        package fileprivate(set) var withdrawn: Instant?

        /// When it ends: as given, or as withdrawn.
        package var end: Instant { withdrawn.map { min($0, given.until) } ?? given.until }

        /// The number on its paper, else the one that was told.
        package func bears(number: String?) -> Bool { (paperNumber ?? given.number) == number }

        /// Whether it holds for such a passage; a crossing is the same by each of its names.
        func covers(_ leg: LegPlanned, _ method: DeliveryMethod, _ crossings: CrossingNames) -> Bool {
            (given.entry.map { crossings.isSame($0, leg.entry) } ?? true)
                && (given.exit.map { crossings.isSame($0, leg.exit) } ?? true)
                && (given.method.map { $0 == method } ?? true)
        }
    }

    package struct Refused: Equatable, Sendable {
        package let refused: ConsentRefused
        package let learnt: Instant
        /// Nothing that the State gave before holds; false where it only refuses what it was asked for since.
        package let isOfAll: Bool
    }

    package private(set) var all: [Consent] = []
    /// By State; a later consent takes it away.
    package private(set) var refusals: [String: Refused] = [:]

    /// Names of crossings are compared without case, accents and blanks at their ends.
    static func isSamePlace(_ a: String, _ b: String) -> Bool {
        SearchFolding.fold(a.trimmingBlanks) == SearchFolding.fold(b.trimmingBlanks)
    }

    mutating func give(_ given: ConsentGiven, _ entry: Entry) {
        if let replaced = given.replaces {
            all.removeAll { $0.given.state == given.state && $0.bears(number: replaced) }
        }
        all.append(
            Consent(
                given: given, entry: entry.index, learnt: entry.learnt, isWritten: given.form == .written,
                paperNumber: given.form == .written ? given.number : nil))
        refusals[given.state] = nil
    }

    /// - Parameter asked: the entry of the request that waits for its answer; nil where none does
    mutating func refuse(_ refused: ConsentRefused, _ entry: Entry, asked: Int64?) {
        let isOfMore = asked.map { asked in of(refused.state).contains { $0.entry < asked } } ?? false
        refusals[refused.state] = Refused(refused: refused, learnt: entry.learnt, isOfAll: !isOfMore)
    }

    mutating func withdraw(_ withdrawn: ConsentWithdrawn) {
        for place in all.indices where all[place].given.state == withdrawn.state {
            guard withdrawn.number == nil || all[place].bears(number: withdrawn.number) else { continue }
            all[place].withdrawn = all[place].withdrawn.map { min($0, withdrawn.from) } ?? withdrawn.from
        }
    }

    mutating func takePaper(_ received: ConsentPaperReceived) {
        let open = all.lastIndex { $0.given.state == received.state && !$0.isWritten }
        guard let open else { return }
        all[open].isWritten = true
        all[open].paperNumber = received.number
    }

    package func of(_ state: String) -> [Consent] { all.filter { $0.given.state == state } }

    /// Oral consents whose paper has not come, the one promised soonest first; one that was withdrawn before it began owes none.
    package var papersOwed: [Consent] {
        all.filter { !$0.isWritten && $0.end > $0.given.from }.sorted {
            ($0.given.paperBy ?? .distantFuture, $0.entry) < ($1.given.paperBy ?? .distantFuture, $1.entry)
        }
    }
}
