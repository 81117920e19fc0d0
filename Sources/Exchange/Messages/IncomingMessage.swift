import Model

/// What a message from elsewhere says, in whatever form it came; nothing of it is lost, and nothing of it is believed yet.
///
/// Texts are as they stood in the message: they have passed no `SafeText`, may be of any length up to the limits of
/// `MessageGate`, and go into a log as payloads where they may name people. CAP and labelled text are read into it and
/// written from it.
package struct IncomingMessage: Equatable, Sendable {
    /// The form it came in.
    package enum Form: String, CaseIterable, Sendable {
        case cap
        case labelledText = "labelled_text"
    }

    /// CAP's `status`.
    package enum Status: String, CaseIterable, Sendable {
        case actual, exercise, system, test, draft
    }

    /// CAP's `msgType`.
    package enum Act: String, CaseIterable, Sendable {
        case alert, update, cancel
        /// Receipt and acceptance.
        case acknowledgement = "ack"
        /// Rejection; `text` says why.
        case error
    }

    /// Another message that this one is about.
    package struct Reference: Hashable, Sendable {
        /// Who sent it; nil where only its number is given.
        package var sender: String?
        package var number: String
        package var sent: MessageTime?

        package init(sender: String? = nil, number: String, sent: MessageTime? = nil) {
            self.sender = sender
            self.number = number
            self.sent = sent
        }
    }

    /// A number or name that tells a thing apart, as it was written.
    package struct Identifier: Hashable, Sendable {
        /// The code of `IdentifierKind`; nil where the message does not say what sort it is.
        package var kind: String?
        package var text: String

        package init(kind: String? = nil, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// A position or an area on the ground (WGS 84).
    package struct Shape: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case point, circle, polygon
        }
        package var kind: Kind
        /// Latitude and longitude in decimal degrees, as written.
        package var points: [String]
        /// Kilometres, as written; of a circle only.
        package var radius: String?

        package init(kind: Kind, points: [String], radius: String? = nil) {
            self.kind = kind
            self.points = points
            self.radius = radius
        }
    }

    /// What has no place of its own here, by its name in the message.
    package struct Extra: Hashable, Sendable {
        package var label: String
        package var value: String

        package init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    /// What an officer should know about the message itself.
    package enum Remark: String, CaseIterable, Sendable {
        /// It bears a signature, and nobody has checked it.
        case signatureNotChecked = "signature_not_checked"
        /// It names a style sheet, which was not fetched.
        case styleSheetNotFetched = "style_sheet_not_fetched"
        /// It names a resource at an address, which was not fetched.
        case resourceNotFetched = "resource_not_fetched"
        /// Its time is a leap second.
        case leapSecond = "leap_second"
        /// It was sent before 1990 or after 2037, so its clock is probably wrong.
        case unusualTime = "unusual_time"
        /// A position or area that cannot be read; it is among the other fields.
        case shapeNotRead = "shape_not_read"
        /// More than one block of information: the gravest is taken for the summary, the others are among the other fields.
        case severalBlocks = "several_blocks"
        /// An identifier or a sender with blanks, commas or angle brackets, which references cannot name.
        case unusualNumber = "unusual_number"
        /// An older message was quoted below it, and was not read.
        case quotedMessageNotRead = "quoted_message_not_read"
        /// An older version of the standard (CAP 1.0 or 1.1).
        case olderVersion = "older_version"
    }

    package var form: Form
    /// The code of `MessageKind`, such as `seizure_report` or `pre_arrival`; nil where the message does not say.
    package var kind: String?
    package var status: Status
    package var act: Act
    /// The State (ISO 3166-1 alpha-3), service or address that sent it.
    package var sender: String
    package var senderName: String?
    package var recipients: [String]
    /// The sender's own number of the message; unique for the sender.
    package var number: String
    /// Our number of a message that this one answers.
    package var ourNumber: String?
    package var references: [Reference]
    package var sent: MessageTime
    /// When it happened, as the sender says (CAP: `onset` of the gravest block).
    package var happened: MessageTime?
    /// By when an answer is owed.
    package var answerDue: MessageTime?
    /// Until when it holds, as the sender says (CAP: `expires` of the gravest block).
    package var expires: MessageTime?
    package var channel: String?
    /// Restrictions on who may see it, as written.
    package var handling: String?

    /// 1 (now) to 4 (for information) where the sender says so; see `effectivePriority`.
    package var priority: Int?
    /// CAP's words, such as `Immediate`, `Severe`, `Observed`.
    package var urgency: String?
    package var severity: String?
    package var certainty: String?

    /// CAP's category and event of a message that is passed on; of one that came they are among `extras`.
    package var categories: [String] = []
    package var event: String?

    package var headline: String?
    package var text: String?
    package var state: String?
    package var place: String?
    package var shapes: [Shape]
    package var substance: String?
    package var amount: String?
    /// Each with its amount, one a line, such as `heroin, 5.065 kg`.
    package var items: [String]
    package var identifiers: [Identifier]
    package var routeFrom: String?
    package var routeVia: [String]
    package var routeTo: String?
    /// How it was hidden.
    package var method: String?

    package var extras: [Extra]
    package var remarks: [Remark]

    package init(form: Form, sender: String, number: String, sent: MessageTime) {
        self.form = form
        self.sender = sender
        self.number = number
        self.sent = sent
        status = .actual
        act = .alert
        (recipients, references, shapes, items, identifiers, routeVia) = ([], [], [], [], [], [])
        (extras, remarks) = ([], [])
    }

    /// The priority for triage, from 1 to 4: what the sender says, and otherwise from CAP's words.
    ///
    /// Of CAP: 1 for urgency Immediate with severity Extreme or Severe; 2 for any other Extreme or Severe that is not Past, and for
    /// Immediate or Expected with Moderate; 4 for Minor, for Past that is less than Severe, and for certainty Unlikely; 3 for
    /// everything else, Unknown included.
    package var effectivePriority: Int {
        if let priority { return min(max(priority, 1), 4) }
        return IncomingMessage.priority(urgency: urgency, severity: severity, certainty: certainty)
    }

    /// What CAP's words come to.
    static func priority(urgency: String?, severity: String?, certainty: String?) -> Int {
        let isSevere = severity == "Extreme" || severity == "Severe"
        // An earthquake is always past, and its damage is not.
        if urgency == "Past" { return isSevere && certainty != "Unlikely" ? 3 : 4 }
        if severity == "Minor" || certainty == "Unlikely" { return 4 }
        if isSevere { return urgency == "Immediate" ? 1 : 2 }
        if severity == "Moderate", urgency == "Immediate" || urgency == "Expected" { return 2 }
        return 3
    }

    /// Whether it must never raise an alert in a live log.
    package var isForRealUse: Bool { status == .actual }

    mutating func note(_ remark: Remark) {
        if !remarks.contains(remark) { remarks.append(remark) }
    }
}
