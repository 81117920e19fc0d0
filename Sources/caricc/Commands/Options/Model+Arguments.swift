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

/// A code of a closed list, typed with hyphens or underscores. Help names the codes in one line: they are words already.
package protocol CodedArgument: ExpressibleByArgument, CaseIterable, RawRepresentable where RawValue == String {}

extension CodedArgument {
    package init?(argument: String) { self.init(rawValue: argument.lowercased().replacing("-", with: "_")) }

    private var word: String { rawValue.replacing("_", with: "-") }

    package static var allValueStrings: [String] { allCases.map(\.word) }
    /// Without descriptions there is no list of them, and none that is empty.
    package static var allValueDescriptions: [String: String] { [:] }
    package var defaultValueDescription: String { word }
}

extension MessageKind: CodedArgument {}
extension Disposition: CodedArgument {}
extension RequestPurpose: CodedArgument {}
extension DeliveryMethod: CodedArgument {}
extension DeliveryOutcome: CodedArgument {}
extension ReleasePurpose: CodedArgument {}
extension ExportFormat: CodedArgument {}
extension SpreadsheetLanguage: CodedArgument {}
extension Channel: CodedArgument {}
extension CallOutcome: CodedArgument {}
extension ExceptionKind: CodedArgument {}
extension Weighing: CodedArgument {}
extension ExhibitRecorded.Sort: CodedArgument {}
extension FormalMatter: CodedArgument {}
extension InvestigationNoted.Sort: CodedArgument {}
extension SeizedItem.Kind: CodedArgument {}

extension ImportFormat: ExpressibleByArgument {
    public static var allValueDescriptions: [String: String] { [:] }
}
