import ArgumentParser
import Exchange
import Model
import Wording

extension SubjectName: ExpressibleByArgument {
    /// Any case, and with or without the zeros in front: `al-2026-193` is `AL-2026-0193`.
    public init?(argument: String) {
        guard let typed = SubjectName(argument.uppercased()) else { return nil }
        guard typed.area != .unknown else {
            self = typed
            return
        }
        self.init(
            area: typed.area, year: typed.year, number: typed.number, isExercise: typed.text.hasPrefix("X"))
    }

    public static var defaultCompletionKind: CompletionKind { .custom(SubjectCompletion.names) }
}

extension EventID: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument.lowercased()) }
}

extension Digest: ExpressibleByArgument {
    public init?(argument: String) { self.init(hex: argument.lowercased()) }
}

extension Zone: ExpressibleByArgument {
    public init?(argument: String) {
        guard let zone = Zone.named(argument) else { return nil }
        self = zone
    }

    public var defaultValueDescription: String { name }
}

/// A code of a closed list, typed with hyphens or underscores.
private func code<Code: RawRepresentable<String>>(_ argument: String) -> Code? {
    Code(rawValue: argument.lowercased().replacing("-", with: "_"))
}

private func words<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type) -> [String] {
    type.allCases.map { $0.rawValue.replacing("_", with: "-") }
}

extension MessageKind: ExpressibleByArgument {
    public init?(argument: String) {
        guard let kind: MessageKind = code(argument) else { return nil }
        self = kind
    }
    public static var allValueStrings: [String] { words(MessageKind.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension Disposition: ExpressibleByArgument {
    public init?(argument: String) {
        guard let disposition: Disposition = code(argument) else { return nil }
        self = disposition
    }
    public static var allValueStrings: [String] { words(Disposition.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension RequestPurpose: ExpressibleByArgument {
    public init?(argument: String) {
        guard let purpose: RequestPurpose = code(argument) else { return nil }
        self = purpose
    }
    public static var allValueStrings: [String] { words(RequestPurpose.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension DeliveryMethod: ExpressibleByArgument {
    public init?(argument: String) {
        guard let method: DeliveryMethod = code(argument) else { return nil }
        self = method
    }
    public static var allValueStrings: [String] { words(DeliveryMethod.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension DeliveryOutcome: ExpressibleByArgument {
    public init?(argument: String) {
        guard let outcome: DeliveryOutcome = code(argument) else { return nil }
        self = outcome
    }
    public static var allValueStrings: [String] { words(DeliveryOutcome.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension ReleasePurpose: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found: ReleasePurpose = code(argument) else { return nil }
        self = found
    }
    public static var allValueStrings: [String] { words(ReleasePurpose.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension ExportFormat: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found: ExportFormat = code(argument) else { return nil }
        self = found
    }
    public static var allValueStrings: [String] { words(ExportFormat.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension SpreadsheetLanguage: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found: SpreadsheetLanguage = code(argument) else { return nil }
        self = found
    }
    public static var allValueStrings: [String] { words(SpreadsheetLanguage.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension Channel: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found: Channel = code(argument) else { return nil }
        self = found
    }
    public static var allValueStrings: [String] { words(Channel.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension ImportFormat: ExpressibleByArgument {}

extension CallOutcome: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: CallOutcome = code(argument) else { return nil }
        self = value
    }

    public static var allValueStrings: [String] { words(CallOutcome.self) }
}

extension ExceptionKind: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(ExceptionKind.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension Weighing: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(Weighing.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension ExhibitRecorded.Sort: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(ExhibitRecorded.Sort.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension FormalMatter: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(FormalMatter.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension InvestigationNoted.Sort: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(InvestigationNoted.Sort.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}

extension SeizedItem.Kind: ExpressibleByArgument {
    public init?(argument: String) {
        guard let value: Self = code(argument) else { return nil }
        self = value
    }
    public static var allValueStrings: [String] { words(SeizedItem.Kind.self) }
    public var defaultValueDescription: String { rawValue.replacing("_", with: "-") }
}
