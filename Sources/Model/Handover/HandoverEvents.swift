/// What the officer who has the watch says of one line of the handover; the last word on a line stands as a whole.
package struct HandoverItemSet: EventBody {
    package static let kind = "handoverItemSet"
    /// Text of a `HandoverItem.Key`.
    package var item: String
    /// Nil for what the log makes of it.
    package var severity: HandoverSeverity?
    package var note: String?
    package var ifThen: [IfThen]
    /// Where it stands among its like, counted from 1; nil for the usual place.
    package var place: Int?
    /// Why it is deliberately not handed over; nil where it is handed over.
    package var leftOut: String?

    package init(
        item: HandoverItem.Key, severity: HandoverSeverity? = nil, note: String? = nil, ifThen: [IfThen] = [],
        place: Int? = nil, leftOut: String? = nil
    ) {
        self.item = item.text
        self.severity = severity
        self.note = note
        self.ifThen = ifThen
        self.place = place
        self.leftOut = leftOut
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        item = try body.text("item")
        severity = try body.optionalText("severity") == nil ? nil : try body.code("severity", HandoverSeverity.self)
        note = try body.optionalText("note")
        ifThen = try body.ifThen("if_then")
        place = try body.optionalInteger("position", in: 1...9_999).map(Int.init)
        leftOut = try body.optionalText("left_out")
    }

    package func write(to body: inout BodyWriter) {
        body.text("item", item)
        body.text("severity", severity?.rawValue)
        body.text("note", note)
        body.ifThen("if_then", ifThen)
        body.integer("position", place.map(Int64.init))
        body.text("left_out", leftOut)
    }
}

/// The one who is to take the watch says in their own words what they understood of a line.
package struct HandoverSaidBack: EventBody {
    package static let kind = "handoverSaidBack"
    package var item: String
    package var text: String

    package init(item: HandoverItem.Key, text: String) {
        self.item = item.text
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        item = try body.text("item")
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.text("item", item)
        body.text("text", text)
    }
}

extension HandoverSaidBack {
    /// Whether there are words in it; a full stop repeats nothing, nor does “ok ok” or a row of numbers. A Chinese sign says as
    /// much as two letters.
    package static func isSaying(_ text: String) -> Bool {
        let signs = text.unicodeScalars.map { sign in
            (sign: sign, isWord: sign.properties.isAlphabetic || sign.properties.numericType != nil)
        }
        guard signs.contains(where: { $0.sign.properties.isAlphabetic }) else { return false }
        let words = Set(signs.split { !$0.isWord }.map { word in word.map(\.sign.value) })
        return words.joined().reduce(0) { $0 + ($1 >= 0x2E80 ? 2 : 1) } > 4
    }
}

/// A question of the one who is to take the watch.
package struct HandoverAsked: EventBody {
    package static let kind = "handoverAsked"
    /// The line it is about; nil for the handover as a whole.
    package var item: String?
    package var text: String

    package init(item: HandoverItem.Key? = nil, text: String) {
        self.item = item?.text
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        item = try body.optionalText("item")
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.text("item", item)
        body.text("text", text)
    }
}

package struct HandoverAnswered: EventBody {
    package static let kind = "handoverAnswered"
    /// The entry that asked.
    package var question: Int64
    package var text: String

    package init(question: Int64, text: String) {
        self.question = question
        self.text = text
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        question = try body.integer("question", in: 0...JSON.largestInteger)
        text = try body.text("text")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("question", question)
        body.text("text", text)
    }
}

/// The one to whom the watch was offered does not take it; it stays where it is.
package struct HandoverRefused: EventBody {
    package static let kind = "handoverRefused"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}

extension BodyReader {
    package func ifThen(_ key: String) throws(BodyFault) -> [IfThen] {
        var pairs: [IfThen] = []
        for object in try objects(key) {
            pairs.append(IfThen(condition: try object.text("if"), action: try object.text("then")))
        }
        return pairs
    }
}

extension BodyWriter {
    package mutating func ifThen(_ key: String, _ pairs: [IfThen]) {
        guard !pairs.isEmpty else { return }
        objects(
            key,
            pairs.map { pair in
                var body = BodyWriter()
                body.text("if", pair.condition)
                body.text("then", pair.action)
                return body.object
            })
    }
}
