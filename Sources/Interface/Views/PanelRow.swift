import Model
import Screen

/// A piece of a row with its role; without a width it takes what is left.
struct Segment {
    let text: String
    let role: Role
    let width: Int?
    let isRight: Bool

    init(_ text: String, _ role: Role = .text, width: Int? = nil, isRight: Bool = false) {
        self.text = text
        self.role = role
        self.width = width
        self.isRight = isRight
    }
}

/// One row of a list: what it is, for the cursor, and what it shows.
struct PanelRow {
    /// Stays the same while the row is there, wherever it moves.
    let id: String
    var subject: SubjectName?
    var entry: Int64?
    var segments: [Segment]

    /// Everything a filter looks at.
    var text: String { segments.map(\.text).joined(separator: " ") }
}

extension Canvas {
    /// Draws the segments of a row, one blank between them; the flexible one gets what the others leave.
    mutating func put(_ segments: [Segment], row: Int, column: Int, width: Int) {
        let texts = segments.map { SafeText($0.text) }
        let isFlexible = segments.contains { $0.width == nil }
        let fixed = segments.reduce(0) { $0 + ($1.width ?? 0) } + max(0, segments.count - 1)
        let flexibleWidth = max(0, width - fixed)
        var at = column
        for (segment, text) in zip(segments, texts) {
            let room = min(segment.width ?? flexibleWidth, column + width - at)
            guard room > 0 else { continue }
            put(
                text.fitted(to: room, segment.isRight ? .right : .left), row: row, column: at, width: room,
                role: segment.role)
            at += (segment.width ?? flexibleWidth) + 1
        }
        _ = isFlexible
    }
}
