import Model
import Screen
import Wording

/// Giving something out: to whom, what for, in which form, and then field by field what goes and what stays.
package struct ReleaseSheet: Equatable, Sendable {
    package let subject: SubjectName
    package internal(set) var fields: [Form.Field]
    package internal(set) var focus = 0
    package internal(set) var first = 0
    /// Who is named in the payloads; nothing is shown as going before that is known.
    var persons: SealedNames?
    /// What would leave, as it is; nil while it is still chosen.
    package internal(set) var composed: ComposedRelease?
    package internal(set) var isWorking = false
    package internal(set) var fault: Message?

    /// The places of the fields.
    enum Place { static let recipient = 0, purpose = 1, format = 2, labels = 3, words = 4, reason = 5, file = 6 }

    init(_ subject: SubjectName, to recipient: String, language: String) {
        self.subject = subject
        let labels = ReleaseSheet.labels.firstIndex(of: language) ?? 0
        fields = [
            Form.Field("To", recipient, hint: "a State's three letters, or a service: KAZ, INTERPOL"),
            Form.Field("What for", choices: ReleasePurpose.allCases.map(\.message)),
            Form.Field("Form", choices: ExportFormat.allCases.map { .verbatim($0.rawValue) }),
            Form.Field("Labels", choices: ReleaseSheet.labels.map { .verbatim($0) }, selected: labels),
            Form.Field("Own words", hint: "in front of those of the record; may stay empty"),
            Form.Field("Because", hint: "for what bears H1: it stands in the log with your name"),
            Form.Field("File", hint: "a new file; empty: it is copied, to be pasted"),
        ]
    }

    static let labels = ["en", "ru", "zh"]

    var recipient: String { fields[Place.recipient].text }
    var reason: String? { fields[Place.reason].optionalText }

    func order(by reader: Reader?) -> ReleaseOrder {
        ReleaseOrder(
            subject,
            Release(
                to: ReleaseRecipient(recipient), for: ReleasePurpose.allCases[fields[Place.purpose].choice], by: reader,
                ownWords: fields[Place.words].optionalText),
            format: ExportFormat.allCases[fields[Place.format].choice],
            language: ReleaseSheet.labels[fields[Place.labels].choice], path: fields[Place.file].optionalText)
    }
}

/// What is about to leave: its words, and what the log will say of it.
package struct ComposedRelease: Equatable, Sendable {
    package let order: ReleaseOrder
    package let text: String
    package let preview: ReleasePreview
    package let filed: MessageFiled

    package init(_ order: ReleaseOrder, text: String, preview: ReleasePreview, filed: MessageFiled) {
        self.order = order
        self.text = text
        self.preview = preview
        self.filed = filed
    }
}

extension AppState {
    mutating func startRelease(_ recipient: String) -> [Effect] {
        guard let alert = selectedAlert else { return [] }
        let sheet = ReleaseSheet(alert.name, to: recipient, language: catalogue.language.rawValue)
        overlay = .release(sheet)
        return [.loadPersons(alert.name)] + (histories[alert.name] == nil ? [.loadHistory(alert.name)] : [])
    }

    func releasePreview(of sheet: ReleaseSheet) -> ReleasePreview? {
        guard !sheet.recipient.isEmpty, let persons = sheet.persons else { return nil }
        return histories[sheet.subject].flatMap { sheet.order(by: reader).release.preview(of: $0, persons: persons) }
    }

    /// The answer to `loadPersons`.
    mutating func takePersons(_ name: SubjectName, _ words: SealedNames) {
        guard case .release(var sheet) = overlay, sheet.subject == name else { return }
        sheet.persons = words
        overlay = .release(sheet)
    }

    mutating func take(_ key: Key, in sheet: ReleaseSheet) -> [Effect] {
        var sheet = sheet
        switch move(key, in: &sheet, lines: { releaseLines(of: $0, width: $1).count }) {
        case .composing: return compose(sheet)
        case .composed: return takeComposed(key, sheet)
        case .left: overlay = nil
        case .typed:
            sheet.fields[sheet.focus].take(key, on: layouts)
            sheet.first = 0
            overlay = .release(sheet)
        case .moved: overlay = .release(sheet)
        }
        return []
    }

    /// The text lies there as it would leave: Enter gives it out, Esc goes back.
    private mutating func takeComposed(_ key: Key, _ sheet: ReleaseSheet) -> [Effect] {
        var sheet = sheet
        switch key {
        case .escape:
            (sheet.composed, sheet.first) = (nil, 0)
            overlay = .release(sheet)
            return []
        case .enter, .control("s"), .function(10): return giveOut(sheet)
        case .down, .up:
            sheet.first = max(0, sheet.first + (key == .down ? 1 : -1))
            overlay = .release(sheet)
            return []
        default: return []
        }
    }

    private mutating func compose(_ sheet: ReleaseSheet) -> [Effect] {
        var sheet = sheet
        let preview = releasePreview(of: sheet)
        if sheet.recipient.isEmpty {
            (sheet.fault, sheet.focus) = ("Say to whom.", ReleaseSheet.Place.recipient)
        } else if preview == nil {
            sheet.fault = "It is still being read."
        } else if preview?.isBare == true {
            sheet.fault = "Nothing of it may go; write words of your own, or leave."
        } else if preview?.needsReason == true, sheet.reason == nil {
            (sheet.fault, sheet.focus) = ("It is H1: say why it is given out.", ReleaseSheet.Place.reason)
        }
        sheet.isWorking = sheet.fault == nil
        overlay = .release(sheet)
        return sheet.fault == nil ? [.compose(sheet.order(by: reader))] : []
    }

    /// The answer to `compose`.
    mutating func takeComposed(_ composed: ComposedRelease) {
        guard case .release(var sheet) = overlay, sheet.order(by: reader) == composed.order else { return }
        sheet.composed = composed
        (sheet.isWorking, sheet.first) = (false, 0)
        overlay = .release(sheet)
    }

    private mutating func giveOut(_ sheet: ReleaseSheet) -> [Effect] {
        guard let composed = sheet.composed else { return [] }
        var sheet = sheet
        sheet.isWorking = true
        overlay = .release(sheet)
        var draft = Draft(.existing(sheet.subject), .alert(.messageFiled(composed.filed)))
        draft.parts = [.message(composed.text)]
        var drafts = [draft]
        if composed.preview.needsReason, let seat = session.seat, let own = officer(named: seat.officer)?.name,
            let code = handlings[sheet.subject]?.current.code
        {
            let body = RecordConsulted(record: sheet.subject, code: code, action: .export, reason: sheet.reason)
            drafts.append(Draft(.existing(own), .officer(.consulted(body))))
        }
        let effects = append(drafts)
        givingOut = composed
        return effects
    }

    /// The log has it: now it leaves. What waits for a second person does not.
    mutating func leaveTheCentre() -> [Effect] {
        guard let composed = givingOut else { return [] }
        givingOut = nil
        if proposing == MessageFiled.kind { return [] }
        guard let path = composed.order.path else {
            clipboard = composed.text
            return [.copy(composed.text)]
        }
        return [.writeRelease(composed.text, path: path)]
    }
}
