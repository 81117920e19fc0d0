import Model
import Wording

/// What was typed and not saved: it comes back with the same form, also after the console or its line was lost.
extension AppState {
    /// The form in which something is being typed, also while something lies over it.
    var typedForm: Form? {
        switch overlay {
        case .form(let form): form
        case .passphrase(let entry): entry.form
        case .conflict(let sheet): sheet.form
        default: nil
        }
    }

    mutating func keepDraft(_ form: Form) {
        drafts[form.draftKey] = KeptDraft(form, title: catalogue.text(form.title), at: real)
    }

    /// It was saved, or somebody said that it is not wanted.
    mutating func dropDraft(of form: Form) {
        drafts[form.draftKey] = nil
        droppedDrafts.append(form.draftKey)
    }

    // MARK: New calls

    /// New alerts that were typed and not saved, the newest first. Each is a call of its own and has a key of its own.
    private var callDrafts: [KeptDraft] {
        drafts.values.filter { Form.callNumber(ofKey: $0.key) != nil }.sorted { ($1.at, $1.key) < ($0.at, $0.key) }
    }

    /// The least number that no kept call has.
    var freeDraft: Int { (1...).first { drafts[Form.callKey($0)] == nil } ?? 1 }

    /// Whether a form is a kept call as it was brought back.
    func isKeptDraft(_ form: Form) -> Bool {
        guard form.purpose == .raiseAlert, !form.isSaving, let draft = drafts[form.draftKey] else { return false }
        return draft.answers == KeptDraft(form, title: "", at: real).answers
    }

    /// The call that one key brings back into a new alert that is still empty, or the one before the call that was brought back.
    func nextDraft(for form: Form) -> KeptDraft? {
        guard form.purpose == .raiseAlert, !form.isSaving else { return nil }
        let kept = callDrafts
        guard form.hasTypedText else { return kept.first }
        guard kept.count > 1, isKeptDraft(form), let place = kept.firstIndex(where: { $0.key == form.draftKey }) else {
            return nil
        }
        return kept[(place + 1) % kept.count]
    }

    // MARK: The disk

    /// What the disk is to know after an input: each draft that is new, changed or gone.
    mutating func keepTyped(since before: Form?) -> [Effect] {
        guard var kept = keptDrafts, !isVisitor else {
            droppedDrafts = []
            return []
        }
        var effects: [Effect] = []
        func set(_ draft: KeptDraft?, _ key: String) {
            guard kept[key]?.answers != draft?.answers else { return }
            kept[key] = draft
            effects.append(.keepDraft(key, draft))
        }
        for key in droppedDrafts { set(nil, key) }
        droppedDrafts = []
        if let form = typedForm {
            if form.hasTypedText {
                set(KeptDraft(form, title: catalogue.text(form.title), at: real), form.draftKey)
            } else if let before, before.draftKey == form.draftKey, before.hasTypedText {
                set(nil, form.draftKey)
            }
        }
        keptDrafts = kept
        return effects
    }

    /// What this officer typed and did not save, as the disk has it; said once, and found in the forms that it is of.
    mutating func takeDrafts(_ text: String?) {
        let found = text.map(KeptDraft.read) ?? []
        let byKey = Dictionary(found.map { ($0.key, $0) }) { $0.at > $1.at ? $0 : $1 }
        keptDrafts = byKey
        drafts = byKey
        droppedDrafts = []
        guard let newest = byKey.values.max(by: { ($0.at, $0.key) < ($1.at, $1.key) }) else { return }
        let title = newest.title.split(separator: ":").first.map(String.init) ?? newest.title
        let offer: Message =
            byKey.count == 1
            ? "Not saved before, and kept: “\(newest.words)” in “\(title)”, \(face.moment(newest.at, now: real)). Open the same form, and it is there."
            : "\(byKey.count) forms were not saved before, and are kept; the last one: “\(newest.words)” in “\(title)”, \(face.moment(newest.at, now: real)). Open the same form, and it is there."
        draftOffer = offer
        if !isSigningOn { notice = Notice(message: offer, isError: true) }
    }

    /// The phone line that was typed last and is of a delivery that still runs; the one that is open goes first.
    func phoneDraft(for form: Form) -> KeptDraft? {
        if let own = drafts[form.draftKey] { return own }
        return drafts.values.filter { phoneDelivery(of: $0.key) != nil }.max { ($0.at, $0.key) < ($1.at, $1.key) }
    }

    /// Nil for the draft of another form, and where the delivery is known here no more.
    func phoneDelivery(of key: String) -> SubjectName?? {
        guard let words = Form.phoneName(ofKey: key) else { return nil }
        guard !words.isEmpty else { return .some(nil) }
        guard let name = SubjectName(words), delivery(name) != nil else { return nil }
        return .some(name)
    }
}
