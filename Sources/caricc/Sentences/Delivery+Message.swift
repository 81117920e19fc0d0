import Model
import Wording

extension Delivery {
    func phaseMessage(at now: Instant, _ face: ClockFace) -> Message {
        switch phase(at: now) {
        case .planned: "planned"
        case .underWay: "under way"
        case .silent(let due): "SILENT: a report was due \(face.stamp(due))"
        case .quietByPlan(let until): "silent by plan until \(face.stamp(until))"
        case .ended where closedAt != nil:
            "FILE CLOSED, ended \(end.map { face.stamp($0.at) } ?? "--"): \(end.map { $0.ended.outcome.message } ?? "--")"
        case .ended: "ended \(end.map { face.stamp($0.at) } ?? "--"): \(end.map { $0.ended.outcome.message } ?? "--")"
        }
    }

    /// A word for programs.
    func phaseCode(at now: Instant) -> String {
        switch phase(at: now) {
        case .planned: "planned"
        case .underWay: "under_way"
        case .silent: "silent"
        case .quietByPlan: "quiet_by_plan"
        case .ended: "ended"
        }
    }

    /// What is not as planned, the most dangerous first, in front of the phase.
    func standingMessage(at now: Instant, _ face: ClockFace) -> Message {
        var kinds: [Message] = []
        for open in exceptionsByDanger where !kinds.contains(open.entered.exception.message) {
            kinds.append(open.entered.exception.message)
        }
        if hasBegun, end == nil, let cover = coverAheadInOneWord(at: now), !cover.isCovered {
            kinds.append(cover.word(face.convention))
        }
        return kinds.reversed().reduce(phaseMessage(at: now, face)) { "\($1), \($0)" }
    }

    /// One row of a list.
    func row(at now: Instant, _ face: ClockFace) -> Message {
        "\(name.text)  P\(opened.priority)  \(standingMessage(at: now, face))  \(opened.goods)"
    }

    /// The same of one that is protected: that there is one, how urgent, and whom to ask about it. Not even its number.
    func withheldRow(_ handling: Handling) -> Message {
        "P\(opened.priority)  \(handling.current.code.rawValue): withheld. Call: \(handling.call.message)"
    }

    func withheldJSON(_ handling: Handling) -> JSONObject {
        var object = JSONObject()
        object["priority"] = .integer(Int64(opened.priority))
        object["withheld"] = .string(handling.current.code.rawValue)
        object["call"] = .string(handling.call.code)
        return object
    }

    /// The lines of the delivery's page.
    func page(at now: Instant, _ face: ClockFace) -> [Message] {
        var lines: [Message] = [
            "\(name.text)  P\(opened.priority)  \(standingMessage(at: now, face))",
            "\(opened.goods), \(opened.method.message), asked for by \(opened.initiator)",
        ]
        if let conveyance = opened.conveyance { lines.append("travels in \(conveyance)") }
        if let unplannedState { lines.append("on the road in \(unplannedState) WITHOUT COVER: no leg is planned") }
        for leg in legs {
            let mark = leg.number == currentLeg?.number ? ">" : " "
            lines.append(
                "\(mark) leg \(leg.number): \(leg.state), \(leg.entry) to \(leg.exit), \(face.stamp(leg.from)) to \(face.stamp(leg.until))"
            )
            if let cover = cover(at: now).first(where: { $0.leg.number == leg.number }) {
                lines.append(cover.line(face))
            }
        }
        if let lastReport {
            lines.append(
                "last heard \(face.stamp(lastReport.at)) from \(lastReport.report.from): \(lastReport.report.text)")
        }
        if let lastPlace { lines.append("place: \(lastPlace)") }
        if let reportDue { lines.append("next report due \(face.stamp(reportDue))") }
        return lines
    }

    func json(at now: Instant) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["priority"] = .integer(Int64(opened.priority))
        object["phase"] = .string(phaseCode(at: now))
        object["goods"] = .string(opened.goods)
        object["initiator"] = .string(opened.initiator)
        object["last"] = .integer(trail.last)
        if let leg = currentLeg { object["leg"] = .integer(Int64(leg.number)) }
        if let reportDue { object["report_due"] = .string(ISO8601.text(reportDue)) }
        if let lastPlace { object["place"] = .string(lastPlace) }
        return object
    }
}
