/// One thing of those that were seized together. What is not known is absent.
///
/// In a body it stands in an array; its keys are its own, so that it may lie in the body of any kind of event.
package struct SeizedItem: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case drug
        case precursor
        case weapon
        case ammunition
        case cash
        case equipment
        case vehicle
        case other
    }

    package var kind: Kind
    /// As it was typed: "heroin", "AK", "spare wheel".
    package var name: String?
    /// The `Substance.code` of a drug or precursor that the registry knows.
    package var substance: String?
    /// With its basis. Of cash, the unit is the currency as it was typed.
    package var quantity: Quantity?
    /// ISO 4217, of cash.
    package var currency: String?
    package var packaging: String?
    /// What is printed or pressed on it.
    package var logo: String?
    package var note: String?

    package init(
        kind: Kind, name: String? = nil, substance: String? = nil, quantity: Quantity? = nil, currency: String? = nil,
        packaging: String? = nil, logo: String? = nil, note: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.substance = substance
        self.quantity = quantity
        self.currency = currency
        self.packaging = packaging
        self.logo = logo
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        kind = try body.code("item", Kind.self)
        name = try body.optionalText("item_name")
        substance = try body.optionalText("substance_code")
        quantity = try body.optionalObject("quantity").map { (object) throws(BodyFault) in
            try Quantity(reading: BodyReader(object))
        }
        currency = try body.optionalText("currency")
        packaging = try body.optionalText("packaging")
        logo = try body.optionalText("logo")
        note = try body.optionalText("item_note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("item", kind.rawValue)
        body.text("item_name", name)
        body.text("substance_code", substance)
        body.object("quantity", quantity?.object)
        body.text("currency", currency)
        body.text("packaging", packaging)
        body.text("logo", logo)
        body.text("item_note", note)
    }

    /// As a member of another body's array.
    package var object: JSONObject {
        var writer = BodyWriter()
        write(to: &writer)
        return writer.object
    }
}
