/// What every subject keeps of its history: its name, its first and its last entry, and how many there were.
package struct Trail: Equatable, Sendable {
    package let name: SubjectName
    package let first: Int64
    package private(set) var last: Int64
    /// Who wrote the last entry.
    package private(set) var lastActor: String
    package private(set) var count: Int
    package let opened: Instant
    package private(set) var lastLearnt: Instant
    /// The entry that closed the subject, once it is closed.
    package private(set) var closing: Int64?
    /// What waits for a second person.
    package internal(set) var fourEyes = FourEyes()
    /// How its information is to be handled; nil while nobody has said so.
    package internal(set) var handling: Handling?
    /// Which others it belongs together with, as officers said.
    package internal(set) var links = Links()

    init(_ entry: Entry) {
        name = entry.subject
        first = entry.index
        last = entry.index
        lastActor = entry.actor
        count = 1
        opened = entry.learnt
        lastLearnt = entry.learnt
    }

    mutating func advance(to entry: Entry) {
        last = entry.index
        lastActor = entry.actor
        lastLearnt = entry.learnt
        count += 1
    }

    mutating func close(at index: Int64) { closing = closing ?? index }

    /// After a withdrawal the subject may have been open until its last entry, whatever the fold says now.
    mutating func forgetClosing() { closing = nil }
}
