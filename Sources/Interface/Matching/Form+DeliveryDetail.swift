import Model
import Wording

extension Form {
    static func detail(_ delivery: Delivery) -> Form {
        Form(
            .deliveryDetail(delivery.name), title: "More is known of \(delivery.name.text)",
            fields: [
                Field("Number", hint: "plate, container, phone ...; personal ones are kept apart"),
                Field("Place", hint: "where it was", place: .anywhere),
                Field("From", hint: "where it came from", place: .anywhere),
                Field("To", hint: "where it was to go", place: .anywhere),
                Field("Hidden in", hint: "how it was hidden"),
                Field("Transport", hint: "truck, train, flight"),
                Field("Text", hint: "anything else, as it was said"),
                Field("Who says so", hint: "may stay empty"),
            ])
    }

    func deliveryDetail(_ name: SubjectName) throws(FormFault) -> Draft {
        let found = fields[0].text.split(separator: ";").flatMap { Identifier.typed(String($0)) }
        if fields[0].optionalText != nil, found.isEmpty {
            throw FormFault(
                message:
                    "\(fields[0].label): no plate, container, telephone or other number is recognised; say what it is, such as “plate 01 A 123 BC”, or put it under Text.",
                field: 0)
        }
        let particulars = Particulars(
            identifiers: found.compactMap { IdentifierMention($0.kind, typed: $0.typed, state: $0.state) },
            place: fields[1].optionalText, departure: fields[2].optionalText, destination: fields[3].optionalText,
            concealment: fields[4].optionalText, transport: fields[5].optionalText, text: fields[6].optionalText)
        let personal = found.compactMap { found in
            found.kind.isPersonal ? SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state) : nil
        }
        guard !particulars.isEmpty || !personal.isEmpty else {
            throw FormFault(message: "\(fields[0].label) is still empty.", field: 0)
        }
        return Draft(
            .existing(name), .delivery(.detailed(DeliveryDetailed(particulars, source: fields[7].optionalText))),
            parts: personal.isEmpty ? [] : [.identifiers(personal)])
    }
}

extension Command {
    /// What is in two operations, and what a State is asked.
    static let deconfliction: [Command] = [
        Command(
            "entities", "More", "Write down what else is known of a delivery: numbers, place, concealment",
            group: .act, argument: .text, unless: Obstacles.delivery
        ) { state, argument in
            guard let delivery = state.selectedDelivery else { return [] }
            var form = Form.detail(delivery)
            guard !argument.isEmpty else { return state.ask(form, answers: []) }
            form.fields[6].input = TextField(argument)
            return state.submit(form)
        },
        Command(
            "ours", "Ours?", "Answer whether a seizure near the road is the load: y, n, or ? to ask the State",
            group: .act, argument: .text, unless: Obstacles.whose
        ) { state, argument in state.askWhose(argument) },
        Command(
            "draft", "Request", "Draft a request to a State from the delivery, with what is still missing in it",
            group: .act, argument: .text, unless: Obstacles.drafted
        ) { state, argument in state.draftRequest(argument) },
    ]

    static let stateScreen: [Command] = [
        Command(
            "state", "State", "Everything that is open with one State, both ways: :state UZB", group: .show,
            argument: .text
        ) { state, argument in state.openState(argument) }
    ]
}

extension Obstacles {
    static func whose(_ state: AppState) -> Message? {
        if let reason = reading(state) ?? subject(state) { return reason }
        guard let name = state.selectedSubject, [.alerts, .deliveries].contains(name.area) else {
            return "Choose an alert or a delivery first."
        }
        return state.withholdsRecords(of: name) ? state.withheldWords(of: name) : nil
    }

    static func drafted(_ state: AppState) -> Message? {
        if let reason = delivery(state) { return reason }
        guard let name = state.selectedDelivery?.name, state.withholdsRecords(of: name) else { return nil }
        return state.withheldWords(of: name)
    }
}
