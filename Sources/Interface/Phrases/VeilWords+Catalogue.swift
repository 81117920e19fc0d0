import Model
import Wording

extension Veil.Words {
    /// What stands for hidden words in a language.
    package init(_ catalogue: Catalogue) {
        self.init(
            names: Dictionary(
                uniqueKeysWithValues: Pseudonyms.Kind.allCases.map { ($0, catalogue.text($0.message)) }),
            messages: Dictionary(
                uniqueKeysWithValues: MessageKind.allCases.map { ($0, catalogue.text($0.message)) }),
            short: catalogue.text("(short text hidden)"), medium: catalogue.text("(text hidden)"),
            long: catalogue.text("(long text hidden)"))
    }
}

extension Pseudonyms.Kind {
    /// The word before a pseudonym's sign, as in "Person K7QD".
    fileprivate var message: Message {
        switch self {
        case .person: "Person"
        case .place: "Place"
        case .vehicle: "Vehicle"
        case .phone: "Phone"
        case .container: "Container"
        case .document: "Document"
        case .source: "Source"
        }
    }
}
