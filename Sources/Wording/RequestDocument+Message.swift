import Model

extension RequestPurpose {
    package var message: Message {
        switch self {
        case .transit: "consent to transit"
        case .moreTime: "more time"
        case .information: "information"
        case .evidence: "evidence, in due form"
        case .charges: "taking over of charges, in due form"
        case .extradition: "extradition, in due form"
        }
    }

    /// The first sentence of a request: what is asked. The State decides.
    fileprivate func opening(_ delivery: String) -> Message {
        switch self {
        case .transit:
            "We ask you to consider consent to the passage of controlled delivery \(delivery) through your territory."
        case .moreTime: "We ask you to consider a longer consent for controlled delivery \(delivery)."
        case .information: "We ask you for information about controlled delivery \(delivery)."
        case .evidence: "We ask you to consider handing over evidence of controlled delivery \(delivery)."
        case .charges: "We ask you to consider taking over charges after controlled delivery \(delivery)."
        case .extradition: "We ask you to consider extradition after controlled delivery \(delivery)."
        }
    }
}

extension RequestDocument.Field {
    package var message: Message {
        switch self {
        case .initiator: "Asked by"
        case .goods: "Goods"
        case .method: "Method"
        case .conveyance: "Conveyance"
        case .identifiers: "Numbers"
        case .concealment: "Hidden in"
        case .entry: "Entry"
        case .exit: "Exit"
        case .window: "Hours"
        case .lead: "Leads there"
        case .consents: "Consents given by"
        case .consent: "Your consent"
        case .consentUntil: "It ends"
        case .exitEstimate: "Exit expected"
        case .uncovered: "Without consent"
        case .until: "Asked until"
        case .seizure: "Seizure"
        case .seizedAt: "Seized"
        case .exhibits: "Exhibits"
        case .outcome: "Outcome"
        case .words: "Reason or question"
        case .also: "Further"
        case .answerBy: "Answer by"
        case .ourNumber: "Our number"
        }
    }
}

extension RequestDocument {
    /// A line of the request: a label and what it says.
    package struct Line: Equatable, Sendable {
        package let label: Message
        package let value: String
    }

    package func text(of value: Value, in catalogue: Catalogue, _ face: ClockFace) -> String {
        switch value {
        case .texts(let texts): texts.joined(separator: ", ")
        case .identifiers(let identifiers):
            identifiers.map { "\(catalogue.text($0.kind.message)) \($0.typed)" }.joined(separator: ", ")
        case .instant(let instant): face.stamp(instant)
        case .window(let from, let until): "\(face.stamp(from)) – \(face.stamp(until))"
        case .span(let span): face.age(span, .wide)
        case .method(let method): catalogue.text(method.message)
        case .consents(let consents):
            consents.map { consent in
                let end = face.stamp(consent.end)
                let words: Message =
                    consent.isWritten
                    ? "\(consent.given.state) in writing until \(end)"
                    : "\(consent.given.state) by word of mouth until \(end)"
                return catalogue.text(words)
            }.joined(separator: "; ")
        case .outcome(let outcome): catalogue.text(outcome.message)
        }
    }

    /// The rows that say something, in the words of a language; without our number, which stands in the head.
    package func lines(in catalogue: Catalogue, _ face: ClockFace) -> [Line] {
        rows.compactMap { row in
            guard row.field != .ourNumber, let value = row.value else { return nil }
            return Line(label: row.field.message, value: text(of: value, in: catalogue, face))
        }
    }

    /// What is missing, for the reader of `catalogue`: fields that are needed, then rules that nothing answers or that only
    /// a person can look at; a State of which nothing is filed is named.
    package func missingWords(in catalogue: Catalogue) -> [String] { gaps.map { $0.words(in: catalogue) } }

    /// The whole request as it is read, in one language: what is asked first, then what it rests on, a line each.
    package func prose(in catalogue: Catalogue, zone: Zone) -> String {
        let face = catalogue.clockFace(in: zone)
        var lines = [catalogue.text(wishes.purpose.opening(delivery.text))]
        lines += self.lines(in: catalogue, face).map { "\(catalogue.text($0.label)): \($0.value)" }
        // What their rules ask for stands in the request, so that their desk sees it was thought of.
        lines += asked.map { catalogue.text("As you require: \($0.requirement.text)") }
        if version > 1 {
            let words: Message =
                supersedes.map { "Version \(version); it takes the place of our request \($0)." }
                ?? "Version \(version)."
            lines.append(catalogue.text(words))
        }
        lines.append(catalogue.text("The decision is yours. Please confirm that you have this request."))
        return lines.joined(separator: "\n")
    }

    /// The language in which a State's desk reads, where nobody filed another: two letters (ISO 639-1).
    package static func language(of state: String) -> Language {
        switch state {
        case "AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB", "ARM", "BLR", "MDA": .ru
        case "CHN": .zh
        default: .en
        }
    }
}

extension RequestDocument.Gap {
    /// A rule with the name of the column that it stands in: "180" alone says nothing.
    package func words(in catalogue: Catalogue) -> String {
        switch self {
        case .rule(let field, let text), .toBeLookedAt(let field, let text):
            "\(catalogue.text(field.message)): \(text)"
        case .field, .nothingFiled: catalogue.text(message)
        }
    }

    private var message: Message {
        switch self {
        case .field(let field): field.message
        case .rule(_, let text), .toBeLookedAt(_, let text): .verbatim(text)
        case .nothingFiled(let state):
            "What \(state) requires is not in the directory: nothing can be said to be complete"
        }
    }
}
