/// A message as plain text with fixed labels: its lines in order, and the text at the end.
package struct LabelledMessage: Equatable, Sendable {
    package struct Line: Hashable, Sendable {
        /// Nil for a label that nobody knows; it is kept.
        package var label: MessageLabel?
        /// As it stood there, or as it is to be written, where `label` is nil.
        package var name: String
        /// Without blanks at the ends; may have several lines.
        package var value: String

        package init(_ label: MessageLabel, _ value: String) {
            self.label = label
            name = ""
            self.value = value
        }

        package init(name: String, _ value: String) {
            label = nil
            self.name = name
            self.value = value
        }
    }

    package var lines: [Line]
    /// Nil where there is no `TEXT`. Lines without blanks at their ends.
    package var text: String?

    package init(lines: [Line] = [], text: String? = nil) {
        self.lines = lines
        self.text = text
    }

    package func values(_ label: MessageLabel) -> [String] { lines.filter { $0.label == label }.map(\.value) }
    package func value(_ label: MessageLabel) -> String? { lines.first { $0.label == label }?.value }
}
