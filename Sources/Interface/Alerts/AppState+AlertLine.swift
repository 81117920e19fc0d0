import Model
import Places
import Wording

extension Quantity {
    /// Read anew from its words, where these may be two numbers.
    fileprivate var readings: Typed? { Quantity.typed(typed ?? plain).flatMap { $0.other == nil ? nil : $0 } }

    /// Without zeros at the end, which would make of 1.25 kg something that may be 1250 kg.
    fileprivate var shortest: String {
        let number = ExactDecimal(amount)?.normalised.text ?? amount
        return unit.isEmpty ? number : "\(number) \(unit)"
    }
}

/// The new alert in one line: what was understood of it stands in the other fields while it is typed.
extension AppState {
    /// Puts what the line says into the fields that nobody has touched.
    func understand(_ form: inout Form) {
        let line = AlertLine(form.fields[0].text, kinds: kindWords)
        form.propose(line.source ?? "", in: 1)
        // What the tables know is the place alone; without them, what is left of the line.
        let scene = places.mentions(in: form.fields[0].text, state: line.source).scene?.name
        form.propose(scene ?? line.place ?? "", in: 4)
        form.propose(line.items.map(\.line).joined(separator: "; "), in: 7)
        form.choose(line.priority.map { $0 - 1 }, usual: 1, in: 2)
        form.choose(line.kind.flatMap { MessageKind.allCases.firstIndex(of: $0) }, usual: 0, in: 3)
    }

    /// What was typed while the tables were read is understood with them.
    mutating func takePlaces(_ gazetteer: Gazetteer) {
        places = gazetteer
        board.take(places: gazetteer.knowledge)
        askRoads()
        guard case .form(var form) = overlay, case .raiseAlert = form.purpose, form.focus == 0, !form.isSaving else {
            return
        }
        understand(&form)
        overlay = .form(form)
    }

    /// The first words of the kinds in English and in the language of the screen, folded.
    private var kindWords: [String: MessageKind] {
        var words: [String: MessageKind] = [:]
        for kind in MessageKind.allCases {
            words[kind.rawValue] = kind
            for catalogue in [Catalogue.english, catalogue] {
                let text = catalogue.text(kind.message)
                // Of several words only the whole would be sure, and a line is read word by word.
                if !text.contains(" ") { words[AppState.folded(text)] = kind }
            }
        }
        return words
    }

    private static func folded(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(text))
        return String(view)
    }

    /// What is to be asked of an amount that is far more than usual, or that may be another number; nil where nothing is.
    func unusualAmount(in form: Form) -> Message? {
        guard let seized = form.seized else { return nil }
        let items = SeizedLine(seized, keepsUnknown: true).items
        let prompt = items.compactMap { UsualAmount.prompt(for: $0) }.first.map { QuantityWords(catalogue).prompt($0) }
        guard let doubt = items.lazy.compactMap({ $0.quantity?.readings }).first, let other = doubt.other else {
            return prompt
        }
        if let prompt { return "\(prompt) Perhaps \(other.shortest) is meant: \(wayToOther) takes it." }
        // Whoever chose one of the two is not asked again.
        guard form.asked != form.seized else { return nil }
        let typed = doubt.quantity.typed ?? doubt.quantity.plain
        return
            "“\(typed)” is read as \(doubt.quantity.shortest). Perhaps \(other.shortest) is meant: \(wayToOther) takes it."
    }

    /// What is pressed for the other reading, or said where lines are typed.
    private var wayToOther: Message { isSpoken ? "“\("other" as Message)”" : .verbatim("F6") }

    /// What is pressed, or said, for a new alert that was typed before and not saved.
    var wayToEarlier: Message { isSpoken ? "“\("earlier" as Message)”" : .verbatim("F3") }

    /// What is pressed, or said, to save what is doubtful.
    var wayToSave: Message { isSpoken ? "“\("yes" as Message)”" : .verbatim("^S") }

    /// Whether the word asks for the other reading, in English or in the language of the screen.
    func meansOther(_ text: String) -> Bool {
        let typed = text.lowercased()
        guard !typed.isEmpty, yesOrNo(text) == nil else { return false }
        return ["other", catalogue.text("other").lowercased()].contains { $0.hasPrefix(typed) }
    }

    /// Whether the whole word asks for what was typed before: where it is asked for, any other word is an answer.
    func meansEarlier(_ text: String) -> Bool {
        ["earlier", catalogue.text("earlier").lowercased()].contains(text.lowercased())
    }

    /// Takes the other reading of each amount that may be two numbers; false where there is none.
    func takeOtherReading(in form: inout Form) -> Bool {
        guard let place = form.seizedField else { return false }
        var text = form.fields[place].input.text
        for item in SeizedLine(text, keepsUnknown: true).items {
            guard let quantity = item.quantity, let other = quantity.readings?.other,
                let range = text.firstRange(of: quantity.typed ?? quantity.plain)
            else { continue }
            text.replaceSubrange(range, with: other.shortest)
        }
        guard text != form.fields[place].input.text else { return false }
        form.fields[place].input = TextField(text)
        form.fault = nil
        form.asked = form.seized
        return true
    }

    /// What was understood of the things and numbers in the line, for the foot of the form; nil for other forms.
    func understoodWords(of form: Form) -> Message? {
        guard case .raiseAlert = form.purpose, !form.fields[0].isEmpty else { return nil }
        let items = SeizedLine(form.fields[7].text, keepsUnknown: true).items.map { words(of: $0) }
        let numbers = AlertLine(form.fields[0].text).identifiers.map { identifier in
            identifier.kind.isPersonal
                ? "\(catalogue.text(identifier.kind.message)) (\(catalogue.text("kept apart")))"
                : "\(catalogue.text(identifier.kind.message)) \(identifier.typed)"
        }
        let all = items + numbers
        guard !all.isEmpty else { return nil }
        return "understood: \(all.joined(separator: "; "))"
    }
}

extension Form {
    /// Where it asks what was seized.
    var seizedField: Int? {
        switch purpose {
        case .raiseAlert, .raiseHeld: 7
        case .alert(.detail): 0
        default: nil
        }
    }

    /// What is typed there.
    var seized: String? { seizedField.flatMap { fields[$0].optionalText } }

    /// Whether the line says who tells and what, so that nothing has to be asked.
    var isUnderstood: Bool {
        guard case .raiseAlert = purpose, focus == 0 else { return false }
        return !fields[0].isEmpty && !fields[1].isEmpty
    }

    fileprivate mutating func propose(_ text: String, in field: Int) {
        guard fields[field].text == fields[field].initial else { return }
        fields[field].input = TextField(text)
        fields[field].initial = fields[field].text
    }

    /// A choice follows the line until somebody chooses otherwise: then it is not the one that the line made before.
    fileprivate mutating func choose(_ place: Int?, usual: Int, in field: Int) {
        guard case .choice(let choices, _) = fields[field].kind, !fields[field].isTouched else { return }
        fields[field].kind = .choice(choices, selected: place ?? usual)
    }
}

extension SeizedItem {
    /// As it can be typed again: the amount, then the name.
    var line: String {
        [quantity.map { $0.typed ?? "\($0.amount) \($0.unit)" }, name].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
