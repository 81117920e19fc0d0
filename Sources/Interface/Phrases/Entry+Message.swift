import Model
import Wording

extension Entry {
    /// What the entry says, in one line.
    package func message(_ face: ClockFace, now: Instant) -> Message {
        func time(_ instant: Instant) -> String { face.moment(instant, now: now) }
        switch event {
        case .alert(let event): return event.message(time)
        case .delivery(let event): return event.message(time)
        case .shift(let event): return event.message(time)
        case .roster(let event): return event.message(time)
        case .onCall(let event): return event.message(time)
        case .order(let event): return event.message(time)
        case .arrangement(let event): return event.message(time)
        case .seizure(.reported(let body)):
            let amount = body.quantity.shortText
            let place = body.place.isEmpty ? "" : ", \(body.place)"
            return .verbatim("\(body.country): \(body.drug) \(amount.isEmpty ? Convention.noData : amount)\(place)")
        case .logKeeping(.founded(let body)): return "log of \(body.centre), desk \(body.desk), founded"
        case .logKeeping(.withdrawn(let body)): return "WITHDRAWN #\(Int(body.index)): \(body.reason)"
        case .logKeeping(.exportReleased(let body)):
            return "records up to #\(Int(body.size)) given to \(body.recipient): \(body.purpose)"
        case .logKeeping(.payloadErased(let body)): return "personal data erased: \(body.basis)"
        case .exercise(let event): return event.message(time)
        case .officer(let event): return event.message(time)
        case .handling(.set(let body)):
            return body.conditions.map { "handling \(body.code.rawValue), of \(body.originator): \($0)" }
                ?? "handling \(body.code.rawValue), of \(body.originator)"
        case .link(let event): return event.message
        case .intake(let event): return event.message
        case .directory(let event): return event.message(time)
        case .rules(.set(let body)): return "rules set: \(body.reason)"
        case .fourEyes(let event): return event.message(self, face, now: now)
        case .unknown(let event):
            return "\(event.kind) (not known to this program): \(CanonicalJSON.text(of: .object(event.body)))"
        }
    }
}

extension ExerciseEvent {
    fileprivate func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .clockStarted(let body):
            "exercise clock starts at \(time(body.scenario)), speed \(decimal: body.speed.speedText)"
        case .clockPaused: "exercise clock paused"
        case .clockResumed(let body): "exercise clock goes on, speed \(decimal: body.speed.speedText)"
        case .clockJumped(let body): "exercise clock jumps to \(time(body.to))"
        case .ended: "exercise ended"
        }
    }
}

extension Int64 {
    /// Thousandths as a plain decimal: 30000 is "30", 1500 is "1.5".
    package var speedText: String {
        let (whole, rest) = quotientAndRemainder(dividingBy: 1_000)
        guard rest != 0 else { return String(whole) }
        let digits = String(1_000 + rest).dropFirst()
        return "\(whole).\(String(digits.reversed().drop { $0 == "0" }.reversed()))"
    }
}
