import Model
import Screen
import Wording

/// Messages in and out in plain lines: a message is given line by line, and what leaves is asked for field by field.
extension LineSession {
    /// What ends a message that is given line by line.
    private static let end = "."

    // MARK: In

    /// Asks for the lines of a message, then says what was understood and what is missing.
    mutating func concludePaste(_ sheet: PasteSheet) {
        if let fault = sheet.fault { say(fault) }
        if sheet.text.isEmpty {
            if question != .paste {
                say(
                    "Paste or type the message; a line with nothing but “.” ends it, Ctrl-C leaves. Nothing of it is run."
                )
            }
            question = .paste
            return
        }
        guard sheet.message != nil else { return }
        for line in state.pasteLines(of: sheet, width: columns) { say(.verbatim(line.text.plain)) }
        if sheet.message?.hasOtherReading == true { say("“\("other" as Message)” takes the other reading.") }
        question = sheet.message?.doubts.contains(.noSource) == true && sheet.source.isEmpty ? .source : .confirmSheet
    }

    /// A line of the message, as it stands.
    mutating func takePasted(_ line: String) -> [Effect] {
        guard case .paste(var sheet) = state.overlay else {
            question = nil
            return []
        }
        guard line.trimmingBlanks == LineSession.end else {
            pasted += line + "\n"
            return []
        }
        sheet.text = pasted
        pasted = ""
        guard !sheet.text.trimmingBlanks.isEmpty else { return leaveSheet() }
        sheet.generation += 1
        state.overlay = .paste(sheet)
        return [.readPaste(sheet.text, generation: sheet.generation)]
    }

    mutating func takeSource(_ text: String) -> [Effect] {
        guard case .paste(var sheet) = state.overlay, !text.isEmpty else { return [] }
        sheet.source = TextField(text)
        sheet.fault = nil
        state.overlay = .paste(sheet)
        question = .confirmSheet
        return []
    }

    // MARK: Out

    /// Asks for what is to be known before something leaves, then reads out what goes, what stays and why.
    mutating func concludeRelease(_ sheet: ReleaseSheet) {
        if sheet.composed != nil {
            for line in state.releaseLines(of: sheet, width: columns) {
                say(.verbatim(line.map(\.text).joined(separator: " ")))
            }
            question = .confirmSheet
            return
        }
        if let fault = sheet.fault {
            say(fault)
            askField(sheet.focus, of: sheet)
        } else if question == nil {
            say("Give out \(sheet.subject.text)")
            say("Enter keeps what is in brackets, “-” empties it, “?” explains, “<” goes back, “.” leaves.")
            askField(sheet.recipient.isEmpty ? 0 : 1, of: sheet)
        }
    }

    private mutating func askField(_ field: Int, of sheet: ReleaseSheet) {
        question = .sheet(field: field)
        guard case .choice(let choices, _) = sheet.fields[field].kind else { return }
        let list = choices.enumerated().map { "\($0 + 1) \(state.catalogue.text($1))" }
        say("\(sheet.fields[field].label): \(list.joined(separator: "; "))")
    }

    mutating func takeField(_ text: String, _ field: Int) -> [Effect] {
        guard case .release(var sheet) = state.overlay else { return [] }
        sheet.fault = nil
        state.overlay = .release(sheet)
        switch text {
        case "?":
            say(sheet.fields[field].spokenHint)
            askField(field, of: sheet)
            return []
        case "<":
            askField(max(0, field - 1), of: sheet)
            return []
        case "": break
        default:
            guard sheet.fields[field].take(answer: text == "-" ? "" : text, in: state.catalogue) else {
                say("“\(text)” is none of the answers.")
                askField(field, of: sheet)
                return []
            }
        }
        sheet.focus = field
        state.overlay = .release(sheet)
        guard field + 1 == sheet.fields.count else {
            askField(field + 1, of: sheet)
            return []
        }
        sayPreview(of: sheet)
        return state.handle(.key(.control("s")))
    }

    private mutating func sayPreview(of sheet: ReleaseSheet) {
        for line in state.releaseLines(of: sheet, width: columns) {
            say(.verbatim(line.map(\.text).joined(separator: " ")))
        }
    }

    // MARK: Both

    /// The “yes” after everything was read out.
    mutating func confirmSheet(_ text: String) -> [Effect] {
        if case .paste(let sheet) = state.overlay, sheet.message?.hasOtherReading == true, state.meansOther(text) {
            let effects = state.handle(.key(.function(6)))
            if case .paste(var sheet) = state.overlay {
                // The first reading is not said again while the other one is made.
                sheet.message = nil
                state.overlay = .paste(sheet)
            }
            return effects
        }
        switch state.yesOrNo(text) {
        case true?:
            question = nil
            return state.handle(.key(.enter))
        case false?: return leaveSheet()
        case nil:
            say("Please say yes or no.")
            return []
        }
    }

    mutating func leaveSheet() -> [Effect] {
        question = nil
        pasted = ""
        state.overlay = nil
        say("Left. Nothing was written.")
        return []
    }
}

extension Input {
    /// The answer to what a sheet asked for.
    var isOfASheet: Bool {
        switch self {
        case .pasteRead, .composed: true
        default: false
        }
    }
}

extension Form.Field {
    /// What is said of it where no key goes through what is offered.
    var spokenHint: Message { hint ?? "Any text; there is nothing more to say about it." }

    /// The same beside a field on the screen.
    var shownHint: Message? {
        guard let hint else { return nil }
        return presets.isEmpty ? hint : "\(hint); Left and Right offer more"
    }
}
