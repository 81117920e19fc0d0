import Model
import Wording

extension Headline {
    /// Line 3: what, since when or by when, how short, and what the officer does about it.
    package func message(_ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        func age(_ instant: Instant) -> String { face.age(now - instant) }
        switch self {
        case .silence(let name, _, let from, let due, let lastHeard?):
            return
                "\(name.short) \(from) SILENT: report due \(time(due)), \(age(due)) ago, last heard \(time(lastHeard)). Call them"
        case .silence(let name, _, let from, let due, nil):
            return "\(name.short) \(from) SILENT: first report was due \(time(due)), \(age(due)) ago. Call them"
        case .unacknowledged(let name, _, let headline, let waiting):
            return "\(name.short) UNACKED for \(face.age(waiting)): \(headline)"
        case .expired(let name, _, let headline, let until):
            return "\(name.short) EXPIRED \(time(until)), nobody acknowledged it: \(headline)"
        case .returned(let name, _, let headline, let since, true):
            return "\(name.short) BACK FROM THE SHELF since \(time(since)), UNACKED for \(age(since)): \(headline)"
        case .returned(let name, _, let headline, let since, false):
            return "\(name.short) ACKNOWLEDGEMENT LAPSED \(time(since)), UNACKED for \(age(since)): \(headline)"
        case .windowOverrun(let name, _, let state, let until, let estimate):
            return
                "\(name.short) leaves \(state) about \(time(estimate)), planned until \(time(until)): \(face.age(estimate - until)) OVER. Tell the next State"
        case .delivery(let name, _, let need): return need.message(name, face, now: now)
        case .crossingClosed(let name, _, let place, let state, let since, let by):
            return
                "\(name.short) is to go over \(place) (\(state)), CLOSED since \(time(since)), says \(by). Ask \(state) where it may cross"
        case .answerOverdue(let name, _, let message, let due):
            return "\(name.short) our answer (\(message.message)) was due \(time(due)), \(age(due)) ago"
        case .replyOverdue, .rejected, .followUpDue, .escalated, .chargeOffered, .messagesHeld:
            return alertMessage(face, now: now)
        case .watchOver(_, let officer, let until):
            return "The watch of \(officer) ended \(time(until)), \(age(until)) ago, and nobody has taken it over"
        case .nobodyHasTheWatch(nil, _): return "Nobody has the watch; :take-watch takes it"
        case .nobodyHasTheWatch(let since?, _):
            return "NOBODY HAS THE WATCH since \(time(since)), \(age(since)); :take-watch takes it"
        case .watchTaken(_, let by, let at, let reason, let unsaid?):
            return .plural(
                unsaid,
                one:
                    "%2 TOOK THE WATCH at %3 before it was accepted, %1 line not said back: %4. Somebody else confirms it with :confirm-watch",
                other:
                    "%2 TOOK THE WATCH at %3 before it was accepted, %1 lines not said back: %4. Somebody else confirms it with :confirm-watch",
                .text(by), .text(time(at)), .text(reason))
        case .watchTaken(_, let by, let at, let reason, nil):
            return
                "\(by) TOOK THE WATCH at \(time(at)) without an offer: \(reason). Somebody else confirms it with :confirm-watch"
        case .watchOffered(_, let by, let at):
            return "\(by) offers you the watch since \(time(at)); :take-watch takes it"
        case .handover(let name, let need): return need.message(name, face, now: now)
        case .arrangementOverdue(_, let type, let text, let due):
            return "\(type.message): \(text). It was to end \(time(due)), \(age(due)) ago: end it or give it more time"
        case .orderUnread(let name, let title):
            return "Standing order \(name.text) is not signed by you: \(title). Enter opens it, :sign-order signs it"
        case .emergency(_, let officer, let role, let until):
            return "EMERGENCY: \(officer) acts as \(role.message) until \(time(until))"
        case .countersignatureOverdue(let name, let kind, let by, let due):
            return
                "\(name.short) SECOND SIGNATURE MISSING since \(time(due)): \(Message.action(kind)), by \(by)"
        case .countersignatureRefused(let name, let kind, let by, let refusedBy):
            return "\(name.short) \(refusedBy) DOES NOT STAND FOR IT: \(Message.action(kind)), by \(by)"
        case .quiet(let item?):
            return
                "Nothing needs you before \(time(item.instant)) (\(item.subject.spokenNumber.isEmpty ? item.subject.area.rawValue : item.subject.short), \(item.matter.message), \(face.convention.ahead(item.instant - now)))"
        case .quiet(nil): return "Nothing needs you, and nothing is due"
        }
    }

    /// The subject that it is about, to open with one key.
    package var subject: SubjectName? {
        switch self {
        case .silence(let name, _, _, _, _), .unacknowledged(let name, _, _, _), .windowOverrun(let name, _, _, _, _),
            .answerOverdue(let name, _, _, _), .expired(let name, _, _, _), .watchOver(let name, _, _),
            .returned(let name, _, _, _, _),
            .emergency(let name, _, _, _), .countersignatureOverdue(let name, _, _, _),
            .countersignatureRefused(let name, _, _, _), .watchTaken(let name, _, _, _, _),
            .watchOffered(let name, _, _),
            .arrangementOverdue(let name, _, _, _), .orderUnread(let name, _), .replyOverdue(let name, _, _, _, _),
            .rejected(let name, _, _, _), .followUpDue(let name, _, _, _), .escalated(let name, _, _, _, _),
            .chargeOffered(let name, _, _, _), .messagesHeld(let name, _, _), .delivery(let name, _, _),
            .crossingClosed(let name, _, _, _, _, _), .handover(let name, _):
            name
        case .nobodyHasTheWatch(_, let last): last
        case .quiet(let item): item?.subject
        }
    }

    package var priority: Int? {
        switch self {
        case .silence(_, let priority, _, _, _), .unacknowledged(_, let priority, _, _),
            .windowOverrun(_, let priority, _, _, _),
            .answerOverdue(_, let priority, _, _), .returned(_, let priority, _, _, _),
            .replyOverdue(_, let priority, _, _, _), .rejected(_, let priority, _, _),
            .followUpDue(_, let priority, _, _), .escalated(_, let priority, _, _, _),
            .chargeOffered(_, let priority, _, _), .delivery(_, let priority, _),
            .crossingClosed(_, let priority, _, _, _, _):
            priority
        case .countersignatureRefused: 1
        case .handover(_, let need): need.priority
        case .watchOver, .nobodyHasTheWatch, .emergency, .countersignatureOverdue, .watchTaken: 2
        case .watchOffered, .arrangementOverdue, .messagesHeld: 3
        case .orderUnread, .expired: 4
        case .quiet: nil
        }
    }
}

extension AgendaItem.Matter {
    package var message: Message {
        switch self {
        case .report(let from, let minutes?): "report from \(from), every \(minutes) min"
        case .report(let from, nil): "report from \(from)"
        case .legWindowEnds(let state, let exit): "planned out of \(state) at \(exit)"
        case .delivery(let due): due.message
        case .answerDue(let message): "our answer is due (\(message.message))"
        case .replyDue(let message, let from): "\(from) answers by then (\(message.message))"
        case .followUp(let text, _, _): "look again: \(text)"
        case .shelfEnds: "returns from the shelf"
        case .acknowledgementLapses: "acknowledgement lapses"
        case .watchEnds(let relief?): "watch ends, \(relief) relieves"
        case .watchEnds(nil): "watch ends"
        case .handover: "offer the watch"
        case .arrangementEnds(let type, let text): "to be ended: \(type.message), \(text)"
        case .orderBegins(let title): "standing order begins: \(title)"
        case .orderEnds(let title): "standing order ends: \(title)"
        case .nobodyPlanned: "NOBODY IS PLANNED for the watch from here on"
        case .approvalAwaited(let kind, let by): "\(by) waits for an approval: \(Message.action(kind))"
        case .countersignatureOwed(let kind, let by, let from?):
            "\(from) must countersign for \(by): \(Message.action(kind))"
        case .countersignatureOwed(let kind, let by, nil): "second signature for \(by): \(Message.action(kind))"
        case .emergencyEnds(let officer, let role): "\(officer) is no longer \(role.message)"
        }
    }
}
