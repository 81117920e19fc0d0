import Model
import Wording

extension AlertEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .raised(let body): "ALERT \(body.priority) from \(body.source): \(body.headline)"
        case .acknowledged(let body): body.until.map { "acknowledged until \(time($0))" } ?? "acknowledged"
        case .shelved(let body): "shelved until \(time(body.until)): \(body.reason)"
        case .unshelved: "taken off the shelf"
        case .noted(let body): .note(body.text, corrects: body.corrects)
        case .closed(let body): body.message
        case .messageFiled(let body): body.message(time)
        case .detailed(let body):
            body.source.map { "more is known, from \($0): \(body.particulars.line)" }
                ?? "more is known: \(body.particulars.line)"
        case .prioritySet(let body): "priority \(body.priority): \(body.reason)"
        case .offered(let body): "offered to \(body.to)"
        case .taken: "taken over: officer in charge"
        case .declined(let body): "declined: \(body.reason)"
        case .followUpSet(let body): "look again at \(time(body.at)): \(body.text)"
        case .followUpDone(let body): "looked again, #\(Int(body.entry)) is done"
        case .laboratory(let body): body.message
        case .repeated(let body): "the same message came again from \(body.partner)"
        case .callTried(let body):
            body.note.map { "call to \(body.party), \(body.outcome.message): \($0)" }
                ?? "call to \(body.party), \(body.outcome.message)"
        }
    }
}

extension LaboratoryReported {
    fileprivate var message: Message {
        let found = [
            result.substance, result.purity.map { "\($0) %" }, result.netWeight.map { "\($0.amount) \($0.unit)" },
        ].compactMap { $0 }.joined(separator: ", ")
        return result.laboratory.map { "laboratory \($0) found \(found)" } ?? "a laboratory found \(found)"
    }
}

extension AlertClosed {
    fileprivate var message: Message {
        switch (note, noResult) {
        case (let note?, let reason?): "closed, \(disposition.message): \(note) (no result told: \(reason))"
        case (let note?, nil): "closed, \(disposition.message): \(note)"
        case (nil, let reason?): "closed, \(disposition.message) (no result told: \(reason))"
        case (nil, nil): "closed, \(disposition.message)"
        }
    }
}

extension MessageFiled {
    fileprivate func message(_ time: (Instant) -> String) -> Message {
        let words: Message =
            switch direction {
            case .received:
                headline.map { "update from \(party): \($0)" }
                    ?? "\(message.message) from \(party): \(AppState.line(of: text))"
            case .sent:
                "\(message.message) to \(party): \(AppState.line(of: ReleaseNote(reading: text)?.words ?? text))"
            }
        return due.map { "\(words) (answer by \(time($0)))" } ?? words
    }
}

extension Particulars {
    /// Its words in one line: what, where, how hidden.
    var line: String {
        let things = items.map { item in
            [item.name ?? item.substance, item.quantity.map { "\($0.amount) \($0.unit)" }].compactMap { $0 }
                .joined(separator: " ")
        }
        let numbers = identifiers.compactMap(\.typed)
        let route = [departure, transit.isEmpty ? nil : transit.joined(separator: ", "), destination].compactMap { $0 }
        return
            (things + numbers + [place, concealment, transport, text.map(AppState.line(of:))].compactMap { $0 }
            + (route.isEmpty ? [] : [route.joined(separator: " > ")])).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension LinkEvent {
    var message: Message {
        switch self {
        case .linked(let body): "linked with \(body.to.text): \(body.why)"
        case .unlinked(let body): "no longer linked with \(body.from.text): \(body.reason)"
        case .joined(let body): "the same as \(body.into.text), which goes on for both: \(body.why)"
        case .parted(let body): "parted from \(body.from.text): \(body.reason)"
        case .toldApart(let body):
            body.reason.map { "not the same as \(body.from.text): \($0)" } ?? "not the same as \(body.from.text)"
        }
    }
}

extension IntakeEvent {
    var message: Message {
        switch self {
        case .held(let body): "HELD, \(body.file) from \(body.partner): \(body.reason.message)"
        case .released(let body):
            body.to.map { "released as \($0.text): \(body.note)" } ?? "released: \(body.note)"
        case .discarded(let body): "put aside: \(body.reason)"
        }
    }
}

extension Headline {
    /// Needs of alerts beyond that somebody looks at them, and of held messages.
    func alertMessage(_ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        func age(_ instant: Instant) -> String { face.age(now - instant) }
        switch self {
        case .replyOverdue(let name, _, let message, let from, let due):
            return
                "\(name.short) \(from) HAS NOT ANSWERED (\(message.message)): due \(time(due)), \(age(due)) ago. Ask again"
        case .rejected(let name, _, let message, let by):
            return "\(name.short) \(by) DID NOT ACCEPT our message (\(message.message)). Send it anew"
        case .followUpDue(let name, _, let text, let at):
            return "\(name.short) look again since \(time(at)): \(text)"
        case .escalated(let name, _, let headline, let waiting, let whom):
            return "\(name.short) UNACKED for \(face.age(waiting)), now call \(whom.message): \(headline)"
        case .chargeOffered(let name, _, let headline, let by):
            return "\(name.short) \(by) asks you to be in charge: \(headline)"
        case .messagesHeld(_, let count, let since):
            return "\(count) messages could not be taken in, the oldest since \(time(since)), \(age(since))"
        default: return message(face, now: now)
        }
    }
}
