import Model
import Wording

/// What a form about a delivery makes.
package struct DeliveryPurpose: Equatable, Sendable {
    let fact: DeliveryFact
    let name: SubjectName
    /// What it may be about, in the order of the first field's choices: entries of exceptions or of doubts.
    var entries: [Int64] = []
    /// The number of the newest entry when the form was opened.
    var knownTo: Int64 = 0
    /// The leg that it is on.
    var leg: Int?
    /// A step that is done, or somebody who was told, where only a remark and the hour are asked for.
    var ticked: DeliveryEvent?

    /// The same for the same question, however the delivery moved meanwhile.
    var draftKey: String { "\(fact.rawValue) \(name.text)" + (ticked.map { " \($0)" } ?? "") }
}

extension DeliveryEvent {
    /// The same tick with a remark.
    func saying(_ note: String?) -> DeliveryEvent {
        switch self {
        case .partyTold(var body):
            body.note = note
            return .partyTold(body)
        case .interventionStepDone(var body):
            body.note = note
            return .interventionStepDone(body)
        case .checklistItemDone(var body):
            body.note = note
            return .checklistItemDone(body)
        default: return self
        }
    }
}

extension Form {
    /// What a field of a delivery's form is about, so that answers are found by it and not by their place.
    package enum Slot: Hashable, Sendable {
        case plain
        case line, from, party, text, place, leg, when, calledBack, exception, about, officer, note
        case state, authority, number, form, since, until, entry, exit, method, conditions, paperBy, replaces, reason
        case states, version, goes, seal, weight, tracker, minutes, decides, steps, tell, options
        case exhibit, thing, weighing, oldSeal, sort, result, matter, to, due, lessons, procedure, clear
        case goods, initiator, conveyance, priority
        case confirmBy, answerBy, channel, quiet, lead, notice, every
    }
}

extension Form.Field {
    /// The same field, to be found by what it is about.
    func about(_ slot: Form.Slot) -> Form.Field {
        var field = self
        field.slot = slot
        return field
    }

    static let noAndYes: [Message] = ["no", "yes"]

    /// A question that `y` and `n` answer, too.
    static func question(_ label: Message, _ slot: Form.Slot, yes: Bool = false, hint: Message? = nil) -> Form.Field {
        Form.Field(label, choices: noAndYes, selected: yes ? 1 : 0, hint: hint).about(slot)
    }

    var isQuestion: Bool { if case .choice(let choices, _) = kind { choices == Self.noAndYes } else { false } }
}

extension Form {
    func field(_ slot: Slot) -> Field? { fields.first { $0.slot == slot } }
    func place(of slot: Slot) -> Int { fields.firstIndex { $0.slot == slot } ?? 0 }

    /// Puts an answer in that was known elsewhere.
    mutating func fill(_ slot: Slot, _ text: String?) {
        guard let text, let place = fields.firstIndex(where: { $0.slot == slot }) else { return }
        fields[place].input = TextField(text)
    }

    mutating func choose(_ slot: Slot, _ selected: Int) {
        guard let place = fields.firstIndex(where: { $0.slot == slot }),
            case .choice(let choices, _) = fields[place].kind, choices.indices.contains(selected)
        else { return }
        fields[place].kind = .choice(choices, selected: selected)
    }

    var isPhone: Bool { if case .phone = purpose { true } else { false } }

    /// Whether Enter saves in any field: nothing behind the one where it is pressed has to be answered.
    var savesAtOnce: Bool {
        switch purpose {
        case .phone, .paper: true
        case .delivery(let purpose): purpose.fact == .stop
        default: false
        }
    }
}
