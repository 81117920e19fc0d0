/// What a laboratory found in what was seized. It stands beside the first report and replaces nothing in it.
package struct LaboratoryResult: Equatable, Sendable {
    package enum PurityBasis: String, CaseIterable, Sendable {
        /// Of the pure base.
        case base
        /// Of the salt, such as the hydrochloride.
        case salt
        /// Of the sample as it was.
        case sample
    }

    /// As the laboratory names it.
    package var substance: String
    /// ``Substance/code``, where the registry knows it.
    package var substanceCode: String?
    /// Per cent with a decimal point: "62.4".
    package var purity: String?
    package var purityBasis: PurityBasis?
    package var netWeight: Quantity?
    package var laboratory: String?
    /// When the result is of.
    package var date: Instant?
    /// "GC-MS", "field kit".
    package var method: String?

    package init(
        substance: String, substanceCode: String? = nil, purity: String? = nil, purityBasis: PurityBasis? = nil,
        netWeight: Quantity? = nil, laboratory: String? = nil, date: Instant? = nil, method: String? = nil
    ) {
        self.substance = substance
        self.substanceCode = substanceCode
        self.purity = purity
        self.purityBasis = purityBasis
        self.netWeight = netWeight
        self.laboratory = laboratory
        self.date = date
        self.method = method
    }

    /// Whether the purity is a number from 0 to 100; true where there is none.
    package var isPurityPlausible: Bool {
        guard let purity else { return true }
        guard let number = ExactDecimal(purity) else { return false }
        return number >= .zero && number <= ExactDecimal(100)
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        substance = try body.text("found")
        substanceCode = try body.optionalText("substance_code")
        purity = try body.optionalText("purity")
        purityBasis = try body.optionalCode("purity_basis", PurityBasis.self)
        netWeight = try body.optionalObject("quantity").map { (object) throws(BodyFault) in
            try Quantity(reading: BodyReader(object))
        }
        laboratory = try body.optionalText("laboratory")
        date = try body.optionalInstant("result_of")
        method = try body.optionalText("method")
    }

    package func write(to body: inout BodyWriter) {
        body.text("found", substance)
        body.text("substance_code", substanceCode)
        body.text("purity", purity)
        body.text("purity_basis", purityBasis?.rawValue)
        body.object("quantity", netWeight?.object)
        body.text("laboratory", laboratory)
        body.instant("result_of", date)
        body.text("method", method)
    }

    package static let openness: [String: Openness] = [
        "found": .goods, "substance_code": .code(SubstanceRegistry.codes), "purity": .number,
        "purity_basis": .code(PurityBasis.self), "laboratory": .named(.source),
    ].merging(Quantity.openness) { own, _ in own }
}
