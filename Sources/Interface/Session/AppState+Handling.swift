import Model
import Wording

/// The need to know: what of a record that bears a handling code is shown to the one who sits here, and what is written
/// down of its reading.
extension AppState {
    /// Who reads; nil where nobody is known by a key, and nothing is withheld.
    var reader: Reader? {
        guard case .open(let seat) = session else { return nil }
        let hasTheWatch = (liveBoard ?? board).watch?.officerID == seat.officer
        return Reader(officer: seat.officer, role: seat.role, hasTheWatch: hasTheWatch)
    }

    func leave(for action: HandlingAction, of name: SubjectName) -> Leave {
        reader?.leave(for: action, handlings[name]) ?? .yes
    }

    /// Whether only the existence of the subject may be shown, with its priority and its times.
    func withholds(_ name: SubjectName) -> Bool { leave(for: .list, of: name) == .no }

    /// Whether the words of its records are hidden until its reading is written down.
    func withholdsRecords(of name: SubjectName) -> Bool {
        switch leave(for: .open, of: name) {
        case .yes, .logged: false
        case .withReason: !hasConsulted(name)
        case .no: true
        }
    }

    /// One reading is written down once for so long.
    private static let oneReading = Span.minutes(10)

    private func hasConsulted(_ name: SubjectName) -> Bool {
        consulted[name].map { real >= $0 && real - $0 < AppState.oneReading } ?? false
    }

    /// What must happen before the subject's page is opened; nil when nothing must.
    mutating func consult(_ name: SubjectName) -> [Effect]? {
        guard let seat = session.seat, let code = handlings[name]?.current.code else { return nil }
        switch leave(for: .open, of: name) {
        case .yes: return nil
        case .no:
            notice = Notice(message: withheldWords(of: name), isError: true)
            return []
        case .logged, .withReason:
            guard !hasConsulted(name), !isReviewing, let own = officer(named: seat.officer)?.name else { return nil }
            if leave(for: .open, of: name) == .withReason { return ask(.consult(name, code, by: own), answers: []) }
            return append(
                Draft(.existing(own), .officer(.consulted(RecordConsulted(record: name, code: code)))))
        }
    }

    /// The reading is written down: now the page may be opened.
    mutating func openConsulted() -> [Effect] {
        guard let name = consulting else { return [] }
        consulting = nil
        consulted[name] = real
        return open(.subject(name))
    }

    /// Why the text of a subject may not be copied; nil when it may.
    func obstacleOfCopying(_ name: SubjectName) -> Message? {
        guard let code = handlings[name]?.current.code else { return nil }
        switch leave(for: .copy, of: name) {
        case .yes: return nil
        case .logged, .withReason:
            return hasConsulted(name) ? nil : "\(name.text) is \(code.rawValue): open it first, then it can be copied."
        case .no: return withheldWords(of: name)
        }
    }

    /// What is written down when a protected text is copied.
    func copyDraft(of name: SubjectName) -> Draft? {
        guard let code = handlings[name]?.current.code, [.logged, .withReason].contains(leave(for: .copy, of: name)),
            let seat = session.seat, let own = officer(named: seat.officer)?.name
        else { return nil }
        return Draft(
            .existing(own), .officer(.consulted(RecordConsulted(record: name, code: code, action: .copy))))
    }

    /// In the place of words that are withheld: of what is not for this reader whom to call, and nothing else.
    func withheldWords(of name: SubjectName) -> Message {
        let handling = handlings[name]
        let code = handling?.current.code.rawValue ?? ""
        guard leave(for: .open, of: name) == .no else {
            let way: Message = isSpoken ? "“open”" : .verbatim("Enter")
            return "\(code): \(way) opens it, and your reading is written down"
        }
        return "\(code): not for you. Call: \((handling?.call ?? .supervisor).message)"
    }

    /// A subject as it may be named: of what is withheld not even the number is said.
    func shownName(_ name: SubjectName) -> String { withholds(name) ? withheldCode(of: name) : name.text }

    /// The same in short.
    func shownNumber(_ name: SubjectName) -> String { withholds(name) ? withheldCode(of: name) : name.short }

    private func withheldCode(of name: SubjectName) -> String { handlings[name]?.current.code.rawValue ?? "" }

    /// In front of the words of a record that bears a code beyond H0.
    func codeMark(of name: SubjectName) -> String {
        guard let code = handlings[name]?.current.code, code > .h0 else { return "" }
        return "[\(code.rawValue)] "
    }
}

extension Form {
    static func consult(_ name: SubjectName, _ code: HandlingCode, by officer: SubjectName) -> Form {
        Form(
            .consult(name, code, officer: officer), title: "\(name.text) is \(code.rawValue): why do you read it?",
            fields: [Field("Because", hint: "it stands in the log with your name")])
    }

    static func handling(_ name: SubjectName, _ current: Handling?) -> Form {
        let code = current?.current.code ?? .h2
        return Form(
            .handling(name), title: "How \(name.text) is to be handled",
            fields: [
                Field(
                    "Code",
                    choices: [
                        "H0 no limits", "H1 not in court without permission", "H2 not to be passed on",
                        "H3 named readers",
                    ],
                    selected: HandlingCode.allCases.firstIndex(of: code) ?? 2),
                Field("Originator", current?.current.originator ?? "", hint: "whose information it is: KGZ, a service"),
                Field("Conditions", current?.current.conditions ?? "", hint: "what else was asked; may stay empty"),
                Field(
                    "Readers", (current?.current.readers ?? []).joined(separator: ", "),
                    hint: "officer ids, for H3; may stay empty"),
                Field("Permission", hint: "for a less strict code: who gave it, when, how"),
                Field("Graded", hint: "source A B C X and information 1 to 4, such as B2; may stay empty"),
            ])
    }

    /// The event that the form about handling makes.
    func handled(_ name: SubjectName) throws(FormFault) -> Draft {
        let readers = fields[3].text.split { $0 == "," || $0 == " " }.map(String.init)
        let grade = fields[5].text.uppercased()
        var set = HandlingSet(
            code: HandlingCode.allCases[fields[0].choice], originator: try required(1),
            conditions: fields[2].optionalText, readers: readers, permission: fields[4].optionalText)
        if !grade.isEmpty {
            guard grade.count == 2, let source = SourceGrade(rawValue: String(grade.prefix(1))),
                let information = InformationGrade(rawValue: String(grade.suffix(1)))
            else {
                throw FormFault(
                    message: "“\(grade)” is not a grade; give a letter A B C X and a digit 1 to 4.", field: 5)
            }
            (set.source, set.information) = (source, information)
        }
        return Draft(.existing(name), .handling(.set(set)))
    }
}

extension Command {
    static let handlings: [Command] = [
        Command(
            "handling", "Handling", "Say how the information may be handled: code, originator, readers", group: .act,
            argument: .subject, unless: Obstacles.handled
        ) { state, _ in
            guard let name = state.selectedSubject else { return [] }
            return state.ask(.handling(name, state.handlings[name]), answers: [])
        }
    ]
}

extension Obstacles {
    static func handled(_ state: AppState) -> Message? {
        if let reason = reading(state) { return reason }
        guard let name = state.selectedSubject, [.alerts, .deliveries, .seizures].contains(name.area) else {
            return "Choose an alert, a delivery or a seizure first."
        }
        return state.withholdsRecords(of: name) ? state.withheldWords(of: name) : nil
    }
}

extension AppState {
    /// The fact on a subject's page.
    func handlingFact(of name: SubjectName) -> Fact? {
        guard let handling = handlings[name] else { return nil }
        let set = handling.current
        let grades = [set.source?.rawValue, set.information?.rawValue].compactMap { $0 }.joined()
        let original =
            handling.original.code == set.code
            ? nil : "\(catalogue.text("at first")) \(handling.original.code.rawValue)"
        let parts: [String?] = [
            set.code.rawValue, set.originator, grades, set.conditions, set.readers.joined(separator: " "), original,
        ]
        return Fact(
            "Handling", parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "),
            set.code >= .h2 ? .warning : .text)
    }
}

extension Draft {
    /// The record whose reading this writes down, to open it then.
    var openedRecord: SubjectName? {
        guard case .officer(.consulted(let body)) = event, body.action == .open else { return nil }
        return body.record
    }
}
