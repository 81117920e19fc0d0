import Model
import Wording

extension DeliveryNeed {
    /// What is wrong, how short, whose decision it is, and by when to ask.
    func message(_ name: SubjectName, _ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        func age(_ instant: Instant) -> String { face.age(now - instant) }
        switch self {
        case .uncovered(let state, let cover, let isThere, let askBy, let from):
            return coverMessage(name, state, cover, isThere: isThere, askBy: askBy, from: from, face, now: now)
        case .nobodyHolds(let party, let place, let since, let limit):
            return
                "\(name.short) NOBODY HOLDS IT for \(age(since)), agreed \(face.age(limit)): \(party) let it go at \(place). Call both sides"
        case .sealDiffers(let released, let accepted, _):
            return "\(name.short) SEAL DIFFERS: let go with \(released), taken over with \(accepted). Call both posts"
        case .weightDiffers(let released, let accepted, _):
            return
                "\(name.short) WEIGHT DIFFERS: \(Quantity.kilogramsText(grams: released)) kg let go, \(Quantity.kilogramsText(grams: accepted)) kg taken over. Call both posts"
        case .notTheHolder(let party, let holder, _):
            return "\(name.short) LET GO BY \(party), and \(holder) had it. Call both sides"
        case .outOfOrder(let earlier, let later, _):
            return
                "\(name.short) OUT OF ORDER: \(earlier.party) acted at \(time(earlier.since)), before \(later.party) at \(time(later.since)). Call both sides"
        case .heldByNobodyTooLong(let from, let to, let place, let over, _):
            return
                "\(name.short) NOBODY HELD IT \(face.age(over)) longer than agreed, between \(from) and \(to) at \(place). Write down why"
        case .releaseMissing(let party, let taker, let since, _):
            return
                "\(name.short) \(taker) has it since \(time(since)), and \(party) has not told that it let it go. Call \(party)"
        case .startLate(let state, let planned):
            return
                "\(name.short) was to begin \(time(planned)), \(age(planned)) ago, and the decision of \(state) is missing. Call \(state)"
        case .exhibitDoubted(let exhibit, _):
            return "\(name.short) exhibit \(exhibit) does not match its papers. Ask the State that holds it"
        case .exception(let kind, let from, let since, let decides?, _):
            return
                "\(name.short) \(kind.message) for \(age(since)), says \(from.asEnd). \(decides.asBeginning) decides; Enter shows what was agreed"
        case .exception(let kind, let from, let since, nil, _):
            return "\(name.short) \(kind.message) for \(age(since)), says \(from.asEnd). Nothing was agreed for it"
        case .paperLate(let state, let promised):
            return
                "\(name.short) paper of \(state) was promised for \(time(promised)), \(age(promised)) ago. Call \(state)"
        case .requestUnconfirmed(let state, let sent, _):
            return
                "\(name.short) \(state) has not confirmed our request of \(time(sent)), \(age(sent)) ago. Call \(state)"
        case .answerLate(let state, _, let due):
            return "\(name.short) answer of \(state) was due \(time(due)), \(age(due)) ago. Call \(state)"
        case .formalLate(let matter, let number, let to, let due):
            return
                "\(name.short) formal request \(number) (\(matter.message)) to \(to) was due \(time(due)), \(age(due)) ago"
        case .stepLate(let procedure, let text, let due):
            return "\(name.short) \(procedure): \(text), due \(time(due)), \(age(due)) ago"
        }
    }

    private func coverMessage(
        _ name: SubjectName, _ state: String, _ cover: Cover, isThere: Bool, askBy: Instant?, from: Instant,
        _ face: ClockFace, now: Instant
    ) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        switch cover {
        case .short where isThere && from <= now:
            return
                "\(name.short) is in \(state) WITHOUT COVER since \(time(from)), \(face.age(now - from)) so far. \(state) decides. Ask now"
        case .lapsing(let until):
            return
                "\(name.short) is still in \(state) after its hour, and the consent ends \(time(until)). \(state) decides. Ask now"
        case .short(let missing, let until):
            guard let askBy else {
                return
                    "\(name.short) \(state) consent ends \(time(until)): \(face.age(missing)) UNCOVERED. \(state) decides. Notice not known: ask now"
            }
            guard askBy > now else {
                return
                    "\(name.short) \(state) consent ends \(time(until)): \(face.age(missing)) UNCOVERED. \(state) decides. Ask now"
            }
            return
                "\(name.short) \(state) consent ends \(time(until)): \(face.age(missing)) UNCOVERED. \(state) decides. Ask by \(time(askBy))"
        case .late(let missing, let begins) where isThere:
            return
                "\(name.short) is in \(state) WITHOUT COVER since \(time(from)): its consent begins \(time(begins)), \(face.age(missing)) UNCOVERED. \(state) decides. Ask now"
        case .late(let missing, let begins):
            if let askBy, askBy > now {
                return
                    "\(name.short) \(state) consent begins \(time(begins)): \(face.age(missing)) UNCOVERED before it. \(state) decides. Ask by \(time(askBy))"
            }
            return
                "\(name.short) \(state) consent begins \(time(begins)): \(face.age(missing)) UNCOVERED before it. \(state) decides. Ask now"
        default:
            if isThere {
                return
                    "\(name.short) is in \(state) WITHOUT COVER: \(cover.word(face.convention)). \(state) decides. Ask now"
            }
            if let askBy, askBy > now {
                return
                    "\(name.short) comes into \(state) \(time(from)) WITHOUT COVER: \(cover.word(face.convention)). \(state) decides. Ask by \(time(askBy))"
            }
            return
                "\(name.short) comes into \(state) \(time(from)) WITHOUT COVER: \(cover.word(face.convention)). \(state) decides. Ask now"
        }
    }

    /// The same without names, places and words.
    func openMessage(_ name: SubjectName, _ face: ClockFace, now: Instant) -> Message {
        func age(_ instant: Instant) -> String { face.age(now - instant) }
        switch self {
        case .uncovered(let state, let cover, _, _, _):
            return "\(name.short) \(state.stateCode) without cover: \(cover.word(face.convention))"
        case .nobodyHolds(_, _, let since, _): return "\(name.short) NOBODY HOLDS IT for \(age(since))"
        case .sealDiffers: return "\(name.short) SEAL DIFFERS"
        case .weightDiffers: return "\(name.short) WEIGHT DIFFERS"
        case .notTheHolder: return "\(name.short) LET GO BY A SIDE THAT DID NOT HAVE IT"
        case .outOfOrder: return "\(name.short) CUSTODY OUT OF ORDER"
        case .heldByNobodyTooLong: return "\(name.short) NOBODY HELD IT for longer than agreed"
        case .releaseMissing: return "\(name.short) nobody told that it was let go"
        case .startLate(let state, _): return "\(name.short) the decision of \(state.stateCode) to begin is missing"
        case .exhibitDoubted: return "\(name.short) an exhibit does not match"
        case .exception(let kind, _, let since, _, _): return "\(name.short) \(kind.message) for \(age(since))"
        case .paperLate(let state, let due): return "\(name.short) paper of \(state.stateCode) was due \(age(due)) ago"
        case .requestUnconfirmed(let state, let sent, _):
            return "\(name.short) \(state.stateCode) has not confirmed our request, \(age(sent))"
        case .answerLate(let state, _, let due):
            return "\(name.short) answer of \(state.stateCode) was due \(age(due)) ago"
        case .formalLate(_, _, let to, let due):
            return "\(name.short) formal request to \(to.stateCode) was due \(age(due)) ago"
        case .stepLate(_, _, let due): return "\(name.short) a step of a procedure was due \(age(due)) ago"
        }
    }
}

extension DeliveryDue {
    var message: Message {
        switch self {
        case .askForMore(let state): "last moment to ask \(state) for more time"
        case .askFirst(let state): "last moment to ask \(state) for its consent"
        case .start(let state): "\(state) decides whether it begins"
        case .consentEnds(let state): "\(state) consent ends"
        case .paper(let state): "paper of the oral consent of \(state)"
        case .takingOver(let from, let place): "agreed limit: nobody holds it since \(from) at \(place)"
        case .confirmation(let state): "\(state) confirms our request"
        case .answer(let state): "\(state) answers our request"
        case .formalAnswer(let matter, let number, let to): "\(to) answers \(number) (\(matter.message))"
        case .step(let procedure, let text): "\(procedure): \(text)"
        }
    }

    /// The same without names, places and words.
    var openMessage: Message {
        switch self {
        case .askForMore(let state): DeliveryDue.askForMore(state: state.stateCode).message
        case .askFirst(let state): DeliveryDue.askFirst(state: state.stateCode).message
        case .start(let state): DeliveryDue.start(state: state.stateCode).message
        case .consentEnds(let state): DeliveryDue.consentEnds(state: state.stateCode).message
        case .paper(let state): DeliveryDue.paper(state: state.stateCode).message
        case .confirmation(let state): DeliveryDue.confirmation(state: state.stateCode).message
        case .answer(let state): DeliveryDue.answer(state: state.stateCode).message
        case .takingOver: "agreed limit: nobody holds it"
        case .formalAnswer(_, _, let to): "\(to.stateCode) answers a formal request"
        case .step: "a step of a procedure"
        }
    }
}
