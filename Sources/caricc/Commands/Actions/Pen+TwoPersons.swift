import EventLog
import Interface
import Model
import Wording

/// What takes two persons is proposed, and what owes a second signature says so.
extension Pen {
    /// The act, or the proposal of it where the rules want two persons.
    func asProposal(_ act: Act) throws -> Act {
        guard let rule = try store.roll().rule(for: act.event.kind), rule.mode == .before else { return act }
        let now = store.clock.time(at: MachineMoment.now().wall)
        let proposed = ActionProposed(act.event, until: now + .minutes(Int64(rule.minutes)))
        var asked = Act(act.target, .fourEyes(.proposed(proposed)), expecting: act.expecting, payloads: act.payloads)
        asked.at = act.at
        return asked
    }

    func tell(_ saved: Saved, _ act: Act) throws {
        let roll = try store.roll()
        if case .fourEyes(.proposed(let proposed)) = act.event {
            try tell(saved, proposed, roll)
        } else if let rule = roll.rule(for: act.event.kind), rule.mode == .after, signOn != nil, !saved.wasThere {
            try tell(saved, owing: rule, roll)
        } else {
            try voice.tell(saved, json: isJSON)
        }
    }

    private func tell(_ saved: Saved, _ proposed: ActionProposed, _ roll: Roll) throws {
        if isJSON {
            var object = saved.json
            object["proposed"] = .bool(true)
            object["until"] = .string(ISO8601.text(proposed.until))
            return try voice.json(object)
        }
        let until = voice.face.stamp(proposed.until)
        let what: Message = "proposed as #\(saved.index) \(saved.subject.text)"
        guard let rule = roll.rules.rule(for: proposed.event.kind), let first = approvers(rule, roll).first else {
            return try voice.say("\(what); nobody else may approve it yet, and it stands until \(until)")
        }
        let who = others(first, rule, roll)
        try voice.say("\(what); \(who) approves it until \(until) with “caricc officer approve \(saved.index)”")
    }

    private func tell(_ saved: Saved, owing rule: ActionRule, _ roll: Roll) throws {
        let until = now + .minutes(Int64(rule.minutes))
        if isJSON {
            var object = saved.json
            object["countersign_until"] = .string(ISO8601.text(until))
            return try voice.json(object)
        }
        let what: Message = "saved #\(saved.index) \(saved.subject.text)"
        guard let first = approvers(rule, roll).first else {
            return try voice.say("\(what); a second person signs it by \(voice.face.stamp(until))")
        }
        let (who, by) = (others(first, rule, roll), voice.face.stamp(until))
        try voice.say("\(what); \(who) signs it by \(by) with “caricc officer countersign \(saved.index)”")
    }

    private func others(_ first: String, _ rule: ActionRule, _ roll: Roll) -> Message {
        guard approvers(rule, roll).count > 1 else { return .verbatim(first) }
        return "\(first) or another one (\(rule.approvers.message))"
    }

    /// Who else may agree, by their ids.
    private func approvers(_ rule: ActionRule, _ roll: Roll) -> [String] {
        roll.officers.values.filter { other in
            other.id != officer && other.key != nil && other.roles(at: now).contains { rule.approvers.contains($0) }
        }.map(\.id).sorted()
    }
}

extension Event {
    /// What this is about: what is proposed, or the event itself.
    var wanted: Event { if case .fourEyes(.proposed(let proposed)) = self { proposed.event } else { self } }
}
