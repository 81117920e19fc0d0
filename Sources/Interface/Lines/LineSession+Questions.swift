import Model
import Screen
import Wording

extension LineSession {
    /// What stands before the place where one types.
    package var prompt: String {
        switch question {
        case nil: return news.isEmpty ? "> " : "\(SafeText(state.catalogue.text("\(news.count) new")).plain)> "
        case .words: return text("Words to find") + "> "
        case .pick: return text("Which one? Its number, “.” to leave") + "> "
        case .passphrase:
            guard case .passphrase(let entry) = state.overlay else { return "> " }
            return text(state.passphraseLabel(of: entry)) + "> "
        case .confirm, .confirmSheet: return text("Save? yes or no") + "> "
        case .paste: return "| "
        case .source: return text("Who told us") + "> "
        case .sheet(let field):
            guard case .release(let sheet) = state.overlay, sheet.fields.indices.contains(field) else { return "> " }
            return "\(text(sheet.fields[field].label)) [\(SafeText(standing(sheet.fields[field])).plain)]> "
        case .mend: return text("Which answer to change? Its number, “yes” to save, “.” to leave") + "> "
        case .answer(let field):
            guard case .form(let form) = state.overlay, form.fields.indices.contains(field) else { return "> " }
            return "\(text(form.fields[field].label)) [\(SafeText(standing(form.fields[field])).plain)]> "
        }
    }

    private func text(_ message: Message) -> String { state.text(message).plain }

    /// What an answer is while nothing else is typed.
    private func standing(_ field: Form.Field) -> String {
        if case .choice(let choices, let selected) = field.kind { return state.catalogue.text(choices[selected]) }
        return field.text
    }

    /// Turns what lies over the screen into questions or into lines.
    mutating func concludeOverlay() {
        switch state.overlay {
        case .form(var form) where question == nil && form.asked != nil && form.asked == form.seized:
            if let fault = form.fault { say(fault) }
            form.fault = nil
            state.overlay = .form(form)
            readBack(form)
        case .form(let form) where question == nil:
            say(form.title)
            for (line, _) in state.handoverLines(of: form) { say(line) }
            say("Enter keeps what is in brackets, “-” empties it, “?” explains, “<” goes back, “.” leaves.")
            isMending = false
            if let fault = form.fault { say(fault) }
            if state.nextDraft(for: form) != nil {
                say("\(state.wayToEarlier) brings back what you typed before and did not save")
            }
            ask(form.fault == nil ? 0 : form.focus, of: form)
        case .form(let form) where form.fault != nil && question == .confirm:
            if let fault = form.fault { say(fault) }
            listAnswers(form)
            question = .mend
        case .form: break
        case .raw:
            if let raw = state.log.raw {
                say(state.rawTitle(of: raw))
                for line in (raw.words?.text ?? "").split(separator: "\n") { say(.verbatim(String(line))) }
                for remark in raw.words.map({ state.remarks(on: $0) }) ?? [] { say(remark) }
                if raw.words != nil { say("Record #\(Int(raw.index)), as it was signed") }
                for line in raw.text.split(separator: "\n") {
                    say(.verbatim(String(line)))
                }
                say(raw.isSound ? "The bytes hash to their leaf." : "DAMAGED: the bytes do not hash to their leaf.")
            }
            state.overlay = nil
        case .passphrase(let entry): concludePassphrase(entry)
        case .pick(let pick) where pick.source != .help && pick.source != .menu: list(pick)
        case .approval(let page): sayApproval(page)
        case .paste(let sheet): concludePaste(sheet)
        case .release(let sheet): concludeRelease(sheet)
        case .filter:
            question = .words
            state.overlay = nil
        case nil: if question != .words { question = nil }
        default: state.overlay = nil
        }
    }

    /// A line that answers a question.
    mutating func takeAnswer(_ text: String) -> [Effect] {
        _ = beginAnswer()
        if question == .words {
            question = nil
            guard text != "." else { return [] }
            mustReadScreen = true
            let effects = state.setFilter(text)
            state.settleLists()
            return effects
        }
        if case .pick(let ids) = question { return pick(text, from: ids) }
        switch question {
        case .paste: return takePasted(text)
        case .source, .sheet, .confirmSheet:
            if text == "." { return leaveSheet() }
            return takeSheet(text)
        default: break
        }
        guard case .form(var form) = state.overlay, let question else {
            self.question = nil
            return []
        }
        if text == "." { return leave() }
        form.fault = nil
        state.overlay = .form(form)
        switch question {
        case .answer(let field): return answer(text, field, form)
        case .confirm: return confirm(text, form)
        case .mend: return mend(text, form)
        case .words, .passphrase, .pick, .paste, .source, .sheet, .confirmSheet: return []
        }
    }

    private mutating func takeSheet(_ text: String) -> [Effect] {
        switch question {
        case .source: takeSource(text)
        case .sheet(let field): takeField(text, field)
        default: confirmSheet(text)
        }
    }

    private mutating func leave() -> [Effect] {
        question = nil
        let effects = state.handle(.key(.escape))
        if state.notice == nil { say("Left. Nothing was written.") }
        return effects
    }

    private mutating func ask(_ field: Int, of form: Form) {
        question = .answer(field: field)
        guard case .choice(let choices, _) = form.fields[field].kind else { return }
        let list = choices.enumerated().map { place, choice in
            let words = state.catalogue.text(choice)
            return words.hasPrefix("\(place + 1)") ? words : "\(place + 1) \(words)"
        }
        say("\(form.fields[field].label): \(list.joined(separator: "; "))")
    }

    private mutating func answer(_ text: String, _ field: Int, _ form: Form) -> [Effect] {
        var form = form
        switch text {
        case "?":
            say(form.fields[field].spokenHint)
            ask(field, of: form)
            return []
        case "<":
            ask(max(0, field - 1), of: form)
            return []
        case "": break
        default:
            if field == 0, state.meansEarlier(text), let draft = state.nextDraft(for: form) {
                state.overlay = .form(Form.raiseAlert(of: draft))
                question = nil
                return []
            }
            guard form.fields[field].take(answer: text == "-" ? "" : text, in: state.catalogue) else {
                say("“\(text)” is none of the answers.")
                ask(field, of: form)
                return []
            }
        }
        form.focus = field
        var effects: [Effect] = []
        if field == 0, case .raiseAlert = form.purpose {
            // What the line of a call says is proposed in the brackets of the other questions.
            state.understand(&form)
            effects = state.askForPlaces(form.fields[4])
        }
        state.overlay = .form(form)
        if field + 1 < form.fields.count, !isMending {
            ask(field + 1, of: form)
        } else {
            readBack(form)
        }
        return effects
    }

    /// Reads every answer and what will be written; what cannot be written is asked again.
    mutating func readBack(_ form: Form) {
        do throws(FormFault) {
            let drafts = try state.readDrafts(of: form)
            say("Read-back. \(form.title)")
            for field in form.fields where !standing(field).isEmpty { say("\(field.label): \(standing(field))") }
            for draft in drafts { say("It will say: \(state.words(of: draft))") }
            // What the reading of a telephone line says, and what is doubtful, is heard before it is saved.
            for line in state.phoneLines(of: form) ?? [state.doubts(in: form)].compactMap({ $0 }) { say(line) }
            sayOtherReading(of: form)
            question = .confirm
        } catch {
            say(error.message)
            isMending = true
            ask(error.field, of: form)
        }
    }

    /// What an amount may be besides; whoever heard it is not asked again.
    private mutating func sayOtherReading(of form: Form) {
        guard let words = state.unusualAmount(in: form) else { return }
        say(words)
        var form = form
        form.asked = form.seized
        state.overlay = .form(form)
    }

    /// Takes the other reading of the amounts and reads everything back; false where there is none.
    private mutating func takesOther(_ text: String, _ form: Form) -> Bool {
        var form = form
        guard state.meansOther(text), state.takeOtherReading(in: &form) else { return false }
        state.overlay = .form(form)
        readBack(form)
        return true
    }

    private mutating func confirm(_ text: String, _ form: Form) -> [Effect] {
        if takesOther(text, form) { return [] }
        switch state.yesOrNo(text) {
        case true?:
            let effects = state.submit(form)
            // Another form may have come in its place, with questions of its own.
            if case .form(let next) = state.overlay, next.draftKey != form.draftKey { question = nil }
            return effects
        case false?:
            listAnswers(form)
            question = .mend
        case nil: say("Please say yes or no.")
        }
        return []
    }

    private mutating func mend(_ text: String, _ form: Form) -> [Effect] {
        if let number = Int(text), form.fields.indices.contains(number - 1) {
            isMending = true
            ask(number - 1, of: form)
            return []
        }
        if state.yesOrNo(text) == true {
            question = .confirm
            return state.submit(form)
        }
        if takesOther(text, form) { return [] }
        say("“\(text)” is none of the answers.")
        return []
    }

    private mutating func listAnswers(_ form: Form) {
        for (place, field) in form.fields.enumerated() { say("\(place + 1). \(field.label): \(standing(field))") }
    }
}

extension Form.Field {
    /// Takes an answer in words; a choice by its number or by the beginning of its words. False when it is none of them.
    mutating func take(answer: String, in catalogue: Catalogue) -> Bool {
        guard case .choice(let choices, _) = kind else {
            input = TextField(answer)
            return true
        }
        if let number = Int(answer), choices.indices.contains(number - 1) {
            kind = .choice(choices, selected: number - 1)
            return true
        }
        let typed = answer.lowercased()
        let fitting = choices.indices.filter { catalogue.text(choices[$0]).lowercased().hasPrefix(typed) }
        guard !typed.isEmpty, fitting.count == 1 else { return false }
        kind = .choice(choices, selected: fitting[0])
        return true
    }
}

extension AppState {
    /// Yes, no, or neither, in English or in the language of the screen.
    func yesOrNo(_ text: String) -> Bool? {
        let typed = text.lowercased()
        guard !typed.isEmpty else { return nil }
        if ["yes", catalogue.text("yes").lowercased()].contains(where: { $0.hasPrefix(typed) }) { return true }
        return ["no", catalogue.text("no").lowercased()].contains { $0.hasPrefix(typed) } ? false : nil
    }

    /// What an entry will say when a draft is written.
    func words(of draft: Draft) -> Message {
        // The name plays no part in what an entry says.
        let name = SubjectName(area: .alerts, year: 0, number: 0, isExercise: board.isExercise)
        let entry = Entry(
            origin: "", index: 0, previous: .zero, id: .timed(now, count: 0, chance: 0), desk: "", subject: name,
            kind: draft.event.kind, at: draft.at ?? now, recorded: now, actor: officer, body: draft.event.body)
        let words = entry.message(face, now: now)
        return draft.at.map { "\(words), happened \(face.moment($0, now: now)) \(face.offsetText($0))" } ?? words
    }
}
