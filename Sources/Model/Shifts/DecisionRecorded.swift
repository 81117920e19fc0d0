/// What was decided, why, between what, by whom, and what was known then: the question of the day after.
package struct DecisionRecorded: EventBody {
    package static let kind = "decisionRecorded"
    package var text: String
    package var reason: String
    /// What else could have been done.
    package var options: [String]
    /// A person, or a State with its authority: the Centre decides nothing on a State's soil.
    package var decidedBy: String
    /// What it is about; nil for the watch as a whole.
    package var about: SubjectName?
    /// The number of the last entry that the writer could have seen.
    package var knownTo: Int64
    /// What speaks against it, in the words of whoever said so.
    package var concerns: String?

    package init(
        text: String, reason: String, options: [String] = [], decidedBy: String, about: SubjectName? = nil,
        knownTo: Int64, concerns: String? = nil
    ) {
        self.text = text
        self.reason = reason
        self.options = options
        self.decidedBy = decidedBy
        self.about = about
        self.knownTo = knownTo
        self.concerns = concerns
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        text = try body.text("text")
        reason = try body.text("reason")
        options = try body.texts("options")
        decidedBy = try body.text("decided_by")
        about = try body.optionalName("about")
        knownTo = try body.integer("known_to", in: 0...JSON.largestInteger)
        concerns = try body.optionalText("concerns")
    }

    package func write(to body: inout BodyWriter) {
        body.text("text", text)
        body.text("reason", reason)
        body.texts("options", options)
        body.text("decided_by", decidedBy)
        body.text("about", about?.text)
        body.integer("known_to", knownTo)
        body.text("concerns", concerns)
    }
}
