import Model
import Wording

extension DeliveryEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .opened(let body): return "DELIVERY opened for \(body.initiator): \(body.goods), \(body.method.message)"
        case .legPlanned(let body):
            return
                "leg \(body.number) \(body.state) \(body.entry) > \(body.exit), \(time(body.from)) to \(time(body.until))"
        case .reportReceived(let body):
            if body.isAlone { return "\(body.from): heard" }
            guard let estimate = body.exitEstimate else { return .verbatim("\(body.from): \(body.text)") }
            return "\(body.from): \(body.text) (leaves about \(time(estimate)))"
        case .noted(let body): return .note(body.text, corrects: body.corrects)
        case .evidenceTransferred(let body): return "evidence \(body.exhibit) from \(body.from) to \(body.to)"
        case .closed(let body): return "FILE CLOSED: \(body.summary)"
        case .ended(let body):
            return body.note.map { "ENDED, \(body.outcome.message): \($0)" } ?? "ENDED, \(body.outcome.message)"
        default:
            return consentMessage(time) ?? roadMessage ?? evidenceMessage(time) ?? .action(Event.delivery(self).kind)
        }
    }

    /// What is asked of the States and what they decide.
    private func consentMessage(_ time: (Instant) -> String) -> Message? {
        switch self {
        case .checked(let body):
            body.isClear
                ? "checked, nothing stands against it: \(body.text)"
                : "CHECKED, SOMETHING STANDS AGAINST IT: \(body.text)"
        case .requestSent(let body): "request sent to \(body.state) by \(body.channel): \(body.text)"
        case .requestAcknowledged(let body): "\(body.state) has the request, says \(body.by)"
        case .consentGiven(let body):
            switch body.form {
            case .written:
                "\(body.state) CONSENTS, \(time(body.from)) to \(time(body.until)), \(body.authority) \(body.number ?? "")"
            case .oral:
                "\(body.state) CONSENTS BY WORD OF MOUTH, \(time(body.from)) to \(time(body.until)), \(body.authority)"
            }
        case .consentRefused(let body):
            body.reason.map { "\(body.state) REFUSES, \(body.authority): \($0)" }
                ?? "\(body.state) REFUSES, \(body.authority)"
        case .consentWithdrawn(let body):
            "\(body.state) TAKES ITS CONSENT BACK from \(time(body.from)), \(body.authority)"
        case .paperReceived(let body): "paper of \(body.state) is in: \(body.number)"
        case .planAgreed(let body): "joint plan, version \(body.version): \(body.text)"
        case .startDecided(let body):
            body.goes
                ? "IT STARTS, decided by \(body.decidedBy) \(body.number ?? "")"
                : "IT DOES NOT START, decided by \(body.decidedBy) \(body.number ?? "")"
        case .startAnnounced(let body):
            body.reason.map { "start announced to \(body.states.joined(separator: ", ")): \($0)" }
                ?? "start announced to \(body.states.joined(separator: ", "))"
        case .prepared(let body): "prepared by \(body.by), \(body.method.message): \(body.text)"
        default: nil
        }
    }

    /// Who holds it, who sees it, and what is not as planned.
    private var roadMessage: Message? {
        switch self {
        case .released(let body): "RELEASED by \(body.party) at \(body.place), seal \(body.seal ?? Convention.noData)"
        case .accepted(let body): "ACCEPTED by \(body.party) at \(body.place), seal \(body.seal ?? Convention.noData)"
        case .limitAgreed(let body): "agreed: nobody may hold it for \(body.minutes) min at a border"
        case .eyesOn(let body): "in sight of \(body.party)"
        case .eyesLost(let body): "no longer in sight of \(body.party): \(body.reason)"
        case .exceptionEntered(let body): "\(body.exception.message), says \(body.from): \(body.text)"
        case .exceptionEnded(let body): "#\(Int(body.entry)) is over: \(body.text)"
        case .interventionAgreed(let body):
            "agreed for “\(body.situation.message)”: \(body.decides) decides; \(body.steps.joined(separator: "; "))"
        case .interventionStepDone(let body): "step \(body.step) of #\(Int(body.entry)) done"
        case .callTried(let body):
            body.note.map { "call to \(body.party), \(body.outcome.message): \($0)" }
                ?? "call to \(body.party), \(body.outcome.message)"
        case .stopReported(let body): "STOP REPORTED, says \(body.from): \(body.text)"
        case .partyTold(let body): "told \(body.party) of #\(Int(body.entry))"
        case .decided(let body): "DECIDED by \(body.decidedBy): \(body.text). Because: \(body.reason)"
        case .doubtSettled(let body): "#\(Int(body.entry)) explained by \(body.from): \(body.text)"
        case .checklistAdopted(let body): "follows “\(body.procedure)”, version \(body.version)"
        case .checklistItemDone(let body): "step \(body.step) of “\(body.procedure)” done"
        default: nil
        }
    }

    /// What comes after the road.
    private func evidenceMessage(_ time: (Instant) -> String) -> Message? {
        switch self {
        case .exhibitRegistered(let body): "exhibit \(body.exhibit) of \(body.state): \(body.item.name ?? "")"
        case .exhibitWeighed(let body):
            "exhibit \(body.exhibit), \(body.weighing.message): \(body.quantity.shortText), \(body.by)"
        case .exhibitResealed(let body):
            "exhibit \(body.exhibit) sealed anew: \(body.oldSeal) > \(body.newSeal), \(body.reason)"
        case .exhibitRecorded(let body):
            "exhibit \(body.exhibit), \(body.sort.message) \(body.reference): \(body.result ?? Convention.noData)"
        case .formalRequestSent(let body):
            body.due.map {
                "formal request for \(body.matter.message) \(body.number), \(body.from) to \(body.to), by \(time($0))"
            }
                ?? "formal request for \(body.matter.message) \(body.number), \(body.from) to \(body.to)"
        case .formalRequestAnswered(let body):
            body.isGranted
                ? "formal request \(body.number) granted: \(body.text)"
                : "formal request \(body.number) REFUSED: \(body.text)"
        case .debriefHeld(let body): "de-brief: \(body.text)"
        case .detailed(let body):
            body.source.map { "more is known, from \($0): \(body.particulars.line)" }
                ?? "more is known: \(body.particulars.line)"
        case .investigationNoted(let body):
            "\(body.sort.message) in \(body.state): \([body.authority, body.number, body.text].compactMap { $0 }.joined(separator: ", "))"
        default: nil
        }
    }
}
