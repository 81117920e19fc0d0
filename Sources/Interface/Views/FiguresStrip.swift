import Model
import Screen
import Wording

extension AppState {
    /// Rows of the strip of figures below the wall.
    var figuresRows: Int { screen == .board && plan == .wall ? 4 : 0 }

    /// The numbers of the watch in one line each, for the glance from the door.
    func drawFigures(in rect: Rect, on canvas: inout Canvas) {
        canvas.rule(
            row: rect.row, column: rect.column, width: rect.width, title: text("FIGURES"),
            trailing: text("of everything open now"))
        for (line, figures) in [deliveryFigures, alertFigures, recordFigures].enumerated() {
            var column = rect.column + 2
            for (label, value, role) in figures where column < rect.width - 4 {
                column += canvas.put(text(label), row: rect.row + 1 + line, column: column, role: .label) + 1
                column += canvas.put(SafeText(value), row: rect.row + 1 + line, column: column, role: role) + 4
            }
        }
    }

    private var deliveryFigures: [(Message, String, Role)] {
        let deliveries = board.deliveries.values
        let silent = deliveries.count { if case .silent = $0.phase(at: now) { true } else { false } }
        let over = deliveries.count { $0.windowOverrun != nil }
        let quiet = deliveries.count { if case .quietByPlan = $0.phase(at: now) { true } else { false } }
        return [
            ("deliveries running", "\(board.tally.open(.deliveries))", .text),
            ("SILENT", "\(silent)", silent > 0 ? .urgent : .good), ("OVER", "\(over)", over > 0 ? .warning : .good),
            ("quiet by plan", "\(quiet)", .dim),
        ]
    }

    private var alertFigures: [(Message, String, Role)] {
        let waiting = board.unacknowledged(at: now)?.count ?? 0
        let late = board.alerts.values.count { $0.status(at: now) == .acknowledged && ($0.due ?? .distantFuture) < now }
        let byPriority = (1...4).map { priority in
            (Message.verbatim("P\(priority)"), "\(board.alerts.values.count { $0.raised.priority == priority })", Role.priority(priority))
        }
        return [
            ("alerts open", "\(board.openAlertCount(at: now))", .text),
            ("UNACKED", "\(waiting)", waiting > 0 ? .urgent : .good),
            ("LATE", "\(late)", late > 0 ? .warning : .good), ("shelved", "\(board.shelvedAlertCount(at: now))", .dim),
        ] + (board.isComplete ? byPriority : [])
    }

    private var recordFigures: [(Message, String, Role)] {
        let newest = board.newest.map { face.age(max(now - $0.learnt, .zero)) } ?? Convention.noData
        let late = board.watch.flatMap { histories[$0.name] }?.entries.count { $0.lateness != nil } ?? 0
        return [
            ("records", catalogue.convention.grouped(Int(board.size)), .text),
            ("certified to", certified.map { "#\($0 - 1)" } ?? Convention.noData, .dim), ("newest word", newest, .text),
            ("notes of the watch", board.watch.map { "\($0.noteCount)" } ?? Convention.noData, .text),
            ("late among them", "\(late)", late > 0 ? .warning : .dim),
        ]
    }
}
