/// What for something is given out. Each purpose has its own list of fields; what is not on it stays.
package enum ReleasePurpose: String, CaseIterable, Sendable {
    /// To prevent or stop a crime, or to answer whoever asked.
    case operational
    /// A return without names and numbers, such as UNODC's individual drug seizures.
    case statistics
    /// For judicial proceedings.
    case court

    func lists(_ field: ReleaseField) -> Bool {
        switch self {
        case .operational: field.mayLeave
        case .statistics:
            switch field {
            case .record, .kind, .date, .state, .place, .items, .departure, .transit, .destination, .concealment,
                .transport, .returnColumns:
                true
            default: false
            }
        case .court:
            field.mayLeave && field != .text && field != .priority && ![.answerBy, .validUntil].contains(field)
        }
    }
}

/// To whom something is given.
package struct ReleaseRecipient: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Sendable {
        /// One of the seven States of the Centre.
        case member
        /// Another State, or a service that everybody knows.
        case partner
        /// A name that no list has.
        case stranger
    }

    /// As it was typed: `KAZ`, `INTERPOL`, `KAZ customs`.
    package let name: String
    /// The State (ISO 3166-1 alpha-3) or service that the name begins with or is; nil for a stranger.
    package let code: String?

    package init(_ name: String) {
        self.name = name.trimmingBlanks
        code = OpenWords.state(in: name)
    }

    package static let members: Set<String> = ["AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB"]

    package var standing: Standing {
        guard let code else { return .stranger }
        return ReleaseRecipient.members.contains(code) ? .member : .partner
    }

    func mayHave(_ field: ReleaseField) -> Bool {
        switch standing {
        case .member: true
        case .partner: field != .text
        case .stranger: ![.text, .headline, .identifiers, .position].contains(field)
        }
    }
}

/// What an officer should look at twice before something leaves.
package enum ReleaseWarning: Hashable, Sendable {
    /// Nobody of this name is a party to the thread: neither sent anything nor was sent anything.
    case neverToldBefore(String)
    /// The State is neither where it happened nor on the route.
    case notPartyToTheRoute(String)
    /// No list has the name.
    case unknownRecipient(String)
    /// Whoever sent it took it back.
    case cancelled(by: String)
    /// It says itself who may see it.
    case restricted(String)
    /// It went to these alone.
    case addressed([String])
}
