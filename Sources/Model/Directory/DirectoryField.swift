/// What an entry of the directory may say; the raw values stand in logs and files for ever.
package enum DirectoryField: String, CaseIterable, Sendable {
    case name
    case membership
    case role
    case agency
    case channel
    case number
    /// The number that we filed ourselves and call back, whatever number a caller gives.
    case filedNumber = "filed_number"
    case languages
    case hours
    case roundTheClock = "round_the_clock"
    case zone
    case otherName = "other_name"
    case crossing
    case reach
    case place
    case facility
    case aliases
    case modes
    // Of the law: may it be done at all.
    case measurePossible = "measure_possible"
    case framework
    case substitution
    case undercover
    case foreignOfficers = "foreign_officers"
    case arms
    case courtUse = "court_use"
    case dataProtection = "data_protection"
    // What a request must state, and to whom.
    case receivedBy = "received_by"
    case executedBy = "executed_by"
    case howToRequest = "how_to_request"
    case requestLanguages = "request_languages"
    case deadline
    case contacts
    // What technique and staff allow.
    case noticeMinutes = "notice_min"
    case maximumDuration = "maximum_duration"
    case maximumQuantity = "maximum_quantity"
    case minimumRemoval = "minimum_removal"
    case trackers
    case officersAdmitted = "officers_admitted"
    // Special requirements.
    case special
    case costs
    case other
    // Of an agreement.
    case parties
    case passesOn = "passes_on"
    case conditions
    case inForce = "in_force"
    case source
    case note

    /// How its text is read.
    package enum Format: Equatable, Sendable {
        case words
        /// One of these codes.
        case code([String])
        /// Codes with commas between them.
        case codes([String])
        /// A whole number of minutes, 0 to 100,000.
        case minutes
    }

    package var format: Format {
        switch self {
        case .membership: .code(DirectoryMembership.allCases.map(\.rawValue))
        case .role: .code(AgencyRole.allCases.map(\.rawValue))
        case .channel: .code(ContactChannel.allCases.map(\.rawValue))
        case .roundTheClock: .code(["yes", "no"])
        case .facility: .code(["port", "dry_port", "airport", "station"])
        case .modes: .codes(["road", "rail", "river", "ferry"])
        case .measurePossible: .code(["yes", "no", "with_conditions"])
        case .substitution: .code(["allowed", "required", "forbidden", "case_by_case"])
        case .noticeMinutes: .minutes
        default: .words
        }
    }

    package static let mostMinutes = 100_000
}

package enum DirectoryMembership: String, CaseIterable, Sendable { case member, neighbour, partner }

/// What an agency does; one State may have several for each.
package enum AgencyRole: String, CaseIterable, Sendable {
    case coordination
    case police
    case drugControl = "drug_control"
    case customs
    case border
    case security
    case prosecution
    case finance
    case other
}

package enum ContactChannel: String, CaseIterable, Sendable {
    case telephone
    case i247 = "I-24/7"
    case cencomm = "CENcomm"
    case containerComm = "ContainerComm"
    case mail
    case fax
    case radio
    case other
}

extension DirectorySort {
    /// What an entry of this sort may say, in the order of forms, pages and columns; the first is what it is called.
    package var fields: [DirectoryField] {
        switch self {
        case .state: [.name, .membership, .zone, .note]
        case .agency: [.name, .role, .languages, .note]
        case .contact:
            [
                .name, .agency, .channel, .number, .filedNumber, .roundTheClock, .hours, .languages, .zone, .note,
            ]
        case .liaison: [.name, .agency, .languages, .hours, .zone, .note]
        case .financialUnit: [.name, .channel, .number, .filedNumber, .roundTheClock, .hours, .languages, .zone, .note]
        case .borderOffice:
            [.name, .otherName, .crossing, .number, .filedNumber, .roundTheClock, .hours, .languages, .note]
        case .mobileTeam: [.name, .agency, .reach, .number, .filedNumber, .roundTheClock, .hours, .languages, .note]
        case .portUnit:
            [.name, .facility, .place, .number, .filedNumber, .roundTheClock, .hours, .languages, .note]
        case .crossing: [.name, .otherName, .aliases, .modes, .hours, .zone, .note]
        case .constraint:
            [
                .measurePossible, .framework, .substitution, .undercover, .foreignOfficers, .arms, .courtUse,
                .dataProtection, .source,
            ]
        case .requirement:
            [.receivedBy, .executedBy, .howToRequest, .requestLanguages, .deadline, .contacts, .source]
        case .limit:
            [
                .noticeMinutes, .maximumDuration, .maximumQuantity, .minimumRemoval, .trackers, .officersAdmitted,
                .source,
            ]
        case .special: [.special, .costs, .other, .source]
        case .agreement: [.name, .parties, .passesOn, .conditions, .inForce, .source, .note]
        }
    }

    /// What it cannot do without.
    package var needed: [DirectoryField] { fields.first == .name ? [.name] : [] }

    /// Columns that are to be filled before the law of a State counts as told.
    package var columns: [DirectoryField] { isLaw ? fields.filter { $0 != .other } : [] }
}
