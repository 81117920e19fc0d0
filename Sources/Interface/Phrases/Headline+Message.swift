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
        case .returned(let name, _, let headline, let since, true):
            return "\(name.short) BACK FROM THE SHELF since \(time(since)), UNACKED for \(age(since)): \(headline)"
        case .returned(let name, _, let headline, let since, false):
            return "\(name.short) ACKNOWLEDGEMENT LAPSED \(time(since)), UNACKED for \(age(since)): \(headline)"
        case .windowOverrun(let name, _, let state, let until, let estimate):
            return
                "\(name.short) leaves \(state) about \(time(estimate)), planned until \(time(until)): \(face.age(estimate - until)) OVER. Tell the next State"
        case .answerOverdue(let name, _, let message, let due):
            return "\(name.short) our answer (\(message.message)) was due \(time(due)), \(age(due)) ago"
        case .watchOver(_, let officer, let until):
            return "The watch of \(officer) ended \(time(until)), \(age(until)) ago, and nobody has taken it over"
        case .nobodyHasTheWatch: return "Nobody has the watch; :take-watch takes it"
        case .emergency(_, let officer, let role, let until):
            return "EMERGENCY: \(officer) acts as \(role.message) until \(time(until))"
        case .countersignatureOverdue(let name, let kind, let by, let due):
            return
                "\(name.short) SECOND SIGNATURE MISSING since \(time(due)): \(Message.action(kind)), by \(by)"
        case .countersignatureRefused(let name, let kind, let by, let refusedBy):
            return "\(name.short) \(refusedBy) DOES NOT STAND FOR IT: \(Message.action(kind)), by \(by)"
        case .quiet(let item?):
            return
                "Nothing needs you before \(time(item.instant)) (\(item.subject.short), \(item.matter.message), \(face.convention.ahead(item.instant - now)))"
        case .quiet(nil): return "Nothing needs you, and nothing is due"
        }
    }

    /// The subject that it is about, to open with one key.
    package var subject: SubjectName? {
        switch self {
        case .silence(let name, _, _, _, _), .unacknowledged(let name, _, _, _), .windowOverrun(let name, _, _, _, _),
            .answerOverdue(let name, _, _, _), .watchOver(let name, _, _), .returned(let name, _, _, _, _),
            .emergency(let name, _, _, _), .countersignatureOverdue(let name, _, _, _),
            .countersignatureRefused(let name, _, _, _):
            name
        case .nobodyHasTheWatch: nil
        case .quiet(let item): item?.subject
        }
    }

    package var priority: Int? {
        switch self {
        case .silence(_, let priority, _, _, _), .unacknowledged(_, let priority, _, _),
            .windowOverrun(_, let priority, _, _, _),
            .answerOverdue(_, let priority, _, _), .returned(_, let priority, _, _, _):
            priority
        case .countersignatureRefused: 1
        case .watchOver, .nobodyHasTheWatch, .emergency, .countersignatureOverdue: 2
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
        case .answerDue(let message): "our answer is due (\(message.message))"
        case .shelfEnds: "returns from the shelf"
        case .acknowledgementLapses: "acknowledgement lapses"
        case .watchEnds(let relief?): "watch ends, \(relief) relieves"
        case .watchEnds(nil): "watch ends"
        case .approvalAwaited(let kind, let by): "\(by) waits for an approval: \(Message.action(kind))"
        case .countersignatureOwed(let kind, let by, let from?):
            "\(from) must countersign for \(by): \(Message.action(kind))"
        case .countersignatureOwed(let kind, let by, nil): "second signature for \(by): \(Message.action(kind))"
        case .emergencyEnds(let officer, let role): "\(officer) is no longer \(role.message)"
        }
    }
}
