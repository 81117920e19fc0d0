import Model
import Screen
import Wording

/// How far work has come at one moment, how fast it goes, and how long it will still take.
struct ProgressLine: Equatable {
    let title: Message
    /// In any unit, with `total` in the same.
    let done: Int64
    let total: Int64
    /// 0 where nothing is counted in rows.
    let rows: Int64
    let elapsed: Span

    var percent: Int {
        guard total > 0 else { return 100 }
        return min(100, Int(Double(done) * 100 / Double(total)))
    }

    /// Rows each second so far; nil in the first tenth of a second, which says nothing yet.
    var rowsPerSecond: Int? {
        guard rows > 0, elapsed.milliseconds >= 100 else { return nil }
        return Int(rows * 1_000 / elapsed.milliseconds)
    }

    /// At the pace so far; nil in the first second, and when there is nothing to go by.
    var left: Span? {
        guard done > 0, total >= done, elapsed.milliseconds >= 1_000 else { return nil }
        let milliseconds = Double(total - done) * Double(elapsed.milliseconds) / Double(done)
        return milliseconds < Double(Span.days(366).milliseconds) ? Span(milliseconds: Int64(milliseconds)) : nil
    }

    /// A whole line without any drawing.
    func message(_ catalogue: Catalogue) -> Message {
        let numbers = numbers(catalogue.convention).map { catalogue.text($0) }
        return numbers.isEmpty
            ? "\(title): \(percent) %" : "\(title): \(percent) %, \(numbers.joined(separator: ", "))"
    }

    /// `Importing [#####-----] 48 % …`, cut to fit; the bar shrinks before the numbers do.
    func bar(_ catalogue: Catalogue, columns: Int) -> String {
        let head = Voice.safe(catalogue.text(title))
        let numbers = numbers(catalogue.convention).map { Voice.safe(catalogue.text($0)) }
        let percentText = String(percent)
        let tail = ([String(repeating: " ", count: 3 - percentText.count) + percentText + " %"] + numbers)
            .joined(separator: "  ")
        let room = min(40, columns - SafeText(head).width - SafeText(tail).width - 4)
        guard room >= 5 else { return String(tail.prefix(max(0, columns))) }
        let filled = room * percent / 100
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled)
        return "\(head) [\(bar)] \(tail)"
    }

    private func numbers(_ convention: Convention) -> [Message] {
        var numbers: [Message] = []
        if rows > 0 { numbers.append(.rows(rows)) }
        if let rate = rowsPerSecond { numbers.append("\(grouped: rate) a second") }
        if let left { numbers.append("\(convention.left(left, seconds: true)) left") }
        return numbers
    }
}
