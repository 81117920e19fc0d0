import EventLog
import Model
import Wording

/// Tells on standard error how far a piece of work has come: a bar on a terminal, a plain line now and then elsewhere.
final class ProgressMeter {
    private let voice: Voice
    private let title: Message
    private let started = MachineMoment.now().mono
    private var lastShown: Int64
    private var isBarShown = false
    /// Counted by the one who works; shown with its rate when it is not 0.
    var rows: Int64 = 0

    private static let barMilliseconds: Int64 = 100
    private static let lineMilliseconds: Int64 = 5_000

    init(_ voice: Voice, title: Message) {
        self.voice = voice
        self.title = title
        lastShown = started
    }

    func show(done: Int64, total: Int64) {
        let now = MachineMoment.now().mono
        let pause = voice.errors.isTerminal ? ProgressMeter.barMilliseconds : ProgressMeter.lineMilliseconds
        guard now - lastShown >= pause else { return }
        lastShown = now
        let line = ProgressLine(
            title: title, done: done, total: total, rows: rows, elapsed: Span(milliseconds: now - started))
        if voice.errors.isTerminal {
            let columns = (voice.errors.columns ?? 80) - 1
            write("\r\u{1B}[K" + line.bar(voice.catalogue, columns: columns))
            isBarShown = true
        } else {
            write(voice.text(line.message(voice.catalogue)) + "\n")
        }
    }

    /// Takes the bar away, so that what is said next stands on a line of its own.
    func finish() {
        if isBarShown { write("\r\u{1B}[K") }
        isBarShown = false
    }

    var elapsed: Span { Span(milliseconds: MachineMoment.now().mono - started) }

    private func write(_ text: String) {
        try? voice.errors.write(text)
        try? voice.errors.flush()
    }
}
