/// An entry with everything that is known of it, as files carry it.
package struct DirectoryRow: Equatable, Sendable {
    package struct Report: Equatable, Sendable {
        package let standing: DirectoryStanding
        package let since: Instant
        package let party: String
        package let note: String?

        package init(_ standing: DirectoryStanding, since: Instant, party: String, note: String? = nil) {
            self.standing = standing
            self.since = since
            self.party = party
            self.note = note
        }
    }

    package let key: DirectoryKey
    /// What is said of each field: nil is not said at all, and leaves what was known; an empty text takes it away.
    package var values: [DirectoryField: String]
    /// Who a liaison officer is and how to reach them; personal, and kept beside the log.
    package var person: String?
    package var verified: DirectoryRecord.Verification?
    package var report: Report?

    package init(
        _ key: DirectoryKey, _ values: [DirectoryField: String] = [:], person: String? = nil,
        verified: DirectoryRecord.Verification? = nil, report: Report? = nil
    ) {
        self.key = key
        self.values = values
        self.person = person
        self.verified = verified
        self.report = report
    }

    package init(_ item: DirectoryItem, person: String?) {
        self.init(
            item.key, item.entry.values, person: person, verified: item.verified,
            report: item.report.map { Report($0.standing, since: $0.since, party: $0.party, note: $0.note) })
    }

    /// The entry that it makes out of what is known.
    package func entry(over known: DirectoryEntry?) -> DirectoryEntry {
        var entry = known ?? DirectoryEntry(key)
        for (field, text) in values { entry[field] = text }
        return entry
    }

    /// What is to be written so that the directory says what the row says; empty where it does already.
    ///
    /// - Parameter knownPerson: what the payload of the known entry says; nil where there is none
    package func changes(in directory: Directory, knownPerson: String?, at now: Instant) throws(DirectoryFault)
        -> DirectoryChange?
    {
        let item = directory[key]
        let entry = entry(over: item?.entry)
        if let fault = entry.fault { throw fault }
        if let person, key.sort != .liaison, !person.isEmpty { throw .personNotHere(key.sort) }
        if let person, !DirectoryEntry.isPrintable(person) { throw .unprintable(.name) }
        if let report, !key.sort.standings.contains(report.standing) { throw .noStanding(key.sort, report.standing) }
        for instant in [verified?.at, report?.since].compactMap({ $0 }) where instant > now {
            throw .inTheFuture(instant)
        }
        let newPerson = person.flatMap { $0 == knownPerson || $0.isEmpty && knownPerson == nil ? nil : $0 }
        let isChanged = item?.entry != entry || newPerson != nil
        var change = DirectoryChange(
            subject: directory.record(of: key)?.name, entry: entry,
            isSet: isChanged, person: newPerson, keepsPerson: person == nil || newPerson == nil)
        if let verified, isChanged || item?.verified.map({ $0.at < verified.at }) ?? true {
            change.verified = DirectoryEntryVerified(by: verified.by, when: verified.at)
        }
        if let report, DirectoryRow(item, like: self)?.report != report,
            item?.report.map({ $0.since <= report.since }) ?? true
        {
            change.report = DirectoryStandingReported(
                report.standing, since: report.since, party: report.party, note: report.note)
        }
        // What is said of an entry that only ships needs the entry in the log.
        if change.subject == nil, change.verified != nil || change.report != nil { change.isSet = true }
        return change.isEmpty ? nil : change
    }

    private init?(_ item: DirectoryItem?, like row: DirectoryRow) {
        guard let item else { return nil }
        self.init(item, person: row.person)
    }
}

/// What is to be written about one entry, in this order.
package struct DirectoryChange: Equatable, Sendable {
    /// Nil for an entry that the log does not know yet.
    package let subject: SubjectName?
    package let entry: DirectoryEntry
    package var isSet: Bool
    /// New words about a person, to be kept as a payload; empty where they are taken away.
    package let person: String?
    package let keepsPerson: Bool
    package var verified: DirectoryEntryVerified?
    package var report: DirectoryStandingReported?

    package init(
        subject: SubjectName?, entry: DirectoryEntry, isSet: Bool, person: String? = nil, keepsPerson: Bool = true
    ) {
        self.subject = subject
        self.entry = entry
        self.isSet = isSet
        self.person = person
        self.keepsPerson = keepsPerson
    }

    package var isEmpty: Bool { !isSet && verified == nil && report == nil }

    /// The events in order; the first may found the subject that the others follow on.
    ///
    /// - Parameter payloads: hashes of the payload of the person, known or new
    package func events(payloads: [String]) -> [DirectoryEvent] {
        var events: [DirectoryEvent] = []
        if isSet { events.append(.entrySet(DirectoryEntrySet(entry, payloads: payloads))) }
        if let verified { events.append(.verified(verified)) }
        if let report { events.append(.standing(report)) }
        return events
    }
}
