import Glibc
import Model

/// The plain file in which a writer notes what it saw: the oracle, outside the log.
///
/// One line for each fact, put down with one call, so that SIGKILL cannot tear it.
final class NoteFile {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Violation("\(path): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    func put(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, bytes.count) }
    }
}

/// What the notes of a writer say.
struct Notes {
    struct Saved: Equatable {
        let index: Int64
        let id: EventID
    }

    /// Asked for, with or without an answer.
    private(set) var tried: Set<EventID> = []
    /// "saved #n id", noted after the append returned.
    private(set) var saved: [Saved] = []
    /// The leaf hash of what was read back after that.
    private(set) var leaves: [Int64: Digest] = [:]
    /// Answered with any fault but "not sure", which says that nothing was saved; with that fault.
    private(set) var notSaved: [(id: EventID, fault: String)] = []
    private(set) var notSure: [EventID] = []
    private(set) var refusals = 0
    /// Answers that a writer must not get here.
    private(set) var faults: [String] = []
    private(set) var isReady = false
    private(set) var isDone = false
    /// The work that was begun and not ended, other than an append.
    private(set) var unfinishedWork: String?
    private(set) var waits: [Double] = []
    /// How many rounds a writer that counts them has begun.
    private(set) var rounds = 0

    init() {}

    init(text: String) {
        // A last line without its newline was not written to the end.
        let whole = text.lastIndex(of: "\n").map { text[..<$0] } ?? ""
        for line in whole.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            take(words)
        }
    }

    init(path: String) { self.init(text: PlainBytes.read(path).map { String(decoding: $0, as: UTF8.self) } ?? "") }

    private mutating func take(_ words: [String]) {
        let second = words.count > 1 ? words[1] : ""
        let third = words.count > 2 ? words[2] : ""
        switch words.first {
        case "trying": EventID(second).map { _ = tried.insert($0) }
        case "saved":
            if let index = Int64(second.dropFirst()), let id = EventID(third) {
                saved.append(Saved(index: index, id: id))
            }
        case "bytes": if let index = Int64(second.dropFirst()), let leaf = Digest(hex: third) { leaves[index] = leaf }
        case "not-saved": EventID(second).map { notSaved.append(($0, third)) }
        case "not-sure": EventID(second).map { notSure.append($0) }
        case "refused": refusals += 1
        case "fault": faults.append(words.dropFirst().joined(separator: " "))
        case "ready": isReady = true
        case "done": isDone = true
        case "round": rounds = Int(second) ?? rounds
        case "begin": unfinishedWork = second
        case "end": unfinishedWork = nil
        case "took": if let microseconds = Double(second) { waits.append(microseconds / 1_000) }
        default: break
        }
    }
}
