/// Which entry moved which thing about a delivery last, in the words of the topics of a handover.
package struct DeliveryMoves: Equatable, Sendable {
    private var entries: [String: Int64] = [:]

    mutating func take(_ event: DeliveryEvent, _ entry: Int64) {
        for topic in event.movedTopics { entries[topic] = entry }
    }

    /// - Parameter first: the entry on which it stands where none moved it
    func last(of topic: String, or first: Int64) -> Int64 {
        var last = entries[topic] ?? first
        // A new estimate moves what lasts long enough and what does not, in every State ahead.
        if topic.hasPrefix("consent ") { last = max(last, entries["consent"] ?? first) }
        if topic.hasPrefix("exception ") { last = max(last, entries["exception"] ?? first) }
        if topic.hasPrefix("step "), let procedure = topic.dropFirst(5).split(separator: " ").first {
            last = max(last, entries["steps \(procedure)"] ?? first)
        }
        // A doubt bears the entry that raised it.
        for word in ["exception ", "seal ", "weight ", "exhibit "] where topic.hasPrefix(word) {
            last = max(last, Int64(topic.dropFirst(word.count)) ?? first)
        }
        return last
    }
}

extension DeliveryEvent {
    /// What of a handover this says something new about; a handover calls its lines so, after the subject.
    package var movedTopics: [String] {
        switch self {
        case .requestSent(let body): ["request \(body.state)"]
        case .requestAcknowledged(let body): ["request \(body.state)"]
        case .consentGiven(let body): ["consent \(body.state)", "request \(body.state)", "paper \(body.state)"]
        case .consentRefused(let body): ["consent \(body.state)", "request \(body.state)"]
        case .consentWithdrawn(let body): ["consent \(body.state)", "paper \(body.state)"]
        case .paperReceived(let body): ["consent \(body.state)", "paper \(body.state)"]
        case .legPlanned(let body): ["running", "window", "consent \(body.state)"]
        case .reportReceived(let body):
            body.exitEstimate == nil ? ["running"] : ["running", "window", "consent"]
        case .released, .accepted, .limitAgreed: ["running", "custody"]
        case .exceptionEntered, .stopReported, .partyTold, .exceptionEnded, .interventionStepDone, .callTried:
            ["running", "exception"]
        case .eyesOn, .eyesLost: ["running", "eyes"]
        case .formalRequestSent(let body): ["formal \(body.number)"]
        case .formalRequestAnswered(let body): ["formal \(body.number)"]
        case .checklistAdopted(let body): ["steps \(body.procedure)"]
        case .checklistItemDone(let body): ["steps \(body.procedure)"]
        case .checked, .exhibitRegistered, .exhibitWeighed, .exhibitResealed, .exhibitRecorded, .evidenceTransferred,
            .doubtSettled, .investigationNoted, .debriefHeld, .closed:
            []
        case .opened, .noted, .ended, .planAgreed, .startDecided, .startAnnounced, .prepared,
            .interventionAgreed, .decided, .detailed:
            ["running"]
        }
    }
}
