/// Events about the watch.
package enum ShiftEvent: AreaEvent {
    case started(ShiftStarted)
    case noted(ShiftNoted)
    case ended(ShiftEnded)

    package static let kinds: [EventKind<ShiftEvent>] = [
        EventKind(ShiftStarted.self) { .started($0) }, EventKind(ShiftNoted.self) { .noted($0) },
        EventKind(ShiftEnded.self) { .ended($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .started(let body): body
        case .noted(let body): body
        case .ended(let body): body
        }
    }
}

package struct ShiftStarted: EventBody {
    package static let kind = "shiftStarted"
    /// The officer's name as it is to be shown.
    package var officer: String
    package var until: Instant
    package var relief: String?

    package init(officer: String, until: Instant, relief: String? = nil) {
        self.officer = officer
        self.until = until
        self.relief = relief
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        officer = try body.text("officer")
        until = try body.instant("until")
        relief = try body.optionalText("relief")
    }

    package func write(to body: inout BodyWriter) {
        body.text("officer", officer)
        body.instant("until", until)
        body.text("relief", relief)
    }
}

/// One line in the log of the watch.
package struct ShiftNoted: EventBody {
    package static let kind = "shiftNoted"
    package var text: String

    package init(text: String) { self.text = text }
    package init(reading body: BodyReader) throws(BodyFault) { text = try body.text("text") }
    package func write(to body: inout BodyWriter) { body.text("text", text) }
}

package struct ShiftEnded: EventBody {
    package static let kind = "shiftEnded"
    package var note: String?

    package init(note: String? = nil) { self.note = note }
    package init(reading body: BodyReader) throws(BodyFault) { note = try body.optionalText("note") }
    package func write(to body: inout BodyWriter) { body.text("note", note) }
}
