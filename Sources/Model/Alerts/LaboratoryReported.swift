/// A laboratory says what it found. It stands beside the first report and replaces nothing in it.
package struct LaboratoryReported: EventBody {
    package static let kind = "laboratoryReported"
    package var result: LaboratoryResult
    /// Which of the seized items was examined, as the report names it; nil where there is one only.
    package var item: String?

    package init(_ result: LaboratoryResult, item: String? = nil) {
        self.result = result
        self.item = item
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        result = try LaboratoryResult(reading: body)
        item = try body.optionalText("item_name")
    }

    package func write(to body: inout BodyWriter) {
        result.write(to: &body)
        body.text("item_name", item)
    }

    package static let openness: [String: Openness] = ["item_name": .goods]
        .merging(LaboratoryResult.openness) { own, _ in own }
}
