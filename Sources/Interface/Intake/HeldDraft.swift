import Model
import Wording

/// What could be read of a held message, for an alert that a person raises of it.
package struct HeldDraft: Equatable, Sendable {
    /// The alert that it would be; its payloads are those that are kept of the message already.
    package let raised: AlertRaised
    /// What identifies living persons, for a payload.
    package let personal: [SealedIdentifiers.Row]
    /// What is written on the held message when it became an alert.
    var note = ""

    package init(_ raised: AlertRaised, personal: [SealedIdentifiers.Row]) {
        self.raised = raised
        self.personal = personal
    }
}

extension AppState {
    /// Asks for what can be read of a held message; the form opens when that is known.
    mutating func raiseHeld(_ name: SubjectName) -> [Effect] {
        guard let message = heldMessage(name) else { return [] }
        if let reason = Obstacles.held(self) ?? Command.named("take-in").flatMap({ obstacleOfRole(to: $0) }) {
            return say(reason, isError: true)
        }
        guard !message.held.payloads.isEmpty else {
            return say(
                "Nothing of \(name.text) is kept: write an alert by hand, and put this aside with a reason.",
                isError: true)
        }
        heldAwaited = name
        return [.readHeld(name)]
    }

    /// The answer to `readHeld`; whoever went on to something else meanwhile is left alone.
    mutating func takeHeld(_ name: SubjectName, _ draft: HeldDraft?) -> [Effect] {
        guard heldAwaited == name, !isVisitor, !conceals else { return [] }
        heldAwaited = nil
        switch overlay {
        case nil, .raw: break
        case .pick(let pick) where pick.source == .held: break
        default: return []
        }
        guard let message = heldMessage(name) else { return [] }
        guard let draft else {
            return say("\(name.text) can no longer be read; :discard puts it aside.", isError: true)
        }
        var noted = draft
        noted.note = catalogue.text("raised by hand")
        return ask(.raiseHeld(message, noted), answers: [])
    }
}

extension Form {
    /// A new alert with what could be read filled in; what nobody changes is saved as it was read.
    static func raiseHeld(_ message: HeldMessage, _ draft: HeldDraft) -> Form {
        let raised = draft.raised
        var form = Form.raiseAlert()
        form.fields[0].fill(raised.headline)
        form.fields[1].fill(raised.source)
        form.fields[2].choose(raised.priority - 1)
        form.fields[3].choose(MessageKind.allCases.firstIndex(of: raised.message) ?? 0)
        form.fields[4].fill(raised.place ?? "")
        form.fields[7].fill(raised.particulars.items.map(\.line).joined(separator: "; "))
        var filled = Form(
            .raiseHeld(message.name, draft), title: "New alert of \(message.name.text), \(message.held.file)",
            expecting: message.trail.last, fields: form.fields)
        filled.focus = 0
        return filled
    }

    /// The alert, and that the message became one, in one append: an interruption leaves both or neither.
    func raisedOfHeld(
        _ name: SubjectName, _ draft: HeldDraft, _ times: FormTimes
    ) throws(FormFault) -> [Draft] {
        let raised = try raisedOfHeld(draft, times)
        let released = HeldReleased(note: draft.note)
        return [raised, Draft(.existing(name), .intake(.released(released)), expecting: expecting, naming: 0)]
    }

    private func raisedOfHeld(_ draft: HeldDraft, _ times: FormTimes) throws(FormFault) -> Draft {
        var raised = draft.raised
        var personal = draft.personal
        let headline = try required(0)
        if headline != fields[0].initial {
            let line = AlertLine(headline)
            raised.headline = line.headline
            for found in line.identifiers {
                if found.kind.isPersonal {
                    guard let row = SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state),
                        !personal.contains(row)
                    else { continue }
                    personal.append(row)
                } else if let mention = IdentifierMention(found.kind, typed: found.typed, state: found.state),
                    !raised.particulars.identifiers.contains(mention)
                {
                    raised.particulars.identifiers.append(mention)
                }
            }
        }
        let source = try required(1)
        raised.source = source.uppercased().stateCode.isEmpty ? source : source.uppercased()
        raised.priority = fields[2].choice + 1
        raised.message = MessageKind.allCases[fields[3].choice]
        if fields[4].text != fields[4].initial {
            (raised.place, raised.particulars.place) = (fields[4].optionalText, fields[4].optionalText)
            (raised.particulars.placeID, raised.particulars.position) = (nil, nil)
        }
        if let due = try times.optional(6, leaning: .deadline) { raised.firstDue = due }
        if fields[7].text != fields[7].initial {
            raised.particulars.items = fields[7].optionalText.map { SeizedLine($0, keepsUnknown: true).items } ?? []
            (raised.substance, raised.quantity) = (nil, nil)
        }
        return Draft(
            .new(.alerts), .alert(.raised(raised)), at: try times.past(5),
            parts: personal.isEmpty ? [] : [.identifiers(personal)])
    }
}

extension Form.Field {
    fileprivate mutating func fill(_ text: String) {
        input = TextField(text)
        initial = self.text
    }

    fileprivate mutating func choose(_ place: Int) {
        if case .choice(let choices, _) = kind, choices.indices.contains(place) {
            kind = .choice(choices, selected: place)
        }
    }
}
