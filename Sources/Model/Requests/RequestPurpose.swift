/// What the Centre asks a State for.
package enum RequestPurpose: String, CaseIterable, Sendable {
    /// Consent to the passage through its territory (1988 Convention, art. 11).
    case transit
    /// A longer consent than it gave.
    case moreTime = "more_time"
    case information
    /// In due form, so that a court can use it: papers and exhibits, charges, extradition.
    case evidence, charges, extradition

    package var formal: FormalMatter? {
        switch self {
        case .evidence: .evidence
        case .charges: .charges
        case .extradition: .extradition
        case .transit, .moreTime, .information: nil
        }
    }
}

/// What whoever drafts a request adds to what the log knows.
package struct RequestWishes: Equatable, Sendable {
    package var purpose: RequestPurpose
    /// ISO 3166-1 alpha-3.
    package var state: String
    /// Why, or what is asked.
    package var words: String?
    /// Until when the consent is to last.
    package var until: Instant?
    package var answerBy: Instant?
    package var ourNumber: String?
    /// Their incoming number, where it is an answer to theirs.
    package var theirNumber: String?
    /// Their officer or authority that leads there.
    package var lead: String?
    /// What else their rules ask for, word for word.
    package var also: String?
    /// The seizure that it is about.
    package var alert: SubjectName?

    package init(_ purpose: RequestPurpose, to state: String, words: String? = nil, alert: SubjectName? = nil) {
        self.purpose = purpose
        self.state = state
        self.words = words
        self.alert = alert
    }
}
