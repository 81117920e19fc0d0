/// Anything that events are about, as they add up.
package enum Subject: Equatable, Sendable {
    case alert(Alert)
    case delivery(Delivery)
    case shift(Shift)
    case seizure(SeizureRecord)
    case exercise(Exercise)
    /// The log itself, subjects of a newer program, and subjects whose first entry was withdrawn.
    case other(OtherSubject)

    /// The subject that `entry` begins.
    package init(first entry: Entry) {
        switch entry.event {
        case .alert(.raised(let raised)): self = .alert(Alert(entry, raised))
        case .delivery(.opened(let opened)): self = .delivery(Delivery(entry, opened))
        case .shift(.started(let started)): self = .shift(Shift(entry, started))
        case .seizure(.reported(let report)): self = .seizure(SeizureRecord(entry, report))
        case .exercise(.clockStarted(let started)): self = .exercise(Exercise(entry, started))
        default: self = .other(OtherSubject(trail: Trail(entry)))
        }
    }

    /// Takes the next entry of this subject. An event that does not fit is counted and otherwise ignored.
    package mutating func apply(_ entry: Entry) {
        switch (self, entry.event) {
        case (.alert(var alert), .alert(let event)):
            alert.apply(event, entry)
            self = .alert(alert)
        case (.delivery(var delivery), .delivery(let event)):
            delivery.apply(event, entry)
            self = .delivery(delivery)
        case (.shift(var shift), .shift(let event)):
            shift.apply(event, entry)
            self = .shift(shift)
        case (.exercise(var exercise), .exercise(let event)):
            exercise.apply(event, entry)
            self = .exercise(exercise)
        default: break
        }
        let wasOpen = trail.closing == nil
        trail.advance(to: entry)
        if wasOpen, summary.bucket == .closed { trail.close(at: entry.index) }
    }

    package var trail: Trail {
        get {
            switch self {
            case .alert(let alert): alert.trail
            case .delivery(let delivery): delivery.trail
            case .shift(let shift): shift.trail
            case .seizure(let seizure): seizure.trail
            case .exercise(let exercise): exercise.trail
            case .other(let other): other.trail
            }
        }
        set {
            switch self {
            case .alert(var alert):
                alert.trail = newValue
                self = .alert(alert)
            case .delivery(var delivery):
                delivery.trail = newValue
                self = .delivery(delivery)
            case .shift(var shift):
                shift.trail = newValue
                self = .shift(shift)
            case .seizure(var seizure):
                seizure.trail = newValue
                self = .seizure(seizure)
            case .exercise(var exercise):
                exercise.trail = newValue
                self = .exercise(exercise)
            case .other(var other):
                other.trail = newValue
                self = .other(other)
            }
        }
    }

    package var name: SubjectName { trail.name }

    package var summary: SubjectSummary {
        switch self {
        case .alert(let alert): alert.summary
        case .delivery(let delivery): delivery.summary
        case .shift(let shift): shift.summary
        case .exercise(let exercise): exercise.summary
        case .seizure, .other: SubjectSummary(trail, bucket: .closed, rank: trail.first, nextChange: nil)
        }
    }

    /// Why `event` may not follow at `now`; nil when it may.
    func refusal(of event: Event, at now: Instant) -> Refusal? {
        switch (self, event) {
        case (.alert(let alert), .alert(let event)): alert.refusal(of: event, at: now)
        case (.delivery(let delivery), .delivery(let event)): delivery.refusal(of: event, at: now)
        case (.shift(let shift), .shift(let event)): shift.refusal(of: event, at: now)
        case (.exercise(let exercise), .exercise(let event)): exercise.refusal(of: event, at: now)
        default: .wrongSubject(name, kind: event.kind)
        }
    }
}

package struct OtherSubject: Equatable, Sendable {
    package internal(set) var trail: Trail
}
