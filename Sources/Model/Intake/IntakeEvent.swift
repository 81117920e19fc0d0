/// Events about files that came and could not be taken in.
package enum IntakeEvent: AreaEvent {
    case held(MessageHeld)
    case released(HeldReleased)
    case discarded(HeldDiscarded)

    package static let kinds: [EventKind<IntakeEvent>] = [
        EventKind(MessageHeld.self) { .held($0) }, EventKind(HeldReleased.self) { .released($0) },
        EventKind(HeldDiscarded.self) { .discarded($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .held(let body): body
        case .released(let body): body
        case .discarded(let body): body
        }
    }
}

/// Why a message waits for a person instead of becoming an alert.
package enum HoldReason: String, CaseIterable, Sendable {
    /// Not a file that a program may open: a link, a pipe, a folder, a device.
    case notAFile = "not_a_file"
    case tooLarge = "too_large"
    case encoding
    /// A character that is no text: nobody writes one, and a terminal would obey it.
    case controlCharacter = "control_character"
    /// A DOCTYPE, an entity or another part of XML that no message needs.
    case forbiddenMarkup = "forbidden_markup"
    /// Deeper, wider or longer than any message is.
    case tooComplex = "too_complex"
    /// The reader did not finish, or ended.
    case notRead = "not_read"
    case unknownFormat = "unknown_format"
    case malformed
    /// A feed or an envelope that holds or names messages.
    case feed
    /// An exercise, in a live log; or a real message in an exercise.
    case otherRealm = "other_realm"
    case test
    /// For the sender's own systems (CAP: System).
    case system
    case draft
    /// It takes back, answers or confirms a message that has not come.
    case referenceMissing = "reference_missing"
    /// It takes back, answers or confirms a message, and does not say which.
    case referenceUnsaid = "reference_unsaid"
    /// What it names is there, and was sent at another time than it says.
    case referenceOtherTime = "reference_other_time"
    /// It takes back, answers or confirms itself.
    case referenceToItself = "reference_to_itself"
    /// The same identity came before with other words.
    case conflicting
    /// It changes or takes back a message of somebody else.
    case notTheirs = "not_theirs"
    /// It changed while it was read.
    case changing
    case quota
    case other
}

/// A file of a partner is held: nothing of it is believed until a person has looked.
package struct MessageHeld: EventBody {
    package static let kind = "messageHeld"
    package var partner: String
    /// The name of the file, with what is not legible in it escaped.
    package var file: String
    package var reason: HoldReason
    /// Where and what, for the person who looks.
    package var detail: String?
    /// SHA-256 of its bytes, where it could be read.
    package var raw: String?
    package var bytes: Int64?
    /// What it calls itself, where that could be read.
    package var identity: String?
    package var refersTo: [String]
    package var payloads: [String]

    package init(
        partner: String, file: String, reason: HoldReason, detail: String? = nil, raw: String? = nil,
        bytes: Int64? = nil, identity: String? = nil, refersTo: [String] = [], payloads: [String] = []
    ) {
        self.partner = partner
        self.file = file
        self.reason = reason
        self.detail = detail
        self.raw = raw
        self.bytes = bytes
        self.identity = identity
        self.refersTo = refersTo
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        partner = try body.text("partner")
        file = try body.text("file")
        reason = try body.code("reason", HoldReason.self)
        detail = try body.optionalText("detail")
        raw = try body.optionalText("raw")
        bytes = try body.optionalInteger("bytes", in: 0...JSON.largestInteger)
        identity = try body.optionalText("identity")
        refersTo = try body.texts("refers_to")
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("partner", partner)
        body.text("file", file)
        body.text("reason", reason.rawValue)
        body.text("detail", detail)
        body.text("raw", raw)
        body.integer("bytes", bytes)
        body.text("identity", identity)
        body.texts("refers_to", refersTo)
        body.texts("payloads", payloads)
    }
}

/// A person looked, and it became an alert or a part of one.
package struct HeldReleased: EventBody {
    package static let kind = "heldReleased"
    package var to: SubjectName?
    package var note: String

    package init(to: SubjectName? = nil, note: String) {
        self.to = to
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        to = try body.optionalName("to")
        note = try body.text("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("to", to?.text)
        body.text("note", note)
    }
}

/// A person looked, and nothing is to be done with it; the bytes stay.
package struct HeldDiscarded: EventBody {
    package static let kind = "heldDiscarded"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}
