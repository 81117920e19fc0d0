import EventLog
import Model
import Terminal
import Wording

/// Long work that shows how far it is and that Ctrl-C ends in order.
///
/// Asked by whichever thread works, by one at a time.
final class StoppableWork: @unchecked Sendable {
    private let voice: Voice
    private let meter: ProgressMeter
    private let gate: SignalGate
    private(set) var wasStopped = false
    private var hasEnded = false

    init(_ voice: Voice, title: Message) throws {
        self.voice = voice
        meter = ProgressMeter(voice, title: title)
        gate = try SignalGate.open()
    }

    /// Takes note of the progress; false once somebody wants to stop.
    ///
    /// - Parameter rows: what is counted for people, where that is not what the progress counts.
    func goesOn(_ progress: Progress, rows: Int64? = nil) -> Bool {
        meter.rows = rows ?? progress.done
        meter.show(done: progress.done, total: progress.total)
        return !isStopAskedFor()
    }

    var elapsed: Span { meter.elapsed }

    /// Takes the bar away for a line that is said meanwhile.
    func clear() { meter.finish() }

    private func isStopAskedFor() -> Bool {
        for event in gate.pending() {
            switch event {
            case .interrupt, .terminate, .hangUp: wasStopped = true
            case .suspend: gate.stopProcess()
            case .resized, .resumed: break
            }
        }
        return wasStopped
    }

    /// Takes the bar away and lets signals act again.
    func end() {
        meter.finish()
        guard !hasEnded else { return }
        hasEnded = true
        gate.close()
    }

    /// After an error: says so when it was only that somebody stopped the work.
    func told(_ error: any Error) throws -> ExitStatus {
        end()
        guard wasStopped else { throw error }
        voice.warn("Stopped; nothing was kept")
        return .notSure
    }
}
