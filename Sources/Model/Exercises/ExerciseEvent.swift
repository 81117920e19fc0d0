/// Events that drive the clock of an exercise. `rec` stays real; `at` is in scenario time.
package enum ExerciseEvent: AreaEvent {
    case clockStarted(ExerciseClockStarted)
    case clockPaused(ExerciseClockPaused)
    case clockResumed(ExerciseClockResumed)
    case clockJumped(ExerciseClockJumped)
    case ended(ExerciseEnded)

    package static let kinds: [EventKind<ExerciseEvent>] = [
        EventKind(ExerciseClockStarted.self) { .clockStarted($0) },
        EventKind(ExerciseClockPaused.self) { .clockPaused($0) },
        EventKind(ExerciseClockResumed.self) { .clockResumed($0) },
        EventKind(ExerciseClockJumped.self) { .clockJumped($0) }, EventKind(ExerciseEnded.self) { .ended($0) },
    ]

    package var body: any EventBody {
        switch self {
        case .clockStarted(let body): body
        case .clockPaused(let body): body
        case .clockResumed(let body): body
        case .clockJumped(let body): body
        case .ended(let body): body
        }
    }
}

package struct ExerciseClockStarted: EventBody {
    package static let kind = "exerciseClockStarted"
    package var title: String
    /// The scenario's time when the clock starts.
    package var scenario: Instant
    /// Thousandths: 1000 is real time, 30000 is thirty times as fast. 1 to 3,600,000.
    package var speed: Int64

    package init(title: String, scenario: Instant, speed: Int64) {
        self.title = title
        self.scenario = scenario
        self.speed = speed
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        title = try body.text("title")
        scenario = try body.instant("scenario")
        speed = try body.integer("speed_thousandths", in: 1...3_600_000)
    }

    package func write(to body: inout BodyWriter) {
        body.text("title", title)
        body.instant("scenario", scenario)
        body.integer("speed_thousandths", speed)
    }
}

package struct ExerciseClockPaused: EventBody {
    package static let kind = "exerciseClockPaused"

    package init() {}
    package init(reading body: BodyReader) throws(BodyFault) {}
    package func write(to body: inout BodyWriter) {}
}

package struct ExerciseClockResumed: EventBody {
    package static let kind = "exerciseClockResumed"
    package var speed: Int64

    package init(speed: Int64) { self.speed = speed }
    package init(reading body: BodyReader) throws(BodyFault) {
        speed = try body.integer("speed_thousandths", in: 1...3_600_000)
    }
    package func write(to body: inout BodyWriter) { body.integer("speed_thousandths", speed) }
}

/// A jump forward; a jump back is refused, because what was learnt cannot be unlearnt.
package struct ExerciseClockJumped: EventBody {
    package static let kind = "exerciseClockJumped"
    package var to: Instant

    package init(to: Instant) { self.to = to }
    package init(reading body: BodyReader) throws(BodyFault) { to = try body.instant("to") }
    package func write(to body: inout BodyWriter) { body.instant("to", to) }
}

package struct ExerciseEnded: EventBody {
    package static let kind = "exerciseEnded"

    package init() {}
    package init(reading body: BodyReader) throws(BodyFault) {}
    package func write(to body: inout BodyWriter) {}
}
