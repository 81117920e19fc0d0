import Model
import Screen
import Wording

extension AppState {
    func draw(_ line: CommandLine, on canvas: inout Canvas) {
        let choices = line.completions.prefix(max(1, min(10, height - 8)))
        guard !choices.isEmpty else { return }
        let top = height - 2 - choices.count
        for (place, choice) in choices.enumerated() {
            canvas.fill(row: top + place, column: 0, width: width, height: 1, role: .field)
            let command = command(called: choice)
            let name = command.map { $0.name == choice ? "" : "\($0.name)  " } ?? ""
            let reason = command?.unavailable(in: self)
            let segments = [
                Segment(place == line.chosen ? ">" : reason == nil ? " " : "-", .key, width: 1),
                Segment(choice, reason == nil ? .field : .disabled, width: 16),
                Segment(
                    name + (command.map { catalogue.text(reason ?? $0.help) } ?? ""), reason == nil ? .dim : .disabled),
            ]
            canvas.put(segments, row: top + place, column: 0, width: width)
            if place == line.chosen { canvas.paint(row: top + place, column: 0, width: width, role: .selected) }
        }
    }
}
