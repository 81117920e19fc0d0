extension AgendaItem {
    /// Whether a line of a handover says the same: a sheet of paper does not tell it twice.
    package func isTold(by lines: [HandoverItem.Key]) -> Bool {
        guard let topic = matter.topic else { return false }
        return lines.contains { $0.subject == subject && ($0.topic == topic || $0.topic.hasPrefix(topic + " ")) }
    }
}

extension AgendaItem.Matter {
    /// What a handover calls the line about it; nil where there is none.
    fileprivate var topic: String? {
        switch self {
        case .report: "running"
        case .delivery(let due): due.topic
        case .answerDue: "result"
        case .replyDue: "reply"
        case .followUp: "follow-up"
        case .arrangementEnds: "arrangement"
        case .orderBegins, .orderEnds: "order"
        case .approvalAwaited: "approval"
        case .countersignatureOwed: "countersignature"
        case .emergencyEnds: "emergency"
        case .legWindowEnds, .shelfEnds, .acknowledgementLapses, .watchEnds, .handover, .nobodyPlanned: nil
        }
    }
}
