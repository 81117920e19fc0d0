/// A message, a telephone call or an officer's own knowledge comes before the watch. It begins the thread of everything said on it.
package struct AlertRaised: EventBody {
    package static let kind = "alertRaised"
    /// 1 (now, wakes people) to 4 (for information).
    package var priority: Int
    package var message: MessageKind
    package var headline: String
    /// ISO 3166-1 alpha-3 code of the State, or the name of the service, that told us.
    package var source: String
    package var place: String?
    package var substance: String?
    package var quantity: Quantity?
    /// By when an answer was owed when it was raised.
    package var firstDue: Instant?
    /// Another subject that this is about or near, such as a running delivery.
    package var near: SubjectName?
    /// The id of the first entry of the seizure record that was made of the same row of a table.
    package var row: EventID?
    /// Hashes of payloads that hold personal data or the raw message.
    package var payloads: [String]
    package var head: MessageHead
    package var particulars: Particulars

    package init(
        priority: Int, message: MessageKind, headline: String, source: String, place: String? = nil,
        substance: String? = nil,
        quantity: Quantity? = nil, due: Instant? = nil, near: SubjectName? = nil, row: EventID? = nil,
        payloads: [String] = [],
        head: MessageHead = MessageHead(), particulars: Particulars = Particulars()
    ) {
        self.priority = priority
        self.message = message
        self.headline = headline
        self.source = source
        self.place = place
        self.substance = substance
        self.quantity = quantity
        firstDue = due
        self.near = near
        self.row = row
        self.payloads = payloads
        self.head = head
        self.particulars = particulars
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        priority = Int(try body.integer("priority", in: 1...4))
        message = try body.code("message", MessageKind.self)
        headline = try body.text("headline")
        source = try body.text("source")
        place = try body.optionalText("place")
        substance = try body.optionalText("substance")
        quantity = try body.optionalObject("quantity").map { (object) throws(BodyFault) in
            try Quantity(reading: BodyReader(object))
        }
        firstDue = try body.optionalInstant("due")
        near = try body.optionalText("near").flatMap { SubjectName($0) }
        row = try body.optionalText("row").flatMap { EventID($0) }
        payloads = try body.texts("payloads")
        head = try MessageHead(reading: body)
        particulars = try Particulars(reading: body)
    }

    package func write(to body: inout BodyWriter) {
        body.integer("priority", Int64(priority))
        body.text("message", message.rawValue)
        body.text("headline", headline)
        body.text("source", source)
        body.text("place", place)
        body.text("substance", substance)
        if let quantity {
            var amount = BodyWriter()
            quantity.write(to: &amount)
            body.object("quantity", amount.object)
        }
        body.instant("due", firstDue)
        body.text("near", near?.text)
        body.text("row", row?.description)
        body.texts("payloads", payloads)
        head.write(to: &body)
        particulars.write(to: &body)
    }
}
