import Model
import Wording

extension Cover {
    /// A word for programs.
    var code: String {
        switch self {
        case .complete: "complete"
        case .oralOnly: "oral_only"
        case .lapsing: "lapsing"
        case .short: "short"
        case .late: "late"
        case .elsewhere: "elsewhere"
        case .withdrawn: "withdrawn"
        case .refused: "refused"
        case .unanswered: "unanswered"
        case .none: "none"
        }
    }

    /// What is not covered, in minutes.
    var missing: Span? {
        switch self {
        case .short(let missing, _), .late(let missing, _): missing
        default: nil
        }
    }
}

extension JSONObject {
    fileprivate init(_ members: (inout JSONObject) -> Void) {
        self.init()
        members(&self)
    }
}

extension JSON {
    fileprivate static func time(_ instant: Instant?) -> JSON? { instant.map { .string(ISO8601.text($0)) } }
    fileprivate static func text(_ text: String?) -> JSON? { text.map { .string($0) } }
    fileprivate static func minutes(_ span: Span?) -> JSON? { span.map { .integer($0.milliseconds / 60_000) } }
    fileprivate static func number(_ number: Int?) -> JSON? { number.map { .integer(Int64($0)) } }
    fileprivate static func list(_ objects: [JSONObject]) -> JSON { .array(objects.map { .object($0) }) }
}

extension Delivery {
    /// Everything that a program may ask about one delivery; lengths in minutes, weights as they are kept.
    func wholeJSON(at now: Instant) -> JSONObject {
        var object = json(at: now)
        object["cover"] = .list(cover(at: now).map(\.json))
        object["uncovered_min"] = .minutes(uncovered(at: now))
        object["custody"] = .object(custodyJSON(at: now))
        object["requests"] = .list(requests.sent.map(\.json))
        object["exceptions"] = .list(
            exceptions.open.map { $0.json(nil) } + exceptions.past.map { $0.exception.json($0.at) })
        object["exhibits"] = .list(exhibits.map(\.json))
        object["doubts"] = .array(openDoubts.map { .integer($0) })
        if let end { object["outcome"] = .string(end.ended.outcome.rawValue) }
        object["closed"] = .time(closedAt)
        return object
    }

    private func custodyJSON(at now: Instant) -> JSONObject {
        JSONObject {
            $0["holder"] = .text(custody.holder?.party)
            $0["place"] = .text(custody.holder?.place)
            $0["since"] = .time(custody.holder?.since ?? custody.openGap?.released.since)
            $0["seal"] = .text(custody.holder?.seal)
            $0["gross_grams"] = custody.holder?.grossGrams.map { .integer($0) }
            $0["handovers"] = .integer(Int64(custody.gaps.count))
            $0["nobody_min"] = .minutes(custody.uncontrolled(at: now))
            $0["limit_min"] = .minutes(custody.limit)
            $0["seen_by"] = .array(custody.sights.map { .string($0.party) })
        }
    }
}

extension LegCover {
    fileprivate var json: JSONObject {
        JSONObject {
            $0["leg"] = .integer(Int64(leg.number))
            $0["state"] = .string(leg.state)
            $0["from"] = .time(window.from)
            $0["until"] = .time(window.until)
            $0["cover"] = .string(cover.code)
            $0["missing_min"] = .minutes(cover.missing)
            $0["covered_until"] = .time(until)
            $0["uncovered_min"] = .minutes(spent)
            $0["ask_by"] = .time(askBy)
        }
    }
}

extension Requests.Sent {
    fileprivate var json: JSONObject {
        JSONObject {
            $0["state"] = .string(sent.state)
            $0["number"] = .text(sent.number)
            $0["version"] = .number(sent.version)
            $0["channel"] = .string(sent.channel)
            $0["sent"] = .time(at)
            $0["confirm_by"] = .time(confirmBy)
            $0["confirmed_by"] = .text(acknowledged?.by)
            $0["answered"] = .time(answered)
            $0["superseded"] = isSuperseded ? .bool(true) : nil
        }
    }
}

extension Exceptions.Open {
    fileprivate func json(_ endedAt: Instant?) -> JSONObject {
        JSONObject {
            $0["idx"] = .integer(entry)
            $0["exception"] = .string(entered.exception.rawValue)
            $0["from"] = .string(entered.from)
            $0["at"] = .time(at)
            $0["steps_done"] = .array(done.keys.sorted().map { .integer(Int64($0)) })
            $0["told"] = .array(told.keys.sorted().map { .string($0) })
            $0["ended"] = .time(endedAt)
        }
    }
}

extension Exhibit {
    fileprivate var json: JSONObject {
        JSONObject {
            $0["exhibit"] = .string(registered.exhibit)
            $0["item"] = .object(registered.item.object)
            $0["state"] = .string(registered.state)
            $0["holder"] = .string(holder)
            $0["seal"] = .text(seals.last)
            for weighing in Weighing.allCases {
                $0[weighing.rawValue] = .list(
                    (weights[weighing] ?? []).map { weight in
                        var object = weight.quantity.object
                        object["weighed_by"] = .string(weight.by)
                        object["at"] = .time(weight.at)
                        return object
                    })
            }
            $0["doubts"] = .array(doubts.map { .integer($0.entry) })
        }
    }
}
