/// A message of the thread came once more, byte for byte; nothing else is done about it.
package struct MessageRepeated: EventBody {
    package static let kind = "messageRepeated"
    package var partner: String
    /// The name of the file, with what is not legible in it escaped.
    package var file: String
    /// SHA-256 of the bytes.
    package var raw: String

    package init(partner: String, file: String, raw: String) {
        self.partner = partner
        self.file = file
        self.raw = raw
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        partner = try body.text("partner")
        file = try body.text("file")
        raw = try body.text("raw")
    }

    package func write(to body: inout BodyWriter) {
        body.text("partner", partner)
        body.text("file", file)
        body.text("raw", raw)
    }
}
