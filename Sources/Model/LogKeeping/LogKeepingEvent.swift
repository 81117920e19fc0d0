/// Events about the log itself, and the one correction that every area shares.
package enum LogKeepingEvent: AreaEvent {
    case founded(LogFounded)
    case withdrawn(EntryWithdrawn)
    case payloadErased(PayloadErased)

    package static let kinds: [EventKind<LogKeepingEvent>] = [
        EventKind(LogFounded.self) { .founded($0) }, EventKind(EntryWithdrawn.self) { .withdrawn($0) },
        EventKind(PayloadErased.self) { .payloadErased($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .founded(let body): body
        case .withdrawn(let body): body
        case .payloadErased(let body): body
        }
    }
}

/// The first entry of every log: whose it is and which keys may sign it.
package struct LogFounded: EventBody {
    package static let kind = "logFounded"
    package var centre: String
    package var desk: String
    package var isExercise: Bool
    /// The desk's verifier key in the form `name+hash+key` (C2SP signed note).
    package var deskKey: String

    package init(centre: String, desk: String, isExercise: Bool, deskKey: String) {
        self.centre = centre
        self.desk = desk
        self.isExercise = isExercise
        self.deskKey = deskKey
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        centre = try body.text("centre")
        desk = try body.text("desk")
        isExercise = try body.text("purpose") == "exercise"
        deskKey = try body.text("desk_key")
    }

    package func write(to body: inout BodyWriter) {
        body.text("centre", centre)
        body.text("desk", desk)
        body.text("purpose", isExercise ? "exercise" : "live")
        body.text("desk_key", deskKey)
    }
}

/// A correction: the entry at `index` no longer counts, stays readable, and is shown struck through.
///
/// Its subject is folded again without it. Withdrawing a withdrawal brings the entry back.
package struct EntryWithdrawn: EventBody {
    package static let kind = "entryWithdrawn"
    package var index: Int64
    package var reason: String

    package init(index: Int64, reason: String) {
        self.index = index
        self.reason = reason
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        index = try body.integer("idx", in: 0...JSON.largestInteger)
        reason = try body.text("reason")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("idx", index)
        body.text("reason", reason)
    }
}

/// Personal data was erased by law; its hash stays, so that every proof still holds.
package struct PayloadErased: EventBody {
    package static let kind = "payloadErased"
    /// SHA-256 of salt and data, 64 hexadecimal digits.
    package var payload: String
    /// The legal basis that was named.
    package var basis: String

    package init(payload: String, basis: String) {
        self.payload = payload
        self.basis = basis
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        payload = try body.text("payload")
        basis = try body.text("basis")
    }

    package func write(to body: inout BodyWriter) {
        body.text("payload", payload)
        body.text("basis", basis)
    }
}
