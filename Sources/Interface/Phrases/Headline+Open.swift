import Model
import Wording

extension Headline {
    /// The same without names, places and words: what may be read at a console where nobody sits.
    func openMessage(_ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        func age(_ instant: Instant) -> String { face.age(now - instant) }
        switch self {
        case .silence(let name, _, let from, let due, _):
            return "\(name.short) \(from.stateCode) SILENT: report due \(time(due)), \(age(due)) ago"
        case .unacknowledged(let name, _, _, let waiting): return "\(name.short) UNACKED for \(face.age(waiting))"
        case .expired(let name, _, _, let until): return "\(name.short) EXPIRED \(time(until))"
        case .returned(let name, _, _, let since, _):
            return "\(name.short) BACK since \(time(since)), UNACKED for \(age(since))"
        case .windowOverrun(let name, _, let state, let until, let estimate):
            return "\(name.short) \(state.stateCode) \(face.age(estimate - until)) OVER its plan"
        case .delivery(let name, _, let need): return need.openMessage(name, face, now: now)
        case .crossingClosed(let name, _, _, let state, let since, _):
            return "\(name.short) \(state.stateCode) a crossing ahead is CLOSED since \(time(since))"
        case .answerOverdue(let name, _, _, let due):
            return "\(name.short) our answer was due \(time(due)), \(age(due)) ago"
        case .replyOverdue(let name, _, _, let from, let due):
            return "\(name.short) \(from.stateCode) has not answered, due \(time(due)), \(age(due)) ago"
        case .rejected(let name, _, _, let by): return "\(name.short) \(by.stateCode) did not accept our message"
        case .followUpDue(let name, _, _, let at): return "\(name.short) look again since \(time(at))"
        case .escalated(let name, _, _, let waiting, let whom):
            return "\(name.short) UNACKED for \(face.age(waiting)), now call \(whom.message)"
        case .chargeOffered(let name, _, _, _): return "\(name.short) is offered to you"
        case .messagesHeld: return message(face, now: now)
        case .watchOver(_, _, let until): return "The watch ended \(time(until)), \(age(until)) ago"
        case .nobodyHasTheWatch: return "Nobody has the watch"
        case .watchTaken(_, _, let at, _, _?): return "The watch was taken before it was accepted, \(age(at)) ago"
        case .watchTaken(_, _, let at, _, nil): return "The watch was taken without an offer, \(age(at)) ago"
        case .watchOffered(_, _, let at): return "The watch is offered since \(time(at))"
        case .handover(let name, let need): return need.openMessage(name, face, now: now)
        case .arrangementOverdue(let name, _, _, let due):
            return "\(name.short) what holds for a while was to end \(time(due)), \(age(due)) ago"
        case .orderUnread(let name, _): return "\(name.short) a standing order is not signed"
        case .emergency(_, _, _, let until): return "EMERGENCY until \(time(until))"
        case .countersignatureOverdue(let name, let kind, _, let due):
            return "\(name.short) SECOND SIGNATURE MISSING since \(time(due)): \(Message.action(kind))"
        case .countersignatureRefused(let name, let kind, _, _):
            return "\(name.short) SECOND SIGNATURE REFUSED: \(Message.action(kind))"
        case .quiet(let item?):
            return
                "Nothing needs you before \(time(item.instant)) (\(item.subject.short), \(item.matter.openMessage), \(face.convention.ahead(item.instant - now)))"
        case .quiet(nil): return message(face, now: now)
        }
    }
}

extension AgendaItem.Matter {
    /// The same without names and places.
    var openMessage: Message {
        switch self {
        case .report(let from, _): from.stateCode.isEmpty ? "report" : "report from \(from)"
        case .legWindowEnds(let state, _): state.stateCode.isEmpty ? "end of a leg" : "end of the leg in \(state)"
        case .delivery(let due): due.openMessage
        case .answerDue, .shelfEnds, .acknowledgementLapses: message
        case .replyDue(let kind, let from):
            from.stateCode.isEmpty
                ? "an answer is due (\(kind.message))" : "\(from.stateCode) answers by then (\(kind.message))"
        case .followUp: "look again"
        case .watchEnds: "watch ends"
        case .approvalAwaited(let kind, _): "waits for an approval: \(Message.action(kind))"
        case .countersignatureOwed(let kind, _, _): "second signature: \(Message.action(kind))"
        case .emergencyEnds: "end of an emergency"
        case .arrangementEnds: "end of what holds for a while"
        case .orderBegins: "a standing order begins"
        case .orderEnds: "a standing order ends"
        case .nobodyPlanned, .handover: message
        }
    }
}
