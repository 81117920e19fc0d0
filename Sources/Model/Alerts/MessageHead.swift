/// What a register of correspondence keeps of a message: by which way, under which numbers, what it refers to.
package struct MessageHead: Equatable, Sendable {
    package var channel: Channel?
    /// The number that the other side gave it.
    package var theirNumber: String?
    /// The number that the Centre gave it.
    package var ourNumber: String?
    /// When it was sent, as it says itself.
    package var sent: Instant?
    /// What it is called among messages, so that others can refer to it: CAP's `sender,identifier,sent`, else sender and number.
    package var identity: String?
    /// The identities or numbers of the messages that it speaks of, as it writes them.
    package var refersTo: [String]
    /// SHA-256 of the bytes as they came, in hexadecimal; the bytes themselves are a payload.
    package var raw: String?
    /// Until when it holds, as it says itself; nothing happens then but that it is shown.
    package var expires: Instant?

    package init(
        channel: Channel? = nil, theirNumber: String? = nil, ourNumber: String? = nil, sent: Instant? = nil,
        identity: String? = nil, refersTo: [String] = [], raw: String? = nil, expires: Instant? = nil
    ) {
        self.channel = channel
        self.theirNumber = theirNumber
        self.ourNumber = ourNumber
        self.sent = sent
        self.identity = identity
        self.refersTo = refersTo
        self.raw = raw
        self.expires = expires
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        channel = try body.optionalCode("channel", Channel.self)
        theirNumber = try body.optionalText("their_number")
        ourNumber = try body.optionalText("our_number")
        sent = try body.optionalInstant("sent")
        identity = try body.optionalText("identity")
        refersTo = try body.texts("refers_to")
        raw = try body.optionalText("raw")
        expires = try body.optionalInstant("expires")
    }

    package func write(to body: inout BodyWriter) {
        body.text("channel", channel?.rawValue)
        body.text("their_number", theirNumber)
        body.text("our_number", ourNumber)
        body.instant("sent", sent)
        body.text("identity", identity)
        body.texts("refers_to", refersTo)
        body.text("raw", raw)
        body.instant("expires", expires)
    }

    /// A visitor learns the way that a message took, and none of its numbers.
    static let openness: [String: Openness] = ["channel": .code(Channel.self), "raw": .reference]
}
