import Model

extension Scenario {
    /// Reads a scenario file.
    ///
    /// - Parameter file: the name to give in faults.
    package init(reading text: String, file: String) throws(ScenarioFaults) {
        self = try ScenarioReader.read(text, file: file)
    }

    /// The scenarios that ship; a new one is its file, its line in the package manifest and its line here.
    private static let shipped: [(name: String, bytes: [UInt8])] = [
        ("border-at-four", PackageResources.border_at_four_toml)
    ]

    package static var shippedNames: [String] { shipped.map(\.name) }

    /// The text of a shipped scenario; nil for an unknown name.
    package static func shippedText(named name: String) -> String? {
        shipped.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
