import Model
import Wording

extension Message {
    /// What is said of reminders that stay with the one who gives the watch away; nil where there are none.
    package static func ownReminders(_ count: Int) -> Message? {
        count == 0
            ? nil
            : .plural(
                count, one: "%1 reminder of your own stays with you, and is not handed over",
                other: "%1 reminders of your own stay with you, and are not handed over")
    }
}

extension HandoverSeverity {
    package var message: Message {
        switch self {
        case .critical: "critical"
        case .watch: "to be watched"
        case .stable: "stable"
        }
    }
}

extension HandoverItem.Key {
    /// In the place of what may not be told.
    package var pointerMessage: Message { "\(subject.text) is protected: look there, with a right to read it" }
}

extension HandoverItem {
    /// Whether the words have the hour in them, so that it need not stand beside them as well.
    package func saysItsHour(at now: Instant) -> Bool {
        guard case .delivery(.underWay, _, _) = matter, let due else { return false }
        return due > now
    }

    /// What is open, in one line; its hour stands beside it.
    package func message(_ face: ClockFace, now: Instant) -> Message {
        switch matter {
        case .delivery(let phase, let state, let decides):
            let place: Message = "\(key.subject.short) \(phase.message(state, face, now: now))"
            let next = saysItsHour(at: now) ? due : nil
            let line: Message = next.map { "\(place), next report \(face.moment($0, now: now))" } ?? place
            return decides.map { "\(line); \($0) decides" } ?? line
        case .eyesLost(let by?, let since):
            return "\(key.subject.short) NOBODY HAS IT IN SIGHT: \(by) lost it \(face.moment(since, now: now))"
        case .eyesLost(nil, let since):
            return "\(key.subject.short) NOBODY HAS IT IN SIGHT since \(face.moment(since, now: now))"
        case .askedOfUs(let by, let text): return "\(key.subject.short) \(by) asks us: \(text)"
        case .unsignedOrder(let title, let names):
            return
                "standing order \(key.subject.text): \(title); NOT SIGNED by \(names.prefix(3).joined(separator: ", ")) (\(names.count) in all)"
        case .crossingClosed(let place, let since, let by, let note, let ahead):
            return crossingMessage(place, since, by, note, ahead, face, now: now)
        case .begins(let state, let at, let uncovered):
            let line: Message =
                "\(key.subject.short) planned, begins in \(state) \(face.moment(at, now: now)); \(state) decides"
            return uncovered.isEmpty
                ? "\(line); all States consented" : "\(line); NO COVER YET: \(uncovered.joined(separator: ", "))"
        case .checklist(let procedure, let done, let count):
            return "\(key.subject.short) checklist “\(procedure)”: \(done) of \(count) steps done"
        case .newOrder(let title): return "standing order \(key.subject.text), new in this watch: \(title)"
        case .taken(let by, let at, let reason, let unsaid, let confirmedBy):
            let time = face.moment(at, now: now)
            let line: Message =
                unsaid.map {
                    .plural(
                        $0, one: "%2 TOOK THE WATCH at %3 before it was accepted, %1 line not said back: %4",
                        other: "%2 TOOK THE WATCH at %3 before it was accepted, %1 lines not said back: %4",
                        .text(by), .text(time), .text(reason))
                } ?? "\(by) TOOK THE WATCH at \(time) without an offer: \(reason)"
            return confirmedBy.map { "\(line); confirmed by \($0)" } ?? "\(line); NOT CONFIRMED by anybody else"
        case .need(.delivery(let name, _, .exception(let kind, let from, let since, let decides?, _))):
            // On paper and where it is said back no key opens anything.
            return "\(name.short) \(kind.message) for \(face.age(now - since)), says \(from); \(decides) decides"
        case .need(let headline): return headline.message(face, now: now)
        case .due(let matter): return "\(key.subject.short) \(matter.message)"
        case .alert(let headline, let priority, let status, let officer):
            let line: Message = "\(key.subject.short) P\(priority) \(status.word(face, now: now)): \(headline)"
            return officer.map { "\(line); in charge: \($0)" } ?? line
        case .arrangement(let type, let text): return "\(type.message): \(text)"
        case .messagesHeld(let count): return "held messages that wait for a person: \(count)"
        case .contactsChanged(let contacts):
            let names = contacts.map { contact in
                contact.state.map { contact.title.contains($0) ? contact.title : "\($0) \(contact.title)" }
                    ?? contact.title
            }
            return "contacts changed: \(names.joined(separator: ", "))"
        case .request(let state, let number, let asks, let answerBy, let confirmBy):
            return requestMessage(state, number, asks, answerBy, confirmBy, face, now: now)
        case .paper(let state, let number, let authority, let by):
            let given = [authority, number ?? "#\(basis)"].compactMap { $0 }.joined(separator: " ")
            let line: Message = "\(key.subject.short) paper of the oral consent of \(state) (\(given))"
            guard let by else { return "\(line), promised without an hour" }
            return by <= now
                ? "\(line), promised for \(face.moment(by, now: now)), LATE \(face.age(now - by))" : line
        case .own: return ""
        }
    }
}

extension HandoverItem {
    /// Since when, by whose word, and what is to go over it.
    fileprivate func crossingMessage(
        _ place: String, _ since: Instant, _ by: String, _ note: String?, _ ahead: [CrossingAhead], _ face: ClockFace,
        now: Instant
    ) -> Message {
        let closed: Message = "\(place) CLOSED since \(face.moment(since, now: now)), says \(by)"
        let line: Message = note.map { "\(closed): \($0)" } ?? closed
        guard !ahead.isEmpty else { return line }
        let names = ahead.map { "\($0.subject.short) \(face.moment($0.at, now: now))" }.joined(separator: ", ")
        return "\(line); to go over it: \(names)"
    }

    /// What a State was asked under which number, and what it owes first.
    fileprivate func requestMessage(
        _ state: String, _ number: String?, _ asks: String, _ answerBy: Instant?, _ confirmBy: Instant?,
        _ face: ClockFace, now: Instant
    ) -> Message {
        let line: Message =
            number.map { "\(key.subject.short) \(state) request \($0): \(asks)" }
            ?? "\(key.subject.short) \(state) request: \(asks)"
        if let answerBy {
            let at = face.moment(answerBy, now: now)
            let answer: Message = answerBy <= now ? "\(line); answer was due \(at)" : "\(line); answer by \(at)"
            // It is late where nobody said that it came.
            guard let confirmBy else { return answer }
            return "\(answer); receipt not confirmed, due \(face.moment(confirmBy, now: now))"
        }
        if let confirmBy, confirmBy <= now {
            return "\(line); not confirmed, was due \(face.moment(confirmBy, now: now))"
        }
        return "\(line); not answered"
    }
}

extension Delivery.Phase {
    fileprivate func message(_ state: String?, _ face: ClockFace, now: Instant) -> Message {
        switch self {
        case .planned: return state.map { "planned, begins in \($0)" } ?? "planned"
        case .underWay: return state.map { "under way in \($0)" } ?? "under way"
        case .silent(let due):
            let at = face.moment(due, now: now)
            return state.map { "SILENT in \($0), report due \(at)" } ?? "SILENT, report due \(at)"
        case .quietByPlan(let until): return "quiet by plan until \(face.moment(until, now: now))"
        case .ended: return "ended"
        }
    }
}

extension Alert.Status {
    fileprivate func word(_ face: ClockFace, now: Instant) -> Message {
        switch self {
        case .unacknowledged: "UNACKED"
        case .acknowledged: "acknowledged"
        case .shelved(let until): "on the shelf until \(face.moment(until, now: now))"
        case .closed: "closed"
        }
    }
}

extension HandoverRisk {
    package func message(_ face: ClockFace, now: Instant) -> Message {
        switch self {
        case .crossing(let name, let from, let at):
            "\(name.short) leaves \(from) about \(face.moment(at, now: now)): a border is crossed during the handover"
        case .nobodyHolds(let name, let since):
            "nobody holds the load of \(name.short) since \(face.moment(since, now: now))"
        case .exception(let name, let kind): "\(name.short): \(kind.message)"
        case .smallHours: "the hours between 03 and 06, when people are least awake"
        }
    }
}

extension HandoverNeed {
    func message(_ name: SubjectName, _ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        switch self {
        case .unanswered(let to, let since, .head):
            return
                "\(to) has not accepted the watch offered \(time(since)), \(face.age(now - since)) ago. Call them and the head of the Centre"
        case .unanswered(let to, let since, .supervisor):
            return
                "\(to) has not accepted the watch offered \(time(since)), \(face.age(now - since)) ago. Call them and the supervisor"
        case .unanswered(let to, let since, .asked):
            return
                "The watch is offered to \(to) since \(time(since)) and NOT ACCEPTED yet. The supervisor is called \(time(since + HandoverRung.supervisor.after))"
        case .refused(let by, let at, let reason):
            return "\(by) REFUSED the watch at \(time(at)): \(reason). It stays with you; mend it and offer it again"
        case .question(let text, let by, let at, _): return "\(by) asks before taking the watch (\(time(at))): \(text)"
        case .outdated(let to): return "The handover was changed after it was offered to \(to); offer it again"
        case .notOffered(let until): return "The watch ends \(time(until)): write the handover and offer it"
        case .unsigned(let names, let since, let rung):
            let missing = names.joined(separator: ", ")
            let age = face.age(now - since)
            return rung == .asked
                ? "The handover of \(name.text), taken \(time(since)), is NOT SIGNED by \(missing): they sign on, or sign in :certificate"
                : "The handover of \(name.text), taken \(time(since)), \(age) ago, is NOT SIGNED by \(missing). Call them: they sign on, or sign in :certificate"
        }
    }

    func openMessage(_ name: SubjectName, _ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        switch self {
        case .unanswered(_, let since, _): return "The offer of the watch of \(time(since)) has no answer"
        case .refused(_, let at, _): return "The watch was REFUSED at \(time(at))"
        case .question(_, _, let at, _): return "A question about the handover waits since \(time(at))"
        case .outdated: return "The handover was changed after it was offered"
        case .notOffered(let until): return "The watch ends \(time(until)) and is not offered"
        case .unsigned(_, let since, _): return "The handover taken \(time(since)) is not signed by both"
        }
    }

    var priority: Int {
        switch self {
        case .unanswered(_, _, .head): 1
        case .unanswered(_, _, .asked): 3
        case .unanswered, .refused: 2
        case .question, .outdated, .notOffered, .unsigned: 3
        }
    }

    /// What rings once; nil for what makes no sound.
    func identity(_ name: SubjectName) -> String? {
        switch self {
        case .unanswered(_, _, .asked): nil
        case .unanswered(_, let since, let rung): "offer \(name.text) \(since.milliseconds) \(rung.rawValue)"
        case .refused(_, let at, _): "offer refused \(name.text) \(at.milliseconds)"
        case .question(_, _, _, let entry): "offer question \(name.text) \(entry)"
        case .unsigned(_, let since, let rung): "unsigned \(name.text) \(since.milliseconds) \(rung.rawValue)"
        case .outdated, .notOffered: nil
        }
    }
}
