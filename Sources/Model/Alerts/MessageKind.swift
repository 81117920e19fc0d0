/// What sort of message it is, as CENcomm and ContainerComm name them.
package enum MessageKind: String, CaseIterable, Sendable {
    case seizureReport = "seizure_report"
    /// The profile of a shipment to be checked; what came of it is owed as feedback.
    case warning
    case request
    /// Spontaneous information: a tip.
    case information
    case lookout
    case bulletin
    /// What was done on a warning.
    case feedback
    case answer
    case contactChange = "contact_change"
    /// Takes an earlier message back (CAP: Cancel).
    case cancellation
    /// Receipt and acceptance (CAP: Ack).
    case acknowledgement
    /// The message that it refers to is not accepted (CAP: Error).
    case rejection
    /// Data on a cargo before it arrives.
    case preArrival = "pre_arrival"

    /// What whoever sent such a message is owed; nil where nothing is.
    package var debt: Debt? {
        switch self {
        case .warning, .preArrival: .feedback
        case .request: .answer
        case .information, .lookout: .result
        default: nil
        }
    }

    /// Whether a message of this kind, sent to the originator, pays such a debt.
    package func settles(_ debt: Debt) -> Bool {
        switch debt {
        case .feedback, .result: self == .feedback || self == .seizureReport || self == .answer
        case .answer: self == .answer || self == .rejection
        }
    }

    /// Whether it speaks of an earlier message rather than bringing news of its own.
    package var isAboutAnother: Bool {
        switch self {
        case .feedback, .answer, .cancellation, .acknowledgement, .rejection: true
        default: false
        }
    }
}

/// What an originator is owed for a message.
package enum Debt: String, CaseIterable, Sendable {
    /// What was done on a warning or on data before arrival.
    case feedback
    case answer
    /// What came of a tip.
    case result

    /// How long it may take where the message names no hour.
    package var usualTime: Span {
        switch self {
        case .feedback: .hours(24)
        case .answer: .hours(24)
        case .result: .days(3)
        }
    }
}

/// By which way a message came or went.
package enum Channel: String, CaseIterable, Sendable {
    /// INTERPOL's police network.
    case i247 = "i24_7"
    case cencomm
    case containerComm = "containercomm"
    case airportUnit = "airport_unit"
    case portUnit = "port_unit"
    case liaisonOfficer = "liaison_officer"
    case phone
    case mail
    /// A file in a partner's spool folder.
    case spool
    case inPerson = "in_person"
    case other
}
