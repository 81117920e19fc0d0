/// What the Centre asks a State, and that the State has it.

/// A request went out to a State. A later version takes the place of an earlier one.
package struct RequestSent: EventBody {
    package static let kind = "requestSent"
    /// Three letters (ISO 3166-1).
    package var state: String
    /// How it went: `I-24/7`, `CENcomm`, mail, telephone.
    package var channel: String
    /// Our outgoing number.
    package var number: String?
    package var text: String
    package var version: Int?
    /// Our number of the request that this one takes the place of.
    package var supersedes: String?
    /// Their incoming number, where it is an answer to theirs.
    package var theirNumber: String?
    /// Two letters (ISO 639-1).
    package var language: String?
    /// By when they are to confirm that they have it.
    package var confirmBy: Instant?
    package var answerBy: Instant?
    /// SHA-256 of the file that was sent, in hexadecimal.
    package var raw: String?

    package init(
        state: String, channel: String, number: String? = nil, text: String, version: Int? = nil,
        supersedes: String? = nil, theirNumber: String? = nil, language: String? = nil, confirmBy: Instant? = nil,
        answerBy: Instant? = nil, raw: String? = nil
    ) {
        self.state = state
        self.channel = channel
        self.number = number
        self.text = text
        self.version = version
        self.supersedes = supersedes
        self.theirNumber = theirNumber
        self.language = language
        self.confirmBy = confirmBy
        self.answerBy = answerBy
        self.raw = raw
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        channel = try body.text("channel")
        number = try body.optionalText("number")
        text = try body.text("text")
        version = try body.optionalInteger("version", in: 1...999).map { Int($0) }
        supersedes = try body.optionalText("replaces_number")
        theirNumber = try body.optionalText("their_number")
        language = try body.optionalText("language")
        confirmBy = try body.optionalInstant("confirm_by")
        answerBy = try body.optionalInstant("answer_by")
        raw = try body.optionalText("raw")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("channel", channel)
        body.text("number", number)
        body.text("text", text)
        body.integer("version", version.map { Int64($0) })
        body.text("replaces_number", supersedes)
        body.text("their_number", theirNumber)
        body.text("language", language)
        body.instant("confirm_by", confirmBy)
        body.instant("answer_by", answerBy)
        body.text("raw", raw)
    }
}

/// The 24-hour contact of a State confirms that it has the request.
package struct RequestAcknowledged: EventBody {
    package static let kind = "requestAcknowledged"
    package var state: String
    /// Who confirmed it: "Major Yusupov, UZB desk".
    package var by: String
    /// Their incoming number.
    package var number: String?

    package init(state: String, by: String, number: String? = nil) {
        self.state = state
        self.by = by
        self.number = number
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        state = try body.text("state")
        by = try body.text("acknowledged_by")
        number = try body.optionalText("number")
    }

    package func write(to body: inout BodyWriter) {
        body.text("state", state)
        body.text("acknowledged_by", by)
        body.text("number", number)
    }
}
