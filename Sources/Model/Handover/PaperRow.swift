/// One row of the paper that was written on while the program could not be: brought back with the instant that it tells of.
///
/// The sheet bears the name of a watch. A row about the watch itself has its words here; a row about an alert or a
/// delivery names it, and its words are the record of that subject that was saved directly before.
package struct PaperRowEntered: EventBody {
    package static let kind = "paperRowEntered"
    /// The rows that a sheet has, on paper and on the screen alike.
    package static let rows = 1...12
    /// Older sheets had more of them; what was brought back of them is read.
    private static let readable: ClosedRange<Int64> = 1...500

    package var row: Int
    /// Who wrote it by hand, or whose word it is; nil where nobody is named.
    package var who: String?
    /// Nil where `about` is said.
    package var text: String?
    package var about: SubjectName?

    package init(row: Int, text: String, who: String? = nil) {
        self.row = row
        self.who = who
        self.text = text
    }

    package init(row: Int, about: SubjectName, who: String? = nil) {
        self.row = row
        self.who = who
        self.about = about
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        row = Int(try body.integer("row", in: PaperRowEntered.readable))
        text = try body.optionalText("text")
        about = try body.optionalName("about")
        who = try body.optionalText("who")
    }

    package func write(to body: inout BodyWriter) {
        body.integer("row", Int64(row))
        body.text("text", text)
        body.text("about", about?.text)
        body.text("who", who)
    }
}

/// The rows of a watch's sheet that were brought back.
package struct PaperSheet: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        package let row: Int
        package let entry: Int64
        package let text: String?
        package let about: SubjectName?
        package let at: Instant
        package let learnt: Instant
        package let by: String
        package let who: String?
    }

    package private(set) var rows: [Int: Row] = [:]

    /// The first row that was not brought back yet.
    package var next: Int { free(after: 0) ?? PaperRowEntered.rows.upperBound }

    /// The first row after this one that was not brought back yet; nil where there is none.
    package func free(after row: Int) -> Int? { PaperRowEntered.rows.first { $0 > row && rows[$0] == nil } }

    package var inOrder: [Row] { rows.values.sorted { $0.row < $1.row } }

    mutating func enter(_ body: PaperRowEntered, _ entry: Entry) {
        rows[body.row] =
            rows[body.row]
            ?? Row(
                row: body.row, entry: entry.index, text: body.text, about: body.about, at: entry.at,
                learnt: entry.learnt, by: entry.actor, who: body.who)
    }
}

extension Shift {
    /// A sheet outlives its watch: its rows are brought back when the program is there again.
    func refusal(of body: PaperRowEntered) -> Refusal? {
        if !PaperRowEntered.rows.contains(body.row) { return .noSuchPaperRow(body.row) }
        if let known = paper.rows[body.row] { return .paperRowKnown(name, row: body.row, entry: known.entry) }
        return body.about == nil && body.text?.trimmingBlanks.isEmpty ?? true ? .textMissing : nil
    }

    /// Why a row cannot tell of this instant: the sheet was not there yet, or it has not happened.
    package func paperRefusal(at happened: Instant, now: Instant) -> Refusal? {
        // Other people's clocks run a little ahead.
        if happened > now + .minutes(1) { return .notYet(happened) }
        // A time on paper is exact to the minute.
        return happened < from - .minutes(1) ? .beforeTheSheet(name, from: from) : nil
    }
}
