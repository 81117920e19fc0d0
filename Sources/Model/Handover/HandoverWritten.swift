/// A handover as it was offered: from then on it stands still, whatever the log does.
package struct HandoverWritten: Equatable, Sendable {
    /// One line of it; what it says is read from the log as it stood at `knownTo`.
    package struct Line: Equatable, Sendable {
        /// Text of a `HandoverItem.Key`.
        package var item: String
        package var severity: HandoverSeverity
        /// What the log makes of it, where the officer made less of it; nil otherwise.
        package var usual: HandoverSeverity?
        package var due: Instant?
        /// The last entry then that had moved it.
        package var basis: Int64
        package var note: String?
        package var ifThen: [IfThen]

        package init(
            item: String, severity: HandoverSeverity, usual: HandoverSeverity? = nil, due: Instant? = nil,
            basis: Int64, note: String? = nil, ifThen: [IfThen] = []
        ) {
            self.item = item
            self.severity = severity
            self.usual = usual
            self.due = due
            self.basis = basis
            self.note = note
            self.ifThen = ifThen
        }

        package var key: HandoverItem.Key? { HandoverItem.Key(item) }

        /// To be said back: critical, or critical for the log and called less by the officer.
        package var isCritical: Bool { severity == .critical || usual == .critical }
    }

    package struct LeftOut: Equatable, Sendable {
        package var item: String
        package var reason: String

        package init(item: String, reason: String) {
            self.item = item
            self.reason = reason
        }
    }

    /// More lines than this are handed over as the log has them, and counted in `rest`: a record has a limited size.
    package static let lineLimit = 300

    package var lines: [Line]
    package var leftOut: [LeftOut]
    /// How many stable lines beyond `lineLimit` are handed over as the log has them.
    package var rest: Int
    /// Until when what will be due was looked at: the end of the next turn.
    package var horizon: Instant
    /// How many entries of the log it stands on.
    package var size: Int64
    package var risks: [HandoverRisk]
    /// The second person who was there, by name.
    package var secondPerson: String?
    /// Why it goes on without one.
    package var riskReason: String?

    package init(
        lines: [Line], leftOut: [LeftOut] = [], rest: Int = 0, horizon: Instant, size: Int64,
        risks: [HandoverRisk] = [], secondPerson: String? = nil, riskReason: String? = nil
    ) {
        self.lines = lines
        self.leftOut = leftOut
        self.rest = rest
        self.horizon = horizon
        self.size = size
        self.risks = risks
        self.secondPerson = secondPerson
        self.riskReason = riskReason
    }

    package var critical: [Line] { lines.filter(\.isCritical) }
    /// What the officer calls less than the log does.
    package var lowered: [Line] { lines.filter { $0.usual != nil } }

    /// So many letters a reason has at least; a full stop explains nothing.
    package static let shortestReason = 3

    /// - Parameter parties: who gives the watch and who is to take it, by id and by name; none of them is the second person
    func refusal(between parties: [String]) -> Refusal? {
        if leftOut.contains(where: { $0.reason.trimmingBlanks.isEmpty }) { return .reasonMissing }
        return RiskAnswer(secondPerson, riskReason).refusal(to: risks, between: parties)
    }
}

extension HandoverWritten {
    package init(reading body: BodyReader) throws(BodyFault) {
        lines = []
        for line in try body.objects("lines") {
            lines.append(
                Line(
                    item: try line.text("item"), severity: try line.code("severity", HandoverSeverity.self),
                    usual: try line.optionalText("usual") == nil
                        ? nil : try line.code("usual", HandoverSeverity.self),
                    due: try line.optionalInstant("due"),
                    basis: try line.integer("basis", in: 0...JSON.largestInteger),
                    note: try line.optionalText("note"), ifThen: try line.ifThen("if_then")))
        }
        leftOut = []
        for line in try body.objects("left_out") {
            leftOut.append(LeftOut(item: try line.text("item"), reason: try line.text("reason")))
        }
        rest = Int(try body.optionalInteger("rest", in: 0...1_000_000) ?? 0)
        horizon = try body.instant("horizon")
        size = try body.integer("size", in: 0...JSON.largestInteger)
        risks = []
        for risk in try body.objects("risks") { risks.append(try HandoverRisk(reading: risk)) }
        secondPerson = try body.optionalText("second_person")
        riskReason = try body.optionalText("risk_reason")
    }

    package var object: JSONObject {
        var body = BodyWriter()
        body.objects(
            "lines",
            lines.map { line in
                var body = BodyWriter()
                body.text("item", line.item)
                body.text("severity", line.severity.rawValue)
                body.text("usual", line.usual?.rawValue)
                body.instant("due", line.due)
                body.integer("basis", line.basis)
                body.text("note", line.note)
                body.ifThen("if_then", line.ifThen)
                return body.object
            })
        if !leftOut.isEmpty {
            body.objects(
                "left_out",
                leftOut.map { line in
                    var body = BodyWriter()
                    body.text("item", line.item)
                    body.text("reason", line.reason)
                    return body.object
                })
        }
        if rest > 0 { body.integer("rest", Int64(rest)) }
        body.instant("horizon", horizon)
        body.integer("size", size)
        if !risks.isEmpty { body.objects("risks", risks.map(\.object)) }
        body.text("second_person", secondPerson)
        body.text("risk_reason", riskReason)
        return body.object
    }
}
