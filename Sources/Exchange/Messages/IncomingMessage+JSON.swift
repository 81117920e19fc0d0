import Model

/// The message as JSON of the log's profile, for the way from one process to another and for payloads.
extension IncomingMessage {
    package var json: JSONObject {
        var object = JSONObject()
        func put(_ key: String, _ text: String?) { if let text { object[key] = .string(text) } }
        func put(_ key: String, _ texts: [String]) {
            if !texts.isEmpty { object[key] = .array(texts.map(JSON.string)) }
        }
        put("form", form.rawValue)
        put("kind", kind)
        put("status", status.rawValue)
        put("act", act.rawValue)
        put("sender", sender)
        put("sender_name", senderName)
        put("recipients", recipients)
        put("number", number)
        put("our_number", ourNumber)
        if !references.isEmpty { object["references"] = .array(references.map { .object($0.json) }) }
        object["sent"] = .object(sent.json)
        if let happened { object["happened"] = .object(happened.json) }
        if let answerDue { object["answer_due"] = .object(answerDue.json) }
        if let expires { object["expires"] = .object(expires.json) }
        put("channel", channel)
        put("handling", handling)
        if let priority { object["priority"] = .integer(Int64(priority)) }
        put("urgency", urgency)
        put("severity", severity)
        put("certainty", certainty)
        put("headline", headline)
        put("text", text)
        put("state", state)
        put("place", place)
        if !shapes.isEmpty { object["shapes"] = .array(shapes.map { .object($0.json) }) }
        put("substance", substance)
        put("amount", amount)
        put("items", items)
        if !identifiers.isEmpty {
            object["identifiers"] = .array(identifiers.map { .array([.string($0.kind ?? ""), .string($0.text)]) })
        }
        put("route_from", routeFrom)
        put("route_via", routeVia)
        put("route_to", routeTo)
        put("method", method)
        if !extras.isEmpty {
            object["extras"] = .array(extras.map { .array([.string($0.label), .string($0.value)]) })
        }
        put("remarks", remarks.map(\.rawValue))
        return object
    }

    /// Reads what `json` wrote, and nothing else: an unknown key, a wrong type or a missing part is a fault.
    package init(reading object: JSONObject) throws(WireFault) {
        var wire = WireObject(object)
        self.init(
            form: try wire.code("form"), sender: try wire.text("sender"), number: try wire.text("number"),
            sent: try MessageTime(reading: wire.object("sent")))
        kind = try wire.optionalText("kind")
        status = try wire.code("status")
        act = try wire.code("act")
        senderName = try wire.optionalText("sender_name")
        recipients = try wire.texts("recipients")
        ourNumber = try wire.optionalText("our_number")
        references = try wire.objects("references").map { (object) throws(WireFault) in
            try Reference(reading: object)
        }
        happened = try wire.optionalObject("happened").map { (object) throws(WireFault) in
            try MessageTime(reading: object)
        }
        answerDue = try wire.optionalObject("answer_due").map { (object) throws(WireFault) in
            try MessageTime(reading: object)
        }
        expires = try wire.optionalObject("expires").map { (object) throws(WireFault) in
            try MessageTime(reading: object)
        }
        channel = try wire.optionalText("channel")
        handling = try wire.optionalText("handling")
        priority = try wire.optionalInteger("priority", in: 1...4).map(Int.init)
        urgency = try wire.optionalText("urgency")
        severity = try wire.optionalText("severity")
        certainty = try wire.optionalText("certainty")
        headline = try wire.optionalText("headline")
        text = try wire.optionalText("text")
        state = try wire.optionalText("state")
        place = try wire.optionalText("place")
        shapes = try wire.objects("shapes").map { (object) throws(WireFault) in try Shape(reading: object) }
        substance = try wire.optionalText("substance")
        amount = try wire.optionalText("amount")
        items = try wire.texts("items")
        identifiers = try wire.pairs("identifiers").map { Identifier(kind: $0.0.isEmpty ? nil : $0.0, text: $0.1) }
        routeFrom = try wire.optionalText("route_from")
        routeVia = try wire.texts("route_via")
        routeTo = try wire.optionalText("route_to")
        method = try wire.optionalText("method")
        extras = try wire.pairs("extras").map { Extra($0.0, $0.1) }
        remarks = try wire.codes("remarks")
        try wire.end()
    }
}

extension IncomingMessage.Reference {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["number"] = .string(number)
        if let sender { object["sender"] = .string(sender) }
        if let sent { object["sent"] = .object(sent.json) }
        return object
    }

    fileprivate init(reading object: JSONObject) throws(WireFault) {
        var wire = WireObject(object)
        let sent = try wire.optionalObject("sent").map { (object) throws(WireFault) in
            try MessageTime(reading: object)
        }
        self.init(sender: try wire.optionalText("sender"), number: try wire.text("number"), sent: sent)
        try wire.end()
    }
}

extension IncomingMessage.Shape {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["kind"] = .string(kind.rawValue)
        object["points"] = .array(points.map(JSON.string))
        if let radius { object["radius"] = .string(radius) }
        return object
    }

    fileprivate init(reading object: JSONObject) throws(WireFault) {
        var wire = WireObject(object)
        self.init(
            kind: try wire.code("kind"), points: try wire.texts("points"), radius: try wire.optionalText("radius"))
        try wire.end()
    }
}

extension MessageTime {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["at"] = .integer(instant.milliseconds)
        if isLeapSecond { object["leap_second"] = .bool(true) }
        object["offset"] = .integer(Int64(offsetSeconds))
        return object
    }

    fileprivate init(reading object: JSONObject) throws(WireFault) {
        var wire = WireObject(object)
        let limit = Int64(MessageTime.largestOffsetSeconds)
        let range =
            Instant.distantPast.milliseconds - 1_000 * limit...Instant.distantFuture.milliseconds + 1_000 * limit
        self.init(
            Instant(milliseconds: try wire.integer("at", in: range)),
            offsetSeconds: Int(try wire.integer("offset", in: -limit...limit)),
            isLeapSecond: try wire.flag("leap_second"))
        try wire.end()
    }
}
