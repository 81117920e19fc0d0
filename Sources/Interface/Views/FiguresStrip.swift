import Model
import Screen
import Wording

extension AppState {
    /// Rows of the strip of figures below the wall.
    var figuresRows: Int { screen == .board && plan == .wall ? 5 : 0 }

    /// The numbers of the watch in one line each, for the glance from the door.
    func drawFigures(in rect: Rect, on canvas: inout Canvas) {
        canvas.rule(
            row: rect.row, column: rect.column, width: rect.width, title: text("FIGURES"),
            trailing: text("of everything open now"))
        let lines = [deliveryFigures, alertFigures, recordFigures, nightFigures(columns: rect.width / 2)]
        for (line, figures) in lines.enumerated() {
            var column = rect.column + 2
            for figure in figures where column < rect.width - 4 {
                column += canvas.put(text(figure.label), row: rect.row + 1 + line, column: column, role: .label) + 1
                column += canvas.put(figure.value, row: rect.row + 1 + line, column: column, role: figure.role) + 4
            }
        }
    }

    /// Alerts by when we learnt of them, since the first record that is known here, at most twelve hours; the right end is
    /// now.
    private func nightFigures(columns: Int) -> [Figure] {
        guard let first = recent.first?.learnt, first < now else { return [] }
        let count = min(72, Int((now - first).milliseconds / 600_000) + 1)
        let counts = AlertStrip.counts(of: recent, until: now, minutes: 10, count: count)
        let width = min(columns, Graph.columns(of: count, on: symbols))
        let since = max(first, now - .hours(12))
        return [
            Figure(
                "alerts per 10 min since \(face.moment(since, now: now))",
                drawn: Graph.strip(counts, columns: width, on: symbols), .info),
            Figure("most in 10 min", "\(counts.max() ?? 0)", .text),
        ]
    }

    private var deliveryFigures: [Figure] {
        let deliveries = board.deliveries.values
        let silent = deliveries.count { if case .silent = $0.phase(at: now) { true } else { false } }
        let over = deliveries.count { $0.windowOverrun != nil }
        let quiet = deliveries.count { if case .quietByPlan = $0.phase(at: now) { true } else { false } }
        return [
            Figure("deliveries running", "\(board.tally.open(.deliveries))", .text),
            Figure("SILENT", "\(silent)", silent > 0 ? .urgent : .good),
            Figure("OVER", "\(over)", over > 0 ? .warning : .good),
            Figure("quiet by plan", "\(quiet)", .dim),
        ]
    }

    private var alertFigures: [Figure] {
        let waiting = board.unacknowledged(at: now)?.count ?? 0
        let late = board.alerts.values.count { $0.status(at: now) == .acknowledged && ($0.due ?? .distantFuture) < now }
        let onTheBoard = board.alertsInOrder(at: now)
        let word: Message = "Priority"
        let byPriority = (1...4).map { priority in
            let count = onTheBoard.count { $0.priority == priority }
            return Figure(.verbatim("\(catalogue.text(word)) \(priority):"), "\(count)", .priority(priority))
        }
        return [
            Figure("alerts open", "\(board.openAlertCount(at: now))", .text),
            Figure("UNACKED", "\(waiting)", waiting > 0 ? .urgent : .good),
            Figure("LATE", "\(late)", late > 0 ? .warning : .good),
            Figure("shelved", "\(board.shelvedAlertCount(at: now))", .dim),
        ] + (board.isComplete ? byPriority : [])
    }

    private var recordFigures: [Figure] {
        let newest = board.newest.map { face.age(max(now - $0.learnt, .zero)) } ?? Convention.noData
        let late = board.watch.flatMap { histories[$0.name] }?.entries.count { $0.lateness != nil } ?? 0
        return [
            Figure("records", catalogue.convention.grouped(Int(board.size)), .text),
            Figure("certified to", certified.map { "#\($0 - 1)" } ?? Convention.noData, .dim),
            Figure("newest word", newest, .text),
            Figure("notes of the watch", board.watch.map { "\($0.noteCount)" } ?? Convention.noData, .text),
            Figure("late among them", "\(late)", late > 0 ? .warning : .dim),
        ]
    }
}

/// A number of the strip, with its name.
private struct Figure {
    let label: Message
    let value: SafeText
    let role: Role

    init(_ label: Message, drawn value: SafeText, _ role: Role) {
        self.label = label
        self.value = value
        self.role = role
    }

    init(_ label: Message, _ value: String, _ role: Role) { self.init(label, drawn: SafeText(value), role) }
}
