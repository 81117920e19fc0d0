import Model
import Wording

extension Command {
    /// Who sits at the console, and what takes two persons.
    static let sessions: [Command] = [
        Command(
            "lock", "Lock", "Lock the console and hide details; at a locked one, come back", group: .program,
            unless: Obstacles.keys
        ) {
            state, _ in state.session.isLocked ? state.unlock() : state.lock()
        },
        Command(
            "sign-on", "Sign on", "Sign on at this console with your key", group: .program, argument: .officer,
            unless: Obstacles.keys
        ) { state, argument in state.startSignOn(argument) },
        Command(
            "sign-off", "Sign off", "Sign off; the console goes on showing counts and times", group: .program,
            unless: Obstacles.signedOn
        ) {
            state, _ in state.signOff()
        },
        Command(
            "role", "Role", "Act in another role that you hold", group: .program, argument: .role,
            unless: Obstacles.signedOn
        ) {
            state, argument in state.changeRole(argument)
        },
        Command(
            "passphrase", "Passphrase", "Change the passphrase of your key", group: .program, unless: Obstacles.signedOn
        ) {
            state, _ in state.changePassphrase()
        },
        Command("officers", "Officers", "Who is enrolled, in which roles, and where they are signed on", group: .show) {
            state, _ in state.open(.officers)
        },
        Command("approvals", "Approvals", "What waits for a second person", group: .show) { state, _ in
            guard !state.waiting.isEmpty else {
                state.notice = AppState.Notice(message: "Nothing waits for a second person.", isError: false)
                return []
            }
            return state.open(PickList(.approvals))
        },
    ]

    /// Acts on deliveries that leave the building, and decisions on what others propose.
    static let acts: [Command] = [
        Command(
            "send-request", "Request", "Send a request to a State about the delivery", group: .act, argument: .subject,
            unless: Obstacles.runningDelivery
        ) { state, _ in
            guard let delivery = state.selectedDelivery else { return [] }
            return state.ask(.sendRequest(delivery), answers: [])
        },
        Command(
            "transfer", "Transfer", "Write down that evidence of the delivery changes hands", group: .act,
            argument: .subject,
            unless: Obstacles.delivery
        ) { state, _ in
            guard let delivery = state.selectedDelivery else { return [] }
            return state.ask(.transferEvidence(delivery), answers: [])
        },
        Command(
            "close-delivery", "Close file", "Close the file of a delivery that has ended", group: .act,
            argument: .subject,
            unless: Obstacles.delivery
        ) { state, _ in
            guard let delivery = state.selectedDelivery else { return [] }
            return state.ask(.closeDelivery(delivery), answers: [])
        },
        Command(
            "approve", "Approve", "Approve what another person proposes; it asks for the passphrase", group: .act,
            argument: .text, unless: Obstacles.waiting
        ) { state, argument in state.decide(.approve, argument) },
        Command(
            "decline", "Decline", "Do not approve what another person proposes, with a reason", group: .act,
            argument: .text, unless: Obstacles.waiting
        ) { state, argument in state.decide(.decline, argument) },
        Command(
            "telephone", "By phone", "Write down that your proposal was approved by telephone", group: .act,
            argument: .text, unless: Obstacles.waiting
        ) { state, argument in state.decide(.telephone, argument) },
        Command(
            "countersign", "Sign too", "Sign under what another person did; it asks for the passphrase", group: .act,
            argument: .text, unless: Obstacles.waiting
        ) { state, argument in state.decide(.countersign, argument) },
        Command(
            "refuse", "Refuse", "Refuse the second signature, with a reason; every console rings", group: .act,
            argument: .text, unless: Obstacles.waiting
        ) { state, argument in state.decide(.refuse, argument) },
    ]

    /// The kinds of events that a command writes, for the question whether a role may.
    var writes: [String] {
        switch name {
        case "ack": [AlertAcknowledged.kind]
        case "shelve": [AlertShelved.kind]
        case "unshelve": [AlertUnshelved.kind]
        case "close": [AlertClosed.kind]
        case "heard", "report": [ReportReceived.kind]
        case "note": [AlertNoted.kind]
        case "watch-note": [ShiftNoted.kind]
        case "new": [AlertRaised.kind]
        case "ack-until": [AlertAcknowledged.kind]
        case "priority": [AlertPrioritySet.kind]
        case "reply", "feedback", "answer", "tell", "ask", "file": [MessageFiled.kind]
        case "detail": [AlertDetailed.kind]
        case "take-in": [AlertRaised.kind, HeldReleased.kind]
        case "laboratory": [LaboratoryReported.kind]
        case "charge": [AlertTaken.kind]
        case "follow-up": [AlertFollowUpSet.kind]
        case "done": [AlertFollowUpDone.kind]
        case "call": [AlertCallTried.kind]
        case "new-delivery": [DeliveryOpened.kind]
        case "plan-leg": [LegPlanned.kind]
        case "end-delivery": [DeliveryEnded.kind]
        case "withdraw": [EntryWithdrawn.kind]
        case "link", "unlink", "join", "part", "apart": Bonding(rawValue: name).map { [$0.kind] } ?? []
        case "take-watch": [ShiftStarted.kind]
        case "take-now": [ShiftStarted.kind]
        case "offer-watch": [ShiftOffered.kind]
        case "severity", "line-note", "if-then", "leave-out", "own-line", "sooner", "later": [HandoverItemSet.kind]
        case "say-back": [HandoverSaidBack.kind]
        case "ask-before": [HandoverAsked.kind]
        case "answer-question": [HandoverAnswered.kind]
        case "refuse-watch": [HandoverRefused.kind]
        case "end-watch": [ShiftEnded.kind]
        case "new-entry", "set-entry": [DirectoryEntrySet.kind]
        case "verify-entry": [DirectoryEntryVerified.kind]
        case "retire-entry": [DirectoryEntryRetired.kind]
        case "standing": [DirectoryStandingReported.kind]
        case "send-request": [RequestSent.kind]
        case "transfer": [EvidenceTransferred.kind]
        case "close-delivery": [DeliveryClosed.kind]
        case "entities": [DeliveryDetailed.kind]
        case "draft": [RequestSent.kind]
        case "ours": [ExceptionEntered.kind]
        case "approve", "telephone": [ActionApproved.kind]
        case "decline": [ActionDeclined.kind]
        case "countersign": [EntryCountersigned.kind]
        case "refuse": [CountersignatureRefused.kind]
        case "release": [HeldReleased.kind]
        case "discard": [HeldDiscarded.kind]
        case "phone": [ReportReceived.kind]
        case "paper-row": [PaperRowEntered.kind]
        case "rolling": [DeliveryOpened.kind]
        case "like": [LegPlanned.kind]
        case "border": [CustodyReleased.kind]
        default: DeliveryFact(rawValue: name).map { [$0.kind] } ?? []
        }
    }
}

extension AppState {
    /// Why the role of the one who sits here may not do it, and in which of their roles they may.
    func obstacleOfRole(to command: Command) -> Message? {
        guard case .open(let seat) = session,
            let kind = command.writes.first(where: { !Permission.mayWrite(seat.role, $0) })
        else { return nil }
        let reason = Refusal.roleMayNot(seat.role, kind: kind).message(face)
        let others = officer(named: seat.officer)?.roles(at: liveNow) ?? []
        guard let other = others.first(where: { Permission.mayWrite($0, kind) }) else { return reason }
        return "\(reason). You may as \(other.message): :role \(other.rawValue)"
    }
}

extension Obstacles {
    static func keys(_ state: AppState) -> Message? {
        state.session == .desk ? "In this log officers have no keys; the desk signs for everybody." : nil
    }

    static func signedOn(_ state: AppState) -> Message? {
        keys(state) ?? (state.session == .signedOff ? "Nobody is signed on here." : nil)
    }

    static func delivery(_ state: AppState) -> Message? {
        reading(state) ?? (state.selectedDelivery == nil ? "No delivery is selected." : nil)
    }

    static func waiting(_ state: AppState) -> Message? {
        keys(state) ?? reading(state) ?? (state.waiting.isEmpty ? "Nothing waits for a second person." : nil)
    }
}
