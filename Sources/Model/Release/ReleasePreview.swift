/// What would leave the Centre, what would stay and why, before anything does.
///
/// Only what a list allows goes (`ReleasePurpose`, `ReleaseRecipient`); a field that this program does not know stays. Who told us
/// never goes, in no format and to nobody.
package struct ReleasePreview: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package let field: ReleaseField
        /// Of an unknown field, what the log calls it.
        package let key: String?
        /// What goes; empty where it stays.
        package let texts: [String]
        /// Why it stays; nil where it goes.
        package let reason: ReleaseReason?

        package var goes: Bool { reason == nil }
    }

    package let subject: SubjectName
    package let recipient: ReleaseRecipient
    package let purpose: ReleasePurpose
    /// What goes first, then what stays, each in the order of `ReleaseField`.
    package let lines: [Line]
    package let warnings: [ReleaseWarning]
    /// Only what goes.
    package let record: OutgoingRecord
    /// Giving it out is written down with a reason (`H1`).
    package let needsReason: Bool

    package var gone: [Line] { lines.filter(\.goes) }
    package var kept: [Line] { lines.filter { !$0.goes } }
    /// What people wrote and what stays for what it would give away: it has to be written anew, or does not go.
    package var toBeRewritten: [Line] {
        kept.filter {
            $0.field.isWritten && $0.field.mayLeave && [.sourcesIdentity, .personalData].contains($0.reason)
        }
    }
    /// Nothing but our own number would go.
    package var isBare: Bool { gone.allSatisfy { $0.field == .record } }
}

/// What somebody asks to give out.
package struct Release: Equatable, Sendable {
    package var recipient: ReleaseRecipient
    package var purpose: ReleasePurpose
    /// Nil in a log in which officers have no keys: then the codes alone decide.
    package var reader: Reader?
    /// Instead of, or beside, the words of the record.
    package var ownWords: String?

    package init(
        to recipient: ReleaseRecipient, for purpose: ReleasePurpose, by reader: Reader?, ownWords: String? = nil
    ) {
        self.recipient = recipient
        self.purpose = purpose
        self.reader = reader
        self.ownWords = ownWords
    }

    /// Texts longer than this are not looked through and stay, in characters of UTF-8.
    package static let lookLimit = 100_000

    /// Nil for what is neither an alert nor a seizure record.
    ///
    /// - Parameter persons: who is named in the payloads.
    package func preview(of history: SubjectHistory, persons: SealedNames = SealedNames()) -> ReleasePreview? {
        guard let subject = history.subject, var record = OutgoingRecord(subject) else { return nil }
        record.ownWords = ownWords.flatMap { $0.trimmingBlanks.isEmpty ? nil : $0 }
        let telling = tellingWords(history)
        var lines: [ReleasePreview.Line] = []
        for field in ReleaseField.allCases where field.mayLeave {
            let texts = record.texts(of: field)
            guard !texts.isEmpty else { continue }
            let reason = reason(for: field, texts, subject, telling, persons)
            if reason != nil { record.clear(field) }
            lines.append(.init(field: field, key: nil, texts: reason == nil ? texts : [], reason: reason))
        }
        lines += kept(history, beside: Set(lines.map(\.field)))
        return ReleasePreview(
            subject: subject.name, recipient: recipient, purpose: purpose,
            lines: lines.filter(\.goes) + lines.filter { !$0.goes }, warnings: warnings(subject), record: record,
            needsReason: leave(subject.trail.handling) == .withReason)
    }

    private func leave(_ handling: Handling?) -> Leave {
        let reader = reader ?? Reader(officer: "", role: .dutyOfficer, hasTheWatch: true)
        return reader.leave(for: .export, handling)
    }

    private func tellingWords(_ history: SubjectHistory) -> TellingWords {
        var telling = TellingWords()
        for entry in history.entries {
            for name in EntryFields.names(in: entry) { telling.add(name) }
        }
        return telling
    }

    // MARK: What may leave

    private func reason(
        for field: ReleaseField, _ texts: [String], _ subject: Subject, _ telling: TellingWords,
        _ persons: SealedNames
    ) -> ReleaseReason? {
        if field == .record { return nil }
        if field != .ownWords, let reason = handlingReason(subject.trail.handling) { return reason }
        if !purpose.lists(field) { return .notForPurpose }
        if !recipient.mayHave(field), field != .ownWords { return .notForRecipient }
        return field.isWritten ? reason(in: texts, of: subject.name, telling, persons) : nil
    }

    private func handlingReason(_ handling: Handling?) -> ReleaseReason? {
        let code = handling?.current.code ?? .h0
        let originator = handling?.current.originator ?? ""
        if code >= .h2 { return .permissionMissing(code, originator: originator) }
        if leave(handling) == .no { return .handlingCode(code) }
        return code == .h1 && purpose == .court ? .notForCourt(originator: originator) : nil
    }

    /// What the words of a field would give away.
    private func reason(
        in texts: [String], of own: SubjectName, _ telling: TellingWords, _ persons: SealedNames
    ) -> ReleaseReason? {
        for text in texts {
            if text.utf8.count > Release.lookLimit { return .tooLong }
            if telling.areNamed(in: text) || SourceWords.speak(in: text) { return .sourcesIdentity }
            if persons.areNamed(in: text) { return .personalData }
            if let other = Release.subjects(in: text).first(where: { $0 != own }) { return .otherOperation(other) }
            let isPersonal = IdentifierFinder.find(in: text).contains { found in
                found.identifier.kind.isPersonal && found.confidence >= .likely
            }
            if isPersonal { return .personalData }
        }
        return nil
    }

    /// The names of subjects that a text speaks of.
    private static func subjects(in text: String) -> [SubjectName] {
        text.uppercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
            .compactMap { SubjectName(String($0)) }.filter { $0.area != .unknown }
    }

    // MARK: What stays

    /// What the entries say beyond what could leave, a line for each field, and one for each member that nobody knows.
    private func kept(_ history: SubjectHistory, beside shown: Set<ReleaseField>) -> [ReleasePreview.Line] {
        var found: Set<ReleaseField> = [.officers]
        var unknown: Set<String> = []
        for entry in history.entries {
            for (field, key, texts) in EntryFields.fields(of: entry) where texts.contains(where: { !$0.isEmpty }) {
                if field == .unknown { unknown.insert("\(entry.kind).\(key)") } else { found.insert(field) }
                if field == .identifiers, texts.contains(where: IdentifierKind.isPersonal) {
                    found.insert(.personalIdentifiers)
                }
            }
        }
        let lines = ReleaseField.allCases.filter { found.contains($0) && !shown.contains($0) }.compactMap { field in
            field.reasonToStay.map { ReleasePreview.Line(field: field, key: nil, texts: [], reason: $0) }
        }
        return lines
            + unknown.sorted().map { .init(field: .unknown, key: $0, texts: [], reason: .unknownField) }
    }

    // MARK: Warnings

    private func warnings(_ subject: Subject) -> [ReleaseWarning] {
        var warnings = Release.warnings(of: subject)
        guard let code = recipient.code else { return warnings + [.unknownRecipient(recipient.name)] }
        if case .alert(let alert) = subject {
            let parties = Set(alert.thread.messages.compactMap { OpenWords.state(in: $0.party) })
            if !parties.contains(code) { warnings.append(.neverToldBefore(recipient.name)) }
        } else {
            warnings.append(.neverToldBefore(recipient.name))
        }
        // A service has no territory, and who told us of it has to do with it.
        if case .alert(let alert) = subject, OpenWords.state(in: alert.thread.originator) == code { return warnings }
        if code.count == 3, code.allSatisfy({ $0.isUppercase }), !Release.states(of: subject).contains(code) {
            warnings.append(.notPartyToTheRoute(recipient.name))
        }
        return warnings
    }

    /// What the messages of the thread say of themselves, whoever it is given to.
    private static func warnings(of subject: Subject) -> [ReleaseWarning] {
        guard case .alert(let alert) = subject else { return [] }
        var warnings: [ReleaseWarning] = []
        if alert.thread.cancelled != nil { warnings.append(.cancelled(by: alert.thread.originator)) }
        for message in alert.thread.messages where message.direction == .received {
            if let words = message.head.restriction, !warnings.contains(.restricted(words)) {
                warnings.append(.restricted(words))
            }
            let addressees = message.head.addressees
            if !addressees.isEmpty, !warnings.contains(.addressed(addressees)) {
                warnings.append(.addressed(addressees))
            }
        }
        return warnings
    }

    /// The States where it happened, on the route, and of the identifiers, as far as they are coded or spelt as returns do.
    private static func states(of subject: Subject) -> Set<String> {
        guard let record = OutgoingRecord(subject) else { return [] }
        let particulars = record.particulars
        let places = [particulars.departure, particulars.destination, particulars.place].compactMap { $0 }
        let coded = (places + particulars.transit).compactMap { OpenWords.state(in: $0) ?? ReturnCountry.code($0) }
        let others = [particulars.state] + particulars.identifiers.map(\.state)
        return Set(coded + others.compactMap { $0 })
    }
}

extension ReleaseField {
    /// Whether people wrote its words.
    fileprivate var isWritten: Bool {
        switch self {
        case .record, .kind, .priority, .date, .position, .answerBy, .validUntil, .handling: false
        default: true
        }
    }
}

extension IdentifierKind {
    fileprivate static func isPersonal(_ code: String) -> Bool { IdentifierKind(rawValue: code)?.isPersonal ?? false }
}
