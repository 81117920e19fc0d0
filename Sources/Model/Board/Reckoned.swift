import Synchronization

/// What is reckoned from the value that holds it, when it is asked for first. Copies share it until one of them changes.
///
/// Whoever changes what it is reckoned from has to call ``forget()``. Two of them are always equal, because nothing is in them
/// that their holders do not say.
package struct Reckoned<Value: Sendable>: Equatable, Sendable {
    private final class Box: Sendable { let held = Mutex<Value?>(nil) }

    private var box = Box()

    package init() {}

    package mutating func forget() {
        if isKnownUniquelyReferenced(&box) { box.held.withLock { $0 = nil } } else { box = Box() }
    }

    /// - Parameter isGood: whether what was reckoned before is what is asked for now
    package func value(_ isGood: (Value) -> Bool = { _ in true }, reckon: () -> Value) -> Value {
        if let held = box.held.withLock({ $0 }), isGood(held) { return held }
        let value = reckon()
        box.held.withLock { $0 = value }
        return value
    }

    package static func == (a: Reckoned, b: Reckoned) -> Bool { true }
}

/// What a board knows beside what it says, as far as it saw it: two boards of one log are the same without it.
struct Beside<Value: Sendable>: Equatable, Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }

    static func == (a: Beside, b: Beside) -> Bool { true }
}

/// What is so at one instant for one who looks.
package struct AtInstant<Value: Sendable>: Sendable {
    let now: Instant
    let officer: String?
    let value: Value
}
