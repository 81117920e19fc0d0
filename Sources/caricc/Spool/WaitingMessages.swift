import Model

/// Held messages that wait for the message which they speak of, by the names of what they wait for.
struct WaitingMessages {
    private var names: [UInt64: Set<SubjectName>] = [:]
    private var held: [SubjectName: MessageHeld] = [:]

    var count: Int { held.count }
    var all: [SubjectName] { held.keys.sorted() }

    mutating func add(_ subject: SubjectName, _ message: MessageHeld) {
        guard message.reason == .referenceMissing, held.updateValue(message, forKey: subject) == nil else { return }
        for key in WaitingMessages.keys(message.refersTo) { names[key, default: []].insert(subject) }
    }

    mutating func remove(_ subject: SubjectName) {
        guard let message = held.removeValue(forKey: subject) else { return }
        for key in WaitingMessages.keys(message.refersTo) {
            names[key]?.remove(subject)
            if names[key]?.isEmpty == true { names[key] = nil }
        }
    }

    /// Those that may have waited for a message which is found under these names, the oldest first.
    func waiting(for keys: [UInt64]) -> [SubjectName] { Set(keys.flatMap { names[$0] ?? [] }).sorted() }

    subscript(_ subject: SubjectName) -> MessageHeld? { held[subject] }

    /// `sender,number,sent`, without the time, and the number alone.
    private static func keys(_ references: [String]) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        for reference in references {
            keys.insert(MessageRegister.hash(reference))
            let parts = reference.split(separator: ",", omittingEmptySubsequences: false)
            if parts.count >= 3 {
                keys.insert(MessageRegister.hash(parts.dropLast().joined(separator: ",")))
                keys.insert(MessageRegister.hash(String(parts[parts.count - 2])))
            } else if parts.count == 2 {
                keys.insert(MessageRegister.hash(String(parts[1])))
            }
        }
        return keys
    }
}
