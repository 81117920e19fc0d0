/// What a record says about its subject, field by field, as somebody decides whether it may leave the Centre.
package enum ReleaseField: String, CaseIterable, Sendable {
    /// What the log calls it; our own number.
    case record
    case kind, priority, headline, date, state, place, position
    /// What was seized, with amounts.
    case items
    /// Numbers of vehicles, containers and consignments.
    case identifiers
    case departure, transit, destination, concealment, transport
    /// The words of the message.
    case text
    case answerBy = "answer_by"
    /// Until when the message of whoever told us holds.
    case validUntil = "valid_until"
    case handling
    /// Columns that only a return has: region, division, installation, producing country, routing.
    case returnColumns = "return_columns"
    /// What the officer who sends it writes.
    case ownWords = "own_words"

    // What follows never leaves.

    /// Who told us: a person, an informant, a service, a liaison officer.
    case source
    case sourceGrading = "source_grading"
    /// Officers of the Centre and readers by name.
    case officers
    case personalIdentifiers = "personal_identifiers"
    /// The bytes of messages and personal data, which lie beside the log.
    case payloads
    /// Numbers and ways of the correspondence with others.
    case correspondence
    /// What was said in other messages of the thread.
    case conversation
    /// What else it belongs together with.
    case links
    /// Notes, reasons, reminders, calls and decisions of the watch.
    case notes
    /// What this program does not know.
    case unknown

    /// Whether anybody outside may ever get it.
    package var mayLeave: Bool {
        switch self {
        case .source, .sourceGrading, .officers, .personalIdentifiers, .payloads, .correspondence, .conversation,
            .links, .notes, .unknown:
            false
        default: true
        }
    }

    /// Why what never leaves stays here.
    var reasonToStay: ReleaseReason? {
        switch self {
        case .source, .sourceGrading: .sourcesIdentity
        case .officers, .personalIdentifiers, .payloads: .personalData
        case .correspondence, .conversation, .notes: .internalWork
        case .links: .otherOperation(nil)
        case .unknown: .unknownField
        default: nil
        }
    }
}

/// Why a field stays in the Centre.
package enum ReleaseReason: Hashable, Sendable {
    /// The code lets this reader give nothing out.
    case handlingCode(HandlingCode)
    /// Only the originator permits it, and has not (`H2`, `H3`).
    case permissionMissing(HandlingCode, originator: String)
    /// `H1`: not to be disclosed in judicial proceedings without the originator's permission.
    case notForCourt(originator: String)
    case personalData
    case sourcesIdentity
    /// It is about another subject, which is named where it is known.
    case otherOperation(SubjectName?)
    case notForRecipient
    case notForPurpose
    case internalWork
    /// Nobody has said that it may leave.
    case unknownField
    /// Too long to be looked through for names and numbers.
    case tooLong
}
