extension Alert {
    /// What others asked us in its thread, after the message that raised it, and have no answer to from us; the oldest first.
    ///
    /// What the originator is owed for the alert itself has an hour of its own (`due`).
    var askedOfUs: [AlertThread.Message] {
        let messages = thread.messages
        return messages.indices.dropFirst().map { (place: $0, message: messages[$0]) }.filter { place, message in
            guard message.direction == .received, message.kind == .request, message.cancelled == nil else {
                return false
            }
            if message.party == thread.originator, let own = message.due, own == due { return false }
            return !messages[(place + 1)...].contains { later in
                later.direction == .sent && later.party == message.party && later.kind.answers
            }
        }.map(\.message)
    }
}

extension MessageKind {
    /// Whether it tells somebody what they asked for.
    fileprivate var answers: Bool { [.answer, .feedback, .seizureReport, .information].contains(self) }
}
