/// One planned turn of the watch.
package struct PlannedTurn: Equatable, Sendable {
    package var from: Instant
    package var until: Instant
    /// The officer's name as it is to be shown, or the officer's id.
    package var officer: String
    /// Who steps in when the officer cannot come.
    package var standby: String?

    package init(from: Instant, until: Instant, officer: String, standby: String? = nil) {
        self.from = from
        self.until = until
        self.officer = officer
        self.standby = standby
    }

    init(reading body: BodyReader) throws(BodyFault) {
        from = try body.instant("from")
        until = try body.instant("until")
        officer = try body.text("officer")
        standby = try body.optionalText("standby")
    }

    func write(to body: inout BodyWriter) {
        body.instant("from", from)
        body.instant("until", until)
        body.text("officer", officer)
        body.text("standby", standby)
    }
}
