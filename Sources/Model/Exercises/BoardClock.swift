/// What time the board shows for a real instant: the same in a live log, scenario time in an exercise.
///
/// Piecewise linear and never falling, so a pause of three days makes nothing burst.
package struct BoardClock: Equatable, Sendable {
    private struct Segment: Equatable, Sendable {
        let real: Instant
        let scenario: Instant
        /// Thousandths; 0 while paused.
        let speed: Int64
    }

    private var segments: [Segment] = []
    package private(set) var title: String?

    package init() {}

    /// The board's time at a real instant. Before the first clock event, and in a live log, it is the instant itself.
    package func time(at real: Instant) -> Instant {
        guard let segment = segments.last(where: { $0.real <= real }) else { return real }
        return BoardClock.time(at: real, in: segment)
    }

    private static func time(at real: Instant, in segment: Segment) -> Instant {
        let elapsed = max(0, (real - segment.real).milliseconds)
        let (product, overflow) = elapsed.multipliedReportingOverflow(by: segment.speed)
        return segment.scenario + Span(milliseconds: overflow ? elapsed : product / 1_000)
    }

    /// Thousandths of real speed: 1000 in a live log, 0 while an exercise is paused.
    package var speed: Int64 { segments.last?.speed ?? 1_000 }
    package var isScenario: Bool { !segments.isEmpty }
    package var started: Instant? { segments.first?.scenario }

    /// The first real instant at which the board shows `time` or later; nil while the clock stands before it.
    package func real(for time: Instant) -> Instant? {
        guard let last = segments.last else { return time }
        if time <= last.scenario { return segments.first { $0.scenario >= time }?.real ?? last.real }
        guard last.speed > 0 else { return nil }
        return last.real + Span(milliseconds: (time - last.scenario).milliseconds * 1_000 / last.speed)
    }

    /// Takes a clock event that was recorded at a real instant.
    package mutating func follow(_ event: ExerciseEvent, recorded: Instant) {
        let now = time(at: recorded)
        switch event {
        case .clockStarted(let body):
            title = body.title
            segments.append(
                Segment(
                    real: recorded, scenario: segments.isEmpty ? body.scenario : max(now, body.scenario),
                    speed: body.speed))
        case .clockPaused, .ended: if isScenario { segments.append(Segment(real: recorded, scenario: now, speed: 0)) }
        case .clockResumed(let body):
            if isScenario { segments.append(Segment(real: recorded, scenario: now, speed: body.speed)) }
        case .clockJumped(let body):
            if isScenario { segments.append(Segment(real: recorded, scenario: max(now, body.to), speed: speed)) }
        }
    }
}
