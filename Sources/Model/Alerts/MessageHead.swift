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
    /// For whom it is meant, as it says itself (CAP's `scope`); nil where it does not say.
    package var scope: MessageScope?
    /// Who may see it, in the words of whoever sent it.
    package var restriction: String?
    /// To whom alone it went, where it is private.
    package var addressees: [String]

    package init(
        channel: Channel? = nil, theirNumber: String? = nil, ourNumber: String? = nil, sent: Instant? = nil,
        identity: String? = nil, refersTo: [String] = [], raw: String? = nil, expires: Instant? = nil,
        scope: MessageScope? = nil, restriction: String? = nil, addressees: [String] = []
    ) {
        self.channel = channel
        self.theirNumber = theirNumber
        self.ourNumber = ourNumber
        self.sent = sent
        self.identity = identity
        self.refersTo = refersTo
        self.raw = raw
        self.expires = expires
        self.scope = scope
        self.restriction = restriction
        self.addressees = addressees
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
        scope = try body.optionalCode("scope", MessageScope.self)
        restriction = try body.optionalText("restriction")
        addressees = try body.texts("addressees")
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
        body.text("scope", scope?.rawValue)
        body.text("restriction", restriction)
        if !addressees.isEmpty { body.texts("addressees", addressees) }
    }

    /// The address or name under which it was sent; nil where the message does not say.
    package var sender: String? {
        guard let identity, let number = theirNumber else { return nil }
        let end = identity.firstRange(of: ",\(number),") ?? identity.firstRange(of: ",\(number)")
        return end.map { String(identity[..<$0.lowerBound]) }
    }

    /// A visitor learns the way that a message took, and none of its numbers.
    static let openness: [String: Openness] = [
        "channel": .code(Channel.self), "raw": .reference, "scope": .code(MessageScope.self),
    ]
}

/// For whom a message is meant (CAP's `scope`).
package enum MessageScope: String, CaseIterable, Sendable {
    /// For everybody: nobody waits for an answer to it.
    case everybody = "public"
    /// For those whom its restriction names.
    case restricted
    /// For those to whom it is addressed.
    case addressees = "private"
}

extension MessageHead {
    /// How a message that is for a few only is handled until somebody of the Centre says otherwise: as the code that it names
    /// itself, else as H1. Only its originator makes that less.
    func handling(from originator: String) -> HandlingSet? {
        guard scope == .restricted || scope == .addressees || restriction != nil else { return nil }
        let said = restriction.flatMap { HandlingCode(rawValue: $0.trimmingBlanks) } ?? .h1
        guard said > .h0 else { return nil }
        return HandlingSet(code: min(said, .h2), originator: originator, conditions: restriction)
    }
}
