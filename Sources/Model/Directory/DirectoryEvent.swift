/// Events about the directory: whom to call, where to cross, and what a State asks.
package enum DirectoryEvent: AreaEvent {
    case entrySet(DirectoryEntrySet)
    case verified(DirectoryEntryVerified)
    case retired(DirectoryEntryRetired)
    case standing(DirectoryStandingReported)

    package static let kinds: [EventKind<DirectoryEvent>] = [
        EventKind(DirectoryEntrySet.self) { .entrySet($0) }, EventKind(DirectoryEntryVerified.self) { .verified($0) },
        EventKind(DirectoryEntryRetired.self) { .retired($0) },
        EventKind(DirectoryStandingReported.self) { .standing($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .entrySet(let body): body
        case .verified(let body): body
        case .retired(let body): body
        case .standing(let body): body
        }
    }
}

/// What an entry says from now on, whole: what is not repeated here is gone from it.
///
/// A liaison officer's name and number are a payload, which the body names by hash.
package struct DirectoryEntrySet: EventBody {
    package static let kind = "directoryEntrySet"
    package var entry: DirectoryEntry
    package var payloads: [String]

    package init(_ entry: DirectoryEntry, payloads: [String] = []) {
        self.entry = entry
        self.payloads = payloads
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        let sort = try body.code("sort", DirectorySort.self)
        let serial = try body.optionalInteger("serial", in: 1...9_999)
        let written = try body.optionalText("post") ?? ""
        let post = serial.map { "\($0)" } ?? written
        let key = DirectoryKey(
            unchecked: sort, try body.text("state"), try body.optionalText("other_state"),
            tail: post)
        var values: [DirectoryField: String] = [:]
        for member in try body.optionalObject("fields")?.members ?? [] {
            // A field of a newer program is passed over; its entry is kept in the log as it is.
            guard let field = DirectoryField(rawValue: member.key) else { continue }
            guard let text = member.value.string else { throw .wrongType(key: member.key) }
            values[field] = text
        }
        entry = DirectoryEntry(key, values)
        payloads = try body.texts("payloads")
    }

    package func write(to body: inout BodyWriter) {
        body.text("sort", entry.key.sort.rawValue)
        body.text("state", entry.key.state)
        body.text("other_state", entry.key.other)
        if let serial = entry.key.serial {
            body.integer("serial", Int64(serial))
        } else if !entry.key.tail.isEmpty {
            body.text("post", entry.key.tail)
        }
        var fields = JSONObject()
        for field in DirectoryField.allCases {
            if let text = entry[field] { fields[field.rawValue] = .string(text) }
        }
        if !fields.members.isEmpty { body.object("fields", fields) }
        body.texts("payloads", payloads)
    }
}

/// Somebody has asked, and it is right.
package struct DirectoryEntryVerified: EventBody {
    package static let kind = "directoryEntryVerified"
    /// Who verified it, as they are called; another than the one who writes it down, where a file says so.
    package var by: String
    package var when: Instant

    package init(by: String, when: Instant) {
        self.by = by
        self.when = when
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        by = try body.text("by")
        when = try body.instant("when")
    }

    package func write(to body: inout BodyWriter) {
        body.text("by", by)
        body.instant("when", when)
    }
}

/// It no longer holds; what ships under its name is not shown again either.
package struct DirectoryEntryRetired: EventBody {
    package static let kind = "directoryEntryRetired"
    package var reason: String

    package init(reason: String) { self.reason = reason }
    package init(reading body: BodyReader) throws(BodyFault) { reason = try body.text("reason") }
    package func write(to body: inout BodyWriter) { body.text("reason", reason) }
}

/// A crossing is open or closed, an officer on call or not: since when, and who says so.
package struct DirectoryStandingReported: EventBody {
    package static let kind = "directoryStandingReported"
    package var standing: DirectoryStanding
    package var since: Instant
    /// Who says so.
    package var party: String
    package var note: String?

    package init(_ standing: DirectoryStanding, since: Instant, party: String, note: String? = nil) {
        self.standing = standing
        self.since = since
        self.party = party
        self.note = note
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        standing = try body.code("standing", DirectoryStanding.self)
        since = try body.instant("since")
        party = try body.text("party")
        note = try body.optionalText("note")
    }

    package func write(to body: inout BodyWriter) {
        body.text("standing", standing.rawValue)
        body.instant("since", since)
        body.text("party", party)
        body.text("note", note)
    }
}
