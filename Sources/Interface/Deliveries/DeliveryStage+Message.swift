import Model
import Wording

extension DeliveryStage {
    /// How far it is, in words for the title of its page.
    var message: Message {
        switch self {
        case .information: "INFORMATION RECEIVED"
        case .checked: "CHECKED, NOBODY ASKED YET"
        case .requested(let open): "ASKED, \(open) NOT ANSWERED"
        case .consents(let given, let all): "\(given) OF \(all) STATES CONSENTED"
        case .planned: "PLANNED"
        case .startDecided: "START DECIDED"
        case .notStarting: "IT DOES NOT START"
        case .announced: "START ANNOUNCED"
        case .prepared: "PREPARED"
        case .underWay(_, 0): "UNDER WAY, no leg is planned"
        case .underWay(let leg, let all): "UNDER WAY, leg \(leg) of \(all)"
        case .exception(let kind, _, 0): kind.message
        case .exception(let kind, let leg, let all): "\(kind.message), leg \(leg) of \(all)"
        case .ended(let outcome): "ENDED, \(outcome.message)"
        case .evidence(let outcome, let exhibits):
            "ENDED, \(outcome.message), \(exhibits, one: "%1 exhibit", other: "%1 exhibits")"
        case .formalRequests(0): "FORMAL REQUESTS, all answered"
        case .formalRequests(let open): "FORMAL REQUESTS, \(open) not answered"
        case .debriefed: "DE-BRIEFED"
        case .closed: "FILE CLOSED"
        }
    }
}

extension Party {
    var message: Message {
        switch self {
        case .desk(let state): "\(state) desk"
        case .named(let name): .verbatim(name)
        case .responsible(let person): person.map { .verbatim($0) } ?? "responsible officer"
        }
    }
}

extension CallLadder.Purpose {
    var message: Message {
        switch self {
        case .ask: "ask what they know"
        case .askAgain: "ask again"
        case .throughState: "ask through their State"
        case .beReady: "tell them: be ready"
        case .wake: "wake"
        }
    }
}

extension LegContact.Why {
    var message: Message {
        switch self {
        case .desk: "this State's desk"
        case .decides: "decides on the consent"
        case .holds: "holds it"
        case .lead: "on the road with it"
        case .next: "next State"
        case .asked: "asked for it"
        case .awaited: "we wait for them"
        case .responsible: "answers for the Centre"
        }
    }
}

extension DeliveryStep {
    /// What is to be done, as it goes on behind "Next:".
    var message: Message {
        switch self {
        case .checkAndPlan: "check names and plates, then plan the legs and ask the States"
        case .check: "check names and plates against other operations"
        case .planLegs: "plan the legs, then ask the States on the road"
        case .ask(let states): "ask \(states.joined(separator: ", ")) for consent"
        }
    }
}

extension DeliveryOutlook {
    /// What comes next, as it goes on behind "Next:".
    func message(_ face: ClockFace, now: Instant) -> Message {
        func list(_ states: [String]) -> String { states.joined(separator: ", ") }
        func time(_ instant: Instant) -> String { face.instantWithAge(instant, now: now) }
        switch self {
        case .step(let step): return step.message
        case .confirmation(let states, let by):
            return "\(list(states)) to confirm our request by \(time(by))"
        case .answer(let states, let by?): return "\(list(states)) to answer our request by \(time(by))"
        case .answer(let states, nil): return "\(list(states)) to answer our request"
        case .paper(let states, let by?): return "\(list(states)) to send the paper of the oral consent by \(time(by))"
        case .paper(let states, nil): return "\(list(states)) to send the paper of the oral consent"
        case .startDecision(let state): return "\(state) decides whether it starts"
        case .preparation(let state): return "\(state) makes it ready: inspected, weighed, sealed"
        case .announcement(let states): return "tell \(list(states)) that it begins"
        case .takingOver(let state, let place):
            return place.isEmpty ? "\(state) takes it over" : "\(state) takes it over at \(place)"
        case .report(let state, let at): return "report of \(state) \(time(at))"
        case .crossing(let state, let place, let next, let about):
            return "it leaves \(state) for \(next) at \(place) about \(time(about))"
        case .ending(let state): return "\(state) tells how it ended"
        case .exhibits(let state): return "ask \(state) what was seized, and register it"
        case .formalAnswer(let state, let number, let by?):
            return "\(state) to answer the formal request \(number) by \(time(by))"
        case .formalAnswer(let state, let number, nil): return "\(state) to answer the formal request \(number)"
        case .debrief: return "de-brief with the States"
        case .closing: return "close the file"
        }
    }
}
