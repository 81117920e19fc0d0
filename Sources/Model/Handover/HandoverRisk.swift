/// Why a handover now is more dangerous than others.
package enum HandoverRisk: Equatable, Sendable {
    /// A load crosses a border about now.
    case crossing(SubjectName, from: String, at: Instant)
    /// Nobody holds a load: let go by one side, not taken over by the other.
    case nobodyHolds(SubjectName, since: Instant)
    case exception(SubjectName, ExceptionKind)
    /// The hours in which people are least awake.
    case smallHours

    /// How near a crossing is told.
    package static let crossingNear = Span.hours(1)
    /// Local hours, the second one not included.
    package static let sleepiest = 3..<6

    init(reading body: BodyReader) throws(BodyFault) {
        switch try body.code("risk", Code.self) {
        case .crossing:
            self = .crossing(try body.subject("subject"), from: try body.text("from"), at: try body.instant("at"))
        case .nobodyHolds: self = .nobodyHolds(try body.subject("subject"), since: try body.instant("at"))
        case .exception:
            self = .exception(try body.subject("subject"), try body.code("exception", ExceptionKind.self))
        case .smallHours: self = .smallHours
        }
    }

    var object: JSONObject {
        var body = BodyWriter()
        switch self {
        case .crossing(let name, let from, let at):
            body.text("risk", Code.crossing.rawValue)
            body.text("subject", name.text)
            body.text("from", from)
            body.instant("at", at)
        case .nobodyHolds(let name, let since):
            body.text("risk", Code.nobodyHolds.rawValue)
            body.text("subject", name.text)
            body.instant("at", since)
        case .exception(let name, let kind):
            body.text("risk", Code.exception.rawValue)
            body.text("subject", name.text)
            body.text("exception", kind.rawValue)
        case .smallHours: body.text("risk", Code.smallHours.rawValue)
        }
        return body.object
    }

    package static let codes = Set(Code.allCases.map(\.rawValue))

    private enum Code: String, CaseIterable {
        case crossing
        case nobodyHolds = "nobody_holds"
        case exception
        case smallHours = "small_hours"
    }
}

extension Board {
    /// Which risks of an offer are no more: somebody holds the load again, the exception has ended.
    package func risksOver(_ written: HandoverWritten, at now: Instant) -> [HandoverRisk] {
        let standing = handoverRisks(at: now, offsetSeconds: 0)
        return written.risks.filter { risk in
            switch risk {
            case .nobodyHolds, .exception: !standing.contains(risk)
            // A clock that goes on makes no moment a safe one afterwards.
            case .crossing, .smallHours: false
            }
        }
    }

    /// What makes a handover at `now` a dangerous one; the worst first.
    ///
    /// - Parameter offsetSeconds: of the Centre's clock from UTC; nil where the hour of the day is not looked at
    package func handoverRisks(at now: Instant, offsetSeconds: Int?) -> [HandoverRisk] {
        var risks: [HandoverRisk] = []
        let running = deliveries.values.filter { $0.end == nil }.sorted { $0.name < $1.name }
        for delivery in running {
            for open in delivery.exceptionsByDanger { risks.append(.exception(delivery.name, open.entered.exception)) }
        }
        for delivery in running {
            if let gap = delivery.custody.openGap {
                risks.append(.nobodyHolds(delivery.name, since: gap.released.since))
            } else if let leg = delivery.currentLeg, delivery.lastReport != nil {
                let window = delivery.cover(at: now).first { $0.leg.number == leg.number }?.window
                let exit = window?.until ?? leg.until
                if exit >= now - HandoverRisk.crossingNear, exit <= now + HandoverRisk.crossingNear {
                    risks.append(.crossing(delivery.name, from: leg.state, at: exit))
                }
            }
        }
        if let offsetSeconds, HandoverRisk.sleepiest.contains(Civil(now, offsetSeconds: offsetSeconds).hour) {
            risks.append(.smallHours)
        }
        return risks
    }
}
