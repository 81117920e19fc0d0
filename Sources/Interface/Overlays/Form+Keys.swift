import Keyboards
import Model
import Screen
import Wording

extension AppState {
    mutating func take(_ key: Key, in form: Form) -> [Effect] {
        var form = form
        guard !form.isSaving || key == .escape else { return [] }
        if Form.leaving.contains(key) { acceptTime(in: &form) }
        switch key {
        case .escape:
            overlay = nil
            leave(form)
            return []
        case .enter where form.focus == form.fields.count - 1 || form.savesAtOnce, .control("s"), .function(10):
            return submit(form)
        case .function(4) where form.isPhone: return openFullForm(of: form)
        case .function(3) where nextDraft(for: form) != nil:
            if let draft = nextDraft(for: form) { form = Form.raiseAlert(of: draft) }
        case .function(8) where isKeptDraft(form):
            dropDraft(of: form)
            form = Form.raiseAlert()
            form.draft = freeDraft
        case .function(6) where takeOtherReading(in: &form): break
        case .enter where form.focus == 0 && form.isUnderstood: form.focus = form.fields.count - 1
        case .tab where completePlace(in: &form): break
        case .enter, .tab, .down: form.focus = (form.focus + 1) % form.fields.count
        case .mouse(let event):
            switch event.kind {
            case .wheelDown: form.focus = min(form.focus + 1, form.fields.count - 1)
            case .wheelUp: form.focus = max(form.focus - 1, 0)
            case .press, .doublePress: form.focus = field(of: form, at: event) ?? form.focus
            case .release: return []
            }
        case .backTab, .up:
            form.focus = (form.focus + form.fields.count - 1) % form.fields.count
        default:
            form.fault = nil
            form.fields[form.focus].take(key, on: layouts)
            var effects: [Effect] = []
            if form.focus == 0, case .raiseAlert = form.purpose {
                understand(&form)
                effects = askForPlaces(form.fields[4])
            }
            followState(&form)
            overlay = .form(form)
            return effects + askForPlaces(form.fields[form.focus])
        }
        overlay = .form(form)
        return askForSheet(form)
    }

    private mutating func leave(_ form: Form) {
        guard form.hasTypedText else {
            // A kept one that was emptied by hand is not wanted any more.
            if form.purpose == .raiseAlert, drafts[form.draftKey] != nil { dropDraft(of: form) }
            return
        }
        keepDraft(form)
        let words: Message =
            form.purpose == .raiseAlert
            ? "Not saved; what you typed is kept, and \(wayToEarlier) in a new alert brings it back."
            : isSpoken
                ? "Not saved; what you typed is kept and comes back with the same word."
                : "Not saved; what you typed is kept and comes back with the same key."
        notice = Notice(message: words, isError: false)
    }
}

extension Form {
    /// Keys that go on to another field, or save.
    fileprivate static let leaving: Set<Key> = [
        .enter, .tab, .backTab, .up, .down, .control("s"), .function(10),
    ]
}

extension Form.Field {
    mutating func take(_ key: Key, on layouts: [KeyboardLayout]) {
        guard case .choice(let choices, let selected) = kind else {
            if key == .left || key == .right, takePreset(forwards: key == .right) { return }
            // What is only proposed gives way to the first letter that is typed.
            if isProposed, case .character = key, text == initial || presets.contains(text) { input = TextField() }
            isProposed = false
            _ = input.take(key)
            return
        }
        isTouched = true
        switch key {
        case .left: kind = .choice(choices, selected: (selected + choices.count - 1) % choices.count)
        case .right, .character(" "): kind = .choice(choices, selected: (selected + 1) % choices.count)
        case .character:
            let typed = Keymap.meanings(of: key, on: layouts).compactMap { meaning in
                if case .character(let typed) = meaning { typed } else { nil }
            }
            let places = typed.compactMap { letter in
                isQuestion ? ["n": 1, "y": 2][letter] ?? letter.wholeNumberValue : letter.wholeNumberValue
            }
            guard let number = places.first(where: { (1...choices.count).contains($0) }) else { return }
            kind = .choice(choices, selected: number - 1)
        default: break
        }
    }

    /// Goes through what is offered, as long as nothing else was typed.
    private mutating func takePreset(forwards: Bool) -> Bool {
        guard !presets.isEmpty, text.isEmpty || text == initial || presets.contains(text) else { return false }
        let place = presets.firstIndex(of: text)
        let next = place.map { ($0 + (forwards ? 1 : presets.count - 1)) % presets.count }
        input = TextField(presets[next ?? (forwards ? 0 : presets.count - 1)])
        // Words that are offered are gone on with; an hour is typed anew.
        if case .time = kind { isProposed = true }
        return true
    }

    var isEmpty: Bool { text.isEmpty }
}
