import Model
import Wording

extension DirectoryEvent {
    func message(_ time: (Instant) -> String) -> Message {
        switch self {
        case .entrySet(let body): return "directory, \(body.entry.key.sort.message): \(body.entry.title)"
        case .verified(let body): return "verified by \(body.by) at \(time(body.when))"
        case .retired(let body): return "RETIRED: \(body.reason)"
        case .standing(let body):
            let words: Message = "\(body.standing.message) since \(time(body.since)), says \(body.party)"
            return body.note.map { "\(words): \($0)" } ?? words
        }
    }
}
