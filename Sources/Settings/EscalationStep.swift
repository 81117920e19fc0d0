/// One step of a ladder as it stands in a file of settings: `5 second`.
package struct EscalationStep: Equatable, Sendable {
    package let minutes: Int
    /// One of `everybody`, where it was judged.
    package let whom: String

    /// Whoever has the watch, a second officer, who answers for the Centre tonight, the supervisors.
    package static let everybody = ["watch", "second", "leader", "supervisors"]

    /// The value of a ladder, by minutes.
    static func list(_ steps: KeyValuePairs<Int, String>) -> SettingValue {
        .list(steps.map { "\($0.key) \($0.value)" })
    }

    /// Nil for what is not a number and one word.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let minutes = Int(parts[0]) else { return nil }
        self.minutes = minutes
        whom = String(parts[1])
    }
}
