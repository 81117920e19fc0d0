/// Events about the log itself, and the one correction that every area shares.
package enum LogKeepingEvent: AreaEvent {
    case founded(LogFounded)
    case withdrawn(EntryWithdrawn)
    case payloadErased(PayloadErased)
    case exportReleased(ExportReleased)

    package static let kinds: [EventKind<LogKeepingEvent>] = [
        EventKind(LogFounded.self) { .founded($0) }, EventKind(EntryWithdrawn.self) { .withdrawn($0) },
        EventKind(PayloadErased.self) { .payloadErased($0) },
        EventKind(ExportReleased.self) { .exportReleased($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .founded(let body): body
        case .withdrawn(let body): body
        case .payloadErased(let body): body
        case .exportReleased(let body): body
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
    /// The persons who answer for the log from its first entry on, with their keys; their signatures stand below the
    /// desk's. None in a log in which the desk signs for everybody.
    package var custodians: [Custodian]

    package init(centre: String, desk: String, isExercise: Bool, deskKey: String, custodians: [Custodian] = []) {
        self.centre = centre
        self.desk = desk
        self.isExercise = isExercise
        self.deskKey = deskKey
        self.custodians = custodians
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        centre = try body.text("centre")
        desk = try body.text("desk")
        isExercise = try body.text("purpose") == "exercise"
        deskKey = try body.text("desk_key")
        custodians = []
        for custodian in try body.objects("custodians") {
            custodians.append(Custodian(try OfficerEnrolled(reading: custodian)))
        }
        guard custodians.count <= 2 else { throw .outOfRange(key: "custodians") }
    }

    package func write(to body: inout BodyWriter) {
        body.text("centre", centre)
        body.text("desk", desk)
        body.text("purpose", isExercise ? "exercise" : "live")
        body.text("desk_key", deskKey)
        body.objects("custodians", custodians.map(\.enrolled.object))
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

/// Records of this log leave the building: to whom, which ones, and what for.
package struct ExportReleased: EventBody {
    package static let kind = "exportReleased"
    package var recipient: String
    package var purpose: String
    /// How many entries of the log, from the first on.
    package var size: Int64
    /// The root over them (RFC 6962), so that exactly these were released.
    package var root: Digest

    package init(recipient: String, purpose: String, size: Int64, root: Digest) {
        self.recipient = recipient
        self.purpose = purpose
        self.size = size
        self.root = root
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        recipient = try body.text("recipient")
        purpose = try body.text("purpose")
        size = try body.integer("size", in: 1...JSON.largestInteger)
        root = try body.digest("root")
    }

    package func write(to body: inout BodyWriter) {
        body.text("recipient", recipient)
        body.text("purpose", purpose)
        body.integer("size", size)
        body.text("root", root.hex)
    }
}
