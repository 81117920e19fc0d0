import Model
import Screen

/// A piece of a row with its role; without a width it takes what is left.
struct Segment: Equatable, Sendable {
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

/// One row of a list: what it is, for the cursor, and everything that a filter looks at.
struct PanelRow {
    /// Stays the same while the row is there, wherever it moves.
    let id: String
    var subject: SubjectName?
    var entry: Int64?
    var text: String
}

extension Canvas {
    /// Draws the segments of a row, one blank between them; the flexible one gets what the others leave.
    mutating func put(_ segments: [Segment], row: Int, column: Int, width: Int) {
        let fixed = segments.reduce(0) { $0 + ($1.width ?? 0) } + max(0, segments.count - 1)
        let flexible = max(0, width - fixed)
        var at = column
        for segment in segments {
            let wanted = segment.width ?? flexible
            let room = min(wanted, column + width - at)
            guard room > 0 else { continue }
            let text = SafeText(segment.text).clipped(to: room)
            // The blanks beside a word stay plain, so that a reversed word is no larger than it is.
            put(text, row: row, column: at + (segment.isRight ? room - text.width : 0), width: room, role: segment.role)
            at += wanted + 1
        }
    }
}
